// Dogs, cows, queens of hives, roses, wines, storms and streets: named, born and bred like people.
import { byNeighbours, type Column } from './column-neighbours.ts'
import { shareOf } from './column-profile.ts'
import { headerCandidates } from './header-score.ts'
import { kinds } from './kinds-of-things.ts'
import { classOfType, type DataType, nameTypes } from './types-of-data.ts'

export const bareName = new Set(
  'nom noms name names naam nombre nome libelle intitule titre title'.split(' '),
)

const animalWords =
  /\b(?:puce|icad|chip\w*|microchip|transponder|tatouage|pedigree|studbook|lait|milk|milch|leche|latte|velages?|race|breed|rasse|raza|razza|ras|espece|species|tierart|specie|robe|pelage|n trav\w*|geschl|sexe?|sex|sexo|sesso|geslacht)\b/
/** Numbers and events that cattle, sheep and horses have, and people have not. */
const herdWords =
  /\b(?:n trav\w*|cheptel|velages?|rang vel|agnelages?|mises? bas|pere ia|taureaux?|saillies?|sire|dam|damsire|stud ?book|ear ?tag|herd|flock|calving|lambing|ohrmarke|lebens(?:nummer|n|nr)|ueln|herdbuch|kalbung|deckdatum|crotal|parto|monta|marca auricolare|fattrice|stallone|oormerk|levensnummer|dekking|icad|sire|pedigree|loof|lof|fci|bovins?|ovins?|caprins?|stockmass|stm)\b/
/** Of these, what no list of people has. */
const numbersOfHerds =
  /\b(?:n trav\w*|cheptel|rang vel|velages?|ueln|lebens(?:nummer|n|nr)|levensnummer|ohrmarken?|ear ?tags?|crotal|oormerk|marca auricolare|herdbuch|stud ?book)\b/
const mounts =
  /^(?:nom du )?(?:cheval|chevaux|horse|pferd|caballo|cavallo|paard|chien|dog|hund|perro|cane|hond|vache|cow|kuh|vaca|mucca|koe|taureau|bull|stier|pony|poney|ponys|ponies|foal|fohlen|poulain|kalb|veau|calf|schaf|mouton|brebis|belier|sheep|ram|ewe|oveja|carnero|pecora|schaap|ziege|chevre|bouc|goat|cabra|capra|geit|ane|esel|donkey|burro|asino|ezel|lama|alpaka|alpaca|etalon|stallion|hengst|jument|mare|stute)$/
const parentWords =
  /^(?:v|m|p|vm|mv)$|\b(?:mere|pere|mother|father|parents?|parentage|sire|dam|vater|mutter|eltern|abstammung|madre|padre|padres|genitori|moeder|vader|ouders|afstamming)\b/
const ownersTypes: readonly DataType[] = ['phone', 'email', 'civility', 'nir', 'consent', 'job']

/** Names, birthdays and breeds of dogs and cows, where nothing in the file is of their owner. */
export function ofAnimals(columns: Column[]) {
  const isTagged = columns.some(({ profile }) => shareOf(profile, 'ear_tag') >= 0.6)
  const isHerd = isTagged || columns.some(({ words }) => herdWords.test(words))
  const hasChip = columns.some(({ decision }) => decision.type === 'pet_chip')
  if (isHerd || hasChip) healthOfAnimals(columns)
  const isBred =
    isHerd || hasChip || columns.some(({ profile }) => shareOf(profile, 'breed') >= 0.3)
  // "Pferd", "Vater", "Preisgeld": the first column says whose sire it is.
  const isMount = mounts.test(columns[0]?.words ?? '')
  const isSure = isMount || isTagged || columns.some(({ words }) => numbersOfHerds.test(words))
  if (!isSure && !(isBred && columns.some(({ words }) => animalWords.test(words)))) return
  asThings(columns)
}

/** Born and named, and nobody's: unless something in the file reaches a person. */
function asThings(columns: Column[], isThing: (column: Column) => boolean = isTheirs) {
  if (columns.some(({ decision }) => ownersTypes.includes(decision.type))) return
  for (const column of columns) {
    const { type } = column.decision
    if (nameTypes.has(type) && isThing(column)) {
      column.decision = byNeighbours('product')
      column.namesakes = true
    } else if (type === 'birth_date') column.decision = byNeighbours('date')
    else if (type === 'national_id' || type === 'id_card')
      column.decision = byNeighbours('identifier')
    else if (type === 'ethnic_origin') column.decision = byNeighbours('category')
  }
}

