// Streets, brands, programs and numbers of schools: named after people or numbered like them.
import { byNeighbours, type Column } from './column-neighbours.ts'
import { shareOf } from './column-profile.ts'
import { fold } from './fold.ts'
import { bareName } from './named-things.ts'
import { holdsGreatName } from './namesake-places.ts'
import { arePlants } from './plants.ts'
import {
  classOfType,
  type DataType,
  isOfSomebody,
  nameTypes,
  peopleTypes,
} from './types-of-data.ts'

type Rows = readonly (readonly string[])[]

/** Everything here, in order: what a title or a cell tells by itself of a thing. */
export function ofNobody(columns: Column[], rows: Rows) {
  ofBodiesAndStreets(columns)
  ofBrands(columns, rows)
  ofHouses(columns)
  ofToys(columns, rows)
  ofPlants(columns, rows)
  ofThingsByTitle(columns)
  ofOutcomesAndPermits(columns, rows)
  ofUntitledStreets(columns, rows)
  ofTheirTown(columns, rows)
  ofGreatNames(columns, rows)
  daysOfNobody(columns)
}

const bodies =
  'centro|colegio|instituto|etablissement|ecole|college|lycee|school|schule|dienststelle|scuola|istituto|plesso|instelling|ente|entidad|organismo|collectivite|mairie|commune|municipio|gemeinde|gemeente|comune|magasin|boutique|store|shop|tienda|negozio|winkel|filiale|agence|branch|sucursal|depot|entrepot|warehouse|almacen|magazzino|magazijn|lager|station|gare|bahnhof|estacion|stazione'
/** "COD_CENTRO", "Schulnummer", "code établissement": whose number it is stands in the title. */
const codeOfBody = new RegExp(
  `^(?:cod|code|codigo|codice|kode|id|n|nr|num|numero|number|kennziffer|nummer)(?: (?:d[eiu]l?|de la|of))?(?: l)? (?:${bodies})$|^(?:${bodies}) (?:code|id|n|nr|no|number|nummer|num)$`,
)
const streetTitle =
  /^(?:nom |name |naam |nombre )?(?:de (?:la )?|d |der )?(?:rue|voie|street|strasse|str|straat|calle|via|odonyme|straatnaam|strassenname|streetname|street name)$/

const numberOfThing =
  /^(?:codes? ?(?:a )?barres?|barcodes?|bar code|strichcodes?|gtin|upc|codigo de barras|codice a barre|streepjescode|n (?:de )?serie|serial(?: n\w*)?|serien ?n\w*|numero de serie|numero di serie|serienummer|n (?:d )?inventaire|inventar ?n\w*|n inventario|inventarisnummer|asset tag)$/

/** Numbers that pass a key or look like a phone's by chance, and streets that bear a doctor's name. */
function ofBodiesAndStreets(columns: Column[]) {
  for (const column of columns) {
    const { decision, words } = column
    const isNumber = classOfType[decision.type] === 'direct'
    if (isNumber && codeOfBody.test(words)) column.decision = byNeighbours('identifier')
    const isOfThing = numberOfThing.test(words) && (isNumber || decision.type === 'phone')
    if (isOfThing) column.decision = byNeighbours('identifier')
    if (streetTitle.test(words) && classOfType[decision.type] !== 'direct') column.namesakes = true
  }
}

const isName = ({ decision: { type } }: Column) => nameTypes.has(type)

/** What such a title names is a program, a building or a side in a match, whatever it is called. */
const thingTitle =
  /^(?:applications?|applicaties?|apps?|logiciels?|software|programme|progiciel|anwendung|aplicacion|applicazione|modeles?|models?|modell|modelos?|modell[oi]|marques?|brands?|marke|marcas?|marche|merken?|batiments?|buildings?|gebaude|edificios?|edifici|gebouw|salles?|rooms?|raum|salas?|zaal|gymnase|aeroports?|airports?|flughafen|aeropuertos?|aeroport[oi]|luchthavens?|ponts?|bridges?|brucken?|puentes?|pont[ei]|bruggen|brug|passerelles?|viaducs?|viaducts?|tunnels?|gares?|bahnhofe?|estacion(?:es)?|stazion[ei]|stades?|stadion|stadiums?|stadi[oi]|estadios?|haltestellen?|haltes?|paradas?|fermat[ae]|parcs?|parks?|parques?|parc[ho]i?|musees?|museums?|museen|muse[oi]s?|theatres?|theater|teatr[oi]s?|equipes? (?:a|b|1|2|dom|ext|domicile|visiteuse)|home team|away team|heimmannschaft|gastmannschaft)$/
