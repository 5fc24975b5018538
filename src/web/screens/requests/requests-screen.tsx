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
        <Text size="xs">
          {heardBy === 'sms'
            ? own(words, requestWords).bySms
            : fill(words.desk.byStaff, { how: words.desk.heardBys[heardBy] })}
        </Text>
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

function Asked({ request }: { request: RequestView }) {
  const { words } = useLanguage()
  return (
    <Stack gap={6} align="flex-start">
      {own(words, requestWords).kinds[request.kind]}
      {request.hasText ? <ReadText request={request} /> : null}
    </Stack>
  )
}

/** A telephone has room for one column: a request and its answer stand in it. */
function Requests({ items }: { items: readonly RequestView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  return (
    <WideTable minWidth={280} spacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.who}</Table.Th>
          <Table.Th visibleFrom="sm">{w.kind}</Table.Th>
          <Table.Th visibleFrom="sm">{w.asked}</Table.Th>
          <Table.Th visibleFrom="sm">{w.due}</Table.Th>
          <Table.Th visibleFrom="sm">{w.answer}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((request) => (
          <Table.Tr key={request.id}>
            <Table.Td>
              <Who request={request} />
              <Stack hiddenFrom="sm" gap={6} mt={6} align="flex-start">
                <Asked request={request} />
                <Text size="xs" c="dimmed">
                  {w.asked} {dateTime(language, request.askedAt)}
                </Text>
                {request.answeredAt === null ? (
                  <>
                    <Text size="xs" c="dimmed">
                      {w.due}
                    </Text>
                    <Due request={request} />
                  </>
                ) : null}
                <AnswerRequest request={request} />
              </Stack>
            </Table.Td>
            <Table.Td visibleFrom="sm" miw={request.hasText ? 176 : undefined}>
              <Asked request={request} />
            </Table.Td>
            <Table.Td visibleFrom="sm">{dateTime(language, request.askedAt)}</Table.Td>
            <Table.Td visibleFrom="sm">
              <Due request={request} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <AnswerRequest request={request} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

export function RequestsScreen() {
  const { words } = useLanguage()
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
            <Requests items={items} />
          )
        }
      </Answer>
      <Folded title={w.texts}>
        <AnswerTexts />
      </Folded>
    </Page>
  )
}
