// A table of people, masked: their status, what is held of them, and the way to the page of each.
import { Anchor, Text } from '@mantine/core'
import { useEffect } from 'react'
import { Link } from 'react-router'
import type { ContactView } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { PersonStatus } from '../../ui/person-status.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { fill } from '../../words/fill.ts'
import type { Asked } from './contact-filters.tsx'

function ContactRow(props: { contact: ContactView; tellsWhy: boolean }) {
  const { language, words } = useLanguage()
  const w = words.people
  const { contact } = props
  const number = contact.numberMasked
  return (
    <StackedRow>
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
      <StackedCell label={w.added} className="accord-figures">
        {dateTime(language, contact.createdAt)}
      </StackedCell>
    </StackedRow>
  )
}

/** `tellsWhy`: where those of one status stand together, each with what theirs rests on. */
export function ContactTable(props: { contacts: readonly ContactView[]; tellsWhy?: boolean }) {
  const { words } = useLanguage()
  const w = words.people
  return (
    <StackedTable
      minWidth={760}
      spacing="sm"
      columns={[w.number, w.status, w.place, w.holds, w.added]}
    >
      {props.contacts.map((contact) => (
        <ContactRow key={contact.id} contact={contact} tellsWhy={props.tellsWhy === true} />
      ))}
    </StackedTable>
  )
}

const screenful = 25

/** A rare status is looked for over several answers: it goes on until the screen is full. */
export function ContactPages(props: { asked: Asked; empty?: { title: string; text: string } }) {
  const { words } = useLanguage()
  const w = words.people
  const { asked } = props
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
      <GrowingList list={list} empty={empty}>
        {(items) => <ContactTable contacts={items} tellsWhy={asked.status !== undefined} />}
      </GrowingList>
      {goesOn && !isError ? <Text role="status">{w.looking}</Text> : null}
    </>
  )
}
