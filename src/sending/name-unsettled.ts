// Names what a dead engine had in the hand: its numbers are sealed, and receipts and replies ask.
import type { AccountId, Instant, MakeId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { hasKey, type Vault } from '../vault/index.ts'
import { bodyPlace, decodeBody } from './message-body.ts'
import type { Routes } from './ports.ts'
import { ReplyTags } from './reply-tag-store.ts'
import { readLeaving, readTerms } from './store.ts'
import {
  dropUnsettledInAnyAccount,
  type Named,
  nameUnsettledInAnyAccount,
  type Unnamed,
  unnamedInAnyAccount,
} from './unsettled-store.ts'

export type NameDeps = {
  database: Database
  vault: Vault
  routes: Pick<Routes, 'senderAddress'>
  makeId: MakeId
}

const batchMax = 1_000

/**
 * A person who maybe got a message may answer STOP to it: so each of these numbers gets its reply
 * tag, as it would have with the answer. Returns how many messages were looked at.
 */
export async function nameUnsettled(deps: NameDeps, at: Instant): Promise<number> {
  const { database } = deps
  const unnamed = await database.inAnyAccount((tx) => unnamedInAnyAccount(tx, batchMax))
  const byAccount = new Map<AccountId, Unnamed[]>()
  for (const one of unnamed) {
    const group = byAccount.get(one.accountId)
    if (group === undefined) byAccount.set(one.accountId, [one])
    else group.push(one)
  }
  for (const [accountId, group] of byAccount) {
    const named = await database.inAccount(accountId, (tx) => openGroup(deps, tx, group))
    const known = new Set(named.map(({ messageId }) => messageId))
    const gone = group.filter(({ messageId }) => !known.has(messageId))
    await database.inAnyAccount(async (tx) => {
      for (const routeId of new Set(named.map((one) => one.routeId))) {
        const tags = named.filter((one) => one.routeId === routeId)
        const writer = new ReplyTags(routeId, deps.makeId)
        await tx.together((to) => writer.keepInAnyAccount(to, tags, at))
      }
      await nameUnsettledInAnyAccount(tx, named)
      await dropUnsettledInAnyAccount(tx, gone)
    })
  }
  return unnamed.length
}

/** The numbers of one account's messages; an erased person's is gone, and is not to be known. */
async function openGroup(deps: NameDeps, tx: Tx, group: readonly Unnamed[]): Promise<Named[]> {
  const { vault, routes } = deps
  const [first] = group
  if (first === undefined) return []
  const { accountId } = first
  const ids = group.map(({ messageId }) => messageId)
  const messages = await readLeaving(tx, accountId, ids)
  const all = [...messages.values()]
  const terms = await readTerms(tx, accountId, [...new Set(all.map(({ termsId }) => termsId))])
  const subjects = [...new Set(all.map(({ subjectId }) => subjectId))]
  const keys = await vault.openSubjects(tx, accountId, subjects)
  return group.flatMap((one) => {
    const message = messages.get(one.messageId)
    const subjectKeys = message === undefined ? undefined : keys.get(message.subjectId)
    const sender = message === undefined ? undefined : terms.get(message.termsId)?.sender
    if (!message?.bodySealed || !subjectKeys || sender === undefined) return []
    if (!hasKey(subjectKeys.contactKey)) return []
    const place = bodyPlace('sending.message', message.id)
    const { number } = decodeBody(
      vault.openMessage(subjectKeys, accountId, place, message.bodySealed),
    )
    const tag = vault.replyTag(one.routeId, number)
    return [{ ...one, tag, sender: routes.senderAddress(sender).address }]
  })
}
