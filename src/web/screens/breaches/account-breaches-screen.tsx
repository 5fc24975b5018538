// The account's own register of breaches: those of which it was told, and those that it recorded.
import { Anchor, Button, Text } from '@mantine/core'
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
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
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
    <StackedTable minWidth={640} columns={[w.what, w.own.known, w.due, w.own.time, w.state]}>
      {items.map((breach) => (
        <StackedRow key={breach.id}>
          <StackedCell leads>
            <Anchor component={Link} to={paths.ownBreach(breach.id)}>
              {nameOf(breach)}
            </Anchor>
            <Text size="xs" c="dimmed">
              {w.own.sources[breach.source]}
            </Text>
          </StackedCell>
          <StackedCell label={w.own.known}>{dateTime(language, breach.knownAt)}</StackedCell>
          <StackedCell label={w.due}>{dateTime(language, breach.dueAt)}</StackedCell>
          <StackedCell label={w.own.time}>
            <ClockBadge clock={breach.clock} />
          </StackedCell>
          <StackedCell leads>
            <BreachStateBadge state={breach.state} />
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
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
