// The certificates of an operator's own authority, as configured.
import { X509Certificate } from 'node:crypto'
import { routingError } from './errors.ts'
import type { Route } from './route.ts'

const certificate = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g

/** What stands around the certificates, as tools write it there, is left out. */
export function readAuthorities(text: string): string {
  // Whoever pastes a key by mistake is told, and it goes nowhere.
  if (text.includes('PRIVATE KEY')) throw invalid('private_key')
  const found = text.match(certificate) ?? []
  if (found.length === 0) throw invalid('begin')
  return found.map((one, index) => read(one, index + 1)).join('')
}

function read(pem: string, number: number): string {
  try {
    return new X509Certificate(pem).toString()
  } catch {
    throw invalid(`certificate ${number}`)
  }
}

/** The same for a route, which must be one that uses them: nothing is dropped without a word. */
export function withTrust(route: Route): Route {
  const { tlsCa, tlsServerName } = route
  if (tlsCa === null && tlsServerName === null) return route
  if (!route.usesTls) {
    throw routingError(
      'routing.tls_unused',
      'tlsCa and tlsServerName are for an smpps:// or https:// address; this route has none: make them null.',
    )
  }
  return tlsCa === null ? route : { ...route, tlsCa: readAuthorities(tlsCa) }
}

function invalid(part: string) {
  return routingError(
    'routing.tls_ca_invalid',
    'The certificates are not readable; give them whole, as PEM, and no private key.',
    { part },
  )
}
