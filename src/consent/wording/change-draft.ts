// A wording while it is a draft: changed as often as one likes, or deleted. Once it is published,
// consents name its exact words, and a change is another version.
import { createHash } from 'node:crypto'
import type { AccountId, Caller, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Wording, WordingDraft } from '../consent.ts'
import { consentError } from '../errors.ts'
import { deleteDraft, rewriteDraft } from '../store/draft-store.ts'
import { lockWording } from '../store/store.ts'

export type WordingChange = Partial<Omit<WordingDraft, 'replaces'>>

/** Held until the transaction ends: nobody publishes what is being changed. */
async function lockDraft(tx: Tx, accountId: AccountId, wordingId: WordingId): Promise<Wording> {
  const wording = await lockWording(tx, accountId, wordingId)
  if (wording === null) throw consentError('consent.wording_not_found')
  if (wording.state !== 'draft') throw consentError('consent.wording_not_draft')
  return wording
}

export async function changeDraft(
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
  wordingId: WordingId,
  change: WordingChange,
): Promise<Wording> {
  const held = await lockDraft(tx, accountId, wordingId)
  const shownText = change.shownText ?? held.shownText
  const sha256 = createHash('sha256').update(shownText, 'utf8').digest()
  const wording: Wording = { ...held, ...change, shownText, sha256 }
  await rewriteDraft(tx, wording)
  return wording
}

export async function removeDraft(
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
  wordingId: WordingId,
): Promise<void> {
  await lockDraft(tx, accountId, wordingId)
  await deleteDraft(tx, accountId, wordingId)
}
