// What a log field may be: the types keep people out, and a guard at run time catches what slips by.
import { type Branded, type E164, isUuid } from '../kernel/index.ts'

/** A short technical string that `asCode` has looked at: an error code, a state, a file's path. */
export type Code = Branded<string, 'Code'>

export type FieldValue = string | number | boolean | null | undefined

/**
 * A field may be a number, a truth, null, a literal string, or a branded id or code. A plain
 * `string` does not compile (nobody knows what is in it), nor does a telephone number.
 */
export type Fields<F> = {
  [K in keyof F]: F[K] extends E164
    ? never
    : F[K] extends string
      ? string extends F[K]
        ? never
        : F[K]
      : F[K] extends FieldValue
        ? F[K]
        : never
}

export const withheld = '[withheld]'
export const codeLengthMax = 160

const codePattern = /^[A-Za-z0-9_.:/\\+=,-]*$/
// Eight digits or more, whatever stands between them: no number of a person is shorter with its
// prefix. Dates (2026-11-25) have eight digits too, so they are looked for first.
const numberLike = /\d(?:[ .()/_-]{0,2}\d){7,}/
const instantLike = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/
const hexLike = /^[0-9a-f]{16,128}$/
const uuidInside = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The string when it can only be technical, else `[withheld]`. */
export function guardText(text: string): string {
  if (isUuid(text) || instantLike.test(text)) return text
  if (text.length > codeLengthMax || !codePattern.test(text)) return withheld
  if (hexLike.test(text) && /[a-f]/.test(text)) return text
  return numberLike.test(text.replace(uuidInside, '')) ? withheld : text
}

/** Takes a string whose type says nothing; keeps it when it can only be technical. */
export function asCode(text: string): Code {
  return guardText(text) as Code
}

const withUnit = /(Ms|Octets|Bytes|At|Micro[A-Z]\w*|PerSecond|Count|Max|Min)$/

/** A telephone number may also come as a number: integers of its length need a unit in their name. */
function guardNumber(name: string, value: number): number | string {
  const phoneLength = Number.isInteger(value) && value >= 1e7 && value < 1e15
  return phoneLength && !withUnit.test(name) ? withheld : value
}

/** What is written for one field, whatever was passed. */
export function guardField(name: string, value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null
  switch (typeof value) {
    case 'string':
      return guardText(value)
    case 'number':
      return guardNumber(name, value)
    case 'boolean':
      return value
    default:
      return String(value) === '[personal]' ? '[personal]' : withheld
  }
}
