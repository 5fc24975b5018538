// The gate as a table: each row differs in one thing from a message that may leave.
import { expect, test } from 'vitest'
import type { EffectiveConsent, GateConsent } from '../../consent/index.ts'
import type { EntryId, WordingId } from '../../kernel/index.ts'
import { gateCheckNames } from '../contract.ts'
import { refusals } from '../refusals.ts'
import { decide, decideLeaving, gateChecks, readChecks, type Verdict } from './gate.ts'
import type { GateFacts } from './gate-facts.ts'

const now = Date.UTC(2026, 10, 25, 10)
const later = now + 3_600_000
const given: EffectiveConsent = {
  effective: true,
  entryId: 'e' as EntryId,
  wordingId: 'w' as WordingId,
  gradeRank: 20,
  since: now - 1,
  validUntil: later,
}
const bySale: EffectiveConsent = { ...given, gradeRank: 0, legalBasis: 'soft_opt_in' }
const not = (why: 'none' | 'altered' | 'withdrawn' | 'unproven' | 'expired'): GateConsent => ({
  effective: false,
  why,
  entryId: null,
})
/** It stands, and nobody can say whether there is a no. */
const open = (stands: EffectiveConsent): GateConsent => {
  if (!stands.effective) throw new Error('nothing stands')
  return { effective: false, why: 'unknown', stands }
}

const marketing: GateFacts = {
  text: {
    class: 'marketing',
    basis: null,
    advertisingScore: null,
    hasOverride: false,
    sectorBan: null,
    sender: 'registered',
    brandMissing: false,
    foreignStopNumber: false,
    route: 'open',
  },
  person: {
    numberUsable: true,
    isRestricted: false,
    rulesReviewed: true,
    proofRankMin: 0,
    otherLegalBases: ['soft_opt_in'],
    suppression: null,
    objectionsUnknown: false,
    consent: given,
    inQuarantine: false,
    hasDeclined: false,
    isMinor: false,
    numberDead: false,
    replyUnderReview: false,
    mergeFieldEmpty: false,
    segments: 1,
    recentMarketing: 0,
    frequencyCap: 4,
  },
  moment: { at: now, notBefore: null, usefulUntil: null, opensAt: null },
}
const alert: GateFacts = {
  ...marketing,
  text: { ...marketing.text, class: 'alert', basis: 'contract', advertisingScore: 0 },
  person: { ...marketing.person, consent: null, recentMarketing: 9 },
}

type Change = {
  text?: Partial<GateFacts['text']>
  person?: Partial<GateFacts['person']>
  moment?: Partial<GateFacts['moment']>
}
const change = (facts: GateFacts, by: Change): GateFacts => ({
  text: { ...facts.text, ...by.text },
  person: { ...facts.person, ...by.person },
  moment: { ...facts.moment, ...by.moment },
})
const says = (verdict: Verdict): string => {
  if (verdict.kind === 'allowed') return 'allowed'
  return verdict.kind === 'refused' ? verdict.refusal : `held: ${verdict.hold}`
}

