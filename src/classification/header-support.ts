// Whether the values of a column bear out what its header names, leave it open, or contradict it.

import { type ColumnProfile, fitOf, shareOf } from './column-profile.ts'
import { lateList } from './data-files.ts'
import { bareNames, byPhrase, type HeaderCandidate, looseRoles } from './header-tables.ts'
import { classOfType, type DataType } from './types-of-data.ts'

export type Support = 'supported' | 'open' | 'contradicted'

const numberTypes = new Set<DataType>([
  'nir',
  'ine',
  'national_id',
  'tax_id',
  'health_insurance_id',
  'id_card',
  'passport',
  'iban',
  'bank_account',
  'credit_card',
])

/** Types whose recognisers are complete enough to contradict a header. */
const recognised = new Set<DataType>([
  ...numberTypes,
  'phone',
  'email',
  'ip_address',
  'licence_plate',
  'username',
  'bic',
  'siren',
  'siret',
  'vat_number',
  'ean',
  'imei',
  'pet_chip',
  'uuid',
  'url',
  'gender',
  'civility',
  'percentage',
  'time',
  'postal_code',
])

export function supportOf(candidate: HeaderCandidate, profile: ColumnProfile): Support {
  const { type, phrase, match } = candidate
  if (classOfType[type] === 'special')
    return isOverNames(phrase, profile) ? 'contradicted' : 'supported'
  switch (type) {
    case 'name':
    case 'first_name':
    case 'last_name':
      if (suppliers.has(phrase)) return supplierSupport(profile)
      return nameSupport(type, profile, isLoose(phrase, match), match === 'part')
    case 'age':
      return byShare(Math.max(shareOf(profile, 'number'), shareOf(profile, 'age_range')))
    case 'number':
    case 'quantity':
    case 'amount':
      return byShare(most(profile, 'number', 'amount', 'number_in_groups'))
    case 'date':
    case 'consent_date':
      return byShare(Math.max(shareOf(profile, 'date'), shareOf(profile, 'birth_date_like')))
    case 'birth_date':
      return byShare(shareOf(profile, 'birth_date_like'))
    case 'postal_address':
      return addressSupport(profile, phrase)
    case 'consent':
    case 'objection':
      return answerSupport(profile)
    case 'company':
      if (looseRoles.has(phrase) && isOfStreets(profile)) return 'contradicted'
      if (most(profile, 'email', 'phone', 'phone_grouped', 'iban', 'boolean', 'amount') >= 0.5) {
        return 'contradicted'
      }
      return profile.digitsOnly >= 0.6 ? 'contradicted' : 'open'
    case 'city':
      // "Von" over hours, "Lieu de relève" over streets and numbers.
      if (most(profile, 'street', 'time') >= 0.4) return 'contradicted'
      return profile.digitsOnly >= 0.6 ? 'contradicted' : 'open'
    case 'country':
      if (phrase === 'stato' && shareOf(profile, 'country') < 0.2) return 'contradicted'
      return profile.digitsOnly >= 0.6 ? 'contradicted' : 'open'
    case 'gender':
      // ISO 5218: 1, 2, and 0 or 9 where it is not known.
      if (profile.digitsOnly >= 0.9 && profile.distinct <= 4) return 'supported'
      return byShare(shareOf(profile, 'gender'))
    case 'product':
      return isOtherThanGoods(profile) ? 'contradicted' : 'open'
    case 'tax_id':
      // "NIF beneficiario" over "G31000112": the number of an association, and no person's.
      return byShare(Math.max(fitOf(profile, type)?.share ?? 0, shareOf(profile, 'es_cif')))
    case 'boolean':
    case 'identifier':
      // "Debitor" over "Svenja Pfaff" beside "Konto", "Mineur" over "Lilou Jolivet": who it is.
      return profile.nameShape >= 0.8 && shareOf(profile, 'full_name') >= 0.6
        ? 'contradicted'
        : 'open'
    case 'order_number':
      // "Reserva" over "Sra. Quintanar": an order has a number, and who made it has none.
      return profile.nameShape >= 0.7 ? 'contradicted' : 'open'
    default:
      return recognised.has(type) ? byShare(fitOf(profile, type)?.share ?? 0) : 'open'
  }
}

/** "Ship to" over "14 Foxglove Close": where it goes, and to no firm. */
function isOfStreets(profile: ColumnProfile): boolean {
  const street = shareOf(profile, 'street')
  return street >= 0.4 && street > shareOf(profile, 'company')
}

/** "Clos" over days, "Hébergement" over streets with their numbers. */
function isOtherThanGoods(profile: ColumnProfile): boolean {
  return most(profile, 'date', 'time') >= 0.8 || shareOf(profile, 'street') >= 0.4
}

/** "Batizado" over "sim" is belief; over two words of a name's shape, whoever was baptised. */
function isOverNames(phrase: string, profile: ColumnProfile): boolean {
  // "Née" over "Jaouen" is a maiden name, and no need of a pupil.
  if (maidenWords.has(phrase) && profile.special === null)
    return profile.nameShape >= 0.6 && most(profile, 'last_name', 'full_name') >= 0.2
  if (byPhrase.get(phrase)?.includes('name') !== true || profile.special !== null) return false
  return profile.nameShape >= 0.8 && profile.wordsMean >= 1.5 && shareOf(profile, 'boolean') < 0.3
}

/** Headers over the day somebody was born, or over the name that she was born with. */
const maidenWords = new Set(['nee', 'geb', 'geborene', 'nata', 'nacida', 'geboren', 'born'])

function byShare(share: number): Support {
  if (share >= 0.5) return 'supported'
  return share >= 0.2 ? 'open' : 'contradicted'
}

