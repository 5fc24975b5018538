// Whether what travels between people and this installation is encrypted.
import { type Check, fine, gap, isLoopback } from '../check.ts'

export const publicAddress: Check = {
  name: 'public_address',
  group: 'network',
  cnil: [10, 21],
  recyf: [7],
  judge: ({ settings: { publicUrl, host, trustsProxy } }) => {
    if (publicUrl?.startsWith('https:')) return fine('https', { url: publicUrl })
    if (publicUrl !== null) return gap('http', { url: publicUrl })
    return isLoopback(host) && !trustsProxy ? fine('this_machine', { host }) : gap('none', { host })
  },
}
