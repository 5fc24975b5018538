// From requests for single messages to orders and people: what a request says, and whom it means.
import {
  type Contact,
  type ContactFields,
  type Contacts,
  contactsError,
  type OpenedContact,
  toldNo,
} from '../../contacts/index.ts'
import { type CountryCode, readNumber } from '../../countries/index.ts'
import type {
  AccountId,
  Caller,
  ContactId,
  ControllerId,
  E164,
  Instant,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type MessageRequest, scheduledDaysMax } from '../contract.ts'
import { sendingError } from '../errors.ts'
import type { Person } from '../gate/assess-people.ts'
import { type SendOrder, textTried, wordsAskedFor } from '../gate/send-order.ts'
import type { HiddenInOurs } from '../message-body.ts'
import type { AccountFacts, Accounts } from '../ports.ts'

export type ReadDeps = {
  contacts: Pick<Contacts, 'controllers' | 'peopleOfNumbers'>
  accounts: Accounts
}

export type Asked = { caller: Caller; request: MessageRequest; hidden: HiddenInOurs | null }
export type Reading = { order: SendOrder; person: Person; reference: string | null }
/** An order whose person is being looked for, the number and its country. */
export type Foreseen = { order: SendOrder; number: E164; country: CountryCode }

/**
 * One answer a request, in their order: what it asks for, or what is wrong with it. `meanwhile`
 * asks, while the people are looked for, what will be needed then: it leaves in the same write.
 */
export async function readRequests(
  deps: ReadDeps,
  tx: Tx,
  input: {
    accountId: AccountId
    group: readonly Asked[]
    at: Instant
    meanwhile(foreseen: readonly Foreseen[]): Promise<unknown>
  },
): Promise<(Reading | Error)[]> {
  const { accountId, group, at } = input
  const [account, controllers] = await Promise.all([
    deps.accounts.facts(tx, accountId),
    deps.contacts.controllers(tx, accountId),
  ])
  const orders: (Numbered | Error)[] = []
  for (const asked of group) {
    const closed = whyClosed(account)
    if (closed !== null) {
      orders.push(closed)
      continue
    }
    const order = readOne(asked, { account, controllers, at })
    const allowed = asked.request.override === undefined || (await mayOverride(deps, tx, asked))
    orders.push(allowed ? order : sendingError('sending.override_not_allowed'))
  }
  const foreseen = orders.filter(
    (one): one is Numbered & Foreseen => !(one instanceof Error) && one.country !== null,
  )
  const [people] = await Promise.all([
    peopleOf(deps, tx, { accountId, orders, at }),
    input.meanwhile(foreseen),
  ])
  return orders.map((order, index) => {
    if (order instanceof Error) return order
    const person = people[index] ?? null
    if (person === null) return goneOf(order)
    return { order: order.order, person, reference: order.reference }
  })
}

/** Why nothing of the account is accepted; null where it is open. */
export function whyClosed({ isSuspended, isLeaving }: AccountFacts): Error | null {
  if (!isSuspended) return null
  return sendingError(isLeaving ? 'sending.account_leaving' : 'sending.account_suspended')
}

type Numbered = {
  order: SendOrder
  country: CountryCode | null
  number: E164
  numberUsable: boolean
  /** To whom alone it goes; null: to whoever has the number. */
  contactId: ContactId | null
  reference: string | null
}

const goneOf = ({ contactId }: Numbered): Error =>
  contactId === null
    ? sendingError('sending.person_erased')
    : contactsError('contacts.contact_erased')

type Controllers = Awaited<ReturnType<Contacts['controllers']>>

function readOne(
  asked: Asked,
  known: { account: AccountFacts; controllers: Controllers; at: Instant },
): Numbered | Error {
  const { request } = asked
  const reading = readNumber(request.to, {
    country: request.country ?? known.account.country,
    sandbox: known.account.kind === 'sandbox',
  })
  if (reading.e164 === null) {
    return sendingError('sending.number_unreadable', { reason: reading.reason, field: 'to' })
  }
  const order = orderAsked(asked, known)
  if (order instanceof Error) return order
  return {
    order,
    country: reading.country,
    number: reading.e164,
    numberUsable: reading.reason === null,
    contactId: (request.contactId ?? null) as ContactId | null,
    reference: request.reference ?? null,
  }
}

/** What is to be said and for whom, whoever it goes to; or what is missing. */
export function orderAsked(
  { request, caller, hidden }: Asked,
  known: { controllers: Controllers; at: Instant },
): SendOrder | Error {
  const controller = known.controllers.find((one) =>
    request.controllerId === undefined ? one.isDefault : one.id === request.controllerId,
  )
  if (controller === undefined)
    return sendingError('sending.controller_missing', { field: 'controllerId' })
  if (request.class === 'marketing' && request.purpose === undefined) {
    return sendingError('sending.purpose_missing', { field: 'purpose' })
  }
  if (request.class === 'alert' && request.basis === undefined) {
    return sendingError('sending.basis_missing', { field: 'basis' })
  }
  if (request.sender === undefined) {
    return sendingError('sending.sender_missing', { field: 'sender' })
  }
  const tooFar = scheduledTooFar(request, known.at)
  if (tooFar !== null) return tooFar
  return orderOf(request, { caller, controller, hidden, at: known.at })
}

