// The history of one message: every step, from its tables.
import { isoTime, isoTimeOrNull, type Language } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import type { MessageStory, MessageView, StoryStep } from '../contract.ts'
import { readChecks } from '../gate/gate.ts'
import type { OutgoingRoute } from '../ports.ts'
import { endOfHold, type Hold } from '../refusals.ts'
import type { EventRow, MessageRow, ReceiptRow, ResultRow } from '../store/view-store.ts'
import type { Terms } from '../terms.ts'
import { viewChecks } from './view-message.ts'

export type StoryFacts = {
  view: MessageView
  row: MessageRow
  terms: Terms
  overrideReason: string | null
  results: readonly ResultRow[]
  receipts: readonly ReceiptRow[]
  events: readonly EventRow[]
  /** Those that still exist. */
  routes: ReadonlyMap<string, Pick<OutgoingRoute, 'name' | 'supplierId'>>
  language: Language
  /** `consent`, another legal basis of marketing, or the basis of an alert. */
  legalBasis: string
}

/** Its campaign is named by whoever knows campaigns. */
export type ToldStory = Omit<MessageStory, 'message'> & { message: MessageView }

export function tellStory(facts: StoryFacts): ToldStory {
  const { view, row, terms, overrideReason, language } = facts
  const override =
    terms.overrideBy === null || overrideReason === null
      ? null
      : { reason: overrideReason, approvedBy: terms.overrideBy }
  return {
    message: view,
    reasons: {
      class: terms.class,
      legalBasis: facts.legalBasis,
      consentEntryId: row.consent_entry_id,
      wordingId: row.wording_id,
      controllerId: terms.controllerId,
      rulePack: terms.rulePack,
      checks: viewChecks(row.checks, language),
      ...wayOf(facts),
      override,
    },
    steps: stepsOf(facts),
  }
}

/** Of what left the route by which it left, last; of what was moved the one it waits for now. */
function wayOf(facts: StoryFacts): Pick<MessageStory['reasons'], 'route' | 'supplierId'> {
  const { terms, results, events, routes } = facts
  const planned = { at: -Infinity, routeId: terms.routeId, supplierId: terms.supplierId }
  const left = results.map(({ left_at, route_id }) => ({
    at: left_at,
    routeId: route_id,
    supplierId: null,
  }))
  const moved = events.flatMap(({ at, what, facts: told }) =>
    what === 'rerouted'
      ? [{ at, routeId: String(told['to']), supplierId: told['supplierId'] as string | null }]
      : [],
  )
  const ways = [planned, ...moved, ...left].sort((a, b) => a.at - b.at)
  const { routeId } = ways.at(-1) ?? planned
  const route = routes.get(routeId)
  // Whose contract it was is told by what was written then; a route keeps its supplier.
  const written = ways.find((way) => way.routeId === routeId && way.supplierId !== null)
  return {
    route: route?.name ?? null,
    supplierId: written?.supplierId ?? route?.supplierId ?? null,
  }
}

type Facts = StoryStep['facts']
type Draft = { step: StoryStep['step']; word: string; at: number; part?: number; facts: Facts }

function stepsOf(facts: StoryFacts): StoryStep[] {
  const drafts = [
    ...atAcceptance(facts),
    ...facts.results.flatMap((result) => ofResult(facts, result)),
    ...facts.receipts.map(ofReceipt),
    ...facts.events.flatMap((event) => ofEvent(facts, event)),
    ...atTheEnd(facts),
  ]
  return drafts
    .map((draft, order) => ({ draft, order }))
    .sort((a, b) => a.draft.at - b.draft.at || a.order - b.order)
    .map(({ draft }) => ({
      step: draft.step,
      at: isoTime(draft.at),
      part: draft.part ?? null,
      sentence: sentenceOf(draft, facts.language),
      facts: draft.facts,
    }))
}

function sentenceOf({ word, facts }: Draft, language: Language): string {
  const { outcome } = facts
  const said = sentence(language, `outcome.${outcome}`) ?? String(outcome)
  return sentence(language, `step.${word}`, { ...facts, said }) ?? word
}

