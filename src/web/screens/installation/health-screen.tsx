// How routes and queues are now, which contracts end, and whether sending is held.
import { Anchor, List, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { SupplierView } from '../../../governance/contract.ts'
import type { RouteView } from '../../../routing/contract.ts'
import type { QueueView } from '../../../sending/contract.ts'
import { count, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
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
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={paths.route(queue.routeId)} fw={600} size="sm">
          {queue.name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {route === undefined ? null : (
          <>
            <RouteBadge state={route.state} />
            {route.state === 'open' ? null : <RouteWhy route={route} />}
          </>
        )}
      </Table.Td>
      <Table.Td ta="right">{counted(queue.alerts.count)}</Table.Td>
      <Table.Td ta="right">{counted(queue.marketing.count)}</Table.Td>
      <Table.Td ta="right">{wait(queue)}</Table.Td>
      <Table.Td ta="right">{counted(queue.later)}</Table.Td>
      <Table.Td ta="right">{counted(queue.inFlight)}</Table.Td>
    </Table.Tr>
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
            <WideTable minWidth={820}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.route}</Table.Th>
                  <Table.Th>{w.state}</Table.Th>
                  <Table.Th ta="right">{w.alerts}</Table.Th>
                  <Table.Th ta="right">{w.marketing}</Table.Th>
                  <Table.Th ta="right">{w.oldest}</Table.Th>
                  <Table.Th ta="right">{w.later}</Table.Th>
                  <Table.Th ta="right">{w.inFlight}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((queue) => (
                  <QueueRow
                    key={queue.routeId}
                    queue={queue}
                    route={known.find(({ id }) => id === queue.routeId)}
                  />
                ))}
              </Table.Tbody>
            </WideTable>
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
