// Sends one test message by a route, or shows what would be sent.
import { readNumber } from '../countries/index.ts'
import type { Caller } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import type { RouteTest, RouteTestView } from './contract.ts'
import type { RoutingDeps } from './deps.ts'
import { routingError } from './errors.ts'
import type { LinkPool } from './link-pool.ts'

/** The text is ours: no route can be used past the gate for a text of somebody's own. */
export async function testRoute(
  deps: RoutingDeps & { pool: Pick<LinkPool, 'states' | 'tryRoute'> },
  caller: Caller,
  routeId: string,
  asked: RouteTest,
): Promise<RouteTestView> {
  const { pool } = deps
  const state = pool.states().find(({ route }) => route.routeId === routeId)
  if (state === undefined) throw notFound()
  // A route that is switched off may be tried before it is switched on; one without contract not.
  const { closedWhy, route } = state
  if (closedWhy !== null && closedWhy !== 'route_disabled') {
    throw routingError('routing.test_closed', 'No valid contract: no data goes there.')
  }
  const { e164, reason } = readNumber(asked.to, { sandbox: route.isSandbox })
  if (e164 === null || reason !== null) {
    throw routingError('routing.test_number', 'Give a mobile number in E.164.', { field: 'to' })
  }
  // Recorded before it leaves: whatever becomes of it, somebody asked for it.
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, {
      action: 'routing.route_tested',
      details: { route: routeId, dry: asked.dry },
    }),
  )
  const { language } = caller
  const say = (key: string) => sentence(language, `routing.${key}`) ?? key
  const text = say('test_text')
  const trial = { to: e164, sender: asked.sender, text, isDry: asked.dry }
  const told = await pool.tryRoute(routeId, trial)
  if (told === null) throw notFound()
  const outcome = told.outcome ?? 'dry'
  const sent = { ...told.sent, body: told.sent.body as RouteTestView['sent']['body'] }
  return { ...told, sent, outcome, sentence: say(`test_${outcome}`) }
}

const notFound = () => routingError('routing.route_not_found', 'There is no such route.')
