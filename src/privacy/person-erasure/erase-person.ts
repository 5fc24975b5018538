// A person is erased: what every room holds of them goes, and a record says what went and when.
import type { Erasures, Leaving } from '../../contacts/index.ts'
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey } from '../../vault/index.ts'
import type { ErasedKind } from '../contract-erasure.ts'
import type { ErasePersonDeps } from './deps.ts'
import { insertErasure, insertErasureLinks, insertRecipient } from './erasure-store.ts'

const dayMs = 86_400_000
/** Civil actions are barred after five years (Code civil, art. 2224). */
const recordMs = 5 * 365 * dayMs
/** Where nothing says when an old key goes, it goes with the longest wait that may be set. */
const epochMsMax = 31 * dayMs

/** Rooms whose share is done by whoever deletes the contact, beside this. */
const ownShare: readonly string[] = ['contacts', 'consent']
const kindOfRoom: Readonly<Record<string, ErasedKind>> = {
  sending: 'messages',
  sensitive: 'sensitive',
  campaigns: 'planned',
  preferences: 'links',
}

export const erasures = (deps: ErasePersonDeps): Erasures => ({
  erase: (tx, caller, leaving, go) => erasePerson(deps, tx, caller, leaving, go),
})

/** `go` deletes the contact and destroys its key; all of it stands, or nothing does. */
async function erasePerson(
  deps: ErasePersonDeps,
  tx: Tx,
  caller: Caller,
  leaving: Leaving,
  go: () => Promise<void>,
): Promise<void> {
  const { accountId } = caller
  const { subjectId, suppressionTag, asked } = leaving
  const keys = (await deps.vault.openSubjects(tx, accountId, [subjectId])).get(subjectId)
  const link = keys !== undefined && hasKey(keys.proofKey) ? deps.vault.linkToken(keys) : null
  const before = await deps.consent.heldOf(tx, accountId, subjectId)
  // What is asked of the rows before they go.
  const listed = suppressionTag === null ? [] : [suppressionTag]
  const [suppression = null] = await deps.consent.suppressionsOf(tx, accountId, listed)
  const told = await deps.recipients(tx, accountId, subjectId)
  const tags = await deps.pageLinks(tx, accountId, subjectId)
  const counts = await eraseInRooms(deps, tx, leaving, caller)
  await go()
  const after = await deps.consent.heldOf(tx, accountId, subjectId)
  const isHeld = after.holdUntil !== null
  if (!isHeld && before.proofs > 0) counts.proofs = before.proofs
  const at = deps.clock.now()
  const id = deps.makeId()
  await insertErasure(tx, {
    account_id: accountId,
    erasure_id: id,
    subject_id: subjectId,
    link,
    request_id: asked?.requestId ?? null,
    asked_how: asked?.how ?? null,
    asked_at: asked?.at ?? null,
    erased_at: at,
    erased_by: caller.by.kind,
    suppression,
    counts: { ...counts, contacts: 1, contact_keys: 1 },
    proofs_held: isHeld ? after.proofs : 0,
    proofs_until: after.holdUntil,
    proofs_gone_at: null,
    epoch: await deps.vault.epochOf(tx, accountId),
    epoch_until: (await deps.vault.erasuresUntil(tx, accountId)) ?? at + epochMsMax,
    epoch_gone_at: null,
    backups_until: at + deps.backupHorizonDays() * dayMs,
    changed_at: at,
    record_until: Math.max(at + recordMs, (after.holdUntil ?? 0) + dayMs),
  })
  for (const { id: recipient, ...who } of told) {
    await insertRecipient(tx, accountId, { erasure_id: id, recipient_id: recipient, ...who })
  }
  await insertErasureLinks(tx, accountId, { id, tags })
}

async function eraseInRooms(
  deps: ErasePersonDeps,
  tx: Tx,
  { subjectId }: Leaving,
  { accountId }: Caller,
): Promise<Partial<Record<ErasedKind, number>>> {
  const counts: Partial<Record<ErasedKind, number>> = {}
  for (const holder of deps.holders()) {
    if (ownShare.includes(holder.room)) continue
    const rows = await holder.eraseSubject(tx, accountId, subjectId)
    const kind = kindOfRoom[holder.room]
    if (kind !== undefined && rows > 0) counts[kind] = (counts[kind] ?? 0) + rows
  }
  return counts
}
