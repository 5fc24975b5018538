// The account's own register of breaches: those of which it was told, and those that it recorded.
import { Anchor, Button, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { AccountBreachItem, BreachClock } from '../../../disclosure/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { BreachFiles } from './breach-files.tsx'
import { BreachStateBadge } from './breaches-screen.tsx'
import { breachesKey } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

const meanings: Record<BreachClock, Meaning> = {
  running: 'waits',
  late: 'refused',
  met: 'good',
  met_late: 'information',
  stopped: 'information',
}

function ClockBadge({ clock }: { clock: BreachClock }) {
  const w = useBreachWords()
  return <StatusBadge meaning={meanings[clock]}>{w.clockNames[clock]}</StatusBadge>
}

export function useOwnName(): (
  breach: Pick<AccountBreachItem, 'source' | 'number' | 'title'>,
) => string {
  const w = useBreachWords().own
  return ({ source, number, title }) => title || fill(w.names[source], { number: String(number) })
}

function Register({ items }: { items: readonly AccountBreachItem[] }) {
  const { language } = useLanguage()
  const w = useBreachWords()
  const nameOf = useOwnName()
  return (
    <WideTable minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.what}</Table.Th>
          <Table.Th>{w.own.known}</Table.Th>
          <Table.Th>{w.due}</Table.Th>
          <Table.Th>{w.own.time}</Table.Th>
          <Table.Th>{w.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((breach) => (
          <Table.Tr key={breach.id}>
            <Table.Td>
              <Anchor component={Link} to={paths.ownBreach(breach.id)}>
                {nameOf(breach)}
              </Anchor>
              <Text size="xs" c="dimmed">
                {w.own.sources[breach.source]}
              </Text>
            </Table.Td>
            <Table.Td>{dateTime(language, breach.knownAt)}</Table.Td>
            <Table.Td>{dateTime(language, breach.dueAt)}</Table.Td>
            <Table.Td>
              <ClockBadge clock={breach.clock} />
            </Table.Td>
            <Table.Td>
              <BreachStateBadge state={breach.state} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function All() {
  const { language } = useLanguage()
  const w = useBreachWords().own
  const list = useGrowingList([...breachesKey, 'own', 'list', language], (page) =>
    call('GET /v1/account-breaches', { query: page }),
  )
  return (
    <GrowingList list={list} empty={{ title: w.empty, text: w.emptyText }}>
      {(items) => <Register items={items} />}
    </GrowingList>
  )
}

export function AccountBreachesScreen() {
  const { may } = useSession()
  const w = useBreachWords()
  if (!may('registers.manage')) {
    return (
      <Page title={w.own.title}>
        <NotAllowed right="registers.manage" />
      </Page>
    )
  }
  const actions = (
    <>
      <BreachFiles whose="account" />
      <Button component={Link} to={paths.newOwnBreach}>
        {w.own.add}
      </Button>
    </>
  )
  return (
    <Page title={w.own.title} lead={w.own.lead} actions={actions}>
      <All />
    </Page>
  )
}
