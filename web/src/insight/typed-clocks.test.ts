import { ClockSettingsInput, defaultClocks, type ClockSettings } from '@secura/domain/settings/clocks';
import { expect, it } from 'vitest';
import { typedOf, settingsOf } from './typed-clocks.ts';

it('shows what is stored so that saving it untouched changes nothing', () => {
  const around: ClockSettings = { ...defaultClocks, calendar: { timeZone: 'Europe/Vienna', weekdays: [6, 7], from: 0, to: 1440, holidays: ['2026-12-25', '2026-12-26'] } };
  for (const settings of [defaultClocks, around]) expect(ClockSettingsInput.parse(settingsOf(typedOf(settings)))).toEqual(settings);
});

it('leaves what is half typed to be refused, with a sentence', () => {
  const form = typedOf(defaultClocks);
  const refused = ClockSettingsInput.safeParse(settingsOf({ ...form, targets: { ...form.targets, low: { ...form.targets.low, resolve: '' } }, from: '', holidays: 'Christmas' }));
  expect(refused.error?.issues.map(({ message }) => message)).toEqual(['The time to resolve is a whole number of minutes.', 'Give a time of the day.', 'Write a holiday as yyyy-mm-dd.']);
});
