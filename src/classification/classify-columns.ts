// From a header and sampled rows to a finding for each column; columns also explain one another.
import {
  byNeighbours,
  type Column,
  intentionsOfMasses,
  readNeighbours,
} from './column-neighbours.ts'
import { type ColumnProfile, profileOf, shareOf } from './column-profile.ts'
import type { Decision } from './decide-by-values.ts'
import { decideColumn, type FileContext } from './decide-column.ts'
import { readScenes } from './file-scenes.ts'
import type { ColumnFinding } from './finding.ts'
import { headerWords } from './fold.ts'
import { headerCandidates, isNumberedColumn } from './header-score.ts'
import { looseRoles, weakSpecialPhrases } from './header-tables.ts'
import { bareName, ofAnimals, ofMasses, ofNamedThings, ofPlaces } from './named-things.ts'
import { ofNobody, untitledTunes } from './nobodys-names.ts'
import { peopleUnderAnyTitle } from './people-under-any-title.ts'
import { sidesInCells } from './sides-in-cells.ts'
import { titlesThatMislead } from './titles-that-mislead.ts'
import { classOfType, type DataType, nameTypes, peopleTypes } from './types-of-data.ts'
import { illnessInCells } from './wards-and-diagnoses.ts'
import { loginsOfPeople, titledPeople } from './whoever-logs-in.ts'

/** Rows that type the columns. Every row counts for the verdicts, sampled or not. */
export const sampleRowsMax = 2_000

export type ColumnSample = { finding: ColumnFinding; profile: ColumnProfile; namesakes: boolean }

export function classifyColumns(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): ColumnSample[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), header?.length ?? 0)
  const drafts = Array.from({ length: width }, (_, index) => {
    const title = header?.[index] ?? ''
    const profile = profileOf(rows.map((row) => row[index] ?? ''))
    const words = headerWords(title)
    return { title, words: isNumberedColumn(words) ? '' : words, profile }
  })
  const context = contextOf(drafts)
  const columns: Column[] = drafts.map((draft) => ({
    ...draft,
    decision: decideColumn(draft.title, draft.profile, context),
  }))
  readNeighbours(columns, rows)
  loginsOfPeople(columns, rows)
  titledPeople(columns)
  ofAnimals(columns)
  ofNobody(columns, rows)
  ofNamedThings(columns)
  ofMasses(columns)
  ofPlaces(columns, rows)
  nameOfThings(columns)
  namedGoods(columns)
  untitledTunes(columns, rows)
  goodsBesideBarCodes(columns)
  namesCounted(columns)
  nameBesideFirstName(columns)
  wholeNames(columns)
  ofCouples(columns)
  intentionsOfMasses(columns)
  readScenes(columns)
  titlesThatMislead(columns, rows)
  peopleUnderAnyTitle(columns, rows)
  sidesInCells(columns, rows)
  illnessInCells(columns, rows)
  sharesOfMany(columns)
  return columns.map(({ title, profile, decision, namesakes = false }, index) => ({
    profile,
    namesakes,
    finding: {
      index,
      header: title,
      class: classOfType[decision.type],
      type: decision.type,
      confidence: decision.confidence,
      evidence: decision.evidence,
    },
  }))
}

const counted = new Set<DataType>(['amount', 'number', 'quantity'])

/** "% extranj.", "Anteil w (%)": parts of a hundred. */
function sharesOfMany(columns: Column[]) {
  for (const column of columns) {
    const { title, decision } = column
    if (title.includes('%') && counted.has(decision.type))
      column.decision = { ...decision, type: 'percentage' }
  }
}

const healthWords =
  /\b(?:patient\w*|medecin\w*|docteur|doctor|physician|arzt|medico|arts|consultation\w*|secu|nir|mutuelle|hopital|hospital|clinique|pathologie|diagnos\w*|allerg(?!en)\w*|vaccin\w*|ald|rdv medical|soignant|infirmier\w*|krankenkasse|ipp|nompat|prepat)\b/

function speaksOfHealth(title: string): boolean {
  return headerCandidates(title).some(({ type, phrase }) => {
    return type === 'health' && !weakSpecialPhrases.has(phrase)
  })
}

const peopleWords =
  /\b(?:prenoms?|nom prenom|nom et prenom|nom de famille|first ?name|last ?name|surname|full name|vorname|nachname|apellidos?|cognome|voornaam|achternaam|naissance|birth|geburtsdatum|nacimiento|nascita|geboortedatum|salaries?|employe\w*|eleve|adherent|candidat)\b/

const expenseWords =
  /\b(?:a rembourser|notes? de frais|frais|expenses?|spesen|auslagen|gastos|rimborso spese|onkosten|declaratie)\b/

