// Contacts, masked: found, filtered, added. One in clear only with a reason, which is recorded.
import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { ContactView } from '../../../contacts/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { takeName } from '../../frame/name-looked-for.ts'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { useListOf } from '../lists/queries.ts'
import { AddPerson } from './add-person.tsx'
import { askedFor, ContactFilters, countedOf, useContactFilters } from './contact-filters.tsx'
import { ContactPages } from './contacts-table.tsx'
import { ExportContacts } from './export-contacts.tsx'
import { FindByName } from './find-by-name.tsx'
import { FindPerson } from './find-person.tsx'
import { AddToList } from './members/add-to-list.tsx'
import { SelectionActs } from './members/selection-acts.tsx'
import { Erased } from './person-acts.tsx'
import { StatusCounts } from './status-counts.tsx'

export function ContactsScreen() {
  const { words } = useLanguage()
  const w = words.people
  const { chosen, choose, clear } = useContactFilters()
  const [isAdding, setAdding] = useState(false)
  const asked = askedFor(chosen)
  // Typed into the search of the whole app: looked for here at once.
  const [handed, setHanded] = useState<{ name: string; arrival: string } | null>(null)
  const { key: arrival, hash } = useLocation()
  useEffect(() => {
    const name = takeName()
    if (name !== null) setHanded({ name, arrival })
    if (hash === '#add') setAdding(true)
  }, [arrival, hash])
  const within = {
    ...(chosen.list === null ? {} : { listId: chosen.list }),
    ...(chosen.segment === null ? {} : { segmentId: chosen.segment }),
  }
  const isAll = Object.keys(within).length === 0
  const { may } = useSession()
  const maySelect = may('contacts.write') || may('consent.record')
  const list = useListOf(chosen.list) ?? null
  const acts = (people: readonly ContactView[], done: (told: string) => void) => (
    <SelectionActs people={people} list={list} done={done} />
  )
  return (
    <Page
      title={words.contacts.title}
      lead={words.contacts.lead}
      actions={
        <Group gap="xs">
          <Button component={Link} to={paths.customFields} variant="default">
            {words.customFields.manage}
          </Button>
          <Button onClick={() => setAdding(true)}>{w.add}</Button>
        </Group>
      }
    >
      <Erased />
      <FindPerson>
        <Stack>
          <StatusCounts
            within={countedOf(asked)}
            segmentId={chosen.segment}
            status={chosen.status}
            choose={(status) => choose('status', status)}
          />
          <ContactFilters chosen={chosen} choose={choose} clear={clear} />
          {list === null ? null : <AddToList key={list.id} list={list} />}
          <FindByName
            key={`${chosen.list} ${chosen.segment} ${handed?.arrival}`}
            within={within}
            first={isAll ? (handed?.name ?? null) : null}
          >
            <ContactPages
              key={JSON.stringify(asked)}
              asked={asked}
              {...(maySelect ? { acts } : {})}
            />
          </FindByName>
          <ExportContacts asked={asked} />
        </Stack>
      </FindPerson>
      <AddPerson opened={isAdding} listId={chosen.list} close={() => setAdding(false)} />
    </Page>
  )
}
