// The routes to operators: open or why not, bound or why not,
// and how many receipts find their message.
import { Badge, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { RouteView } from '../../../routing/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer } from '../../ui/states.tsx'

function RouteRow(props: { route: RouteView }) {
  const { language, words } = useLanguage()
  const w = words.settings
  const { route } = props
  const { operator } = route
  const down = operator?.binds.find((bind) => bind.sentence !== null)
  const isOpen = route.state === 'open'
  const states = {
    open: w.routeBound,
    down: w.routeDown,
    paused: w.routePaused,
    closed: w.routeClosed,
  }
  const pace = operator?.learnedSegmentsPerSecond ?? null
  const matched = operator?.receiptsMatched ?? null
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <StackedRow>
      <StackedCell leads fw={600}>
        {route.name}
      </StackedCell>
      <StackedCell>
        <Badge color={isOpen ? 'green' : 'red'} variant="light" tt="none">
          {states[route.state]}
        </Badge>
      </StackedCell>
      <StackedCell>
        <Text size="sm">{route.closedWhy ? w.closedWhy[route.closedWhy] : down?.sentence}</Text>
        {down?.operatorSaid && (
          <Text size="sm" c="dimmed">
            {w.operatorSaid} {down.operatorSaid}
          </Text>
        )}
        {route.isSlow && <Text size="sm">{w.routeSlow}</Text>}
        {pace !== null && (
          <Text size="sm" c="dimmed">
            {w.learnedPace} {Math.round(pace)}
          </Text>
        )}
      </StackedCell>
      <StackedCell>
        <Text size="sm" c="dimmed">
          {matched === null ? '' : `${w.receiptsMatched} ${share.format(matched)}`}
        </Text>
      </StackedCell>
    </StackedRow>
  )
}

export function RoutesSection() {
  const { words } = useLanguage()
  const routes = useQuery({
    queryKey: ['routes'],
    queryFn: () => call('GET /v1/routes'),
    refetchInterval: 5_000,
  })
  return (
    <Stack>
      <Answer query={routes}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{words.none}</Text>
          ) : (
            <StackedTable minWidth={480}>
              {items.map((route) => (
                <RouteRow key={route.id} route={route} />
              ))}
            </StackedTable>
          )
        }
      </Answer>
    </Stack>
  )
}
