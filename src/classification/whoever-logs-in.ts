// People by what they log in as, and by the title before their family name, whatever stands above them.
import {
  byNeighbours,
  type Column,
  cellsAt,
  guesses,
  isOfLogins,
  type Rows,
} from './column-neighbours.ts'
import { shareOf } from './column-profile.ts'
import { fold } from './fold.ts'
import { lastNames } from './name-lists.ts'
import { namesakeWords } from './stray-identifiers.ts'
import type { DataType } from './types-of-data.ts'

/** Who asks, opens, handles and closes, as the programs of a help desk head their columns. */
const ofTickets =
  /^(?:callers?|requesters?|requestors?|requested for|assignees?|assigned(?: to)?|reporter|submitter|opener|author|technician|(?:opened|created|raised|logged|reported|submitted|requested|closed|resolved|updated|modified|changed|handled) by|demandeu(?:r|se)|appelante?|declarante?|emetteur|technicien(?:ne)?|(?:attribue|affecte|assigne)e? (?:e )?a|(?:ouvert|cree|signale|demande|declare|clos|ferme|resolu|traite|modifie)e? par|bearbeiter(?:in)?|melder(?:in)?|ersteller(?:in)?|anforderer|antragsteller(?:in)?|anrufer(?:in)?|zustandig|zugewiesen(?: an)?|(?:eroffnet|erstellt|gemeldet|angelegt|geschlossen|bearbeitet|geandert|angefordert) (?:von|durch)|usuari[oa]|solicitante|tecnic[oa]|asignad[oa] a|(?:abiert|cread|solicitad|cerrad|resuelt|modificad|reportad|notificad)[oa] por|richiedente|segnalatore|assegnatari[oa]|assegnat[oa] a|(?:apert|creat|segnalat|richiest|chius|modificat|risolt)[oa] da|aanvrager|behandelaar|indiener|toegewezen aan|(?:geopend|aangemaakt|gemeld|aangevraagd|gesloten|gewijzigd|opgelost) door)$/

/** "Caller" over "kdale", "jpartrid": an account, where the addresses or the families say so. */
export function loginsOfPeople(columns: Column[], rows: Rows) {
  const email = columns.findIndex(({ decision }) => decision.type === 'email')
  const isLog = columns.some(({ decision }) => decision.type === 'ip_address')
  for (const [index, column] of columns.entries()) {
    const { decision, profile, words } = column
    const saysId = (words === '' || idTitle.test(words)) && idTypes.has(decision.type)
    const isOpen = guesses.has(decision.type) || decision.type === 'name' || saysId
    if (!isOpen || (words === '' && !isLog) || profile.lowerCase < 0.9 || profile.wordsMean > 1.1)
      continue
    const known = Math.max(shareOf(profile, 'full_name'), shareOf(profile, 'last_name'))
    if (known >= 0.5 || !isOfLogins(profile)) continue
    const isTold =
      (ofTickets.test(words) && areCutNames(rows, index)) ||
      (isLog && saysId && areOfPeople(rows, index)) ||
      (email >= 0 && areOfAddresses(rows, index, email))
    if (isTold) column.decision = byNeighbours('username')
  }
}

/** "kdale", "k.dale", "dalek", "kdale2": a third of them an initial at a family that is known. */
function areCutNames(rows: Rows, index: number): boolean {
  const cells = new Set(cellsAt(rows, index))
  let cut = 0
  for (const cell of cells) {
    if (/^[a-z]{1,12}[._-][a-z]+\d*$|^[a-z]{3,}\d{1,3}$/.test(cell)) cut += 1
    else if (lastNames.has(cell.slice(1)) || lastNames.has(cell.slice(0, -1))) cut += 1
  }
  return cut > 0 && cut >= cells.size * 0.3
}

/** Over logins and over hosts alike: the cells say which, beside addresses of machines. */
const idTitle =
  /^(?:ids?|ident|identifiants?|identifier|identity|identificador|identificativo|identificatie|kennung|kenn|code|compte|account|konto|cuenta|conto|utenza|subject|principal|who|qui|wer|quien|chi|wie)$/
const idTypes = new Set<DataType>([...guesses, 'identifier', 'code', 'reference'])

/** "s.aitahmed", "mlegrand", "cdoucet_ext": an initial, and a family known or behind a dot. */
function areOfPeople(rows: Rows, index: number): boolean {
  const cells = new Set(cellsAt(rows, index))
  let people = 0
  for (const cell of cells) {
    const login = cell.replace(/(?:[._-](?:ext|adm|admin))?\d*$/, '')
    const family = login.slice(1)
    if (/^[a-z]\.[a-z]{3,}$/.test(login) || (family.length > 3 && lastNames.has(family)))
      people += 1
  }
  return people > 0 && people >= cells.size * 0.3
}

/** "jpartrid" beside "joyce.partridge@…", in most rows. */
function areOfAddresses(rows: Rows, index: number, email: number): boolean {
  let both = 0
  let met = 0
  for (const row of rows) {
    const cell = (row[index] ?? '').trim()
    const local = fold((row[email] ?? '').split('@')[0] ?? '')
    if (cell === '' || local === '') continue
    both += 1
    const parts = local.split(/[^a-z]+/)
    const holds = (rest: string, initial: string) => {
      const family = parts.findIndex((part) => rest.length > 1 && part.startsWith(rest))
      return family >= 0 && parts.some((part, at) => at !== family && part[0] === initial)
    }
    if (holds(cell.slice(1), cell[0] ?? '') || holds(cell.slice(0, -1), cell.slice(-1))) met += 1
  }
  return met >= 2 && met >= both * 0.6
}

/** What says little of a cell: where people stand there by their titles, it is of them. */
const saysLittle = new Set<DataType>([
  'text',
  'free_text',
  'category',
  'status',
  'code',
  'identifier',
  'reference',
  'school_class',
  'quantity',
  'number',
  'date',
])

/** "Homeroom" over "Ms. Otero", "Mr. Hale": whose room, group or table it is. */
export function titledPeople(columns: Column[]) {
  for (const column of columns) {
    const { decision, profile, words } = column
    if (!saysLittle.has(decision.type) || shareOf(profile, 'titled_person') < 0.6) continue
    if (!namesakeWords.test(words)) column.decision = byNeighbours('name')
  }
}
