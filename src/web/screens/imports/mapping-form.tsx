// Confirming an import: what each column becomes, the list, and where consent comes from.
import { Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ImportView } from '../../../intake/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { own } from '../../words/own.ts'
import { listChoiceWords } from '../../words/people/list-choice.ts'
import { useListOf } from '../lists/queries.ts'
import { ConsentFields } from './consent-fields.tsx'
import { CountrySelect } from './country-select.tsx'
import { DropFile } from './drop-file.tsx'
import { ForecastPanel } from './forecast-panel.tsx'
import { forgetKept, type KeptMapping, type Place, readKept, writeKept } from './kept-mapping.ts'
import { type Into, ListInto } from './list-into.tsx'
import { MappedColumns } from './mapped-columns.tsx'
import { useMappingDraft } from './mapping-draft.ts'
import { PreviewTable } from './preview-table.tsx'
import { useConfirmMapping } from './queries.ts'
import { Repairs } from './repairs.tsx'
import { SameFile } from './same-file.tsx'

/** Drawn anew from what is proposed once what was kept is given up. */
export function MappingForm({ view }: { view: ImportView }) {
  const { me } = useSession()
  const place = { userId: me.user?.id ?? '', importId: view.id }
  const [started, setStarted] = useState(() => ({ times: 0, kept: readKept(place) }))
  const startAgain = () => {
    forgetKept(place)
    setStarted(({ times }) => ({ times: times + 1, kept: null }))
  }
  return <OneMapping key={started.times} {...{ view, place, kept: started.kept, startAgain }} />
}

/** Once it is let in, by whomever, what was half chosen is of no use any more. */
export function useForgetOnceOver({ id }: ImportView, isOver: boolean) {
  const userId = useSession().me.user?.id ?? ''
  useEffect(() => {
    if (isOver) forgetKept({ userId, importId: id })
  }, [isOver, userId, id])
}

type Props = { view: ImportView; place: Place; kept: KeptMapping | null; startAgain: () => void }

/** What is untouched is not kept: the proposal may be a better one by the next visit. */
function useKept(place: Place, mapping: KeptMapping) {
  const text = JSON.stringify(mapping)
  const first = useRef(text)
  const { userId, importId } = place
  useEffect(() => {
    if (text === first.current) return
    first.current = ''
    writeKept({ userId, importId }, JSON.parse(text))
  }, [text, userId, importId])
}

function OneMapping({ view, place, kept, startAgain }: Props) {
  const { words } = useLanguage()
  const w = words.imports
  const draft = useMappingDraft(view, kept)
  const [into, setInto] = useState<Into>(() => ({
    existing: kept?.existing ?? null,
    name: kept?.listName ?? view.fileName.replace(/\.[^.]+$/, ''),
  }))
  const [isJoining, setJoining] = useState(kept?.isJoining ?? true)
  const { existing } = into
  useKept(place, { ...draft.toKeep, listName: into.name, existing, isJoining })
  const confirm = useConfirmMapping(view.id)
  const joined = isJoining ? (view.sameFile?.list ?? null) : null
  const other = useListOf(existing || null)
  const listId = joined?.id ?? existing
  const name = joined?.name ?? (existing === null ? into.name.trim() : (other?.name ?? ''))
  const refused = (reason: string): ActionState => ({ kind: 'refused', reason })
  const state = (): ActionState => {
    if (confirm.isPending) return { kind: 'busy' }
    if (draft.lacks === 'overrule') return refused(w.overruleNeedsReason)
    if (draft.lacks === 'number') return refused(w.numberNeeded)
    if (name !== '') return { kind: 'ready' }
    return refused(listId === null ? w.listNeeded : own(words, listChoiceWords).existingNeeded)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ ...draft.toSend, listName: name, listId })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {kept === null ? null : <StillThere startAgain={startAgain} />}
        <PreviewTable view={view} columns={draft.columns} />
        <MappedColumns view={view} choices={draft.columns} />
        {view.sameFile ? (
          <SameFile file={view.sameFile} isJoining={isJoining} join={setJoining} />
        ) : null}
        <Stack className="accord-measure">
          {joined === null ? (
            <ListInto
              into={into}
              change={(part) => setInto((before) => ({ ...before, ...part }))}
            />
          ) : null}
          <CountrySelect label={w.country} value={draft.country} choose={draft.setCountry} />
        </Stack>
        <Repairs chosen={draft.repairs} choose={draft.setRepairs} />
        <ConsentFields view={view} draft={draft} />
        <ForecastPanel view={view} mapping={draft.lacks === null ? draft.toSend : null} />
        {confirm.error ? <Failed error={confirm.error} /> : null}
        <Group align="flex-start">
          <ActionButton submit label={w.confirm} state={state()} />
          <DropFile id={view.id} />
        </Group>
      </Stack>
    </form>
  )
}

function StillThere({ startAgain }: { startAgain: () => void }) {
  const { words } = useLanguage()
  const w = words.imports
  return (
    <Group gap="sm">
      <Text size="sm" role="status">
        {w.stillThere}
      </Text>
      <ActionButton
        size="xs"
        variant="default"
        label={w.startAgain}
        state={{ kind: 'ready' }}
        onPress={startAgain}
      />
    </Group>
  )
}
