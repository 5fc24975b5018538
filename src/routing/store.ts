// The SQL of routes, senders and receipts' habits.
import type { AccountId, Instant, RouteId } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { HabitCounts } from './receipt-ids.ts'
import type { Route } from './route.ts'
import type { Sender } from './sender.ts'

type RouteRow = {
  route_id: RouteId
  name: string
  kind: Route['kind']
  http_sealed: Buffer | null
  from_configuration: boolean
  supplier_id: string
  is_sandbox: boolean
  enabled: boolean
  host: string
  port: number
  uses_tls: boolean
  tls_ca: string | null
  tls_server_name: string | null
  system_id: string
  password_sealed: Buffer
  system_type: string
  bind_as: Route['bindAs']
  binds: number
  window_max: number
  segments_per_second: number | null
  bind_segments_per_second: number | null
  sender_segments_per_second: number | null
  concatenation: Route['concatenation']
  shift_tables: Route['shiftTables']
  opt_out_codes: string[]
  dead_number_codes: string[]
  default_alphabet: Route['defaultAlphabet']
  receipt_offset_minutes: number
  stop_text: string | null
  stop_shortcode: string | null
  countries: string[]
  classes: Route['classes']
  hours_from: string | null
  hours_until: string | null
  priority: number
  share: number
  cost_micro_eur: number
  created_at: Instant
  changed_at: Instant
}

/** A route and its secrets as they are kept; the second is null where it speaks SMPP. */
export type StoredRoute = { route: Route; passwordSealed: Buffer; httpSealed: Buffer | null }

const columns = `route_id, name, kind, supplier_id, is_sandbox, enabled, host, port, uses_tls,
  system_id, password_sealed, system_type, bind_as, binds, window_max, segments_per_second,
  concatenation, default_alphabet, receipt_offset_minutes, stop_text, stop_shortcode, countries,
  classes, hours_from, hours_until, priority, cost_micro_eur, created_at, changed_at,
  bind_segments_per_second, sender_segments_per_second, shift_tables, share, http_sealed,
  opt_out_codes, dead_number_codes, tls_ca, tls_server_name, from_configuration`

export async function readRoutes(tx: Tx): Promise<StoredRoute[]> {
  const text = `select ${columns} from routing.route order by priority, name`
  return (await tx.query<RouteRow>(text)).rows.map(storedOf)
}

export async function findRoute(tx: Tx, routeId: string): Promise<StoredRoute | null> {
  const text = `select ${columns} from routing.route where route_id = $1`
  const row = (await tx.query<RouteRow>(text, [routeId])).rows[0]
  return row ? storedOf(row) : null
}

export async function findRouteByName(tx: Tx, name: string): Promise<StoredRoute | null> {
  const text = `select ${columns} from routing.route where name = $1`
  const row = (await tx.query<RouteRow>(text, [name])).rows[0]
  return row ? storedOf(row) : null
}

function storedOf(row: RouteRow): StoredRoute {
  const { hours_from: from, hours_until: until } = row
  return {
    passwordSealed: row.password_sealed,
    httpSealed: row.http_sealed,
    route: {
      routeId: row.route_id,
      name: row.name,
      kind: row.kind,
      supplierId: row.supplier_id,
      isSandbox: row.is_sandbox,
      enabled: row.enabled,
      isFromConfiguration: row.from_configuration,
      host: row.host,
      port: row.port,
      usesTls: row.uses_tls,
      tlsCa: row.tls_ca,
      tlsServerName: row.tls_server_name,
      systemId: row.system_id,
      systemType: row.system_type,
      bindAs: row.bind_as,
      binds: row.binds,
      windowMax: row.window_max,
      segmentsPerSecond: row.segments_per_second,
      bindSegmentsPerSecond: row.bind_segments_per_second,
      senderSegmentsPerSecond: row.sender_segments_per_second,
      concatenation: row.concatenation,
      shiftTables: row.shift_tables,
      optOutCodes: row.opt_out_codes,
      deadNumberCodes: row.dead_number_codes,
      defaultAlphabet: row.default_alphabet,
      receiptOffsetMinutes: row.receipt_offset_minutes,
      stopText: row.stop_text,
      stopShortcode: row.stop_shortcode,
      countries: row.countries,
      classes: row.classes,
      hours: from !== null && until !== null ? { from, until } : null,
      priority: row.priority,
      share: row.share,
      costMicroEur: row.cost_micro_eur,
      createdAt: row.created_at,
      changedAt: row.changed_at,
    },
  }
}

