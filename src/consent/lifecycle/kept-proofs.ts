// What the proofs of people say of them beside their consents, and until when they would be kept.
import type { AccountId, Clock, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { monthsLater, policyByDefault } from '../consent-dates.ts'
import { type ProofPart, proofParts } from '../contract.ts'
import { openedBodies, type ProofDeps } from '../ledger/prove-consent.ts'
import { leftBy } from '../store/hold-store.ts'
import { readPolicy } from '../store/store.ts'

export type KeptDeps = { vault: ProofDeps['vault']; clock: Clock }

/** By which name each part stands in the body of an entry; a paper is a row of its own. */
const nameOf: Readonly<Record<Exclude<ProofPart, 'paper'>, string>> = {
  number: 'number',
  ip: 'ip',
  browser: 'userAgent',
  note: 'note',
  parent: 'parentName',
  reference: 'reference',
}

/** By the kind of entry, in one order; kinds that say nothing of whose they are are left out. */
export async function partsOf(
  deps: Pick<KeptDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Map<string, ProofPart[]>> {
  const found = new Map<string, Set<ProofPart>>()
  for (const { kind, body } of await openedBodies(deps, tx, accountId, subjects)) {
    for (const part of proofParts) {
      if (part === 'paper' || isEmpty(body[nameOf[part]])) continue
      const parts = found.get(kind) ?? new Set()
      found.set(kind, parts.add(part))
    }
  }
  return new Map(
    [...found].map(([kind, parts]) => [kind, proofParts.filter((part) => parts.has(part))]),
  )
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

export type KeptProofs = { until: Instant; holds: ProofPart[] }

/** What would be kept if the contact went now; null: nothing. */
export async function keptIfGone(
  deps: KeptDeps,
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<KeptProofs | null> {
  const at = deps.clock.now()
  const [left] = await leftBy(tx, accountId, [subjectId], at)
  if (left === undefined || !left.isProven) return null
  const months = ((await readPolicy(tx, accountId)) ?? policyByDefault).proof_months
  const until = monthsLater(left.endedAt, months)
  if (until <= at) return null
  const parts = new Set([...(await partsOf(deps, tx, accountId, [subjectId])).values()].flat())
  if (left.hasPapers) parts.add('paper')
  return { until, holds: proofParts.filter((part) => parts.has(part)) }
}
