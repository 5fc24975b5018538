// A message's number and text in clear: asks for a reason, which is recorded.
import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'

export function RevealMessage(props: { id: string }) {
  const { words } = useLanguage()
  const w = words.contacts
  const { may } = useSession()
  const [opened, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const reveal = useMutation({
    mutationFn: () =>
      post<{ to: string; text: string }>(`/v1/messages/${props.id}/reveal`, { reason }),
  })
  const allowed: ActionState = may('contacts.reveal')
    ? { kind: 'ready' }
    : { kind: 'refused', reason: fill(words.problems.notAllowed, { right: 'contacts.reveal' }) }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate()
  }
  return (
    <>
      <ActionButton
        variant="default"
        label={words.messages.reveal}
        state={allowed}
        onPress={open}
      />
      <Modal opened={opened} onClose={close} title={words.messages.reveal}>
        {reveal.data ? (
          <Stack gap="xs">
            <Text className="accord-mono" fw={600}>
              {reveal.data.to}
            </Text>
            <Text className="accord-story">{reveal.data.text}</Text>
          </Stack>
        ) : (
          <form onSubmit={submit}>
            <Stack>
              <Text size="sm">{w.revealText}</Text>
              <TextInput
                label={w.reason}
                required
                minLength={5}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              {reveal.error ? <Failed error={reveal.error} /> : null}
              <ActionButton
                submit
                label={w.reveal}
                state={reveal.isPending ? { kind: 'busy' } : { kind: 'ready' }}
              />
            </Stack>
          </form>
        )}
      </Modal>
    </>
  )
}
