// What each SMPP status means for the segment that got it: the one table.
import { type StatusName, statuses } from '../../wire/index.ts'
import type { StatusAction } from './operator-link.ts'

type Meaning = { action: StatusAction; why: string }

/** Whatever has no line here is `give_up`: the same segment would be refused again. */
const meanings = {
  ESME_RTHROTTLED: { action: 'throttle', why: 'faster than the operator allows' },
  ESME_RMSGQFUL: { action: 'throttle', why: 'the operator’s queue is full' },
  ESME_RSYSERR: { action: 'retry', why: 'the operator is at fault, for now' },
  ESME_RX_T_APPN: { action: 'retry', why: 'the operator says: later' },
  // The session is not in the state that we believe: the link ends it and binds again.
  ESME_RINVBNDSTS: {
    action: 'retry',
    why: 'the session has ended for the operator: the link binds again',
  },
} as const satisfies Partial<Record<StatusName, Meaning>>

const actions = new Map<number, StatusAction>(
  Object.entries(meanings).map(([name, { action }]) => [statuses[name as StatusName], action]),
)

export function statusAction(status: number): StatusAction {
  return actions.get(status) ?? 'give_up'
}

/**
 * Many operators have one status for "later" and for numbers that are dead, so "later" is believed
 * less each time: a second, then twice as long, and after some five hours no more, where the
 * operator takes others meanwhile. `sending` counts the attempts, and knows what else was taken.
 */
export const retryLimits = { firstMs: 1_000, mostMs: 600_000, attemptsMax: 40 } as const

/** How long a message waits that was put off at this attempt, counted from 1. */
export function retryDelayMs(attempt: number): number {
  const { firstMs, mostMs } = retryLimits
  return Math.min(mostMs, firstMs * 2 ** Math.min(attempt - 1, 20))
}

const said: Readonly<Record<StatusAction, string>> = {
  retry:
    'tried again after a second, then after twice as long each time, at most ' +
    `${retryLimits.mostMs / 60_000} minutes; after ${retryLimits.attemptsMax} attempts the ` +
    'message ends as `rejected` where the operator takes others beside it, else it waits until ' +
    'it is of no more use, or seven days where nothing tells that',
  throttle: 'tried again after a second; when it is not one number’s affair, the route slows down',
  give_up: 'the message ends as `rejected`',
}

/** The table as a page. */
export function describeStatuses(): string {
  const lines = Object.entries(statuses)
    .filter(([name]) => name !== 'ESME_ROK')
    .map(([name, status]) => {
      const known: Meaning | undefined = meanings[name as keyof typeof meanings]
      const { action, why } = known ?? { action: 'give_up', why: 'it would be refused again' }
      const hex = `0x${status.toString(16).padStart(2, '0')}`
      return `| \`${hex}\` | \`${name}\` | ${why} | ${said[action]} |`
    })
  return `# What an operator’s status does

<!-- Written by \`npm run docs\` from the code; do not edit. -->

An operator answers each submission with a status (SMPP 3.4, 5.1.3). \`0x00\` takes it. A status
that is not in this table, an operator's own for instance, ends the message as \`rejected\`, and its
story tells the number.

| Status | Name | What it says | What Accord does |
|---|---|---|---|
${lines.join('\n')}
`
}
