// The register of breaches: each with its clock and its state.
import { Anchor, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { BreachState } from '../../../disclosure/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { StaffPage } from '../installation/staff-page.tsx'
import { BreachFiles } from './breach-files.tsx'
import { breachesKey } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

const meanings: Record<BreachState, Meaning> = {
  open: 'waits',
  notified: 'information',
  people_told: 'information',
  closed: 'good',
}

export function BreachStateBadge({ state }: { state: BreachState }) {
  const breachWords = useBreachWords()
  return <StatusBadge meaning={meanings[state]}>{breachWords.states[state]}</StatusBadge>
}

function Register() {
  const { language } = useLanguage()
  const w = useBreachWords()
  const list = useGrowingList([...breachesKey, 'list'], (page) =>
    call('GET /v1/breaches', { query: page }),
  )
  return (
    <GrowingList list={list} empty={{ title: w.empty, text: <Text>{w.emptyText}</Text> }}>
      {(items) => (
        <StackedTable minWidth={640} columns={[w.number, w.what, w.discovered, w.due, w.state]}>
          {items.map(({ id, number, title, discoveredAt, dueAt, state }) => (
            <StackedRow key={id}>
              <StackedCell label={w.number}>{number}</StackedCell>
              <StackedCell leads>
                <Anchor component={Link} to={paths.breach(id)}>
                  {title}
                </Anchor>
              </StackedCell>
              <StackedCell label={w.discovered}>{dateTime(language, discoveredAt)}</StackedCell>
              <StackedCell label={w.due}>{dateTime(language, dueAt)}</StackedCell>
              <StackedCell leads>
                <BreachStateBadge state={state} />
              </StackedCell>
            </StackedRow>
          ))}
        </StackedTable>
      )}
    </GrowingList>
  )
}

export function BreachesScreen() {
  const w = useBreachWords()
  const add = (
    <>
      <BreachFiles whose="installation" />
      <Button component={Link} to={paths.newBreach}>
        {w.add}
      </Button>
    </>
  )
  return (
    <StaffPage title={w.title} lead={w.lead} actions={add}>
      <Register />
    </StaffPage>
  )
}
