// Confirming an import: what each column becomes, the list, and where consent comes from.
import { Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { WordingView } from '../../../consent/contract.ts'
import type { ImportField, ImportView, MappingRequest } from '../../../intake/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { asSaid, ColumnsTable } from './columns-table.tsx'
import { type ConsentDraft, ConsentFields } from './consent-fields.tsx'
import { CountrySelect } from './country-select.tsx'
import { useCustomColumns } from './custom-columns.ts'
import { isComplete, type OverruleDraft } from './overrule.tsx'
import {
  useColumnTypes,
  useConfirmMapping,
  useLegalBasesInForce,
  usePublishedWordings,
} from './queries.ts'

function proposedOf(view: ImportView): Map<number, ImportField> {
  const chosen = new Map<number, ImportField>()
  const overruled = new Set((view.analysis?.remembered?.overrules ?? []).map(({ index }) => index))
  for (const column of view.analysis?.columns ?? []) {
    const mayGoIn = column.storage === 'may_be_kept' || overruled.has(column.index)
    if (column.proposedField && mayGoIn) {
      chosen.set(column.index, column.proposedField)
    }
  }
  return chosen
}

/** What held for the last file of this source; the day and the declaration are about one file. */
function rememberedOf(view: ImportView) {
  const remembered = view.analysis?.remembered ?? null
  const overrules = new Map<number, OverruleDraft>(
    (remembered?.overrules ?? []).map(({ index, type, reason }) => [index, { type, reason }]),
  )
  const consent: ConsentDraft = {
    wordingId: remembered?.consent?.wordingId ?? null,
    date: '',
    source: remembered?.consent?.source ?? '',
    wholeFile: false,
  }
  return {
    country: remembered?.country ?? 'FR',
    // A zero that a spreadsheet ate and a wrong +33 are common and safe to mend: the number that
    // comes out is judged like any other.
    repairs: remembered?.repairs ?? (['lost_zero', 'wrong_overseas_prefix'] as const),
    overrules,
    consent,
  }
}

/** The purpose is the one that the chosen wording names: nothing else may be consented to on it. */
function consentOf(
  consent: ConsentDraft,
  wordings: readonly WordingView[],
): MappingRequest['consent'] {
  const wording = wordings.find((one) => one.id === consent.wordingId)
  if (!wording) return null
  return {
    purpose: wording.purposes[0] ?? 'offers',
    wordingId: wording.id,
    date: consent.date || null,
    source: consent.source.trim() || null,
    wholeFile: consent.wholeFile,
  }
}

export function MappingForm(props: { view: ImportView }) {
  const { words } = useLanguage()
  const w = words.imports
  const [remembered] = useState(() => rememberedOf(props.view))
  const [country, setCountry] = useState(remembered.country)
  const [chosen, setChosen] = useState(() => proposedOf(props.view))
  const [listName, setListName] = useState(() => props.view.fileName.replace(/\.[^.]+$/, ''))
  const [consent, setConsent] = useState(remembered.consent)
  const [overrules, setOverrules] = useState<ReadonlyMap<number, OverruleDraft>>(
    remembered.overrules,
  )
  const [legalBases, setLegalBases] = useState<ReadonlyMap<number, string>>(new Map())
  const inForce = useLegalBasesInForce().data ?? []
  const types = useColumnTypes().data ?? []
  const wordings = usePublishedWordings()
  const confirm = useConfirmMapping(props.view.id)
  const custom = useCustomColumns(props.view)
  const choose = (index: number, field: ImportField | null) =>
    setChosen((old) => {
      const next = new Map(old)
      if (field === null) next.delete(index)
      else next.set(index, field)
      return next
    })
  const chooseLegalBasis = (index: number, legalBasisId: string | null) =>
    setLegalBases((old) => {
      const next = new Map(old)
      if (legalBasisId === null) next.delete(index)
      else next.set(index, legalBasisId)
      return next
    })
  const overrule = (index: number, draft: OverruleDraft | null) => {
    const said = new Map(overrules)
    if (draft === null) said.delete(index)
    else said.set(index, draft)
    setOverrules(said)
    // What it holds is another thing now: so is the legal basis that it would need.
    chooseLegalBasis(index, null)
    const column = props.view.analysis?.columns.find((one) => one.index === index)
    const mayGoIn = column && asSaid(column, { types, overrules: said }).storage === 'may_be_kept'
    if (mayGoIn) return
    choose(index, null)
    custom.choose(index, null)
  }
  const isUnexplained = [...overrules.values()].some((draft) => !isComplete(draft))
  const state: ActionState = confirm.isPending
    ? { kind: 'busy' }
    : isUnexplained
      ? { kind: 'refused', reason: w.overruleNeedsReason }
      : ![...chosen.values()].includes('number')
        ? { kind: 'refused', reason: w.numberNeeded }
        : listName.trim() === ''
          ? { kind: 'refused', reason: w.listNeeded }
          : { kind: 'ready' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({
      columns: [...chosen].map(([index, field]) => ({ index, field })),
      sensitive: [...legalBases].map(([index, legalBasisId]) => ({ index, legalBasisId })),
      custom: custom.toSend,
      listName: listName.trim(),
      country,
      repairs: [...remembered.repairs],
      consent: consentOf(consent, wordings.data ?? []),
      overrules: [...overrules].flatMap(([index, { type, reason }]) =>
        type === null ? [] : [{ index, type, reason: reason.trim() }],
      ),
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <ColumnsTable
          columns={props.view.analysis?.columns ?? []}
          types={types}
          chosen={chosen}
          choose={choose}
          overrules={overrules}
          overrule={overrule}
          legalBases={{ inForce, chosen: legalBases, choose: chooseLegalBasis }}
          custom={custom}
        />
        <TextInput
          className="accord-measure"
          label={w.listName}
          required
          value={listName}
          onChange={(event) => setListName(event.currentTarget.value)}
        />
        <CountrySelect label={w.country} value={country} choose={setCountry} />
        <ConsentFields
          consent={consent}
          wordings={wordings.data ?? []}
          change={(part) => setConsent((old) => ({ ...old, ...part }))}
        />
        {confirm.error ? <Failed error={confirm.error} /> : null}
        <ActionButton submit label={w.confirm} state={state} />
      </Stack>
    </form>
  )
}
