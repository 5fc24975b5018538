// One message to one person, through the same gate as a campaign; then its story opens.
import { Paper, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MessageView } from '../../../sending/contract.ts'
import { post } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { ClassChoice, type ClassDraft } from '../campaigns/class-choice.tsx'
import { SenderField } from '../campaigns/sender-field.tsx'
import { TextField } from '../campaigns/text-field.tsx'

type Draft = ClassDraft & { to: string; sender: string; text: string }

function requestOf(draft: Draft): Record<string, unknown> {
  const { to, text } = draft
  const common = { to: to.trim(), class: draft.class, sender: draft.sender.trim(), text }
  return draft.class === 'marketing'
    ? { ...common, purpose: draft.purpose.trim() }
    : { ...common, basis: draft.basis }
}

function isWhole(draft: Draft): boolean {
  const about = draft.class === 'alert' ? draft.basis !== null : draft.purpose.trim() !== ''
  const words = [draft.to, draft.class, draft.sender, draft.text]
  return about && words.every((one) => one.trim() !== '')
}

export function NewMessageScreen() {
  const { words } = useLanguage()
  const w = words.compose.single
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>({
    to: '',
    class: '',
    basis: null,
    purpose: 'offers',
    mayRepeat: false,
    sender: '',
    text: '',
  })
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const send = useMutation({
    mutationFn: () => post<MessageView>('/v1/messages', requestOf(draft)),
    onSuccess: ({ id }) => navigate(paths.message(id)),
  })
  const lacking = isWhole(draft) ? null : w.incomplete
  return (
    <Page title={w.title} lead={w.lead}>
      <Paper withBorder p="lg">
        <RecordForm
          label={w.title}
          save={w.send}
          state={useAllowed('messages.send', send.isPending, lacking)}
          error={send.error}
          done={null}
          onSubmit={() => send.mutate()}
        >
          <TextInput
            label={w.to}
            description={w.toHelp}
            type="tel"
            required
            maxLength={40}
            value={draft.to}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
          <ClassChoice draft={draft} change={change} isSingle />
          <SenderField value={draft.sender} onChange={(sender) => change({ sender })} />
          <TextField
            value={draft.text}
            class={draft.class}
            hasFields={false}
            onChange={(text) => change({ text })}
          />
        </RecordForm>
      </Paper>
    </Page>
  )
}