const bodyBeside =
  /\b(?:activity|activite|aktivitat|actividad|attivita|activiteit|group|groupe|gruppe|grupo|gruppo|groep|organi[sz]ation|association|verein|asociacion|associazione|vereniging|societe|(?<!ch[ei] |que )firma|company|event|evenement)$/

/** "Applicatie" over "Max Facturatie"; "Hirer / activity" over "Toddler Group". */
function ofThingsByTitle(columns: Column[]) {
  for (const column of columns) {
    if (thingTitle.test(column.words)) {
      if (isName(column)) column.decision = byNeighbours('product')
      column.namesakes = true
    }
    const isSomebody = shareOf(column.profile, 'known_person') >= 0.2
    if (column.decision.type === 'name' && bodyBeside.test(column.words) && !isSomebody)
      column.decision = byNeighbours('free_text')
  }
}

const outcomeTitle =
  /^(?:resultats?|results?|outcome|ergebnis|resultado|risultato|esito|uitslag|statut|etat|status|stand|estado|stato|issue|code retour|return code)$/
const ofAYear = /^(?:19|20)\d\d ?[/-] ?\d{2,6}$/

/** "LIV", "AVIS", "REFUS" under "Résultat"; permits numbered "2024/0311", as no identity card is. */
function ofOutcomesAndPermits(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    const { profile, decision } = column
    const comeAgain = profile.distinct <= profile.filled * 0.7
    if (isName(column) && comeAgain && outcomeTitle.test(column.words)) {
      column.decision = byNeighbours('status')
    }
    if (decision.type !== 'id_card') continue
    const cells = cellsOf(rows, index)
    const counted = cells.filter((cell) => ofAYear.test(cell.trim())).length
    if (counted >= cells.length * 0.8) column.decision = byNeighbours('reference')
  }
}

const cellsOf = (rows: Rows, index: number) =>
  rows.map((row) => row[index] ?? '').filter((cell) => cell !== '')

const brandSign = /[®™]/

/**
 * "Catherine Deneuve®": where one cell in five is a trade mark, the others are goods as well; where
 * no title says anything, one beside a price will do.
 */
function ofBrands(columns: Column[], rows: Rows) {
  const isPriced = columns.some(({ decision }) => decision.type === 'amount')
  for (const [index, column] of columns.entries()) {
    const cells = cellsOf(rows, index)
    const branded = cells.filter((cell) => brandSign.test(cell)).length
    const isTold = branded * 5 >= cells.length || (isPriced && column.words === '')
    if (branded === 0 || !isTold) continue
    column.decision = byNeighbours('product')
    column.namesakes = true
  }
}

const houseTitle = /^(?:maisons?|griffes?|couturiers?|labels?|fashion house|maison de \w+)$/
const goodsInShops = new Set<DataType>(['amount', 'quantity', 'ean'])

/** "Maison" over "Nina Ricci", "Guerlain" beside goods and their prices: who makes them. */
function ofHouses(columns: Column[]) {
  const types = columns.map(({ decision }) => decision.type)
  const isSold = types.includes('product') && types.some((type) => goodsInShops.has(type))
  if (!isSold) return
  if (
    columns.some((column) => !houseTitle.test(column.words) && isOfSomebody(column.decision.type))
  )
    return
  for (const column of columns) {
    if (houseTitle.test(column.words) && isName(column)) column.decision = byNeighbours('company')
  }
}

const toy =
  /^(?:teddy|teddybar|doll|robot|bear|bunny|puppe|hase|poupee|peluche|doudou|ours(?:on)?|lapin|muneca|oso|bambola|orsetto|pupazzo|knuffel|beer|pop|figurine|mug|tasse|kissen|coussin|bougie|kerze|candle|savon|seife|soap|lampe|lamp|vase|poster|puzzle) /

