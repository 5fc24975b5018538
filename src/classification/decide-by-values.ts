// What the values of a column say without a header that helps.
import { type ColumnProfile, type Fit, shareOf } from './column-profile.ts'
import { late, rowsOf } from './data-files.ts'
import type { Evidence, EvidenceCode } from './finding.ts'
import { looksLikeBirthYears } from './recognisers/dates.ts'
import { type Confidence, classOfType, type DataType } from './types-of-data.ts'

export type Decision = { type: DataType; confidence: Confidence; evidence: Evidence[] }

type Asked = { id: string; shareMin: number; more: string }

const askedOf = (how: string) =>
  late((): Asked[] =>
    rowsOf('values')
      .filter(([one]) => one === how)
      .map(([, id = '', shareMin, more = '']) => ({ id, shareMin: Number(shareMin), more })),
  )
/** Recognisers that decide alone, in order. */
const ladder = askedOf('alone')
/** Dictionaries that compete. */
const contest = askedOf('words')
/** National numbers that chance passes as often. */
const chances = askedOf('chance')

export function percent(share: number): number {
  return Math.round(share * 100)
}

export function fitEvidence(fit: Fit): Evidence {
  const code =
    fit.method === 'checksum'
      ? 'checksum_passes'
      : fit.method === 'dictionary'
        ? 'dictionary_share'
        : 'format_matches'
  return { code, facts: { percent: percent(fit.share), type: fit.type } }
}

/** What `part` of the values of a column say by themselves, where its title does not. */
export function saidByCells(type: DataType, part: number, whole: number): Decision {
  const facts = { percent: percent(part / whole) }
  return { type, confidence: 'medium', evidence: [{ code: 'special_words_in_values', facts }] }
}

/** Null when the values say nothing that can be named. */
export function decideByValues(profile: ColumnProfile): Decision | null {
  if (profile.filled === 0) return null
  for (const { id, shareMin } of ladder()) {
    const fit = profile.fits.find((candidate) => candidate.id === id)
    if (fit === undefined || fit.share < shareMin) continue
    if (id === 'mobile_without_zero' && !isUnlikelyByChance(profile)) continue
    return byFit(profile, fit)
  }
  const plate = plateOfMost(profile)
  if (plate !== null) return { ...byFit(profile, plate), confidence: 'medium' }
  const contact = eitherContact(profile)
  if (contact !== null) return { ...byFit(profile, contact), confidence: 'medium' }
  const dialled = writtenBothWays(profile)
  if (dialled !== null) return { ...byFit(profile, dialled), confidence: 'medium' }
  const number = nationalByChance(profile)
  if (number !== null) return { ...byFit(profile, number), confidence: 'medium' }
  const date = profile.fits.find((fit) => fit.id === 'date')
  if (date !== undefined && date.share >= 0.8) return byDate(profile, date)
  return byWords(profile) ?? byShape(profile)
}

/** Most with the gaps of their country, and all of them letters and digits as plates have them. */
function plateOfMost(profile: ColumnProfile): Fit | null {
  // A third from abroad: the others are written as in France, and hardly anything else is.
  const french = profile.fits.find(({ id, share }) => id === 'plate_siv' && share >= 0.6)
  if (french !== undefined && profile.wordsMean < 1.8) return french
  if (shareOf(profile, 'plate_written') < 0.55) return null
  return profile.fits.find(({ id, share }) => id === 'plate' && share >= 0.95) ?? null
}

/** "Contact": a telephone in one row and an e-mail address in the next. */
function eitherContact(profile: ColumnProfile): Fit | null {
  const phone = profile.fits.find(({ id }) => id === 'phone')
  const email = profile.fits.find(({ id }) => id === 'email')
  if (phone === undefined || email === undefined || phone.share + email.share < 0.8) return null
  return phone.share >= email.share ? phone : email
}

/** "0171 3920012" in one row and "+49 171 3920013" in the next: each way alone is of too few. */
function writtenBothWays(profile: ColumnProfile): Fit | null {
  const written = shareOf(profile, 'phone') + shareOf(profile, 'phone_grouped')
  if (written < 0.95 || shareOf(profile, 'phone_like') < 0.95) return null
  return profile.fits.find(({ id }) => id === 'phone' || id === 'phone_grouped') ?? null
}

const chanceMax = 1e-7

