// What columns say of one another beyond a header and its cells: pairs, e-mail addresses, the kind of file.

import { type ColumnProfile, shareOf } from './column-profile.ts'
import { lateList } from './data-files.ts'
import type { Decision } from './decide-by-values.ts'
import { fold } from './fold.ts'
import { headerCandidates } from './header-score.ts'
import { looseRoles } from './header-tables.ts'
import { isFirstName } from './recognisers/names.ts'
import { classOfType, type DataType, nameTypes, personalNumbers } from './types-of-data.ts'

export type Column = {
  title: string
  words: string
  profile: ColumnProfile
  decision: Decision
  /** Horses, roses and storms are called "Herr Nilsson" and "Mrs Pepper": no such cell is a person. */
  namesakes?: boolean
}
export type Rows = readonly (readonly string[])[]

export function byNeighbours(type: DataType): Decision {
  return {
    type,
    confidence: 'medium',
    evidence: [{ code: 'neighbour_column', facts: { type } }],
  }
}

/** Everything here, in order; what a column is by its own header and checks stays as it is. */
export function readNeighbours(columns: Column[], rows: Rows) {
  wordsInLowerCase(columns)
  numberedStreets(columns, rows)
  shortNames(columns)
  pairedNames(columns)
  namesInEmails(columns, rows)
  rolesBesidePeople(columns)
  initialsOfCustomers(columns, rows)
  namesOfRegistered(columns, rows)
  whoSignsOff(columns, rows)
  accountNames(columns)
  loginsBesideAddresses(columns, rows)
  bankStatement(columns)
  cardsOfMembers(columns)
  breedersOfPlants(columns)
  rolesOfPrograms(columns)
  playersOfGames(columns)
  whomTheySeek(columns, rows)
}

/** "bas", "centre", "haut" beside "1 quai de la Sarthe": whoever writes capitals gives them to names. */
function wordsInLowerCase(columns: Column[]) {
  for (const column of columns) {
    const { decision, profile } = column
    const known = Math.max(shareOf(profile, 'first_name'), shareOf(profile, 'last_name'))
    const isGuessed = decision.evidence[0]?.code === 'dictionary_share' && known < 0.9
    if (!isGuessed || (decision.type !== 'first_name' && decision.type !== 'last_name')) continue
    const comeAgain = profile.distinct <= profile.filled / 2
    if (!comeAgain || profile.lowerCase < 0.9) continue
    if (columns.some((other) => other.profile.capitalised >= 0.5))
      column.decision = byNeighbours('category')
  }
}

const streetTitle =
  /^(?:(?:nom|name|naam|nombre|nome) (?:d[aei]l?(?: la)? |der )?)?(?:rue|voie|street|road|strasse|str|calle|via|straat|rua|ulica)(?: ?nam[en]?)?$|^(?:straatnaam|strassenname|streetname)$/
const houseTitle =
  /^(?:house |street |haus ?|huis ?|str |straat |strassen ?)?(?:n|no|nr|num|nro|numero|number|nummer)(?: (?:de |di )?(?:rue|voie|casa|calle|civico|portal|porta|via))?$|^(?:hnr|(?:n |nr |num |numero )?civico|portal)$/
const houseNumber =
  /^(?:\d{1,4}(?: ?(?:bis|ter|quater|[a-z]))?(?: ?[-/,+] ?(?:\d{1,4} ?[a-z]?|[a-z]|[ivx]+))?|s\/?n|snc)$/

/** "Straat" over "Oude Vest", and "Nr" over "27 bis" beside it: a door, however the street is called. */
function numberedStreets(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    if (!streetTitle.test(column.words) || !streetGuesses.has(column.decision.type)) continue
    const isNumbered = [index - 1, index + 1].some((beside) => {
      if (!houseTitle.test(columns[beside]?.words ?? '')) return false
      const cells = cellsAt(rows, beside).map(fold)
      return cells.filter((cell) => houseNumber.test(cell)).length > cells.length * 0.7
    })
    if (isNumbered) column.decision = byNeighbours('postal_address')
  }
}

const seekWords =
  /^(?:je |i am |ich |yo |io |ik )?(?:recherche|cherche|looking for|interested in|seeking|seeks|sucht?|suche nach|busco|buscas?|cerc[oa]|zoekt?|op zoek naar|interessier\w* an|le gustan?|interesad[oa] en|match(?:es)?|wants|preference)(?: m w| gender| preference)?$|\b(?:preferred|seeking|match|wanted) (?:partner |match )?(?:gender|sex|preference)$/
