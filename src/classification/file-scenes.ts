// What a word means among certain others: badges, pets, fixtures, flats, dishes, rates of hotels.

import { byNeighbours, type Column } from './column-neighbours.ts'
import { shareOf } from './column-profile.ts'
import { namesLanguage } from './header-writing.ts'
import { awaySide, homeSide } from './kinds-of-things.ts'
import { classOfType, type DataType } from './types-of-data.ts'

/** Everything here; what a column is by its cells stays as it is. */
export function readScenes(columns: Column[]) {
  holdersOfBadges(columns)
  birthdaysOfPets(columns)
  teamsAtHome(columns)
  numbersOfCompanies(columns)
  addressesThatAreNone(columns)
  thingsLent(columns)
  bodiesThatSend(columns)
  chargesOfFlats(columns)
  waysOfConsent(columns)
  allergensOfDishes(columns)
  placesOfCeremonies(columns)
  textsOfBookings(columns)
  translations(columns)
  rotas(columns)
  plansOfWeeks(columns)
  scalesOfCanvassers(columns)
}

/** "Partitions prêtées": titles below, though composers lend them their names. */
function thingsLent(columns: Column[]) {
  const lent =
    /^[a-z]{4,} (?:pretee?s?|empruntee?s?|lent|loaned|borrowed|ausgeliehen|verliehen|prestad[oa]s?|prestat[oaie]|uitgeleend|geleend)$/
  for (const column of columns) {
    const isName = classOfType[column.decision.type] === 'direct'
    if (isName && lent.test(column.words)) column.decision = byNeighbours('text')
  }
}

/** "Orienté par": a service as often as a person; short words that are no known names are one. */
function bodiesThatSend(columns: Column[]) {
  const sends =
    /^(?:orientee?|adressee?|envoyee?) par$|^(?:referred|sent) by$|^(?:derivado|derivada) por$|^(?:inviato|inviata) da$|^(?:doorverwezen|verwezen) door$|^(?:uberwiesen|vermittelt) (?:von|durch)$/
  for (const column of columns) {
    if (column.decision.type !== 'name' || !sends.test(column.words)) continue
    const { profile } = column
    const known = Math.max(shareOf(profile, 'name'), shareOf(profile, 'last_name'))
    if (known < 0.3) column.decision = byNeighbours('company')
  }
}

const flatWords = /\b(?:loyer|bail|locataire|lot|rent|tenant|miete|mieter|alquiler|affitto|huur)\b/

/** "Prov. charges" over amounts is paid for a flat; charges of another kind are no money. */
function chargesOfFlats(columns: Column[]) {
  const isRented = columns.some(({ words }) => flatWords.test(words))
  for (const column of columns) {
    const isCharge = /\bcharges?\b/.test(column.words)
    if (isRented && isCharge && column.decision.type === 'criminal_record')
      column.decision = byNeighbours('amount')
  }
}

/** "Via" beside a consent, and over no street: how it came. */
function waysOfConsent(columns: Column[]) {
  if (!columns.some(({ decision }) => decision.type === 'consent')) return
  for (const column of columns) {
    const isStreet = shareOf(column.profile, 'postal_address') >= 0.2
    const isVia = column.decision.type === 'postal_address' && column.words === 'via'
    if (isVia && !isStreet) column.decision = byNeighbours('consent_source')
  }
}

const dishWords =
  /^(?:pizzas?|plats?|dish|dishes|gerichte?|speisen?|platos?|piatt[oi]|gerecht|gerechten|ingredients?|ingredienti|ingredientes|zutaten|ingredienten)$/

/** "Allerg." beside dishes and nobody: what is in them. */
function allergensOfDishes(columns: Column[]) {
  if (!columns.some(({ words }) => dishWords.test(words))) return
  const isOfPeople = columns.some(({ decision }) => {
    return classOfType[decision.type] === 'direct' || classOfType[decision.type] === 'linkable'
  })
  for (const column of columns) {
    const isAllergen = /^all?erg[a-z]*$/.test(column.words)
    if (!isOfPeople && isAllergen && column.decision.type === 'health')
      column.decision = byNeighbours('code')
  }
}

/** "Cérémonie" beside "Culte", which tells the belief by itself: where it is held. */
function placesOfCeremonies(columns: Column[]) {
  const rite = /^(?:ceremonie|ceremony|ceremonia|cerimonia|plechtigheid|zeremonie)$/
  const cult = /^(?:culte|religion|confession|konfession|culto|religione|geloof|faith)$/
  if (!columns.some(({ decision, words }) => decision.type === 'religion' && cult.test(words)))
    return
  for (const column of columns) {
    if (column.decision.type === 'religion' && rite.test(column.words))
      column.decision = byNeighbours('text')
  }
}

