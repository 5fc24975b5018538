// How long texts and numbers of messages and replies stay: 90 days by default (R-1101); what is left says nothing of anybody.
import type { Audit } from '../../audit/index.ts'
import { countries } from '../../countries/index.ts'
import {
  type Caller,
  type Clock,
  erasesFromAfter,
  type Instant,
  isoTime,
  isoTimeOrNull,
} from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { type TextKeepingRequest, type TextKeepingView, textDaysMax } from '../contract.ts'
import {
  addEmptied,
  emptyTexts,
  holdTextKeeping,
  readTextKeeping,
  type TextKeepingRow,
  type TextTable,
  tellTextKeeping,
  textTables,
  writeTextKeeping,
} from '../store/text-keeping-store.ts'

export type TextKeepingDeps = { database: Database; audit: Pick<Audit, 'record'>; clock: Clock }

const dayMs = 86_400_000
/** Rows a transaction. */
const pageRows = 2_000

/** The shortest that a pack names; none of them is a law. */
const daysByDefault = Math.min(
  ...countries.flatMap((rules) => (rules.reviewed ? [rules.retention.value.messageBodyDays] : [])),
)

export async function viewTextKeeping(tx: Tx, { accountId }: Caller): Promise<TextKeepingView> {
  const row = await readTextKeeping(tx, accountId)
  return {
    days: row?.days ?? daysByDefault,
    daysMax: textDaysMax,
    erasesFrom: isoTimeOrNull(row?.erasesFrom ?? null),
    erased: row?.erased ?? 0,
    erasedAt: isoTimeOrNull(row?.erasedAt ?? null),
  }
}

export async function chooseTextKeeping(
  deps: TextKeepingDeps,
  tx: Tx,
  caller: Caller,
  { days, reason }: TextKeepingRequest,
): Promise<TextKeepingView> {
  const { accountId } = caller
  const at = deps.clock.now()
  const held = await readTextKeeping(tx, accountId)
  const erasesFrom = erasesFromAfter(at, {
    held: held?.erasesFrom ?? null,
    isShorter: held !== null && days < held.days,
  })
  await writeTextKeeping(tx, accountId, { days, toldAt: at, erasesFrom })
  await deps.audit.record(tx, caller, {
    action: 'sending.text_keeping_chosen',
    reason,
    details: { days },
  })
  return viewTextKeeping(tx, caller)
}

export type TextsSwept = Record<TextTable, number>

/** Harmless to repeat, and to stop between two pages. */
export async function sweepTexts(
  deps: TextKeepingDeps,
  caller: Caller,
  isStopping: () => boolean = () => false,
): Promise<TextsSwept> {
  const { accountId } = caller
  const { database } = deps
  const at = deps.clock.now()
  const keeping = await database.inAccount(accountId, (tx) => told(deps, tx, caller, at))
  const swept: TextsSwept = { message: 0, inbound: 0 }
  if (at < keeping.erasesFrom) return swept
  for (const table of textTables) {
    const from = table === 'message' ? keeping.messagesThrough : keeping.repliesThrough
    swept[table] = await sweepTable(deps, caller, { table, from, at }, isStopping)
  }
  if (swept.message + swept.inbound > 0) {
    const details = { messages: swept.message, replies: swept.inbound, days: keeping.days }
    await database.inAccount(accountId, (tx) =>
      deps.audit.record(tx, caller, { action: 'sending.texts_erased', details }),
    )
  }
  return swept
}

async function told(
  deps: TextKeepingDeps,
  tx: Tx,
  caller: Caller,
  at: Instant,
): Promise<TextKeepingRow> {
  const { accountId } = caller
  const held = await readTextKeeping(tx, accountId)
  if (held !== null) return held
  const erasesFrom = erasesFromAfter(at, { held: null, isShorter: false })
  const row = { days: daysByDefault, toldAt: at, erasesFrom }
  if (await tellTextKeeping(tx, accountId, row)) {
    const details = { days: row.days, erasesFrom: isoTime(erasesFrom) }
    await deps.audit.record(tx, caller, { action: 'sending.text_keeping_told', details })
  }
  // Another node was first: its row is committed, since the statement above waited for it.
  return (await readTextKeeping(tx, accountId)) as TextKeepingRow
}

type Span = { table: TextTable; from: string | null; at: Instant }

/** What is not over yet is looked at again the next time, and with it what came after. */
async function sweepTable(
  deps: TextKeepingDeps,
  caller: Caller,
  { table, from, at }: Span,
  isStopping: () => boolean,
): Promise<number> {
  const { accountId } = caller
  let sum = 0
  let after = from
  let isBehind = false
  let looked = pageRows
  while (looked === pageRows && !isStopping()) {
    const done = await deps.database.inAccount(accountId, async (tx) => {
      // More days that are chosen while pages go by count from the next one on.
      await holdTextKeeping(tx, accountId)
      const { days } = await told(deps, tx, caller, at)
      const page = { table, before: at - days * dayMs, after, limit: pageRows }
      const found = await emptyTexts(tx, accountId, page)
      isBehind ||= found.goesOn
      const { emptied, last } = found
      const through = isBehind ? null : last
      await addEmptied(tx, accountId, { table, emptied, through, at })
      return found
    })
    sum += done.emptied
    looked = done.looked
    after = done.last ?? after
  }
  return sum
}
