// What is not a person: companies, goods, codes, amounts, yes and no.
import {
  passesEan,
  passesFrenchVat,
  passesLuhn,
  passesSiren,
  passesSiret,
} from '../check-digits.ts'
import { late, lateList, listOf } from '../data-files.ts'
import { cities, firstNames, lastNames } from '../name-lists.ts'
import { type Cell, holds, keepingLast, type Recogniser } from './recogniser.ts'

const legalForm =
  /(?:^|[\s(,])(?:sarl|s\.a\.r\.l\.?|sas|sasu|s\.a\.s\.?|eurl|snc|sci|scop|scp|selarl|sa|s\.a\.|eirl|gie|gaec|earl|rsp|sp\.? ?z ?o\.? ?o\.?|sp\. ?[jk]\.|p\.?p?h\.?u\.?|asso|association|amicale|federation|fondation|comite|cooperative|coop\.?|mutuelle|syndicat|ets\.?|etablissements?|cabinet|boulangerie|garage|pharmacie|restaurant|hotel|groupe|societe|entreprise|mairie|commune de|lycee|college|ecole|ltd\.?|limited|llc|inc\.?|plc|llp|corp\.?|company|& co\.?|& sons|gmbh|ag|kg|ohg|ug|e\.v\.|e\.k\.|gbr|s\.?l\.?|s\.?l\.?u\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.?n\.?c\.?|b\.?v\.?|n\.?v\.?|bvba|vof|sprl|srl|asbl|& fils|et fils|& associes|& cie|freres|consulting|services|dept\.?|department|solutions|industries|transports|international)(?:[\s,.)]|$)/

/** What is done in a salon: under "Behandlung", nobody is ill. */
const salonWork =
  /\b(?:coupe|coloration|couleur|brushing|meches|balayage|manucure|epilation|pose d ongles|haircut|trim|blow dry|highlights|manicure|waxing|gel nails|schneiden|haarschnitt|fohnen|farben|strahnen|manikure|wimpern\w*|corte|mechas|tinte|manicura|depilacion|taglio|piega|meches|tinta|ceretta|\w*knippen|fohn|verven|kleuren|highlights|wenkbrauwen|harsen)\b/

/** Words, and how long those are that begin with a letter: most others are passed over by that. */
type WordTable = { words: ReadonlySet<string>; lengths: Int32Array }

function tableOf(all: readonly string[]): WordTable {
  const lengths = new Int32Array(128)
  for (const word of all) {
    const first = word.charCodeAt(0)
    lengths[first] = (lengths[first] as number) | (1 << word.length)
  }
  return { words: new Set(all), lengths }
}

const table = (list: string) => late(() => tableOf(listOf(list)))

function mayBeAmong({ lengths }: WordTable, text: string, from: number, until: number): boolean {
  const lengthsHere = lengths[text.charCodeAt(from)] ?? 0
  return until - from <= 31 && ((lengthsHere >> (until - from)) & 1) === 1
}

/** Whether what stands there is a word of the table: it is cut out only if it may be. */
function isAmong(list: () => WordTable, text: string, from: number, until: number): boolean {
  const known = list()
  return mayBeAmong(known, text, from, until) && known.words.has(text.slice(from, until))
}

/** Clubs, choirs, parishes, committees and works of charity, by a word that nobody bears as a name. */
const societies = table('society')
const societyEnd =
  /(?:club|verein|verband|vereniging|comite|feuerwehr|chor|koor|orkest|orchester|kapelle|kreis)$/
const societyMiddle = / (?:club|verein|chorale|choir|committee|society|fanfare|petanque) /
/** What the first word leaves open, the next ones settle. */
const societyHeads = table('head of a society')
const society =
  /^(?:cyclo[ -]?randonneurs|anciens combattants|familles rurales|foyer rural|secours (?:populaire|catholique)|(?:les )?restos du coeur|croix[ -]rouge|les amis d|parents d.eleves|union (?:sportive|locale|nationale|deportiva|sportiva)|societe de|friends of|women.s institute|red cross|rotes kreuz|cruz roja|comision de|pena l[oa]s [a-z]+$|coral (?:santa|san|polifonica|infantil) |banda (?:municipal|musical|cittadina|de )|pro loco|croce (?:rossa|verde|bianca)|coro (?:monte|san|santa|polifonico|parrocchiale|alpino)|rode kruis|harmonie (?:municipale|de|sint|st|royale|koninklijke)|centre (?:de loisirs|social|aere)|centro (?:sociale|juvenil|giovanile|parrocchiale)|accueil de loisirs|after[ -]?school|parish (?:of|church|council)|parent[ -]teacher|ensemble vocal|(?:kita|bso|alsh|clsh|clae|ogs|ampa|apel|fcpe) .*)(?![a-z])/

