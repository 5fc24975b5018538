// What stands against a text whoever gets it: the checks that look at nothing but the text. Pure.
import type { Refusal } from '../refusals.ts'
import { alertWording } from './checks/alert-wording.ts'
import { brand } from './checks/brand.ts'
import { sector } from './checks/sector.ts'
import { stopMention } from './checks/stop-mention.ts'
import type { AcceptanceCheck } from './gate-check.ts'
import type { GateFacts, TextFacts } from './gate-facts.ts'
import type { SendOrder } from './send-order.ts'

/** In the public order of refusals. */
const ofTheText: readonly AcceptanceCheck[] = [alertWording, sector, brand, stopMention]

/** Somebody against whom nothing stands: these checks read nothing of a person. */
export const anybody: GateFacts['person'] = {
  numberUsable: true,
  rulesReviewed: true,
  proofRankMin: 0,
  otherLegalBases: [],
  suppression: null,
  objectionsUnknown: false,
  consent: null,
  inQuarantine: false,
  hasDeclined: false,
  isRestricted: false,
  isMinor: false,
  numberDead: false,
  replyUnderReview: false,
  mergeFieldEmpty: false,
  segments: 1,
  recentMarketing: 0,
  frequencyCap: null,
}
export const moment: GateFacts['moment'] = {
  at: 0,
  notBefore: null,
  usefulUntil: null,
  opensAt: null,
}

export function refusalOfText(text: TextFacts): Refusal | null {
  for (const check of ofTheText) {
    const answer = check.askOnce({ text, person: anybody, moment })
    if (answer.kind === 'refused') return answer.refusal
  }
  return null
}

/**
 * The same order with nothing to say, so that only the person, the sender, the route and the moment
 * are judged: whoever may receive it may receive any text against which nothing stands.
 */
export function wordless(order: SendOrder): SendOrder {
  return { ...order, text: '', pieces: [], controllerName: '', isAskedFor: true, override: null }
}
