// Takes a request that came by letter, phone or e-mail: its deadline counts from the day it came.

import { accountOf } from '../../accounts/index.ts'
import type { TakenBack } from '../../consent/index.ts'
import { readNumber } from '../../countries/index.ts'
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { actFor, byOf, untilNothingLeaves } from '../act-for-person.ts'
import type { RequestTaken } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { findPerson, type Known, type Whose } from '../person-page.ts'
import type { ShownRequest } from './answer-request.ts'
import { recordRequest } from './record-request.ts'
import { findRequest } from './request-store.ts'
import { instantOfArrival } from './said-days.ts'
import { closeRequest } from './waiting-request.ts'

type Taken = ShownRequest & { known: Known; stops: TakenBack | null }

export async function takeRequest(
  deps: PreferencesDeps,
  caller: Caller,
  taken: RequestTaken,
): Promise<ShownRequest> {
  const done = await deps.database.inAccount(caller.accountId, (tx) =>
    take(deps, tx, caller, taken),
  )
  await untilNothingLeaves(deps, done.known, { stops: done.stops })
  return done
}

async function take(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  taken: RequestTaken,
): Promise<Taken> {
  const { accountId } = caller
  const { whose, known } = await personOfNumber(deps, tx, caller, taken.number)
  const { kind, text, heardBy } = taken
  const { zone } = known.account
  const askedAt = instantOfArrival(taken.receivedOn, { zone, now: deps.clock.now() })
  if (askedAt === null) throw preferencesError('preferences.request_day_wrong')
  const onBehalf = { heardBy, note: text }
  const stops = await stopFirst(deps, tx, caller, { whose, known, kind, onBehalf })
  const heard = { by: heardBy, recordedBy: byOf(caller) }
  const { language = null } = taken
  const asked = { whose, known, kind, text, askedAt, heard, language }
  const id = await recordRequest(deps, tx, caller, asked)
  const details = { requestId: id, kind, heardBy, received: taken.receivedOn }
  const action = 'preferences.request_taken' as const
  const { subjectId } = whose
  await deps.audit.record(tx, caller, { action, subjectId, details })
  const request = await findRequest(tx, accountId, id)
  if (request === null) throw preferencesError('preferences.request_not_found')
  if (kind !== 'objection') return { request, known, stops }
  // An objection counts from now on: there is nothing left to do.
  const closed = { request, known, outcome: 'stopped' as const, reason: text.slice(0, 500) }
  return { request: await closeRequest(deps, tx, caller, closed), known, stops }
}

/** Who objects, or wants to be erased, is written to no more: before anything else. */
async function stopFirst(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  act: {
    whose: Whose
    known: Known
    kind: RequestTaken['kind']
    onBehalf: { heardBy: RequestTaken['heardBy']; note: string }
  },
): Promise<TakenBack | null> {
  if (act.kind !== 'objection' && act.kind !== 'erasure') return null
  const choice = { action: 'object_marketing' as const }
  return (await actFor(deps, tx, caller, { ...act, choice })).stops
}

async function personOfNumber(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId }: Caller,
  written: string,
): Promise<{ whose: Whose; known: Known }> {
  const account = await accountOf(tx, accountId)
  const options = { country: account.country, sandbox: account.kind === 'sandbox' }
  const { e164: number } = readNumber(written, options)
  const contact = number === null ? null : await deps.contacts.findByNumber(tx, accountId, number)
  if (contact === null) throw preferencesError('preferences.contact_not_found')
  const whose = { accountId, contactId: contact.id, subjectId: contact.subjectId }
  const known = await findPerson(deps, tx, whose)
  if (known === null) throw preferencesError('preferences.contact_not_found')
  return { whose, known }
}
