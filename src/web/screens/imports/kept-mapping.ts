// Choices in a mapping that is not confirmed yet, kept while its author leaves the page.
//
// They stay in this tab of the browser: whoever goes away to publish a wording comes back in the
// same tab, and nobody else needs what is half chosen. A server would have to keep it for each
// person, and forget it again. No cell of the file is among it: places of columns, what they
// become, and what was typed about the file as a whole.
import { type ForecastRequest, type ImportField, importFields } from '../../../intake/contract.ts'
import type { OverruleDraft } from './overrule.tsx'

export type Repair = NonNullable<ForecastRequest['repairs']>[number]

export type ConsentDraft = {
  /** Undefined: as the file suggests, which changes when its wording is published. */
  wordingId: string | null | undefined
  date: string
  source: string
  wholeFile: boolean
  quotedOnly: boolean
}

export type KeptMapping = {
  listName: string
  /** The list that they join; null: a new one. */
  existing: string | null
  isJoining: boolean
  country: string
  repairs: readonly Repair[]
  consent: ConsentDraft
  fields: [index: number, field: ImportField][]
  overrules: [index: number, said: OverruleDraft][]
  legalBases: [index: number, legalBasisId: string][]
  custom: [index: number, key: string][]
}

/** The number goes up when the shape changes: what was kept in another one is no longer read. */
const shape = 1
const keyOf = ({ userId, importId }: Place) => `accord.mapping.${shape}.${userId}.${importId}`

/** Of each person for themselves: one tab may see several log in. */
export type Place = { userId: string; importId: string }

export function readKept(place: Place): KeptMapping | null {
  try {
    const text = window.sessionStorage.getItem(keyOf(place))
    return text === null ? null : keptFrom(JSON.parse(text))
  } catch {
    // A browser may refuse to keep anything, and anything may stand there: one begins anew.
    return null
  }
}

export function writeKept(place: Place, mapping: KeptMapping): void {
  try {
    window.sessionStorage.setItem(keyOf(place), JSON.stringify(mapping))
  } catch {
    // Full, or switched off: the form works as before, and forgets when it is left.
  }
}

export function forgetKept(place: Place): void {
  try {
    window.sessionStorage.removeItem(keyOf(place))
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isYesOrNo = (value: unknown): value is boolean => typeof value === 'boolean'

/** Null where it is not what was written; entries that fit no column's choice are left out. */
export function keptFrom(value: unknown): KeptMapping | null {
  const kept = recordOf(value)
  const consent = recordOf(kept?.['consent'])
  if (kept === null || consent === null) return null
  const { listName, existing = null, isJoining, country, repairs } = kept
  const { wordingId, date, source, wholeFile, quotedOnly } = consent
  const isChosen = wordingId === undefined || wordingId === null || isText(wordingId)
  if (existing !== null && !isText(existing)) return null
  if (!isText(listName) || !isYesOrNo(isJoining) || !isText(country)) return null
  if (!isChosen || !isText(date) || !isText(source)) return null
  if (!isYesOrNo(wholeFile) || !isYesOrNo(quotedOnly)) return null
  return {
    listName,
    existing,
    isJoining,
    country,
    repairs: (Array.isArray(repairs) ? repairs : []).filter(isRepair),
    consent: { wordingId, date, source, wholeFile, quotedOnly },
    fields: entriesOf(kept['fields'], isField),
    overrules: entriesOf(kept['overrules'], isOverrule),
    legalBases: entriesOf(kept['legalBases'], isText),
    custom: entriesOf(kept['custom'], isText),
  }
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
}

function entriesOf<V>(value: unknown, isValue: (one: unknown) => one is V): [number, V][] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (one): one is [number, V] =>
      Array.isArray(one) && one.length === 2 && Number.isInteger(one[0]) && isValue(one[1]),
  )
}

const repairs: readonly Repair[] = ['lost_zero', 'wrong_overseas_prefix']
const isRepair = (value: unknown): value is Repair => repairs.some((one) => one === value)
const isField = (value: unknown): value is ImportField => importFields.some((one) => one === value)

function isOverrule(value: unknown): value is OverruleDraft {
  const said = recordOf(value)
  return said !== null && isText(said['reason']) && (said['type'] === null || isText(said['type']))
}
