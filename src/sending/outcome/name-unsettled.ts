// Finds the numbers of messages a dead engine had in flight, for receipts and replies.
import type { AccountId, Instant, MakeId, MessageId, SubjectId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import { isItsOwn, openThoseThatOpen } from '../gate/set-aside.ts'
import { bodyPlace, decodeBody } from '../message-body.ts'
import type { Routes } from '../ports.ts'
import { ReplyTags } from '../store/reply-tag-store.ts'
import { readLeaving, readTerms } from '../store/store.ts'
import {
  dropUnsettledInAnyAccount,
  type Named,
  nameUnsettledInAnyAccount,
  type Unnamed,
  unnamedInAnyAccount,
} from '../store/unsettled-store.ts'
import type { Unopened } from './unopened.ts'

export type NameDeps = {
  database: Database
  vault: Vault
  routes: Pick<Routes, 'senderAddress'>
  makeId: MakeId
  /** What was tried and did not open. */
  unopened: Unopened
}

const batchMax = 1_000

/**
 * A person who maybe got a message may answer STOP to it: so each of these numbers gets its reply
 * tag, as it would have with the answer. What cannot be opened holds up nobody else: it is neither
 * named nor gone, and is tried again later. Returns how many messages were looked at.
 */
export async function nameUnsettled(deps: NameDeps, at: Instant): Promise<number> {
  const { database, unopened } = deps
  const waiting = unopened.waiting(deps.vault)
  const asked = { limit: batchMax, except: waiting }
  const unnamed = await database.inAnyAccount((tx) => unnamedInAnyAccount(tx, asked))
  const byAccount = new Map<AccountId, Unnamed[]>()
  for (const one of unnamed) {
    const group = byAccount.get(one.accountId)
    if (group === undefined) byAccount.set(one.accountId, [one])
    else group.push(one)
  }
  const failed: (AccountId | MessageId)[] = []
  for (const [accountId, group] of byAccount) {
    try {
      const { shut } = await nameGroup(deps, { accountId, group, at })
      failed.push(...unopened.addMessages(accountId, shut.keys()))
      const [error] = shut.values()
      if (shut.size > 0) unopened.tell({ accountId, messages: shut.size, error })
    } catch (error) {
      if (!isItsOwn(error)) throw error
      failed.push(unopened.addAccount(accountId, error))
      unopened.tell({ accountId, messages: group.length, error })
    }
  }
  // Where the batch was not full, all was looked at but what was left alone.
  const left = new Set<string>(waiting)
  const looked = new Set<string>([...byAccount.keys(), ...unnamed.map((one) => one.messageId)])
  const isWhole = unnamed.length < batchMax
  unopened.forget((id) => looked.has(id) || (isWhole && !left.has(id)), failed)
  return unnamed.length
}

type Group = { accountId: AccountId; group: readonly Unnamed[] }
type Opened = { named: Named[]; shut: Map<MessageId, unknown> }

async function nameGroup(deps: NameDeps, input: Group & { at: Instant }): Promise<Opened> {
  const { database } = deps
  const { accountId, group, at } = input
  const opened = await database.inAccount(accountId, (tx) => openGroup(deps, tx, input))
  const { named, shut } = opened
  const known = new Set(named.map(({ messageId }) => messageId))
  const gone = group.filter(({ messageId }) => !known.has(messageId) && !shut.has(messageId))
  await database.inAnyAccount(async (tx) => {
    for (const routeId of new Set(named.map((one) => one.routeId))) {
      const tags = named.filter((one) => one.routeId === routeId)
      const writer = new ReplyTags(routeId, deps.makeId)
      await tx.together((to) => writer.keepInAnyAccount(to, tags, at))
    }
    await nameUnsettledInAnyAccount(tx, named)
    await dropUnsettledInAnyAccount(tx, gone)
  })
  return opened
}

/** The numbers of one account's messages; an erased person's is gone, and is not to be known. */
async function openGroup(deps: NameDeps, tx: Tx, { accountId, group }: Group): Promise<Opened> {
  const { vault, routes } = deps
  const opened: Opened = { named: [], shut: new Map() }
  const messages = await readLeaving(
    tx,
    accountId,
    group.map(({ messageId }) => messageId),
  )
  const all = [...messages.values()]
  const terms = await readTerms(tx, accountId, [...new Set(all.map(({ termsId }) => termsId))])
  const ids = [...new Set(all.map(({ subjectId }) => subjectId))]
  const failed = new Map<SubjectId, unknown>()
  const keys = await openThoseThatOpen(deps, tx, accountId, { ids, failed })
  for (const one of group) {
    const message = messages.get(one.messageId)
    if (message !== undefined && failed.has(message.subjectId)) {
      opened.shut.set(one.messageId, failed.get(message.subjectId))
      continue
    }
    const subjectKeys = message === undefined ? undefined : keys.get(message.subjectId)
    const sender = message === undefined ? undefined : terms.get(message.termsId)?.sender
    if (!message?.bodySealed || !subjectKeys || sender === undefined) continue
    if (!hasKey(subjectKeys.contactKey)) continue
    const place = bodyPlace('sending.message', message.id)
    try {
      const body = vault.openMessage(subjectKeys, accountId, place, message.bodySealed)
      const tag = vault.replyTag(one.routeId, decodeBody(body).number)
      opened.named.push({ ...one, tag, sender: routes.senderAddress(sender).address })
    } catch (error) {
      opened.shut.set(one.messageId, error)
    }
  }
  return opened
}