/** Of a message and of a campaign: an instant that nobody means. Null where none is too far. */
export function scheduledTooFar(
  asked: { sendAt?: string | null | undefined; usefulUntil?: string | null | undefined },
  at: Instant,
): Error | null {
  const latest = at + scheduledDaysMax * 24 * 3_600_000
  for (const field of ['sendAt', 'usefulUntil'] as const) {
    const told = asked[field]
    if (told != null && Date.parse(told) > latest) {
      return sendingError('sending.scheduled_too_far', { field, days: scheduledDaysMax })
    }
  }
  return null
}

/** Only a user's request can be overridden, and only by another user who may approve. */
async function mayOverride(
  deps: Pick<ReadDeps, 'accounts'>,
  tx: Tx,
  { caller, request }: Asked,
): Promise<boolean> {
  if (request.override === undefined) return true
  if (caller.by.kind !== 'user' || caller.by.userId === request.override.approvedBy) return false
  return deps.accounts.mayApprove(tx, caller.accountId, request.override.approvedBy)
}

/** How long a message that does not say so is of use after the instant at which it could leave. */
export const usefulMs = { alert: 24 * 3_600_000, marketing: 7 * 24 * 3_600_000 } as const

function orderOf(
  request: MessageRequest,
  known: {
    caller: Caller
    controller: { id: ControllerId; name: string }
    hidden: HiddenInOurs | null
    at: Instant
  },
): SendOrder {
  const { accountId, by } = known.caller
  const notBefore = request.sendAt === undefined ? null : Date.parse(request.sendAt)
  const usefulUntil =
    request.usefulUntil === undefined
      ? Math.max(known.at, notBefore ?? 0) + usefulMs[request.class]
      : Date.parse(request.usefulUntil)
  return {
    accountId,
    class: request.class,
    basis: request.class === 'alert' ? (request.basis ?? null) : null,
    purpose: request.class === 'marketing' ? (request.purpose ?? null) : null,
    controllerId: known.controller.id,
    controllerName: known.controller.name,
    sender: request.sender ?? '',
    text: request.text,
    pieces: [request.text],
    isSegment: false,
    // What holds something for the handset alone is our own sentence, but for the name in it.
    ...(known.hidden === null ? {} : { accountWrote: known.hidden.accountWrote }),
    isAskedFor:
      known.hidden === null &&
      by.kind === 'system' &&
      (by.what === wordsAskedFor || by.what === textTried),
    hidden: known.hidden,
    // Advertising is never worth sending twice.
    ifUnsure: request.class === 'alert' ? request.ifUnsure : 'never_twice',
    override: request.override ?? null,
    notBefore,
    usefulUntil,
  }
}

/**
 * The person of each number, made when the account has none yet; null when erased meanwhile. For
 * an order to a contact nobody is made, and nobody else is taken.
 */
async function peopleOf(
  deps: ReadDeps,
  tx: Tx,
  input: { accountId: AccountId; orders: readonly (Numbered | Error)[]; at: Instant },
): Promise<(Person | null)[]> {
  const { accountId, orders, at } = input
  const readable = orders.filter((one): one is Numbered => !(one instanceof Error))
  const numbers = readable.map(({ number }) => number)
  const known = onlyKnown(readable)
  const people = await deps.contacts.peopleOfNumbers(tx, accountId, numbers, at, known)
  const opened = people.values()
  return orders.map((one) => {
    if (one instanceof Error) return null
    const person = opened.next().value ?? null
    if (person === null || (one.contactId !== null && one.contactId !== person.id)) return null
    return personBehind(person.id, person, person, one)
  })
}

/** The numbers that are asked for as those of contacts, and by nobody else here. */
function onlyKnown(orders: readonly Numbered[]): ReadonlySet<E164> {
  const known = new Set<E164>()
  for (const { contactId, number } of orders) if (contactId !== null) known.add(number)
  if (known.size === 0) return known
  for (const { contactId, number } of orders) if (contactId === null) known.delete(number)
  return known
}

/** A contact with its number, as the gate and the acceptance see it. */
export function personBehind(
  contactId: ContactId,
  contact: Pick<
    Contact,
    | 'subjectId'
    | 'numberTag'
    | 'country'
    | 'territory'
    | 'zone'
    | 'postcodeArea'
    | 'marketingState'
    | 'quarantineReason'
    | 'restrictedAt'
  >,
  open: { keys: OpenedContact['keys']; fields: ContactFields },
  reading: { number: E164; numberUsable: boolean },
): Person {
  return {
    contactId,
    subjectId: contact.subjectId,
    keys: open.keys,
    numberTag: contact.numberTag,
    number: reading.number,
    numberUsable: reading.numberUsable,
    country: contact.country,
    territory: contact.territory,
    zone: contact.zone,
    postcodeArea: contact.postcodeArea,
    inQuarantine: contact.marketingState === 'quarantine',
    hasDeclined: toldNo.has(contact.quarantineReason),
    isRestricted: contact.restrictedAt !== null,
    fields: open.fields,
  }
}
