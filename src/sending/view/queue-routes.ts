// The HTTP of what waits for each route, for whoever manages the installation.
import { defineRoute, type Route } from '../../http/index.ts'
import { sendingApi } from '../contract-api.ts'
import { type QueuesDeps, readQueues } from './read-queues.ts'

export function queueRoutes(deps: QueuesDeps): Route[] {
  return [
    defineRoute({
      ...sendingApi['GET /v1/queues'],
      needs: 'installation.manage',
      summary: 'List what waits for each route, and since when',
      description: 'Of all accounts, without a person in it. Many are counted as far as 100,000.',
      handle: async () => ({ items: await readQueues(deps) }),
    }),
  ]
}
