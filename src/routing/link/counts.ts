// What a link counts, at its beginning.
import type { LinkCounters } from './operator-link.ts'

export function noLinkCounts(): LinkCounters {
  return {
    submitted: 0,
    accepted: 0,
    refused: 0,
    throttled: 0,
    unknown: 0,
    notSent: 0,
    lateAnswers: 0,
    receipts: 0,
    inbound: 0,
    malformed: 0,
    connects: 0,
    binds: 0,
  }
}
