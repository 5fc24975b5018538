// Retention of texts and numbers of messages and replies: 90 days by default (R-1101).
import type { Audit } from '../../audit/index.ts'
import { restrictedPeople } from '../../contacts/index.ts'
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
import { type TextRetentionRequest, type TextRetentionView, textDaysMax } from '../contract.ts'
import {
  addEmptied,
  countSparedTexts,
  emptyTexts,
  emptyTextsOf,
  forgetSpared,
  holdTextRetention,
  noMoreSpared,
  readTextRetention,
  type TextRetentionRow,
  type TextTable,
  tellTextRetention,
  textTables,
  writeTextRetention,
} from '../store/text-retention-store.ts'

export type TextRetentionDeps = { database: Database; audit: Pick<Audit, 'record'>; clock: Clock }

const dayMs = 86_400_000
/** Rows a transaction. */
const pageRows = 2_000

/** The shortest that a pack names; none of them is a law. */
const daysByDefault = Math.min(
  ...countries.flatMap((rules) => (rules.reviewed ? [rules.retention.value.messageBodyDays] : [])),
)

export async function viewTextRetention(
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<TextRetentionView> {
  const row = await readTextRetention(tx, accountId)
  return {
    days: row?.days ?? daysByDefault,
    daysMax: textDaysMax,
    erasesFrom: isoTimeOrNull(row?.erasesFrom ?? null),
    erased: row?.erased ?? 0,
    erasedAt: isoTimeOrNull(row?.erasedAt ?? null),
  }
}

export async function chooseTextRetention(
  deps: TextRetentionDeps,
  tx: Tx,
  caller: Caller,
  { days, reason }: TextRetentionRequest,
): Promise<TextRetentionView> {
  const { accountId } = caller
  const at = deps.clock.now()
  const held = await readTextRetention(tx, accountId)
  const erasesFrom = erasesFromAfter(at, {
    held: held?.erasesFrom ?? null,
    isShorter: held !== null && days < held.days,
  })
  await writeTextRetention(tx, accountId, { days, toldAt: at, erasesFrom })
  await deps.audit.record(tx, caller, {
    action: 'sending.text_retention_chosen',
    reason,
    details: { days },
  })
  return viewTextRetention(tx, caller)
}

export type TextsSwept = Record<TextTable, number>

/** Harmless to repeat, and to stop between two pages. */
export async function sweepTexts(
  deps: TextRetentionDeps,
  caller: Caller,
  isStopping: () => boolean = () => false,
): Promise<TextsSwept> {
  const { accountId } = caller
  const { database } = deps
  const at = deps.clock.now()
  const retention = await database.inAccount(accountId, (tx) => told(deps, tx, caller, at))
  const swept: TextsSwept = { message: 0, inbound: 0 }
  if (at < retention.erasesFrom) return swept
  for (const table of textTables) {
    const from = table === 'message' ? retention.messagesThrough : retention.repliesThrough
    swept[table] = await sweepTable(deps, caller, { table, from, at }, isStopping)
  }
  await sweepLifted(deps, caller, { swept, at }, isStopping)
  if (swept.message + swept.inbound > 0) {
    const details = { messages: swept.message, replies: swept.inbound, days: retention.days }
    await database.inAccount(accountId, (tx) =>
      deps.audit.record(tx, caller, { action: 'sending.texts_erased', details }),
    )
  }
  return swept
}

async function told(
  deps: TextRetentionDeps,
  tx: Tx,
  caller: Caller,
  at: Instant,
): Promise<TextRetentionRow> {
  const { accountId } = caller
  const held = await readTextRetention(tx, accountId)
  if (held !== null) return held
  const erasesFrom = erasesFromAfter(at, { held: null, isShorter: false })
  const row = { days: daysByDefault, toldAt: at, erasesFrom }
  if (await tellTextRetention(tx, accountId, row)) {
    const details = { days: row.days, erasesFrom: isoTime(erasesFrom) }
    await deps.audit.record(tx, caller, { action: 'sending.text_retention_told', details })
  }
  // Another node was first: its row is committed, since the statement above waited for it.
  return (await readTextRetention(tx, accountId)) as TextRetentionRow
}

type Span = { table: TextTable; from: string | null; at: Instant }

/** What is not over yet is looked at again the next time, and with it what came after. */
async function sweepTable(
  deps: TextRetentionDeps,
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
      await holdTextRetention(tx, accountId)
      const { days } = await told(deps, tx, caller, at)
      const restricted = await restrictedPeople(tx, accountId)
      const page = { table, before: at - days * dayMs, after, limit: pageRows, restricted }
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

/** People a transaction. */
const liftedAtOnce = 20

/** Texts that were spared go by themselves once nobody asks any more that they only be kept. */
async function sweepLifted(
  deps: TextRetentionDeps,
  caller: Caller,
  { swept, at }: { swept: TextsSwept; at: Instant },
  isStopping: () => boolean,
): Promise<void> {
  const { accountId } = caller
  let people = liftedAtOnce
  while (people === liftedAtOnce && !isStopping()) {
    people = await deps.database.inAccount(accountId, async (tx) => {
      await holdTextRetention(tx, accountId)
      const { days } = await told(deps, tx, caller, at)
      const restricted = await restrictedPeople(tx, accountId)
      const subjects = await noMoreSpared(tx, accountId, { restricted, limit: liftedAtOnce })
      for (const table of textTables) {
        const before = at - days * dayMs
        const emptied = await emptyTextsOf(tx, accountId, { table, subjects, before })
        await addEmptied(tx, accountId, { table, emptied, through: null, at })
        swept[table] += emptied
      }
      await forgetSpared(tx, accountId, subjects)
      return subjects.length
    })
  }
}

/** How many are past their days, and stay while their people’s data may only be kept. */
export async function sparedTexts(
  { clock }: Pick<TextRetentionDeps, 'clock'>,
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<number> {
  const days = (await readTextRetention(tx, accountId))?.days ?? daysByDefault
  const restricted = await restrictedPeople(tx, accountId)
  return countSparedTexts(tx, accountId, { restricted, before: clock.now() - days * dayMs })
}
