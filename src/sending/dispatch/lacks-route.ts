// What of an account would go nowhere once a supplier is barred to it: asked before staff say so.
import type { CountryCode } from '../../countries/index.ts'
import type { AccountId } from '../../kernel/index.ts'
import { type LinkPool, messageClasses, sharesWork } from '../../routing/index.ts'
import type { Tx } from '../../storage/index.ts'
import { waitsFor } from '../store/waiting-store.ts'

type Pool = Pick<LinkPool, 'standIns' | 'openRoutes' | 'standings'>

/**
 * `another`: no open route of another supplier carries new messages as those of this one do.
 * `waitingFor`: the routes for which messages wait that no other route may take.
 */
export async function lacksRoute(
  tx: Tx,
  pool: Pool,
  account: { id: AccountId; country: CountryCode },
  without: { supplierId: string; barred: ReadonlySet<string> },
): Promise<'another' | { waitingFor: string[] } | null> {
  const { supplierId, barred } = without
  const own = pool.standings().flatMap(({ route }) => {
    return route.supplierId === supplierId ? [route] : []
  })
  const others = pool
    .openRoutes()
    .filter((route) => !route.isSandbox && !barred.has(route.supplierId))
  const isShared = own.some((one) =>
    others.some((other) => sharesWork(one, other, account.country)),
  )
  if (others.length === 0 || (own.length > 0 && !isShared)) return 'another'
  const waiting = await waitsFor(
    tx,
    account.id,
    own.map(({ routeId }) => routeId),
  )
  const stranded = new Set(
    waiting.flatMap(({ routeId, ...has }) =>
      messageClasses.some((kind) => has[kind] && pool.standIns(routeId, kind, barred).length === 0)
        ? [routeId]
        : [],
    ),
  )
  const waitingFor = own.filter(({ routeId }) => stranded.has(routeId)).map(({ name }) => name)
  return waitingFor.length === 0 ? null : { waitingFor }
}