function contextOf(
  columns: readonly { title: string; words: string; profile: ColumnProfile }[],
): FileContext {
  const words = columns.map((column) => column.words).join(' | ')
  const nir = columns.some(({ profile }) => shareOf(profile, 'nir') >= 0.8)
  const animals =
    /\b(?:animal|animaux|chien|chat|cheval|pet|dog|cat|horse|hund|katze|espece|species|breed|puce|chip)\b/
  const named = columns.some(({ profile }) => {
    return shareOf(profile, 'full_name') >= 0.4 || shareOf(profile, 'first_name') >= 0.5
  })
  const hasRole = columns.some(({ title }) => namesRole(title))
  const people = (named || hasRole || peopleWords.test(words)) && !animals.test(words)
  const things = !peopleWords.test(words) && !columns.some(({ title }) => namesPerson(title))
  const told = new Set<DataType>()
  for (const { title, profile } of columns) {
    if (profile.special !== null && profile.special.strongShare >= 0.25)
      told.add(profile.special.type)
    for (const { type, phrase } of headerCandidates(title)) {
      if (classOfType[type] === 'special' && !weakSpecialPhrases.has(phrase)) told.add(type)
    }
  }
  // Whoever is paid back a train and a meal gives that number too.
  const health =
    (nir && !expenseWords.test(words)) ||
    healthWords.test(words) ||
    columns.some(({ title }) => speaksOfHealth(title))
  return {
    told,
    health,
    people: people && !(things && dishWords.test(words)),
    things: things && (machineWords.test(words) || dishWords.test(words)),
    beauty: !health && beautyWords.test(words),
  }
}

/** A role that no company has: "Simpatizante", "Confirmand", "Kindesname". */
function namesRole(title: string): boolean {
  return headerCandidates(title).some(({ type, match, phrase }) => {
    return match === 'exact' && type === 'name' && !looseRoles.has(phrase)
  })
}

function namesPerson(title: string): boolean {
  return headerCandidates(title).some(({ type, match }) => {
    return match === 'exact' && personTypes.has(type)
  })
}

const personTypes = new Set<DataType>([
  'name',
  'first_name',
  'last_name',
  'birth_date',
  'phone',
  'email',
  'nir',
  'national_id',
])
const machineWords =
  /\b(?:maschinen?|machines?|macchina|maquina|seriennr|seriennummer|serial|serienummer|hostname|firmware|device|gerat|gerate|sensor|sonde|sonda|betriebsst\w*|panne|fehlercode|error code|dtc|obd|vin|fahrgestell\w*|amiante|asbest|dpe|rack|onduleur\w*|compteur|terminus|haltestelle|fahrplan|freq|takt|capolinea|cabecera|endstation|eindhalte|pompe|moteur|motor|turbine|ascenseur|aufzug)\b/
/** Where nails and feet are treated by a chiropodist, none of these stands beside them. */
const beautyWords =
  /\b(?:patch test|stylist\w*|lash\w*|brows|nail tech|nail art|beautician|estheticienne|coiffeu[rs]\w*|onglerie|friseur\w*|kosm|kosmetikerin|nageldesign\w*|haarfarbe|farbrezept\w*|peluquer\w*|esteticista|estetista|parrucchier\w*|kapper|kapster|schoonheidsspecialist\w*|colou?r formula|formule couleur)\b/
const dishWords =
  /\b(?:plats?|dish|dishes|gerichte?|speisen?|platos?|piatt[io]|gerecht|gerechten|pratos?|recettes?|recipes?|rezepte?|receta|ricetta|recept|kcal|denree|patisseries?|viennoiseries?|torten?|kuchen|gateaux|desserts?|postres?|dolci|gebak|ingredients?|zutaten|snacks?)\b/

const goodsTypes: readonly DataType[] = [
  'ean',
  'amount',
  'quantity',
  'reference',
  'category',
  'product',
  'pet_chip',
]

const measures: readonly DataType[] = ['number', 'percentage', 'code', ...goodsTypes]

/** Perfumes, wines and bells bear names of people: under an unknown title, beside a measure, as well. */
function namedGoods(columns: Column[]) {
  const types = columns.map(({ decision }) => decision.type)
  if (!types.some((type) => measures.includes(type))) return
  if (types.some((type) => peopleTypes.includes(type) && type !== 'first_name')) return
  for (const column of columns) {
    const { decision, profile, words } = column
    const isGuessed = decision.evidence[0]?.code === 'dictionary_share' && words !== ''
    if (!isGuessed || !nameTypes.has(decision.type) || titleIsOfPeople(decision)) continue
    const asPeople = Math.max(
      shareOf(profile, 'known_person'),
      shareOf(profile, 'begins_as_person'),
      shareOf(profile, 'of_register'),
    )
    if (asPeople < 0.5) column.decision = byNeighbours('product')
  }
}

