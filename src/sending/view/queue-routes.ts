// The HTTP of what waits for each route, for whoever manages the installation.
import { defineRoute, type Route } from '../../http/index.ts'
import { queueList } from '../contract-queues.ts'
import { type QueuesDeps, readQueues } from './read-queues.ts'

export function queueRoutes(deps: QueuesDeps): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/queues',
      needs: 'installation.manage',
      summary: 'List what waits for each route, and since when',
      description: 'Of all accounts, without a person in it. Many are counted as far as 100,000.',
      response: queueList,
      handle: async () => ({ items: await readQueues(deps) }),
    }),
  ]
}
