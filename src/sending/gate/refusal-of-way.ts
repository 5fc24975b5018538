// What stands against a sender and its route before anybody is written to: no number is read.
import type { CountryCode } from '../../countries/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Prices, Routes } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { route as routeCheck } from './checks/route.ts'
import { sender as senderCheck } from './checks/sender.ts'
import { type LeavingText, standingOf } from './gate-facts.ts'
import { anybody, moment } from './refusal-of-text.ts'
import { askWish, Plans, type SendOrder } from './send-order.ts'

type Way = {
  order: Pick<SendOrder, 'accountId' | 'class' | 'basis' | 'sender'>
  country: CountryCode
  at: Instant
}

/** In the public order of refusals. */
export async function refusalOfWay(
  deps: { routes: Routes; prices: Prices },
  tx: Tx,
  { order, country, at }: Way,
): Promise<Refusal | null> {
  const { sender, route } = await askWish(deps, tx, { order, country, at, plans: new Plans() })
  const text: LeavingText = {
    class: order.class,
    basis: order.basis,
    sender,
    route: route === null ? 'missing' : standingOf(route),
  }
  for (const check of [senderCheck, routeCheck]) {
    const answer = check.ask({ text, person: anybody, moment })
    if (answer.kind === 'refused') return answer.refusal
  }
  return null
}
