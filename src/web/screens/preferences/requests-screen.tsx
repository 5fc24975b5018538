// What people asked for on their pages, with the day until which each must be answered.
import { Badge, Group, Table, Text } from '@mantine/core'
import type { RequestView } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { useAnswerRequest, usePersonRequests } from './queries.ts'

function Answering(props: { request: RequestView }) {
  const { language, words } = useLanguage()
  const w = words.requests
  const { request } = props
  const answer = useAnswerRequest(request.id)
  const state = useAllowed('consent.record', answer.isPending)
  if (request.answer !== null && request.answeredAt !== null) {
    const date = dateTime(language, request.answeredAt)
    return (
      <Text size="sm">
        {w[request.answer]} · {fill(w.answered, { date })}
      </Text>
    )
  }
  return (
    <Group gap="xs">
      <ActionButton size="xs" label={w.done} state={state} onPress={() => answer.mutate('done')} />
      <ActionButton
        size="xs"
        variant="default"
        label={w.refused}
        state={state}
        onPress={() => answer.mutate('refused')}
      />
      {answer.error ? <Failed error={answer.error} /> : null}
    </Group>
  )
}

export function RequestsScreen() {
  const { language, words } = useLanguage()
  const w = words.requests
  const requests = usePersonRequests()
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={requests}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <WideTable minWidth={560} spacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.kind}</Table.Th>
                  <Table.Th>{w.asked}</Table.Th>
                  <Table.Th>{w.due}</Table.Th>
                  <Table.Th>{w.answer}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((request) => (
                  <Table.Tr key={request.id}>
                    <Table.Td>{w.kinds[request.kind]}</Table.Td>
                    <Table.Td>{dateTime(language, request.askedAt)}</Table.Td>
                    <Table.Td>
                      {dateTime(language, request.dueAt)}{' '}
                      {request.isOverdue ? (
                        <Badge color="red" variant="light" tt="none">
                          {w.overdue}
                        </Badge>
                      ) : null}
                    </Table.Td>
                    <Table.Td>
                      <Answering request={request} />
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
