// What narrows the contacts: kept in the address, so that a link shows the same people.
import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type PersonStatus, personStatuses } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { instantOf } from '../../data/zone-fields.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { useChosen } from '../../ui/use-chosen.ts'
import { useSegments } from '../segments/queries.ts'

const names = ['list', 'segment', 'status', 'source', 'from', 'until', 'sort'] as const
type Name = (typeof names)[number]

const sources = ['import', 'other'] as const
const sorts = ['newest', 'oldest'] as const
/** What the API is asked for; of what it does not know, nothing. */
export type Asked = {
  listId: string | undefined
  segmentId: string | undefined
  status: PersonStatus | undefined
  source: (typeof sources)[number] | undefined
  addedFrom: string | undefined
  addedUntil: string | undefined
  sort: (typeof sorts)[number] | undefined
}

/** Filters alone: what somebody is looked for by is personal, and stands in no address. */
export const useContactFilters = () => useChosen(names)
type Filters = ReturnType<typeof useContactFilters>

const dayMs = 86_400_000

/** As the API takes them. A day begins by the account's clock; the last one counts whole. */
export function askedFor(chosen: Filters['chosen']): Asked {
  const day = (text: string | null, plusMs = 0) => {
    const at = text === null ? Number.NaN : Date.parse(instantOf(`${text}T00:00`) ?? '')
    return Number.isNaN(at) ? undefined : new Date(at + plusMs).toISOString()
  }
  return {
    listId: chosen.list ?? undefined,
    segmentId: chosen.segment ?? undefined,
    status: personStatuses.find((one) => one === chosen.status),
    source: sources.find((one) => one === chosen.source),
    addedFrom: day(chosen.from),
    addedUntil: day(chosen.until, dayMs),
    sort: sorts.find((one) => one === chosen.sort),
  }
}

/** Of whom the figures above the list are: all filters but the status, which each of them is. */
export const countedOf = ({ listId, source, addedFrom, addedUntil }: Asked) => ({
  ...{ listId, source, addedFrom, addedUntil },
})

export const useListNames = () =>
  useQuery({
    queryKey: ['lists', 'names'],
    queryFn: () => call('GET /v1/lists/names'),
  })

export function ContactFilters(props: Pick<Filters, 'chosen' | 'choose' | 'clear'>) {
  const { words } = useLanguage()
  const w = words.people
  const { chosen, choose } = props
  const lists = useListNames()
  const segments = useSegments()
  // The status is chosen above, and the order leaves nobody out.
  const narrows = (name: Name) => name !== 'status' && name !== 'sort'
  const set = names.filter((name) => narrows(name) && chosen[name] !== null).length
  const isAny = names.some((name) => chosen[name] !== null)
  return (
    <FilterBar set={set} clear={isAny ? props.clear : null}>
      <Select
        label={w.list}
        allowDeselect={false}
        value={chosen.list ?? ''}
        data={[
          { value: '', label: w.everybody },
          ...(lists.data?.items ?? []).map((list) => ({ value: list.id, label: list.name })),
        ]}
        onChange={(value) => choose('list', value)}
      />
      <Select
        label={w.segment}
        allowDeselect={false}
        value={chosen.segment ?? ''}
        data={[
          { value: '', label: w.everybody },
          ...(segments.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => choose('segment', value)}
      />
      <Select
        label={w.source}
        allowDeselect={false}
        value={chosen.source ?? ''}
        data={[
          { value: '', label: w.sources.any },
          { value: 'import', label: w.sources.import },
          { value: 'other', label: w.sources.other },
        ]}
        onChange={(value) => choose('source', value)}
      />
      <TextInput
        type="date"
        label={w.from}
        value={chosen.from ?? ''}
        onChange={(event) => choose('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.until}
        value={chosen.until ?? ''}
        onChange={(event) => choose('until', event.currentTarget.value)}
      />
      <Select
        label={w.sort}
        allowDeselect={false}
        value={chosen.sort ?? 'newest'}
        data={sorts.map((value) => ({ value, label: w.sorts[value] }))}
        onChange={(value) => choose('sort', value === 'newest' ? null : value)}
      />
    </FilterBar>
  )
}
