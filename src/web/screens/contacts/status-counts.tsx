// How many people have which status, each figure a filter:
// the same counts as lists and check sheets.
import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type PersonStatus, segmentStatuses } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { isSealed, useFitting, useSegments } from '../segments/queries.ts'
import type { Asked } from './contact-filters.tsx'
import { CountedAt } from './counted-at.tsx'

type Counts = {
  people: number
  statuses: readonly { status: PersonStatus; people: number }[]
  countedAt: string | null
  isWhole: boolean
}

/** Of a segment whose values somebody has to open to count it. */
type Sealed = { isDone: boolean; isCounting: boolean; error: Error | null; count(): void }

/** What narrows whom the figures are of, as the list below is narrowed. */
type Within = Omit<Asked, 'segmentId' | 'status' | 'sort'>

const nobody: Counts = { people: 0, statuses: [], countedAt: null, isWhole: true }

/** Those of a segment are counted by its rules, span by span: the figures grow meanwhile. */
function useCounts(
  segmentId: string | null,
  { listId: ofOne, ...narrowing }: Within,
): {
  counts: Counts | null
  sealed: Sealed | null
  isNeverCounted: boolean
  hasFailed: boolean
} {
  const listId = ofOne ?? null
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const ofList = useQuery({
    queryKey: ['contacts', 'counts', listId, narrowing],
    queryFn:
      segmentId === null
        ? () => call('GET /v1/contacts/counts', { query: { listId: ofOne, ...narrowing } })
        : skipToken,
  })
  const segments = useSegments().data
  const segment = segments?.find(({ id }) => id === segmentId)
  const rules = segment === undefined ? null : { match: segment.match, rules: segment.rules }
  const opensValues = isSealed(rules)
  // A segment is counted as a whole; its figures would be those of more people than are below.
  const isNeverCounted =
    segmentId !== null && Object.values(narrowing).some((one) => one !== undefined)
  const mayCount = !isNeverCounted && (!opensValues || askedFor === JSON.stringify([rules, listId]))
  const { fitting, countedAt, isCounting, error, again } = useFitting(rules, { listId, mayCount })
  if (segmentId === null) {
    const { data, isError } = ofList
    const counts = data === undefined ? null : { ...data, isWhole: true }
    return { counts, sealed: null, isNeverCounted, hasFailed: isError }
  }
  // It was deleted: the list below says so.
  if (segments !== undefined && segment === undefined) {
    return { counts: nobody, sealed: null, isNeverCounted, hasFailed: false }
  }
  if (isNeverCounted) return { counts: null, sealed: null, isNeverCounted, hasFailed: false }
  const counts = fitting === null ? null : { ...fitting, countedAt: opensValues ? countedAt : null }
  const count = () => {
    setAskedFor(JSON.stringify([rules, listId]))
    if (error !== null || counts?.isWhole) again()
  }
  const isDone = counts?.isWhole === true
  const sealed = opensValues ? { isDone, isCounting, error, count } : null
  return { counts, sealed, isNeverCounted, hasFailed: error !== null }
}

/** Opening values is recorded: it happens when somebody asks, and not as they look around. */
function CountSealed({ sealed }: { sealed: Sealed }) {
  const { words } = useLanguage()
  const w = words.segments
  if (sealed.error !== null) return <Failed error={sealed.error} retry={sealed.count} />
  if (sealed.isCounting) return null
  return (
    <Stack gap="xs" align="flex-start">
      {sealed.isDone ? null : <Text size="sm">{w.countSealed}</Text>}
      <Button variant="default" size={sealed.isDone ? 'compact-sm' : 'sm'} onClick={sealed.count}>
        {w.countNow}
      </Button>
    </Stack>
  )
}

export function StatusCounts(props: {
  within: Within
  segmentId: string | null
  status: string | null
  choose(status: string | null): void
}) {
  const { language, words } = useLanguage()
  const w = words.people
  const { counts, sealed, isNeverCounted, hasFailed } = useCounts(props.segmentId, props.within)
  // Whoever does not count can narrow by a status all the same.
  // The list below says what failed.
  const isUncounted = isNeverCounted || hasFailed || sealed?.isCounting === false
  const uncounted =
    sealed !== null || isNeverCounted ? segmentStatuses.map((status) => ({ status })) : []
  const choices = [
    { status: null, label: w.everybody, people: counts?.people },
    ...(counts?.statuses ?? uncounted).map((one) => ({
      people: undefined,
      ...one,
      label: w.statuses[one.status],
    })),
  ]
  const figure = (people: number | undefined) =>
    people === undefined
      ? isUncounted
        ? null
        : '…'
      : `${count(language, people)}${counts?.isWhole ? '' : '…'}`
  return (
    <Stack gap="xs">
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
      {isNeverCounted ? <Text size="sm">{words.segments.countedWhole}</Text> : null}
      {sealed === null ? null : <CountSealed sealed={sealed} />}
    </Stack>
  )
}
