// A text with places for what differs from person to person: {first_name}, {first_name|chez nous}.
import { type CustomType, customExamples, writeCustom } from '../contacts/contract.ts'
import type { Language } from '../kernel/index.ts'

/** What a text may take from each contact, beside the account's custom fields. */
export const mergeFields = ['first_name', 'last_name'] as const
export type MergeField = (typeof mergeFields)[number]

/** A place for a value of a custom field, and in which language it is written there. */
export type CustomPlace = { custom: string; type: CustomType; language: Language }
export type TemplatePiece =
  | string
  | { field: MergeField; fallback: string | null }
  | (CustomPlace & { fallback: string | null })
export type Template = { ok: true; pieces: readonly TemplatePiece[] } | { ok: false; field: string }

/** The custom fields of an account, and the language of a place that names none: `{visit:en}`. */
export type CustomKnown = {
  fields: readonly { key: string; type: CustomType }[]
  language: Language
}
export const noCustom: CustomKnown = { fields: [], language: 'fr' }

const place = /\{([a-z_][a-z0-9_]*)(?::(fr|en))?(?:\|([^{}]*))?\}/g

/** Reads a template, or names the first field that does not exist. Other braces are plain text. */
export function readTemplate(text: string, known: CustomKnown = noCustom): Template {
  const pieces: TemplatePiece[] = []
  let from = 0
  for (const match of text.matchAll(place)) {
    const [whole, name = '', told, instead] = match
    const language = (told as Language | undefined) ?? known.language
    const field = mergeFields.find((one) => one === name)
    const custom = known.fields.find(({ key }) => key === name)
    const fallback = instead ?? null
    if (match.index > from) pieces.push(text.slice(from, match.index))
    if (field !== undefined) pieces.push({ field, fallback })
    else if (custom === undefined) return { ok: false, field: name }
    else pieces.push({ custom: name, type: custom.type, language, fallback })
    from = match.index + whole.length
  }
  if (from < text.length) pieces.push(text.slice(from))
  return { ok: true, pieces }
}

/** True when a text may name a custom field: for most, the account's need not be read. */
export function namesCustom(text: string): boolean {
  const template = readTemplate(text)
  return !template.ok
}

export type MergeValues = Readonly<Partial<Record<MergeField, string | undefined>>> & {
  custom?: Readonly<Record<string, string>> | undefined
}
export type Rendered = { text: string; fieldEmpty: boolean }

/** What stands in a text where nobody is looked at. */
export function exampleOf(pieces: readonly TemplatePiece[]): MergeValues {
  const custom: Record<string, string> = {}
  for (const piece of pieces) {
    if (typeof piece !== 'string' && 'custom' in piece) {
      custom[piece.custom] = customExamples[piece.type]
    }
  }
  return { first_name: 'Camille', last_name: 'Martin', custom }
}

/** Fills the places. A field without value and without fallback makes the text unfit to send. */
export function render(pieces: readonly TemplatePiece[], values: MergeValues): Rendered {
  const only = pieces[0]
  if (pieces.length === 1 && typeof only === 'string') return { text: only, fieldEmpty: false }
  let text = ''
  let fieldEmpty = false
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    const value = valueAt(piece, values) || piece.fallback
    if (value === null || value === undefined) fieldEmpty = true
    else text += value
  }
  return { text, fieldEmpty }
}

function valueAt(piece: Exclude<TemplatePiece, string>, values: MergeValues): string | undefined {
  if ('field' in piece) return values[piece.field]?.trim()
  const value = values.custom?.[piece.custom]
  return value === undefined ? undefined : writeCustom(piece.type, value, piece.language)
}
