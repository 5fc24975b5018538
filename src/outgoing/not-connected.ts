// Why a connection did not come about, by the code of its error alone: a text may hold any name.
import { addressNotAllowed } from './addresses.ts'

export type NotConnected =
  | 'host_not_found'
  | 'address_not_allowed'
  | 'connection_refused'
  | 'tls_failed'

/** What Node calls the faults that OpenSSL finds in a certificate (X509_V_ERR_…). */
const certificateCodes: ReadonlySet<string> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CRL_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CRL_LAST_UPDATE_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  // Of another host, or in a form that Node does not read.
  'ERR_TLS_CERT_ALTNAME_FORMAT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * What failed of an encrypted connection: the certificate, or what both said before it, as with a
 * program that answers without TLS. Null: it was something else.
 */
export function tlsFaultOf(code: string | undefined): 'certificate' | 'handshake' | null {
  if (code === undefined) return null
  if (certificateCodes.has(code)) return 'certificate'
  return code === 'EPROTO' || /^ERR_(SSL|TLS)_/.test(code) ? 'handshake' : null
}

export function whyNotConnected(code: string | undefined): NotConnected {
  if (code === addressNotAllowed) return 'address_not_allowed'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'host_not_found'
  return tlsFaultOf(code) === null ? 'connection_refused' : 'tls_failed'
}
