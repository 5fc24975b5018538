// One contact in clear: asks for a reason, which is recorded, then shows number and fields.
import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ContactView, RevealedContact } from '../../../contacts/contract.ts'
import { post } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'

function Clear(props: { contact: RevealedContact }) {
  const { words } = useLanguage()
  const fields = Object.entries(props.contact.fields)
  return (
    <Stack gap={4}>
      <Text className="accord-mono" fw={600}>
        {props.contact.number}
      </Text>
      {fields.map(([name, value]) => (
        <Text key={name} size="sm">
          {words.contacts.fields[name as keyof typeof words.contacts.fields]} : {value}
        </Text>
      ))}
    </Stack>
  )
}

export function RevealContact(props: { contact: ContactView; close: () => void }) {
  const { words } = useLanguage()
  const w = words.contacts
  const [reason, setReason] = useState('')
  const reveal = useMutation({
    mutationFn: () => post<RevealedContact>(`/v1/contacts/${props.contact.id}/reveal`, { reason }),
  })
  const state: ActionState = reveal.isPending
    ? { kind: 'busy' }
    : reason.trim().length < 5
      ? { kind: 'refused', reason: w.reason }
      : { kind: 'ready' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate()
  }
  return (
    <Modal opened onClose={props.close} title={w.revealTitle}>
      {reveal.data ? (
        <Clear contact={reveal.data} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{w.revealText}</Text>
            <TextInput
              label={w.reason}
              required
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {reveal.error ? <Failed error={reveal.error} /> : null}
            <ActionButton submit label={w.reveal} state={state} />
          </Stack>
        </form>
      )}
    </Modal>
  )
}
