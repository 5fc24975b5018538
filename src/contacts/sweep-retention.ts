// Erases contacts at the end of their retention, page by page, and counts those due soon.
import type { Audit } from '../audit/index.ts'
import {
  type AccountId,
  type Caller,
  type Clock,
  type ContactId,
  erasesFromAfter,
  type Instant,
  isoTime,
} from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Contacts } from './contacts.ts'
import type { ContactsDeps } from './deps.ts'
import { monthsByDefault, soonMs, type Term, termAt, type WhoStays } from './retention.ts'
import {
  addErased,
  holdRetention,
  type OldContact,
  type RetentionRow,
  readOldContacts,
  readRetention,
  tellRetention,
  writeLook,
} from './retention-store.ts'
import { lockForDeletion } from './store.ts'

export type SweepRetentionDeps = {
  database: Database
  audit: Audit
  clock: Clock
  accounts: ContactsDeps['accounts']
  contacts: Pick<Contacts, 'deleteMany'>
  /** The cheapest to ask first: each is asked only of those whom the earlier do not keep. */
  whoStays: readonly WhoStays[]
}

/** People a transaction. */
const pageContacts = 500

export type Swept = { due: number; soon: number; erased: number }

/**
 * Harmless to repeat, and to stop between two pages. An account hears of its term before anybody
 * goes by it; until then, and while it pauses, people are only counted.
 */
export async function sweepRetention(
  deps: SweepRetentionDeps,
  caller: Caller,
  isStopping: () => boolean = () => false,
): Promise<Swept> {
  const { accountId } = caller
  const { database } = deps
  const at = deps.clock.now()
  await database.inAccount(accountId, (tx) => told(deps, tx, caller, at))
  const sum: Swept = { due: 0, soon: 0, erased: 0 }
  let after: ContactId | null = null
  do {
    if (isStopping()) return sum
    const page: Page = await database.inAccount(accountId, (tx) =>
      lookAtPage(deps, tx, caller, { at, after }),
    )
    sum.due += page.due
    sum.soon += page.soon
    sum.erased += page.erased
    after = page.last
  } while (after !== null)
  const { due, soon } = sum
  await database.inAccount(accountId, (tx) => writeLook(tx, accountId, { at, due, soon }))
  return sum
}

async function told(
  deps: SweepRetentionDeps,
  tx: Tx,
  caller: Caller,
  at: Instant,
): Promise<RetentionRow> {
  const { accountId } = caller
  const held = await readRetention(tx, accountId)
  if (held !== null) return held
  const months = await monthsByDefault(deps, tx, accountId)
  const erasesFrom = erasesFromAfter(at, { held: null, isShorter: false })
  if (await tellRetention(tx, accountId, { months, toldAt: at, erasesFrom })) {
    const details = { months, erasesFrom: isoTime(erasesFrom) }
    await deps.audit.record(tx, caller, { action: 'contacts.retention_told', details })
  }
  // Another node was first: its row is committed, since the statement above waited for it.
  return (await readRetention(tx, accountId)) as RetentionRow
}

type Page = Swept & { last: ContactId | null }
type Where = { at: Instant; after: ContactId | null }

async function lookAtPage(
  deps: SweepRetentionDeps,
  tx: Tx,
  caller: Caller,
  { at, after }: Where,
): Promise<Page> {
  const { accountId } = caller
  // A pause, or a longer term, that is chosen while pages go by counts from the next one on.
  await holdRetention(tx, accountId)
  const { months, erasesFrom, pausedUntil } = await told(deps, tx, caller, at)
  const mayErase = at >= Math.max(erasesFrom, pausedUntil ?? 0)
  const now = termAt(at, months)
  const later = termAt(at + soonMs, months)
  const page = { since: later.since, after, limit: pageContacts }
  const old = await readOldContacts(tx, accountId, page)
  const ending = await withoutSign(deps, tx, accountId, { people: old, term: later })
  const past = ending.filter(({ createdAt }) => createdAt <= now.since)
  // Who records something of them from here on waits, and then finds them gone; what was recorded
  // before is seen below.
  if (mayErase) {
    await lockForDeletion(
      tx,
      accountId,
      past.map(({ id }) => id),
    )
  }
  const due = await withoutSign(deps, tx, accountId, { people: past, term: now })
  const erased = mayErase ? await erase(deps, tx, caller, { due, months, at }) : 0
  return {
    due: mayErase ? 0 : due.length,
    soon: ending.length - due.length,
    erased,
    last: old.length < pageContacts ? null : (old.at(-1)?.id ?? null),
  }
}

async function withoutSign(
  { whoStays }: SweepRetentionDeps,
  tx: Tx,
  accountId: AccountId,
  { people, term }: { people: readonly OldContact[]; term: Term },
): Promise<OldContact[]> {
  let left = [...people]
  for (const ask of whoStays) {
    if (left.length === 0) break
    const subjects = left.map(({ subjectId }) => subjectId)
    const kept = new Set(await ask(tx, accountId, subjects, term))
    left = left.filter(({ subjectId }) => !kept.has(subjectId))
  }
  return left
}

/** As any deletion: keys go, proofs to their own day, objections stay as tags. */
async function erase(
  deps: SweepRetentionDeps,
  tx: Tx,
  caller: Caller,
  { due, months, at }: { due: readonly OldContact[]; months: number; at: Instant },
): Promise<number> {
  if (due.length === 0) return 0
  const gone = { contacts: due, why: 'retention' } as const
  const people = await deps.contacts.deleteMany(tx, caller, gone)
  await addErased(tx, caller.accountId, { people, at })
  const details = { people, months }
  await deps.audit.record(tx, caller, { action: 'contacts.retention_ended', details })
  return people
}
