// Thirty days drawn: what was delivered and what was not as bars, what was sent as a line.
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { DayOfFigures } from '../../../overview/contract.ts'
import { count, day as dayText, shortDay } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'

const text = 'var(--mantine-color-dimmed)'
const small = { fontSize: 12, fill: text }

/** Colours are not all that tells them apart: bars and a line, a legend, and words for each day. */
export function FiguresChart(props: { days: readonly DayOfFigures[]; height: number }) {
  const { language, words } = useLanguage()
  const w = words.overview
  return (
    <figure className="accord-chart" aria-label={w.chartLabel}>
      <ResponsiveContainer width="100%" height={props.height}>
        <ComposedChart
          data={[...props.days]}
          accessibilityLayer
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
          <XAxis
            dataKey="day"
            tickFormatter={(value: string) => shortDay(language, value)}
            tick={small}
            tickLine={false}
            axisLine={false}
            minTickGap={28}
          />
          <YAxis
            allowDecimals={false}
            tickFormatter={(value: number) => count(language, value)}
            tick={small}
            tickLine={false}
            axisLine={false}
            width={56}
          />
          <Tooltip
            isAnimationActive={false}
            labelFormatter={(value) => dayText(language, String(value))}
            formatter={(value) => count(language, Number(value))}
            contentStyle={{
              background: 'var(--mantine-color-body)',
              border: '1px solid var(--mantine-color-default-border)',
              color: 'var(--mantine-color-text)',
            }}
            itemStyle={{ color: 'var(--mantine-color-text)' }}
            cursor={{ fill: 'var(--mantine-color-default-hover)' }}
          />
          <Legend
            formatter={(name) => <span className="accord-legend">{name}</span>}
            wrapperStyle={{ fontSize: 12 }}
          />
          <Bar
            dataKey="delivered"
            name={w.delivered}
            stackId="ended"
            fill="var(--accord-chart-delivered)"
            isAnimationActive={false}
          />
          <Bar
            dataKey="failed"
            name={w.failed}
            stackId="ended"
            fill="var(--accord-chart-failed)"
            isAnimationActive={false}
          />
          <Line
            dataKey="handedOver"
            name={w.sent}
            stroke="var(--accord-chart-sent)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  )
}