/** Who plays has a hall: "Korfbal Rapid", "Judo Shizen", "Gymmen 55+"; alone it is the sport. */
const sports = table('sport')
/** Before a name of their own: no one has three such letters for initials. */
const clubLetters = table('letters of a club')
/** These are initials as well, unless no family and no given name stands behind them, or a town. */
const fewLetters = late(() => tableOf('fc vc sv vv tv fv'.split(' ')))
const townLetters = late(() => tableOf('as us sc ac rc tc hc bc cd ud cf'.split(' ')))

/** "TSV Rot", "Volleybal Zuid", "VC Zuid", "AS Cannes". */
function playsTogether(folded: string, gap: number): boolean {
  if (isAmong(sports, folded, 0, gap)) return !firstNames.has(folded.slice(gap + 1))
  if (gap > 4) return false
  if (isAmong(clubLetters, folded, 0, gap)) return /^[a-z\d]/.test(folded.slice(gap + 1))
  if (gap > 2) return false
  const behind = folded.slice(gap + 1)
  if (isAmong(townLetters, folded, 0, gap)) return isCity(behind)
  if (!isAmong(fewLetters, folded, 0, gap) || !/^[a-z\d]{2}/.test(behind)) return false
  return !behind.split(/[ -]/).some((word) => lastNames.has(word) || firstNames.has(word))
}

/** Most words are passed over by their last letter, and by their last four. */
const societyTails = new Set(
  'club rein band ging mite wehr chor koor kest ster elle reis'.split(' '),
)
const societyLasts = new Set([...societyTails].map((tail) => tail.charCodeAt(3)))

function isSociety(folded: string, from: number, until: number): boolean {
  if (isAmong(societies, folded, from, until)) return true
  if (until - from < 8 || !societyLasts.has(folded.charCodeAt(until - 1))) return false
  return societyTails.has(folded.slice(until - 4, until)) && societyEnd.test(folded.slice(0, until))
}

function namesSociety(folded: string, gap: number): boolean {
  if (isSociety(folded, 0, gap < 0 ? folded.length : gap)) return true
  if (gap < 0) return false
  if (isAmong(societyHeads, folded, 0, gap) && society.test(folded)) return true
  if (playsTogether(folded, gap)) return true
  const lastGap = folded.lastIndexOf(' ')
  if (isSociety(folded, lastGap + 1, folded.length)) return true
  return lastGap > gap && societyMiddle.test(folded)
}

/** Houses that everybody buys from, written without their legal form. */
const houses = table('house')

/** Whoever asks, keeps or pays in a house or for a town, by what it is called in six languages. */
const offices = lateList('office')
const office =
  /^(?:services? [a-z]|direction [a-z]|stadt [a-z]|ville d|gemeinde [a-z]|gemeente [a-z]|comune di|provincie |provincia d|region [a-z]|conseil (?:d|g|r)|ministere|ministerio|ministerium|ministero|stiftung [a-z]|fondazione |foundation |fundacion |stichting |maison d[eu]|mission locale|pole [a-z]|agence [a-z]|bureau d|(?:sv|vv|fc|cd|ud|tsv|tus|vfl|vfb|djk|asd|ssd|ver\.|asoc\.?|ampa|cercle|kring|koor) [a-z0-9]|office of|city of|council of|department of|tresor public)/
const officeEnd =
  /(?:abteilung|direktion|verwaltung|behorde|bauamt|[bdlns]amt|vereniging|verein|werke|dezernat|referat)$/

/** A legal form or a trade word, or a house that all know: the name of a company. Folded text. */
export const isCompanyName = keepingLast(namesCompany)

function namesCompany(folded: string): boolean {
  if (folded.length < 3) return false
  const gap = folded.indexOf(' ')
  // "Chez Paul", "Bar Marcel": where one goes, whoever keeps it.
  if (gap > 0 && isAmong(placesToGo, folded, 0, gap) && /^[a-z]/.test(folded.slice(gap + 1)))
    return true
  if (isHouse(folded)) return true
  return folded.length >= 4 && (legalForm.test(folded) || namesSociety(folded, gap))
}

const placesToGo = late(() =>
  tableOf(
    'chez bar cafe brasserie auberge bistro bistrot trattoria osteria pub gasthof gasthaus'.split(
      ' ',
    ),
  ),
)

