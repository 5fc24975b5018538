// Whether answers carry the headers that tell a browser what it must not do with them.
import { type Check, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

type Wanted = { header: string; isGood(value: string): boolean; isHttpsOnly?: true }

/** Six months: what is shorter is a trial. */
const hstsSecondsMin = 15_768_000

const wanted: readonly Wanted[] = [
  {
    header: 'content-security-policy',
    isGood: (value) => /default-src 'self'/.test(value) && !/script-src[^;]*unsafe/.test(value),
  },
  { header: 'x-content-type-options', isGood: (value) => value === 'nosniff' },
  { header: 'referrer-policy', isGood: (value) => /^(?:no-referrer|same-origin)$/.test(value) },
  { header: 'x-frame-options', isGood: (value) => /^(?:deny|sameorigin)$/i.test(value) },
  {
    header: 'strict-transport-security',
    isGood: (value) => Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0) >= hstsSecondsMin,
    isHttpsOnly: true,
  },
]

export const responseHeaders: Check = {
  name: 'response_headers',
  group: 'network',
  cnil: [10],
  recyf: [7],
  judge: ({ answer, settings: { publicUrl } }) => {
    if (isUnseen(answer)) return notSeen(answer)
    const isHttps = publicUrl?.startsWith('https:') ?? false
    const asked = wanted.filter(({ isHttpsOnly }) => isHttps || isHttpsOnly !== true)
    const missing = asked.filter(({ header, isGood }) => !isGood(answer.headers[header] ?? ''))
    if (missing.length === 0) return fine('sent', { url: answer.url, count: asked.length })
    return gap('missing', { url: answer.url, names: listed(missing.map(({ header }) => header)) })
  },
}
