// The last three digits of a destination choose what becomes of the message: the table.
import { statuses } from '../wire/index.ts'

/** A receipt's state and error, as its text writes them. */
export type Fate = { stat: string; err: string }

export type Behaviour = {
  what: string
  /** Refuses this many submits of the destination before taking one; every one under `Infinity`. */
  refusals?: { status: number; times: number }
  /** `late` after `lateAnswerMs`; `cut` closes the connection instead of answering. */
  answer?: 'at_once' | 'late' | 'never' | 'cut'
  /** False: the message is neither taken nor answered. */
  isTaken?: false
  fate?: Fate
  /** The fate of the second part of a long message, where it differs. */
  fateOfPart2?: Fate
  receipt?: 'after_delay' | 'before_answer' | 'late' | 'never'
  receiptTimes?: number
  enrouteFirst?: true
  strangerFirst?: true
  /** What the person writes back, after the receipt. */
  reply?: string
}

export const delivered: Fate = { stat: 'DELIVRD', err: '000' }
/** Error 6 of the mobile networks: the telephone is absent, and may come back. */
export const undeliverable: Fate = { stat: 'UNDELIV', err: '006' }
/** Error 1: nobody has the number. */
const unassigned: Fate = { stat: 'UNDELIV', err: '001' }
export const enroute: Fate = { stat: 'ENROUTE', err: '000' }

/** Any other number is delivered. */
export const magicNumbers: Readonly<Record<string, Behaviour>> = {
  '900': { what: 'is delivered, like any number without magic' },
  '901': { what: 'is undeliverable: nobody has the number', fate: unassigned },
  '902': { what: 'expires', fate: { stat: 'EXPIRED', err: '027' } },
  '903': { what: 'is rejected, by receipt', fate: { stat: 'REJECTD', err: '011' } },
  '904': { what: 'is deleted by the operator', fate: { stat: 'DELETED', err: '030' } },
  '905': { what: 'ends in an unknown state', fate: { stat: 'UNKNOWN', err: '255' } },
  '906': {
    what: 'has each part of a long message delivered but the second',
    fateOfPart2: undeliverable,
  },
  '910': {
    what: 'is refused at submit: invalid destination',
    refusals: { status: statuses.ESME_RINVDSTADR, times: Number.POSITIVE_INFINITY },
  },
  '911': {
    what: 'is refused at submit: submit failed',
    refusals: { status: statuses.ESME_RSUBMITFAIL, times: Number.POSITIVE_INFINITY },
  },
  '912': {
    what: 'is throttled twice, then taken',
    refusals: { status: statuses.ESME_RTHROTTLED, times: 2 },
  },
  '913': {
    what: 'meets a full queue once, then is taken',
    refusals: { status: statuses.ESME_RMSGQFUL, times: 1 },
  },
  '914': {
    what: 'meets a system error once, then is taken',
    refusals: { status: statuses.ESME_RSYSERR, times: 1 },
  },
  '915': {
    what: 'meets a system error each time',
    refusals: { status: statuses.ESME_RSYSERR, times: Number.POSITIVE_INFINITY },
  },
  '916': {
    what: 'is told once that nobody is bound, then is taken',
    refusals: { status: statuses.ESME_RINVBNDSTS, times: 1 },
  },
  '920': { what: 'is taken and receipted, never answered', answer: 'never' },
  '921': { what: 'is neither taken nor answered', answer: 'never', isTaken: false },
  '922': { what: 'is taken and receipted; the connection is cut unanswered', answer: 'cut' },
  '923': { what: 'is taken and receipted, answered late', answer: 'late' },
  '930': { what: 'has its receipt before the answer', receipt: 'before_answer' },
  '931': { what: 'has its receipt late', receipt: 'late' },
  '932': { what: 'has its receipt three times', receiptTimes: 3 },
  '933': { what: 'never has a receipt', receipt: 'never' },
  '934': { what: 'is said to be on its way, then delivered', enrouteFirst: true },
  '935': { what: 'has the receipt of a stranger before its own', strangerFirst: true },
  '940': { what: 'answers STOP', reply: 'STOP' },
  '941': { what: 'answers with a question', reply: 'Bonjour, quels sont vos horaires ?' },
  '942': {
    what: 'answers at length, in two parts',
    reply: `Merci pour votre message. ${'Je passerai demain dans la matinée. '.repeat(5)}`,
  },
  '943': { what: 'answers stop as people write it', reply: ' Stop svp, merci ' },
}

const plain: Behaviour = { what: 'is delivered' }

export function behaviourOf(destination: string): Behaviour {
  return magicNumbers[destination.slice(-3)] ?? plain
}