/** "Utente" names an account or an insured person: the names below are of people all the same. */
function titleIsOfPeople({ evidence }: Decision): boolean {
  return evidence.some(({ code, facts }) => {
    if (code !== 'values_disagree_with_header') return false
    const type = classOfType[facts.type as DataType]
    return type === 'direct' || type === 'linkable' || type === 'special'
  })
}

const coupleWords =
  /\b(?:pacs|mariages?|partenaires?|conjoints?|couples?|partners?|spouses?|epoux|pareja|conyuges?|coniug[ei]|ehepartner|echtpaar|marriage|wedding)\b/

/** "H/H", "F/H" beside two partners says whom each of them loves. */
function ofCouples(columns: Column[]) {
  if (!columns.some(({ words }) => coupleWords.test(words))) return
  for (const column of columns) {
    if (shareOf(column.profile, 'couple') >= 0.8)
      column.decision = byNeighbours('sexual_orientation')
  }
}

/** Rooms bear names of people, and are counted in beds and seats. */
const bedWords =
  /\b(?:lits?|beds?|betten|camas|letti|bedden|couchages?|capacite|capacity|kapazitat|capacidad|capienza|aforo|sitzplatze|zitplaatsen)\b/

/** What is given a name with a bottle or a bell. */
const christened =
  /^(?:strassenbahn|tram|tramway|lok|lokomotive|locomotive|boot|schiff|schip|bateau|boat|ship|navire|barco|nave|glocke|cloche|bell|klok|campana|molen|moulin|muhle|phare|pont|tunnelbohrmaschine|tunnelier|schneepflug|kehrmaschine|roboter|robot|bagger|kran|flugzeug|avion|aircraft|zug|train)(?: n)?$/

const describes =
  /^(?:(?:description|descr|designation|libelle|bezeichnung|beschreibung|descripcion|descrizione|omschrijving|title|titre|titel|titulo|titolo)(?: .*)?)?$/

/** Beside bar codes, words without a title and descriptions are goods: "Mrs Tilly's Vanilla Fudge". */
function goodsBesideBarCodes(columns: Column[]) {
  const types = columns.map(({ decision }) => decision.type)
  if (!types.includes('ean')) return
  if (types.some((type) => peopleTypes.includes(type) || nameTypes.has(type))) return
  for (const column of columns) {
    const isUnknown = column.decision.type === 'text' || column.decision.type === 'free_text'
    if (isUnknown && describes.test(column.words)) column.decision = byNeighbours('product')
  }
}

/** "Nom" in a file without people is the name of what the file is about. */
function nameOfThings(columns: Column[]) {
  const has = (types: readonly DataType[]) =>
    columns.some(({ decision }) => types.includes(decision.type))
  const isOfPeople = ({ decision: { type } }: Column) => {
    return peopleTypes.includes(type) || nameTypes.has(type)
  }
  if (columns.some((column) => !isBareName(column) && isOfPeople(column))) return
  // "Tram n°" beside "Nom" is christened so; "Bateau" has a name already, and "Nom" is its owner's.
  const hasBeds = columns.some(({ words, profile }) => {
    return bedWords.test(words) || (christened.test(words) && profile.nameShape < 0.5)
  })
  for (const column of columns) {
    if (!isBareName(column)) continue
    const { profile } = column
    // A first name alone is no evidence here: so are sofas and dogs called.
    const known = Math.max(shareOf(profile, 'full_name'), shareOf(profile, 'last_name'))
    // Rex and Félix are families too; beside their chips they are dogs and cats.
    if (known >= 0.5 && !has(['pet_chip']) && !hasBeds) continue
    const other = thingOfFile(has) ?? (has(goodsTypes) ? 'product' : null)
    if (other !== null) column.decision = byNeighbours(other)
    else if (known < 0.25 && profile.thingShape >= 0.3) column.decision = byNeighbours('product')
  }
}

const namedWares = new Set<DataType>(['pet_chip', 'ean'])
const countTypes = new Set<DataType>(['quantity', 'number', 'percentage', 'amount'])
const countWords =
  /\b(?:nombre|nb|nbr|count|number|naissances|births|effectifs?|occurrences?|freq\w*|rang|rank|anzahl|haufigkeit|cantidad|frecuencia|numero|aantal|total|part|percent|share|attributions?)\b/

/** How often, and in which place: what is said of a family name as a word. */
const frequencyWords =
  /\b(?:occurrences?|frequen\w*|freq|rang|rank\w*|effectifs?|haufigkeit|frecuencia|frequenza|incidence|porteurs|bearers)\b/

