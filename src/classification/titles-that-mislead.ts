// Titles that mean one thing beside people and another in this file, told by the cells and the columns around.
import { byNeighbours, type Column, cellsAt, guesses, type Rows } from './column-neighbours.ts'
import { shareOf } from './column-profile.ts'
import { fold } from './fold.ts'
import { isPlaceOfWorship } from './special-titles.ts'
import { classOfType, isOfSomebody, nameTypes } from './types-of-data.ts'

export function titlesThatMislead(columns: Column[], rows: Rows) {
  lotsAndBreeds(columns, rows)
  matchesPlayed(columns, rows)
  boardersAndDossiers(columns, rows)
  papersOfGuests(columns)
  mechanicsBesidePlates(columns)
  vehiclesByPlate(columns)
  yearsOfWines(columns)
  seatsOfFirms(columns)
  speciesByName(columns)
  namesShippedTo(columns)
  partnersBySalutation(columns)
  parishesOfBaptism(columns)
  titlesOfContacts(columns)
  numbersByTheirCells(columns, rows)
}

const lotWords = /^(?:partij(?:en)?|partidas?|partit[ae]|parti[es]?|partie)(?: (?:n|nr|no|num))?$/
const voteWords = /^(?:votos?|votes?|voti|voix|stimmen|stemmen|preferencias|preferenze)$/
const breedWords =
  /^(?:ras|rassen|rasse|races?|razas?|razz[ae]|breeds?|sorten?|varietes?|variet(?:y|ies)|variedad(?:es)?|varieta|cultivars?)$/

/** "Partij" over "P-2041" is a lot of goods; "Ras" over "Annabelle" what is grown of it. */
function lotsAndBreeds(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    const { decision, words } = column
    if (decision.type === 'political_opinion' && lotWords.test(words)) {
      const cells = cellsAt(rows, index)
      const numbered = cells.filter((cell) => /\d{2}/.test(cell)).length
      if (cells.length > 0 && numbered >= cells.length * 0.9)
        column.decision = byNeighbours('reference')
    }
    const isCount = voteWords.test(words) && shareOf(column.profile, 'number') >= 0.9
    if (decision.type === 'political_opinion' && isCount && column.profile.distinct > 12)
      column.decision = byNeighbours('quantity')
    const isName = decision.type === 'first_name' || decision.type === 'last_name'
    const isByDictionary = decision.evidence[0]?.code === 'dictionary_share'
    if (isName && isByDictionary && breedWords.test(words))
      column.decision = byNeighbours('category')
  }
}

const boards =
  /^(?:dp\d?|demi pens\w*(?: \d.*)?|d pens|int|interne?s?|ext|externe?s?|ie|interne externe\w*|pensionnaire|autre)$/

/** "Régime" over "DP", "EXT" is where a pupil eats; "IPP" over 17406272 is the patient's number. */
function boardersAndDossiers(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    const { decision, words, profile } = column
    if (decision.type !== 'health') continue
    // "SE No" of a swimmer: who gave the number is said in two letters, and no illness.
    const isNumber = words === 'ipp' || /^[a-z]{2} (?:n|no|nr|num)$/.test(words)
    if (isNumber && profile.digitsOnly >= 0.8 && isOfLongNumbers(column))
      column.decision = byNeighbours('identifier')
    if (!/^regimes?\b/.test(words)) continue
    const cells = cellsAt(rows, index).map((cell) =>
      fold(cell)
        .replace(/[^a-z\d]+/g, ' ')
        .trim(),
    )
    const boarded = cells.filter((cell) => boards.test(cell)).length
    if (boarded > 0 && boarded >= cells.length * 0.9) column.decision = byNeighbours('category')
  }
}

const paperWords =
  /^(?:(?:n|nr|num|no|tipo e|numero) (?:d[ei] )?)?(?:documento?s?|documento (?:n|nr|num|d\w*)(?: .*)?|documenti?|dokument|ausweis|id doc\w*|doc\w* id\w*)$/

/** "Documento" over "CA39326AA" beside whoever stays: the card of the traveller, and no invoice. */
function papersOfGuests(columns: Column[]) {
  const isOfGuests = columns.some(({ decision }) => nameTypes.has(decision.type))
  for (const column of columns) {
    const { profile, words, decision } = column
    if (!isOfGuests || !paperWords.test(words) || classOfType[decision.type] === 'direct') continue
    if (shareOf(profile, 'it_cie') >= 0.8) column.decision = byNeighbours('id_card')
    else if (shareOf(profile, 'fr_passport') >= 0.8) column.decision = byNeighbours('passport')
  }
}