// biome-ignore format: a table reads as a table
const oneThing: readonly (readonly [GateFacts, Change, string])[] = [
  [marketing, {}, 'allowed'],
  [alert, {}, 'allowed'],
  [marketing, { text: { class: null } }, 'class_missing'],
  [alert, { text: { basis: null } }, 'alert_basis_missing'],
  [marketing, { person: { numberUsable: false } }, 'number_not_usable'],
  [marketing, { person: { numberDead: true } }, 'number_dead'],
  [marketing, { person: { numberDead: true, suppression: 'all' } }, 'number_suppressed'],
  [marketing, { person: { numberDead: true, rulesReviewed: false } }, 'number_dead'],
  [alert, { person: { numberDead: true } }, 'allowed'],
  [marketing, { person: { rulesReviewed: false } }, 'no_rules_for_country'],
  // A sale is no consent: neither its proof nor another country's leave is asked of it.
  [marketing, { person: { consent: bySale, proofRankMin: 30 } }, 'allowed'],
  [marketing, { person: { consent: bySale, otherLegalBases: [] } }, 'no_consent'],
  [marketing, { person: { consent: bySale, otherLegalBases: ['b2b_opt_out'] } }, 'no_consent'],
  [marketing, { person: { consent: bySale, suppression: 'marketing' } }, 'number_suppressed'],
  [marketing, { person: { proofRankMin: 30 } }, 'consent_unproven'],
  [marketing, { person: { proofRankMin: 20 } }, 'allowed'],
  [alert, { person: { rulesReviewed: false } }, 'allowed'],
  [marketing, { person: { suppression: 'marketing' } }, 'number_suppressed'],
  [marketing, { person: { suppression: 'all' } }, 'number_suppressed'],
  [marketing, { person: { suppression: 'relational' } }, 'allowed'],
  [alert, { person: { suppression: 'all' } }, 'allowed'],
  [alert, { person: { suppression: 'marketing' }, text: { basis: 'legitimate_interest' } }, 'allowed'],
  [alert, { person: { suppression: 'relational' }, text: { basis: 'legitimate_interest' } }, 'number_suppressed'],
  [marketing, { person: { consent: not('withdrawn') } }, 'consent_withdrawn'],
  [marketing, { person: { consent: not('none') } }, 'no_consent'],
  [marketing, { person: { consent: null } }, 'no_consent'],
  [marketing, { person: { consent: not('altered') } }, 'record_altered'],
  [marketing, { person: { consent: not('unproven') } }, 'consent_unproven'],
  [marketing, { person: { consent: not('expired') } }, 'consent_expired'],
  [alert, { person: { consent: not('none') } }, 'allowed'],
  [marketing, { person: { inQuarantine: true } }, 'in_quarantine'],
  // Who did not agree lacks no proof; an end that a consent had all the same is told first.
  [marketing, { person: { inQuarantine: true, hasDeclined: true } }, 'consent_declined'],
  [marketing, { person: { consent: null, hasDeclined: true } }, 'consent_declined'],
  [marketing, { person: { consent: not('unproven'), hasDeclined: true } }, 'consent_declined'],
  [marketing, { person: { consent: not('withdrawn'), hasDeclined: true } }, 'consent_withdrawn'],
  [marketing, { person: { consent: not('expired'), inQuarantine: true, hasDeclined: true } }, 'consent_expired'],
  [alert, { person: { inQuarantine: true, hasDeclined: true } }, 'allowed'],
  [marketing, { person: { isRestricted: true } }, 'restricted'],
  [alert, { person: { inQuarantine: true } }, 'allowed'],
  [marketing, { person: { isMinor: true } }, 'minor_without_authorisation'],
  [marketing, { person: { isMinor: null } }, 'allowed'],
  [marketing, { person: { replyUnderReview: true } }, 'reply_under_review'],
  [alert, { person: { replyUnderReview: true } }, 'allowed'],
  [alert, { text: { advertisingScore: 2 } }, 'allowed'],
  [alert, { text: { advertisingScore: 3 } }, 'alert_reads_like_advertising'],
  [alert, { text: { advertisingScore: 3, hasOverride: true } }, 'allowed'],
  [marketing, { text: { sectorBan: 'training_account' } }, 'sector_banned'],
  [marketing, { text: { sender: 'unknown' } }, 'sender_not_registered'],
  [marketing, { text: { sender: 'refused' } }, 'sender_not_allowed'],
  [alert, { text: { sender: 'refused' } }, 'sender_not_allowed'],
  [marketing, { text: { brandMissing: true } }, 'brand_missing'],
  [marketing, { text: { foreignStopNumber: true } }, 'stop_mention_mismatch'],
  [marketing, { person: { mergeFieldEmpty: true } }, 'merge_field_empty'],
  [marketing, { person: { segments: 10 } }, 'allowed'],
  [marketing, { person: { segments: 11 } }, 'text_too_long'],
  [marketing, { person: { recentMarketing: 3 } }, 'allowed'],
  [marketing, { person: { recentMarketing: 4 } }, 'frequency_cap_reached'],
  [marketing, { text: { route: 'missing' } }, 'route_missing'],
  [marketing, { text: { route: 'closed' } }, 'route_closed'],
  [marketing, { text: { route: 'without_contract' } }, 'route_without_contract'],
  [marketing, { text: { route: 'barred' } }, 'route_barred'],
  [marketing, { moment: { usefulUntil: now } }, 'outlived'],
  [marketing, { moment: { opensAt: later, usefulUntil: later } }, 'outlived'],
  [marketing, { moment: { opensAt: later, usefulUntil: later + 1 } }, 'held: outside_hours'],
  [marketing, { moment: { opensAt: later } }, 'held: outside_hours'],
  [alert, { moment: { opensAt: later } }, 'allowed'],
  [marketing, { moment: { notBefore: later } }, 'held: scheduled'],
  [marketing, { moment: { notBefore: now } }, 'allowed'],
  [marketing, { person: { consent: open(given) } }, 'held: objections_unknown'],
  [marketing, { person: { objectionsUnknown: true } }, 'held: objections_unknown'],
  [marketing, { person: { consent: open(bySale) } }, 'held: objections_unknown'],
  // What is known of them refuses all the same.
  [marketing, { person: { consent: open(given), suppression: 'marketing' } }, 'number_suppressed'],
  [marketing, { person: { consent: not('withdrawn'), objectionsUnknown: true } }, 'consent_withdrawn'],
  [marketing, { person: { consent: open(given), proofRankMin: 30 } }, 'consent_unproven'],
  [marketing, { person: { consent: open(bySale), otherLegalBases: [] } }, 'no_consent'],
  [marketing, { person: { consent: open(given), isMinor: true } }, 'minor_without_authorisation'],
  [marketing, { person: { consent: open(given) }, moment: { usefulUntil: now } }, 'outlived'],
  // Of two holds the later one.
  [marketing, { person: { consent: open(given) }, moment: { notBefore: now + 30 * 86_400_000 } }, 'held: scheduled'],
  [alert, { person: { objectionsUnknown: true } }, 'allowed'],
  [alert, { person: { objectionsUnknown: true }, text: { basis: 'legitimate_interest' } }, 'held: objections_unknown'],
  [marketing, { moment: { notBefore: later, opensAt: later + 1 } }, 'held: outside_hours'],
]