function valuesOf({ route, passwordSealed, httpSealed }: StoredRoute): unknown[] {
  return [
    route.routeId,
    route.name,
    route.kind,
    route.supplierId,
    route.isSandbox,
    route.enabled,
    route.host,
    route.port,
    route.usesTls,
    route.systemId,
    passwordSealed,
    route.systemType,
    route.bindAs,
    route.binds,
    route.windowMax,
    route.segmentsPerSecond,
    route.concatenation,
    route.defaultAlphabet,
    route.receiptOffsetMinutes,
    route.stopText,
    route.stopShortcode,
    route.countries,
    route.classes,
    route.hours?.from ?? null,
    route.hours?.until ?? null,
    route.priority,
    route.costMicroEur,
    toTimestamp(route.createdAt),
    toTimestamp(route.changedAt),
    route.bindSegmentsPerSecond,
    route.senderSegmentsPerSecond,
    route.shiftTables,
    route.share,
    httpSealed,
    route.optOutCodes,
    route.deadNumberCodes,
    route.tlsCa,
    route.tlsServerName,
    route.isFromConfiguration,
  ]
}

const names = columns.split(/,\s*/)
const places = names.map((_, index) => `$${index + 1}`)

/** Throws a unique violation where another route has the name. */
export async function writeRoute(tx: Tx, stored: StoredRoute): Promise<void> {
  const changes = names.slice(1).map((name) => `${name} = excluded.${name}`)
  await tx.query(
    `insert into routing.route (${columns}) values (${places.join(', ')})
     on conflict (route_id) do update set ${changes.join(', ')}`,
    valuesOf(stored),
  )
}

/** What an older version kept in clear of how HTTP operators are asked; held until the end. */
export async function readOperatorsInClear(
  tx: Tx,
): Promise<{ route_id: RouteId; http: unknown }[]> {
  const text = 'select route_id, http from routing.route where http is not null for update'
  return (await tx.query<{ route_id: RouteId; http: unknown }>(text)).rows
}

export async function writeOperatorSealed(tx: Tx, routeId: RouteId, sealed: Buffer): Promise<void> {
  const text = 'update routing.route set http_sealed = $2, http = null where route_id = $1'
  await tx.query(text, [routeId, sealed])
}

/** Writes down that a bind came up or went down, for the other nodes to see. */
export async function writeBindState(
  tx: Tx,
  place: { routeId: RouteId; bind: number },
  state: { isBound: boolean; since: Instant },
): Promise<void> {
  await tx.query(
    `insert into routing.bind_state as b (route_id, bind, is_bound, since) values ($1, $2, $3, $4)
     on conflict (route_id, bind) do update set is_bound = excluded.is_bound,
       since = case when b.is_bound = excluded.is_bound then b.since else excluded.since end`,
    [place.routeId, place.bind, state.isBound, toTimestamp(state.since)],
  )
}

/**
 * Since when each route has had no bind at any node; those with one are left out. A route that was
 * given fewer binds keeps the rows of the others, which nobody writes any more (see `bindCount`).
 */
export async function readDownSince(tx: Tx): Promise<Map<RouteId, Instant>> {
  const { rows } = await tx.query<{ route_id: RouteId; since: Instant }>(
    `select route_id, max(b.since) as since from routing.bind_state b
     join routing.route r using (route_id)
     where b.bind < least(r.binds, r.segments_per_second)
     group by route_id having not bool_or(b.is_bound)`,
  )
  return new Map(rows.map((row) => [row.route_id, row.since]))
}

