// People put into a list that is chosen, or made by its name.
import { Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { membersMax } from '../../../../contacts/contract.ts'
import { useLanguage } from '../../../data/language.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Failed } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { own } from '../../../words/own.ts'
import { memberWords } from '../../../words/people/members.ts'
import { ListChooser } from '../../lists/list-chooser.tsx'
import { useListOf } from '../../lists/queries.ts'
import { type ListTold, type NamedList, usePutIntoList } from './member-queries.ts'
import { useTooMany } from './tell-done.ts'

const isMade = 'new'

/** `except`: lists in which they are already. */
export function PutIntoList(props: {
  contactIds: readonly string[]
  except: readonly string[]
  told(done: ListTold): void
}) {
  const { words } = useLanguage()
  const w = own(words, memberWords)
  const { contactIds, except } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const [newName, setNewName] = useState('')
  const put = usePutIntoList()
  const name = newName.trim()
  const there = useListOf(chosen === isMade ? null : chosen)
  const list = chosen === isMade ? (name === '' ? null : { id: null, name }) : (there ?? null)
  const tooMany = useTooMany(contactIds, membersMax)
  const lacking = list === null ? (chosen === isMade ? w.nameFirst : w.listFirst) : tooMany
  const state = useAllowed('contacts.write', put.isPending, lacking)
  const keep = (one: NamedList) => {
    setChosen(one.id)
    setNewName('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.kind !== 'ready' || list === null) return
    const onSuccess = (done: ListTold) => {
      setChosen(null)
      props.told(done)
    }
    put.mutate({ contactIds, list, made: keep }, { onSuccess })
  }
  return (
    <form onSubmit={submit} aria-label={w.put}>
      <Stack gap="xs">
        <Group align="flex-end" gap="sm">
          <ListChooser
            label={w.list}
            value={chosen}
            except={except}
            last={[{ value: isMade, label: w.newList }]}
            onChange={setChosen}
          />
          {chosen === isMade ? (
            <TextInput
              label={w.newName}
              maxLength={120}
              value={newName}
              onChange={(event) => setNewName(event.currentTarget.value)}
            />
          ) : null}
        </Group>
        {put.error ? <Failed error={put.error} /> : null}
        <ActionButton submit variant="default" label={w.put} state={state} />
      </Stack>
    </form>
  )
}
