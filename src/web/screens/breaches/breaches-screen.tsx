// The register of breaches: each with its clock and its state.
import { Anchor, Button, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { BreachState } from '../../../disclosure/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { WideTable } from '../../ui/wide-table.tsx'
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
        <WideTable minWidth={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.number}</Table.Th>
              <Table.Th>{w.what}</Table.Th>
              <Table.Th>{w.discovered}</Table.Th>
              <Table.Th>{w.due}</Table.Th>
              <Table.Th>{w.state}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, number, title, discoveredAt, dueAt, state }) => (
              <Table.Tr key={id}>
                <Table.Td>{number}</Table.Td>
                <Table.Td>
                  <Anchor component={Link} to={paths.breach(id)}>
                    {title}
                  </Anchor>
                </Table.Td>
                <Table.Td>{dateTime(language, discoveredAt)}</Table.Td>
                <Table.Td>{dateTime(language, dueAt)}</Table.Td>
                <Table.Td>
                  <BreachStateBadge state={state} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
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