export type BindStand = { isUp: boolean; since: Instant }

/** Whether each route has a bind at any node, and since when it has or has none. */
export async function readBindStands(tx: Tx): Promise<Map<string, BindStand>> {
  const { rows } = await tx.query<{ route_id: RouteId; is_up: boolean; since: Instant }>(
    `select route_id, bool_or(b.is_bound) as is_up,
       coalesce(min(b.since) filter (where b.is_bound), max(b.since)) as since
     from routing.bind_state b join routing.route r using (route_id)
     where b.bind < least(r.binds, r.segments_per_second)
     group by route_id`,
  )
  return new Map(rows.map((row) => [row.route_id, { isUp: row.is_up, since: row.since }]))
}

type HabitRow = {
  route_id: RouteId
  same_count: number
  hex_in_answer_count: number
  decimal_in_answer_count: number
  unmatched_count: number
}

export async function readHabits(tx: Tx): Promise<[RouteId, HabitCounts][]> {
  const text = `select route_id, same_count, hex_in_answer_count, decimal_in_answer_count,
    unmatched_count from routing.receipt_habit`
  return (await tx.query<HabitRow>(text)).rows.map((row) => [
    row.route_id,
    {
      same: row.same_count,
      hex_in_answer: row.hex_in_answer_count,
      decimal_in_answer: row.decimal_in_answer_count,
      unmatched: row.unmatched_count,
    },
  ])
}

export async function addToHabit(tx: Tx, routeId: RouteId, learned: HabitCounts): Promise<void> {
  await tx.query(
    `insert into routing.receipt_habit as h (route_id, same_count, hex_in_answer_count,
       decimal_in_answer_count, unmatched_count) values ($1, $2, $3, $4, $5)
     on conflict (route_id) do update set
       same_count = h.same_count + excluded.same_count,
       hex_in_answer_count = h.hex_in_answer_count + excluded.hex_in_answer_count,
       decimal_in_answer_count = h.decimal_in_answer_count + excluded.decimal_in_answer_count,
       unmatched_count = h.unmatched_count + excluded.unmatched_count`,
    [routeId, learned.same, learned.hex_in_answer, learned.decimal_in_answer, learned.unmatched],
  )
}

type SenderRow = {
  sender_id: Sender['senderId']
  name: string
  country: string
  kind: Sender['kind']
  state: Sender['state']
  evidence: string
  expires_at: Instant | null
  created_at: Instant
  decided_at: Instant | null
  refusal_sealed: Buffer | null
}

const senderColumns = `sender_id, name, country, kind, state, evidence, expires_at, created_at,
  decided_at, refusal_sealed`

function senderOf(row: SenderRow): Sender {
  return {
    senderId: row.sender_id,
    name: row.name,
    country: row.country,
    kind: row.kind,
    state: row.state,
    evidence: row.evidence,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    decidedAt: row.decided_at,
    refusalSealed: row.refusal_sealed,
  }
}

export async function readSenders(tx: Tx, accountId: AccountId): Promise<Sender[]> {
  const text = `select ${senderColumns} from routing.sender where account_id = $1
    order by name, country`
  return (await tx.query<SenderRow>(text, [accountId])).rows.map(senderOf)
}

export type SenderPlace = { createdAt: Instant; senderId: string }

/** Names that wait for a decision, of all accounts, the longest waiting first. */
export async function waitingSendersInAnyAccount(
  tx: Tx,
  page: { after: SenderPlace | null; limit: number },
): Promise<(Sender & { accountId: AccountId })[]> {
  const { after, limit } = page
  const { rows } = await tx.query<SenderRow & { account_id: AccountId }>(
    `select account_id, ${senderColumns} from routing.sender
     where state = 'pending'
       and ($1::timestamptz is null or (created_at, sender_id) > ($1::timestamptz, $2::uuid))
     order by created_at, sender_id limit $3`,
    [after === null ? null : toTimestamp(after.createdAt), after?.senderId ?? null, limit],
  )
  return rows.map((row) => ({ ...senderOf(row), accountId: row.account_id }))
}