test.each(oneThing)('one thing differs: %#', (facts, by, expected) => {
  expect(says(decide(change(facts, by)).verdict)).toBe(expected)
})

// Each row has everything wrong that the rows above it have, and one thing more.
// biome-ignore format: a table reads as a table
const worse: readonly (readonly [Change, string])[] = [
  [{ moment: { usefulUntil: now, opensAt: later } }, 'outlived'],
  [{ text: { route: 'closed' } }, 'route_closed'],
  [{ text: { route: 'without_contract' } }, 'route_without_contract'],
  [{ text: { route: 'missing' } }, 'route_missing'],
  [{ person: { recentMarketing: 4 } }, 'frequency_cap_reached'],
  [{ person: { segments: 11 } }, 'text_too_long'],
  [{ person: { mergeFieldEmpty: true } }, 'merge_field_empty'],
  [{ text: { foreignStopNumber: true } }, 'stop_mention_mismatch'],
  [{ text: { brandMissing: true } }, 'brand_missing'],
  [{ text: { sender: 'refused' } }, 'sender_not_allowed'],
  [{ text: { sender: 'unknown' } }, 'sender_not_registered'],
  [{ text: { sectorBan: 'x' } }, 'sector_banned'],
  [{ person: { isMinor: true } }, 'minor_without_authorisation'],
  [{ person: { replyUnderReview: true } }, 'reply_under_review'],
  [{ person: { inQuarantine: true } }, 'in_quarantine'],
  [{ person: { consent: not('expired') } }, 'consent_expired'],
  [{ person: { consent: not('unproven') } }, 'consent_unproven'],
  [{ person: { consent: not('none') } }, 'no_consent'],
  [{ person: { consent: not('withdrawn') } }, 'consent_withdrawn'],
  [{ person: { consent: not('altered') } }, 'record_altered'],
  [{ person: { rulesReviewed: false } }, 'no_rules_for_country'],
  [{ person: { numberUsable: false } }, 'number_not_usable'],
  [{ person: { suppression: 'all' } }, 'number_suppressed'],
]

test('the first refusal in precedence is the one that is told', () => {
  let facts = marketing
  const told: string[] = []
  for (const [by, expected] of worse) {
    facts = change(facts, by)
    expect(says(decide(facts).verdict)).toBe(expected)
    told.unshift(expected)
  }
  expect(told).toEqual(refusals.filter((refusal) => told.includes(refusal)))
})

test('every check leaves its letter, in the public order', () => {
  expect(gateChecks.map((check) => check.name)).toEqual(gateCheckNames)
  const { checks } = decide(change(alert, { moment: { notBefore: later } }))
  expect(checks).toHaveLength(gateCheckNames.length)
  expect(readChecks(checks).filter(({ result }) => result === 'held')).toEqual([
    { check: 'schedule', result: 'held' },
  ])
  expect(readChecks('p')[1]).toEqual({ check: 'alert_basis', result: 'not_asked' })
})

test('every refusal can be reached', () => {
  const reached = new Set(oneThing.map(([facts, by]) => says(decide(change(facts, by)).verdict)))
  expect(refusals.filter((refusal) => !reached.has(refusal))).toEqual([])
})

test('as it leaves, a message is asked what may have changed, and nothing else', () => {
  // Over the cap of its days: that is asked once, as it is accepted.
  const leaving = change(marketing, worse[4]?.[0] ?? {})
  expect(decide(leaving).verdict.kind).toBe('refused')
  expect(decideLeaving(leaving).verdict).toEqual({ kind: 'allowed' })
  const shut = change(leaving, { person: { inQuarantine: true } })
  expect(says(decideLeaving(shut).verdict)).toBe('in_quarantine')
  const young = change(leaving, { person: { isMinor: true } })
  expect(says(decideLeaving(young).verdict)).toBe('minor_without_authorisation')
  const stopped = change(leaving, { person: { suppression: 'marketing' } })
  expect(says(decideLeaving(stopped).verdict)).toBe('number_suppressed')
})

test('a check that throws leaves no letters for the next person', () => {
  decide(marketing)
  const suppressed = change(marketing, { person: { suppression: 'marketing' } })
  const odd = { ...not('none'), why: 'neither' } as unknown as EffectiveConsent
  expect(() => decide(change(suppressed, { person: { consent: odd } }))).toThrow()
  const { verdict, checks } = decide(suppressed)
  expect(verdict).toEqual({ kind: 'refused', refusal: 'number_suppressed' })
  expect(readChecks(checks).find(({ check }) => check === 'objection')?.result).toBe('refused')
})
