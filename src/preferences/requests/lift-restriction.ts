// Ends a restriction once the person is told, and not before (GDPR 18(3)): by one SMS, or as staff
// state that they told them.
import { AppError, type Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { byOf } from '../act-for-person.ts'
import type { RequestLift } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { ShownRequest } from './answer-request.ts'
import { liftMarkOf, type Mark, markLift, type Told } from './life-store.ts'
import { notTold } from './order-telling.ts'
import type { PersonRequest } from './request-store.ts'
import { instantOfDay } from './said-days.ts'
import { recordStep } from './steps.ts'
import { acceptedOf, beginTelling, endTelling, mayComeYet, sendTelling } from './tell-person.ts'
import { type HeldKnown, holdRequest } from './waiting-request.ts'

type Lift = RequestLift & { id: string }

export async function liftRestriction(
  deps: PreferencesDeps,
  caller: Caller,
  lift: Lift,
): Promise<ShownRequest> {
  const { id, told: stated } = lift
  const seen = await lookFirst(deps, caller, id)
  const telling = stated === undefined ? await tellFirst(deps, caller, id, seen) : null
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await holdRestricted(deps, tx, caller, id)
    if (telling !== null) return liftNow(deps, tx, caller, { held, lift, ...telling })
    await demandSame(tx, caller, id, seen)
    const told = statedOf(deps, held, stated)
    // An SMS that was accepted before keeps its link: it is on their handset, or soon will be.
    return liftNow(deps, tx, caller, { held, lift, told, ...seen })
  })
}

/** `bySms`: what became of the message of the mark; null: that was never heard. */
type Telling = { told: Told; mark: Mark | null; bySms: Told | null }
/** A message that was begun before; `bySms` null: none with its id was accepted. */
type Seen = { mark: Mark | null; bySms: Told | null }

async function lookFirst(deps: PreferencesDeps, caller: Caller, id: string): Promise<Seen> {
  const { accountId } = caller
  const mark = await deps.database.inAccount(accountId, async (tx) => {
    await holdRestricted(deps, tx, caller, id)
    return liftMarkOf(tx, accountId, id)
  })
  const bySms = mark === null ? null : await acceptedOf(deps, accountId, mark)
  if (mark !== null && bySms === null) demandOver(deps, mark)
  return { mark, bySms }
}

/** One message, however often and by however many it is asked for. */
async function tellFirst(
  deps: PreferencesDeps,
  caller: Caller,
  id: string,
  seen: Seen,
): Promise<Telling> {
  const { bySms } = seen
  if (bySms?.state === 'sent') return { told: bySms, mark: seen.mark, bySms }
  const { request, ...begun } = await begin(deps, caller, id, seen)
  if (!('mark' in begun)) throw untold(caller, notTold(deps, begun.why))
  const { mark } = begun
  const told = await sendTelling(deps, begun).catch((error: unknown) =>
    toldInSpiteOf(error, deps, caller, { request, mark }),
  )
  if (told.state === 'sent') return { told, mark, bySms: told }
  await giveBack(deps, caller, { request, mark })
  throw untold(caller, told)
}

type Asked = { request: PersonRequest; mark: Mark }

/**
 * What failed may have failed behind the acceptance. Where none is found, a fault of the database
 * proves nothing: its commit may still come, and the mark waits for it. Whatever else failed said
 * no before anything was kept, and may be asked for again at once.
 */
async function toldInSpiteOf(
  error: unknown,
  deps: PreferencesDeps,
  caller: Caller,
  asked: Asked,
): Promise<Told> {
  if (!(error instanceof AppError)) throw error
  const accepted = await acceptedOf(deps, caller.accountId, asked.mark)
  if (accepted !== null) return accepted
  if (!mayComeYet(error)) await giveBack(deps, caller, asked)
  throw error
}

/** Whoever else began since it was looked at tells the person. */
async function demandSame(
  tx: Tx,
  { accountId }: Caller,
  id: string,
  { mark: seen }: Seen,
): Promise<void> {
  const mark = await liftMarkOf(tx, accountId, id)
  if (mark?.at !== seen?.at || mark?.messageId !== seen?.messageId) {
    throw preferencesError('preferences.request_being_lifted')
  }
}

