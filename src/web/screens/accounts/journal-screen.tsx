// The journal: who looked at whose data in clear and why, and who changed what.
import { Button, Stack, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditEntryView } from '../../../contacts/contract.ts'
import { get } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'

type AuditPage = { items: AuditEntryView[]; nextCursor: string | null }

function EntryTable(props: { items: readonly AuditEntryView[] }) {
  const { language, words } = useLanguage()
  const w = words.journal
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="sm">
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
                {w.actors[entry.actorKind]}
                <Text size="xs" c="dimmed" className="accord-mono">
                  {entry.actor}
                </Text>
              </Table.Td>
              <Table.Td className="accord-mono">{entry.action}</Table.Td>
              <Table.Td>{entry.reason ?? ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

export function JournalScreen() {
  const { words } = useLanguage()
  const w = words.journal
  const entries = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: '50' })
      if (pageParam) query.set('cursor', pageParam)
      return get<AuditPage>(`/v1/audit?${query}`)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
  const items = entries.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={w.title} lead={w.lead}>
      {entries.isPending ? <Loading /> : null}
      {entries.error ? <Failed error={entries.error} retry={() => void entries.refetch()} /> : null}
      {entries.data && items.length === 0 ? <Empty title={w.empty} text={w.lead} /> : null}
      {items.length > 0 ? (
        <Stack>
          <EntryTable items={items} />
          {entries.hasNextPage ? (
            <Button variant="default" onClick={() => void entries.fetchNextPage()}>
              {words.more}
            </Button>
          ) : null}
        </Stack>
      ) : null}
    </Page>
  )
}
