// Asking for a sender: in the settings, and beside a campaign that lacks one.
import { Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { lawOf } from '../../../countries/index.ts'
import type { SenderView } from '../../../routing/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { knownCountries } from '../imports/country-select.tsx'

/** Where the rules of the account’s country are not known, no sender is registered: then France. */
function senderCountryOf(country: string): string {
  const law = lawOf(country)
  return knownCountries.includes(law) ? law : 'FR'
}

export function NewSenderForm(props: {
  name?: string
  /** One that was refused or has ended, asked for again. */
  again?: SenderView | null
  onDone?: (sender: SenderView) => void
}) {
  const { words } = useLanguage()
  const w = words.settings
  const { me } = useSession()
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
          country: again?.country ?? senderCountryOf(me.account.country),
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
