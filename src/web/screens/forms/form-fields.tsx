// What a form consists of, to fill in: its wordings, how it is confirmed, its privacy notice.
import {
  Alert,
  Checkbox,
  Fieldset,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { WordingView } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { formsWords } from '../../words/consent/forms.ts'
import { own } from '../../words/own.ts'
import { SenderField } from '../campaigns/sender-field.tsx'
import { bodyOf, type FormDraft, mayBeEmpty, type NoticeDraft, noticeFields } from './form-draft.ts'
import type { FormBody } from './queries.ts'

const isUsable = ({ state, medium, form }: WordingView) =>
  state === 'published' && medium === 'web' && form.boxInitially === 'unticked'

type Saving = { isPending: boolean; isSuccess: boolean; error: Error | null; reset: () => void }

export function FormFields(props: {
  start: FormDraft
  controllerId: string | null
  wordings: readonly WordingView[]
  saving: Saving
  save: (body: FormBody) => void
}) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const { start, wordings, saving } = props
  const [draft, setDraft] = useState<FormDraft>(start)
  const change = (part: Partial<FormDraft>) => {
    saving.reset()
    setDraft((old) => ({ ...old, ...part }))
  }
  // One that was chosen stays to be seen, so that it can be taken out.
  const offered = wordings.filter((one) => isUsable(one) || start.wordingIds.includes(one.id))
  const state = useAllowed('wordings.manage', saving.isPending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const first = wordings.find(({ id }) => id === draft.wordingIds[0])
    props.save(bodyOf(draft, first?.controllerId ?? props.controllerId ?? ''))
  }
  return (
    <form onSubmit={submit}>
      <Stack className="accord-measure">
        <TextInput
          label={w.name}
          required
          maxLength={120}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={w.language}
          allowDeselect={false}
          value={draft.language}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => value && change({ language: value as FormDraft['language'] })}
        />
        {offered.length === 0 ? <Alert>{w.noWordings}</Alert> : null}
        <Checkbox.Group
          label={w.wordings}
          required
          value={draft.wordingIds}
          onChange={(wordingIds) => change({ wordingIds })}
        >
          <Stack gap="xs" mt="xs">
            {offered.map((wording) => (
              <Checkbox
                key={wording.id}
                value={wording.id}
                label={wording.name}
                description={wording.shownText}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <SendingFields draft={draft} change={change} />
        <NoticeFields notice={draft.notice} change={(notice) => change({ notice })} />
        {saving.error ? <Failed error={saving.error} /> : null}
        {saving.isSuccess ? (
          <Text size="sm" role="status">
            {w.saved}
          </Text>
        ) : null}
        <ActionButton submit label={w.save} state={state} />
      </Stack>
    </form>
  )
}

function SendingFields(props: { draft: FormDraft; change: (part: Partial<FormDraft>) => void }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const { draft, change } = props
  return (
    <>
      <Checkbox
        label={w.confirms}
        checked={draft.confirms}
        onChange={(event) => change({ confirms: event.currentTarget.checked })}
      />
      <SenderField
        label={w.sender}
        value={draft.sender}
        onChange={(sender) => change({ sender })}
      />
      <Checkbox
        label={w.asksName}
        checked={draft.asksName}
        onChange={(event) => change({ asksName: event.currentTarget.checked })}
      />
      <NumberInput
        label={w.minimumAge}
        min={13}
        max={18}
        allowDecimal={false}
        value={draft.minimumAge ?? ''}
        onChange={(value) => change({ minimumAge: value === '' ? null : Number(value) })}
      />
    </>
  )
}

export function NoticeFields(props: {
  notice: NoticeDraft
  change: (notice: NoticeDraft) => void
}) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const { notice } = props
  return (
    <Fieldset legend={w.noticeTitle}>
      <Stack>
        {noticeFields.map((field) => (
          <TextInput
            key={field}
            label={w[field]}
            required={!mayBeEmpty.has(field)}
            maxLength={500}
            value={notice[field]}
            onChange={(event) => props.change({ ...notice, [field]: event.currentTarget.value })}
          />
        ))}
      </Stack>
    </Fieldset>
  )
}