/** "Nom", "Vater", or a title that says nothing: whoever has a role in the file is a person. */
function isTheirs({ title, words }: Column): boolean {
  if (bareName.has(words) || parentWords.test(words) || ownName.test(words)) return true
  return !headerCandidates(title).some(({ type }) => classOfType[type] === 'direct')
}

/** "Candidat (variété)": the title says itself that it is none. */
const ownName = /\b(?:varietes?|variety|variedad|varieta|cultivars?|sorte)\b/

const treated =
  /\b(?:vacc\w*|sante|health|gesundheit|salud|salute|gezondheid|impf\w*|vacuna\w*|traitements?|ttt|medic\w*|motifs?|diagnos\w*|behandl\w*|treatment|tratamiento|trattamento|terapia|behandeling|entwurm\w*|tollwut|rage|rabies|rabia|rabbia|varroa)\b/
/** Those who ride as a therapy, and patients who have a dog, are ill themselves. */
const mayBeIll =
  /\b(?:patient\w*|paciente\w*|paziente|beneficiaire|resident\w*|bewohner\w*|cavalier\w*|reiter\w*|rider|jinete|ruiter)\b/

/** "Prochain vaccin" beside a chip, "Motif" beside a herd: of the animal. */
function healthOfAnimals(columns: Column[]) {
  if (columns.some(({ words }) => mayBeIll.test(words))) return
  for (const column of columns) {
    if (column.decision.type !== 'health' || !treated.test(column.words)) continue
    const isDay = shareOf(column.profile, 'birth_date_like') >= 0.4
    column.decision = byNeighbours(isDay ? 'date' : 'category')
  }
}

/** Words for such things stand at the head, and nobody who has a role, a number or a mailbox. */
export function ofNamedThings(columns: Column[]) {
  const met = kinds.filter(({ signs, needs }) => {
    return columns.filter(({ words }) => signs.test(words)).length >= needs
  })
  if (met.length === 0) return
  const isHead = ({ words }: Column) => met.some(({ named }) => named?.test(words) === true)
  const hasHead = columns.some(isHead)
  // "Naam" beside "Schip" is whoever lies there: the ship has a column of its own.
  const mayBeBare = met.some(({ namedOnly }) => namedOnly !== true)
  const isThing = (column: Column) => {
    if (isHead(column)) return true
    return mayBeBare && isTheirs(column) && !(hasHead && bareName.has(column.words))
  }
  for (const column of columns) {
    const isTold = met.some(({ theirs }) => theirs?.test(column.words) === true)
    const { type } = column.decision
    if (!isTold || (type !== 'job' && !nameTypes.has(type))) continue
    column.decision = byNeighbours('category')
    column.namesakes = true
  }
  const hasPeople = columns.some((column) => {
    const { type } = column.decision
    if (ownersTypes.includes(type) || numbersOfPeople.has(type)) return true
    return nameTypes.has(type) && !isThing(column)
  })
  if (hasPeople) return
  asThings(columns, isThing)
  for (const column of columns) {
    if (classOfType[column.decision.type] === 'special') column.decision = byNeighbours('category')
    // "LIBELLE" over "DU DR ROUX": streets, already taken for things.
    if (isHead(column) || (mayBeBare && !hasHead && bareName.has(column.words)))
      column.namesakes = true
  }
}

const numbersOfPeople = new Set<DataType>([
  'nir',
  'ine',
  'tax_id',
  'national_id',
  'health_insurance_id',
  'passport',
  'id_card',
  'nationality',
])

const masses =
  /\b(?:lits|beds|betten|camas|letti|bedden|falle|cases|casos|casi|gevallen|inscrits|votants|bulletins|wahlberechtigte|electores|votantes|votanti|opkomst|turnout|effectifs?|eff|n alum|alumnado|alumnos|nb eleves|pupils|schulerzahl|n alunni|leerlingen|ricoveri|admissions|sejours|ingresos|opnames|fallzahl|degenza|deceduti|deces|stay days|headcount|kopfzahl|fte|etp|ma|population|habitants|inhabitants|einwohner|habitantes|abitanti|inwoners|voix|stimmen|votes|votos|voti|stemmen|seats|sieges|sitze|escanos|seggi|zetels|doses|dosen|dosis|dosi|peremption|expiry|verfall|caducidad|scadenza lotto|lots?|abonnes|prix m3)\b/
const ofEach = new Set<DataType>([
  'identifier',
  'age',
  'gender',
  'postal_code',
  'uuid',
  'reference',
])

