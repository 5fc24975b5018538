// What of a route is secret, as it is kept: its password, and how an HTTP operator is asked.
// Sealed, and bound to its row.
import { Personal, type RouteId, utf8Bytes } from '../kernel/index.ts'
import type { RoutingDeps } from './deps.ts'
import type { HttpOperator } from './http/http-operator.ts'
import { isSameSecret, openSecrets } from './http/http-place.ts'
import type { StoredRoute } from './store.ts'

type HasVault = Pick<RoutingDeps, 'vault'>

const contextOf = (routeId: RouteId, column: 'password_sealed' | 'http_sealed') => ({
  table: 'routing.route',
  column,
  rowId: routeId,
})

export function sealPassword(
  { vault }: HasVault,
  routeId: RouteId,
  password: Personal<string>,
): Buffer {
  const context = contextOf(routeId, 'password_sealed')
  return vault.sealForInstallation(context, utf8Bytes(password.reveal('seal')))
}

export function openPassword({ vault }: HasVault, stored: StoredRoute): Personal<string> {
  const context = contextOf(stored.route.routeId, 'password_sealed')
  const plain = vault.openForInstallation(context, stored.passwordSealed)
  return new Personal(plain.toString('utf8'))
}

/** Keys of operators stand in addresses, in headers and in bodies: all of it is sealed. */
export function sealOperator(
  { vault }: HasVault,
  routeId: RouteId,
  http: HttpOperator | null,
): Buffer | null {
  if (http === null) return null
  const context = contextOf(routeId, 'http_sealed')
  return vault.sealForInstallation(context, utf8Bytes(JSON.stringify(http)))
}

export function openOperator({ vault }: HasVault, stored: StoredRoute): HttpOperator | null {
  if (stored.httpSealed === null) return null
  const context = contextOf(stored.route.routeId, 'http_sealed')
  const plain = vault.openForInstallation(context, stored.httpSealed)
  return JSON.parse(plain.toString('utf8')) as HttpOperator
}

/** Whether an HTTP operator that brings receipts for this route shows its secret. */
export function isReceiptSecret(deps: HasVault, stored: StoredRoute, secret: string): boolean {
  if (secret === '' || openOperator(deps, stored) === null) return false
  return isSameSecret(openSecrets(openPassword(deps, stored)).receipts, secret)
}