function refusedCount(checks: string): number {
  return readChecks(checks).filter(({ result }) => result === 'refused').length
}

function atAcceptance({ row, language }: StoryFacts): Draft[] {
  const at = row.accepted_at
  const asked = readChecks(row.checks).filter(({ result }) => result !== 'not_asked').length
  const checked = { checks: asked, refused: refusedCount(row.checks) }
  const cut = { segments: row.parts, encoding: row.encoding }
  const drafts: Draft[] = [
    { step: 'accepted', word: 'accepted', at, facts: {} },
    { step: 'checked', word: 'checked', at, facts: checked },
    { step: 'cut', word: 'cut', at, facts: cut },
  ]
  if (row.hold !== null && row.hold_until !== null) {
    drafts.push({ step: 'held', at, ...toldOfHold(row.hold, row.hold_until, language) })
  } else if (row.state !== 'refused' || row.outcome_at !== at) {
    drafts.push({ step: 'queued', word: 'queued', at, facts: {} })
  }
  return drafts
}

function toldOfHold(
  hold: string,
  until: number,
  language: Language,
): Pick<Draft, 'word' | 'facts'> {
  const why = sentence(language, `sending.${hold}`) ?? hold
  const end = endOfHold(hold as Hold, until)
  if (end === null) return { word: 'held_open', facts: { hold, why } }
  return { word: 'held', facts: { hold, until: isoTime(end), why } }
}

function ofResult({ routes }: StoryFacts, result: ResultRow): Draft[] {
  const { part, attempt, outcome, status } = result
  const drafts: Draft[] = []
  if (result.checks !== null) {
    const refused = refusedCount(result.checks)
    const route = { route: routes.get(result.route_id)?.name ?? result.route_id, attempt }
    drafts.push(
      { step: 'routed', word: 'routed', at: result.claimed_at, facts: route },
      { step: 'checked_again', word: 'checked_again', at: result.left_at, facts: { refused } },
    )
  }
  drafts.push({ step: 'submitted', word: 'submitted', at: result.left_at, part, facts: { part } })
  const word =
    outcome === 'accepted'
      ? 'acknowledged'
      : outcome === 'rejected'
        ? 'acknowledged_no'
        : 'acknowledged_unknown'
  const at = result.answered_at ?? result.left_at
  const facts = { part, outcome, status, operatorId: result.operator_id }
  drafts.push({ step: 'acknowledged', word, at, part, facts })
  return drafts
}

function ofReceipt(receipt: ReceiptRow): Draft {
  const { part, outcome } = receipt
  const doneAt = isoTimeOrNull(receipt.done_at)
  const facts = { part, outcome, errorCode: receipt.error_code, doneAt }
  return { step: 'received', word: 'received', at: receipt.received_at, part, facts }
}

function ofEvent({ language, routes }: StoryFacts, event: EventRow): Draft[] {
  const { at, facts } = event
  switch (event.what) {
    case 'held': {
      const until = Number(facts['until'])
      return [{ step: 'held', at, ...toldOfHold(String(facts['hold']), until, language) }]
    }
    case 'rerouted': {
      const [from = '', route = ''] = [facts['from'], facts['to']].map(
        (id) => routes.get(String(id))?.name ?? String(id),
      )
      return [{ step: 'routed', word: 'rerouted', at, facts: { from, route } }]
    }
    case 'put_back':
      return [{ step: 'put_back', word: 'put_back', at, facts }]
    case 'traced':
      return [{ step: 'acknowledged', word: `traced_${String(facts['how'])}`, at, facts }]
    case 'found_open':
      return [{ step: 'acknowledged', word: 'found_open', at, facts }]
    case 'stopped_by_reply':
    case 'stopped_by_record':
    case 'called_back':
      return [{ step: 'put_back', word: event.what, at, facts }]
    default:
      return []
  }
}

function atTheEnd({ row, view, language }: StoryFacts): Draft[] {
  if (row.outcome_at === null) return []
  const state = sentence(language, `state.${view.state}`) ?? view.state
  const facts = { state, reason: row.outcome_reason }
  return [{ step: 'ended', word: 'ended', at: row.outcome_at, facts }]
}
