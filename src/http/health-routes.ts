// Health checks: whether the process lives, and whether it can work now.
import { z } from 'zod'
import { AppError } from '../kernel/index.ts'
import { defineRoute, type Route } from './route.ts'

export function healthRoutes(
  notReady: () => string | null | Promise<string | null>,
): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/health/live',
      needs: 'none',
      summary: 'Say that the process answers',
      description:
        'Asks nothing of the database. When this does not answer, start the process again.',
      response: z.object({ live: z.literal(true) }),
      handle: async () => ({ live: true as const }),
    }),
    defineRoute({
      method: 'GET',
      path: '/health/ready',
      needs: 'none',
      summary: 'Say whether requests can be served now',
      description:
        '503 with `details.reason` while they cannot: the database is away, or the ledger’s ' +
        'tiles on disk hold more than the database knows. When this says no, send requests ' +
        'elsewhere.',
      response: z.object({ ready: z.literal(true) }),
      errors: ['http.unavailable'],
      handle: async () => {
        const reason = await notReady()
        if (reason === null) return { ready: true as const }
        throw new AppError('http.unavailable', 'unavailable', reason, { details: { reason } })
      },
    }),
  ]
}