function most(profile: ColumnProfile, ...ids: readonly string[]): number {
  return ids.reduce((best, id) => Math.max(best, shareOf(profile, id)), 0)
}

/** Most supply as firms, and firms are called like people: who supplies has a title, or most are people. */
const suppliers = new Set(
  'supplier|fournisseur|lieferant|proveedor|fornitore|leverancier'.split('|'),
)

function supplierSupport(profile: ColumnProfile): Support {
  const isOfPeople = most(profile, 'full_name') >= 0.5 && shareOf(profile, 'company') < 0.5
  return isOfPeople || shareOf(profile, 'titled_person') >= 0.2 ? 'supported' : 'contradicted'
}

/** "Client", or "nom" with a word beside it that nobody knows. */
function isLoose(phrase: string, match: HeaderCandidate['match']): boolean {
  return looseRoles.has(phrase) || (match === 'part' && bareNames.has(phrase))
}

/** `loose`: such a header stands as often over companies; only known names bear it out. */
function nameSupport(
  type: DataType,
  profile: ColumnProfile,
  loose: boolean,
  partly: boolean,
): Support {
  // "Nom usuel" over "Loi Veil", "Loi Évin": whoever they are named after.
  if (shareOf(profile, 'named_thing') >= 0.6) return 'contradicted'
  const own = type === 'name' ? ['first_name', 'last_name'] : [type]
  const known = Math.max(
    most(profile, 'full_name', ...own),
    // "S. Maury", "Mathieu": some in full and some by their first name alone.
    type === 'name' ? (shareOf(profile, 'full_name') + shareOf(profile, 'first_name')) * 0.8 : 0,
  )
  const otherThing = most(profile, 'company', 'office', 'street', 'email', 'phone', 'boolean')
  // "Plaignant" over a person and three shops: who is written with a title is one, and is kept.
  const isTitled = !loose && !partly && shareOf(profile, 'titled_person') >= 0.2
  // "Interlocuteur" over some people and many a "service compta": the people are kept.
  const isAmongOffices =
    !loose &&
    !partly &&
    profile.filled >= 6 &&
    shareOf(profile, 'office') === otherThing &&
    shareOf(profile, 'full_name') >= 0.2
  if (otherThing >= 0.5 && otherThing > known) {
    return isTitled || isAmongOffices ? 'open' : 'contradicted'
  }
  // Paris and Nancy are families too; a column where every name is a town's is of towns.
  if (shareOf(profile, 'city') >= 0.8 && shareOf(profile, 'city') > known + 0.2)
    return 'contradicted'
  if (profile.nameShape < 0.5) return known >= 0.3 ? 'open' : 'contradicted'
  const isOfCompanies = shareOf(profile, 'company') >= 0.15
  if (loose && isOfCompanies && shareOf(profile, 'full_name') < 0.3) {
    return shareOf(profile, 'titled_person') >= 0.2 ? 'open' : 'contradicted'
  }
  // "Candidat liste" over "Liste A", "Liste B": a few values, none of them anybody's name.
  if (partly && known === 0 && profile.filled >= 6 && profile.distinct <= 3) return 'contradicted'
  if (known >= (loose ? 0.3 : 0.2)) return 'supported'
  // "Donor" over couples, a club and a tin: where no company is told, a third of people are enough.
  if (loose && !isOfCompanies && shareOf(profile, 'known_person') >= 0.3) return 'supported'
  return loose ? 'contradicted' : 'open'
}

/** "Bien", "Woning": a property on offer as often as where somebody lives. */
const looseAddresses = lateList('loose address')

/** "Straßen" of a round: which ones, and nobody's, unless a number stands behind each. */
const manyStreets = new Set(
  'strassen|strassenzuge|strade|vie|straten|rues|streets|calles'.split('|'),
)

const streetWords = new Set('voie|rue|street|strasse|calle|via|straat'.split('|'))

function addressSupport(profile: ColumnProfile, phrase: string): Support {
  if (shareOf(profile, 'street') >= 0.3) return 'supported'
  if (manyStreets.has(phrase)) return 'contradicted'
  // "CODE_VOIE": a street by its number, which is nobody's door.
  if (streetWords.has(phrase) && profile.digitsOnly >= 0.6) return 'contradicted'
  const isLoose = looseAddresses.has(phrase)
  if (isLoose && shareOf(profile, 'street') < 0.2 && profile.wordsMean < 2) return 'contradicted'
  // "Domicile" over towns alone says where, and not at which door.
  if (shareOf(profile, 'city') >= 0.7 && shareOf(profile, 'street') < 0.1) return 'contradicted'
  return most(profile, 'email', 'ip', 'url', 'boolean', 'date') >= 0.5 ? 'contradicted' : 'open'
}

function answerSupport(profile: ColumnProfile): Support {
  if (shareOf(profile, 'boolean') >= 0.5) return 'supported'
  return most(profile, 'email', 'phone') >= 0.5 ? 'contradicted' : 'open'
}

/** "kV" over 63 and 225: no number of a person has three digits. */
function isOfFewDigits({ digitsOnly, digitLengths, filled }: ColumnProfile): boolean {
  let long = 0
  for (const [length, count] of digitLengths) if (length >= 5) long += count
  return digitsOnly >= 0.8 && long < filled * 0.2
}

/** "NIR" over cells that fail the key: the header is believed where they look like a number. */
export function keepsDespiteValues(type: DataType, profile: ColumnProfile): boolean {
  if (!numberTypes.has(type) || isOfFewDigits(profile)) return false
  return most(profile, 'code', 'spaced_code') >= 0.5 || profile.digitsOnly >= 0.5
}
