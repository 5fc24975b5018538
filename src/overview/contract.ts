// HTTP shapes of the first page, of what waits, and of the search. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

export * from './contract-points.ts'

const counted = (what: string) => z.number().int().describe(what)
const waitingMax = 1_000
const waits = (what: string) =>
  counted(`${what}, ${waitingMax} at most.`).nullable().describe(`${what}; null without the right.`)

/** No screen needs to know of more than that many. */
export { waitingMax }

export const waitingView = z.object({
  replies: waits('Replies that somebody has to read'),
  requests: waits('Requests of people without an answer'),
  approvals: waits('Campaigns whose approval somebody asked for'),
  senders: waits('Sender names of all accounts that staff have to decide'),
})
export type WaitingView = z.output<typeof waitingView>

export const reachableView = z.object({
  people: counted('People whom marketing may reach at that moment.'),
  countedAt: instantText,
})
export type ReachableView = z.output<typeof reachableView>

const dayFigures = {
  accepted: counted('Messages asked for, the refused among them.'),
  parts: counted('Parts of the messages asked for.'),
  costMicroEur: counted('Of what was accepted, less what was refused or called off.'),
  handedOver: counted('Messages that an operator has, or may have.'),
  delivered: counted('Messages whose receipt says that they arrived.'),
  failed: counted('Handed over and not arrived: undelivered, expired, rejected, unconfirmed.'),
  refused: counted('Messages that a rule stopped.'),
  cancelled: counted('Messages that were called off.'),
  replies: counted('Replies received, STOPs among them.'),
  stops: counted('Replies that are a STOP.'),
}
export const figures = z.object(dayFigures)
export type Figures = z.output<typeof figures>

export const dayOfFigures = z.object({
  day: z.iso.date().describe('A day by the clock of the account’s zone.'),
  ...dayFigures,
})
export type DayOfFigures = z.output<typeof dayOfFigures>

export const figuresView = z.object({
  from: instantText.describe('The hour at which the thirty days begin.'),
  days: z.array(dayOfFigures).describe('The last thirty days, today included; each is there.'),
  total: figures.describe('Of these thirty days.'),
  before: figures.describe('Of the thirty days before.'),
  readAt: instantText.describe('Counted up to this moment.'),
})
export type FiguresView = z.output<typeof figuresView>

export const departure = z.object({
  campaignId: z.uuid(),
  name: z.string(),
  at: instantText.nullable().describe('Not before this instant; null: it is leaving now.'),
  state: z.enum(['approved', 'accepting', 'running', 'paused']),
})
export type Departure = z.output<typeof departure>
export const departuresView = z.object({
  items: z.array(departure).describe('What leaves next, the soonest first; five at most.'),
})
export type DeparturesView = z.output<typeof departuresView>

const isDone = (what: string) => z.boolean().describe(what)
export const firstStepsView = z.object({
  tried: isDone('A single message was sent.'),
  sender: isDone('A sender is approved.'),
  wording: isDone('A wording is published.'),
  contacts: isDone('There is somebody to write to.'),
  campaign: isDone('A campaign was launched.'),
})
export type FirstStepsView = z.output<typeof firstStepsView>

export const searchRequest = z.object({ text: z.string().trim().min(2).max(80) })
const hitMax = 8

export { hitMax }
export const searchResult = z.object({
  campaigns: z
    .array(z.object({ id: z.uuid(), name: z.string(), state: z.string() }))
    .describe('By their name, the newest first.'),
  wordings: z
    .array(z.object({ id: z.uuid(), name: z.string(), state: z.string() }))
    .describe('Wordings of consent, by their name.'),
  messages: z
    .array(z.object({ id: z.uuid(), to: z.string(), state: z.string(), acceptedAt: instantText }))
    .describe('By their id, or your own reference exactly as you sent it; numbers masked.'),
  named: z
    .array(
      z.object({
        kind: z.enum(['list', 'segment', 'template', 'recurring']).describe('What has this name.'),
        id: z.uuid(),
        name: z.string(),
      }),
    )
    .describe('Lists, segments, templates and recurring sends, by a part of their name.'),
})
export type SearchResult = z.output<typeof searchResult>

named({
  waitingView,
  reachableView,
  dayOfFigures,
  figuresView,
  departure,
  departuresView,
  firstStepsView,
  searchRequest,
  searchResult,
})
