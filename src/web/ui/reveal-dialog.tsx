// What is masked, shown in clear for a reason that is recorded; it is gone with the dialog.
import { Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../data/client.ts'
import { useLanguage } from '../data/language.tsx'
import { ActionButton } from './action-button.tsx'
import { Dialog } from './dialog.tsx'
import { Failed } from './states.tsx'

/** Rendered while it is open: each look is for a reason of its own. `path` is posted the reason. */
export function RevealDialog<Shown>(props: {
  title: string
  path: string
  onClose: () => void
  children: (shown: Shown) => ReactNode
}) {
  const { words } = useLanguage()
  const w = words.contacts
  const [reason, setReason] = useState('')
  const reveal = useMutation({ mutationFn: () => post<Shown>(props.path, { reason }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate()
  }
  return (
    <Dialog opened={true} onClose={props.onClose} title={props.title}>
      {reveal.data === undefined ? (
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
      ) : (
        props.children(reveal.data)
      )}
    </Dialog>
  )
}
