// A table of people, masked: their status, what is held of them, and the way to the page of each.
import { Anchor, Checkbox, Text } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { ContactView } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { PersonStatus } from '../../ui/person-status.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { contactFilterWords } from '../../words/people/contact-filters.ts'
import { memberWords } from '../../words/people/members.ts'
import type { Asked } from './contact-filters.tsx'

/** Which of the people of a table are selected; `choose` takes some in, or out. */
type Selection = {
  ids: ReadonlySet<string>
  choose(ids: readonly string[], isIn: boolean): void
}

function ContactRow(props: {
  contact: ContactView
  tellsWhy: boolean
  isByChange: boolean
  selection: Selection | null
}) {
  const { language, words } = useLanguage()
  const w = words.people
  const f = own(words, contactFilterWords)
  const { contact, selection } = props
  const number = contact.numberMasked
  return (
    <StackedRow>
      {selection === null ? null : (
        <StackedCell leads>
          <Checkbox
            aria-label={fill(own(words, memberWords).choose, { number })}
            checked={selection.ids.has(contact.id)}
            onChange={(event) => selection.choose([contact.id], event.currentTarget.checked)}
          />
        </StackedCell>
      )}
      <StackedCell leads>
        <Anchor
          component={Link}
          to={paths.contact(contact.id)}
          className="accord-figures"
          aria-label={fill(w.openNamed, { number })}
        >
          {number}
        </Anchor>
      </StackedCell>
      <StackedCell leads>
        <PersonStatus {...contact.status} />
        {props.tellsWhy ? (
          <Text size="xs" c="dimmed" maw={420}>
            {contact.status.why}
          </Text>
        ) : null}
      </StackedCell>
      <StackedCell label={w.place}>{territoryName(language, contact.territory)}</StackedCell>
      <StackedCell label={w.holds}>
        <Text size="sm">
          {contact.fieldsHeld.map((name) => words.contacts.fields[name]).join(', ')}
        </Text>
      </StackedCell>
      <StackedCell label={props.isByChange ? f.changedAt : w.added} className="accord-figures">
        {dateTime(language, props.isByChange ? contact.updatedAt : contact.createdAt)}
      </StackedCell>
    </StackedRow>
  )
}

function AllOfThem(props: { contacts: readonly ContactView[]; selection: Selection }) {
  const { language, words } = useLanguage()
  const { contacts, selection } = props
  const ids = contacts.map(({ id }) => id)
  const chosen = ids.filter((id) => selection.ids.has(id)).length
  return (
    <Checkbox
      label={fill(own(words, memberWords).chooseAll, { people: count(language, ids.length) })}
      checked={chosen === ids.length}
      indeterminate={chosen > 0 && chosen < ids.length}
      onChange={(event) => selection.choose(ids, event.currentTarget.checked)}
    />
  )
}

/** `tellsWhy`: where those of one status stand together, each with what theirs rests on. */
export function ContactTable(props: {
  contacts: readonly ContactView[]
  tellsWhy?: boolean
  /** In the order of their last change, which is shown then. */
  isByChange?: boolean
  selection?: Selection | null
}) {
  const { words } = useLanguage()
  const w = words.people
  const { contacts, selection = null, isByChange = false } = props
  const day = isByChange ? own(words, contactFilterWords).changedAt : w.added
  return (
    <>
      {selection === null ? null : <AllOfThem contacts={contacts} selection={selection} />}
      <StackedTable
        minWidth={760}
        spacing="sm"
        columns={[
          ...(selection === null ? [] : [null]),
          ...[w.number, w.status, w.place, w.holds, day],
        ]}
      >
        {contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            tellsWhy={props.tellsWhy === true}
            isByChange={isByChange}
            selection={selection}
          />
        ))}
      </StackedTable>
    </>
  )
}

const screenful = 25

/** Those who left the table are selected no more. */
function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const choose: Selection['choose'] = (some, isIn) =>
    setIds((before) => {
      const next = new Set(before)
      for (const id of some) {
        if (isIn) next.add(id)
        else next.delete(id)
      }
      return next
    })
  return { selection: { ids, choose }, clear: () => setIds(new Set()) }
}

/**
 * A rare status is looked for over several answers: it goes on until the screen is full.
 * `acts`: what can be done with those who are selected, where they can be.
 */
export function ContactPages(props: {
  asked: Asked
  empty?: { title: string; text: string }
  acts?: (chosen: readonly ContactView[], done: (told: string) => void) => ReactNode
}) {
  const { words } = useLanguage()
  const w = words.people
  const { asked, acts } = props
  const { selection, clear } = useSelection()
  // Said here: the table may be empty once it is done.
  const [told, setTold] = useState<string | null>(null)
  const done = (sentence: string) => {
    setTold(sentence === '' ? null : sentence)
    clear()
  }
  const list = useGrowingList(['contacts', 'list', asked], (page) =>
    call('GET /v1/contacts', { query: { ...page, ...asked } }),
  )
  const pages = list.data?.pages ?? []
  const found = pages.reduce((sum, { items }) => sum + items.length, 0)
  const last = pages.at(-1)?.items.length ?? 0
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const goesOn = hasNextPage && last < screenful && found < screenful
  useEffect(() => {
    if (goesOn && !isFetching && !isError) void fetchNextPage()
  }, [goesOn, isFetching, isError, fetchNextPage])
  const isFiltered = Object.values(asked).some((value) => value !== undefined)
  const usual = isFiltered
    ? { title: w.none, text: w.noneText }
    : { title: words.contacts.empty, text: words.contacts.emptyText }
  const empty = props.empty ?? usual
  if (goesOn && found === 0 && !isError) return <Text role="status">{w.looking}</Text>
  return (
    <>
      {told === null ? null : (
        <Text role="status" size="sm">
          {told}
        </Text>
      )}
      <GrowingList list={list} empty={empty}>
        {(items) => (
          <>
            {acts?.(
              items.filter(({ id }) => selection.ids.has(id)),
              done,
            )}
            <ContactTable
              contacts={items}
              tellsWhy={asked.status !== undefined}
              isByChange={asked.sort === 'changed'}
              selection={acts === undefined ? null : selection}
            />
          </>
        )}
      </GrowingList>
      {goesOn && !isError ? <Text role="status">{w.looking}</Text> : null}
    </>
  )
}
