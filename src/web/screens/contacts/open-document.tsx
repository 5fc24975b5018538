// A paper or a recording, opened with a reason that is recorded;
// the file goes to the reader's own disk.

import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { documentReasonLengthMin } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { reasonFirstWords } from '../../words/compliance/reason-first.ts'
import { own } from '../../words/own.ts'
import { useOpenDocument } from './queries.ts'

function Asking(props: { id: string; close(): void }) {
  const { words } = useLanguage()
  const w = words.consents
  const [reason, setReason] = useState('')
  const open = useOpenDocument(props.id)
  const state = useAllowed(
    'contacts.reveal',
    open.isPending,
    reason.trim().length < documentReasonLengthMin
      ? own(words, reasonFirstWords).reasonFirst
      : null,
  )
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
    <Button size="xs" variant="default" w="fit-content" onClick={() => setAsking(true)}>
      {words.consents.open}
    </Button>
  )
}
