// Routes for the tests of the server kit, and who asks them.
import { z } from 'zod'
import { defineRoute, defineUpload, nothing } from '../../src/http/index.ts'
import type { AccountId, Caller, Right } from '../../src/kernel/index.ts'

const account = '01900000-0000-7000-8000-000000000001' as AccountId
export const callerWith = (...rights: Right[]): Caller => ({
  accountId: account,
  by: { kind: 'system', what: 'test' },
  rights: new Set(rights),
  language: 'fr',
  traceId: 't',
})

export const echo = defineRoute({
  method: 'POST',
  path: '/v1/echo/{id}',
  needs: 'messages.send',
  summary: 'Echo',
  params: z.object({ id: z.uuid() }),
  query: z.object({ times: z.coerce.number().int().min(1).default(1) }),
  body: z.object({ text: z.string().max(10) }),
  response: z.object({ text: z.string(), times: z.number() }),
  status: 201,
  handle: async (_caller, input) => {
    const more = { secret: 'not in the schema' }
    return { text: input.body.text, times: input.query.times, ...more }
  },
})

export const failing = (error: unknown) =>
  defineRoute({
    method: 'GET',
    path: '/v1/failing',
    needs: 'none',
    summary: 'Fail',
    response: nothing,
    perMinuteMax: 3,
    handle: async () => {
      throw error
    },
  })

export const upload = (fileOctetsMax: number) =>
  defineUpload({
    path: '/v1/files',
    needs: 'imports.run',
    summary: 'Send a file',
    fields: z.object({ country: z.string() }),
    fileOctetsMax,
    response: z.object({ name: z.string(), octets: z.number(), country: z.string() }),
    handle: async (_caller, { file, body }) => {
      let octets = 0
      for await (const chunk of file.stream) octets += (chunk as Buffer).length
      return { name: file.fileName, octets, country: body.country }
    },
  })

export const bearer = { authorization: 'Bearer accord_x' }
