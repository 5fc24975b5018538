// Accepts assessed messages: sealed, durable, and in the queue or refused, in one transaction.
import type { AccountId, CampaignId, Instant, MakeId, MessageId } from '../../kernel/index.ts'
import type { Asks, Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { Assessed } from '../gate/assess-people.ts'
import { notBeforeOf } from '../gate/not-before.ts'
import type { SendOrder } from '../gate/send-order.ts'
import { bodyPlace, encodeBody } from '../message-body.ts'
import { refusedMoves } from '../outcome/refused-count.ts'
import { addMessages, addNewMessages, type NewMessage } from '../store/accept-store.ts'
import { watchTries } from '../store/dead-number-store.ts'
import { moveTally, type TallyMove, type Writing } from '../store/result-store.ts'
import { keepTerms } from '../store/store.ts'
import type { Terms } from '../terms.ts'

export type Acceptable = {
  order: SendOrder
  assessed: Assessed
  reference: string | null
  /** Chosen by whoever asks, so that they can look whether it was accepted; absent: a new one. */
  id?: MessageId | undefined
}

export type AcceptDeps = { vault: Pick<Vault, 'sealMessage' | 'sealForAccount'>; makeId: MakeId }

export type AcceptInput = {
  accountId: AccountId
  campaignId: CampaignId | null
  at: Instant
  messages: readonly Acceptable[]
  /** Careful: of a campaign some may be accepted already. */
  writing: Writing
  /** What is written with it and needs no answer. */
  also?: (to: Asks) => void
  /** Nothing is asked of this transaction behind it. */
  isLast?: boolean
}

/** In the order given. `kept` may be smaller than the number: a campaign writes to nobody twice. */
export type Accepted = {
  ids: readonly MessageId[]
  rows: readonly NewMessage[]
  kept: number
  routeIds: ReadonlySet<string>
}

export async function acceptMessages(
  deps: AcceptDeps,
  tx: Tx,
  input: AcceptInput,
): Promise<Accepted> {
  const terms = new Map<string, Terms>()
  for (const { assessed } of input.messages) terms.set(assessed.plan.terms.id, assessed.plan.terms)
  const { accountId, campaignId, at, writing } = input
  const rows = input.messages.map((message) => newMessage(deps, input, message))
  const batch = { accountId, campaignId, at, messages: rows }
  const kept = writing === 'fresh' ? rows : await addNewMessages(tx, batch)
  const last = (to: Asks): void => {
    if (writing === 'fresh') addMessages(to, batch)
    for (const one of terms.values()) keepTerms(deps.vault, to, input, one)
    if (campaignId !== null) moveTally(to, movesOf(accountId, campaignId, kept))
    // Marketing to a number that no longer works is refused: alerts alone are on their way there.
    watchTries(
      to,
      accountId,
      kept.filter((row) => !row.isMarketing && row.refusal === null),
    )
    input.also?.(to)
  }
  await (input.isLast ? tx.commitWith(last) : tx.together(last))
  return {
    ids: rows.map((row) => row.id),
    rows,
    kept: kept.length,
    routeIds: new Set(kept.filter((row) => row.refusal === null).map((row) => row.routeId)),
  }
}

function movesOf(
  accountId: AccountId,
  campaignId: CampaignId,
  kept: readonly NewMessage[],
): TallyMove[] {
  if (kept.length === 0) return []
  const move = (counter: string, by: number) => ({ accountId, campaignId, counter, by })
  const refused = kept.filter((row) => row.refusal !== null)
  return [
    move('accepted', kept.length),
    move('ended_unsent', refused.length),
    ...refused.flatMap((row) => refusedMoves({ accountId, campaignId }, row.refusal)),
  ]
}

function newMessage(deps: AcceptDeps, input: AcceptInput, message: Acceptable): NewMessage {
  const { order, assessed } = message
  const { person, plan } = assessed
  const id = message.id ?? (deps.makeId() as MessageId)
  const { verdict } = assessed.gate
  const hold = verdict.kind === 'held' ? verdict : null
  const body = encodeBody(
    { number: person.number, text: assessed.text },
    { hidden: order.hidden, terms: plan.terms },
  )
  return {
    id,
    termsId: plan.terms.id,
    routeId: plan.terms.routeId,
    contactId: person.contactId,
    subjectId: person.subjectId,
    numberTag: person.numberTag,
    bodySealed: deps.vault.sealMessage(
      person.keys,
      input.accountId,
      bodyPlace('sending.message', id),
      body,
    ),
    isMarketing: order.class === 'marketing',
    mayRepeat: order.ifUnsure === 'twice_rather_than_never',
    country: person.country,
    territory: person.territory,
    zone: person.zone,
    postcodeArea: person.postcodeArea,
    encoding: assessed.encoding,
    // A text that travels whole, in message_payload or by HTTP, has one answer and one receipt.
    parts: plan.route?.concatenation === 'payload' ? 1 : assessed.segments,
    priceMicroEur: assessed.microEur,
    consentEntryId: assessed.consentEntryId,
    wordingId: assessed.wordingId,
    checks: assessed.gate.checks,
    hold: hold?.hold ?? null,
    holdUntil: hold?.until ?? null,
    dueAt: hold?.until ?? input.at,
    notBefore: notBeforeOf(order, person),
    usefulUntil: order.usefulUntil,
    reference: message.reference,
    refusal: verdict.kind === 'refused' ? verdict.refusal : null,
  }
}