/** Faiths by their thousands, parties by their seats, vaccines by their doses: of nobody. */
export function ofMasses(columns: Column[]) {
  if (!columns.some(({ words }) => masses.test(words))) return
  const isOfSome = columns.some(({ decision: { type } }) => {
    return ofEach.has(type) || classOfType[type] === 'direct' || classOfType[type] === 'linkable'
  })
  if (isOfSome) return
  for (const column of columns) {
    const { decision, title, profile } = column
    if (classOfType[decision.type] !== 'special') continue
    // "% relig.", "RQTH": how many of them, where a cell is a number.
    const isNumber = shareOf(profile, 'number') >= 0.5
    const isShare = shareOf(profile, 'percentage') >= 0.5 || (isNumber && title.includes('%'))
    column.decision = byNeighbours(isShare ? 'percentage' : isNumber ? 'quantity' : 'category')
  }
}

const latitudes =
  /\b(?:lat|latitude|latitud|latitudine|latitudes|breite|breitengrad|geobreite|breedte|breedtegraad|noorderbreedte|northing|hochwert|y coord\w*|coord\w* y|y (?:wgs84|l93|lambert\w*|utm|rd|etrs89)|rd y)\b|^y$/
const longitudes =
  /\b(?:lon|lng|long|longitude|longitud|longitudine|laenge|lange|langengrad|geolange|lengte|lengtegraad|oosterlengte|easting|rechtswert|x coord\w*|coord\w* x|x (?:wgs84|l93|lambert\w*|utm|rd|etrs89)|rd x)\b|^x$/
/** "48.444167", "-4,41", "48°26'", "6 812 345": no width of a table has two decimals. */
const coordinate =
  /^[-+]?\d{1,3}[.,]\d{2,}°? ?[nsewo]?$|^\d{1,3} ?°.*$|^\d{1,2} ?\d{3} ?\d{3}(?:[.,]\d+)?$|^\d{6}(?:[.,]\d+)?$/i
const observed = new Set<DataType>(['number', 'quantity', 'percentage', 'amount', 'date', 'time'])
const signsOfPeople = new Set<DataType>([
  ...ownersTypes,
  ...numbersOfPeople,
  'birth_date',
  'gender',
  'age',
  'postal_address',
  'username',
  'licence_plate',
])
const nameInTitle =
  /\b(?:noms?|names?|naam|nombre|nome|usuel\w*|usual|appellation|bezeichnung|denominaci?on|denominazione|benaming|libelle)\b/

/** What is measured at a latitude and a longitude is a place: "NOM_USUEL" is how a station is called. */
export function ofPlaces(columns: Column[], rows: readonly (readonly string[])[]) {
  const standsAt = (axis: RegExp) =>
    columns.some(({ words }, index) => {
      if (!axis.test(words)) return false
      const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '')
      const placed = cells.filter((cell) => coordinate.test(cell)).length
      return cells.length > 0 && placed >= cells.length * 0.6
    })
  if (!standsAt(latitudes) || !standsAt(longitudes)) return
  const isAxis = ({ words }: Column) => latitudes.test(words) || longitudes.test(words)
  if (!columns.some((column) => !isAxis(column) && observed.has(column.decision.type))) return
  if (columns.some((column) => isOfSomebody(column) || isSignOfPeople(column))) return
  for (const column of columns) {
    if (!nameTypes.has(column.decision.type)) continue
    column.decision = byNeighbours('city')
    column.namesakes = true
  }
}

/** "NUM_POSTE" over numbers is a post of a network, and nobody's work. */
function isSignOfPeople({ decision: { type }, profile }: Column): boolean {
  return signsOfPeople.has(type) && !(type === 'job' && profile.digitsOnly >= 0.8)
}

/** Whoever observed, drives or lives there; a title that says "name" alone is the place's. */
function isOfSomebody({ title, words, decision, profile }: Column): boolean {
  if (!nameTypes.has(decision.type)) return false
  const known = Math.max(shareOf(profile, 'full_name'), shareOf(profile, 'known_person'))
  // A square or two is called like somebody, and never each of them.
  if (bareName.has(words)) return known >= 0.8
  const told = headerCandidates(title).filter(({ type }) => nameTypes.has(type))
  if (told.some(({ type }) => type === 'first_name')) return true
  if (told.some(({ type }) => type === 'name') && !nameInTitle.test(words)) return true
  return told.length > 0 && known >= 0.6
}
