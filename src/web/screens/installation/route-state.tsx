// How a route is now, in a word and in a sentence: open, not connected, paused, closed, and why.
import { Badge, Stack, Text } from '@mantine/core'
import type { RouteView } from '../../../routing/contract.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'

const colours: Record<RouteView['state'], string> = {
  open: 'green',
  down: 'red',
  paused: 'yellow',
  closed: 'gray',
}

export function RouteBadge({ state }: Pick<RouteView, 'state'>) {
  const { words } = useLanguage()
  return (
    <Badge color={colours[state]} variant="light" tt="none">
      {words.installation.routes.states[state]}
    </Badge>
  )
}

/** Why it is not open, and what is to be known of it while it is. */
export function RouteWhy({ route }: { route: RouteView }) {
  const { language, words } = useLanguage()
  const w = words.installation.routes
  const down = route.operator?.binds.find(({ sentence }) => sentence !== null)
  const matched = route.operator?.receiptsMatched ?? null
  const contractUntil = route.operator?.contractUntil ?? null
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const lines = [
    route.closedWhy === null ? (down?.sentence ?? null) : words.settings.closedWhy[route.closedWhy],
    down?.operatorSaid ? fill(w.operatorSaid, { words: down.operatorSaid }) : null,
    route.isSlow ? w.slow : null,
    matched === null ? null : fill(w.matched, { share: share.format(matched) }),
    contractUntil === null ? null : fill(w.contractUntil, { date: date(language, contractUntil) }),
  ].filter((line) => line !== null)
  return (
    <Stack gap={2}>
      {lines.map((line) => (
        <Text key={line} size="sm" className="accord-measure">
          {line}
        </Text>
      ))}
    </Stack>
  )
}