const sexWords =
  /^(?:(?:un |une |ein |eine[nr]? |un[ao] |een |a )?(?:hommes?|femmes?|men|man|wom[ea]n|males?|females?|manner|mann|frau(?:en)?|hombres?|mujer(?:es)?|uom(?:o|ini)|donn[ae]|mannen|vrouw(?:en)?|[mfwhdv])|both|either|any|les deux|tous|beides?|egal|ambos|amb[oa]s|entramb[ie]|allebei|all|alle|[mfwhv] ?[+/&,] ?[mfwhv])$/

/** "Cherche", "looking for" over "men", "women", "both": whom somebody would love. */
function whomTheySeek(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    if (!seekWords.test(column.words)) continue
    const cells = rows.map((row) => fold(row[index] ?? '')).filter((cell) => cell !== '')
    const told = cells.filter((cell) => sexWords.test(cell)).length
    if (cells.length > 0 && told >= cells.length * 0.8)
      column.decision = byNeighbours('sexual_orientation')
  }
}

const givenWords =
  /\b(?:prenoms?|first ?names?|given ?names?|forenames?|vornamen?|nombre|nome|voornaam|imie|fname|pren)\b/
const familyWords =
  /\b(?:noms?|last ?names?|surnames?|family ?names?|nachnamen?|namen?|apellidos?|cognome|achternaam|naam|apelidos?|nazwisko|lname)\b/

const shortPairs: readonly (readonly [givenName: string, familyName: string])[] = [
  // In Catalan "nom" is the first.
  ['nom', 'cognoms'],
  ['nom', 'cognom'],
  // And in registers of Spain that cut words short.
  ['nom', 'ape1'],
  ['vn', 'nn'],
  ['vn', 'an'],
  ['vn', 'fn'],
]

/** "VN" beside "NN" is a first name, and "Nom" beside "Cognoms"; alone they are something else. */
function shortNames(columns: Column[]) {
  for (const [givenName, familyName] of shortPairs) {
    const first = columns.find(({ words }) => words === givenName)
    const last = columns.find(({ words }) => words === familyName)
    if (first === undefined || last === undefined) continue
    if (first.profile.nameShape < 0.5 || last.profile.nameShape < 0.5) continue
    first.decision = byNeighbours('first_name')
    last.decision = byNeighbours('last_name')
  }
}

/** "NOM_ASS" beside "PRENOM_ASS", "nom acheteur" beside "prénom acheteur": the same person's. */
function pairedNames(columns: Column[]) {
  const owners = new Set<string>()
  for (const { words, decision } of columns) {
    if (decision.type === 'first_name' && givenWords.test(words))
      owners.add(ownerIn(words, givenWords))
  }
  owners.delete('')
  if (owners.size === 0) return
  for (const column of columns) {
    const { words, decision, profile } = column
    if (classOfType[decision.type] === 'direct' || givenWords.test(words)) continue
    if (!familyWords.test(words) || !owners.has(ownerIn(words, familyWords))) continue
    if (profile.filled === 0 || profile.nameShape >= 0.5)
      column.decision = byNeighbours('last_name')
  }
}

function ownerIn(words: string, nameWord: RegExp): string {
  return words
    .replace(nameWord, '')
    .replace(/\b(?:de|du|des|del|della|of|the|l|la|le)\b/g, '')
    .replace(/ +/g, ' ')
    .trim()
}

/** Types that a guess gives way from, and those that a header of its own stands for. */
export const guesses = new Set<DataType>([
  'text',
  'company',
  'product',
  'free_text',
  'category',
  'username',
])

const streetGuesses = new Set<DataType>([...guesses, 'city', 'region', ...nameTypes])

/** May hold people: no title that says a thing, no company among the cells. */
function mayBePeople({ title, words, profile, decision }: Column): boolean {
  if (!guesses.has(decision.type) || profile.nameShape < 0.5) return false
  if (shareOf(profile, 'company') >= 0.3 || profile.thingShape >= 0.3) return false
  return words === '' || titleAllowsPeople(title)
}

function titleAllowsPeople(title: string): boolean {
  const told = headerCandidates(title)
  return told.length === 0 || told.some(({ type }) => classOfType[type] === 'direct')
}

