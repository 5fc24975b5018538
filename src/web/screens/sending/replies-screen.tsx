// What people answered, masked, with what was understood.
import { Badge, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { InboundView } from '../../../sending/contract.ts'
import { get } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'

const colours: Record<InboundView['kind'], string> = {
  stop: 'red',
  help: 'blue',
  contact: 'blue',
  start: 'blue',
  doubtful: 'orange',
  other: 'gray',
}

export function RepliesScreen() {
  const { language, words } = useLanguage()
  const w = words.replies
  const replies = useQuery({
    queryKey: ['inbound'],
    queryFn: () => get<{ items: InboundView[] }>('/v1/inbound?limit=100'),
    refetchInterval: 5_000,
  })
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={replies}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <Table verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.from}</Table.Th>
                  <Table.Th>{w.kind}</Table.Th>
                  <Table.Th>{w.receivedAt}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((reply) => (
                  <Table.Tr key={reply.id}>
                    <Table.Td className="accord-mono">{reply.from}</Table.Td>
                    <Table.Td>
                      <Badge color={colours[reply.kind]} variant="light" tt="none">
                        {w.kinds[reply.kind]}
                      </Badge>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm" c="dimmed">
                        {dateTime(language, reply.receivedAt)}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Answer>
    </Page>
  )
}
