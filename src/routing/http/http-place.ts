// From what is said of an HTTP operator to what is kept of it: place, description, secrets.
import { createHash, timingSafeEqual } from 'node:crypto'
import { Personal } from '../../kernel/index.ts'
import type { OutgoingAddresses } from '../../outgoing/index.ts'
import type { NewHttpOperator } from '../contract.ts'
import { routingError } from '../errors.ts'
import type { OperatorAddress } from '../operator-url.ts'
import type { HttpOperator, HttpSecrets } from './http-operator.ts'

export function isHttpUrl(text: string): boolean {
  return /^https?:/i.test(text.trim())
}

/** The secrets take the place of the password, as one sealed text. */
export function httpPlace(
  text: string,
  given: NewHttpOperator,
  outgoing: Pick<OutgoingAddresses, 'hasPrivate'>,
): { address: OperatorAddress; http: HttpOperator } {
  const { auth, receiptSecret, window, rate, ...described } = given
  const url = readUrl(text, outgoing.hasPrivate)
  const secrets: HttpSecrets = { auth, receipts: receiptSecret }
  return {
    address: {
      ...placeOfUrl(url),
      password: new Personal(JSON.stringify(secrets)),
      windowMax: window,
      segmentsPerSecond: rate,
    },
    http: { ...described, url: url.href },
  }
}

function placeOfUrl(
  url: URL,
): Omit<OperatorAddress, 'password' | 'windowMax' | 'segmentsPerSecond'> {
  const usesTls = url.protocol === 'https:'
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (usesTls ? 443 : 80) : Number(url.port),
    usesTls,
    systemId: '',
    systemType: '',
    bindAs: 'transceiver',
    binds: 1,
  }
}

/** Errors never repeat the address: its query may hold a key. */
function readUrl(text: string, allowsPrivate: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  const isAllowed = url?.protocol === 'https:' || (allowsPrivate && url?.protocol === 'http:')
  if (url === null || !isAllowed || url.username !== '' || url.password !== '') {
    throw routingError(
      'routing.http_not_public',
      'Write an https:// address without user and password; http:// is for the networks that ACCORD_PRIVATE_NETWORKS names.',
    )
  }
  return url
}

export function openSecrets(sealed: Personal<string>): HttpSecrets {
  return JSON.parse(sealed.reveal('submit_to_operator')) as HttpSecrets
}

/** In the same time, however much of it is right. */
export function isSameSecret(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()
  return timingSafeEqual(digest(expected), digest(given))
}