/** "Doll Emily", "Robot Max" where no title says anything and nobody else is told: goods. */
function ofToys(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    if (column.words !== '' || !isName(column)) continue
    if (columns.some((other) => other !== column && isOfSomebody(other.decision.type))) continue
    const cells = cellsOf(rows, index)
    if (cells.filter((cell) => toy.test(fold(cell))).length >= cells.length * 0.6)
      column.decision = byNeighbours('product')
  }
}

const mayBePlants = new Set<DataType>(['text', 'free_text', 'product', 'category', ...nameTypes])

/** "Rosier Madame Meilland", "Clématite Docteur Ruppel": goods, whoever they are named after. */
function ofPlants(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    const { decision, profile } = column
    if (!mayBePlants.has(decision.type) || titleSaysPerson(column)) continue
    if (profile.wordsMean < 1.3 || !arePlants(cellsOf(rows, index))) continue
    column.namesakes = true
    if (decision.type === 'text' || isName(column)) column.decision = byNeighbours('product')
  }
}

/** "Cliente" over "Rosa Iglesias": a name by its title, and not by what stands below alone. */
function titleSaysPerson(column: Column): boolean {
  return isName(column) && column.decision.evidence.some(({ code }) => code === 'header_names_type')
}

const kindOfStreet =
  /^(?:rue|r|av|ave|avenue|bd|bld|boulevard|all|allee|imp|impasse|che|chem|chemin|pl|place|sq|square|crs|cours|quai|rte|route|sente|voie|pass|passage|res|lot|calle|avda|plaza|pza|paseo|camino|ronda|travesia|via|viale|corso|piazza|vicolo|largo|strada|strasse|str|weg|gasse|platz|laan|straat|plein|street|road|lane)$/

/** "RUE" in a column of its own: what stands beside it is a street, and the day its opening. */
function ofUntitledStreets(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    if (column.words !== '') continue
    const cells = cellsOf(rows, index)
    const streets = cells.filter((cell) => kindOfStreet.test(fold(cell).replace(/\.$/, ''))).length
    const next = columns[index + 1]
    if (next === undefined || cells.length < 3 || streets < cells.length * 0.8) continue
    next.namesakes = true
    if (!isName(next)) continue
    next.decision = byNeighbours('product')
    if (columns.some(isName)) continue
    for (const one of columns) {
      if (one.decision.type === 'birth_date' && one.words === '')
        one.decision = byNeighbours('date')
    }
  }
}

/**
 * "Lyon-Saint Exupéry" beside "Lyon", "Toronto Pearson Intl" beside "Toronto": hardly anybody is
 * called like the town where he is found, and airports, schools and clubs are.
 */
function ofTheirTown(columns: Column[], rows: Rows) {
  // "Dupont, Lyon" beside a telephone is somebody of that town.
  if (columns.some(isOfPeople)) return
  const towns = columns.flatMap(({ decision }, index) => (decision.type === 'city' ? [index] : []))
  for (const [index, column] of columns.entries()) {
    if (column.words !== '' && !bareName.has(column.words)) continue
    if (!isName(column) || shareOf(column.profile, 'titled_person') >= 0.2) continue
    if (!towns.some((town) => areCalledLike(rows, index, town))) continue
    column.decision = byNeighbours('company')
    column.namesakes = true
  }
}

/** "Jean Moulin", "Anatole France", "Victor Hugo": so many of them are only stops and schools. */
function ofGreatNames(columns: Column[], rows: Rows) {
  if (columns.some(isOfPeople)) return
  for (const [index, column] of columns.entries()) {
    const isGuess = column.decision.evidence[0]?.code === 'dictionary_share'
    if (!isName(column) || !(isGuess || bareName.has(column.words))) continue
    const cells = [...new Set(cellsOf(rows, index).map(fold))]
    const great = cells.filter(holdsGreatName).length
    if (great < 3 || great * 3 < cells.length) continue
    column.decision = byNeighbours('product')
    column.namesakes = true
  }
}

/** "Maas" under "Water" is a first name by the lists alone. */
function isOfPeople({ decision: { type, evidence } }: Column): boolean {
  if (type === 'first_name' && evidence[0]?.code === 'dictionary_share') return false
  return peopleTypes.includes(type)
}