/** Names beside a count and nobody else are statistics: how many children are called so. */
function namesCounted(columns: Column[]) {
  const types = columns.map(({ decision }) => decision.type)
  const ofPeople = types.filter((type) => {
    return nameTypes.has(type) || (peopleTypes.includes(type) && type !== 'gender')
  })
  const isCounted = columns.some(({ words, decision }) => {
    return countTypes.has(decision.type) && countWords.test(words)
  })
  const only = ofPeople.length === 1 ? ofPeople[0] : null
  if (only !== 'first_name' && only !== 'last_name') return
  const isFamilyCounted = isCounted && columns.some(({ words }) => frequencyWords.test(words))
  // Beside their chips, these are what dogs are called; beside bar codes, what stands on mugs.
  const isPet = types.some((type) => namedWares.has(type)) && only === 'first_name'
  const isStatistic = only === 'first_name' ? isCounted : isFamilyCounted
  if (!isPet && !isStatistic) return
  for (const column of columns) {
    // "Coiffeuse" beside "Total": what each of them did.
    if (!isPet && titleIsRole(column)) continue
    if (column.decision.type === only)
      column.decision = byNeighbours(isPet ? 'product' : 'category')
  }
}

const ofNames = /\b(?:noms?|names?|nombres?|nom[ei]|naam|namen)\b/

/** "Vendeuse" over "Manon" is who sold; "Nom" and "Baby name" are what somebody is called. */
function titleIsRole({ title, words }: Column): boolean {
  if (ofNames.test(words)) return false
  return headerCandidates(title).some(({ type, match }) => match === 'exact' && type === 'name')
}

function isBareName({ words, decision }: Column): boolean {
  return nameTypes.has(decision.type) && bareName.has(words)
}

/** Names in a file about companies or places are theirs. */
function thingOfFile(has: (types: readonly DataType[]) => boolean): DataType | null {
  if (has(['siren', 'siret', 'vat_number'])) return 'company'
  const place = has(['region', 'country']) && has(['postal_code', 'identifier', 'number'])
  return place ? 'city' : null
}

/** "Nombre" over "Nuria Etxeberria Ruiz", and nobody's family name beside it: all of what they are called. */
function wholeNames(columns: Column[]) {
  const named = columns.filter(({ decision }) => nameTypes.has(decision.type))
  const [only] = named
  if (only === undefined || named.length > 1 || only.decision.type !== 'first_name') return
  // "José Luis", "Ana" are given names, however many words.
  const isGiven = shareOf(only.profile, 'first_name') >= 0.3
  const isWhole = only.profile.wordsMean >= 1.8 && shareOf(only.profile, 'full_name') >= 0.5
  if (isWhole && !isGiven && /^nom(?:e|bre)$/.test(only.words))
    only.decision = { ...only.decision, type: 'name' }
}

const bareNameTitle = /^(?:noms?|names?|naam|nombre|nome)$/
const familyTitle = /^(?:familles?|famil(?:y|ie|ia)|famiglia|foyer|haushalt|household|gezin)$/

/** A column of words beside first names is family names; "Name" beside "Vorname" too. */
function nameBesideFirstName(columns: Column[]) {
  const first = columns.findIndex(({ decision }) => decision.type === 'first_name')
  if (first < 0) return
  for (const column of columns) {
    const { profile, decision, words } = column
    const single = shareOf(profile, 'full_name') < 0.5
    const saysName = /\b(?:nom|name|naam|nombre|nome)\b/.test(words)
    // Names that no list knows are names where a first name stands beside them.
    const isUnknown = decision.type === 'text' && bareNameTitle.test(words)
    const isName = decision.type === 'name' || (isUnknown && profile.nameShape >= 0.5)
    if (isName && single && saysName) {
      column.decision = isUnknown ? byNeighbours('last_name') : { ...decision, type: 'last_name' }
    }
  }
  if (columns.some(({ decision }) => decision.type === 'last_name')) return
  // "Familie" beside "Vorname": what they are all called.
  const family = columns.find(({ words, decision, profile }) => {
    return familyTitle.test(words) && decision.type === 'text' && profile.nameShape >= 0.8
  })
  if (family !== undefined) {
    family.decision = byNeighbours('last_name')
    return
  }
  for (const column of [columns[first - 1], columns[first + 1]]) {
    if (column === undefined || column.words !== '' || column.decision.type !== 'text') continue
    const { profile } = column
    const varied = profile.distinct >= profile.filled * 0.4
    if (profile.nameShape >= 0.8 && varied && profile.wordsMean < 2.5) {
      column.decision = byNeighbours('last_name')
      return
    }
  }
}