function isOfLongNumbers({ profile: { digitLengths, filled } }: Column): boolean {
  let long = 0
  for (const [length, count] of digitLengths) if (length >= 5) long += count
  return long >= filled * 0.8
}

const sportWords =
  /\b(?:goles|asistencias|minutos|jugador(?:es|a)?|arbitr[oa]s?|equipos?|club|jornada|temporada|local|visitante|categoria|campo|estadio|liga|torneo|tarjetas|entrenador(?:a)?|dorsal|squadr[ae]|giornata|parziali|gol|arbitr[oi])\b/
const paid = /^(?:dietas?|indemnites?|spesen)$/

/** "Partido" over "CD Sur - UD Norte" beside a referee is a match, and "Dietas" what he is paid. */
function matchesPlayed(columns: Column[], rows: Rows) {
  const isOfSport = columns.some(({ words }) => sportWords.test(words))
  for (const [index, column] of columns.entries()) {
    const { decision, words, profile } = column
    const isNumber = Math.max(shareOf(profile, 'number'), shareOf(profile, 'amount')) >= 0.9
    // "Campo" alone is what a program calls a field; beside teams it is where they play.
    const areNamed = shareOf(profile, 'full_name') >= 0.3
    if (isOfSport && nameTypes.has(decision.type) && !areNamed && fold(column.title) === 'campo')
      column.decision = byNeighbours('text')
    if (decision.type === 'health' && paid.test(words) && isNumber)
      column.decision = byNeighbours('amount')
    if (decision.type !== 'political_opinion' || !/^partidos?$/.test(words)) continue
    if (words === 'partidos' && isNumber) column.decision = byNeighbours('quantity')
    const cells = cellsAt(rows, index)
    const played = cells.filter((cell) => / (?:-|–|vs?\.?|contra) /i.test(cell)).length
    if (isOfSport && cells.length > 0 && played >= cells.length * 0.8)
      column.decision = byNeighbours('text')
  }
}

const vehicleWords =
  /^(?:vehicules?|voitures?|vehicles?|cars?|vans?|trucks?|fahrzeuge?|kfz|pkw|lkw|autos?|vehiculos?|coches?|veicol[oi]|mezz[oi]|automezz[oi]|voertuig(?:en)?|camions?)(?: (?:id|n|nr|no|num))?$/

const mechanics =
  /^(?:mecanos?|mecanicien(?:ne)?s?|mechanics?|mechaniker|mecanicos?|meccanic[oi]|monteurs?)$/

/** "Mécano" beside a plate is whoever mended the car; elsewhere a toy. */
function mechanicsBesidePlates(columns: Column[]) {
  if (!columns.some(({ decision }) => decision.type === 'licence_plate')) return
  for (const column of columns) {
    const isOpen = guesses.has(column.decision.type) || column.decision.type === 'company'
    if (isOpen && mechanics.test(column.words)) column.decision = byNeighbours('name')
  }
}

/** "Véhicule" over "AB-123-CD": which one it is, by its plate. */
function vehiclesByPlate(columns: Column[]) {
  for (const column of columns) {
    const { decision, words, profile } = column
    const isPlate = shareOf(profile, 'plate_siv') >= 0.8 || shareOf(profile, 'plate_written') >= 0.8
    const isThing = classOfType[decision.type] === 'attribute' || decision.type === 'text'
    if (isThing && isPlate && vehicleWords.test(words))
      column.decision = byNeighbours('licence_plate')
  }
}

/** "Jg." beside nobody is the year of a wine, a coin or a stamp. */
function yearsOfWines(columns: Column[]) {
  for (const column of columns) {
    if (column.decision.type !== 'birth_date' || !/^(?:jg|jahrgang)$/.test(column.words)) continue
    const isOfPeople = columns.some(
      (other) => other !== column && isOfSomebody(other.decision.type),
    )
    if (!isOfPeople) column.decision = byNeighbours('date')
  }
}

const seatWords = new RegExp(
  '^(?:sede(?: (?:legale|sociale|social|operativa))?|sieges?(?: social)?|adresse du siege|' +
    'firmensitz|hauptsitz|sitz(?: der (?:firma|gesellschaft))?|domicilio social|' +
    '(?:maatschappelijke )?zetel|hoofdvestiging|vestigingsadres|' +
    'registered (?:office|address)|head office)$',
)

/**
 * "Sede" beside companies by their legal form is where they have their seat. Of whoever trades
 * alone, and has a mobile, it is as often a home.
 */
