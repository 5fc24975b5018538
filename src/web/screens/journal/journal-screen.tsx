// The journal: who looked at whose data in clear and why, and who changed what.
import { Table, Text } from '@mantine/core'
import type { AuditEntryView } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'

function EntryTable(props: { items: readonly AuditEntryView[] }) {
  const { language, words } = useLanguage()
  const w = words.journal
  return (
    <WideTable minWidth={640} spacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.when}</Table.Th>
          <Table.Th>{w.who}</Table.Th>
          <Table.Th>{w.what}</Table.Th>
          <Table.Th>{w.why}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.items.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>{dateTime(language, entry.at)}</Table.Td>
            <Table.Td>
              {entry.actorName ?? w.unknown}
              <Text size="xs" c="dimmed">
                {w.actors[entry.actorKind]}
              </Text>
            </Table.Td>
            <Table.Td>{entry.sentence ?? fill(w.earlier, { code: entry.action })}</Table.Td>
            <Table.Td>{entry.reason ?? ''}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

export function JournalScreen() {
  const { words } = useLanguage()
  const w = words.journal
  const entries = useGrowingList(['audit'], (query) => call('GET /v1/audit', { query }))
  return (
    <Page title={w.title} lead={w.lead}>
      <GrowingList list={entries} empty={{ title: w.empty, text: w.lead }}>
        {(items) => <EntryTable items={items} />}
      </GrowingList>
    </Page>
  )
}
