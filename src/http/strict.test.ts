// What a request holds that nobody knows is told, each with its place, and never dropped.
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testServer } from '../../test/support/test-server.ts'
import { definePage, defineRoute, nothing, type Route } from './index.ts'

const servers: FastifyInstance[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serverOf(...routes: Route[]): Promise<FastifyInstance> {
  const server = await testServer(routes)
  servers.push(server)
  return server
}

const inner = z.object({ firstName: z.string().optional() })
const take = defineRoute({
  method: 'POST',
  path: '/v1/things',
  needs: 'none',
  summary: 'Take a thing',
  perMinuteMax: 100,
  query: z.object({ limit: z.coerce.number().optional() }),
  body: z
    .object({
      campaignId: z.string().optional(),
      fields: inner.default({}),
      people: z.array(inner.nullable()).optional(),
      merge: z.record(z.string(), z.string()).optional(),
      steps: z.record(z.string(), inner).optional(),
      way: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('a'), speed: z.number().optional() }),
          z.object({ kind: z.literal('b') }),
        ])
        .optional(),
      free: z.looseObject({}).optional(),
    })
    .refine((body) => body.campaignId !== 'never'),
  response: z.object({ body: z.json() }),
  unknownField: (name) => (name === 'religion' ? 'Not this one.' : null),
  handle: async (_caller, { body }) => ({ body: JSON.parse(JSON.stringify(body)) }),
})

async function faultsOf(payload: object, url = '/v1/things', language = 'en') {
  const server = await serverOf(take, bare)
  const headers = { 'accept-language': language }
  const answer = await server.inject({ method: 'POST', url, headers, payload })
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'http.input_invalid'])
  return (answer.json().errors as { in: string; pointer: string; detail: string }[]).map(
    (fault) => `${fault.in} ${fault.pointer}: ${fault.detail}`,
  )
}

const bare = defineRoute({
  method: 'POST',
  path: '/v1/bare',
  needs: 'none',
  summary: 'Do a thing',
  response: nothing,
  handle: async () => undefined,
})

test('a field that nobody knows is named, with the one that was meant', async () => {
  expect(await faultsOf({ campainId: 'x' })).toEqual([
    'body /campainId: Unknown field “campainId”. Did you mean “campaignId”?',
  ])
  expect(await faultsOf({ campaign_id: 'x' }, '/v1/things', 'fr')).toEqual([
    'body /campaign_id: Champ inconnu : « campaign_id ». Vouliez-vous dire « campaignId » ?',
  ])
  expect(await faultsOf({ fields: { shoeSize: '1', nose: '2' } })).toEqual([
    'body /fields/shoeSize: Unknown field “shoeSize”. Remove it, or use one of: firstName.',
    'body /fields/nose: Unknown field “nose”. Remove it, or use one of: firstName.',
  ])
})

test('they are found at any depth, and beside other faults', async () => {
  const faults = await faultsOf({
    campaignId: 1,
    people: [null, { firstname: 'x' }],
    steps: { one: { more: '' } },
    way: { kind: 'b', speed: 1 },
  })
  expect(faults.map((fault) => fault.split(':')[0])).toEqual([
    'body /campaignId',
    'body /people/1/firstname',
    'body /steps/one/more',
    'body /way/speed',
  ])
})

test('a parameter of the address is asked the same', async () => {
  expect(await faultsOf({}, '/v1/things?limt=3')).toEqual([
    'query /limt: Unknown field “limt”. Did you mean “limit”?',
  ])
  expect(await faultsOf({}, '/v1/bare?a=1')).toEqual([
    'query /a: Unknown field “a”: no field is accepted here. Remove it.',
  ])
})

test('where no body is taken, a body with something in it is told', async () => {
  expect(await faultsOf({ reason: 'x' }, '/v1/bare')).toEqual([
    'body /reason: Unknown field “reason”: no field is accepted here. Remove it.',
  ])
  const server = await serverOf(bare)
  for (const payload of [{}, undefined]) {
    const answer = await server.inject({
      method: 'POST',
      url: '/v1/bare',
      ...(payload && { payload }),
    })
    expect(answer.statusCode).toBe(204)
  }
})

test('a room may say more of a field; of very many the first are named', async () => {
  expect(await faultsOf({ religion: 'x' })).toEqual(['body /religion: Not this one.'])
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`zz${index}`, 1]))
  const faults = await faultsOf(many)
  expect(faults).toHaveLength(21)
  expect(faults.at(-1)).toBe('body : And 5 more unknown fields.')
})

test('records and open objects take any name, and defaults stay', async () => {
  const server = await serverOf(take)
  const payload = { merge: { Prénom: 'Zoé' }, free: { any: 1 }, steps: { x: {} } }
  const answer = await server.inject({ method: 'POST', url: '/v1/things', payload })
  expect(answer.json()).toEqual({ body: { ...payload, fields: {} } })
})

test('a page for a person takes what others hang on its address', async () => {
  const page = definePage({
    method: 'GET',
    path: '/p',
    needs: 'none',
    summary: 'Show',
    failed: ({ code }) => code,
    handle: async () => ({ status: 200, html: 'here' }),
  })
  const server = await serverOf(page)
  expect((await server.inject({ url: '/p?utm_source=letter' })).body).toBe('here')
})

test('text that cannot be kept, and a tower of brackets, are told with their place', async () => {
  const half = JSON.stringify({ merge: { a: 'x\ud83d' } })
  const tower = `{"free":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`
  const server = await serverOf(take)
  const headers = { 'content-type': 'application/json' }
  const table = [
    ['/v1/things', '{"campaignId":"a\\u0000b"}', '/campaignId', 'U+0000'],
    ['/v1/things', '{"merge":{"a\\u0000":"b"}}', '/merge', 'U+0000'],
    ['/v1/things', half, '/merge/a', 'half of a surrogate pair'],
    ['/v1/things', tower, '/free/a/0', 'nested too deeply'],
    ['/v1/things?limit=%00', '{}', '/limit', 'U+0000'],
  ] as const
  for (const [url, payload, pointer, word] of table) {
    const answer = await server.inject({ method: 'POST', url, headers, payload })
    expect([url, answer.statusCode, answer.json().errors[0].pointer]).toEqual([url, 400, pointer])
    expect(answer.json().errors[0].detail).toContain(word)
  }
})
