// What an account's programs are told of messages and replies, beside their ids.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import { bodyPlace, decodeBody } from '../message-body.ts'
import { findInbound } from '../store/inbound-store.ts'

export { referencesOf } from '../store/reference-store.ts'

/** Null: it is gone, or its person is. */
export async function replyTextOf(
  vault: Pick<Vault, 'openSubjects' | 'openMessage'>,
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<string | null> {
  const reply = await findInbound(tx, accountId, id)
  if (reply === null || reply.bodySealed === null) return null
  const keys = (await vault.openSubjects(tx, accountId, [reply.subjectId])).get(reply.subjectId)
  if (keys === undefined || !hasKey(keys.contactKey)) return null
  const place = bodyPlace('sending.inbound', id)
  return decodeBody(vault.openMessage(keys, accountId, place, reply.bodySealed)).text
}
