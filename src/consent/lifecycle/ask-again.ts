// Consents that end soon: a list of those to ask once more.
import type { Contacts } from '../../contacts/index.ts'
import type { Caller, Clock, ControllerId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type askAgainDone, askAgainMax, type askAgainRequest } from '../contract.ts'
import { consentError } from '../errors.ts'
import { readEnding } from '../store/expiry-store.ts'
import type { ConsentLifecycle } from './lifecycle.ts'

export type AskAgainDeps = {
  consent: Pick<ConsentLifecycle, 'recordAsking'>
  contacts: Pick<Contacts, 'controller' | 'createList' | 'addToList'>
  clock: Clock
}

const dayMs = 86_400_000

/**
 * Once a cycle, and before the end: silence renews nothing,
 * and a second asking is pressure.
 */
export async function askAgain(
  deps: AskAgainDeps,
  tx: Tx,
  caller: Caller,
  body: ReturnType<typeof askAgainRequest.parse>,
): Promise<ReturnType<typeof askAgainDone.parse>> {
  const { accountId } = caller
  const { purpose, listName } = body
  const controllerId = body.controllerId as ControllerId
  const controller = await deps.contacts.controller(tx, accountId, controllerId)
  if (controller === null) throw consentError('consent.controller_not_found')
  const at = deps.clock.now()
  const before = at + body.days * dayMs
  // One more than are asked tells whether there are others.
  const wanted = { controllerId, purpose, at, before, limit: askAgainMax + 1 }
  const { open, askedBefore } = await readEnding(tx, accountId, wanted)
  if (open.length === 0) return { listId: null, asked: 0, askedBefore, more: false }
  const subjects = open.slice(0, askAgainMax)
  const told = await deps.consent.recordAsking(tx, caller, {
    controllerId,
    channel: 'sms',
    purpose,
    subjects,
  })
  const list = await deps.contacts.createList(tx, accountId, listName, at)
  const asked = await deps.contacts.addToList(tx, accountId, list.id, { subjects: told, at })
  return { listId: list.id, asked, askedBefore, more: open.length > subjects.length }
}
