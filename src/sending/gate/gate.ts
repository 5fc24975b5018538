// The gate: facts in, an ordered verdict out, with the result of each check. Pure.
import type { Instant } from '../../kernel/index.ts'
import { type GateCheckName, gateCheckNames } from '../contract.ts'
import { type Hold, type Refusal, refusals } from '../refusals.ts'
import { age } from './checks/age.ts'
import { alertBasis } from './checks/alert-basis.ts'
import { alertWording } from './checks/alert-wording.ts'
import { brand } from './checks/brand.ts'
import { classChosen } from './checks/class-chosen.ts'
import { consent } from './checks/consent.ts'
import { countryRules } from './checks/country-rules.ts'
import { frequency } from './checks/frequency.ts'
import { hours } from './checks/hours.ts'
import { length } from './checks/length.ts'
import { mergeFields } from './checks/merge-fields.ts'
import { numberUsable } from './checks/number-usable.ts'
import { numberWorks } from './checks/number-works.ts'
import { objection } from './checks/objection.ts'
import { quarantine } from './checks/quarantine.ts'
import { replyReview } from './checks/reply-review.ts'
import { restriction } from './checks/restriction.ts'
import { route } from './checks/route.ts'
import { schedule } from './checks/schedule.ts'
import { sector } from './checks/sector.ts'
import { sender } from './checks/sender.ts'
import { stopMention } from './checks/stop-mention.ts'
import { usefulUntil } from './checks/useful-until.ts'
import { type AcceptanceCheck, type CheckAnswer, type GateCheck, notAsked } from './gate-check.ts'
import type { GateFacts, LeavingFacts } from './gate-facts.ts'

/** In the order of `gateCheckNames`, which a test holds. */
export const gateChecks: readonly (GateCheck | AcceptanceCheck)[] = [
  classChosen,
  alertBasis,
  numberUsable,
  countryRules,
  objection,
  consent,
  quarantine,
  age,
  replyReview,
  alertWording,
  sector,
  sender,
  brand,
  stopMention,
  mergeFields,
  length,
  frequency,
  route,
  usefulUntil,
  hours,
  schedule,
  numberWorks,
  restriction,
]

export type Verdict =
  | { kind: 'allowed' }
  | { kind: 'held'; hold: Hold; until: Instant }
  | { kind: 'refused'; refusal: Refusal }

/** `checks` holds a letter for each check, in order: what a message keeps of its gate. */
export type GateResult = { verdict: Verdict; checks: string }

const letters: Readonly<Record<CheckAnswer['kind'], string>> = {
  passed: 'p',
  refused: 'r',
  held: 'h',
  not_applicable: 'n',
  not_asked: 'a',
}

const precedence = new Map<Refusal, number>(refusals.map((refusal, index) => [refusal, index]))
const allowed: Verdict = { kind: 'allowed' }

/**
 * Thousands in a row get the same letters: one text for all of them; empty when it is not known.
 */
const lastLetters: string[] = []
let lastChecks = ''

/** Every check is asked, so that the record is whole; the verdict is the first in precedence. */
export const decide = (facts: GateFacts): GateResult => verdictOf(facts, facts)

/** As a message leaves: a check that is asked at acceptance alone is told as not asked. */
export const decideLeaving = (facts: LeavingFacts): GateResult => verdictOf(facts, null)

function verdictOf(facts: LeavingFacts, accepted: GateFacts | null): GateResult {
  let refusal: Refusal | null = null
  let held: Extract<CheckAnswer, { kind: 'held' }> | null = null
  // By index: it runs twice for each message, and an iterator makes two objects a check.
  for (let place = 0; place < gateChecks.length; place += 1) {
    const answer = answerOf(gateChecks[place] as GateCheck | AcceptanceCheck, facts, accepted)
    const letter = letters[answer.kind]
    if (lastLetters[place] !== letter) {
      lastLetters[place] = letter
      lastChecks = ''
    }
    if (answer.kind === 'refused' && stands(answer.refusal, refusal)) refusal = answer.refusal
    // Of two holds the later instant is the one that matters.
    if (answer.kind === 'held' && (held === null || answer.until > held.until)) held = answer
  }
  if (lastChecks === '') lastChecks = lastLetters.join('')
  const checks = lastChecks
  if (refusal !== null) return { verdict: { kind: 'refused', refusal }, checks }
  return { verdict: held ?? allowed, checks }
}

function answerOf(
  check: GateCheck | AcceptanceCheck,
  facts: LeavingFacts,
  accepted: GateFacts | null,
): CheckAnswer {
  if ('ask' in check) return check.ask(facts)
  return accepted === null ? notAsked : check.askOnce(accepted)
}

function stands(candidate: Refusal, held: Refusal | null): boolean {
  return held === null || (precedence.get(candidate) ?? 0) < (precedence.get(held) ?? 0)
}

export type CheckKind = CheckAnswer['kind']
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as CheckKind]))

/** Reads the letters back, for the story. Newer checks than a record knows were not asked. */
export function readChecks(checks: string): { check: GateCheckName; result: CheckKind }[] {
  return gateCheckNames.map((check, index) => ({
    check,
    result: kinds.get(checks[index] ?? 'a') ?? 'not_asked',
  }))
}
