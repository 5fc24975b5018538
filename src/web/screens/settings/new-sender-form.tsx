// Asking for a sender: in the settings, and beside a campaign that lacks one.
import { Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SenderView } from '../../../routing/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'

export function NewSenderForm(props: {
  name?: string
  /** One that was refused or has ended, asked for again. */
  again?: SenderView | null
  onDone?: (sender: SenderView) => void
}) {
  const { words } = useLanguage()
  const w = words.settings
  const queries = useQueryClient()
  const { again = null } = props
  const [name, setName] = useState(again?.name ?? props.name ?? '')
  const [evidence, setEvidence] = useState('')
  const add = useMutation({
    mutationFn: () =>
      call('POST /v1/senders', {
        body: {
          name: name.trim(),
          evidence: evidence.trim(),
          ...(again === null ? {} : { country: again.country }),
        },
      }),
    onSuccess: (sender) => {
      setName('')
      setEvidence('')
      props.onDone?.(sender)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['senders'] }),
  })
  const state = useAllowed('account.manage', add.isPending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog stands in the form that opened it, as events see it: that one is not sent.
    event.stopPropagation()
    add.mutate()
  }
  return (
    <>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={w.senderName}
            description={words.campaigns.senderHelp}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={w.senderNote}
            required={again?.state === 'refused'}
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
          <ActionButton submit variant="default" label={w.addSender} state={state} />
        </Group>
      </form>
      {add.error ? <Failed error={add.error} /> : null}
    </>
  )
}
