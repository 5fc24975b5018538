// Creates a form from published wordings, with its privacy notice.
import {
  Alert,
  Checkbox,
  Fieldset,
  NumberInput,
  Paper,
  Select,
  Stack,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import type { WordingView } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { type FormBody, useCreateForm, useFormChoices } from './queries.ts'

const noticeFields = [
  'controllerAddress',
  'controllerContact',
  'dpoContact',
  'recipients',
  'transfers',
  'retention',
  'policyUrl',
] as const
type NoticeField = (typeof noticeFields)[number]
const mayBeEmpty: ReadonlySet<NoticeField> = new Set(['dpoContact', 'transfers', 'policyUrl'])

type Draft = {
  name: string
  language: 'fr' | 'en'
  wordingIds: string[]
  sender: string
  confirms: boolean
  asksName: boolean
  minimumAge: number | null
  notice: Record<NoticeField, string>
}

const emptyNotice = Object.fromEntries(noticeFields.map((field) => [field, ''])) as Draft['notice']

function bodyOf(draft: Draft, wordings: readonly WordingView[]): FormBody {
  const { notice, ...fields } = draft
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const first = wordings.find(({ id }) => id === draft.wordingIds[0])
  return {
    ...fields,
    controllerId: first?.controllerId ?? '',
    notice: {
      controllerAddress: notice.controllerAddress,
      controllerContact: notice.controllerContact,
      recipients: notice.recipients,
      retention: notice.retention,
      dpoContact: orNull(notice.dpoContact),
      transfers: orNull(notice.transfers),
      policyUrl: orNull(notice.policyUrl),
    },
  }
}

type Choices = { wordings: readonly WordingView[]; controllers: readonly ControllerView[] }

function EditorForm(props: { choices: Choices }) {
  const { language, words } = useLanguage()
  const w = words.forms
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>({
    name: '',
    language,
    wordingIds: [],
    sender: '',
    confirms: true,
    asksName: false,
    minimumAge: null,
    notice: emptyNotice,
  })
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const save = useCreateForm(() => navigate(paths.forms))
  const usable = props.choices.wordings.filter(
    ({ state, medium, form }) =>
      state === 'published' && medium === 'web' && form.boxInitially === 'unticked',
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(bodyOf(draft, usable))
  }
  return (
    <form onSubmit={submit}>
      <Stack className="accord-measure">
        <TextInput
          label={w.name}
          required
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
          onChange={(value) => value && change({ language: value as Draft['language'] })}
        />
        {usable.length === 0 ? <Alert>{w.noWordings}</Alert> : null}
        <Checkbox.Group
          label={w.wordings}
          required
          value={draft.wordingIds}
          onChange={(wordingIds) => change({ wordingIds })}
        >
          <Stack gap="xs" mt="xs">
            {usable.map((wording) => (
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
        <NoticeFields draft={draft} change={change} />
        {save.error ? <Failed error={save.error} /> : null}
        <ActionButton
          submit
          label={w.save}
          state={save.isPending ? { kind: 'busy' } : { kind: 'ready' }}
        />
      </Stack>
    </form>
  )
}

type Fields = { draft: Draft; change: (part: Partial<Draft>) => void }

function SendingFields({ draft, change }: Fields) {
  const { words } = useLanguage()
  const w = words.forms
  return (
    <>
      <Checkbox
        label={w.confirms}
        checked={draft.confirms}
        onChange={(event) => change({ confirms: event.currentTarget.checked })}
      />
      <TextInput
        label={w.sender}
        required
        maxLength={16}
        value={draft.sender}
        onChange={(event) => change({ sender: event.currentTarget.value })}
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

function NoticeFields({ draft, change }: Fields) {
  const { words } = useLanguage()
  const w = words.forms
  return (
    <Fieldset legend={w.noticeTitle}>
      <Stack>
        {noticeFields.map((field) => (
          <TextInput
            key={field}
            label={w[field]}
            required={!mayBeEmpty.has(field)}
            value={draft.notice[field]}
            onChange={(event) =>
              change({ notice: { ...draft.notice, [field]: event.currentTarget.value } })
            }
          />
        ))}
      </Stack>
    </Fieldset>
  )
}

export function FormEditorScreen() {
  const { words } = useLanguage()
  const choices = useFormChoices()
  return (
    <Page title={words.forms.create} lead={words.forms.lead}>
      <Paper withBorder p="lg">
        <Answer query={choices}>{(data) => <EditorForm choices={data} />}</Answer>
      </Paper>
    </Page>
  )
}
