// The states of a message, and the words under which lists are asked for several. Browser-safe.
import { z } from 'zod'

/** The states that pass. What each means is told in `message-state.ts`. */
export const passingStates = [
  'accepted',
  'held',
  'queued',
  'submitting',
  'submitted',
  'maybe_sent',
] as const
/** The states that stay. */
export const finalStates = [
  'delivered',
  'undelivered',
  'expired',
  'rejected',
  'refused',
  'cancelled',
  'unconfirmed',
] as const
export const messageStates = [...passingStates, ...finalStates] as const

export const messageState = z.enum(messageStates)

/** A spreadsheet of messages stands in memory as a whole; a CSV of any length does not. */
export const sheetMessagesMax = 10_000

/**
 * Several states under one word, as results and the first page count them. `charged`: what has
 * left, or is to leave; what was refused or called off costs nothing.
 */
export const messageGroups = {
  failed: ['undelivered', 'expired', 'rejected'],
  not_arrived: ['undelivered', 'expired', 'rejected', 'unconfirmed'],
  underway: ['accepted', 'held', 'queued', 'submitting', 'submitted', 'maybe_sent'],
  charged: [
    ...(['accepted', 'held', 'queued', 'submitting', 'submitted', 'maybe_sent'] as const),
    ...(['delivered', 'undelivered', 'expired', 'rejected', 'unconfirmed'] as const),
  ],
} as const satisfies Record<string, readonly z.output<typeof messageState>[]>
export type MessageGroup = keyof typeof messageGroups
const groupNames = Object.keys(messageGroups) as [MessageGroup, ...MessageGroup[]]
const messageGroup = z
  .enum(groupNames)
  .describe(
    'Several states: `failed` is undelivered, expired or rejected; `not_arrived` is that or unconfirmed; `underway` has no final state; `charged` is all but refused and cancelled.',
  )

/** Of many messages, those in one state, or in one of several. */
export const messageChoice = {
  state: messageState.optional().describe('Those in this state.'),
  group: messageGroup.optional(),
}
export const isOneChoice = ({ state, group }: { state?: unknown; group?: unknown }) =>
  state === undefined || group === undefined
export const notBoth = { path: ['group'], error: 'Ask for a state or for a group, not for both.' }

/** `stops`: replies that are a STOP. `stopped`: of each person and campaign the first of them. */
export const replyShows = ['stops', 'stopped'] as const
export type ReplyShow = (typeof replyShows)[number]
export const replyShow = z
  .enum(replyShows)
  .describe(
    '`stops`: replies that are a STOP, as they came or as somebody read them. `stopped`: the first of these of each person and campaign, so that each person counts once.',
  )