/** "Sieglinde Hupfer" beside "s.hupfer@…": whoever has the address is named so. */
function namesInEmails(columns: Column[], rows: Rows) {
  const email = columns.findIndex(({ decision }) => decision.type === 'email')
  if (email < 0) return
  columns.forEach((column, index) => {
    if (!mayBePeople(column)) return
    let both = 0
    let met = 0
    for (const row of rows) {
      const local = fold((row[email] ?? '').split('@')[0] ?? '')
      const words = fold(row[index] ?? '')
        .split(/[^a-z]+/)
        .filter((word) => word.length > 3)
      if (local === '' || words.length === 0) continue
      both += 1
      if (words.some((word) => local.includes(word))) met += 1
    }
    if (met >= 2 && met >= both * 0.5)
      column.decision = byNeighbours(column.profile.wordsMean >= 1.6 ? 'name' : 'last_name')
  })
}

/** Beside these stand what is special by its class: beliefs and illnesses are people's. */
const ofPersons = new Set<DataType>([
  'birth_date',
  'civility',
  'gender',
  'age',
  'nationality',
  ...personalNumbers,
  'id_card',
])
const isOfPerson = (type: DataType) => ofPersons.has(type) || classOfType[type] === 'special'
const ofCompanies = new Set<DataType>(['siren', 'siret', 'vat_number'])

/** "Donateur" over two words of a name's shape, in a file that tells birthdays or beliefs of people. */
function rolesBesidePeople(columns: Column[]) {
  const types = columns.map(({ decision }) => decision.type)
  if (types.some((type) => ofCompanies.has(type)) || !types.some(isOfPerson)) return
  for (const column of columns) {
    const { title, profile } = column
    if (!mayBePeople(column) || profile.wordsMean < 1.5 || profile.wordsMean > 4) continue
    const role = headerCandidates(title).find(({ type }) => type === 'name')
    if (role !== undefined && looseRoles.has(role.phrase)) column.decision = byNeighbours('name')
  }
}

const initialAndName = /^(?:\p{Lu}\.? ){1,2}\p{Lu}[\p{L}'’-]{2,}$/u

/** "Customer" over "E Abernethy", "I Okonjo": every cell an initial and a word, beside a way to reach them. */
function initialsOfCustomers(columns: Column[], rows: Rows) {
  const types = columns.map(({ decision }) => decision.type)
  if (types.some((type) => ofCompanies.has(type))) return
  if (!types.includes('phone') && !types.includes('email')) return
  columns.forEach((column, index) => {
    if (!mayBePeople(column) || column.profile.distinct < 2 || column.words === '') return
    if (!headerCandidates(column.title).some(({ type }) => type === 'name')) return
    const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '')
    const named = cells.filter((cell) => initialAndName.test(cell)).length
    if (named >= cells.length * 0.8) column.decision = byNeighbours('name')
  })
}

const nameOrNumber =
  /\b(?:id|ids|ident|identifiants?|identifier|identificador|identificativo|identificatie|siret|siren|nif|cif|vat|tva|iva|mwst|ust|btw|kvk|code|cod|codigo|codice|n|no|nr|num|numero|number|nummer|noms?|names?|naam|nombre|nome|denomination|d|de|du|des|del|della|di|la|l|le|der|die|of|the|van|het)\b/g
const saysNumber =
  /\b(?:id|ident\w*|siret|siren|nif|cif|vat|tva|iva|ust|btw|kvk|code|cod|codigo|codice|n|no|nr|num|numero|number|nummer)\b/
const numberOfFirm =
  /^(?:FR[A-Z\d]{2} ?\d{9}|(?:GB|DE|IT|BE|LU|PT|PL|DK|CHE-?)\d{8,11}|ATU\d{8}|NL\d{9}B\d\d|(?:ES)?[ABCDEFGHJNPQRSUVW]-?\d{7}[\dA-J])$/

/** "nomBeneficiaire" beside "idBeneficiaire" over SIRETs: a body, unless people are known below. */
function namesOfRegistered(columns: Column[], rows: Rows) {
  const ownerOf = (words: string) => words.replace(nameOrNumber, '').replace(/ +/g, ' ').trim()
  for (const column of columns) {
    const { decision, words, profile } = column
    const owner = nameTypes.has(decision.type) ? ownerOf(words) : ''
    if (owner === '') continue
    const known = Math.max(shareOf(profile, 'known_person'), shareOf(profile, 'of_register'))
    if (known >= 0.3 || shareOf(profile, 'titled_person') >= 0.2) continue
    // "CessionarioNome" over "Giulia": a firm has no first name.
    if (decision.type === 'first_name' && shareOf(profile, 'first_name') >= 0.5) continue
    const isOfFirms = columns.some((other, index) => {
      if (other === column || !saysNumber.test(other.words)) return false
      return ownerOf(other.words) === owner && holdsFirms(other, cellsAt(rows, index))
    })
    if (isOfFirms) column.decision = byNeighbours('company')
  }
}

