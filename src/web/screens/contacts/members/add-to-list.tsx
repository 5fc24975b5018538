// A person put into the list that is shown: found by number, e-mail or reference, or new.
import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ContactView } from '../../../../contacts/contract.ts'
import { call } from '../../../data/client.ts'
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
  const [text, setText] = useState('')
  const find = useMutation({
    mutationFn: (asked: string) => call('POST /v1/contacts/search', { body: { text: asked } }),
    gcTime: 0,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim().length >= 2) find.mutate(text.trim())
  }
  const found = find.data?.contacts
  return (
    <Stack>
      <search aria-label={people.find}>
        <form onSubmit={submit}>
          <Group align="flex-end" gap="sm">
            <TextInput
              className="accord-find"
              label={people.findLabel}
              autoComplete="off"
              minLength={2}
              maxLength={200}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={find.isPending}>
              {people.findButton}
            </Button>
          </Group>
        </form>
      </search>
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
