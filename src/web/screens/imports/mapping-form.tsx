// Confirming an import: what each column becomes, the list, and where consent comes from.
import { Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ImportView } from '../../../intake/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { ConsentFields } from './consent-fields.tsx'
import { CountrySelect } from './country-select.tsx'
import { ForecastPanel } from './forecast-panel.tsx'
import { MappedColumns } from './mapped-columns.tsx'
import { useMappingDraft } from './mapping-draft.ts'
import { PreviewTable } from './preview-table.tsx'
import { useConfirmMapping } from './queries.ts'
import { Repairs } from './repairs.tsx'
import { SameFile } from './same-file.tsx'

export function MappingForm(props: { view: ImportView }) {
  const { words } = useLanguage()
  const w = words.imports
  const { view } = props
  const draft = useMappingDraft(view)
  const [listName, setListName] = useState(() => view.fileName.replace(/\.[^.]+$/, ''))
  const [isJoining, setJoining] = useState(true)
  const confirm = useConfirmMapping(view.id)
  const joined = isJoining ? (view.sameFile?.list ?? null) : null
  const name = joined?.name ?? listName.trim()
  const refused = (reason: string): ActionState => ({ kind: 'refused', reason })
  const state = (): ActionState => {
    if (confirm.isPending) return { kind: 'busy' }
    if (draft.lacks === 'overrule') return refused(w.overruleNeedsReason)
    if (draft.lacks === 'number') return refused(w.numberNeeded)
    return name === '' ? refused(w.listNeeded) : { kind: 'ready' }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ ...draft.toSend, listName: name, listId: joined?.id ?? null })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <PreviewTable view={view} columns={draft.columns} />
        <MappedColumns view={view} choices={draft.columns} />
        {view.sameFile ? (
          <SameFile file={view.sameFile} isJoining={isJoining} join={setJoining} />
        ) : null}
        <Group align="flex-start" className="accord-measure" grow preventGrowOverflow={false}>
          {joined === null ? (
            <TextInput
              label={w.listName}
              required
              value={listName}
              onChange={(event) => setListName(event.currentTarget.value)}
            />
          ) : null}
          <CountrySelect label={w.country} value={draft.country} choose={draft.setCountry} />
        </Group>
        <Repairs chosen={draft.repairs} choose={draft.setRepairs} />
        <ConsentFields view={view} draft={draft} />
        <ForecastPanel view={view} mapping={draft.lacks === null ? draft.toSend : null} />
        {confirm.error ? <Failed error={confirm.error} /> : null}
        <ActionButton submit label={w.confirm} state={state()} />
      </Stack>
    </form>
  )
}