export const cellsAt = (rows: Rows, index: number) =>
  rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '')

function holdsFirms({ profile }: Column, cells: readonly string[]): boolean {
  if (shareOf(profile, 'siret') >= 0.8 || shareOf(profile, 'siren') >= 0.8) return true
  const numbered = cells.filter((cell) => numberOfFirm.test(cell)).length
  return numbered > 0 && numbered >= cells.length * 0.8
}

const signsOff =
  /^(?:visa|valid(?:eu[rs]e?|at(?:eur|rice|ore?)|ador[ae]?)|approbat(?:eur|rice)|approv(?:er|atore|atrice)s?|aprobador[ae]?|ordonnateur|verific(?:ateur|atrice|ador[ae]?|atore)|verifier|genehmiger(?:in)?|freigeber(?:in)?|freigabe|erfasser(?:in)?|prufer(?:in)?|goedkeur(?:der|ster)|controleur|checker|reviewer)(?: (?:de|du|name|von|durch))?$|^(?:visee?|validee?|approuvee?|autorisee?|controlee?|verifiee?|saisie?|enregistree?|relue?|signee?|comptabilisee?) (?:e )?par$|^(?:approved|authori[sz]ed|checked|verified|reviewed|entered|keyed|input|posted|signed|signed off|inspected|recorded|processed) by$|^(?:freigegeben|genehmigt|gepruft|kontrolliert|erfasst|gebucht|eingegeben|gezeichnet|unterschrieben) (?:von|durch)$|^(?:aprobad|autorizad|validad|verificad|revisad|controlad|introducid|registrad|firmad|grabad)[oa] por$|^(?:approvat|autorizzat|verificat|controllat|inserit|registrat|firmat|validat)[oa] da$|^(?:goedgekeurd|gecontroleerd|nagekeken|ingevoerd|ingegeven|geboekt|getekend|ondertekend|vrijgegeven) door$/
/** "Visa" over "conforme": what was said, and not by whom. */
const isSaying = /^(?:visa|freigabe)$/
const programs = lateList('program')
const initialsAndName =
  /^(?:\p{Lu}\p{Ll}?(?:\.|(?= )|\.?-)[ -]?){1,3}(?:\p{Ll}{2,3} ){0,2}\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u

/** "Valideur" over "F. LE BIHAN", "Entered by" over "twhitcombe": somebody, if the same in all rows. */
function whoSignsOff(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    const { decision, words, profile } = column
    const { type } = decision
    const isOpen = guesses.has(type) || type === 'code' || type === 'name'
    if (!isOpen || !signsOff.test(words)) continue
    const cells = cellsAt(rows, index)
    const most = (test: (cell: string) => boolean) =>
      cells.filter(test).length >= Math.max(1, cells.length * 0.8)
    const known = Math.max(shareOf(profile, 'full_name'), shareOf(profile, 'last_name'))
    if (most((cell) => programs.has(fold(cell)))) column.decision = byNeighbours('category')
    else if (most((cell) => initialsAndName.test(cell))) column.decision = byNeighbours('name')
    else if (known < 0.5 && !isSaying.test(words) && isOfLogins(profile))
      column.decision = byNeighbours('username')
    else if (type !== 'name' && shareOf(profile, 'full_name') >= 0.5)
      column.decision = byNeighbours('name')
  }
}

export function isOfLogins(profile: ColumnProfile): boolean {
  const isAnswer = shareOf(profile, 'boolean') >= 0.2 || shareOf(profile, 'state_word') >= 0.2
  const other = Math.max(shareOf(profile, 'first_name'), shareOf(profile, 'office'))
  return !isAnswer && other < 0.3 && shareOf(profile, 'login') >= 0.8
}

const accountWords =
  /\b(?:account|compte|konto|cuenta|conto|owner|user|actor|assignee|agent|operator|operateur|bediener|benutzer|usuario|utente|gebruiker|utilisateur|created by|updated by|modified by|cree par|saisi par|erfasst von|angelegt von|author|login|session|subject)\b|^(?:user |service )?principal(?: id)?$/

