// A route's password as it is kept: sealed, and bound to its row.
import { Personal, type RouteId, utf8Bytes } from '../kernel/index.ts'
import type { RoutingDeps } from './deps.ts'
import type { StoredRoute } from './store.ts'

type HasVault = Pick<RoutingDeps, 'vault'>

const contextOf = (routeId: RouteId) => ({
  table: 'routing.route',
  column: 'password_sealed',
  rowId: routeId,
})

export function sealPassword(
  { vault }: HasVault,
  routeId: RouteId,
  password: Personal<string>,
): Buffer {
  return vault.sealForInstallation(contextOf(routeId), utf8Bytes(password.reveal('seal')))
}

export function openPassword({ vault }: HasVault, stored: StoredRoute): Personal<string> {
  const { routeId } = stored.route
  const plain = vault.openForInstallation(contextOf(routeId), stored.passwordSealed)
  return new Personal(plain.toString('utf8'))
}
