// How routes and queues are now, which contracts end, and whether sending is held.
import { Anchor, List, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { SupplierView } from '../../../governance/contract.ts'
import type { RouteView } from '../../../routing/contract.ts'
import type { QueueView } from '../../../sending/contract.ts'
import { count, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { BackupHealth } from './backup-facts.tsx'
import { useQueues, useRoutes, useSuppliers } from './queries.ts'
import { RouteBadge, RouteWhy } from './route-state.tsx'
import { StaffPage } from './staff-page.tsx'

const dayMs = 24 * 60 * 60_000

/** How long the first has waited, in the largest unit that is whole. */
function useWait() {
  const { language, words } = useLanguage()
  const w = words.installation.health
  return ({ alerts, marketing }: QueueView) => {
    const since = [alerts.since, marketing.since].flatMap((iso) => (iso ? [Date.parse(iso)] : []))
    if (since.length === 0) return w.none
    const seconds = Math.max(0, Math.round((Date.now() - Math.min(...since)) / 1000))
    const told = (unit: string, value: number) =>
      fill(unit, { count: count(language, Math.floor(value)) })
    if (seconds < 120) return told(w.seconds, seconds)
    if (seconds < 7_200) return told(w.minutes, seconds / 60)
    return seconds < 172_800 ? told(w.hours, seconds / 3_600) : told(w.days, seconds / 86_400)
  }
}

function QueueRow({ queue, route }: { queue: QueueView; route: RouteView | undefined }) {
  const { language, words } = useLanguage()
  const w = words.installation.health
  const wait = useWait()
  const counted = (value: number) => {
    const told = count(language, value)
    return queue.isAtLeast && value >= 100_000 ? fill(w.atLeast, { count: told }) : told
  }
  return (
    <StackedRow>
      <StackedCell leads>
        <Anchor component={Link} to={paths.route(queue.routeId)} fw={600} size="sm">
          {queue.name}
        </Anchor>
      </StackedCell>
      <StackedCell leads>
        {route === undefined ? null : (
          <>
            <RouteBadge state={route.state} />
            {route.state === 'open' ? null : <RouteWhy route={route} />}
          </>
        )}
      </StackedCell>
      <StackedCell label={w.alerts} isFigure>
        {counted(queue.alerts.count)}
      </StackedCell>
      <StackedCell label={w.marketing} isFigure>
        {counted(queue.marketing.count)}
      </StackedCell>
      <StackedCell label={w.oldest} isFigure>
        {wait(queue)}
      </StackedCell>
      <StackedCell label={w.later} isFigure>
        {counted(queue.later)}
      </StackedCell>
      <StackedCell label={w.inFlight} isFigure>
        {counted(queue.inFlight)}
      </StackedCell>
    </StackedRow>
  )
}

function Queues() {
  const { language, words } = useLanguage()
  const w = words.installation.health
  const queues = useQueues()
  const routes = useRoutes()
  const known = routes.data?.items ?? []
  const shut = known.filter(({ state }) => state !== 'open').length
  return (
    <Section title={w.queues}>
      {known.length === 0 ? null : (
        <Text size="sm" role="status">
          {shut === 0 ? w.fine : fill(w.notFine, { count: count(language, shut) })}
        </Text>
      )}
      <Answer query={queues}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={w.empty}
              text={w.emptyText}
              action={
                <Anchor component={Link} to={paths.newRoute}>
                  {w.toRoutes}
                </Anchor>
              }
            />
          ) : (
            <StackedTable
              minWidth={820}
              columns={[
                w.route,
                w.state,
                { figures: w.alerts },
                { figures: w.marketing },
                { figures: w.oldest },
                { figures: w.later },
                { figures: w.inFlight },
              ]}
            >
              {items.map((queue) => (
                <QueueRow
                  key={queue.routeId}
                  queue={queue}
                  route={known.find(({ id }) => id === queue.routeId)}
                />
              ))}
            </StackedTable>
          )
        }
      </Answer>
    </Section>
  )
}

/** Within sixty days, or over already: what a route leads to closes with it. */
function endsSoon({ standing, validUntil }: SupplierView): boolean {
  if (standing !== 'valid') return true
  return validUntil !== null && Date.parse(validUntil) - Date.now() < 60 * dayMs
}

function Contracts() {
  const { language, words } = useLanguage()
  const w = words.installation.health
  const suppliers = useSuppliers()
  return (
    <Section title={w.contracts} lead={w.contractsLead}>
      <Answer query={suppliers}>
        {({ items }) => {
          const ending = items.filter(endsSoon)
          if (ending.length === 0)
            return (
              <Text size="sm" c="dimmed">
                {w.noContracts}
              </Text>
            )
          return (
            <List size="sm">
              {ending.map(({ id, name, standing, validUntil }) => (
                <List.Item key={id}>
                  <Anchor component={Link} to={paths.suppliers}>
                    {standing === 'valid' && validUntil !== null
                      ? fill(w.endsOn, { name, date: date(language, validUntil) })
                      : fill(w.endedNow, { name })}
                  </Anchor>
                </List.Item>
              ))}
            </List>
          )
        }}
      </Answer>
      <Anchor component={Link} to={paths.restored} size="sm">
        {w.held}
      </Anchor>
    </Section>
  )
}

export function HealthScreen() {
  const { words } = useLanguage()
  const w = words.installation.health
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <Queues />
      <Contracts />
      <BackupHealth />
    </StaffPage>
  )
}
