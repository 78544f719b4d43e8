import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { useComputedColorScheme } from '@mantine/core';
import type { DayRollup } from '@secura/domain/insight/rollup';
import { shortDay } from './figures.ts';

/** Two lines over the days. The table beside it says the same to those who do not see it. */
export default function TrendChart({ days }: { days: readonly (DayRollup & { id: string })[] }) {
  const dark = useComputedColorScheme() === 'dark';
  return (
    <div aria-hidden="true">
      <LineChart
        h={240}
        data={days.map(({ id, reported = 0, resolved = 0 }) => ({ day: shortDay(id), reported, resolved }))}
        dataKey="day"
        curveType="linear"
        withLegend
        withDots={false}
        strokeWidth={2.5}
        legendProps={{ verticalAlign: 'top', height: 40 }}
        yAxisProps={{ allowDecimals: false, width: 32 }}
        xAxisProps={{ minTickGap: 24 }}
        lineChartProps={{ accessibilityLayer: false }}
        lineProps={{ isAnimationActive: false }}
        series={[
          { name: 'reported', label: 'Reported', color: dark ? '#22d3ee' : '#0e7490' },
          // Dashed as well: colour alone does not tell two lines apart for everybody.
          { name: 'resolved', label: 'Resolved', color: dark ? '#fcd34d' : '#92400e', strokeDasharray: '6 4' },
        ]}
      />
    </div>
  );
}
