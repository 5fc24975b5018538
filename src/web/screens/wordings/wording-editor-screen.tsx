// Writing down a wording before any consent can name it.
import { Alert, Paper, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { channels, type WordingDraftBody } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import type { ImportView } from '../../../intake/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { languageOf } from './language-of.ts'
import { useControllers, useCreateWording, useImportOf } from './queries.ts'
import { ShownFields, TextFields, type WordingDraft } from './wording-fields.tsx'

function bodyOf(draft: WordingDraft): WordingDraftBody {
  return {
    name: draft.name,
    language: draft.language,
    medium: draft.medium,
    controllerId: draft.controllerId,
    controllerName: draft.controllerName,
    shownText: draft.shownText,
    channels: channels.filter((channel) => draft.channels.includes(channel)),
    purposes: [draft.purpose.trim()],
    form: {
      boxInitially: draft.box,
      bundledWithTerms: draft.bundled,
      conditional: draft.conditional,
    },
  }
}

/** What a contact file quotes, to begin with: a person reads it, names it and publishes it. */
type Quoted = { importId: string; fileName: string; text: string }

function EditorForm(props: { controllers: readonly ControllerView[]; quoted: Quoted | null }) {
  const { language, words } = useLanguage()
  const w = words.wordings
  const navigate = useNavigate()
  const first = props.controllers.find((one) => one.isDefault) ?? props.controllers[0]
  const { quoted } = props
  const [draft, setDraft] = useState<WordingDraft>({
    name: quoted === null ? '' : fill(w.nameFromFile, { file: quoted.fileName }),
    language: languageOf(quoted?.text ?? '', language),
    // Where people saw a text that a file quotes, nobody here knows before somebody says it.
    medium: quoted === null ? 'paper' : 'import',
    controllerId: first?.id ?? '',
    controllerName: first?.name ?? '',
    shownText: quoted?.text ?? '',
    channels: channels.filter((one) => one === 'sms' && /\bsms\b/i.test(quoted?.text ?? '')),
    purpose: 'offers',
    box: 'unticked',
    bundled: false,
    conditional: false,
  })
  const change = (part: Partial<WordingDraft>) => setDraft((old) => ({ ...old, ...part }))
  const save = useCreateWording((wording) => {
    const { id } = wording
    return navigate(
      quoted === null ? paths.wording(id) : `${paths.wording(id)}?import=${quoted.importId}`,
    )
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(bodyOf(draft))
  }
  return (
    <form onSubmit={submit}>
      <Stack className="accord-measure">
        {quoted === null ? null : <Alert>{fill(w.fromFile, { file: quoted.fileName })}</Alert>}
        <TextInput
          label={w.name}
          required
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {props.controllers.length > 1 ? (
          <Select
            label={words.settings.controllers}
            allowDeselect={false}
            value={draft.controllerId}
            data={props.controllers.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(value) => value && change({ controllerId: value })}
          />
        ) : null}
        <TextFields draft={draft} change={change} />
        <ShownFields draft={draft} change={change} />
        {save.error ? <Failed error={save.error} /> : null}
        <ActionButton
          submit
          label={w.saveDraft}
          state={save.isPending ? { kind: 'busy' } : { kind: 'ready' }}
        />
      </Stack>
    </form>
  )
}

function quotedIn(view: ImportView | undefined): Quoted | null {
  const quoted = view?.analysis?.quoted ?? []
  const first = quoted.find(({ wordingId }) => wordingId === null)
  return view && first ? { importId: view.id, fileName: view.fileName, text: first.text } : null
}

export function WordingEditorScreen() {
  const { words } = useLanguage()
  const [asked] = useSearchParams()
  const importId = asked.get('import')
  const controllers = useControllers()
  const file = useImportOf(importId)
  const form = (quoted: Quoted | null) => (
    <Answer query={controllers}>
      {({ items }) => <EditorForm controllers={items} quoted={quoted} />}
    </Answer>
  )
  return (
    <Page title={words.wordings.create} lead={words.wordings.lead}>
      <Paper withBorder p="lg">
        {importId === null ? (
          form(null)
        ) : (
          <Answer query={file}>{(view) => form(quotedIn(view))}</Answer>
        )}
      </Paper>
    </Page>
  )
}
