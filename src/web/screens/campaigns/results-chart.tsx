// Messages over time as stacked bars; the table beside it holds the same figures.
import { Box, Group, Text } from '@mantine/core'
import type { CampaignResults } from '../../../campaigns/contract-api.ts'
import { colon, count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'

type Step = NonNullable<CampaignResults['breakdown']>['times'][number]

/** From the bottom up; the legend names them, so that colour alone tells nothing. */
export const places = ['delivered', 'failed', 'unconfirmed'] as const
const colours = {
  delivered: 'light-dark(var(--mantine-color-green-8), var(--mantine-color-green-4))',
  failed: 'light-dark(var(--mantine-color-red-8), var(--mantine-color-red-4))',
  unconfirmed: 'light-dark(var(--mantine-color-gray-6), var(--mantine-color-gray-5))',
}

const width = 720
const height = 200
const gap = 0.2

/** Steps in which nothing ended have their place too, up to what can be seen. */
export function filled(times: readonly Step[], stepSeconds: number): Step[] {
  const first = times[0]
  const last = times.at(-1)
  if (first === undefined || last === undefined) return []
  const stepMs = stepSeconds * 1_000
  const from = Date.parse(first.at)
  const length = Math.round((Date.parse(last.at) - from) / stepMs) + 1
  if (length > 400) return [...times]
  const known = new Map(times.map((step) => [Date.parse(step.at), step]))
  return Array.from({ length }, (_, index) => {
    const at = from + index * stepMs
    const none = { at: new Date(at).toISOString(), delivered: 0, failed: 0, unconfirmed: 0 }
    return known.get(at) ?? none
  })
}

const sumOf = (step: Step) => places.reduce((sum, place) => sum + step[place], 0)

function Bar(props: { step: Step; x: number; wide: number; most: number; title: string }) {
  const { step, x, wide, most } = props
  let top = height
  return (
    <g>
      <title>{props.title}</title>
      {places.map((place) => {
        const high = (step[place] / most) * height
        top -= high
        return high === 0 ? null : (
          <rect key={place} x={x} y={top} width={wide} height={high} fill={colours[place]} />
        )
      })}
    </g>
  )
}

export function ResultsChart(props: { times: readonly Step[]; stepSeconds: number }) {
  const { language, words } = useLanguage()
  const w = words.results
  const steps = filled(props.times, props.stepSeconds)
  const most = Math.max(1, ...steps.map(sumOf))
  const each = Math.min(48, width / Math.max(1, steps.length))
  const [first, last] = [steps[0], steps.at(-1)]
  return (
    <Box component="figure" m={0} maw={width}>
      <Text size="sm" c="dimmed">
        {count(language, most)}
      </Text>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        role="img"
        aria-label={w.chartLabel}
        style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
      >
        {steps.map((step, index) => (
          <Bar
            key={step.at}
            step={step}
            x={index * each + (each * gap) / 2}
            wide={each * (1 - gap)}
            most={most}
            title={[
              dateTime(language, step.at),
              ...places.map(
                (place) => `${w.names[place]}${colon(language)} ${count(language, step[place])}`,
              ),
            ].join('\n')}
          />
        ))}
      </svg>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {first ? dateTime(language, first.at) : ''}
        </Text>
        <Text size="sm" c="dimmed">
          {last && last !== first ? dateTime(language, last.at) : ''}
        </Text>
      </Group>
      <Group gap="md" mt="xs">
        {places.map((place) => (
          <Group key={place} gap={6}>
            <Box w={12} h={12} style={{ background: colours[place] }} aria-hidden="true" />
            <Text size="sm">{w.names[place]}</Text>
          </Group>
        ))}
      </Group>
    </Box>
  )
}
