// What narrows the contacts: kept in the address, so that a link shows the same people.
import { Pill, Select, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import {
  type ContactSort,
  contactSorts,
  type PersonStatus,
  personStatuses,
} from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { instantOf } from '../../data/zone-fields.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { useChosen } from '../../ui/use-chosen.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { contactFilterWords } from '../../words/people/contact-filters.ts'
import { ListChooser } from '../lists/list-chooser.tsx'
import { useSegments } from '../segments/queries.ts'
import { countries } from '../segments/rule-draft.ts'

const names = [
  ...(['list', 'segment', 'status', 'source', 'import', 'country', 'area'] as const),
  ...(['from', 'until', 'sort'] as const),
]
type Name = (typeof names)[number]

const sources = ['import', 'other'] as const
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const areaPattern = /^[0-9A-Z]{2,3}$/
/** What the API is asked for; of what it does not know, nothing. */
export type Asked = {
  listId: string | undefined
  segmentId: string | undefined
  status: PersonStatus | undefined
  source: (typeof sources)[number] | undefined
  importId: string | undefined
  country: string | undefined
  postcodeArea: string | undefined
  addedFrom: string | undefined
  addedUntil: string | undefined
  sort: ContactSort | undefined
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
    ...placeOf(chosen),
    importId: idPattern.test(chosen.import ?? '') ? (chosen.import ?? undefined) : undefined,
    addedFrom: day(chosen.from),
    addedUntil: day(chosen.until, dayMs),
    sort: sortsOf(chosen.segment).find((one) => one === chosen.sort),
  }
}

function placeOf({ country, area }: Filters['chosen']) {
  const written = area?.trim().toUpperCase() ?? ''
  return {
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : undefined,
    postcodeArea: areaPattern.test(written) ? written : undefined,
  }
}

/** Those of a segment are found in the order in which they were added. */
const sortsOf = (segment: string | null): readonly ContactSort[] =>
  segment === null ? contactSorts : contactSorts.filter((sort) => sort !== 'changed')

/** Of whom the figures above the list are: all filters but the status, which each of them is. */
export const countedOf = ({ segmentId: _, status: __, sort: ___, ...narrowing }: Asked) => narrowing

type Choice = Pick<Filters, 'chosen' | 'choose'>

/** The postcode itself is sealed; its département and the country of the number are not. */
function Place({ chosen, choose }: Choice) {
  const { language, words } = useLanguage()
  const f = own(words, contactFilterWords)
  const known = [...new Set([...countries, ...(placeOf(chosen).country ?? '').split(' ')])]
  return (
    <>
      <Select
        label={f.country}
        searchable
        allowDeselect={false}
        value={placeOf(chosen).country ?? ''}
        data={[
          { value: '', label: words.people.everybody },
          ...known
            .filter((code) => code !== '')
            .map((code) => ({ value: code, label: territoryName(language, code) })),
        ]}
        onChange={(value) => choose('country', value)}
      />
      <TextInput
        label={f.postcodeArea}
        placeholder={f.postcodeHelp}
        maxLength={3}
        w={130}
        value={chosen.area ?? ''}
        onChange={(event) => choose('area', event.currentTarget.value)}
      />
    </>
  )
}

/** Where a file brought them, its name; whoever may not see imports is told of one. */
function OfImport(props: { id: string; leave(): void }) {
  const { words } = useLanguage()
  const f = own(words, contactFilterWords)
  const { may } = useSession()
  const { data } = useQuery({
    queryKey: ['imports', props.id],
    queryFn: may('imports.run')
      ? () => call('GET /v1/imports/{id}', { params: { id: props.id } })
      : skipToken,
    retry: false,
  })
  const label = data ? fill(f.ofImport, { file: data.fileName }) : f.ofOneImport
  return (
    <Pill
      size="lg"
      withRemoveButton
      onRemove={props.leave}
      removeButtonProps={{ 'aria-label': f.everybody, 'aria-hidden': false, tabIndex: 0 }}
    >
      {label}
    </Pill>
  )
}

export function ContactFilters(props: Pick<Filters, 'chosen' | 'choose' | 'clear'>) {
  const { words } = useLanguage()
  const w = words.people
  const { chosen, choose } = props
  const f = own(words, contactFilterWords)
  const segments = useSegments()
  // The status is chosen above, and the order leaves nobody out.
  const narrows = (name: Name) => name !== 'status' && name !== 'sort'
  const set = names.filter((name) => narrows(name) && chosen[name] !== null).length
  const isAny = names.some((name) => chosen[name] !== null)
  return (
    <FilterBar set={set} clear={isAny ? props.clear : null}>
      <ListChooser
        label={w.list}
        value={chosen.list ?? ''}
        first={[{ value: '', label: w.everybody }]}
        onChange={(value) => choose('list', value)}
      />
      <Select
        label={w.segment}
        searchable
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
      <Place chosen={chosen} choose={choose} />
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
        value={askedFor(chosen).sort ?? 'newest'}
        data={sortsOf(chosen.segment).map((value) => ({
          value,
          label: value === 'changed' ? f.changed : w.sorts[value],
        }))}
        onChange={(value) => choose('sort', value === 'newest' ? null : value)}
      />
      {chosen.import === null ? null : (
        <OfImport id={chosen.import} leave={() => choose('import', null)} />
      )}
    </FilterBar>
  )
}
