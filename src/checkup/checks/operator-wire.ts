// Whether numbers and texts travel to operators encrypted.
import { type Check, fine, gap, isLoopback, listed, notSeen, unknown } from '../check.ts'
import { isUnseen } from '../facts.ts'

/** RFC 1918 and unique local addresses: maybe a tunnel's, which nobody can tell from here. */
const isPrivate = (host: string) =>
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i.test(host)

export const operatorWire: Check = {
  name: 'operator_wire',
  group: 'network',
  cnil: [13, 21],
  recyf: [7],
  judge: ({ routes }) => {
    if (isUnseen(routes)) return notSeen(routes)
    const clear = routes.filter(({ usesTls, host }) => !usesTls && !isLoopback(host))
    const names = (of: typeof clear) => listed(of.map(({ name }) => name))
    const outside = clear.filter(({ host }) => !isPrivate(host))
    if (outside.length > 0) return gap('clear', { names: names(outside) })
    if (clear.length > 0) return unknown('private', { names: names(clear) })
    return fine('encrypted', { count: routes.length })
  },
}
