// Keeps the proofs of deleted contacts until a set date, then destroys them with their key.
import type { AccountId, Clock, Instant, SubjectId } from '../../kernel/index.ts'
import { canonicalJson } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import { monthsLater, policyByDefault } from '../consent-dates.ts'
import { type EntryDeps, isoText, writeEntries } from '../ledger/write-entries.ts'
import { deleteAuthorisations } from '../store/authorisation-store.ts'
import { deleteProofs, deleteStanding, insertHolds, leftBy, lockDue } from '../store/hold-store.ts'
import { endLegalBases } from '../store/legal-basis-store.ts'
import { readPolicy } from '../store/store.ts'

export type HoldDeps = EntryDeps & {
  clock: Clock
  vault: EntryDeps['vault'] & Pick<Vault, 'openSubjects' | 'destroyKeys'>
}

/**
 * As contacts go. Whoever has agreed to nothing leaves nothing to prove: both keys go at once. Of
 * the others the proof stays sealed to its day, five years after the consent ended by default
 * (art. 17(3)(e); R-133), and lets nothing leave.
 */
export async function letGo(
  deps: HoldDeps,
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  if (subjects.length === 0) return
  const at = deps.clock.now()
  const months = ((await readPolicy(tx, accountId)) ?? policyByDefault).proof_months
  const left = await leftBy(tx, accountId, subjects, at)
  const holds = left
    .filter(({ isProven }) => isProven)
    .map(({ subjectId, endedAt }) => ({
      subjectId,
      heldSince: at,
      holdUntil: monthsLater(endedAt, months),
    }))
  await tell(deps, tx, accountId, { kind: 'erasure.contact_destroyed', holds, at })
  await insertHolds(
    tx,
    accountId,
    holds.filter(({ holdUntil }) => holdUntil > at),
  )
  await deleteStanding(deps.guard, tx, accountId, subjects)
  await endLegalBases(deps.guard, tx, accountId, { subjects, only: null })
  await deleteAuthorisations(tx, accountId, { subjects, only: null })
  const known = new Set(left.map(({ subjectId }) => subjectId))
  await deps.vault.destroyKeys(
    tx,
    accountId,
    subjects.filter((id) => !known.has(id)),
    'both',
  )
  // An objection, or an import that proved nothing: the number's tag holds what must be kept of it.
  const unproven = left.filter(({ isProven }) => !isProven)
  const due = [...holds.filter(({ holdUntil }) => holdUntil <= at), ...unproven]
  await destroyProofs(deps, tx, accountId, {
    subjects: due.map(({ subjectId }) => subjectId),
    at,
  })
}

/** A page of those whose day has come; how many. */
export async function endHolds(
  deps: HoldDeps,
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<number> {
  const at = deps.clock.now()
  const subjects = await lockDue(tx, accountId, { at, limit })
  await destroyProofs(deps, tx, accountId, { subjects, at })
  return subjects.length
}

/** The ledger is told first, while the link between a person's entries can still be made. */
export async function destroyProofs(
  deps: HoldDeps,
  tx: Tx,
  accountId: AccountId,
  { subjects, at }: { subjects: readonly SubjectId[]; at: Instant },
): Promise<void> {
  if (subjects.length === 0) return
  const holds = subjects.map((subjectId) => ({ subjectId, holdUntil: at }))
  await tell(deps, tx, accountId, { kind: 'erasure.proof_destroyed', holds, at })
  await deleteProofs(tx, accountId, subjects)
  await deps.vault.destroyKeys(tx, accountId, subjects, 'both')
}

type Told = {
  kind: 'erasure.contact_destroyed' | 'erasure.proof_destroyed'
  holds: readonly { subjectId: SubjectId; holdUntil: Instant }[]
  at: Instant
}

async function tell(deps: HoldDeps, tx: Tx, accountId: AccountId, { kind, holds, at }: Told) {
  const ids = holds.map(({ subjectId }) => subjectId)
  const opened = await deps.vault.openSubjects(tx, accountId, ids)
  const events = holds.flatMap(({ subjectId, holdUntil }) => {
    const keys = opened.get(subjectId)
    if (keys === undefined || !hasKey(keys.proofKey)) return []
    const details = canonicalJson({ proofHeldUntil: isoText(holdUntil) })
    const body = { actor: 'system:contact_deleted', details }
    return [{ kind, keys, purpose: '', channel: '', wordingSha256: null, body }]
  })
  await writeEntries(deps, tx, { accountId, at }, events)
}
