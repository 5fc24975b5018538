// The gate: facts in, an ordered verdict out, with the result of each check. Pure.
import type { Instant } from '../kernel/index.ts'
import { type GateCheckName, gateCheckNames } from './contract.ts'
import { type AcceptanceCheck, type CheckAnswer, type GateCheck, notAsked } from './gate-check.ts'
import { age } from './gate-checks/age.ts'
import { alertBasis } from './gate-checks/alert-basis.ts'
import { alertWording } from './gate-checks/alert-wording.ts'
import { brand } from './gate-checks/brand.ts'
import { classChosen } from './gate-checks/class-chosen.ts'
import { consent } from './gate-checks/consent.ts'
import { countryRules } from './gate-checks/country-rules.ts'
import { frequency } from './gate-checks/frequency.ts'
import { hours } from './gate-checks/hours.ts'
import { length } from './gate-checks/length.ts'
import { mergeFields } from './gate-checks/merge-fields.ts'
import { numberUsable } from './gate-checks/number-usable.ts'
import { objection } from './gate-checks/objection.ts'
import { quarantine } from './gate-checks/quarantine.ts'
import { replyReview } from './gate-checks/reply-review.ts'
import { route } from './gate-checks/route.ts'
import { schedule } from './gate-checks/schedule.ts'
import { sector } from './gate-checks/sector.ts'
import { sender } from './gate-checks/sender.ts'
import { stopMention } from './gate-checks/stop-mention.ts'
import { usefulUntil } from './gate-checks/useful-until.ts'
import type { GateFacts, LeavingFacts } from './gate-facts.ts'
import { type Hold, type Refusal, refusals } from './refusals.ts'

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

/** Thousands in a row get the same letters: one text for all of them; empty when it is not known. */
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