const roomWords =
  /^(?:salles?|raum|raume|saal|zaal|zalen|sala|salas|sale|rooms?|halle?|lokaal|aula|espace|lieu|location|ort|lugar|luogo|locatie)$/
const purposeWords =
  /^(?:objet|motif|evenement|manifestation|occasion|intitule|libelle|anlass|zweck|betreff|veranstaltung|bezeichnung|purpose|event|subject|evento|motivo|asunto|concepto|oggetto|causale|onderwerp|omschrijving|reden)$/

const occupantWords =
  /^(?:occupants?|occupe par|utilisateurs?|utilise par|hirers?|booked by|used by|user|nutzer|belegt durch|mieter|usuario|ocupante|utente|occupante|utilizzatore|gebruiker|huurder)$/

/** "Objet" beside a hall, a day and its hours: "80 ans de Mme Izoard" is written there. */
function textsOfBookings(columns: Column[]) {
  if (!columns.some(({ words }) => roomWords.test(words))) return
  if (!columns.some(({ decision }) => decision.type === 'time' || decision.type === 'date')) return
  for (const column of columns) {
    const { type } = column.decision
    const isGuess = type === 'product' || type === 'text' || type === 'category'
    if (isGuess && purposeWords.test(column.words)) column.decision = byNeighbours('free_text')
    const isSomebody = shareOf(column.profile, 'known_person') >= 0.2
    if (type === 'name' && occupantWords.test(column.words) && !isSomebody)
      column.decision = byNeighbours('free_text')
  }
}

/** "key", "fr", "en", "de": what a program says in each language, "Prénom" and "M." among it. */
function translations(columns: Column[]) {
  const told = columns.filter(({ words }) => namesLanguage(words))
  if (new Set(told.map(({ words }) => words)).size < 2) return
  if (columns.some((column) => !told.includes(column) && isOfPeople(column))) return
  for (const column of told) {
    if (classOfType[column.decision.type] === 'none') continue
    column.decision = byNeighbours('text')
    column.namesakes = true
  }
}

function isOfPeople({ decision: { type } }: Column): boolean {
  return classOfType[type] === 'direct' || classOfType[type] === 'linkable'
}

const badgeWords =
  /\b(?:badges?|carte d acces|access card|key ?card|zutrittskarte|tarjeta de acceso)\b/
const holderWords =
  /^(?:porteur|porteuse|titulaire|detenteur|holder|badge holder|card holder|inhaber|trager|ausweisinhaber|titular|portador|portatore|titolare|houder|kaarthouder)$/

/** "Porteur" beside "N° badge": a person, though some badges are lent to visitors. */
function holdersOfBadges(columns: Column[]) {
  if (!columns.some(({ words }) => badgeWords.test(words))) return
  for (const column of columns) {
    if (!holderWords.test(column.words) || column.profile.nameShape < 0.5) continue
    if (shareOf(column.profile, 'company') < 0.3) column.decision = byNeighbours('name')
  }
}

const petWords =
  /^(?:animal|animaux|nom (?:de l )?animal|espece|esp|race|n puce|puce|tier|tierart|tiername|rasse|chip|chip nr|chipnummer|pet|pet name|species|breed|microchip|mascota|especie|raza|animale|specie|razza|chien|chienne|chat|chatte|cheval|hund|katze|pferd|dog|cat|horse|perro|gato|caballo|cane|gatto|cavallo|hond|kat|paard|lof|zuchtbuch|studbook|microchip n|dier|huisdier|soort|ras)$/
const bornWords =
  /^(?:ne le|nee le|ne e le|ne|geb|geb am|geboren|born|nacido|nacido el|nato il|geboren op)$/

/** "Né le" beside animal, species and breed: nobody's birthday. */
function birthdaysOfPets(columns: Column[]) {
  if (columns.filter(({ words }) => petWords.test(words)).length < 2) return
  for (const column of columns) {
    if (column.decision.type === 'birth_date' && bornWords.test(column.words))
      column.decision = byNeighbours('date')
  }
}

const awayWords = new RegExp(`^(?:${awaySide})$`)
const homeWords = new RegExp(`^(?:${homeSide})$`)

/** "Domicile" beside "Extérieur" is the team that plays at home. */
function teamsAtHome(columns: Column[]) {
  if (!columns.some(({ words }) => awayWords.test(words))) return
  for (const column of columns) {
    if (column.decision.type === 'postal_address' && homeWords.test(column.words))
      column.decision = byNeighbours('company')
  }
}

const supplierWords = /\b(?:kreditor|debitor|lieferant|mwst|ust|firma|fornitore|fournisseur)\b/

