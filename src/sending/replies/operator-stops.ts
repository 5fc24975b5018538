// A STOP sent to the operator arrives as a receipt's error code and counts as a STOP.

import type { RouteId } from '../../kernel/index.ts'
import type { OperatorReceipt } from '../../routing/index.ts'
import type { Routes } from '../ports.ts'
import { type ReplyDeps, stopIn, whoWrote } from './receive-reply.ts'

/** Operators write the same code with and without zeros in front. */
const plainCode = (code: string) =>
  code
    .trim()
    .replace(/^0+(?=.)/, '')
    .toUpperCase()

export type ReceiveOperatorStops = (
  routeId: RouteId,
  batch: readonly OperatorReceipt[],
) => Promise<void>

/**
 * Records an objection for each receipt whose code the route's settings name, in every account that
 * wrote to the number by this route; where none has of late, in each that knows it. Resolves when
 * nothing more leaves to these numbers.
 */
export function createOperatorStops(
  deps: ReplyDeps & { routes: Pick<Routes, 'all'> },
): ReceiveOperatorStops {
  return async (routeId, batch) => {
    const at = deps.timers.now()
    const route = deps.routes.all(at).find(({ id }) => id === routeId)
    const codes = new Set((route?.optOutCodes ?? []).map(plainCode))
    if (codes.size === 0) return
    for (const receipt of batch) {
      const { errorCode, from } = receipt
      if (errorCode === null || !codes.has(plainCode(errorCode))) continue
      deps.metrics.count('accord_operator_stops_total', { route: routeId })
      const asked = { routeId, from: from.reveal('match'), at }
      const found = (await whoWrote(deps, asked)) ?? (await deps.place({ ...asked, kind: 'stop' }))
      if (found === null) continue
      const { number } = found
      const origin = `${routeId} err:${errorCode.trim()}`
      for (const to of found.written) {
        await stopIn(deps, { routeId, to, number, at }, { reason: 'operator', origin, kept: null })
      }
    }
  }
}