/** "jmoreau", "j.moreau", "svc_backup" under "account": what people log in as. */
function accountNames(columns: Column[]) {
  for (const column of columns) {
    const { profile, words, decision } = column
    if (!guesses.has(decision.type) || !accountWords.test(words)) continue
    if (/\b(?:team|group|type|plan|role|status|tier|name)\b/.test(words)) continue
    if (shareOf(profile, 'login') >= 0.8 && shareOf(profile, 'boolean') < 0.2)
      column.decision = byNeighbours('username')
  }
}

/** "t.whitcombe", "admin" without a title, in the rows of a log: who came from that IP address. */
function loginsBesideAddresses(columns: Column[], rows: Rows) {
  if (!columns.some(({ decision }) => decision.type === 'ip_address')) return
  columns.forEach((column, index) => {
    const { profile, words, decision } = column
    const mayBeLogins = guesses.has(decision.type) || decision.type === 'url'
    if (words !== '' || !mayBeLogins || shareOf(profile, 'login') < 0.8) return
    // A host may be "web" or "nginx" as well: an initial or a first name, and a name behind a dot.
    const cells = cellsAt(rows, index)
    const initialled = cells.some((cell) => /^[a-z]\.[a-z]{3,}$/.test(cell))
    const given = cells.filter((cell) => {
      const [first = '', last = ''] = cell.split('.')
      return last.length > 3 && isFirstName(first)
    })
    const isOfPeople = initialled || given.length >= cells.length / 2
    if (isOfPeople) column.decision = byNeighbours('username')
  })
}

const bookedWords =
  /\b(?:debit|credit|solde|saldo|soll|haben|dare|avere|debe|haber|af|bij|paid (?:in|out)|money (?:in|out)|balance|betrag|valeur|valuta|wertstellung|buchungstag)\b/
const wordingWords =
  /^(?:libelle|libelles|operation|description|descrizione|concepto|causale|omschrijving|naam omschrijving|details?|transaction|narrative|text|vorgang|buchungstext|verwendungszweck|mededeling|intitule)\b/

/** The wording of a bank's lines names payers; that of a shop's lines, goods. */
function bankStatement(columns: Column[]) {
  if (columns.filter(({ words }) => bookedWords.test(words)).length < 2) return
  for (const column of columns) {
    const { decision, words } = column
    if (guesses.has(decision.type) && wordingWords.test(words))
      column.decision = byNeighbours('free_text')
  }
}

const cardsOfReaders = lateList('card of a reader')
const libraryWords =
  /\b(?:isbn|medien ?n\w*|mediennr|leser\w*|lecteur|lectrice|lector|lettore|lezer|lener|borrower|emprunt\w*|ausleih\w*|loan|prestamo|prestito|uitleen|adherent|socio|mitglied|lid|fidelite|puntos|points|punkte|punti|punten)\b/

/** "Ausweisnr." beside a book, "tarjeta" beside points: the card of a reader, or of a buyer. */
function cardsOfMembers(columns: Column[]) {
  if (!columns.some(({ words }) => libraryWords.test(words))) return
  for (const column of columns) {
    const { decision, words, profile } = column
    if (!cardsOfReaders.has(words) && !cardsOfReaders.has(words.replace(/ n$/, ''))) continue
    const isCard = decision.type === 'id_card' || decision.type === 'credit_card'
    if (isCard && shareOf(profile, 'card') < 0.5 && shareOf(profile, 'it_cie') < 0.5)
      column.decision = byNeighbours('identifier')
  }
}

const plantWords =
  /\b(?:varietes?|variety|sorten?|variedad|varieta|ras|cultivar|roses?|rosier|rosen|dahli\w*|tulp\w*|tulip\w*|narziss\w*|narcis\w*|pivoines?|peon(?:y|ies)|pfingstrose\w*|hortensi\w*|iris|orchid\w*|pomme|apfelsorte|cepage|rebsorte)\b/
const breederWords =
  /^(?:obtenteur|obtentor|obtentora|zuchter|breeder|ibridatore|costitutore|kweker|veredelaar|hybridizer|raiser)$/

/** "Meilland", "Kordes": who bred a rose is its house. */
function breedersOfPlants(columns: Column[]) {
  if (!columns.some(({ words }) => plantWords.test(words))) return
  for (const column of columns) {
    if (breederWords.test(column.words) && classOfType[column.decision.type] === 'direct')
      column.decision = byNeighbours('company')
  }
}

