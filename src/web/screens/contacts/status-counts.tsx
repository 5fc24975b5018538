// How many people have which status, each figure a filter:
// the same counts as lists and check sheets.
import { Group, UnstyledButton } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { PersonStatus } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useFitting, useSegments } from '../segments/queries.ts'
import { CountedAt } from './counted-at.tsx'

type Counts = {
  people: number
  statuses: readonly { status: PersonStatus; people: number }[]
  countedAt: string | null
  isWhole: boolean
}

const nobody: Counts = { people: 0, statuses: [], countedAt: null, isWhole: true }

/** Those of a segment are counted by its rules, span by span: the figures grow meanwhile. */
function useCounts(listId: string | null, segmentId: string | null): Counts | null {
  const ofList = useQuery({
    queryKey: ['contacts', 'counts', listId],
    queryFn:
      segmentId === null
        ? () => call('GET /v1/contacts/counts', { query: { listId: listId ?? undefined } })
        : skipToken,
  })
  const segments = useSegments().data
  const segment = segments?.find(({ id }) => id === segmentId)
  const rules = segment === undefined ? null : { match: segment.match, rules: segment.rules }
  const { fitting } = useFitting(rules, listId)
  // It was deleted: the list below says so.
  if (segmentId !== null && segments !== undefined && segment === undefined) return nobody
  if (segmentId !== null) return fitting === null ? null : { ...fitting, countedAt: null }
  return ofList.data === undefined ? null : { ...ofList.data, isWhole: true }
}

export function StatusCounts(props: {
  listId: string | null
  segmentId: string | null
  status: string | null
  choose(status: string | null): void
}) {
  const { language, words } = useLanguage()
  const w = words.people
  const counts = useCounts(props.listId, props.segmentId)
  const choices = [
    { status: null, label: w.everybody, people: counts?.people },
    ...(counts?.statuses ?? []).map(({ status, people }) => ({
      ...{ status, people, label: w.statuses[status] },
    })),
  ]
  const figure = (people: number | undefined) =>
    people === undefined ? '…' : `${count(language, people)}${counts?.isWhole ? '' : '…'}`
  return (
    <Group component="section" role="group" aria-label={w.status} gap="xs">
      {choices.map(({ status, label, people }) => (
        <UnstyledButton
          key={status ?? ''}
          className="accord-count"
          aria-pressed={props.status === status}
          onClick={() => props.choose(status)}
        >
          {label} <strong>{figure(people)}</strong>
        </UnstyledButton>
      ))}
      {counts?.countedAt ? <CountedAt at={counts.countedAt} /> : null}
    </Group>
  )
}
