// A mapping while it is being chosen: what was proposed, what a person changed, what is sent.
import { useState } from 'react'
import type { WordingView } from '../../../consent/contract.ts'
import type {
  ForecastRequest,
  ImportField,
  ImportView,
  MappingRequest,
} from '../../../intake/contract.ts'
import { asSaid } from './columns-table.tsx'
import { useCustomColumns } from './custom-columns.ts'
import type { ConsentDraft, KeptMapping, Repair } from './kept-mapping.ts'
import { isComplete, type OverruleDraft } from './overrule.tsx'
import { useColumnTypes, usePublishedWordings } from './queries.ts'

function proposedOf(view: ImportView): ReadonlyMap<number, ImportField> {
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

/** What held for the last file of this source; the day and what is declared are about one file. */
function rememberedOf(view: ImportView) {
  const remembered = view.analysis?.remembered ?? null
  const overrules: ReadonlyMap<number, OverruleDraft> = new Map(
    (remembered?.overrules ?? []).map(({ index, type, reason }) => [index, { type, reason }]),
  )
  const consent: ConsentDraft = {
    wordingId: undefined,
    date: '',
    source: remembered?.consent?.source ?? '',
    wholeFile: false,
    quotedOnly: true,
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

/** The text that the file itself quotes is surer than what was chosen for the file before. */
export function suggestedWording(view: ImportView): string | null {
  const quoted = view.analysis?.quoted.find(({ wordingId }) => wordingId !== null)
  return quoted?.wordingId ?? view.analysis?.remembered?.consent?.wordingId ?? null
}

/** The purpose is the one that the chosen wording names: nothing else may be consented to on it. */
function consentOf(
  consent: ConsentDraft & { wordingId: string | null },
  wordings: readonly WordingView[],
  isQuoted: boolean,
): MappingRequest['consent'] {
  const wording = wordings.find((one) => one.id === consent.wordingId)
  if (!wording) return null
  const source = consent.source.trim()
  return {
    purpose: wording.purposes[0] ?? 'offers',
    wordingId: wording.id,
    date: consent.date || null,
    source: source.length < sourceCharactersMin ? null : source,
    wholeFile: consent.wholeFile,
    quotedOnly: isQuoted && consent.quotedOnly,
  }
}

/** As the API asks: shorter tells no place. */
const sourceCharactersMin = 3

/** A map with one entry changed; null takes it out. */
function withEntry<V>(old: ReadonlyMap<number, V>, index: number, value: V | null) {
  const next = new Map(old)
  if (value === null) next.delete(index)
  else next.set(index, value)
  return next
}

type Start = Pick<KeptMapping, 'country' | 'repairs' | 'consent'> & {
  fields: ReadonlyMap<number, ImportField>
  overrules: ReadonlyMap<number, OverruleDraft>
  legalBases: ReadonlyMap<number, string>
}

/** What was chosen before the page was left, else what is proposed. */
function startOf(view: ImportView, kept: KeptMapping | null): Start {
  if (kept === null) {
    return { ...rememberedOf(view), fields: proposedOf(view), legalBases: new Map() }
  }
  return {
    ...kept,
    fields: new Map(kept.fields),
    overrules: new Map(kept.overrules),
    legalBases: new Map(kept.legalBases),
  }
}

function useColumnChoices(view: ImportView, start: Start, kept: KeptMapping | null) {
  const [chosen, setChosen] = useState(start.fields)
  const [overrules, setOverrules] = useState(start.overrules)
  const [legalBases, setLegalBases] = useState(start.legalBases)
  const types = useColumnTypes().data ?? []
  const custom = useCustomColumns(view, kept?.custom)
  const choose = (index: number, field: ImportField | null) =>
    setChosen((old) => withEntry(old, index, field))
  const chooseLegalBasis = (index: number, legalBasisId: string | null) =>
    setLegalBases((old) => withEntry(old, index, legalBasisId))
  const overrule = (index: number, draft: OverruleDraft | null) => {
    const said = withEntry(overrules, index, draft)
    setOverrules(said)
    // What it holds is another thing now: so is the legal basis that it would need.
    chooseLegalBasis(index, null)
    const column = view.analysis?.columns.find((one) => one.index === index)
    const mayGoIn = column && asSaid(column, { types, overrules: said }).storage === 'may_be_kept'
    if (mayGoIn) return
    choose(index, null)
    custom.choose(index, null)
  }
  return { chosen, choose, overrules, overrule, legalBases, chooseLegalBasis, types, custom }
}

export function useMappingDraft(view: ImportView, kept: KeptMapping | null) {
  const [start] = useState(() => startOf(view, kept))
  const [country, setCountry] = useState(start.country)
  const [repairs, setRepairs] = useState<readonly Repair[]>(start.repairs)
  const [draft, setConsent] = useState(start.consent)
  const columns = useColumnChoices(view, start, kept)
  const wordings = usePublishedWordings().data ?? []
  const isQuoted = (view.analysis?.quoted ?? []).length > 0
  const isKnown = (id: string | null) => wordings.some((one) => one.id === id)
  const suggested = suggestedWording(view)
  const asSuggested = isKnown(suggested) ? suggested : null
  const consent = {
    ...draft,
    wordingId: draft.wordingId === undefined ? asSuggested : draft.wordingId,
  }
  const isUnexplained = [...columns.overrules.values()].some((one) => !isComplete(one))
  const hasNumber = [...columns.chosen.values()].includes('number')
  const toSend: ForecastRequest = {
    columns: [...columns.chosen].map(([index, field]) => ({ index, field })),
    sensitive: [...columns.legalBases].map(([index, legalBasisId]) => ({ index, legalBasisId })),
    custom: columns.custom.toSend,
    country,
    repairs: [...repairs],
    consent: consentOf(consent, wordings, isQuoted),
    overrules: [...columns.overrules].flatMap(([index, { type, reason }]) =>
      type === null ? [] : [{ index, type, reason: reason.trim() }],
    ),
  }
  const toKeep: Omit<KeptMapping, 'listName' | 'existing' | 'isJoining'> = {
    country,
    repairs,
    consent: draft,
    fields: [...columns.chosen],
    overrules: [...columns.overrules],
    legalBases: [...columns.legalBases],
    custom: [...columns.custom.asChosen],
  }
  return {
    toKeep,
    ...{ country, setCountry, repairs, setRepairs, columns, wordings, isQuoted, consent, toSend },
    changeConsent: (part: Partial<ConsentDraft>) => setConsent((old) => ({ ...old, ...part })),
    lacks: isUnexplained ? 'overrule' : hasNumber ? null : 'number',
  } as const
}