/** A third of those whose town is told, and three of them at least. */
function areCalledLike(rows: Rows, index: number, town: number): boolean {
  const told = new Map<string, boolean>()
  for (const row of rows) {
    const [name, place] = [fold(row[index] ?? ''), fold(row[town] ?? '')]
    if (name === '' || place === '' || name === place) continue
    const at = place.length < 3 ? -1 : name.indexOf(place)
    const isWhole = !isLetter(name[at - 1]) && !isLetter(name[at + place.length])
    told.set(name, told.get(name) === true || (at >= 0 && isWhole))
  }
  const called = [...told.values()].filter((isSo) => isSo).length
  return called >= 3 && called * 3 >= told.size
}

const isLetter = (character = '') => /\p{L}/u.test(character)

/** What is done to a thing, or to a paper, and never to a child. */
const actOnThings =
  /^(?:date )?(?:d |de (?:la )?|du )?(?:declaration|homologation|commercialisation|autorisation|agrement|inauguration|construction|fabrication|achevement|implantation|installation|creation|ouverture|fermeture|fondation|acquisition|decouverte|delivrance|enregistrement|(?:premiere )?pose|mise (?:sur le marche|en exploitation)|commissioned|commissioning|installed|opened|opening|built|licensed|manufactured|registered|approved|authori[sz]ed|declared|marketed|launched|notified|acquired|founded|errichtet|errichtung|eroffnet|eroffnung|gebaut|zulassung|zugelassen|genehmigung|genehmigt|einweihung|gegrundet|grundung|erwerb|construccion|inauguracion|apertura|autorizacion|instalacion|fundacion|adquisicion|costruzione|inaugurazione|autorizzazione|installazione|registrazione|fondazione|acquisizione|gebouwd|geopend|opening|oplevering|ingebruikname|vergunning|uitgifte|plaatsing|oprichting)$/

/**
 * "Déclaration" over days of a generation: no birthdays, and neither are those under a title that
 * says nothing in a file that tells of nobody.
 */
function daysOfNobody(columns: Column[]) {
  const isOfSomebody = ({ decision: { type } }: Column) => {
    const classes = classOfType[type]
    const isPersonal = classes === 'direct' || classes === 'linkable' || classes === 'special'
    return isPersonal || peopleTypes.includes(type)
  }
  for (const column of columns) {
    const { decision, words } = column
    const isTold = decision.evidence[0]?.code === 'header_names_type'
    if (decision.type !== 'birth_date' || isTold || words === '') continue
    const isAlone = columns.every((other) => other === column || !isOfSomebody(other))
    if (isAlone || actOnThings.test(words)) column.decision = byNeighbours('date')
  }
}

const soundWords =
  /^(?:(?:flac|wav|mp3|aac|ogg|m4a|alac|aiff?|wma)|(?:rock|pop|slow|jazz|blues|soul|funk|disco|techno|house|rap|hip ?hop|r&b|reggae|metal|folk|country|latino|salsa|bachata|zouk|chanson|variete|schlager|techno|electro|classique|klassik|swing|punk|ska|gospel)s?)(?![a-z])/i

/** "Roxanne", "Angie" without a title, beside "3:11" and "FLAC": what is played. */
export function untitledTunes(columns: Column[], rows: Rows) {
  // Minutes and seconds, and no hour of the day.
  const isTimed = columns.some(({ decision }, index) => {
    const cells = cellsOf(rows, index)
    return decision.type === 'time' && cells.every((cell) => /^0?\d:[0-5]\d$/.test(cell))
  })
  if (
    !isTimed ||
    columns.some(({ decision: { type } }) => type !== 'first_name' && peopleTypes.includes(type))
  )
    return
  const isPlayed = columns.some((_, index) => {
    const cells = cellsOf(rows, index)
    return cells.filter((cell) => soundWords.test(cell)).length > cells.length / 2
  })
  if (!isPlayed) return
  for (const column of columns) {
    if (column.words !== '' || !isName(column)) continue
    column.decision = byNeighbours('product')
    column.namesakes = true
  }
}
