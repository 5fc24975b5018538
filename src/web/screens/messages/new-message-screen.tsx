// One message to one person, through the same gate as a campaign; then its story opens.
import { Anchor, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { TemplateView } from '../../../campaigns/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { zoneName } from '../../data/zone.ts'
import { instantOf } from '../../data/zone-fields.ts'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { PersonStatus } from '../../ui/person-status.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { writeToWords } from '../../words/people/write-to.ts'
import { ClassChoice, type ClassDraft } from '../campaigns/class-choice.tsx'
import { SenderField } from '../campaigns/sender-field.tsx'
import { TemplateChoice } from '../campaigns/template-choice.tsx'
import { TextField } from '../campaigns/text-field.tsx'
import { SinglePreview } from './single-preview.tsx'

type Draft = ClassDraft & {
  to: string
  sender: string
  text: string
  templateId: string | null
  /** As a field takes it, by the account's clock; empty: now. */
  sendAt: string
}

type Request = BodyOf<'POST /v1/messages'>

/** Null while something is missing. */
function requestOf(draft: Draft, contactId: string | null): Request | null {
  const { class: messageClass, basis, text } = draft
  const [to, sender, purpose] = [draft.to.trim(), draft.sender.trim(), draft.purpose.trim()]
  if ((to === '' && contactId === null) || sender === '' || text.trim() === '') return null
  const sendAt = instantOf(draft.sendAt)
  const common = {
    ...(contactId === null ? { to } : { contactId }),
    ...(sendAt === null ? {} : { sendAt }),
    ...{ sender, text },
  }
  if (messageClass === 'marketing') {
    return purpose === '' ? null : { ...common, class: messageClass, purpose }
  }
  return messageClass === '' || basis === null ? null : { ...common, class: messageClass, basis }
}

/** Null while too little is written to be shown; a number that is still typed is left out. */
function previewOf(
  draft: Draft,
  contactId: string | null,
): BodyOf<'POST /v1/messages/preview'> | null {
  const { class: messageClass, basis, text } = draft
  const [to, sender, purpose] = [draft.to.trim(), draft.sender.trim(), draft.purpose.trim()]
  if (sender === '' || text.trim() === '') return null
  const isWhole = to.replace(/\D/g, '').length >= 10
  const whom = contactId === null ? (isWhole ? { to } : {}) : { contactId }
  const common = { ...whom, sender, text }
  if (messageClass === 'marketing') {
    return purpose === '' ? null : { ...common, class: messageClass, purpose }
  }
  return messageClass === '' || basis === null ? null : { ...common, class: messageClass, basis }
}

/** Fields are filled for each person of a campaign, and stay as they are in one message. */
const hasNoField = ({ text }: TemplateView): boolean => !/\{[a-z]/.test(text)

/** Whom it goes to, where a person was chosen: recognised, and not shown. */
function ToPerson({ contactId }: { contactId: string }) {
  const { language, words } = useLanguage()
  const w = own(words, writeToWords)
  const contact = useQuery({
    queryKey: ['contact', contactId, 'alone'],
    queryFn: () => call('GET /v1/contacts/{id}', { params: { id: contactId } }),
  })
  return (
    <Answer query={contact}>
      {({ numberMasked, status }) => (
        <Stack gap={4}>
          <Group gap="sm">
            <Text>
              {w.to}
              {colon(language)}{' '}
              <Anchor component={Link} to={paths.contact(contactId)} className="accord-figures">
                {numberMasked}
              </Anchor>
            </Text>
            <PersonStatus {...status} />
          </Group>
          <Text size="sm" c="dimmed">
            {w.toWhom}{' '}
            <Anchor component={Link} to={paths.newMessage}>
              {w.other}
            </Anchor>
          </Text>
        </Stack>
      )}
    </Answer>
  )
}

function ToNumber(props: { value: string; change(to: string): void }) {
  const { words } = useLanguage()
  const w = words.compose.single
  return (
    <TextInput
      label={w.to}
      description={w.toHelp}
      type="tel"
      required
      maxLength={40}
      value={props.value}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  )
}

const nothing: Draft = {
  to: '',
  class: '',
  basis: null,
  purpose: 'offers',
  mayRepeat: false,
  sender: '',
  text: '',
  templateId: null,
  sendAt: '',
}

export function NewMessageScreen() {
  const { words } = useLanguage()
  const w = words.compose.single
  const more = own(words, writeToWords)
  const navigate = useNavigate()
  const [address] = useSearchParams()
  const contactId = address.get('contact')
  const [draft, setDraft] = useState<Draft>(nothing)
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const send = useMutation({
    mutationFn: (body: Request) => call('POST /v1/messages', { body }),
    onSuccess: ({ id }) => navigate(paths.message(id)),
  })
  const byClock = fill(words.campaigns.byClockOf, { zone: zoneName() })
  const request = requestOf(draft, contactId)
  const lacking = request === null ? (contactId === null ? w.incomplete : more.incomplete) : null
  const start = (template: TemplateView | null) =>
    change(
      template === null
        ? { templateId: null }
        : { templateId: template.id, text: template.text, class: template.class },
    )
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
          {contactId === null ? (
            <ToNumber value={draft.to} change={(to) => change({ to })} />
          ) : (
            <ToPerson contactId={contactId} />
          )}
          <ClassChoice draft={draft} change={change} isSingle />
          <SenderField value={draft.sender} onChange={(sender) => change({ sender })} />
          <TemplateChoice chosen={draft.templateId} onChoose={start} fits={hasNoField} />
          <TextField
            value={draft.text}
            class={draft.class}
            hasFields={false}
            onChange={(text) => change({ text })}
          />
          <SinglePreview request={previewOf(draft, contactId)} />
          <TextInput
            type="datetime-local"
            label={more.sendAt}
            description={`${more.sendAtHelp} ${byClock}`}
            value={draft.sendAt}
            onChange={(event) => change({ sendAt: event.currentTarget.value })}
          />
        </RecordForm>
      </Paper>
    </Page>
  )
}
