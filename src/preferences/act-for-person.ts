// Acts on a person's data: by themselves on their page, or through staff.
import { systemCaller } from '../accounts/index.ts'
import type { Channel, OnBehalf, TakenBack } from '../consent/index.ts'
import type { Caller, ControllerId, Instant, Language } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { type Choice, type PageKind, toldKinds } from './contract.ts'
import type { PreferencesDeps } from './deps.ts'
import { openLink } from './page-link.ts'
import { type Known, personOf, type Whose } from './person-page.ts'
import { confirmByAsking } from './requests/confirm-by-asking.ts'
import { textTold } from './requests/correction.ts'
import { isOfHolder } from './requests/identity.ts'
import { changedHandsAtOf } from './requests/identity-facts.ts'
import { recordRequest } from './requests/record-request.ts'
import { lockAsking, type PersonRequest, requestsOfSubject } from './requests/request-store.ts'

export type Acted = 'withdrawn' | 'objected' | PageKind

/** `stops`: what of the person's may not leave any more, once this stands. */
type Done = { acted: Acted | null; stops: TakenBack | null }

type Act = {
  whose: Whose
  known: Known
  choice: Choice
  /** Null: the person themselves, on their page. */
  onBehalf: OnBehalf | null
  /** In which the person read their page; absent: not known. */
  language?: Language | null
}

export async function actOnPage(
  deps: PreferencesDeps,
  token: string,
  choice: Choice,
  asked: { traceId: string; language: Language | null },
): Promise<Acted> {
  const whose = await openLink(deps, token)
  const { known, done } = await deps.database.inAccount(whose.accountId, async (tx) => {
    const known = await personOf(deps, tx, whose)
    const caller = systemCaller(known.account, 'person_page', asked.traceId)
    const { language } = asked
    const act = { whose, known, choice, onBehalf: null, language }
    const done = await actFor(deps, tx, caller, act)
    return { known, done }
  })
  await untilNothingLeaves(deps, known, done)
  // What the person never gave, or took back before: nothing to do, and no fault of theirs.
  return done.acted ?? 'withdrawn'
}

/** In the transaction of whoever asks, with what they record beside it. */
export async function actFor(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  act: Act,
): Promise<Done> {
  switch (act.choice.action) {
    case 'withdraw':
      return withdraw(deps, tx, caller, act)
    case 'object_marketing':
      return object(deps, tx, caller, act, { scope: 'marketing', reason: 'objection' })
    case 'object_all':
      return object(deps, tx, caller, act, { scope: 'all', reason: 'objection' })
    default:
      return ask(deps, tx, caller, act, act.choice.action)
  }
}

/** After the commit: it is answered when nothing of it is in an engine's hand. */
export async function untilNothingLeaves(
  deps: PreferencesDeps,
  { account, number }: Known,
  { stops }: Pick<Done, 'stops'>,
  until?: Instant,
): Promise<void> {
  if (stops !== null) await deps.nothingLeaves(account.id, number, stops, until)
}

const doorOf = ({ onBehalf }: Act): string => (onBehalf === null ? 'person_page' : 'desk')
const behalfOf = ({ onBehalf }: Act) => (onBehalf === null ? {} : { onBehalf })

async function withdraw(deps: PreferencesDeps, tx: Tx, caller: Caller, act: Act): Promise<Done> {
  const { choice } = act
  const { number, keys } = act.known
  const { accountId } = caller
  const controllerId = (choice.controller ?? '') as ControllerId
  const channel = (choice.channel ?? '') as Channel
  const purpose = choice.purpose ?? ''
  const about = { controllerId, purpose }
  const stops = channel === 'sms' ? about : null
  const at = deps.clock.now()
  const states = await deps.consent.statesOf(tx, accountId, keys.subjectId, at)
  const legalBases = await deps.consent.legalBasesOf(tx, accountId, keys.subjectId)
  const hasLegalBasis = legalBases.some(
    (row) => row.controller_id === controllerId && row.purpose === purpose,
  )
  const isHeld = states.some(
    (state) =>
      state.controllerId === controllerId && state.channel === channel && state.purpose === purpose,
  )
  if (!isHeld && !(hasLegalBasis && channel === 'sms')) return { acted: null, stops }
  const usesNumber = channel !== 'email' && channel !== 'post'
  const tag = usesNumber ? deps.vault.suppressionTag(accountId, number) : null
  const reason = doorOf(act)
  const asked = { ...about, channel, at, keys, tag, reason, ...behalfOf(act) }
  const done = await deps.consent.withdrawConsent(tx, caller, asked)
  return { acted: done === null ? null : 'withdrawn', stops }
}

async function object(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  act: Act,
  said: { scope: 'marketing' | 'all'; reason: 'objection' | 'erasure' },
): Promise<Done> {
  const { number, keys } = act.known
  await deps.consent.recordStop(tx, caller, {
    tag: deps.vault.suppressionTag(caller.accountId, number),
    keys,
    ...said,
    origin: doorOf(act),
    at: deps.clock.now(),
    ...behalfOf(act),
  })
  return { acted: 'objected', stops: { scope: said.scope } }
}

/**
 * The same request twice while the first waits is one, unless somebody else had the number when the
 * first was asked. Who asks to be erased also says stop.
 */
async function ask(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  act: Act,
  kind: PageKind,
): Promise<Done> {
  const { accountId, subjectId } = act.whose
  await lockAsking(tx, subjectId)
  const stopped =
    kind === 'erasure'
      ? await object(deps, tx, caller, act, { scope: 'marketing', reason: 'erasure' })
      : null
  const done: Done = { acted: kind, stops: stopped?.stops ?? null }
  // At the desk staff write down what they heard: whoever answers reads it, and so does the person.
  const { onBehalf } = act
  const said = onBehalf === null ? act.choice.text : onBehalf.note
  const isTold = (toldKinds as readonly string[]).includes(kind)
  const text = isTold ? textTold(said) : ''
  const open = await requestsOfSubject(tx, accountId, subjectId)
  const since = await changedHandsAtOf(tx, { accountId, subjectId })
  const isTheirs = (one: PersonRequest) =>
    onBehalf === null ? isOfHolder(one, since) : one.askedAt >= (since ?? 0)
  const waiting = open.find((one) => one.kind === kind && one.answeredAt === null && isTheirs(one))
  // What somebody says is wrong is never dropped for what they said before.
  if (waiting !== undefined && text === '') {
    const place = { accountId, zone: act.known.account.zone }
    const isSame = onBehalf !== null || (await confirmByAsking(deps, tx, place, waiting.id))
    if (isSame) return done
  }
  const heard = onBehalf === null ? null : { by: onBehalf.heardBy, recordedBy: byOf(caller) }
  const askedAt = deps.clock.now()
  const { whose, known, language = null } = act
  await recordRequest(deps, tx, caller, { whose, known, kind, text, askedAt, heard, language })
  return done
}

export function byOf({ by }: Caller): string {
  if (by.kind === 'user') return `user:${by.userId}`
  return by.kind === 'token' ? `token:${by.tokenId}` : `system:${by.what}`
}
