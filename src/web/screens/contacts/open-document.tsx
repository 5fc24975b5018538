// A paper or a recording, opened with a reason that is recorded; the file goes to the reader's own disk.
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { documentReasonLengthMin } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { useOpenDocument } from './queries.ts'

function Asking(props: { id: string; close(): void }) {
  const { words } = useLanguage()
  const w = words.consents
  const { may } = useSession()
  const [reason, setReason] = useState('')
  const open = useOpenDocument(props.id)
  const state: ActionState = open.isPending
    ? { kind: 'busy' }
    : !may('contacts.reveal')
      ? { kind: 'refused', reason: fill(words.problems.notAllowed, { right: 'contacts.reveal' }) }
      : reason.trim().length < documentReasonLengthMin
        ? { kind: 'refused', reason: w.reason }
        : { kind: 'ready' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate(reason, { onSuccess: props.close })
  }
  return (
    <form onSubmit={submit} aria-label={w.openTitle}>
      <Stack gap="xs">
        <Text size="sm">{w.openText}</Text>
        <TextInput
          label={w.reason}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {open.error ? <Failed error={open.error} /> : null}
        <ActionButton submit label={w.open} state={state} />
      </Stack>
    </form>
  )
}

export function OpenDocument(props: { id: string }) {
  const { words } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  return isAsking ? (
    <Asking id={props.id} close={() => setAsking(false)} />
  ) : (
    <Button size="xs" variant="default" onClick={() => setAsking(true)}>
      {words.consents.open}
    </Button>
  )
}
