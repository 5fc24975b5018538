// Consents that end soon: a list of those to ask once more, and the ledger's memory that they were asked.
import type { Contacts } from '../contacts/index.ts'
import type { Caller, Clock, ControllerId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey } from '../vault/index.ts'
import type { Consent, GateQuestion } from './consent-door.ts'
import { type askAgainDone, askAgainMax, type askAgainRequest } from './contract.ts'
import { consentError } from './errors.ts'
import type { ExpireDeps } from './expire-consents.ts'
import { markAsked, readEnding } from './expiry-store.ts'
import { actorOf, type EventInput, writeEntries } from './write-entries.ts'

export type AskAgainDeps = {
  consent: Pick<Consent, 'recordAsking'>
  contacts: Pick<Contacts, 'controller' | 'createList' | 'addToList'>
  clock: Clock
}

const dayMs = 86_400_000

/** Once a cycle, and before the end: silence renews nothing, and a second asking is pressure. */
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
  const ending = await readEnding(tx, accountId, { controllerId, purpose, at, before })
  const open = ending.filter((row) => !row.was_asked).map((row) => row.subject_id)
  const askedBefore = ending.length - open.length
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

export async function recordAsking(
  deps: ExpireDeps,
  tx: Tx,
  caller: Caller,
  asked: Omit<GateQuestion, 'at'> & { subjects: readonly SubjectId[] },
): Promise<SubjectId[]> {
  const { accountId } = caller
  const { controllerId, channel, purpose } = asked
  const at = deps.clock.now()
  const subjects = await markAsked(tx, accountId, { ...asked, at })
  const opened = await deps.vault.openSubjects(tx, accountId, subjects)
  const known = subjects.flatMap((subjectId) => {
    const keys = opened.get(subjectId)
    return keys !== undefined && hasKey(keys.proofKey) ? [keys] : []
  })
  const events = known.map(
    (keys): EventInput => ({
      kind: 'consent.requested',
      purpose,
      channel,
      wordingSha256: null,
      keys,
      body: { actor: actorOf(caller), controller: controllerId, reason: 'ends_soon' },
    }),
  )
  await writeEntries(deps, tx, { accountId, at }, events)
  return known.map(({ subjectId }) => subjectId)
}
