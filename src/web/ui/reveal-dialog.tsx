// Shows masked data for a recorded reason, and forgets it when closed.
import { Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useLanguage } from '../data/language.tsx'
import { ActionButton } from './action-button.tsx'
import { Dialog } from './dialog.tsx'
import { Failed } from './states.tsx'

type Revealed<Shown> = {
  reveal: (reason: string) => Promise<Shown>
  children: (shown: Shown) => ReactNode
}

export function RevealDialog<Shown>(
  props: Revealed<Shown> & { title: string; opened: boolean; onClose: () => void },
) {
  const { title, opened, onClose, ...revealed } = props
  return (
    <Dialog title={title} opened={opened} onClose={onClose}>
      {opened ? <ShownForReason {...revealed} /> : null}
    </Dialog>
  )
}

/** Made anew at each opening: each look is for a reason of its own. */
function ShownForReason<Shown>(props: Revealed<Shown>) {
  const { words } = useLanguage()
  const w = words.contacts
  const [reason, setReason] = useState('')
  const reveal = useMutation({ mutationFn: () => props.reveal(reason), gcTime: 0 })
  if (reveal.data !== undefined) return <div role="status">{props.children(reveal.data)}</div>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate()
  }
  return (
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
  )
}
