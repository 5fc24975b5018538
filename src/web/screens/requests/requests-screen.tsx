// What people asked for on their pages, with the day until which each must be answered.
import { Anchor, Stack, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { RequestView } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Folded } from '../../ui/folded.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { usePersonRequests } from '../forms/queries.ts'
import { AnswerRequest } from './answer-request.tsx'
import { AnswerTexts } from './answer-texts.tsx'
import { ReadText } from './read-text.tsx'
import { TakeRequest } from './take-request.tsx'

/** Masked here; in clear at the desk, with a reason. */
function Who(props: { request: RequestView }) {
  const { words } = useLanguage()
  const { contactId, numberMasked, heardBy } = props.request
  if (contactId === null) return <Text size="sm">{own(words, requestWords).gone}</Text>
  return (
    <>
      <Anchor component={Link} to={paths.desk(contactId)} className="accord-figures">
        {numberMasked}
      </Anchor>
      {heardBy ? (
        <Text size="xs">{fill(words.desk.byStaff, { how: words.desk.heardBys[heardBy] })}</Text>
      ) : null}
    </>
  )
}

/** What is due and when, and why it may be later than a month. */
function Due(props: { request: RequestView }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const { kind, acknowledgedAt, dueAt, isOverdue, pausedAt, extendedAt, answeredAt } = props.request
  if (answeredAt !== null) return <Text size="sm">—</Text>
  const isUnseen = kind === 'complaint' && acknowledgedAt === null
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">
        {isUnseen ? `${w.acknowledgeBy} ` : null}
        {dateTime(language, dueAt)}
      </Text>
      {isOverdue ? <StatusBadge meaning="refused">{w.overdue}</StatusBadge> : null}
      {pausedAt === null ? null : <StatusBadge meaning="waits">{w.paused}</StatusBadge>}
      {extendedAt === null ? null : <StatusBadge meaning="neutral">{w.extended}</StatusBadge>}
    </Stack>
  )
}

export function RequestsScreen() {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const requests = usePersonRequests()
  return (
    <Page title={w.title} lead={w.lead}>
      <Folded title={w.take}>
        <Text size="sm" className="accord-measure">
          {w.takeLead}
        </Text>
        <TakeRequest />
      </Folded>
      <Answer query={requests}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <WideTable minWidth={680} spacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.who}</Table.Th>
                  <Table.Th>{w.kind}</Table.Th>
                  <Table.Th>{w.asked}</Table.Th>
                  <Table.Th>{w.due}</Table.Th>
                  <Table.Th>{w.answer}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((request) => (
                  <Table.Tr key={request.id}>
                    <Table.Td>
                      <Who request={request} />
                    </Table.Td>
                    <Table.Td miw={request.hasText ? 176 : undefined}>
                      <Stack gap={6} align="flex-start">
                        {w.kinds[request.kind]}
                        {request.hasText ? <ReadText request={request} /> : null}
                      </Stack>
                    </Table.Td>
                    <Table.Td>{dateTime(language, request.askedAt)}</Table.Td>
                    <Table.Td>
                      <Due request={request} />
                    </Table.Td>
                    <Table.Td>
                      <AnswerRequest request={request} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          )
        }
      </Answer>
      <Folded title={w.texts}>
        <AnswerTexts />
      </Folded>
    </Page>
  )
}
