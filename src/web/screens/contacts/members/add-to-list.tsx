// A person put into the list that is shown: found by number, e-mail or reference, or new.
import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ContactView } from '../../../../contacts/contract.ts'
import { useLanguage } from '../../../data/language.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { PersonStatus } from '../../../ui/person-status.tsx'
import { Failed } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { memberWords } from '../../../words/people/members.ts'
import { AddPerson } from '../add-person.tsx'
import { FindForm, useFindPerson } from '../find-form.tsx'
import { type NamedList, usePutIntoList } from './member-queries.ts'
import { useTellDone } from './tell-done.ts'

export function AddToList({ list }: { list: NamedList }) {
  const { words } = useLanguage()
  const w = own(words, memberWords)
  const [open, setOpen] = useState<'search' | 'new' | null>(null)
  const state = useAllowed('contacts.write', false)
  const close = () => setOpen(null)
  return (
    <>
      <ActionButton
        variant="default"
        label={w.add}
        state={state}
        onPress={() => setOpen('search')}
      />
      <Dialog
        title={fill(w.addTitle, { name: list.name })}
        opened={open === 'search'}
        onClose={close}
      >
        {open === 'search' ? <Search list={list} isNew={() => setOpen('new')} /> : null}
      </Dialog>
      <AddPerson opened={open === 'new'} listId={list.id} close={close} />
    </>
  )
}

function Search(props: { list: NamedList; isNew(): void }) {
  const { words } = useLanguage()
  const w = own(words, memberWords)
  const people = words.people
  const finding = useFindPerson()
  const { find } = finding
  const found = find.data?.contacts
  return (
    <Stack>
      <FindForm finding={finding} />
      {find.error ? <Failed error={find.error} /> : null}
      {found === undefined ? null : (
        <section aria-label={people.found} aria-live="polite">
          {found.length === 0 ? <Text size="sm">{people.foundNone}</Text> : null}
          <List spacing="sm" listStyleType="none">
            {found.map((contact) => (
              <Found key={contact.id} contact={contact} list={props.list} />
            ))}
          </List>
        </section>
      )}
      <Group>
        <Button variant="subtle" onClick={props.isNew}>
          {w.isNew}
        </Button>
      </Group>
    </Stack>
  )
}

function Found({ contact, list }: { contact: ContactView; list: NamedList }) {
  const { words } = useLanguage()
  const w = own(words, memberWords)
  const tell = useTellDone()
  const put = usePutIntoList()
  const state = useAllowed('contacts.write', put.isPending)
  const press = () => put.mutate({ contactIds: [contact.id], list, made: () => undefined })
  return (
    <List.Item>
      <Group gap="sm">
        <Text className="accord-figures">{contact.numberMasked}</Text>
        <PersonStatus {...contact.status} />
        {put.data ? null : (
          <ActionButton
            size="xs"
            label={w.addOne}
            name={fill(w.addOneNamed, { number: contact.numberMasked })}
            state={state}
            onPress={press}
          />
        )}
      </Group>
      {put.error ? <Failed error={put.error} /> : null}
      {put.data ? (
        <Text role="status" size="sm">
          {tell.joined(put.data)}
        </Text>
      ) : null}
    </List.Item>
  )
}
