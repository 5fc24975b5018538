// Writing down a wording before any consent can name it: a new one, a draft again, another version.
import { Alert, Paper, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { channels, type WordingDraftBody, type WordingView } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import type { ImportView } from '../../../intake/contract.ts'
import type { Language } from '../../../kernel/index.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { wordingDraftWords } from '../../words/sending/wording-drafts.ts'
import { languageOf } from './language-of.ts'
import { useControllers, useImportOf, useSaveWording, useWording } from './queries.ts'
import { ShownFields, TextFields, type WordingDraft } from './wording-fields.tsx'

const purposesOf = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

function bodyOf(draft: WordingDraft): WordingDraftBody {
  return {
    name: draft.name,
    language: draft.language,
    medium: draft.medium,
    controllerId: draft.controllerId,
    controllerName: draft.controllerName,
    shownText: draft.shownText,
    channels: channels.filter((channel) => draft.channels.includes(channel)),
    purposes: purposesOf(draft.purpose),
    form: {
      boxInitially: draft.box,
      bundledWithTerms: draft.bundled,
      conditional: draft.conditional,
    },
  }
}

/** What a contact file quotes, to begin with: a person reads it, names it and publishes it. */
type Quoted = { importId: string; fileName: string; text: string }

const draftOf = (wording: WordingView): WordingDraft => ({
  name: wording.name,
  language: wording.language,
  medium: wording.medium,
  controllerId: wording.controllerId,
  controllerName: wording.controllerName,
  shownText: wording.shownText,
  channels: wording.channels,
  purpose: wording.purposes.join(', '),
  box: wording.form.boxInitially,
  bundled: wording.form.bundledWithTerms,
  conditional: wording.form.conditional,
})

function newDraft(
  controllers: readonly ControllerView[],
  quoted: Quoted | null,
  { language, name }: { language: Language; name: string },
): WordingDraft {
  const first = controllers.find((one) => one.isDefault) ?? controllers[0]
  return {
    name,
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
  }
}

type FormProps = {
  controllers: readonly ControllerView[]
  first: WordingDraft
  /** The draft that is changed; null: another one is written. */
  id: string | null
  replaces: string | undefined
  importId: string | null
}

function EditorForm(props: FormProps) {
  const { words } = useLanguage()
  const w = words.wordings
  const navigate = useNavigate()
  const { importId, replaces } = props
  const [draft, setDraft] = useState<WordingDraft>(props.first)
  const change = (part: Partial<WordingDraft>) => setDraft((old) => ({ ...old, ...part }))
  const save = useSaveWording(props.id, ({ id }) =>
    navigate(importId === null ? paths.wording(id) : `${paths.wording(id)}?import=${importId}`),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ ...bodyOf(draft), replaces })
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
          state={useAllowed('wordings.manage', save.isPending)}
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

/** `after`: the wording that the new one follows, and whose text it begins with. */
function NewWording(props: { quoted: Quoted | null; after: WordingView | null }) {
  const { language, words } = useLanguage()
  const w = words.wordings
  const { quoted, after } = props
  const controllers = useControllers()
  const name = quoted === null ? '' : fill(w.nameFromFile, { file: quoted.fileName })
  return (
    <Stack>
      {quoted === null ? null : <Alert>{fill(w.fromFile, { file: quoted.fileName })}</Alert>}
      {after === null ? null : (
        <Alert>
          {fill(own(words, wordingDraftWords).newVersionLead, { version: after.version })}
        </Alert>
      )}
      <Answer query={controllers}>
        {({ items }) => (
          <EditorForm
            controllers={items}
            id={null}
            first={after === null ? newDraft(items, quoted, { language, name }) : draftOf(after)}
            replaces={after?.id}
            importId={quoted?.importId ?? null}
          />
        )}
      </Answer>
    </Stack>
  )
}

function ChangeWording(props: { id: string; importId: string | null }) {
  const { words } = useLanguage()
  const wording = useWording(props.id)
  const controllers = useControllers()
  return (
    <Page title={own(words, wordingDraftWords).editTitle} lead={words.wordings.lead}>
      <Paper withBorder p="lg">
        <Answer query={wording}>
          {(data) =>
            data.state === 'draft' ? (
              <Answer query={controllers}>
                {({ items }) => (
                  <EditorForm
                    controllers={items}
                    id={data.id}
                    first={draftOf(data)}
                    replaces={undefined}
                    importId={props.importId}
                  />
                )}
              </Answer>
            ) : (
              <Alert>{own(words, wordingDraftWords).notDraft}</Alert>
            )
          }
        </Answer>
      </Paper>
    </Page>
  )
}

export function WordingEditorScreen() {
  const { words } = useLanguage()
  const { id } = useParams()
  const [asked] = useSearchParams()
  const importId = asked.get('import')
  const afterId = asked.get('after')
  const file = useImportOf(importId)
  const after = useWording(afterId)
  if (id !== undefined) return <ChangeWording id={id} importId={importId} />
  return (
    <Page title={words.wordings.create} lead={words.wordings.lead}>
      <Paper withBorder p="lg">
        {afterId !== null ? (
          <Answer query={after}>{(data) => <NewWording quoted={null} after={data} />}</Answer>
        ) : importId === null ? (
          <NewWording quoted={null} after={null} />
        ) : (
          <Answer query={file}>
            {(view) => <NewWording quoted={quotedIn(view)} after={null} />}
          </Answer>
        )}
      </Paper>
    </Page>
  )
}
