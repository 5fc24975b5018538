// The OpenAPI document of a few routes: names, both sides of a schema, statuses, events, examples.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { jsonValue, named } from '../contract.ts'
import { defineDownload, defineProgress, defineRoute, openApiOf } from '../index.ts'

const place = z.object({
  city: z
    .string()
    .describe('Where it is.')
    .meta({ examples: ['Nantes'] }),
  floor: z.number().int().default(0),
})
const thing = z.object({ id: z.uuid(), place, more: jsonValue, kind: z.enum(['a', 'b']) })
const twin = z.object({ id: z.uuid(), example: z.string() })
named({ testPlace: place, testThingView: thing, testTwin: twin })

const routes = [
  defineRoute({
    method: 'POST',
    path: '/v1/things/{id}',
    needs: 'messages.send',
    summary: 'Change a thing',
    params: z.object({ id: z.uuid() }),
    body: z.object({ place, twin, note: z.string().optional() }),
    response: thing,
    perMinuteMax: 3,
    errors: ['things.thing_not_found', 'things.thing_taken', 'things.unknown_to_all'],
    handle: async () => thing.parse({}),
  }),
  defineProgress({
    path: '/v1/things/{id}/progress',
    needs: 'session',
    summary: 'Follow a thing',
    params: z.object({ id: z.uuid() }),
    event: twin,
    handle: async function* () {},
  }),
  defineDownload({
    path: '/v1/things/file',
    needs: 'none',
    summary: 'Fetch all things',
    mediaType: 'application/x-tar',
    handle: async () => ({
      fileName: 'a.tar',
      mediaType: 'application/x-tar',
      stream: [] as never,
    }),
  }),
]
const kinds: Readonly<Record<string, 'not_found' | 'conflict'>> = {
  'things.thing_not_found': 'not_found',
  'things.thing_taken': 'conflict',
}
type Loose = Record<string, never>
const document = openApiOf(routes, {
  version: '0.0.0',
  kindOf: (code) => kinds[code] ?? null,
  tags: { things: 'Things.' },
}) as {
  paths: Record<string, Record<string, Loose>>
  components: { schemas: Loose }
  tags: unknown
}
const at = (...path: string[]) =>
  path.reduce<unknown>((part, name) => (part as Loose)[name], document) as never
const change = ['paths', '/v1/things/{id}', 'post'] as const

test('what has a name is written once, under it, and pointed to', () => {
  const answer = at(...change, 'responses', '200', 'content', 'application/json', 'schema')
  expect(answer).toEqual({ $ref: '#/components/schemas/TestThing' })
  const { properties } = document.components.schemas['TestThing'] as unknown as {
    properties: Loose
  }
  expect(properties['place']).toEqual({ $ref: '#/components/schemas/TestPlace' })
  expect(properties['id']).toMatchObject({ format: 'uuid' })
})

test('what goes round is told as what it is, under its name', () => {
  const json = JSON.stringify(document)
  expect(at('components', 'schemas', 'JsonValue')).toEqual({ description: 'Any JSON value.' })
  expect(json).toContain('"#/components/schemas/JsonValue"')
  expect(json).not.toMatch(/__schema|\$defs|"\$ref":"#"/)
})

test('what is asked for and what is answered are two where they differ, and one where not', () => {
  const { schemas } = document.components
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(['TestPlace', 'TestPlaceInput', 'TestTwin']),
  )
  expect(schemas).not.toHaveProperty('TestTwinInput')
  expect(schemas['TestPlaceInput']).toMatchObject({ required: ['city'] })
  expect(schemas['TestPlace']).toMatchObject({ required: ['city', 'floor'] })
  // A field may be called as a word about schemas is.
  expect(Object.keys((schemas['TestTwin'] as unknown as Loose)['properties'] ?? {})).toEqual([
    'id',
    'example',
  ])
})

test('each failure stands under its status, with its codes', () => {
  const responses = at(...change, 'responses') as Record<string, unknown>
  expect(Object.keys(responses)).toEqual(
    '200 400 401 403 404 409 413 415 429 503 default'.split(' '),
  )
  expect(JSON.stringify(responses['404'])).toContain('"enum":["things.thing_not_found"]')
  expect(JSON.stringify(responses['default'])).toContain('things.unknown_to_all')
  expect(responses['429']).toEqual({ $ref: '#/components/responses/TooManyRequests' })
  expect(at('components', 'responses', 'TooManyRequests', 'description')).toContain('Retry-After')
})

test('each body and each answer has an example that its schema takes', () => {
  const media = at(...change, 'requestBody', 'content', 'application/json') as Loose
  const body = media['example'] as unknown as Loose
  expect(body['place']).toEqual({ city: 'Nantes' })
  expect(body).not.toHaveProperty('note')
  const answer = at(...change, 'responses', '200', 'content', 'application/json', 'example')
  expect(thing.safeParse(answer).success).toBe(true)
})

test('events are a list of JSON values, and a file is its octets', () => {
  const events = ['paths', '/v1/things/{id}/progress', 'get', 'responses', '200', 'content']
  const items = at(...events, 'text/event-stream', 'schema', 'items', 'properties', 'data')
  expect(items).toMatchObject({ contentSchema: { $ref: '#/components/schemas/TestTwin' } })
  const file = ['paths', '/v1/things/file', 'get', 'responses', '200', 'content']
  expect(at(...file, 'application/x-tar', 'schema')).toMatchObject({ format: 'binary' })
})

test('two schemas under one name are a mistake of ours', () => {
  const other = z.object({ other: z.string() })
  named({ testTwin: other })
  const route = defineRoute({
    method: 'GET',
    path: '/v1/things',
    needs: 'none',
    summary: 'List things',
    response: other,
    handle: async () => ({ other: '' }),
  })
  expect(() => openApiOf([...routes, route], { version: '0.0.0' })).toThrow('TestTwin')
})
