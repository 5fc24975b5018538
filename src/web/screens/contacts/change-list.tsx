// One list changed: its name, others put into it, parts dealt out of it, its end.
import { Divider, NumberInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ListView } from '../../../contacts/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { ListsChooser } from '../lists/list-chooser.tsx'
import { useListMoves } from './list-queries.ts'

/** Of none it is shut. */
export function ChangeList(props: { list: ListView | null; close(): void }) {
  const { words } = useLanguage()
  const { list, close } = props
  const name = list?.name ?? ''
  return (
    <Dialog
      title={fill(words.people.lists.changeNamed, { name })}
      opened={list !== null}
      onClose={close}
    >
      {list === null ? null : (
        <Stack>
          <Rename list={list} close={close} />
          <Divider />
          <Merge list={list} close={close} />
          <Divider />
          <Split list={list} close={close} />
          <Divider />
          <Remove list={list} close={close} />
        </Stack>
      )}
    </Dialog>
  )
}

type Props = { list: ListView; close(): void }

function Rename({ list, close }: Props) {
  const { words } = useLanguage()
  const w = words.people.lists
  const [name, setName] = useState(list.name)
  const { rename } = useListMoves()
  const lacking = name.trim() === '' ? w.nameIncomplete : null
  const state = useAllowed('contacts.write', rename.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.kind !== 'ready') return
    rename.mutate({ id: list.id, name: name.trim() }, { onSuccess: close })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          label={w.name}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {rename.error ? <Failed error={rename.error} /> : null}
        <ActionButton submit variant="default" label={w.rename} state={state} />
      </Stack>
    </form>
  )
}

function Merge({ list, close }: Props) {
  const { words } = useLanguage()
  const w = words.people.lists
  const [chosen, setChosen] = useState<string[]>([])
  const { merge } = useListMoves()
  const lacking = chosen.length === 0 ? w.mergeIncomplete : null
  const state = useAllowed('contacts.write', merge.isPending, lacking)
  return (
    <Stack gap="xs">
      <ListsChooser label={w.mergeFrom} except={[list.id]} value={chosen} onChange={setChosen} />
      {merge.error ? <Failed error={merge.error} /> : null}
      <AskTwice
        label={w.merge}
        what={w.mergeWhat}
        sure={w.mergeSure}
        keep={words.people.keep}
        state={state}
        onSure={() => merge.mutate({ id: list.id, listIds: chosen }, { onSuccess: close })}
      />
    </Stack>
  )
}

const partsMax = 20

function Split({ list, close }: Props) {
  const { words } = useLanguage()
  const w = words.people.lists
  const [parts, setParts] = useState<number | string>(2)
  const { split } = useListMoves()
  const isWhole = typeof parts === 'number' && parts >= 2 && parts <= partsMax
  const state = useAllowed('contacts.write', split.isPending, isWhole ? null : w.splitIncomplete)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.kind !== 'ready' || typeof parts !== 'number') return
    split.mutate({ id: list.id, parts }, { onSuccess: close })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <NumberInput
          label={w.splitParts}
          description={w.splitHelp}
          min={2}
          max={partsMax}
          allowDecimal={false}
          value={parts}
          onChange={setParts}
        />
        {split.error ? <Failed error={split.error} /> : null}
        <ActionButton submit variant="default" label={w.split} state={state} />
      </Stack>
    </form>
  )
}

function Remove({ list, close }: Props) {
  const { words } = useLanguage()
  const w = words.people.lists
  const { remove } = useListMoves()
  const state = useAllowed('contacts.write', remove.isPending)
  return (
    <Stack gap="xs">
      {remove.error ? <Failed error={remove.error} /> : null}
      <AskTwice
        label={w.remove}
        what={w.removeWhat}
        sure={w.removeSure}
        keep={words.people.keep}
        state={state}
        onSure={() => remove.mutate(list.id, { onSuccess: close })}
      />
    </Stack>
  )
}
