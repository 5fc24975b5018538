// Whether the server is reached from a network without a proxy that encrypts.
import { type Check, fine, gap, isLoopback } from '../check.ts'

export const listeningAddress: Check = {
  name: 'listening_address',
  group: 'network',
  cnil: [8, 9],
  recyf: [7, 18],
  judge: ({ settings: { host, trustsProxy } }) => {
    if (isLoopback(host) || host.startsWith('/')) return fine('this_machine', { host })
    return trustsProxy ? fine('behind_proxy', { host }) : gap('network', { host })
  },
}
