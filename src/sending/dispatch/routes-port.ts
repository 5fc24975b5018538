// The pool of operator links as sending sees it.
import {
  barredSuppliers,
  bindCount,
  closedWhy,
  idsOfReceipt,
  type LinkPool,
  operatorKey,
  type Route,
  sandboxSender,
  senderStanding,
  smppAddressOf,
} from '../../routing/index.ts'
import type { Accounts, OutgoingRoute, Routes } from '../ports.ts'

export function routesOver(
  pool: Pick<LinkPool, 'choose' | 'standings' | 'bindsOf' | 'rebind' | 'habits'>,
  accounts: Accounts,
): Routes {
  return {
    choose: async (tx, accountId, wish) => {
      const [{ kind }, barred] = await Promise.all([
        accounts.facts(tx, accountId),
        barredSuppliers(tx, accountId, wish.at),
      ])
      const choice = pool.choose({
        country: wish.country,
        class: wish.class,
        accountKind: kind,
        at: wish.at,
        barred,
      })
      if (choice.route !== null) return outgoing(choice.route, null)
      if (choice.refusal === 'supplier_barred') {
        const one = pool
          .standings()
          .find(({ route }) => barred.has(route.supplierId) && reaches(route, wish))
        if (one !== undefined) return outgoing(one.route, 'supplier_barred')
      }
      const closed = pool
        .standings()
        .find(({ route }) => route.isSandbox === (kind === 'sandbox') && reaches(route, wish))
      return closed === undefined ? null : outgoing(closed.route, closedWhy(closed, wish.at))
    },
    all: (at) =>
      pool.standings().map((standing) => outgoing(standing.route, closedWhy(standing, at))),
    senderVerdict: async (tx, accountId, wish) => {
      // It shows on no telephone: only the sandbox operator sees what a sandbox account sends.
      if (wish.sender === sandboxSender) {
        const { kind } = await accounts.facts(tx, accountId)
        if (kind === 'sandbox') return 'registered'
      }
      return senderStanding(tx, {
        accountId,
        name: wish.sender,
        country: wish.country,
        at: wish.at,
      })
    },
    hoursAheadMs: async (tx, accountId) => {
      const { kind } = await accounts.facts(tx, accountId)
      return kind === 'sandbox' ? accounts.sandboxAheadMs(tx, accountId) : 0
    },
    isSuspended: (tx, accountId) => accounts.isSuspended(tx, accountId),
    isBarred: async (tx, accountId, { id, at }) =>
      id !== null && (await barredSuppliers(tx, accountId, at)).has(id),
    senderAddress: smppAddressOf,
    binds: (routeId) => pool.bindsOf(routeId),
    rebind: (routeId) => pool.rebind(routeId),
    answerKey: (_routeId, id) => operatorKey(id),
    receiptKeys: (routeId, receipt) => pool.habits.keysToAsk(routeId, idsOfReceipt(receipt)),
    learnReceiptKey: (routeId, receipt, key, wasUnmatched = false) => {
      const ids = idsOfReceipt(receipt)
      const relation = key === null ? null : pool.habits.relationOf(routeId, ids, key)
      if (relation === null) pool.habits.unmatched(routeId)
      else if (wasUnmatched) pool.habits.matchedAfterAll(routeId, relation)
      else pool.habits.matched(routeId, relation)
    },
    receiptKeysNotAsked: (routeId, key) => pool.habits.keysNotAsked(routeId, key),
    isReceiptHabitBroken: (routeId) => pool.habits.isBroken(routeId),
    doubtReceiptHabit: (routeId) => pool.habits.broken(routeId),
  }
}

function reaches(route: Route, wish: { country: string; class: 'marketing' | 'alert' }): boolean {
  const toCountry = route.countries.length === 0 || route.countries.includes(wish.country)
  return toCountry && route.classes.includes(wish.class)
}

function outgoing(route: Route, why: OutgoingRoute['closedWhy']): OutgoingRoute {
  return {
    id: route.routeId,
    name: route.name,
    isSandbox: route.isSandbox,
    isOpen: why === null,
    closedWhy: why,
    supplierId: route.supplierId,
    stopText: route.stopText,
    stopShortcode: route.stopShortcode,
    optOutCodes: route.optOutCodes,
    deadNumberCodes: route.deadNumberCodes,
    hours: route.hours,
    concatenation: route.concatenation,
    shiftTables: route.shiftTables,
    segmentsPerSecond: route.segmentsPerSecond,
    senderSegmentsPerSecond: route.senderSegmentsPerSecond,
    binds: bindCount(route),
  }
}
