// One message to one person, through the same gate as a campaign; then its story opens.
import { Paper, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { ClassChoice, type ClassDraft } from '../campaigns/class-choice.tsx'
import { SenderField } from '../campaigns/sender-field.tsx'
import { TextField } from '../campaigns/text-field.tsx'

type Draft = ClassDraft & { to: string; sender: string; text: string }

/** Null while something is missing. */
function requestOf(draft: Draft): BodyOf<'POST /v1/messages'> | null {
  const { class: messageClass, basis, text } = draft
  const [to, sender, purpose] = [draft.to.trim(), draft.sender.trim(), draft.purpose.trim()]
  if (to === '' || sender === '' || text.trim() === '') return null
  const common = { to, sender, text }
  if (messageClass === 'marketing') {
    return purpose === '' ? null : { ...common, class: messageClass, purpose }
  }
  return messageClass === '' || basis === null ? null : { ...common, class: messageClass, basis }
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
    mutationFn: (body: BodyOf<'POST /v1/messages'>) => call('POST /v1/messages', { body }),
    onSuccess: ({ id }) => navigate(paths.message(id)),
  })
  const request = requestOf(draft)
  const lacking = request === null ? w.incomplete : null
  return (
    <Page title={w.title} lead={w.lead}>
      <Paper withBorder p="lg">
        <RecordForm
          label={w.title}
          save={w.send}
          state={useAllowed('messages.send', send.isPending, lacking)}
          error={send.error}
          done={null}
          onSubmit={() => request && send.mutate(request)}
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
