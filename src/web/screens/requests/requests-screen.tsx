// What people asked for on their pages, with the day until which each must be answered.
import { Alert, Group, Select, Stack, Table, Text } from '@mantine/core'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { type RequestView, requestKinds, requestStates } from '../../../preferences/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Folded } from '../../ui/folded.tsx'
import { GrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { AnswerRequest, OpenedRequest } from './answer-request.tsx'
import { AnswerTexts } from './answer-texts.tsx'
import { Asked, Due, Who } from './request-parts.tsx'
import { useFreshRequests, useRequests } from './request-queries.ts'
import { TakeRequest } from './take-request.tsx'

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

/** Which are shown stands in the address, so that a view can be kept and sent to a colleague. */
function useShown() {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('state')
  const state = asked === 'all' ? 'all' : (requestStates.find((one) => one === asked) ?? 'open')
  const kind = requestKinds.find((one) => one === search.get('kind'))
  const choose = (name: 'state' | 'kind', value: string | null) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    setSearch(next, { replace: true })
  }
  return { state, kind, choose } as const
}

function Filters({ state, kind, choose }: ReturnType<typeof useShown>) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  return (
    <Group align="flex-end">
      <Select
        label={w.state}
        allowDeselect={false}
        value={state}
        data={([...requestStates, 'all'] as const).map((value) => ({
          ...{ value, label: w.states[value] },
        }))}
        onChange={(value) => choose('state', value === 'open' ? null : value)}
      />
      <Select
        label={w.onlyKind}
        allowDeselect={false}
        value={kind ?? ''}
        data={[
          { value: '', label: w.anyKind },
          ...requestKinds.map((value) => ({ value, label: w.kinds[value] })),
        ]}
        onChange={(value) => choose('kind', value)}
      />
    </Group>
  )
}

/** They come first, so all of them are counted unless the whole page is late. */
function Overdue({ items, isMore }: { items: readonly RequestView[]; isMore: boolean }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const late = items.filter(({ isOverdue }) => isOverdue).length
  if (late === 0) return null
  const figures = { count: count(language, late) }
  const isAll = late < items.length || !isMore
  return <Alert color="red">{fill(isAll ? w.overdueCount : w.overdueMany, figures)}</Alert>
}

export function RequestsScreen() {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const { id } = useParams()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const again = useFreshRequests()
  const shown = useShown()
  const { state, kind } = shown
  const requests = useRequests({ state: state === 'all' ? undefined : state, kind })
  const close = () => {
    again()
    void navigate({ pathname: paths.requests, search: search.toString() })
  }
  const isAny = state === 'all' && kind === undefined
  return (
    <Page title={w.title} lead={w.lead}>
      <Folded title={w.take}>
        <Text size="sm" className="accord-measure">
          {w.takeLead}
        </Text>
        <TakeRequest />
      </Folded>
      <Filters {...shown} />
      <GrowingList
        list={requests}
        empty={isAny ? { title: w.empty, text: w.emptyText } : w.noneOf[state]}
      >
        {(items) => (
          <>
            <Overdue items={items} isMore={requests.hasNextPage} />
            <Requests items={items} />
          </>
        )}
      </GrowingList>
      <Folded title={w.texts}>
        <AnswerTexts />
      </Folded>
      {id === undefined ? null : <OpenedRequest id={id} onClose={close} />}
    </Page>
  )
}