const programWords =
  /\b(?:namespace|cpu|ram|gpu|version|queue|port|heartbeat|redirect uri|repo|repository|latency|endpoint|pod|cluster|firmware|build|hostname|printer|stars|uptime|ping|kernel|branch|deploy\w*|sla|throughput|memory)\b/
const programRoles =
  /^(?:tenant|driver|client|agent|worker|host|owner|parent|child|master|slave|member|guest|player|runner|consumer|producer|subscriber|operator|actor|controller|scheduler|server|serveur|provider)$/

/** Drivers of printers, tenants of a cloud and agents of a monitor are programs, unless named like people. */
function rolesOfPrograms(columns: Column[]) {
  if (!columns.some(({ words }) => programWords.test(words))) return
  const types = columns.map(({ decision }) => decision.type)
  if (types.some((type) => isOfPerson(type) || type === 'email' || type === 'phone')) return
  for (const column of columns) {
    const isNamed = shareOf(column.profile, 'full_name') >= 0.3
    if (!isNamed && programRoles.test(column.words) && nameTypes.has(column.decision.type))
      column.decision = byNeighbours('product')
  }
}

const scored =
  /\b(?:elo|fide|dwz|rating|echiquier|brett|tablero|scacchiera|bord|board|ronde|runde|ronda|turno|round|res|resultat|result|ergebnis|resultado|risultato|uitslag|score|pts|points|punkte|tatami|categorie|poids)\b/
const sides: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [
    /^(?:blancs?|whites?|weiss|blancas?|bianc[oi]|wit)$/,
    /^(?:noirs?|blacks?|schwarz|negras?|ner[oi]|zwart)$/,
  ],
  [
    /^(?:coin )?(?:rouge|red|rot|rojo|rosso|rood|aka)(?: corner| ecke)?$/,
    /^(?:coin )?(?:bleu|blue|blau|azul|blu|blauw|ao|shiro)(?: corner| ecke)?$/,
  ],
  [
    /^(?:joueur|player|spieler|jugador|giocatore|speler) (?:1|a)$/,
    /^(?:joueur|player|spieler|jugador|giocatore|speler) (?:2|b)$/,
  ],
]

/** "Blancs" beside "Noirs" and an Elo: who plays whom. */
function playersOfGames(columns: Column[]) {
  if (!columns.some(({ words }) => scored.test(words))) return
  for (const [one, other] of sides) {
    const players = columns.filter(({ words }) => one.test(words) || other.test(words))
    if (!players.some(({ words }) => one.test(words))) continue
    if (!players.some(({ words }) => other.test(words))) continue
    const areNamed = players.every(({ profile }) => {
      return profile.nameShape >= 0.5 && shareOf(profile, 'company') < 0.3
    })
    const areKnown = players.some(({ profile }) => {
      return shareOf(profile, 'full_name') >= 0.2 || shareOf(profile, 'last_name') >= 0.3
    })
    if (!areNamed || !areKnown) continue
    for (const column of players) {
      if (classOfType[column.decision.type] !== 'direct') column.decision = byNeighbours('name')
    }
  }
}

const massWords =
  /^(?:mis|missen|misintenties?|messes?|messen?|gottesdienst|mass|masses|misas?|mess[ae]|celebration|celebrazione|celebracion|viering|eucharist\w*)$/
const intentionWords =
  /^(?:(?:mis)?intenties?|intentions?|mess(?:intention|stipendium)|intencion(?:es)?|intenzion[ei])(?: (?:voor|de messe|pour|for|fur|por|per|de la misa|della messa|van de mis))?$/
const askedBy =
  /^(?:aangevraagd door|demandee? par|offert[ea]? par|requested by|offered by|asked by|bestellt von|gestiftet von|solicitada por|pedida por|ofrecida por|richiesta da|offerta da)$/

/** "Intentie voor" beside "Mis": whom a mass is said for, and who asked for it. */
export function intentionsOfMasses(columns: Column[]) {
  if (!columns.some(({ words }) => massWords.test(words))) return
  if (!columns.some(({ words }) => intentionWords.test(words))) return
  for (const column of columns) {
    const isOfPeople = intentionWords.test(column.words) || askedBy.test(column.words)
    if (isOfPeople && guesses.has(column.decision.type)) column.decision = byNeighbours('name')
  }
}