async function begin(deps: PreferencesDeps, caller: Caller, id: string, seen: Seen) {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const { request } = await holdRestricted(deps, tx, caller, id)
    await demandSame(tx, caller, id, seen)
    const { mark, bySms } = seen
    // One that the gate said no to is over: what is sent now is another message.
    if (bySms !== null) await endTelling(deps, tx, { accountId, request, told: bySms, mark })
    const again = bySms === null ? mark : null
    const begun = await beginTelling(deps, tx, { accountId, request, kind: 'lifted', mark: again })
    await markLift(tx, accountId, id, 'mark' in begun ? begun.mark : null)
    return { request, ...begun }
  })
}

/** Somebody may be at it; whoever was stopped in the middle is not waited for longer. */
const atItMs = 60_000

function demandOver({ clock }: Pick<PreferencesDeps, 'clock'>, { at }: Mark): void {
  if (clock.now() - at < atItMs) throw preferencesError('preferences.request_being_lifted')
}

/** Nobody was told: neither the link nor the mark stays. */
async function giveBack(
  deps: PreferencesDeps,
  { accountId }: Caller,
  { request, mark }: Asked,
): Promise<void> {
  await deps.database.inAccount(accountId, async (tx) => {
    const told = notTold(deps, 'preferences.not_told_failed')
    await endTelling(deps, tx, { accountId, request, told, mark })
    const now = await liftMarkOf(tx, accountId, request.id)
    const isOurs = now?.messageId === mark.messageId && now.at === mark.at
    if (isOurs) await markLift(tx, accountId, request.id, null)
  })
}

function untold({ language }: Caller, { why }: Told): AppError {
  const reason = why === null ? '' : (sentence(language, why) ?? why)
  return preferencesError('preferences.request_lift_untold', { reason })
}

function statedOf(
  { clock }: Pick<PreferencesDeps, 'clock'>,
  { known: { account, contact } }: HeldKnown,
  stated: RequestLift['told'],
): Told {
  const { zone } = account
  const days = { zone, notBefore: contact.restrictedAt ?? 0, now: clock.now() }
  const at = stated === undefined ? null : instantOfDay(stated.on, days)
  if (at === null) throw preferencesError('preferences.request_told_day_wrong')
  return { state: 'other_way', at, messageId: null, why: `preferences.told_by_${stated?.how}` }
}

async function liftNow(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { held, lift, told, mark, bySms }: Telling & { held: HeldKnown; lift: Lift },
): Promise<ShownRequest> {
  const { accountId } = caller
  const { request, known } = held
  const { id, reason } = lift
  const at = deps.clock.now()
  const asked = { contactId: known.contact.id, at, isRestricted: false }
  if (!(await deps.contacts.restrict(tx, accountId, asked))) {
    throw preferencesError('preferences.request_not_restricted')
  }
  const said = { text: reason, keys: known.keys }
  await recordStep(deps, tx, accountId, {
    ...{ request, kind: 'lifted', at, by: byOf(caller), said, told },
  })
  if (bySms !== null) await endTelling(deps, tx, { accountId, request, told: bySms, mark })
  await markLift(tx, accountId, id, null)
  const { subjectId } = request
  const details = { requestId: id, told: lift.told?.how ?? 'sms' }
  const action = 'preferences.restriction_lifted' as const
  await deps.audit.record(tx, caller, { action, subjectId, reason, details })
  return { request, known: { ...known, contact: { ...known.contact, restrictedAt: null } } }
}

export async function holdRestricted(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<HeldKnown> {
  const { request, known } = await holdRequest(deps, tx, caller, id)
  if (request.kind !== 'restriction' || request.outcome !== 'restricted') {
    throw preferencesError('preferences.request_act_unfit')
  }
  if (known === null) throw preferencesError('preferences.request_of_nobody')
  if (known.contact.restrictedAt === null) {
    throw preferencesError('preferences.request_not_restricted')
  }
  return { request, known }
}
