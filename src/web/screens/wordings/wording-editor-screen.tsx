// Writing down a wording before any consent can name it.
import { Paper, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { channels, type WordingDraftBody } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useControllers, useCreateWording } from './queries.ts'
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

function EditorForm(props: { controllers: readonly ControllerView[] }) {
  const { language, words } = useLanguage()
  const w = words.wordings
  const navigate = useNavigate()
  const first = props.controllers.find((one) => one.isDefault) ?? props.controllers[0]
  const [draft, setDraft] = useState<WordingDraft>({
    name: '',
    language,
    medium: 'paper',
    controllerId: first?.id ?? '',
    controllerName: first?.name ?? '',
    shownText: '',
    channels: [],
    purpose: 'offers',
    box: 'unticked',
    bundled: false,
    conditional: false,
  })
  const change = (part: Partial<WordingDraft>) => setDraft((old) => ({ ...old, ...part }))
  const save = useCreateWording((wording) => navigate(paths.wording(wording.id)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(bodyOf(draft))
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
          state={save.isPending ? { kind: 'busy' } : { kind: 'ready' }}
        />
      </Stack>
    </form>
  )
}

export function WordingEditorScreen() {
  const { words } = useLanguage()
  const controllers = useControllers()
  return (
    <Page title={words.wordings.create} lead={words.wordings.lead}>
      <Paper withBorder p="lg">
        <Answer query={controllers}>{({ items }) => <EditorForm controllers={items} />}</Answer>
      </Paper>
    </Page>
  )
}
