// Legal bases: recorded by one person, approved by another, ended.
import { restrictedPeople } from '../contacts/index.ts'
import type {
  AccountId,
  Caller,
  ControllerId,
  TokenId,
  UserId,
  WordingId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { LegalBasisRequest } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { sensitiveError } from './errors.ts'
import { judgeLegalBasis } from './legal-basis.ts'
import { actorOf, sealWords, toLegalBasis } from './legal-basis-row.ts'
import {
  findLegalBasis,
  hasValuesOn,
  insertLegalBasis,
  type LegalBasisRow,
  markApproved,
  markEnded,
} from './store.ts'

export async function recordLegalBasis(
  deps: SensitiveDeps,
  tx: Tx,
  caller: Caller,
  asked: LegalBasisRequest,
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
  const refusal = judgeLegalBasis(told, { wording, at })
  if (refusal !== null) throw sensitiveError(`sensitive.${refusal}`)
  await personBehind(deps, tx, accountId, actorOf(caller))
  const id = deps.makeId()
  const [keys] = await deps.vault.createSubjects(tx, accountId, 1)
  if (keys === undefined) throw sensitiveError('sensitive.legal_basis_not_found')
  await insertLegalBasis(tx, accountId, {
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
    action: 'sensitive.legal_basis_recorded',
    reason: justification,
    details: { legalBasis: id, controller: controllerId, category, basis },
  })
  return id
}

/** Two people look at it: who wants the data in, and who answers for its protection. */
export async function approveLegalBasis(
  deps: SensitiveDeps,
  tx: Tx,
  caller: Caller,
  legalBasisId: string,
): Promise<void> {
  const { accountId } = caller
  const row = await locked(tx, caller, legalBasisId)
  const at = deps.clock.now()
  if (row.state !== 'proposed') {
    throw sensitiveError('sensitive.legal_basis_not_proposed', { state: row.state })
  }
  if (row.endsAt <= at) throw sensitiveError('sensitive.end_in_past')
  if (caller.by.kind !== 'user') throw sensitiveError('sensitive.approver_is_no_user')
  const actor = actorOf(caller)
  const author = await personBehind(deps, tx, accountId, row.recordedBy)
  if (author === caller.by.userId) throw sensitiveError('sensitive.approver_is_author')
  await markApproved(tx, accountId, legalBasisId, { actor, at })
  await deps.audit.record(tx, caller, {
    action: 'sensitive.legal_basis_approved',
    details: { legalBasis: legalBasisId, category: row.category, basis: row.basis },
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
 * Where it holds something of somebody whose data may only be kept (GDPR 18), the rows of all
 * others go first, and the key with the last of theirs.
 */
export async function endLegalBasis(
  deps: SensitiveDeps,
  tx: Tx,
  caller: Caller,
  { legalBasisId, reason }: { legalBasisId: string; reason: string },
): Promise<void> {
  const { accountId } = caller
  const row = await locked(tx, caller, legalBasisId)
  if (row.state === 'ended') throw sensitiveError('sensitive.legal_basis_ended')
  const { words } = toLegalBasis(deps.vault, accountId, row)
  const wordsSealed = sealWords(deps.vault, accountId, legalBasisId, {
    ...words,
    endReason: reason,
  })
  const at = deps.clock.now()
  await markEnded(tx, accountId, legalBasisId, { actor: actorOf(caller), at, wordsSealed })
  const spared = await restrictedPeople(tx, accountId)
  const keepsKey = spared.length > 0 && (await hasValuesOn(tx, accountId, legalBasisId, spared))
  if (!keepsKey) await deps.vault.destroyKeys(tx, accountId, [row.keySubjectId], 'both')
  await deps.audit.record(tx, caller, {
    action: 'sensitive.legal_basis_ended',
    reason,
    details: { legalBasis: legalBasisId, category: row.category, basis: row.basis },
  })
  await deps.jobs.enqueue(tx, {
    name: 'sensitive.erase_values',
    key: legalBasisId,
    accountId,
    input: { legalBasisId },
  })
}

async function locked(tx: Tx, { accountId }: Caller, legalBasisId: string): Promise<LegalBasisRow> {
  const row = await findLegalBasis(tx, accountId, legalBasisId, 'update')
  if (row === null) throw sensitiveError('sensitive.legal_basis_not_found')
  return row
}
