// The sender: the registered ones are offered, another can be registered beside the form; one that
// is only typed is judged by the check sheet.
import { Autocomplete, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { SenderView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { isUsable } from '../../data/senders.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { keptDraftWords } from '../../words/sending/kept-draft.ts'
import { NewSenderForm } from '../settings/new-sender-form.tsx'
import { useSenders } from './queries.ts'

export function SenderField(props: {
  value: string
  onChange: (sender: string) => void
  /** Where it is not the sender of a campaign. */
  label?: string
  help?: string
}) {
  const { words } = useLanguage()
  const w = words.campaigns
  const kept = own(words, keptDraftWords)
  const adding = useAllowed('account.manage', false)
  const senders = useSenders()
  const [isAdding, setAdding] = useState(false)
  const [added, setAdded] = useState<SenderView | null>(null)
  const names = (senders.data?.items ?? []).filter(isUsable).map((sender) => sender.name)
  const isNone = senders.data !== undefined && names.length === 0
  const isNew = !names.some((name) => name === props.value.trim())
  return (
    <Stack gap={4} align="flex-start">
      <Autocomplete
        w="100%"
        label={props.label ?? w.sender}
        description={props.help ?? w.senderHelp}
        required
        maxLength={16}
        data={[...new Set(names)]}
        value={props.value}
        onChange={props.onChange}
      />
      {isNone ? <Text size="sm">{w.noSender}</Text> : null}
      {isNone && adding.kind === 'refused' ? (
        <Text size="sm" c="dimmed">
          {adding.reason}
        </Text>
      ) : null}
      {adding.kind === 'ready' ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
          {kept.newSender}
        </Button>
      ) : null}
      {added?.state === 'pending' ? (
        <Text size="sm" role="status">
          {fill(kept.senderWaits, { name: added.name })}
        </Text>
      ) : null}
      <Dialog title={kept.newSender} opened={isAdding} onClose={() => setAdding(false)}>
        <Stack>
          <Text size="sm" c="dimmed">
            {kept.newSenderLead}
          </Text>
          <NewSenderForm
            name={isNew ? props.value.trim() : ''}
            onDone={(sender) => {
              props.onChange(sender.name)
              setAdded(sender)
              setAdding(false)
            }}
          />
        </Stack>
      </Dialog>
    </Stack>
  )
}
