// Reads an operator's address: smpp://user:password@host:port?window=50&rate=100&binds=2.
import { Personal } from '../kernel/index.ts'
import { routingError } from './errors.ts'

export type OperatorAddress = {
  host: string
  port: number
  usesTls: boolean
  systemId: string
  password: Personal<string>
  systemType: string
  bindAs: 'transceiver' | 'pair'
  binds: number
  windowMax: number
  segmentsPerSecond: number | null
}

const portBySmpp = { 'smpp:': 2775, 'smpps:': 3550 } as const
/** SMPP 3.4, 5.2.1 to 5.2.3: C-octet strings of at most 16, 9 and 13 octets with their end. */
const lengthMax = { systemId: 15, systemType: 12 } as const

/** Errors never repeat the address: it holds a password. */
export function parseOperatorUrl(text: string): OperatorAddress {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !(url.protocol in portBySmpp)) throw invalid('scheme')
  const usesTls = url.protocol === 'smpps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (host === '') throw invalid('host')
  const systemId = plain(url.username, 'user')
  if (systemId === '' || systemId.length > lengthMax.systemId) throw invalid('user')
  const query = new Map(url.searchParams)
  const address: OperatorAddress = {
    host,
    port: url.port === '' ? portBySmpp[usesTls ? 'smpps:' : 'smpp:'] : Number(url.port),
    usesTls,
    systemId,
    password: new Personal(plain(url.password, 'password')),
    systemType: query.get('system_type') ?? '',
    bindAs: bindOf(query.get('bind')),
    binds: numberOf(query, 'binds', 1, 16) ?? 1,
    windowMax: numberOf(query, 'window', 1, 5000) ?? 50,
    segmentsPerSecond: numberOf(query, 'rate', 1, 100_000),
  }
  if (address.systemType.length > lengthMax.systemType) throw invalid('system_type')
  if (address.port < 1) throw invalid('port')
  for (const name of query.keys()) if (!known.has(name)) throw invalid(name)
  return address
}

const known = new Set(['window', 'rate', 'binds', 'bind', 'system_type'])

function bindOf(text: string | undefined): 'transceiver' | 'pair' {
  if (text === undefined || text === 'transceiver') return 'transceiver'
  if (text === 'pair') return 'pair'
  throw invalid('bind')
}

function numberOf(
  query: ReadonlyMap<string, string>,
  name: string,
  min: number,
  max: number,
): number | null {
  const text = query.get(name)
  if (text === undefined) return null
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max)) throw invalid(name)
  return value
}

function plain(encoded: string, part: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw invalid(part)
  }
}

function invalid(part: string) {
  return routingError(
    'routing.url_invalid',
    'The operator’s address is not readable; write smpp://user:password@host:port.',
    { part },
  )
}
