// Takes the request of somebody who is no contact: by letter, phone or e-mail, or from the page.
import { type Account, accountOf } from '../../accounts/index.ts'
import { readNumber } from '../../countries/index.ts'
import { assert, type Caller, type E164, type Instant, type Language } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { byOf } from '../act-for-person.ts'
import {
  type AskerGiven,
  type AskerRequest,
  askerParts,
  type RequestHeardBy,
  type RequestKind,
} from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { ShownRequest } from '../requests/answer-request.ts'
import { deadlinesOf } from '../requests/clock.ts'
import { sealTold } from '../requests/request-reason.ts'
import { findRequest, insertRequest } from '../requests/request-store.ts'
import { instantOfArrival } from '../requests/said-days.ts'
import { recordStep } from '../requests/steps.ts'
import { type AskerDetails, findAsker, sealAsker } from './asker.ts'
import { insertAsker } from './asker-store.ts'
import { askerTags } from './same-asker.ts'
import { stopObjector } from './stop-objector.ts'

/** A landline too: a letter may give it, and a contact may hold it as its reference. */
export function numberOf(account: Account, written: string): E164 {
  const sandbox = account.kind === 'sandbox'
  const { e164 } = readNumber(written, { country: account.country, sandbox })
  if (e164 === null) throw preferencesError('preferences.request_number_unread')
  return e164
}

export function detailsOf(account: Account, given: AskerGiven): AskerDetails {
  const details: AskerDetails = {}
  for (const part of askerParts) {
    const value = given[part]
    if (value === undefined) continue
    if (part === 'number') details.number = numberOf(account, value)
    else details[part] = value
  }
  return details
}

/** Whose number is a contact's is that contact: their request is recorded as theirs. */
export async function takeFromNobody(
  deps: PreferencesDeps,
  caller: Caller,
  taken: AskerRequest,
): Promise<ShownRequest> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const account = await accountOf(tx, accountId)
    const details = detailsOf(account, taken.asker)
    const { number } = details
    if (number !== undefined && (await deps.contacts.findByNumber(tx, accountId, number))) {
      throw preferencesError('preferences.request_of_contact')
    }
    const now = deps.clock.now()
    const askedAt = instantOfArrival(taken.receivedOn, { zone: account.zone, now })
    if (askedAt === null) throw preferencesError('preferences.request_day_wrong')
    const { kind, text, heardBy, language = null } = taken
    const heard = { by: heardBy, recordedBy: byOf(caller) }
    const id = await recordFromNobody(deps, tx, caller, {
      ...{ details, kind, text, askedAt, heard, language },
    })
    assert(id !== null, 'a new id is of no other request')
    // An objection counts from now on, also of a number that nobody knows here yet.
    const isStopped = await stopObjector(deps, tx, caller, { kind, details, origin: 'desk' })
    const action = 'preferences.request_taken' as const
    const told = { requestId: id, kind, heardBy, received: taken.receivedOn }
    const audited = { action, details: { ...told, noContact: true, stopped: isStopped } }
    await deps.audit.record(tx, caller, audited)
    return shownAsker(deps, tx, caller, id)
  })
}

export async function shownAsker(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
  id: string,
): Promise<ShownRequest> {
  const request = await findRequest(tx, accountId, id)
  if (request === null) throw preferencesError('preferences.request_not_found')
  return { request, known: null, asker: await findAsker(deps, tx, accountId, id) }
}

type AskedByNobody = {
  /** Given where the same, sent twice, is one request; left out, each is another. */
  id?: string
  details: AskerDetails
  kind: RequestKind
  /** Empty: they said no more than what it is about. */
  text: string
  askedAt: Instant
  heard: { by: RequestHeardBy; recordedBy: string }
  language: Language | null
}

/**
 * With keys of their own, which go with the request: nothing of them leads to a contact. Null: the
 * request of this id is there already.
 */
export async function recordFromNobody(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { id = deps.makeId(), details, kind, text, askedAt, heard, language }: AskedByNobody,
): Promise<string | null> {
  const { accountId } = caller
  const [keys] = await deps.vault.createSubjects(tx, accountId, 1)
  if (keys === undefined) throw preferencesError('preferences.request_of_nobody')
  const { subjectId } = keys
  const { zone } = await accountOf(tx, accountId)
  const due = deadlinesOf(kind, askedAt, zone)
  const isNew = await insertRequest(tx, accountId, {
    ...{ id, subjectId, contactId: null, kind, askedAt, ...due, language },
    toldSealed: text === '' ? null : sealTold(deps, { accountId, keys, id, text }),
    ...{ heardBy: heard.by, recordedBy: heard.recordedBy },
    ...{ identity: 'none', identityWhy: 'no_contact' },
  })
  if (!isNew) {
    await deps.vault.destroyKeys(tx, accountId, [subjectId], 'both')
    return null
  }
  const changedAt = deps.clock.now()
  const sealed = sealAsker(deps, accountId, { requestId: id, keys, details })
  const tags = askerTags(deps, accountId, details)
  await insertAsker(tx, accountId, { requestId: id, subjectId, sealed, changedAt, ...tags })
  const request = { id, subjectId }
  const step = { request, kind: 'received' as const, at: askedAt, by: heard.recordedBy }
  await recordStep(deps, tx, accountId, step)
  const by = caller.by.kind === 'user' ? caller.by.userId : null
  await notify(tx, accountId, { kind: 'request_arrived', about: id, by, at: changedAt })
  return id
}
