// The ladder: what the header says and what the values say, brought together.

import { type ColumnProfile, fitOf, shareOf } from './column-profile.ts'
import { lateList } from './data-files.ts'
import { type Decision, decideByValues, fitEvidence, percent } from './decide-by-values.ts'
import type { Evidence } from './finding.ts'
import { headerCandidates } from './headers/header-score.ts'
import { keepsDespiteValues, supportOf } from './headers/header-support.ts'
import {
  familyAmongPeople,
  type HeaderCandidate,
  specialAmongPeople,
  weakSpecialPhrases,
} from './headers/header-tables.ts'
import { isPlaceOfWorship } from './special-titles.ts'
import { typesOf } from './type-groups.ts'
import { classOfType, type DataType } from './types-of-data.ts'

/** What the other columns say the file is about. */
export type FileContext = {
  health: boolean
  people: boolean
  /** Of machines, buildings or dishes, and of nobody. */
  things: boolean
  /** Of a salon: its treatments are of hair and nails. */
  beauty: boolean
  /** What articles 9 and 10 protect, as other columns tell it. */
  told: ReadonlySet<DataType>
}

export function decideColumn(
  header: string,
  profile: ColumnProfile,
  context: FileContext,
): Decision {
  const candidates = headerCandidates(header).filter((candidate) =>
    maySpeak(candidate, profile, context),
  )
  const byValues = decideByValues(profile)
  const first = candidates[0]
  if (first === undefined) return byValues ?? nothingKnown(profile)
  if (profile.filled === 0) return headerOnly(first, profile)
  const judged = candidates.map((candidate) => ({
    candidate,
    support: supportOf(candidate, profile),
  }))
  const supported = judged.find((entry) => entry.support === 'supported')
  if (supported !== undefined) {
    const isSurer = byValues !== null && knowsBetter(byValues, supported.candidate, profile)
    return isSurer
      ? disagreeing(supported.candidate, byValues)
      : agreed(supported.candidate, profile, byValues)
  }
  if (speaksOfSpecial(first, profile)) return byValues ?? headerOnly(first, profile)
  const strongValues = byValues !== null && outweighsHeader(byValues)
  const open = judged.find((entry) => entry.support === 'open')
  const isVague = open !== undefined && typesOf('vague').has(open.candidate.type)
  const valuesRule =
    strongValues && (open?.candidate.match === 'part' || (isVague && knowsItself(byValues)))
  if (open !== undefined && !valuesRule) {
    return headerOnly(open.candidate, profile)
  }
  if (byValues !== null && byValues.confidence !== 'low') return disagreeing(first, byValues)
  const guarded = judged.find((entry) => keepsDespiteValues(entry.candidate.type, profile))
  if (guarded !== undefined) {
    const decision = headerOnly(guarded.candidate, profile)
    decision.evidence.push({ code: 'values_disagree_with_header', facts: {} })
    return decision
  }
  return byValues === null ? nothingKnown(profile) : disagreeing(first, byValues)
}

/** Values that are nothing else: an e-mail, or a number under a check digit of its own. */
function knowsItself({ type, evidence }: Decision): boolean {
  if (type === 'email') return true
  const isChecked = evidence[0]?.code === 'checksum_passes'
  return isChecked && (classOfType[type] === 'direct' || classOfType[type] === 'financial')
}

/** "Numéro" over numbers that all pass the key of the NIR: a check says more than a form. */
function knowsBetter(
  byValues: Decision,
  { type }: HeaderCandidate,
  profile: ColumnProfile,
): boolean {
  if (classOfType[type] === 'direct' || classOfType[type] === 'special') return false
  if (fitOf(profile, type)?.method === 'checksum') return false
  return knowsItself(byValues) && outweighsHeader(byValues)
}

/** "DOC" is a passport beside passengers, and any paper elsewhere. */
const papersAmongPeople = lateList('paper among people')

/**
 * Headers that mean a number of people over cells that pass its key, and a road or a nurse else.
 */