/** Every number of a column passes the check of one country, and chance would not do that. */
function nationalByChance(profile: ColumnProfile): Fit | null {
  let best: { fit: Fit; chance: number } | null = null
  for (const fit of profile.fits) {
    const each = chances().find(({ id }) => id === fit.id)
    if (each === undefined || fit.share < each.shareMin) continue
    const chance = Number(each.more) ** profile.distinct
    if (chance <= chanceMax && (best === null || chance < best.chance)) best = { fit, chance }
  }
  return best?.fit ?? null
}

/** Twenty numbers that all begin with 6 or 7 and are not counted up: no chance, but mobiles. */
function isUnlikelyByChance({ filled, distinct, ascending }: ColumnProfile): boolean {
  return filled >= 20 && distinct >= filled * 0.8 && ascending < 0.8
}

function byFit(profile: ColumnProfile, fit: Fit): Decision {
  const evidence = [fitEvidence(fit)]
  const other = profile.fits.find(
    (candidate) =>
      candidate.method === 'checksum' &&
      candidate.type !== fit.type &&
      candidate.share >= 0.9 &&
      // A NIR is an insured person's number too: that makes it no less of a person.
      !(classOfType[candidate.type] === 'direct' && classOfType[fit.type] === 'direct'),
  )
  if (other !== undefined && fit.method === 'checksum') {
    evidence.push({
      code: 'also_something_else',
      facts: { type: other.type, percent: percent(other.share) },
    })
  }
  const confidence = other === undefined && fit.share >= 0.9 ? 'high' : 'medium'
  return { type: fit.type, confidence, evidence }
}

function byDate(profile: ColumnProfile, fit: Fit): Decision {
  const type = looksLikeBirthYears(profile.years) ? 'birth_date' : 'date'
  return { type, confidence: 'medium', evidence: [fitEvidence(fit)] }
}

/** Where all are written family first, some known ones speak for the others. */
function fullNames(profile: ColumnProfile): number {
  const known = shareOf(profile, 'full_name')
  const isRegister =
    shareOf(profile, 'family_first') >= 0.8 && profile.distinct >= profile.filled / 2
  return isRegister && known >= 0.25 && shareOf(profile, 'city') < 0.3
    ? Math.max(known, 0.6)
    : known
}

/** Dictionaries: people, places and companies compete, and the largest share wins. */
function byWords(profile: ColumnProfile): Decision | null {
  const special = profile.special
  if (special !== null && special.strongShare >= 0.25) {
    return {
      type: special.type,
      confidence: 'medium',
      evidence: [{ code: 'special_words_in_values', facts: { percent: percent(special.share) } }],
    }
  }
  if (profile.nameShape < 0.6 && shareOf(profile, 'street') < 0.4) return null
  let best: { type: DataType; id: string; share: number } | null = null
  const isOfThings = shareOf(profile, 'named_thing') >= 0.6
  for (const { id, shareMin, more } of contest()) {
    const type = more as DataType
    if (isOfThings && classOfType[type] === 'direct') continue
    const share = id === 'full_name' ? fullNames(profile) : shareOf(profile, id)
    if (share >= shareMin && (best === null || share > best.share)) best = { type, id, share }
  }
  if (best === null) return null
  // "García López Nuria": where first names are rare, two words and more are still a full name.
  if (
    best.type === 'last_name' &&
    shareOf(profile, 'full_name') >= 0.3 &&
    profile.wordsMean >= 1.8
  ) {
    best.type = 'name'
  }
  const few = profile.filled < 3 || profile.distinct < 2
  const facts = { percent: percent(best.share), type: best.type }
  return {
    type: best.type,
    confidence: few ? 'low' : best.share >= 0.7 ? 'high' : 'medium',
    evidence: [{ code: 'dictionary_share', facts }],
  }
}

function byShape(profile: ColumnProfile): Decision | null {
  const shaped = (type: DataType, code: EvidenceCode): Decision => {
    return { type, confidence: 'low', evidence: [{ code, facts: {} }] }
  }
  if (shareOf(profile, 'number') >= 0.9) return shaped('number', 'only_numbers')
  if (profile.wordsMean >= 4) return shaped('free_text', 'sentences')
  return shareOf(profile, 'code') >= 0.8 ? shaped('code', 'only_codes') : null
}
