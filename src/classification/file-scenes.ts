// What a word means among certain others: badges, pets, fixtures, and rates of hotels.

import { byNeighbours, type Column } from './column-neighbours.ts'
import { shareOf } from './column-profile.ts'

/** Everything here; what a column is by its cells stays as it is. */
export function readScenes(columns: Column[]) {
  holdersOfBadges(columns)
  birthdaysOfPets(columns)
  teamsAtHome(columns)
  numbersOfCompanies(columns)
  addressesThatAreNone(columns)
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
  /^(?:animal|animaux|nom (?:de l )?animal|espece|esp|race|n puce|puce|tier|tierart|tiername|rasse|chip|chip nr|chipnummer|pet|pet name|species|breed|microchip|mascota|especie|raza|animale|specie|razza|microchip n|dier|huisdier|soort|ras)$/
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

const awayWords =
  /^(?:exterieur|visiteurs?|away|auswarts|gast|gaste|visitante|fuera|trasferta|ospiti|uit)$/
const homeWords = /^(?:domicile|home|heim|local|locales|casa|thuis)$/

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

const rateWords = /\b(?:occ\w*|revpar|rooms?|chambres?|zimmer)\b/

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
