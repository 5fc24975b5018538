// A ground is recorded by one person, approved by another, and ended by anyone who answers for it.
import type {
  AccountId,
  Caller,
  ControllerId,
  TokenId,
  UserId,
  WordingId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { GroundRequest } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { sensitiveError } from './errors.ts'
import { judgeGround } from './ground.ts'
import { actorOf, sealWords, toGround } from './ground-row.ts'
import { findGround, type GroundRow, insertGround, markApproved, markEnded } from './store.ts'

export async function recordGround(
  deps: SensitiveDeps,
  tx: Tx,
  caller: Caller,
  asked: GroundRequest,
): Promise<string> {
  const { accountId } = caller
  const { category, basis, law, keepDays, justification } = asked
  const controllerId = asked.controllerId as ControllerId
  if ((await deps.contacts.controller(tx, accountId, controllerId)) === null) {
    throw sensitiveError('sensitive.controller_not_found')
  }
  const at = deps.clock.now()
  const wordingId = asked.wordingId as WordingId | null
  const endsAt = Date.parse(asked.endsAt)
  const wording =
    wordingId === null ? null : await deps.consent.findWording(tx, accountId, wordingId)
  const told = { controllerId, category, basis, law, wordingId, endsAt }
  const refusal = judgeGround(told, { wording, at })
  if (refusal !== null) throw sensitiveError(`sensitive.${refusal}`)
  await personBehind(deps, tx, accountId, actorOf(caller))
  const id = deps.makeId()
  const [keys] = await deps.vault.createSubjects(tx, accountId, 1)
  if (keys === undefined) throw sensitiveError('sensitive.ground_not_found')
  await insertGround(tx, accountId, {
    id,
    keySubjectId: keys.subjectId,
    controllerId,
    category,
    basis,
    wordsSealed: sealWords(deps.vault, accountId, id, { justification, law, endReason: null }),
    wordingId,
    keepDays,
    endsAt,
    state: 'proposed',
    recordedBy: actorOf(caller),
    recordedAt: at,
    approvedBy: null,
    approvedAt: null,
    endedBy: null,
    endedAt: null,
    valuesErased: 0,
  })
  await deps.audit.record(tx, caller, {
    action: 'sensitive.ground_recorded',
    reason: justification,
    details: { ground: id, controller: controllerId, category, basis },
  })
  return id
}

/** Two people look at it: who wants the data in, and who answers for its protection. */
export async function approveGround(
  deps: SensitiveDeps,
  tx: Tx,
  caller: Caller,
  groundId: string,
): Promise<void> {
  const { accountId } = caller
  const row = await locked(tx, caller, groundId)
  const at = deps.clock.now()
  if (row.state !== 'proposed') {
    throw sensitiveError('sensitive.ground_not_proposed', { state: row.state })
  }
  if (row.endsAt <= at) throw sensitiveError('sensitive.end_in_past')
  if (caller.by.kind !== 'user') throw sensitiveError('sensitive.approver_is_no_user')
  const actor = actorOf(caller)
  const author = await personBehind(deps, tx, accountId, row.recordedBy)
  if (author === caller.by.userId) throw sensitiveError('sensitive.approver_is_author')
  await markApproved(tx, accountId, groundId, { actor, at })
  await deps.audit.record(tx, caller, {
    action: 'sensitive.ground_approved',
    details: { ground: groundId, category: row.category, basis: row.basis },
  })
}

/** Behind a token stands who made it: a token is no second person. */
async function personBehind(
  { makerOfToken }: Pick<SensitiveDeps, 'makerOfToken'>,
  tx: Tx,
  accountId: AccountId,
  actor: string,
): Promise<UserId> {
  const [kind, id = ''] = actor.split(':')
  if (kind === 'user') return id as UserId
  const maker = kind === 'token' ? await makerOfToken(tx, accountId, id as TokenId) : null
  if (maker === null) throw sensitiveError('sensitive.author_is_nobody')
  return maker
}

/**
 * Its key goes in the same transaction: from this commit on nothing that was kept on it can be
 * read, here or in a backup once the account's epoch has turned. The rows follow, page by page.
 */
export async function endGround(
  deps: SensitiveDeps,
  tx: Tx,
  caller: Caller,
  { groundId, reason }: { groundId: string; reason: string },
): Promise<void> {
  const { accountId } = caller
  const row = await locked(tx, caller, groundId)
  if (row.state === 'ended') throw sensitiveError('sensitive.ground_ended')
  const { words } = toGround(deps.vault, accountId, row)
  const wordsSealed = sealWords(deps.vault, accountId, groundId, { ...words, endReason: reason })
  const at = deps.clock.now()
  await markEnded(tx, accountId, groundId, { actor: actorOf(caller), at, wordsSealed })
  await deps.vault.destroyKeys(tx, accountId, [row.keySubjectId], 'both')
  await deps.audit.record(tx, caller, {
    action: 'sensitive.ground_ended',
    reason,
    details: { ground: groundId, category: row.category, basis: row.basis },
  })
  await deps.jobs.enqueue(tx, {
    name: 'sensitive.erase_values',
    key: groundId,
    accountId,
    input: { groundId },
  })
}

async function locked(tx: Tx, { accountId }: Caller, groundId: string): Promise<GroundRow> {
  const row = await findGround(tx, accountId, groundId, 'update')
  if (row === null) throw sensitiveError('sensitive.ground_not_found')
  return row
}
