// HTTP shapes of what waits for each route. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

const dueMessages = z.object({
  count: z.number().int().describe('Messages that could leave now.'),
  since: instantText.nullable().describe('Since when the first of them could leave; null: none.'),
})

export const queueView = z.object({
  routeId: z.uuid().describe('The route that they wait for.'),
  name: z.string(),
  isSandbox: z.boolean().describe('It reaches nobody.'),
  alerts: dueMessages.describe('Alerts, which always leave first.'),
  marketing: dueMessages.describe('Advertising.'),
  later: z
    .number()
    .int()
    .describe('Messages that wait for an hour, an instant, or the end of a pause or suspension.'),
  inFlight: z.number().int().describe('Messages that are being given to the operator.'),
  isAtLeast: z.boolean().describe('There are more: they are counted as far as a hundred thousand.'),
})
export type QueueView = z.output<typeof queueView>
export const queueList = z.object({ items: z.array(queueView) })

named({ queueView, queueList })