/** "UID" beside companies and no login: their Swiss number. */
function numbersOfCompanies(columns: Column[]) {
  const hasCompany = columns.some(({ decision, words }) => {
    return decision.type === 'company' || supplierWords.test(words)
  })
  for (const column of columns) {
    const isUid = /^uid(?: nr)?$/.test(column.words) && column.decision.type === 'username'
    if (isUid && hasCompany) column.decision = byNeighbours('identifier')
  }
}

const rateWords =
  /\b(?:occ?\w*|ocupacion|revpar|rooms?|chambres?|zimmer|habitaciones|camere|kamers)\b/

/** "ADR" over amounts of a hotel is its average rate; "Afhalen" over days is when it is fetched. */
function addressesThatAreNone(columns: Column[]) {
  const isHotel = columns.some(({ words }) => rateWords.test(words))
  for (const column of columns) {
    const { decision, words } = column
    if (decision.type !== 'postal_address') continue
    if (isHotel && words === 'adr' && shareOf(column.profile, 'amount') >= 0.5)
      column.decision = byNeighbours('amount')
    if (/^(?:afhalen|afhaling|ophalen)$/.test(words)) column.decision = byNeighbours('date')
  }
}

const dayWords =
  /^(?:dates?|datum|fecha|data|jours?|tag|dia|giorno|dag|day|semaine|woche|week|semana|settimana|shift|schicht|dienst|creneau|turno|turni|sundays?|dimanche|sonntag|domingo|domenica|zondag|saturday|samedi|samstag)$/

const weekdays =
  '(?:lu(?:n(?:di|es|edi)?)?|mar?(?:di|tes|tedi)?|mer?(?:credi|coledi)?|mie?(?:rcoles)?|je(?:u(?:di)?)?|jue?(?:ves)?|ven?(?:dredi|erdi)?|vie?(?:rnes)?|sam?(?:edi)?|sab?(?:ado|ato)?|dim?(?:anche)?|dom?(?:ingo|enica)?|gio?(?:vedi)?|mon?(?:day|tag)?|tue?s?(?:day)?|wed?(?:nesday)?|thu?r?s?(?:day)?|fri?(?:day)?|sat?(?:urday)?|sun?(?:day)?|di(?:enstag|nsdag)?|mittwoch|do(?:nnerstag|nderdag)?|freitag|samstag|so(?:nntag)?|maandag|wo(?:ensdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?|seg(?:unda)?|ter(?:ca)?|qua(?:rta)?|qui(?:nta)?|sex(?:ta)?)'
const dayOfPlan = new RegExp(`^${weekdays}(?: \\d[\\d a-z]*)?$|^\\d{1,2}$`)
const daysOfPlan = 3

/** "Semaine 37", "KW 12", "w/c 9 Sept", "Du 9 au 14", "Septembre 2024": when, and not what. */
const periodTitle =
  /^(?:[a-z]+ ){0,2}(?:s|sem|semaine|semana|settimana|sett|kw|woche|kalenderwoche|wk|week|w c|wc) ?(?:n )?\d{1,2}\b|^(?:du|vom|from|del|dal|van|desde|week of|week commencing|w e|w c) \d|^(?:semaine|woche|week|semana|settimana|mois|monat|month|mes|mese|maand)$|^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|marz|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|januari|februari|maart|mei|augustus)(?: \d{2,4})?$/

const staffTitle =
  /^(?:[a-z]+ )?(?:plan|planning|plannings|equipes?|teams?|personnel|personal|personale|personeel|staff|dienstplan|schichtplan|rota|roster|rooster|schedule|horarios?|cuadrante|turn[io]|turnos?|effectif|plantilla|escala)\b(?: |$)/

/** Given names beside the days of a week: who works when, whatever week the title says. */
function plansOfWeeks(columns: Column[]) {
  const days = columns.filter(({ words }) => dayOfPlan.test(words))
  if (new Set(days.map(({ words }) => words)).size < daysOfPlan) return
  // "Charlotte" beside 12, 14 and 10 a day is as well a potato; nobody works "9h-18h" but people.
  const counted = days.filter(({ profile }) => shareOf(profile, 'number') >= 0.5).length
  for (const column of columns) {
    const { words, profile, decision, namesakes } = column
    if (namesakes === true || dayOfPlan.test(words)) continue
    if (!guessed.has(decision.type) || shareOf(profile, 'first_name') < 0.5) continue
    const saysWhen = periodTitle.test(words) || staffTitle.test(words)
    const saysThing = decision.evidence[0]?.code === 'header_names_type'
    if (saysWhen || (!saysThing && counted * 2 < days.length))
      column.decision = byNeighbours('first_name')
  }
}

