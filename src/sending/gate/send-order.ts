// What a sender asks for, and what it becomes in each country: route, terms, text, facts.
import { createHash } from 'node:crypto'
import type { SuppressionScope } from '../../consent/index.ts'
import {
  type CountryCode,
  readNameForAdvertising,
  readSectorBans,
  readsLikeAdvertising,
  reviewedRules,
  rulesVersion,
  withOptOutMention,
} from '../../countries/index.ts'
import type { AccountId, ControllerId, E164, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { AlertBasis, MessageClass, UnsurePolicy } from '../contract.ts'
import type { TemplatePiece } from '../contract-template.ts'
import type { Hidden } from '../message-body.ts'
import type { OutgoingRoute, Prices, Routes } from '../ports.ts'
import type { Cut, Terms } from '../terms.ts'
import { standingOf, type TextFacts } from './gate-facts.ts'

export type SendOrder = {
  accountId: AccountId
  class: MessageClass
  basis: AlertBasis | null
  purpose: string | null
  controllerId: ControllerId
  controllerName: string
  sender: string
  /** As written, places included; the opt-out mention comes with the route. */
  text: string
  pieces: readonly TemplatePiece[]
  /** One text to many, rather than one event of one person. */
  isSegment: boolean
  /**
   * What the owner of the handset has just asked for, and may read like advertising: the words of a
   * consent, or a text that its author tries on their own telephone.
   */
  isAskedFor: boolean
  /** Of a sentence of ours: what the account wrote of it. Absent: all of the text. */
  accountWrote?: string
  /** What of the text is for the handset alone. */
  hidden: Hidden | null
  ifUnsure: UnsurePolicy
  override: { reason: string; approvedBy: string } | null
  notBefore: Instant | null
  /**
   * The zone by whose clock `notBefore` was chosen, where each person's own clock has to show that
   * time; absent: it is one instant for everybody.
   */
  notBeforeIn?: string
  usefulUntil: Instant | null
}

/** What a caller of this system says who sends a handset the words that its keyword asks for. */
export const wordsAskedFor = 'keyword_words'
/**
 * Of one who tries a campaign's text on a telephone whose owner has confirmed that it is theirs.
 */
export const textTried = 'text_tried'

/** One country's share of an order. */
export type CountryPlan = {
  country: CountryCode
  route: OutgoingRoute | null
  terms: Terms
  pieces: readonly TemplatePiece[]
  stopMention: string | null
  text: TextFacts
  microEurPerSegment: number
  frequencyCap: { count: number; days: number } | null
}

/** No route at all: the message is kept, as refused, under this. */
export const noRoute = '00000000-0000-0000-0000-000000000000'

type Wish = {
  route: OutgoingRoute | null
  sender: 'registered' | 'unknown' | 'refused'
  microEurPerSegment: number
}

/** `isUnknown`: nobody can say whether more stands on the number. */
export type Suppressed = Map<E164, { scope: SuppressionScope | null; isUnknown: boolean }>

/** What was planned and asked for in one go: countries, routes by wish, terms, numbers. */
export class Plans {
  readonly #plans = new Map<SendOrder, Map<CountryCode, CountryPlan>>()
  readonly #wishes = new Map<string, Promise<Wish>>()
  readonly #terms = new Map<string, Terms>()
  /** Of numbers asked for beforehand, for alerts: whether and how far each is suppressed. */
  readonly suppressed: Suppressed = new Map()
  of(order: SendOrder, country: CountryCode): CountryPlan | null {
    return this.#plans.get(order)?.get(country) ?? null
  }
  all(order: SendOrder): CountryPlan[] {
    return [...(this.#plans.get(order)?.values() ?? [])]
  }
  keep(order: SendOrder, plan: CountryPlan): void {
    const ofOrder = this.#plans.get(order) ?? new Map<CountryCode, CountryPlan>()
    ofOrder.set(plan.country, plan)
    this.#plans.set(order, ofOrder)
  }
  wish(key: string, ask: () => Promise<Wish>): Promise<Wish> {
    const known = this.#wishes.get(key)
    if (known !== undefined) return known
    const asked = ask()
    this.#wishes.set(key, asked)
    return asked
  }
  /** Many messages of one group stand under the same terms, whose id is a hash. */
  terms(key: string, make: () => Terms): Terms {
    const known = this.#terms.get(key)
    if (known !== undefined) return known
    const made = make()
    this.#terms.set(key, made)
    return made
  }
}

type PlanDeps = { routes: Routes; prices: Prices; vault: Pick<Vault, 'installationTag'> }
type PlanInput = { order: SendOrder; country: CountryCode; at: Instant; plans: Plans }
type WishInput = Omit<PlanInput, 'order'> & {
  order: Pick<SendOrder, 'accountId' | 'class' | 'sender'>
}

/** Route, sender and price of an order's kind. Asked for beforehand, the plan need not wait. */
export function askWish(
  deps: Pick<PlanDeps, 'routes' | 'prices'>,
  tx: Tx,
  { order, country, at, plans }: WishInput,
): Promise<Wish> {
  const wish = { country, class: order.class, sender: order.sender, at }
  return plans.wish(`${country} ${order.class} ${order.sender}`, async () => {
    const [route, sender, microEurPerSegment] = await Promise.all([
      deps.routes.choose(tx, order.accountId, wish),
      deps.routes.senderVerdict(tx, order.accountId, wish),
      deps.prices.microEurPerSegment(tx, order.accountId, country),
    ])
    return { route, sender, microEurPerSegment }
  })
}

export async function planCountry(deps: PlanDeps, tx: Tx, input: PlanInput): Promise<CountryPlan> {
  const { order, country } = input
  const { route, sender, microEurPerSegment } = await askWish(deps, tx, input)
  const mention = mentionOf(order, route)
  const cap = order.class === 'marketing' ? reviewedRules(country)?.marketing.frequencyCap : null
  return {
    country,
    route,
    terms: input.plans.terms(termsKey(order, route), () => termsOf(deps.vault, order, route)),
    pieces: mention.stopMention === null ? order.pieces : [...order.pieces, mention.stopMention],
    stopMention: mention.stopMention,
    text: {
      sender,
      foreignStopNumber: mention.isForeign,
      route: route === null ? 'missing' : standingOf(route),
      ...judgeText(order, country),
    },
    microEurPerSegment,
    frequencyCap: cap?.value ?? null,
  }
}

/** What is appended to a marketing text, and whether it names a STOP that is not the route's. */
function mentionOf(order: SendOrder, route: OutgoingRoute | null) {
  if (order.class !== 'marketing' || route === null) return { stopMention: null, isForeign: false }
  const result = withOptOutMention(order.text, route)
  if (result.refusal !== null) return { stopMention: null, isForeign: true }
  const stopMention = result.added ? result.text.slice(order.text.length) : null
  return { stopMention, isForeign: false }
}

/** A text may name a premium number in no alert, whatever the words around it. */
const premiumScore = 100

function judgeText(order: SendOrder, country: CountryCode) {
  const isAlert = order.class === 'alert'
  const reading = isAlert
    ? order.accountWrote === undefined
      ? readsLikeAdvertising(order.text, order.isSegment ? { isSegment: true } : {})
      : readNameForAdvertising(order.accountWrote)
    : null
  // In a text of ours too: of its code, six figures may look like a number that costs.
  const premium = isAlert && (reading?.premiumNumbers.length ?? 0) > 0
  return {
    class: order.class,
    basis: order.basis,
    advertisingScore: premium ? premiumScore : order.isAskedFor ? null : (reading?.score ?? null),
    hasOverride: order.override !== null && !premium,
    sectorBan: isAlert ? null : (readSectorBans(order.text, country)[0]?.id ?? null),
    brandMissing: !isAlert && isNumeric(order.sender) && !names(order.text, order.controllerName),
  }
}

/**
 * What is true of the text of one person. A custom field may hold any words: those of advertising,
 * of a banned sector or another’s STOP number are judged where they stand, not only as `{note}`.
 */
export function textFactsOf(order: SendOrder, plan: CountryPlan, rendered: string): TextFacts {
  const holdsWords = plan.pieces.some(
    (piece) => typeof piece !== 'string' && 'custom' in piece && piece.type === 'text',
  )
  if (!holdsWords) return plan.text
  const end = rendered.length - (plan.stopMention?.length ?? 0)
  const written = { ...order, text: rendered.slice(0, end) }
  const { isForeign } = mentionOf(written, plan.route)
  return { ...plan.text, ...judgeText(written, plan.country), foreignStopNumber: isForeign }
}

function isNumeric(sender: string): boolean {
  return /^\+?\d+$/.test(sender)
}

function names(text: string, brand: string): boolean {
  const fold = (written: string) =>
    written
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  return fold(text).includes(fold(brand))
}

/** All that terms are made from: where it is the same, so are they. */
function termsKey(order: SendOrder, route: OutgoingRoute | null): string {
  return JSON.stringify([
    order.accountId,
    order.class,
    order.basis,
    order.purpose,
    order.controllerId,
    route?.id ?? null,
    route?.supplierId ?? null,
    cutOf(route),
    order.sender,
    order.ifUnsure,
    order.override?.reason ?? null,
    order.override?.approvedBy ?? null,
  ])
}

function cutOf(route: OutgoingRoute | null): Cut | null {
  if (route === null) return null
  return { concatenation: route.concatenation, shiftTables: route.shiftTables ?? [] }
}

function termsOf(
  vault: Pick<Vault, 'installationTag'>,
  order: SendOrder,
  route: OutgoingRoute | null,
): Terms {
  const overrideReason = order.override?.reason ?? null
  const content = {
    class: order.class,
    basis: order.basis,
    purpose: order.purpose,
    controllerId: order.controllerId,
    routeId: route?.id ?? noRoute,
    supplierId: route?.supplierId ?? null,
    sender: order.sender,
    ifUnsure: order.ifUnsure,
    rulePack: rulesVersion,
    cut: cutOf(route),
    overrideReason:
      overrideReason === null
        ? null
        : vault.installationTag(`override ${order.accountId}`, overrideReason).toString('hex'),
    overrideBy: order.override?.approvedBy ?? null,
  }
  const id = idOfContent(JSON.stringify(content))
  return { ...content, id, overrideReason, overrideSealed: null }
}

/**
 * A UUIDv8 (RFC 9562, 5.8) from the content: the same terms have the same id. Of a person's words
 * it holds a keyed tag, since a bare hash could be guessed at.
 */
function idOfContent(content: string): string {
  const octets = createHash('sha256').update(content).digest().subarray(0, 16)
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x80
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80
  return octets.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
