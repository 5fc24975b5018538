// The request log as the API tells it: what an account's programs asked, and what was answered.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

export const requestsKeptDays = 7
/** Of an account, the youngest. */
export const requestsKeptMax = 10_000

export const statusClasses = ['2xx', '3xx', '4xx', '5xx'] as const
export type StatusClass = (typeof statusClasses)[number]

/** The path of a request that no route has. */
export const unknownPath = 'unknown'

export const requestLogQuery = pageQuery.extend({
  tokenId: z.uuid().optional().describe('Only requests of this token.'),
  status: z.enum(statusClasses).optional().describe('Only answers of this class.'),
  path: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Only requests of this path, written as in `path`.'),
})

export const loggedRequest = z
  .object({
    id: z.uuid().describe('The line of the log.'),
    at: instantText.describe('When the request came.'),
    method: z.string().describe('The HTTP method.'),
    path: z
      .string()
      .describe('The route, such as `/v1/messages/{id}`; `unknown`: no route has the address.'),
    status: z.number().int().describe('The status of the answer.'),
    durationMs: z.number().int().describe('How long the answer took, in milliseconds.'),
    traceId: z.string().describe('As in the answer; by it the server’s own log knows the request.'),
    token: z
      .object({
        id: z.uuid().describe('The token.'),
        name: z.string().describe('What the account calls it.'),
      })
      .describe('With which token it was made.'),
    error: z
      .object({
        code: z.string().describe('The `code` of the problem that was answered.'),
        sentence: z
          .string()
          .describe('What it says, without the values that it named; in the language asked for.'),
      })
      .nullable()
      .describe('Null: it was no error. A message that a rule refused is no error.'),
    idempotencyKey: z
      .enum(['first', 'repeated'])
      .nullable()
      .describe(
        '`first`: it had an Idempotency-Key that was new. `repeated`: the first answer was repeated. Null: it had none, or the route takes none.',
      ),
  })
  .meta({
    example: {
      ...{ id: '01999999-0000-7000-8000-000000000002', at: '2026-11-25T09:30:00.000Z' },
      ...{ method: 'POST', path: '/v1/messages', status: 202, durationMs: 12 },
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      token: { id: '01999999-0000-7000-8000-000000000001', name: 'Caisse du marché' },
      ...{ error: null, idempotencyKey: 'first' },
    },
  })
export type LoggedRequestView = z.output<typeof loggedRequest>

export const requestLogPage = pageOf(loggedRequest).extend({
  paths: z.array(z.string()).describe('Every path in the log, by which it can be narrowed.'),
})

named({ loggedRequest, requestLogPage })