const borneOutByKey: ReadonlyMap<string, string> = new Map([['rn', 'be_nn']])

/** Blood, over cells that are its letters; a subscription ("Abo") elsewhere. */
const borneOutByBlood = new Set(['abo', 'ab0'])

/** "DN" heads birthdays and diameters, "Nato" the born and an alliance: the cells say which. */
const borneOutByDates = new Set(['dn', 'd n', 'jg', 'nato', 'nata', 'ur'])

/** Of hair and nails in a salon, of the ill elsewhere. */
const treatments = lateList('treatment')

/** "Matr." is of a car ("matrícula") or of an employee ("matricule"). */
const borneOutByPlates = new Set(['matr', 'matric', 'matr n', 'n matr'])

/** A word like "motif" or "traitement" speaks of health only among other things of health. */
function maySpeak(
  candidate: HeaderCandidate,
  profile: ColumnProfile,
  context: FileContext,
): boolean {
  if (papersAmongPeople.has(candidate.phrase)) return context.people
  if (candidate.type === 'birth_date' && borneOutByDates.has(candidate.phrase)) {
    return shareOf(profile, 'birth_date_like') >= 0.5
  }
  if (candidate.type === 'licence_plate' && borneOutByPlates.has(candidate.phrase)) {
    return shareOf(profile, 'plate_written') >= 0.5 || shareOf(profile, 'plate_siv') >= 0.5
  }
  if (candidate.type === 'health' && borneOutByBlood.has(candidate.phrase)) {
    return shareOf(profile, 'blood_letters') >= 0.8 && profile.distinct > 2
  }
  // "Std." over numbers are the hours of a week.
  if (candidate.phrase === 'std' && shareOf(profile, 'number') >= 0.5) return false
  const key = borneOutByKey.get(candidate.phrase)
  if (key !== undefined && candidate.type === 'national_id') return shareOf(profile, key) >= 0.5
  if (context.things && candidate.type === 'name' && candidate.match === 'part') {
    return shareOf(profile, 'full_name') >= 0.3
  }
  if (classOfType[candidate.type] !== 'special') return true
  if (context.things && profile.special?.type !== candidate.type) return false
  if (!weakSpecialPhrases.has(candidate.phrase)) return true
  // "Arrêt" over "Victor Hugo" is of stops, and of nobody's illness.
  if (shareOf(profile, 'full_name') >= 0.4 && !isPlaceOfWorship(candidate.phrase)) return false
  if (profile.special !== null && profile.special.type === candidate.type) return true
  if (context.things) return false
  const isOfSalon = context.beauty || shareOf(profile, 'hair_and_nails') >= 0.3
  if (isOfSalon && treatments.has(candidate.phrase)) return false
  if (candidate.type === 'health' && context.health) return true
  if (context.people && context.told.has(candidate.type)) return true
  if (!context.people || !specialAmongPeople.has(candidate.phrase)) return false
  if (candidate.phrase === familyAmongPeople) return true
  return shareOf(profile, 'amount') < 0.5 && shareOf(profile, 'date') < 0.5
}

function agreed(
  candidate: HeaderCandidate,
  profile: ColumnProfile,
  byValues: Decision | null,
): Decision {
  const type = refined(candidate, profile)
  const fit = fitOf(profile, type)
  const evidence: Evidence[] = [headerEvidence(candidate)]
  if (fit !== null && fit.share >= 0.2) evidence.push(fitEvidence(fit))
  if (classOfType[type] === 'special') {
    if (profile.special?.type !== type) return { type, confidence: 'medium', evidence }
    const facts = { percent: percent(profile.special.share) }
    evidence.push({ code: 'special_words_in_values', facts })
    return { type, confidence: 'high', evidence }
  }
  const sameByValues = byValues !== null && byValues.type === type
  const certain = fit !== null && fit.method === 'checksum' && fit.share >= 0.8
  const high = candidate.match === 'exact' || sameByValues || (fit?.share ?? 0) >= 0.8
  return { type, confidence: certain ? 'certain' : high ? 'high' : 'medium', evidence }
}

