// Contact retention: how long an inactive contact stays, and who still needs it.
import { countries, type ReviewedRules, reviewedRules } from '../countries/index.ts'
import {
  type AccountId,
  type Caller,
  erasesFromAfter,
  type Instant,
  isoTimeOrNull,
  type SubjectId,
  sameDayLater,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { RetentionRequest, RetentionView } from './contract.ts'
import { retentionSoonDays } from './contract.ts'
import type { ContactsDeps } from './deps.ts'
import { contactsError } from './errors.ts'
import { readRetention, writeRetention } from './retention-store.ts'

/** What counts as a sign is later than `since`; what runs on does at `at`. */
export type Term = { since: Instant; at: Instant }

/**
 * A room on the right says whom of these people it keeps: who gave a sign since then, or of whom
 * something runs on at that instant.
 */
export type WhoStays = (
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  term: Term,
) => Promise<SubjectId[]>

const dayMs = 86_400_000
export const soonMs = retentionSoonDays * dayMs
const pauseMaxMs = 366 * dayMs

export const termAt = (at: Instant, months: number): Term => ({
  since: sameDayLater(at, -months),
  at,
})

const monthsOf = (rules: ReviewedRules) => rules.retention.value.prospectInactiveDeleteMonths

/** A country that nobody has gone through is held to the shortest term of those that are. */
const shortest = countries
  .flatMap((rules) => (rules.reviewed ? [rules] : []))
  .reduce((held, rules) => (monthsOf(rules) < monthsOf(held) ? rules : held))

type Facts = Pick<ContactsDeps, 'accounts'>
type Viewing = Pick<ContactsDeps, 'accounts' | 'vault'>

async function rulesFor({ accounts }: Facts, tx: Tx, accountId: AccountId): Promise<ReviewedRules> {
  const { country } = await accounts.facts(tx, accountId)
  return reviewedRules(country as ReviewedRules['country']) ?? shortest
}

/** What an account that chose nothing is held to. */
export async function monthsByDefault(facts: Facts, tx: Tx, accountId: AccountId): Promise<number> {
  return monthsOf(await rulesFor(facts, tx, accountId))
}

/** As it is chosen, or as the law of the account's country has it. */
export async function keptMonths(facts: Facts, tx: Tx, accountId: AccountId): Promise<number> {
  const row = await readRetention(tx, accountId)
  return row?.months ?? (await monthsByDefault(facts, tx, accountId))
}

export async function viewRetention(
  facts: Viewing,
  tx: Tx,
  accountId: AccountId,
): Promise<RetentionView> {
  const rules = await rulesFor(facts, tx, accountId)
  const row = await readRetention(tx, accountId)
  const { title, url, checkedOn } = rules.retention.source
  return {
    months: row?.months ?? monthsOf(rules),
    monthsMax: monthsOf(rules),
    rule: { title, url, checkedOn },
    erasesFrom: isoTimeOrNull(row?.erasesFrom ?? null),
    pausedUntil: isoTimeOrNull(row?.pausedUntil ?? null),
    lookedAt: isoTimeOrNull(row?.lookedAt ?? null),
    due: row?.due ?? 0,
    soon: row?.soon ?? 0,
    soonDays: retentionSoonDays,
    erased: row?.erased ?? 0,
    erasedAt: isoTimeOrNull(row?.erasedAt ?? null),
    erasuresUnderWayUntil: isoTimeOrNull(await facts.vault.erasuresUntil(tx, accountId)),
  }
}

export async function chooseRetention(
  deps: Pick<ContactsDeps, 'accounts' | 'audit' | 'clock' | 'vault'>,
  tx: Tx,
  caller: Caller,
  { months, pausedUntil, reason }: RetentionRequest,
): Promise<RetentionView> {
  const { accountId } = caller
  const at = deps.clock.now()
  const max = await monthsByDefault(deps, tx, accountId)
  if (months > max) throw contactsError('contacts.retention_too_long', { max })
  const until = pausedUntil === null ? null : Date.parse(pausedUntil)
  if (until !== null && until > at + pauseMaxMs) {
    throw contactsError('contacts.retention_pause_too_long')
  }
  const held = await readRetention(tx, accountId)
  await writeRetention(tx, accountId, {
    months,
    toldAt: at,
    erasesFrom: erasesFromAfter(at, {
      held: held?.erasesFrom ?? null,
      isShorter: held !== null && months < held.months,
    }),
    pausedUntil: until,
  })
  const details = { months, pausedUntil }
  await deps.audit.record(tx, caller, { action: 'contacts.retention_chosen', reason, details })
  return viewRetention(deps, tx, accountId)
}