export async function countWaitingInAnyAccount(tx: Tx, most: number): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count
     from (select from routing.sender where state = 'pending' limit $1) waiting`,
    [most],
  )
  return rows[0]?.count ?? 0
}

export async function findSenderByName(
  tx: Tx,
  accountId: AccountId,
  name: string,
  country: string,
): Promise<Sender | null> {
  const text = `select ${senderColumns} from routing.sender
    where account_id = $1 and name = $2 and country = $3`
  const statement = { name: 'routing_sender_by_name', text }
  const row = (await tx.query<SenderRow>(statement, [accountId, name, country])).rows[0]
  return row ? senderOf(row) : null
}

/** Nobody else asks for it or decides over it before the transaction ends. */
export async function lockSenderByName(
  tx: Tx,
  accountId: AccountId,
  name: string,
  country: string,
): Promise<Sender | null> {
  const { rows } = await tx.query<SenderRow>(
    `select ${senderColumns} from routing.sender
     where account_id = $1 and name = $2 and country = $3 for update`,
    [accountId, name, country],
  )
  return rows[0] === undefined ? null : senderOf(rows[0])
}

/** What was refused or has run out, asked for again: as new, under the same id. */
export async function renewSender(tx: Tx, accountId: AccountId, sender: Sender): Promise<void> {
  await tx.query(
    `update routing.sender set state = $3, evidence = $4, expires_at = $5, created_at = $6,
       decided_at = $7, refusal_sealed = null
     where account_id = $1 and sender_id = $2`,
    [
      accountId,
      sender.senderId,
      sender.state,
      sender.evidence,
      sender.expiresAt === null ? null : toTimestamp(sender.expiresAt),
      toTimestamp(sender.createdAt),
      sender.decidedAt === null ? null : toTimestamp(sender.decidedAt),
    ],
  )
}

/** Throws a unique violation where the account has the name already. */
export async function insertSender(tx: Tx, accountId: AccountId, sender: Sender): Promise<void> {
  await tx.query(
    `insert into routing.sender (account_id, sender_id, name, country, kind, state, evidence,
       expires_at, created_at, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      accountId,
      sender.senderId,
      sender.name,
      sender.country,
      sender.kind,
      sender.state,
      sender.evidence,
      sender.expiresAt === null ? null : toTimestamp(sender.expiresAt),
      toTimestamp(sender.createdAt),
      sender.decidedAt === null ? null : toTimestamp(sender.decidedAt),
    ],
  )
}

export async function decideSenderOf(
  tx: Tx,
  accountId: AccountId,
  senderId: string,
  decision: Pick<Sender, 'state' | 'refusalSealed'> & { at: Instant },
): Promise<Sender | null> {
  const row = (
    await tx.query<SenderRow>(
      `update routing.sender set state = $3, decided_at = $4, refusal_sealed = $5
       where account_id = $1 and sender_id = $2 returning ${senderColumns}`,
      [accountId, senderId, decision.state, toTimestamp(decision.at), decision.refusalSealed],
    )
  ).rows[0]
  return row ? senderOf(row) : null
}

/** The suppliers of routes that are switched on, and whether anybody is reached by them. */
export async function suppliersInUse(
  tx: Tx,
): Promise<{ supplierId: string; isSandbox: boolean }[]> {
  const { rows } = await tx.query<{ supplierId: string; isSandbox: boolean }>(
    `select supplier_id as "supplierId", bool_and(is_sandbox) as "isSandbox"
     from routing.route where enabled group by supplier_id order by supplier_id`,
  )
  return rows
}