function isHouse(folded: string): boolean {
  // Written with a hyphen, a space or an apostrophe, a name is as long.
  const known = houses()
  if (!mayBeAmong(known, folded, 0, folded.length)) return false
  return known.words.has(folded) || known.words.has(folded.replace(/[ ']/g, '-'))
}

/** A known city, or a name that only places have: Saint-X, X-sur-Y. Folded text. */
export function isCity(folded: string): boolean {
  const name = folded
    .replace(/ ?(?:cedex ?\d*|\d{1,2}(?:er|e|eme)?)$/, '')
    .replace(/^st[e.]? /, 'saint-')
  if (cities.has(name) || cities.has(name.replace(/ /g, '-'))) return true
  if (/[a-z]-(?:sur|sous|en|les|lez|le|la)-[a-z]/.test(name)) return true
  const saint =
    /^(?:saint|sainte|st)[- ][a-z]+(?:[- ](?:sur|en|de|du|des|le|la|les|l|sous|et)[- ].+)?$/
  return name.length > 7 && saint.test(name)
}

/** Dogs, cats, cows, horses and sheep are of these; people are not. */
const breeds = lateList('breed')

const booleans = lateList('boolean')
const genders = lateList('gender')
const civilities = lateList('civility')
const countries = lateList('country')
/** What has become of a lot, an order or a bill: each begins a cell, and some are names as well. */
const states = lateList('state of a thing')
/** Of two words, joined. */
const longStates = new Set(
  'en_attente in_attesa en_cours in_corso in_behandeling a_payer zu_zahlen'.split(' '),
)
/** How one pays: "carta", "contrassegno", "Lastschrift". */
const payments = lateList('payment')

const amountShape =
  /^[-+]?(?:[€$£]\s?)?\d{1,3}(?:[ .,'’\u00a0\u202f]?\d{3})*(?:[.,]\d{1,4})?\s?(?:[€$£]|eur|euros?|chf|usd|gbp)?$/
const orderShape =
  /^(?:cmd|cde|ord|order|fac|fact|inv|bc|bl|dev|po|so|re|rg|ped|web|#)[-_/ ]?(?:[a-z]{0,4}[-_/ ]?)?\d{2,}(?:[-_/ ]\d+)*$/i
const foreignPostcode =
  /^(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{4}\s?[A-Z]{2}|(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?)$/i
const ageRange =
  /^(?:[<>+]?\s?\d{1,3}\s?\+?|\d{1,3}\s?(?:-|–|a|to|bis|et)\s?\d{1,3})(?: (?:ans|years|jahre|anos|anni|jaar)?(?: ?et (?:\+|plus))?)?$/
const chipShape = /^(?:25026[89]|25022[89]|9[0-8]\d{4})\d{9}$/
const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Kind =
  | 'form'
  | 'form_needs_header'
  | 'checksum'
  | 'checksum_needs_header'
  | 'dictionary'
  | 'dictionary_needs_header'

function thing(
  id: string,
  type: Recogniser['type'],
  kind: Kind,
  needs: number,
  test: (cell: Cell) => boolean,
): Recogniser {
  const headerNeeded = kind.endsWith('_needs_header')
  const method = kind.startsWith('checksum')
    ? 'checksum'
    : kind.startsWith('dictionary')
      ? 'dictionary'
      : 'format'
  return { id, type, method, headerNeeded, needs, test }
}

/** Digits without gaps, or with letters before them. */
const numbered = holds.code | holds.digit

export const things: readonly Recogniser[] = [
  thing('pet_chip', 'pet_chip', 'form', numbered, (cell) => chipShape.test(cell.compact)),
  thing('chip_like', 'pet_chip', 'form_needs_header', numbered, ({ compact }) =>
    /^\d{15}$/.test(compact),
  ),
  thing('imei', 'imei', 'checksum_needs_header', numbered, ({ compact }) => {
    return /^\d{15}$/.test(compact) && passesLuhn(compact)
  }),
  thing('ean', 'ean', 'checksum', numbered, ({ compact }) => {
    return /^\d{12,13}$/.test(compact) && passesEan(compact)
  }),
  thing('ean_8', 'ean', 'checksum_needs_header', numbered, ({ compact }) => passesEan(compact)),
  thing('isbn', 'ean', 'form_needs_header', numbered, ({ compact }) => {
    return /^(?:97[89])?\d{9}[\dX]$/.test(compact)
  }),
  thing('siret', 'siret', 'checksum', numbered, ({ compact }) => passesSiret(compact)),
  thing('siren', 'siren', 'checksum', numbered, ({ compact }) => passesSiren(compact)),
  thing('vat_fr', 'vat_number', 'checksum', numbered, ({ compact }) => passesFrenchVat(compact)),
  thing('vat', 'vat_number', 'form_needs_header', holds.code, ({ compact }) => {
    return /^(?:[A-Z]{2})?[A-Z0-9]{8,12}$/.test(compact)
  }),
  // Of a Spanish firm: K, L and M are of people, and so are X, Y and Z.
  thing('es_cif', 'vat_number', 'form_needs_header', holds.code, ({ compact }) =>
    /^(?:ES)?[ABCDEFGHJNPQRSUVW]\d{7}[\dA-J]$/.test(compact),
  ),
  thing('uuid', 'uuid', 'form', 0, ({ text }) => uuidShape.test(text)),
  thing('url', 'url', 'form', holds.letter, ({ text }) => /^(?:https?:\/\/|www\.)\S+$/i.test(text)),
  thing('domain', 'url', 'form', holds.letter, ({ text }) =>
    /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,12}$/i.test(text),
  ),
  thing('age_range', 'age', 'form_needs_header', holds.digit, ({ folded }) =>
    ageRange.test(folded),
  ),
  thing('boolean', 'boolean', 'form', 0, ({ folded }) => booleans.has(folded)),
  thing('blood_group', 'health', 'form', 0, ({ text }) =>
    /^(?:A|B|AB|O|0)\s?(?:[+-]|rh ?[+-]|pos|neg)$/i.test(text),
  ),
  thing('blood_letters', 'health', 'form_needs_header', 0, ({ text }) =>
    /^(?:A|B|AB|O|0)$/.test(text),
  ),
  thing('gender', 'gender', 'form', holds.letter, ({ folded }) => genders.has(folded)),
  thing('civility', 'civility', 'form', holds.letter, ({ folded }) => civilities.has(folded)),
  thing('country', 'country', 'form', holds.letter, ({ folded }) => countries.has(folded)),
  thing('percentage', 'percentage', 'form', holds.digit, ({ text }) =>
    /^-?\d{1,3}(?:[.,]\d+)?\s?%$/.test(text),
  ),
  thing('amount', 'amount', 'form', holds.digit, ({ folded }) => {
    return amountShape.test(folded) && /[€$£.,]|eur|chf|usd|gbp/.test(folded)
  }),
  thing('postcode_fr', 'postal_code', 'form', holds.digit, ({ text }) => {
    return /^(?:0[1-9]|[1-8]\d|9[0-58]|97)\d{3}$/.test(text)
  }),
  thing('postcode', 'postal_code', 'form_needs_header', holds.digit, ({ text }) =>
    foreignPostcode.test(text),
  ),
  thing('city', 'city', 'dictionary', holds.letter, ({ folded }) => isCity(folded)),
  thing('office', 'company', 'form_needs_header', holds.letter, ({ folded }) => {
    return offices.has(folded) || office.test(folded) || officeEnd.test(folded)
  }),
  thing('company', 'company', 'dictionary', holds.letter, ({ folded }) => isCompanyName(folded)),
  thing('hair_and_nails', 'product', 'form_needs_header', holds.letter, ({ folded }) =>
    salonWork.test(folded),
  ),
  thing('state_word', 'status', 'dictionary_needs_header', holds.letter, ({ folded }) => {
    const [first = '', second] = folded.split(' ', 2)
    return states.has(first) || (second !== undefined && longStates.has(`${first}_${second}`))
  }),
  thing('payment_word', 'category', 'dictionary_needs_header', holds.letter, ({ folded }) =>
    payments.has(/^[a-z]+/.exec(folded)?.[0] ?? ''),
  ),
  thing('order', 'order_number', 'form', holds.digit, ({ text }) => orderShape.test(text)),
  thing('number', 'number', 'form', holds.digit, ({ text }) => /^-?\d+(?:[.,]\d+)?$/.test(text)),
  thing('number_in_groups', 'number', 'form_needs_header', holds.digit, ({ text }) =>
    /^-?\d{1,3}(?:[ \u00a0\u202f'’.]\d{3})+(?:[.,]\d+)?$/.test(text),
  ),
  // On the ear of a cow or a sheep; VAT numbers of these countries are shorter or longer.
  thing('ear_tag', 'identifier', 'form_needs_header', numbered, ({ compact }) => {
    return /^(?:FR|IE|UK|CH|AT|DE|LU)\d{10}$|^(?:UK|IE|CH|FR|DE|ES|IT|NL|PL|PT)\d{12}$/.test(
      compact,
    )
  }),
  thing('breed', 'category', 'form_needs_header', holds.letter, ({ folded }) => {
    return folded.split(/[ -]/).some((word) => breeds.has(word))
  }),
  thing('couple', 'category', 'form_needs_header', holds.letter, ({ text }) =>
    /^[HFMWDV] ?[/+&-] ?[HFMWDV]$/i.test(text),
  ),
  thing('spaced_code', 'code', 'form_needs_header', holds.digit, ({ compact }) => {
    return /^(?=(?:.*\d){4})[A-Z0-9]{5,20}$/.test(compact)
  }),
  thing('code', 'code', 'form_needs_header', holds.digit, ({ text }) => {
    return /^(?=.*\d)[A-Z0-9_-]{3,30}$/i.test(text)
  }),
]
