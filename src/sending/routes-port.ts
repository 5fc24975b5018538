// The pool of operator links as sending sees it.
import type { Instant, RouteId } from '../kernel/index.ts'
import {
  bindCount,
  closedWhy,
  type IdCandidate,
  type LinkPool,
  type OperatorReceipt,
  operatorKey,
  type Route,
  type RouteStanding,
  senderStanding,
  smppAddressOf,
} from '../routing/index.ts'
import type { Accounts, OutgoingRoute, Routes } from './ports.ts'

/** A habit that so many receipts have shown, and none has broken, is the only one that is asked. */
const habitSureAfter = 100

export function routesOver(
  pool: Pick<LinkPool, 'choose' | 'standings' | 'bindsOf' | 'rebind' | 'habits'>,
  accounts: Accounts,
): Routes {
  const candidates = (routeId: RouteId, receipt: OperatorReceipt): IdCandidate[] => {
    const ids = [receipt.operatorMessageId, receipt.otherMessageId].filter((id) => id !== null)
    const all = pool.habits.candidates(routeId, ids)
    const habit = pool.habits.of(routeId)
    const counts = [habit.same, habit.hex_in_answer, habit.decimal_in_answer]
    const sum = counts.reduce((total, one) => total + one, 0)
    // Two ids read as the same number in two bases: a sure habit keeps them apart.
    if (Math.max(...counts) < habitSureAfter || Math.max(...counts) !== sum) return all
    return all.filter(({ relation }) => habit[relation] > 0)
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
    receiptKeys: (routeId, receipt) => candidates(routeId, receipt).map(({ key }) => key),
    learnReceiptKey: (routeId, receipt, key, wasStray = false) => {
      const right = candidates(routeId, receipt).find((one) => one.key === key)
      if (right === undefined) pool.habits.unmatched(routeId)
      else if (wasStray) pool.habits.matchedAfterAll(routeId, right.relation)
      else pool.habits.matched(routeId, right.relation)
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
    hours: route.hours,
    concatenation: route.concatenation,
    shiftTables: route.shiftTables,
    segmentsPerSecond: route.segmentsPerSecond,
    binds: bindCount(route),
  }
}