const guessed = new Set<DataType>(['product', 'category', 'text', 'company'])

/** "Bar", "Keuken", "Sleutel" by the day, over first names that come again: whose turn it is. */
function rotas(columns: Column[]) {
  if (!columns.some(({ words }) => dayWords.test(words))) return
  const isNamed = columns.some(({ decision }) => decision.type === 'name')
  for (const column of columns) {
    const isSomebody = shareOf(column.profile, 'known_person') >= 0.25
    if (isNamed && isSomebody && column.namesakes !== true && column.decision.type === 'product')
      column.decision = byNeighbours('name')
  }
  const turns = columns.filter(({ profile, namesakes }) => {
    const comeAgain = profile.distinct < profile.filled
    return namesakes !== true && comeAgain && shareOf(profile, 'first_name') >= 0.8
  })
  if (turns.length < 2) return
  for (const column of turns) {
    if (classOfType[column.decision.type] !== 'direct') column.decision = byNeighbours('first_name')
  }
}

/** What stands at the head of a roll of voters, or of a round from door to door, and of no other list. */
const voterWords =
  /\b(?:voters?|votr|vuid|van ?id|gotv|precinct|turf|walk ?list|canvass\w*|yard ?signs?|polling (?:district|station|place|nr|no)|electoral (?:roll|number|no|ward)|electors?|electeurs?|electrices?|electorale?s?|bureau (?:de )?vote|n bv|boitage|porte a porte|tractage|wahler\w*|wahlbezirk|stimmbezirk|wahlkreis|wahllokal|haustur\w*|electoral|votantes?|puerta a puerta|mesa electoral|seccion censal|seggio|elettoral[ei]|elettor[ei]|elettrice|porta a porta|kiezers?|kiesdistrict|stembureau|raambiljet|canvas\w*|huis aan huis)\b/

const leaning =
  '(?:supp?|support(?:er)?|soutiens?|symp|sympath\\w*|simp|simpat\\w*|apoyo|appoggio|sostegno|steun|zustimmung|unterst\\w*|favorab\\w*|favor|favour|lean|leaning|persua\\w*|intent|intention|intencion|intenzione|intentie|absicht|vi|tendance|tendenz\\w*|tendencia|neigung|haltung|einstellung|gesinnung|gezindheid|proximite|cercania|vicinanza|affin\\w*|orientation|orientamento|orientacion|voting|vote|voto|stem)'
const scale =
  '(?:score|scale|scala|skala|escala|echelle|schaal|rating|level|lvl|niveau|nivel|livello|grad|grade|grado|graad|degre|stufe|note|nota|code|cod|codice|codigo|kennung|id|index|wert|cat|kat|reponse|response|resp|result|res|resultat|resultado|risultato|ergebnis|erg|resultaat|esito|reaktion|reactie|valoracion|valutazione|bewertung|beoordeling|einschatzung|punteggio|puntuacion)'
const ends = '(?:\\d{1,2} (?:a |to |bis |tot )?\\d{1,2}|[a-f] (?:a |to |bis |tot )?[a-f])'
const doors =
  '(?:canvass?(?:ing|er)?|contact|door|porte|doorstep|visite|visit|besuch|kontakt|contacto|contatto|haustur|tur|voter|puerta|porta|deur|gesprek|gesprach)'
/** "Supp 1-5", "Simpatía", "Echelle de soutien", "Canvass code": how they would vote, as the canvasser heard. */
const scaleOfCanvassers = new RegExp(
  `^(?:${leaning}|${doors} ${scale})(?: (?:${scale}|${ends}|de vote|to vote|de voto|di voto))*$|^${scale} (?:(?:of|de|du|di|der|van) )?(?:la |le |l )?(?:${leaning}|${doors}|${ends})(?: ${ends})?$`,
)
const marksOfScale = new Set(
  'number quantity text code category status boolean percentage consent_source free_text age reference identifier product'.split(
    ' ',
  ),
)

/** A few marks over and over, under a scale, beside voters or their parties: a political opinion. */
function scalesOfCanvassers(columns: Column[]) {
  const isNamed = columns.some(({ decision }) => classOfType[decision.type] === 'direct')
  const isOfVoters = columns.some(({ words, decision }) => {
    return decision.type === 'political_opinion' || voterWords.test(words)
  })
  if (!isNamed || !isOfVoters) return
  for (const column of columns) {
    const { decision, profile, words } = column
    if (profile.distinct > 12 || !marksOfScale.has(decision.type)) continue
    if (scaleOfCanvassers.test(words)) column.decision = byNeighbours('political_opinion')
  }
}
