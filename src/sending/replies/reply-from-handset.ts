// Lets the imagined telephone of a sandbox account answer a message, by way of the operator.
import type { Caller, Clock, E164, MessageId } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { sendingError } from '../errors.ts'
import type { Accounts, Routes } from '../ports.ts'
import { readTerms } from '../store/store.ts'
import { findMessage } from '../store/view-store.ts'
import { openForHandset } from '../view/view-message.ts'

/** Telephones that are none: only the sandbox operator of this installation has them. */
export type Handset = {
  /** False: no link takes replies at this moment, or no alphabet holds the text. */
  reply(reply: { from: E164; to: string; text: string }): Promise<boolean>
}

export type HandsetReplyDeps = {
  database: Database
  vault: Vault
  clock: Clock
  accounts: Pick<Accounts, 'facts'>
  routes: Pick<Routes, 'all'>
  /** Absent where the installation has an operator of its own. */
  handset?: Handset
}

export async function replyFromHandset(
  deps: HandsetReplyDeps,
  { accountId }: Caller,
  asked: { id: MessageId; text: string },
): Promise<void> {
  const { database, vault, clock, handset } = deps
  const now = clock.now()
  const { from, routeId } = await database.inAccount(accountId, async (tx) => {
    const { kind } = await deps.accounts.facts(tx, accountId)
    if (kind !== 'sandbox') throw sendingError('sending.handset_is_real')
    const row = await findMessage(tx, accountId, now, asked.id)
    if (row === null) throw sendingError('sending.message_not_found')
    const keys = await vault.openSubjects(tx, accountId, [row.subject_id])
    const body = openForHandset(deps, accountId, row, keys)
    const terms = (await readTerms(tx, accountId, [row.terms_id])).get(row.terms_id)
    if (body === null || terms === undefined) throw sendingError('sending.person_erased')
    return { from: body.number, routeId: terms.routeId }
  })
  const to = deps.routes.all(now).find(({ id }) => id === routeId)?.stopShortcode ?? null
  if (handset === undefined || to === null) throw sendingError('sending.handset_absent')
  const isTaken = await handset.reply({ from, to, text: asked.text })
  if (!isTaken) throw sendingError('sending.handset_silent')
}
