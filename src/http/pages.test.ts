// Pages from outside, without sockets: forms in, HTML out, failures as documents,
// nothing for others.
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testServer } from '../../test/support/test-server.ts'
import { AppError } from '../kernel/index.ts'
import { definePage, defineRoute } from './index.ts'

const page = definePage({
  method: 'POST',
  path: '/f/{code}',
  needs: 'none',
  summary: 'Take a form',
  params: z.object({ code: z.string().max(5) }),
  form: z.object({ name: z.string(), fail: z.string().optional() }),
  perMinuteMax: 5,
  failed: (problem, language) => `<p lang="${language}">${problem.code}</p>`,
  handle: async (_caller, { params, body }) => {
    if (body.fail !== undefined) throw new AppError('test.broken', 'conflict', 'It broke.')
    if (body.name === 'go') return { status: 303, html: '', location: '/f/done' }
    return { status: 200, html: `<p>${params.code} ${body.name}</p>` }
  },
})
const json = defineRoute({
  method: 'POST',
  path: '/v1/things',
  needs: 'none',
  summary: 'Take JSON',
  perMinuteMax: 100,
  body: z.object({ name: z.string() }),
  response: z.object({ name: z.string() }),
  handle: async (_caller, { body }) => body,
})

const servers: FastifyInstance[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serverOf() {
  const server = await testServer([page, json])
  servers.push(server)
  return server
}

const headers = { 'content-type': 'application/x-www-form-urlencoded' }

test('a form comes in, a document goes out, with an origin for the guard', async () => {
  const server = await serverOf()
  const answer = await server.inject({
    method: 'POST',
    url: '/f/ab',
    headers,
    payload: 'name=Zo%C3%A9',
  })
  expect([answer.statusCode, answer.body]).toEqual([200, '<p>ab Zoé</p>'])
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['referrer-policy']).toBe('same-origin')
  expect(answer.headers['cache-control']).toBe('no-store')
  const gone = await server.inject({ method: 'POST', url: '/f/ab', headers, payload: 'name=go' })
  expect([gone.statusCode, gone.headers['location']]).toEqual([303, '/f/done'])
})

test('a failure, a wrong input and a limit are documents too, in the reader’s language', async () => {
  const server = await serverOf()
  const post = (payload: string, url = '/f/ab') =>
    server.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'accept-language': 'fr' },
      payload,
    })
  expect((await post('name=x&fail=1')).body).toBe('<p lang="fr">test.broken</p>')
  expect((await post('name=x', '/f/too-long')).body).toBe('<p lang="fr">http.input_invalid</p>')
  for (let time = 0; time < 3; time += 1) await post('name=x')
  const limited = await post('name=x')
  expect([limited.statusCode, limited.body]).toEqual([
    429,
    '<p lang="fr">http.too_many_requests</p>',
  ])
})

test('another site’s form is refused, and no other route reads what a form can send', async () => {
  const server = await serverOf()
  const foreign = { ...headers, origin: 'https://elsewhere.example', host: 'here.example' }
  const refused = await server.inject({
    method: 'POST',
    url: '/f/ab',
    headers: foreign,
    payload: 'name=x',
  })
  expect(refused.statusCode).toBe(403)
  const other = await server.inject({
    method: 'POST',
    url: '/v1/things',
    headers,
    payload: 'name=x',
  })
  expect(other.statusCode).toBe(415)
  const document = (await server.inject({ url: '/v1/openapi.json' })).json()
  const paths = Object.keys(document.paths)
  expect(paths).toEqual(['/health/live', '/health/ready', '/v1/things'])
})
