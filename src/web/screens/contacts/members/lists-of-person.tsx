// The lists that a person is in, each with the way out of it, and a way into another.
import { Anchor, Group, List, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage } from '../../../data/language.tsx'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Section } from '../../../ui/section.tsx'
import { Answer, Failed } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { memberWords } from '../../../words/people/members.ts'
import { useListsOf } from '../queries.ts'
import { type NamedList, useTakeFromList } from './member-queries.ts'
import { PutIntoList } from './put-into-list.tsx'
import { useTellDone } from './tell-done.ts'

type Of = { contactId: string; told(sentence: string): void }

function OneList({ list, contactId, told }: Of & { list: NamedList }) {
  const { words } = useLanguage()
  const w = own(words, memberWords)
  const tell = useTellDone()
  const take = useTakeFromList()
  const state = useAllowed('contacts.write', take.isPending)
  const press = () =>
    take.mutate({ contactIds: [contactId], list }, { onSuccess: (done) => told(tell.left(done)) })
  return (
    <List.Item>
      <Group gap="sm">
        <Anchor component={Link} to={paths.contactsOf(list.id)} size="sm">
          {list.name}
        </Anchor>
        {state.kind === 'refused' ? null : (
          <ActionButton
            size="xs"
            variant="default"
            label={w.remove}
            name={fill(w.removeNamed, { name: list.name })}
            state={state}
            onPress={press}
          />
        )}
      </Group>
      {take.error ? <Failed error={take.error} /> : null}
    </List.Item>
  )
}

export function ListsOfPerson(props: { contactId: string }) {
  const { words } = useLanguage()
  const w = words.people.lists
  const { contactId } = props
  const tell = useTellDone()
  const [done, setDone] = useState<string | null>(null)
  const lists = useListsOf(contactId)
  return (
    <Section title={w.inLists}>
      <Answer query={lists}>
        {({ items }) => (
          <>
            {items.length === 0 ? <Text size="sm">{w.inNone}</Text> : null}
            <List spacing="xs" listStyleType="none">
              {items.map((list) => (
                <OneList key={list.id} list={list} contactId={contactId} told={setDone} />
              ))}
            </List>
            <PutIntoList
              contactIds={[contactId]}
              except={items.map(({ id }) => id)}
              told={(told) => setDone(tell.joined(told))}
            />
          </>
        )}
      </Answer>
      {done === null ? null : (
        <Text role="status" size="sm">
          {done}
        </Text>
      )}
    </Section>
  )
}
