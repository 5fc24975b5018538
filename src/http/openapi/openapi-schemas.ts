// The named schemas of the OpenAPI document: each is written once, and what uses it points there.
import { z } from 'zod'
import { BugError } from '../../kernel/index.ts'

export type Json = Record<string, unknown>
export type Io = 'input' | 'output'
/** A sentence for each field of a name, or of a name in one schema: `Message.to`. */
export type FieldWords = Readonly<Record<string, string>>

const defsAt = '#/$defs/'
const componentsAt = '#/components/schemas/'
/** Until all are known, a schema is named with the side that it is of. */
const placeOf = (io: Io, id: string) => `${componentsAt}${io} ${id}`

/**
 * What is asked for and what is answered may differ under one name (a default, a field that nobody
 * knows): then what is asked for has the name with `Input` behind it.
 */
export class Schemas {
  readonly #known = new Map<string, Json>()
  readonly #words: FieldWords

  constructor(words: FieldWords = {}) {
    this.#words = words
  }

  of(schema: z.ZodType, io: Io): Json {
    const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json
    const { $schema: _dialect, $defs = {}, ...json } = made
    const defs = new Map(Object.entries($defs as Record<string, Json>))
    for (const [id, def] of defs) {
      if (isNameless(id)) continue
      const doing = { io, words: this.#words, where: id }
      this.#keep(placeOf(io, id), tidied(whole(def, defs), doing))
    }
    return tidied(json, { io, words: this.#words, where: '' })
  }

  #keep(place: string, json: Json): void {
    const known = this.#known.get(place)
    const isSame =
      known === undefined ||
      JSON.stringify(known) === JSON.stringify(json) ||
      written(known) === written(json)
    if (!isSame) {
      throw new BugError(`two schemas have the name ${place.slice(componentsAt.length)}`)
    }
    this.#known.set(place, json)
  }

  /** The schema itself, for one that may point to another. */
  readonly resolve = (schema: Json): Json => {
    const { $ref: ref, ...own } = schema
    if (typeof ref !== 'string') return schema
    const known = this.#known.get(ref)
    if (known === undefined) throw new BugError(`no schema stands at ${ref}`)
    return this.resolve({ ...known, ...own })
  }

  /** The schemas under their names, and the document with these names in it. */
  named(document: Json): { schemas: Record<string, Json>; document: Json } {
    const names = this.#names()
    const used = this.#usedIn(document)
    const entries = [...this.#known]
      .filter(([place]) => used.has(place))
      .map(([place, json]): [string, Json] => [
        names.get(place) ?? place,
        renamed(json, names) as Json,
      ])
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return { schemas: Object.fromEntries(sorted), document: renamed(document, names) as Json }
  }

  /** What a form or an address is made of is written there, field by field. */
  #usedIn(document: Json): Set<string> {
    const used = new Set<string>()
    const look = (json: unknown): void => {
      for (const place of pointsTo(json)) {
        if (used.has(place)) continue
        used.add(place)
        look(this.#known.get(place))
      }
    }
    look(document)
    return used
  }

  #names(): Map<string, string> {
    const ids = [...new Set([...this.#known.keys()].map(idAt))]
    const differing = new Set<string>()
    const isSame = (id: string): boolean => {
      const asked = this.#known.get(placeOf('input', id))
      const answered = this.#known.get(placeOf('output', id))
      if (asked === undefined || answered === undefined) return true
      const plain = (json: Json) => written(json).replaceAll(`${componentsAt}input `, '')
      const isAlike = plain(asked) === plain(answered).replaceAll(`${componentsAt}output `, '')
      return isAlike && !pointsTo(asked).some((place) => differing.has(idAt(place)))
    }
    // One that points to one that differs differs too: looked through until nothing is found.
    for (let before = -1; before !== differing.size; ) {
      before = differing.size
      for (const id of ids) if (!isSame(id)) differing.add(id)
    }
    const names = new Map<string, string>()
    for (const place of this.#known.keys()) {
      const id = idAt(place)
      const isApart = differing.has(id) && place === placeOf('input', id)
      names.set(place, isApart ? `${id}Input` : id)
    }
    return names
  }
}

/** The same for the same schema, in whatever order its words stand. */
function written(json: unknown): string {
  return JSON.stringify(json, (_key, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

const idAt = (place: string) => place.slice(place.indexOf(' ') + 1)
const isNameless = (id: string) => id.startsWith('__schema')

/** A schema that goes round is made of a name and of what it names. */
function whole(def: Json, defs: ReadonlyMap<string, Json>): Json {
  const { $ref: ref, ...own } = def
  if (typeof ref !== 'string' || !isNameless(ref.slice(defsAt.length))) return def
  return whole({ ...defs.get(ref.slice(defsAt.length)), ...own }, defs)
}

function pointsTo(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : pointsTo(value),
  )
}

type Tidying = { io: Io; words: FieldWords; where: string }

/** Places in the document instead of zod's own, and what is said of a field where it is read. */
function tidied(json: Json, doing: Tidying): Json {
  const { id: _id, example, ...rest } = json
  const told = example === undefined ? rest : { ...rest, examples: [example] }
  const out: Json = {}
  for (const [key, value] of Object.entries(told)) out[key] = tidiedPart(key, value, doing)
  return withDescription(out)
}

function tidiedPart(key: string, value: unknown, doing: Tidying): unknown {
  const isObject = typeof value === 'object' && value !== null
  switch (key) {
    case '$ref': {
      const id = String(value).slice(defsAt.length)
      if (!String(value).startsWith(defsAt) || isNameless(id)) {
        throw new BugError(
          `a schema goes round without a name at ${doing.where}: give it one with \`named\``,
        )
      }
      return placeOf(doing.io, id)
    }
    case 'properties':
      return Object.fromEntries(
        Object.entries(value as Record<string, Json>).map(([name, one]) => [
          name,
          fieldOf(name, one, doing),
        ]),
      )
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
    case 'prefixItems':
      return (value as Json[]).map((one) => tidied(one, doing))
    case 'items':
    case 'additionalProperties':
    case 'propertyNames':
    case 'not':
      return isObject ? tidied(value as Json, doing) : value
    default:
      return value
  }
}

/**
 * What its schema says of a field, else what is said of it here, else wherever one is called so.
 */
function fieldOf(name: string, field: Json, { io, words, where }: Tidying): Json {
  const place = `${where}.${name}`
  const json = tidied(field, { io, words, where: place })
  const said = words[place] ?? words[name]
  return json['description'] !== undefined || said === undefined
    ? json
    : { ...json, description: said }
}

/** Of "this or null" the description of this is the description of both. */
function withDescription(json: Json): Json {
  const options = json['anyOf']
  if (json['description'] !== undefined || !Array.isArray(options)) return json
  const [first, second, ...more] = options as Json[]
  const isNullable = more.length === 0 && second?.['type'] === 'null'
  const description = first?.['description']
  if (!isNullable || first === undefined || description === undefined) return json
  const { description: _said, ...bare } = first
  return { ...json, description, anyOf: [bare, second] }
}

function renamed(json: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(json)) return json.map((one) => renamed(one, names))
  if (typeof json !== 'object' || json === null) return json
  const out: Json = {}
  for (const [key, value] of Object.entries(json)) {
    const name = key === '$ref' && typeof value === 'string' ? names.get(value) : undefined
    out[key] = name === undefined ? renamed(value, names) : `${componentsAt}${name}`
  }
  return out
}
