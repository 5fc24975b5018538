// The pool of operator links as sending sees it.
import type { Instant, RouteId } from '../kernel/index.ts'
import {
  bindCount,
  closedWhy,
  type LinkPool,
  type OperatorReceipt,
  operatorKey,
  type Route,
  type RouteStanding,
  senderStanding,
  smppAddressOf,
} from '../routing/index.ts'
import type { Accounts, OutgoingRoute, Routes } from './ports.ts'

export function routesOver(
  pool: Pick<LinkPool, 'choose' | 'standings' | 'bindsOf' | 'rebind' | 'habits'>,
  accounts: Accounts,
): Routes {
  const idsOf = (receipt: OperatorReceipt): string[] => {
    const { operatorMessageId, otherMessageId } = receipt
    const ids = operatorMessageId === null ? [] : [operatorMessageId]
    if (otherMessageId !== null) ids.push(otherMessageId)
    return ids
  }
  const relationOf = (routeId: RouteId, receipt: OperatorReceipt, key: string | null) => {
    if (key === null) return null
    const sure = pool.habits.sureRelation(routeId)
    if (sure !== null) return sure
    const all = pool.habits.candidates(routeId, idsOf(receipt))
    return all.find((one) => one.key === key)?.relation ?? null
  }
  return {
    choose: async (tx, accountId, wish) => {
      const { kind } = await accounts.facts(tx, accountId)
      const choice = pool.choose({
        country: wish.country,
        class: wish.class,
        accountKind: kind,
        at: wish.at,
      })
      if (choice.route !== null) return outgoing(choice.route, true)
      const closed = pool
        .standings()
        .find(({ route }) => route.isSandbox === (kind === 'sandbox') && reaches(route, wish))
      return closed === undefined ? null : outgoing(closed.route, false)
    },
    all: (at) => pool.standings().map((standing) => outgoing(standing.route, isOpen(standing, at))),
    senderVerdict: (tx, accountId, wish) =>
      senderStanding(tx, { accountId, name: wish.sender, country: wish.country, at: wish.at }),
    senderAddress: smppAddressOf,
    binds: (routeId) => pool.bindsOf(routeId),
    rebind: (routeId) => pool.rebind(routeId),
    answerKey: (_routeId, id) => operatorKey(id),
    receiptKeys: (routeId, receipt) => {
      // Two ids read as the same number in two bases: a sure habit keeps them apart.
      const sure = pool.habits.sureRelation(routeId)
      const ids = idsOf(receipt)
      if (sure !== null) return pool.habits.keysBy(sure, ids)
      return pool.habits.candidates(routeId, ids).map(({ key }) => key)
    },
    learnReceiptKey: (routeId, receipt, key, wasStray = false) => {
      const relation = relationOf(routeId, receipt, key)
      if (relation === null) pool.habits.unmatched(routeId)
      else if (wasStray) pool.habits.matchedAfterAll(routeId, relation)
      else pool.habits.matched(routeId, relation)
    },
  }
}

function reaches(route: Route, wish: { country: string; class: 'marketing' | 'alert' }): boolean {
  const toCountry = route.countries.length === 0 || route.countries.includes(wish.country)
  return toCountry && route.classes.includes(wish.class)
}

function isOpen(standing: RouteStanding, at: Instant): boolean {
  return closedWhy(standing, at) === null
}

function outgoing(route: Route, open: boolean): OutgoingRoute {
  return {
    id: route.routeId,
    name: route.name,
    isOpen: open,
    supplierId: route.supplierId,
    stopText: route.stopText,
    stopShortcode: route.stopShortcode,
    optOutCodes: route.optOutCodes,
    hours: route.hours,
    concatenation: route.concatenation,
    shiftTables: route.shiftTables,
    segmentsPerSecond: route.segmentsPerSecond,
    binds: bindCount(route),
  }
}
