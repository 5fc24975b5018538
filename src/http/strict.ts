// Input that names a field nobody knows is refused: what would be dropped is said instead.
import { z } from 'zod'
import { isNear, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

/** What a room says of a field that it does not take, or null for the common sentence. */
export type UnknownField = (name: string, language: Language) => string | null

/** For a place where nothing is taken. */
export const noFields = z.strictObject({})

/**
 * The same schema, whose objects name all they take. Records stay open, and an object that tells
 * what else it takes (`looseObject`, `catchall`). What is answered is not made strict.
 */
export function strictly(schema: z.ZodType): z.ZodType {
  const known = strictOf.get(schema)
  if (known !== undefined) return known
  const strict = madeStrict(schema)
  strictOf.set(schema, strict)
  return strict
}

/** One for each: what has a name in the OpenAPI document has it once. */
const strictOf = new WeakMap<z.ZodType, z.ZodType>()

function madeStrict(schema: z.ZodType): z.ZodType {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape).map(([name, field]) => [name, inner(field)])
      const catchall = def.catchall ?? z.never()
      return withDef(schema, { shape: Object.fromEntries(fields), catchall })
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return withDef(schema, { innerType: inner(def.innerType) })
    case 'array':
      return withDef(schema, { element: inner(def.element) })
    case 'record':
      return withDef(schema, { valueType: inner(def.valueType) })
    case 'union':
      return withDef(schema, { options: def.options.map(inner) })
    case 'pipe':
      return withDef(schema, { in: inner(def.in) })
    default:
      return schema
  }
}

const inner = (schema: z.core.$ZodType) => strictly(schema as z.ZodType)

/**
 * A default is made anew at each look (a getter), so that descriptors are copied and not values.
 */
function withDef(schema: z.ZodType, changed: Record<string, unknown>): z.ZodType {
  const def = Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(schema._zod.def),
      ...Object.getOwnPropertyDescriptors(changed),
    },
  )
  const copy = z.core.clone(schema, def as typeof schema._zod.def)
  // It keeps what is told of the other, its name included: to whoever asks it is the same.
  const told = z.globalRegistry.get(schema)
  if (told !== undefined) z.globalRegistry.add(copy, told)
  return copy
}

/**
 * The names that the object of this issue takes: all that can be known of it is in the raw issue.
 */
export function namesTaken(issue: z.core.$ZodRawIssue): string[] {
  const def = (issue.inst as z.core.$ZodTypes | undefined)?._zod.def
  return def?.type === 'object' ? Object.keys(def.shape) : []
}

const shownMax = 20
const nameShownMax = 60

/** One sentence for each unknown field of one object: what it may have been, or what there is. */
export function ofUnknown(
  names: readonly string[],
  taken: readonly string[],
  asked: { language: Language; unknownField: UnknownField | null },
): { name: string | null; detail: string }[] {
  const { language, unknownField } = asked
  const told = names.slice(0, shownMax).map((name) => {
    return { name, detail: unknownField?.(name, language) ?? common(name, taken, language) }
  })
  const count = names.length - told.length
  if (count === 0) return told
  return [...told, { name: null, detail: said(language, 'fields_unknown_more', { count }) }]
}

function common(name: string, taken: readonly string[], language: Language): string {
  const shown = name.length > nameShownMax ? `${name.slice(0, nameShownMax)}…` : name
  if (taken.length === 0) return said(language, 'field_none_taken', { name: shown })
  const near = nearName(name, taken)
  return near === null
    ? said(language, 'field_unknown', { name: shown, taken: taken.join(', ') })
    : said(language, 'field_misspelt', { name: shown, near })
}

function said(language: Language, key: string, details: Record<string, string | number>): string {
  return sentence(language, `http.${key}`, details) ?? key
}

/** The name that was meant: the same but for its writing (`campaign_id`), or for a slip or two. */
function nearName(name: string, taken: readonly string[]): string | null {
  const written = plain(name)
  const slipsMax = written.length < 4 ? 0 : written.length < 8 ? 1 : 2
  for (let slips = 0; slips <= slipsMax; slips += 1) {
    const near = taken.find((one) => isNear(written, plain(one), slips))
    if (near !== undefined) return near
  }
  return null
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
