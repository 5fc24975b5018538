// The notice and the sender of an open form are corrected; what people read before is kept.
import { List, Stack, Text, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { FormView } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { formsWords } from '../../words/consent/forms.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { SenderField } from '../campaigns/sender-field.tsx'
import { noticeDraftOf, noticeFields, noticeOf } from './form-draft.ts'
import { NoticeFields } from './form-fields.tsx'
import { useFormMoves } from './queries.ts'

export function CorrectForm({ form }: { form: FormView }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const { change } = useFormMoves()
  const held = noticeDraftOf(form.notice)
  const [notice, setNotice] = useState(held)
  const [sender, setSender] = useState(form.sender)
  const isSame =
    sender.trim() === form.sender &&
    noticeFields.every((field) => notice[field].trim() === held[field])
  const state = useAllowed('wordings.manage', change.isPending, isSame ? w.nothingChanged : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { notice: noticeOf(notice), sender: sender.trim() }
    change.mutate({ id: form.id, body })
  }
  return (
    <Section narrow title={w.correctTitle} lead={w.correctLead}>
      <form onSubmit={submit}>
        <Stack>
          <NoticeFields notice={notice} change={setNotice} />
          <SenderField label={w.sender} value={sender} onChange={setSender} />
          {change.error ? <Failed error={change.error} /> : null}
          {change.isSuccess && isSame ? (
            <Text size="sm" role="status">
              {w.saved}
            </Text>
          ) : null}
          <ActionButton submit label={w.correct} state={state} />
        </Stack>
      </form>
    </Section>
  )
}

export function EarlierNotices({ form }: { form: FormView }) {
  const { language, words } = useLanguage()
  const w = own(words, formsWords)
  if (form.earlierNotices.length === 0) return null
  return (
    <Section narrow title={w.earlierTitle} lead={w.earlierLead}>
      {form.earlierNotices.map(({ notice, shownFrom, shownUntil }) => (
        <Stack key={shownUntil} gap="xs">
          <Title order={3} size="h5">
            {fill(w.earlierDates, {
              from: dateTime(language, shownFrom),
              until: dateTime(language, shownUntil),
            })}
          </Title>
          <List size="sm">
            {noticeFields
              .filter((field) => notice[field] !== null)
              .map((field) => (
                <List.Item key={field}>
                  <Text span size="sm" fw={600}>
                    {w.noticeNames[field]}
                  </Text>{' '}
                  {notice[field]}
                </List.Item>
              ))}
          </List>
        </Stack>
      ))}
    </Section>
  )
}
