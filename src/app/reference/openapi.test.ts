// The API as a whole, for whoever integrates it: named, described, with examples that hold.
import { expect, test } from 'vitest'
import { openApiOf } from '../../http/index.ts'
import { apiFacts } from '../api/api-facts.ts'
import { roomsOnPaper } from './reference.ts'

type Json = Record<string, unknown>
const { routes } = roomsOnPaper()
const document = openApiOf(routes, { ...apiFacts, version: '0.0.0' })
const paths = document['paths'] as Record<string, Record<string, Json>>
const { schemas } = document['components'] as { schemas: Record<string, Json> }
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)
const operationOf = (method: string, path: string) => paths[path]?.[method.toLowerCase()]
const contentOf = (part: unknown): Record<string, Json> =>
  ((part as Json | undefined)?.['content'] ?? {}) as Record<string, Json>

/** Said of the field itself, or of what it points to, or of what it is a list of. */
function isTold(field: Json): boolean {
  if (typeof field['description'] === 'string') return true
  const ref = field['$ref']
  if (typeof ref === 'string') {
    const named = schemas[ref.split('/').at(-1) ?? ''] ?? {}
    return 'properties' in named || 'enum' in named || isTold(named)
  }
  const parts = [...((field['anyOf'] ?? []) as Json[]), ...((field['oneOf'] ?? []) as Json[])]
  if (field['items'] !== undefined) parts.push(field['items'] as Json)
  return parts.some(isTold)
}

/** The fields of a schema of which nothing is said, wherever they stand in it. */
function silentIn(place: string, json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap((one) => silentIn(place, one))
  if (typeof json !== 'object' || json === null) return []
  const { properties = {}, examples: _examples, example: _example, ...rest } = json as Json
  const fields = Object.entries(properties as Record<string, Json>)
  const own = fields.filter(([, field]) => !isTold(field)).map(([name]) => `${place}.${name}`)
  const inside = fields.flatMap(([name, field]) => silentIn(`${place}.${name}`, field))
  return [...own, ...inside, ...Object.values(rest).flatMap((part) => silentIn(place, part))]
}

test('every field says in a sentence what it is', () => {
  const silent = Object.entries(schemas).flatMap(([name, schema]) => silentIn(name, schema))
  for (const { path, method, operation } of operations) {
    const place = `${method} ${path}`
    const responses = Object.entries(operation['responses'] as Json)
    const success = responses.find(([status]) => status.startsWith('2'))?.[1]
    silent.push(...silentIn(place, [operation['requestBody'], success]))
    const parameters = (operation['parameters'] ?? []) as Json[]
    const unsaid = parameters.filter(({ description }) => description === undefined)
    silent.push(...unsaid.map(({ name }) => `${place}?${name}`))
  }
  expect([...new Set(silent)]).toEqual([])
})

test('every body and every answer has an example, which its schema takes', () => {
  const wrong: unknown[] = []
  for (const route of routes) {
    if (route.kind === 'page') continue
    const place = `${route.method} ${route.path}`
    const operation = operationOf(route.method, route.path)
    const judge = (schema: typeof route.response, media: Json | undefined, side: string) => {
      if (media === undefined) return
      const example = media['example']
      const given = route.kind === 'upload' && side === 'body' ? withoutFile(example) : example
      const read = schema.safeParse(given)
      if (!read.success) {
        for (const { path, message } of read.error.issues.slice(0, 3)) {
          wrong.push(`${place} ${side} ${path.join('.')}: ${message}`)
        }
      }
    }
    const body = Object.values(contentOf(operation?.['requestBody']))[0]
    if (route.body !== null) judge(route.body, body, 'body')
    const responses = operation?.['responses'] as Json
    const json = contentOf(responses[String(route.status)])['application/json']
    if (route.kind === 'json' && route.status !== 204) judge(route.response, json, 'answer')
  }
  expect(wrong).toEqual([])
})

function withoutFile(example: unknown): unknown {
  const { file: _file, ...fields } = example as Json
  return fields
}

/** What has no "not found": a price of any country, and doors that tell nobody what is behind. */
const alike = [
  '/prices/{country}',
  '/default-prices/{country}',
  '/receipts',
  '/senders',
  '/p/{token}',
]

test('what answers for one thing says that it may not be there', () => {
  const silent = operations
    .filter(({ path }) => path.includes('{') && !alike.some((part) => path.includes(part)))
    .filter(({ operation }) => !('404' in (operation['responses'] as Json)))
    .map(({ method, path }) => `${method} ${path}`)
  expect(silent).toEqual([])
})

test('what is asked for and what is answered has a name', () => {
  const nameless = operations.flatMap(({ path, method, operation }) => {
    const responses = operation['responses'] as Json
    const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
    return [operation['requestBody'], success].flatMap((part) => {
      const schema = contentOf(part)['application/json']?.['schema'] as Json | undefined
      const isNamed =
        schema === undefined ||
        '$ref' in schema ||
        'items' in ((schema['properties'] as Json | undefined) ?? {})
      return isNamed ? [] : [`${method} ${path}`]
    })
  })
  expect(nameless).toEqual([])
})