const breedOrRace = new Set(
  'race|races|rasse|rassen|raza|razas|razza|razze|ras|rassen|breed|breeds'.split('|'),
)

/** "Nom" over cells that hold first name and family name is a full name; "RIB" over IBANs, one. */
function refined({ type, phrase }: HeaderCandidate, profile: ColumnProfile): DataType {
  // "Baptisé(e)" over full names is who was; "Régime" over "halal" and "casher" is belief.
  if (classOfType[type] === 'special') {
    // "Raza" over "San Bernardo", "King Charles": a race or a breed is never somebody's name.
    if (type === 'ethnic_origin' && breedOrRace.has(phrase)) return type
    if (type === 'religion' && isPlaceOfWorship(phrase)) return type
    const named = shareOf(profile, 'full_name')
    if (named >= 0.6 || (named >= 0.4 && profile.nameShape >= 0.9 && profile.special === null))
      return 'name'
    const told = profile.special
    return told !== null && told.strongShare >= 0.25 ? told.type : type
  }
  if (type === 'last_name' && shareOf(profile, 'full_name') >= 0.5) return 'name'
  // "NIF" over "B31000112": of firms, all of them.
  if (type === 'tax_id' && shareOf(profile, 'es_cif') >= 0.9) return 'vat_number'
  // "Utilisateur" of a service, "Gebruiker": whoever uses it, and no account.
  const isNamed = shareOf(profile, 'full_name') >= 0.4 && shareOf(profile, 'login') < 0.3
  if (type === 'username' && isNamed) return 'name'
  const isGiven = shareOf(profile, 'first_name') >= 0.7 && shareOf(profile, 'full_name') < 0.2
  if (type === 'name' && isGiven) return 'first_name'
  if (type === 'bank_account' && shareOf(profile, 'iban') >= 0.8) return 'iban'
  return type
}

function headerEvidence(candidate: HeaderCandidate): Evidence {
  return { code: 'header_names_type', facts: { type: candidate.type } }
}

function headerOnly(candidate: HeaderCandidate, profile: ColumnProfile): Decision {
  const evidence = [headerEvidence(candidate)]
  if (profile.filled < 3) evidence.push({ code: 'few_values', facts: { filled: profile.filled } })
  const type = refined(candidate, profile)
  return { type, confidence: candidate.match === 'exact' ? 'medium' : 'low', evidence }
}

/** "Info", "Divers", "Statut" over "diabète", "asthme": such headers say little, the cells much. */
function speaksOfSpecial({ type }: HeaderCandidate, profile: ColumnProfile): boolean {
  const strong = profile.special?.strongShare ?? 0
  // "Arrêt" is a bus stop, and no bus stops at "maladie"; "Flag" is a ship's, and none flies "HIV".
  if (type === 'city' || type === 'region' || type === 'country') return strong >= 0.5
  const saysLittle = type === 'free_text' || type === 'category' || type === 'status'
  return saysLittle && strong >= 0.25
}

/** A form or checksum that nearly every cell passes is more than a header that it contradicts. */
function outweighsHeader({ confidence, evidence }: Decision): boolean {
  // Names of people are also names of rooms and streets: a dictionary does not outweigh a header.
  const byDictionary = evidence.some(({ code }) => code === 'dictionary_share')
  return !byDictionary && (confidence === 'high' || confidence === 'certain')
}

function disagreeing(candidate: HeaderCandidate, byValues: Decision): Decision {
  const facts = { type: candidate.type }
  return {
    ...byValues,
    evidence: [...byValues.evidence, { code: 'values_disagree_with_header', facts }],
  }
}

function nothingKnown(profile: ColumnProfile): Decision {
  if (profile.filled === 0) {
    return { type: 'empty', confidence: 'high', evidence: [{ code: 'column_empty', facts: {} }] }
  }
  return { type: 'text', confidence: 'low', evidence: [{ code: 'no_evidence', facts: {} }] }
}
