// What people answered, masked, with what was understood.
import { SegmentedControl, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InboundView } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { ReviewReply } from './review-reply.tsx'

const meanings: Record<InboundView['kind'], Meaning> = {
  stop: 'refused',
  help: 'information',
  contact: 'information',
  start: 'information',
  doubtful: 'waits',
  other: 'neutral',
}

export function RepliesScreen() {
  const { language, words } = useLanguage()
  const w = words.replies
  const [shown, setShown] = useState<'all' | 'toRead'>('all')
  const replies = useQuery({
    queryKey: ['inbound', shown],
    queryFn: () =>
      call('GET /v1/inbound', {
        query: { limit: 100, needsReview: shown === 'toRead' ? 'true' : undefined },
      }),
    refetchInterval: 5_000,
  })
  return (
    <Page title={w.title} lead={w.lead}>
      <SegmentedControl
        aria-label={w.title}
        mb="md"
        value={shown}
        onChange={(value) => setShown(value === 'toRead' ? 'toRead' : 'all')}
        data={[
          { value: 'all', label: w.all },
          { value: 'toRead', label: w.toRead },
        ]}
      />
      <Answer query={replies}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={shown === 'all' ? w.empty : w.noneToRead}
              text={shown === 'all' ? w.emptyText : w.lead}
            />
          ) : (
            <WideTable minWidth={560} spacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.from}</Table.Th>
                  <Table.Th>{w.kind}</Table.Th>
                  <Table.Th>{w.receivedAt}</Table.Th>
                  <Table.Th>{w.act}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((reply) => (
                  <Table.Tr key={reply.id}>
                    <Table.Td className="accord-figures">{reply.from}</Table.Td>
                    <Table.Td>
                      <StatusBadge meaning={meanings[reply.kind]}>
                        {w.kinds[reply.kind]}
                      </StatusBadge>
                      {reply.review === null ? null : (
                        <Text size="xs" c="dimmed">
                          {w.reviewed[reply.review]}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm" c="dimmed">
                        {dateTime(language, reply.receivedAt)}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <ReviewReply reply={reply} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          )
        }
      </Answer>
    </Page>
  )
}