function seatsOfFirms(columns: Column[]) {
  const areCompanies = columns.some(({ decision, profile }) => {
    return decision.type === 'company' && shareOf(profile, 'company') >= 0.4
  })
  const mayBeSomebody = columns.some(({ decision }) => {
    return nameTypes.has(decision.type) || decision.type === 'phone'
  })
  if (!areCompanies || mayBeSomebody) return
  for (const column of columns) {
    if (column.decision.type === 'postal_address' && seatWords.test(column.words))
      column.decision = byNeighbours('company')
  }
}

const botanical = new RegExp(
  '^(?:(?:botanischer|lateinischer|wissenschaftlicher) name|(?:botanical|latin|scientific) name|' +
    'nom (?:botanique|latin|scientifique)|nombre (?:botanico|cientifico)|' +
    'nome (?:botanico|latino|scientifico)|(?:botanische|latijnse|wetenschappelijke) naam)$',
)

/** "Erika carnea" under "Botanischer Name" is a plant, though women are called Erika. */
function speciesByName(columns: Column[]) {
  for (const column of columns) {
    if (nameTypes.has(column.decision.type) && botanical.test(column.words))
      column.decision = byNeighbours('product')
  }
}

const shipWords = /\b(?:imo|mmsi|flag|port|tonnage|yard|vessel|voyage|draught|berth|captain)\b/

/** "ship_name" beside what was ordered is whom it goes to; beside a flag it is the ship's. */
function namesShippedTo(columns: Column[]) {
  if (columns.some(({ words }) => shipWords.test(words))) return
  const isOfOrders = columns.some(({ decision, words }) => {
    return decision.type === 'order_number' || /^ship (?:address|city|postcode|zip)/.test(words)
  })
  for (const column of columns) {
    const isName = shareOf(column.profile, 'full_name') >= 0.3
    if (isOfOrders && isName && column.words === 'ship name') column.decision = byNeighbours('name')
  }
}

const partnerName = /^(?:name ?1?|nom|nombre|naam|nome|rag soc|ragione sociale|razon social)$/

/** "NAME1" beside "Herr", "Frau" and "Firma": of whom the salutation says, a person in some rows. */
function partnersBySalutation(columns: Column[]) {
  const isSaluted = columns.some(({ decision, profile }) => {
    return decision.type === 'civility' && shareOf(profile, 'civility') >= 0.2
  })
  if (!isSaluted) return
  for (const column of columns) {
    const { decision, words } = column
    const isOpen = guesses.has(decision.type) || decision.type === 'company'
    if (isOpen && partnerName.test(words)) column.decision = byNeighbours('name')
  }
}

const baptised =
  /\b(?:bauti[zs]\w*|baptis\w*|baptem\w*|battes\w*|battezz\w*|getauft|taufe|gedoopt|doop)\b/

/** "Bautizado (parroquia)" over "San Jacinto": where somebody was baptised, and nobody's name. */
function parishesOfBaptism(columns: Column[]) {
  for (const column of columns) {
    const { decision, words } = column
    if (nameTypes.has(decision.type) && baptised.test(words) && isPlaceOfWorship(words))
      column.decision = byNeighbours('religion')
  }
}

/** "Title" over "Ops Director" beside names and their companies is a job, and no book. */
function titlesOfContacts(columns: Column[]) {
  const types = new Set(columns.map(({ decision }) => decision.type))
  if (!types.has('last_name') || !(types.has('company') || types.has('email'))) return
  for (const column of columns) {
    if (column.decision.type === 'product' && /^(?:job )?title$/.test(column.words))
      column.decision = byNeighbours('job')
  }
}

const pupilNumber = /^[A-HJ-NP-RT-Z]\d{11}[\dA-Z]$/
const spanishSocial = /^\d{2}[ /-]?\d{8,10}[ /-]?\d{2}$|^\d{12}$/

/** "UPN" over "M845201415003" is a pupil's, "NAF" over twelve digits a worker's, beside "UZOVI" an insured person's. */
function numbersByTheirCells(columns: Column[], rows: Rows) {
  const isOfPatients =
    columns.some(({ words }) =>
      /^(?:uzovi|(?:zorg)?verzekeraar|krankenkasse|kasse)$/.test(words),
    ) &&
    columns.some(({ decision }) => decision.type === 'health' || decision.type === 'national_id')
  for (const [index, column] of columns.entries()) {
    const { words } = column
    const cells = cellsAt(rows, index)
    const most = (pattern: RegExp) =>
      cells.length > 0 && cells.filter((cell) => pattern.test(cell)).length >= cells.length * 0.8
    if (words === 'upn' && most(pupilNumber)) column.decision = byNeighbours('ine')
    if (words === 'naf' && most(spanishSocial)) column.decision = byNeighbours('national_id')
    if (isOfPatients && /^polis ?(?:n|nr|nummer)$/.test(words))
      column.decision = byNeighbours('health_insurance_id')
  }
}
