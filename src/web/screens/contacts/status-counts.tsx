// How many people have which status, each figure a filter:
// the same counts as lists and check sheets.
import { Group, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { CountedAt } from './counted-at.tsx'

export function StatusCounts(props: {
  listId: string | null
  status: string | null
  choose(status: string | null): void
}) {
  const { language, words } = useLanguage()
  const w = words.people
  const { listId } = props
  const counts = useQuery({
    queryKey: ['contacts', 'counts', listId],
    queryFn: () => call('GET /v1/contacts/counts', { query: { listId: listId ?? undefined } }),
  })
  const choices = [
    { status: null, label: w.everybody, people: counts.data?.people },
    ...(counts.data?.statuses ?? []).map(({ status, people }) => ({
      ...{ status, people, label: w.statuses[status] },
    })),
  ]
  return (
    <Group component="section" role="group" aria-label={w.status} gap="xs">
      {choices.map(({ status, label, people }) => (
        <UnstyledButton
          key={status ?? ''}
          className="accord-count"
          aria-pressed={props.status === status}
          onClick={() => props.choose(status)}
        >
          {label} <strong>{people === undefined ? '…' : count(language, people)}</strong>
        </UnstyledButton>
      ))}
      {counts.data ? <CountedAt at={counts.data.countedAt} /> : null}
    </Group>
  )
}
