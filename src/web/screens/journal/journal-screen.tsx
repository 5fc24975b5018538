// The journal: who looked at whose data in clear and why, and who changed what.
import { Alert, Anchor, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type AuditEntryView, type AuditKind, auditKinds } from '../../../contacts/contract.ts'
import { addressOf, call } from '../../data/client.ts'
import { boundsOf, isBackward } from '../../data/days.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { DayFields } from '../../ui/day-fields.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { useChosen } from '../../ui/use-chosen.ts'
import { registerWords } from '../../words/compliance/register.ts'
import { fill } from '../../words/fill.ts'
import { filterWords } from '../../words/finding/filters.ts'
import { own } from '../../words/own.ts'
import { AboutLink } from './about-link.tsx'
import { journalOwnWords } from './journal-words.ts'

function EntryTable(props: { items: readonly AuditEntryView[] }) {
  const { language, words } = useLanguage()
  const w = words.journal
  return (
    <StackedTable minWidth={640} spacing="sm" columns={[w.when, w.who, w.what, w.why]}>
      {props.items.map((entry) => (
        <StackedRow key={entry.id}>
          <StackedCell label={w.when}>{dateTime(language, entry.at)}</StackedCell>
          <StackedCell label={w.who}>
            {entry.actorName ?? w.unknown}
            <Text size="xs" c="dimmed">
              {w.actors[entry.actorKind]}
            </Text>
          </StackedCell>
          <StackedCell leads>
            <Stack gap={2} align="flex-start">
              <Text size="sm">{entry.sentence ?? fill(w.earlier, { code: entry.action })}</Text>
              {entry.about.map((about) => (
                <AboutLink key={`${about.kind} ${about.id}`} about={about} />
              ))}
            </Stack>
          </StackedCell>
          <StackedCell label={w.why}>
            {entry.isReasonErased ? (
              <Text size="sm" c="dimmed">
                {own(words, journalOwnWords).reasonErased}
              </Text>
            ) : (
              entry.reason
            )}
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

type Asked = {
  kind: AuditKind | undefined
  actor: string | undefined
  from: string | undefined
  before: string | undefined
}

function Entries(props: { asked: Asked; subjectId?: string }) {
  const { words } = useLanguage()
  const w = words.journal
  const f = own(words, filterWords)
  const query = { ...props.asked, subjectId: props.subjectId }
  const entries = useGrowingList(['audit', query], (page) =>
    call('GET /v1/audit', { query: { ...page, ...query } }),
  )
  const isWhole = Object.values(query).every((one) => one === undefined)
  const empty = isWhole ? { title: w.empty, text: w.lead } : { title: f.none, text: f.noneText }
  return (
    <>
      <Exports query={query} />
      <GrowingList list={entries} empty={empty}>
        {(items) => <EntryTable items={items} />}
      </GrowingList>
    </>
  )
}

function Exports(props: { query: Asked & { subjectId: string | undefined } }) {
  const { language, words } = useLanguage()
  const f = own(words, filterWords)
  const r = own(words, registerWords)
  const query = { ...props.query, language }
  return (
    <Group gap="sm" component="section" aria-label={f.export}>
      <Text size="sm">{f.export}</Text>
      <Anchor size="sm" href={addressOf('GET /v1/audit/export.csv', { query })} download>
        {r.csv}
      </Anchor>
      <Anchor size="sm" href={addressOf('GET /v1/audit/export.ods', { query })} download>
        {r.ods}
      </Anchor>
      <Text size="sm" c="dimmed">
        {f.exportTold}
      </Text>
    </Group>
  )
}

/** The address names the contact, never the number; who is erased has no contact any more. */
function OfPerson(props: { contactId: string; asked: Asked; leave: () => void }) {
  const { words } = useLanguage()
  const w = own(words, journalOwnWords)
  const { contactId: id, asked } = props
  const contact = useQuery({
    queryKey: ['contact', id, 'alone'],
    queryFn: () => call('GET /v1/contacts/{id}', { params: { id } }),
    retry: false,
  })
  if (contact.isPending) return <Loading />
  const { data } = contact
  return (
    <>
      <Alert role="status">
        <Group gap="sm">
          <Text size="sm">
            {data === undefined ? w.personGone : fill(w.onlyOf, { number: data.numberMasked })}
          </Text>
          <Anchor size="sm" component="button" type="button" onClick={props.leave}>
            {w.ofEverybody}
          </Anchor>
        </Group>
      </Alert>
      {data === undefined ? null : <Entries asked={asked} subjectId={data.subjectId} />}
    </>
  )
}

const names = ['sort', 'who', 'from', 'until', 'person'] as const

function Filters(props: ReturnType<typeof useChosen<(typeof names)[number]>>) {
  const { words } = useLanguage()
  const { chosen, choose, clear, set } = props
  const o = own(words, journalOwnWords)
  const f = own(words, filterWords)
  const actors = useQuery({
    queryKey: ['audit', 'actors'],
    queryFn: () => call('GET /v1/audit/actors'),
  })
  const known = actors.data?.items ?? []
  // What the address names is shown also where it has done nothing here.
  const isStranger = chosen.who !== null && !known.some(({ actor }) => actor === chosen.who)
  const people = [
    { value: '', label: f.anybody },
    ...known.map(({ actor, actorKind, name }) => ({
      value: actor,
      label: name ?? `${f.nobodyKnown} (${words.journal.actors[actorKind]})`,
    })),
    ...(isStranger ? [{ value: chosen.who ?? '', label: f.nobodyKnown }] : []),
  ]
  return (
    <FilterBar set={set} clear={set === 0 ? null : clear}>
      <DayFields from={chosen.from} until={chosen.until} choose={choose} />
      <Select
        label={f.who}
        allowDeselect={false}
        searchable
        value={chosen.who ?? ''}
        data={people}
        onChange={(value) => choose('who', value)}
      />
      <Select
        label={o.sort}
        allowDeselect={false}
        value={auditKinds.find((one) => one === chosen.sort) ?? ''}
        data={[
          { value: '', label: o.everything },
          ...auditKinds.map((value) => ({ value, label: o.kinds[value] })),
        ]}
        onChange={(value) => choose('sort', value)}
      />
    </FilterBar>
  )
}

function Journal() {
  const { words } = useLanguage()
  const f = own(words, filterWords)
  const filters = useChosen(names)
  const { chosen, choose } = filters
  const asked = {
    kind: auditKinds.find((one) => one === chosen.sort),
    actor: chosen.who ?? undefined,
    ...boundsOf(chosen),
  }
  return (
    <>
      <Filters {...filters} />
      {isBackward(chosen) ? (
        <Empty title={f.none} text={f.backward} />
      ) : chosen.person === null ? (
        <Entries asked={asked} />
      ) : (
        <OfPerson contactId={chosen.person} asked={asked} leave={() => choose('person', null)} />
      )}
    </>
  )
}

export function JournalScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.journal
  return (
    <Page title={w.title} lead={w.lead}>
      {may('audit.read') ? <Journal /> : <NotAllowed right="audit.read" />}
    </Page>
  )
}
