// Schemas of the OpenAPI document as tables for people: each field with its type and sentence.
import { code, escaped, said } from './reference-html.ts'

export type Json = Record<string, unknown>
type Line = { name: string; schema: Json; isRequired: boolean; description?: string }

const schemasAt = '#/components/schemas/'
/** Fields of objects without a name stand in the table of what they are in; so deep, no deeper. */
const deepest = 4

export class Fields {
  readonly #schemas: Readonly<Record<string, Json>>

  constructor(schemas: Readonly<Record<string, Json>>) {
    this.#schemas = schemas
  }

  parameters(all: readonly Json[]): string {
    const lines = all.map((one) => ({
      name: String(one['name']),
      schema: (one['schema'] ?? {}) as Json,
      isRequired: one['required'] === true,
      ...(typeof one['description'] === 'string' ? { description: one['description'] } : {}),
    }))
    return tableOf(lines.map((line) => this.#row(line, ` (${where(all, line.name)})`)))
  }

  /** Which shape it is, with the way there; empty of one without a name. */
  named(schema: Json): string {
    const name = nameOf(schema)
    return name === null ? '' : `, ${shapeLink(name)}`
  }

  /** The fields of what is asked for or answered. */
  table(schema: Json): string {
    const whole = this.#resolve(schema)
    if (optionsOf(whole).length > 0) return `<p>${this.#type(whole)}</p>`
    return this.#tableOf(whole)
  }

  /** What has a name stands among the shapes: many answers are of the same. */
  nameless(schema: Json): string {
    return nameOf(schema) === null ? this.table(schema) : ''
  }

  /** Of a named shape, also where it is no object. */
  shape(schema: Json): string {
    const { description } = schema
    const lead = typeof description === 'string' ? `<p>${said(description)}</p>` : ''
    return (
      lead +
      (this.#linesOf(schema).length > 0 ? this.#tableOf(schema) : `<p>${this.#type(schema)}</p>`)
    )
  }

  #tableOf(whole: Json): string {
    const rows = this.#linesOf(whole).map((line) => this.#row(line))
    return rows.length === 0 ? '' : tableOf(rows)
  }

  #linesOf(schema: Json, before = '', depth = 0): Line[] {
    const whole = depth === 0 ? this.#resolve(schema) : schema
    const properties = Object.entries((whole['properties'] ?? {}) as Record<string, Json>)
    const required = new Set((whole['required'] ?? []) as string[])
    return properties.flatMap(([name, field]) => {
      const line = { name: before + name, schema: field, isRequired: required.has(name) }
      if (depth >= deepest) return [line]
      const [inside, mark] = insideOf(field)
      return [line, ...this.#linesOf(inside, `${before}${name}${mark}.`, depth + 1)]
    })
  }

  #row({ name, schema, isRequired, description }: Line, place = ''): string {
    const told = description ?? schema['description'] ?? this.#resolve(schema)['description']
    const text = typeof told === 'string' ? said(told) : ''
    const must = isRequired ? '' : ' <span class="quiet">may be absent</span>'
    return `<tr><th scope="row">${code(name)}${escaped(place)}${must}</th>
<td>${this.#type(schema)}</td><td>${text}</td></tr>`
  }

  #type(schema: Json): string {
    const name = nameOf(schema)
    if (name !== null) return shapeLink(name)
    const options = optionsOf(schema)
    if (options.length > 0) return options.map((one) => this.#type(one)).join(' or ')
    if ('const' in schema) return code(String(schema['const']))
    const values = schema['enum']
    if (Array.isArray(values)) return values.map((one) => code(String(one))).join(', ')
    const { type } = schema
    const types = Array.isArray(type) ? type : [type]
    return types.map((one) => this.#plain(String(one ?? 'anything'), schema)).join(' or ')
  }

  #plain(type: string, schema: Json): string {
    if (type === 'array') return `list of ${this.#type((schema['items'] ?? {}) as Json)}`
    if (type === 'string') return `${formats[String(schema['format'])] ?? 'text'}${limits(schema)}`
    if (type === 'integer') return `whole number${bounds(schema)}`
    if (type === 'number') return `number${bounds(schema)}`
    if (type === 'boolean') return 'true or false'
    const rest = schema['additionalProperties']
    const isMap = type === 'object' && typeof rest === 'object' && rest !== null
    return isMap ? `object whose values are ${this.#type(rest as Json)}` : type
  }

  #resolve(schema: Json): Json {
    const name = nameOf(schema)
    return name === null ? schema : (this.#schemas[name] ?? {})
  }
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'UUID',
  date: 'date (2026-11-25)',
  'date-time': 'instant (2026-11-25T09:30:00Z)',
  email: 'e-mail address',
  uri: 'address (URL)',
  binary: 'octets',
}

const where = (all: readonly Json[], name: string) =>
  String(all.find((one) => one['name'] === name)?.['in'])

function nameOf({ $ref: ref }: Json): string | null {
  return typeof ref === 'string' ? ref.slice(schemasAt.length) : null
}

const shapeLink = (name: string) =>
  `<a href="#shape-${name.replace(/[^A-Za-z0-9-]/g, '_')}">${escaped(name)}</a>`

const optionsOf = (schema: Json): Json[] => (schema['anyOf'] ?? schema['oneOf'] ?? []) as Json[]

/** The object without a name that a field is, or is a list of, or may be. */
function insideOf(field: Json): [inside: Json, mark: string] {
  const option = optionsOf(field).find((one) => 'properties' in one || 'items' in one)
  const whole = option ?? field
  const { items } = whole
  if (typeof items === 'object' && items !== null) return [items as Json, '[]']
  return [whole, '']
}

function limits({ minLength, maxLength }: Json): string {
  const parts = [
    ...(typeof minLength === 'number' && minLength > 1 ? [`at least ${minLength}`] : []),
    ...(typeof maxLength === 'number' ? [`at most ${maxLength}`] : []),
  ]
  return parts.length === 0 ? '' : `, ${parts.join(', ')} characters`
}

function bounds({ minimum, maximum }: Json): string {
  const isTold = (one: unknown): one is number =>
    typeof one === 'number' && Math.abs(one) < 2 ** 53 - 1
  const parts = [
    ...(isTold(minimum) ? [`at least ${minimum}`] : []),
    ...(isTold(maximum) ? [`at most ${maximum}`] : []),
  ]
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`
}

const head = `<thead><tr><th scope="col">Name</th><th scope="col">Type</th>
<th scope="col">What it is</th></tr></thead>`

const tableOf = (rows: readonly string[]) =>
  `<table>${head}<tbody>${rows.join('\n')}</tbody></table>`
