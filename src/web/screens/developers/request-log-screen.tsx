// The last requests of the account's programs, the newest first; the choice stands in the address.
import { Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import {
  type LoggedRequestView,
  type StatusClass,
  statusClasses,
  unknownPath,
} from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { count, date as day, exactTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { requestLogWords } from '../../words/developers/request-log.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

const lookMs = 5_000
const pathsMs = 30_000

type Asked = {
  tokenId: string | undefined
  status: StatusClass | undefined
  path: string | undefined
}

const useRequests = (asked: Asked) =>
  useGrowingList(
    ['request-log', asked],
    (page) => call('GET /v1/request-log', { query: { ...page, ...asked } }),
    // Who reads far down is left in peace.
    ({ state: { data } }) => ((data?.pages.length ?? 0) > 1 ? false : lookMs),
  )

function meaningOf(status: number): Meaning {
  if (status >= 500) return 'refused'
  return status >= 400 ? 'waits' : 'good'
}

function Answered({ request }: { request: LoggedRequestView }) {
  const { words } = useLanguage()
  const w = own(words, requestLogWords)
  const { status, error, idempotencyKey } = request
  return (
    <Stack gap={4} align="flex-start">
      <StatusBadge meaning={meaningOf(status)}>{String(status)}</StatusBadge>
      {error === null ? null : (
        <Text size="sm">
          {error.sentence}{' '}
          <Text span c="dimmed" size="sm" className="accord-figures">
            {error.code}
          </Text>
        </Text>
      )}
      {idempotencyKey === 'repeated' ? (
        <Text size="sm" c="dimmed">
          {w.repeated}
        </Text>
      ) : null}
    </Stack>
  )
}

function RequestTable({ items }: { items: readonly LoggedRequestView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, requestLogWords)
  return (
    <StackedTable
      minWidth={640}
      spacing="sm"
      columns={[w.request, w.status, { figures: w.duration }]}
    >
      {items.map((request) => (
        <StackedRow key={request.id}>
          <StackedCell leads>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {request.method} {request.path === unknownPath ? w.unknown : request.path}
            </Text>
            <Text size="sm" c="dimmed">
              {day(language, request.at)}, {exactTime(language, request.at)} · {request.token.name}
            </Text>
          </StackedCell>
          <StackedCell leads>
            <Answered request={request} />
          </StackedCell>
          <StackedCell label={w.duration} isFigure className="accord-figures">
            {fill(w.ms, { count: count(language, request.durationMs) })}
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

/** Each choice stands in the address, so that it can be sent to somebody. */
function useChoice(): [Asked, (name: 'token' | 'status' | 'path', value: string | null) => void] {
  const [search, setSearch] = useSearchParams()
  const asked = {
    tokenId: search.get('token') ?? undefined,
    status: statusClasses.find((one) => one === search.get('status')),
    path: search.get('path') ?? undefined,
  }
  const choose = (name: string, value: string | null) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    setSearch(next, { replace: true })
  }
  return [asked, choose]
}

function Filters(props: {
  asked: Asked
  choose: ReturnType<typeof useChoice>[1]
  /** Paths of what is shown: a request may have come since all paths were asked for. */
  seen: readonly string[]
}) {
  const { asked, choose, seen } = props
  const { words } = useLanguage()
  const w = own(words, requestLogWords)
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => call('GET /v1/tokens') })
  const all = useQuery({
    queryKey: ['request-log', 'paths'],
    queryFn: () => call('GET /v1/request-log', { query: { limit: 1 } }),
    refetchInterval: pathsMs,
  })
  // What the address names is shown also where nothing of it is left.
  const chosen = asked.path === undefined ? [] : [asked.path]
  const paths = new Set([...chosen, ...seen, ...(all.data?.paths ?? [])])
  const named = [...paths].sort().map((value) => ({
    value,
    label: value === unknownPath ? w.unknown : value,
  }))
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <Select
        label={w.token}
        allowDeselect={false}
        value={asked.tokenId ?? ''}
        data={[
          { value: '', label: w.anyToken },
          ...(tokens.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => choose('token', value)}
      />
      <Select
        label={w.status}
        allowDeselect={false}
        value={asked.status ?? ''}
        data={[
          { value: '', label: w.anyStatus },
          ...statusClasses.map((value) => ({ value, label: w.classes[value] })),
        ]}
        onChange={(value) => choose('status', value)}
      />
      <Select
        label={w.path}
        allowDeselect={false}
        searchable
        value={asked.path ?? ''}
        data={[{ value: '', label: w.anyPath }, ...named]}
        onChange={(value) => choose('path', value)}
      />
    </SimpleGrid>
  )
}

export function RequestLogScreen() {
  const { words } = useLanguage()
  const w = own(words, requestLogWords)
  const [asked, choose] = useChoice()
  const list = useRequests(asked)
  const seen = list.data?.pages.flatMap(({ items }) => items.map(({ path }) => path)) ?? []
  const isNarrowed = Object.values(asked).some((one) => one !== undefined)
  const empty = isNarrowed
    ? { title: w.noneFits, text: w.noneFitsText }
    : { title: w.none, text: w.noneText }
  return (
    <Page title={w.title} lead={w.lead}>
      <Filters asked={asked} choose={choose} seen={seen} />
      <Text size="sm">{w.refused}</Text>
      <GrowingList list={list} empty={empty}>
        {(items) => <RequestTable items={items} />}
      </GrowingList>
    </Page>
  )
}
