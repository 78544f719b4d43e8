import { compareDay, fewestWeeks, outlierFrom, sameWeekdays, weeksBack } from '@secura/domain/insight/anomaly';
import { SecuraError } from '@secura/domain/platform/errors';
import { AnomalyAnswer, AnomalyInput } from '@secura/domain/insight/operations';
import { operation } from '../platform/operation.ts';
import { firstDay, readDays } from './rollups.ts';

const method = `A day's reports against the median of the same weekday in the ${weeksBack} weeks before; unusual from a modified z-score of ${outlierFrom} on.`;

export const findAnomalies = operation({
  name: 'insight.anomalies',
  summary: 'Where more is reported than on this weekday before: in all, by category, by department',
  allow: 'rollups:read',
  input: AnomalyInput,
  output: AnomalyAnswer,
  cost: 'costly',
  rest: { method: 'post', path: '/api/ai/anomaly-detection' },
  async run({ input, now }) {
    const current = now.toISOString().slice(0, 10);
    const day = input.day ?? current;
    if (day > current) throw new SecuraError('invalid-argument', 'This day has not come yet.');
    const [begin, days] = await Promise.all([firstDay(), readDays([day, ...sameWeekdays(day)])]);
    const [today, ...before] = days;
    // Before the first report there was nobody to report: those days are no zeros.
    const known = before.filter((_, index) => begin !== null && sameWeekdays(day)[index]! >= begin);
    const enoughData = known.length >= fewestWeeks;
    const compared = enoughData ? compareDay(today!, known) : [];
    return {
      day, ongoing: day === current, weeks: known.length, weeksNeeded: fewestWeeks, enoughData, method,
      anomalies: compared.filter(({ unusual }) => unusual), compared: compared.length,
    };
  },
});
