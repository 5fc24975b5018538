// The CNIL's lines of a record: which data of each category a processing has, and for how long.
import type { Language } from '../../kernel/index.ts'
import { basesView, type SensitiveCategory, sensitiveCategories } from '../../sensitive/index.ts'
import { publicNoticeWords, registerWords } from '../../words/index.ts'
import {
  type DataLine,
  dataLines,
  type RegisterLine,
  type SensitiveLine,
  sensitiveLines,
} from '../contract.ts'
import type { AccountFacts } from '../facts/account-facts.ts'
import type { Processing } from '../facts/processings.ts'
import { periodSentence, userPeriods } from '../facts/retention-periods.ts'
import type { PeriodCode, RetentionPeriod } from '../period.ts'

type Part = { text: string; kept: PeriodCode | readonly PeriodCode[] }
type Reading = { facts: AccountFacts; language: Language }

/** The six ordinary lines of a processing. */
export function ordinaryLines(processing: Processing, reading: Reading): RegisterLine[] {
  const words = registerWords[reading.language].register
  const parts = processing.kind === 'users' ? partsOfUsers(reading) : partsOfPeople(reading)
  return dataLines.map((line) => {
    const of = parts[line] ?? []
    const note = line === 'nir' ? nirNote(reading) : null
    return {
      line,
      label: words.lines[line],
      description: of.map(({ text }) => text).join('; ') || (note ?? words.nothing),
      retention: retentionOf(of, reading),
      isHeld: of.length > 0,
      origin: 'measured' as const,
    }
  })
}

/** Each period once, as the notice says it. */
function retentionOf(parts: readonly Part[], { facts, language }: Reading): string {
  const codes = new Set(parts.flatMap(({ kept }) => kept))
  const known: readonly RetentionPeriod[] = [...facts.periods, ...userPeriods]
  const said = known
    .filter(({ code }) => codes.has(code))
    .map((period) => periodSentence(period, language, facts.account.zone))
  return [...new Set(said)].join(' ')
}

type Parts = Partial<Record<DataLine, readonly Part[]>>

function partsOfUsers({ language }: Reading): Parts {
  const words = registerWords[language].register
  return {
    identity: [{ text: words.userData, kept: 'journal' }],
    connection: [{ text: words.logIns, kept: ['journal', 'looks'] }],
  }
}

function partsOfPeople({ facts, language }: Reading): Parts {
  const words = registerWords[language].register
  const names: Readonly<Record<string, string>> = publicNoticeWords[language].what.names
  const { found, customFields, forms, sent } = facts
  const ofContact = (text: string): Part => ({ text, kept: 'contacts' })
  const fields = found.fields.filter((field) => field !== 'postcode')
  const amounts = customFields.filter(({ type }) => type === 'amount')
  const others = customFields.filter(({ type }) => type !== 'amount')
  const evidence: readonly Part[] =
    forms.length === 0 ? [] : [{ text: words.evidence, kept: 'proofs' }]
  const delivery: readonly Part[] =
    sent.length === 0 ? [] : [{ text: words.delivery, kept: ['texts', 'results', 'replies'] }]
  const postcode = found.fields.includes('postcode') ? [ofContact(words.postcode)] : []
  if (!found.hasContacts) return { connection: evidence }
  return {
    identity: [ofContact(words.phone), ...fields.map((field) => ofContact(names[field] ?? field))],
    private_life: others.map(({ name }) => ofContact(name)),
    economic: amounts.map(({ name }) => ofContact(name)),
    connection: [...evidence, ...delivery],
    location: [ofContact(words.place), ...postcode],
  }
}

/** No field of a contact is made for it; a file may have brought it all the same. */
function nirNote({ facts, language }: Reading): string | null {
  const words = registerWords[language].register
  if (!facts.found.types.includes('nir')) return null
  return facts.customFields.length === 0 ? words.inFile : words.nirInFile
}

const isCategory = (line: SensitiveLine): line is SensitiveLine & SensitiveCategory =>
  (sensitiveCategories as readonly string[]).includes(line)

/** The nine sensitive lines; a processing of one category has that category alone. */
export function linesOfSensitive(processing: Processing, reading: Reading): RegisterLine[] {
  const { facts, language } = reading
  const words = registerWords[language]
  return sensitiveLines.map((line) => {
    const isOwn = processing.kind === 'sensitive' && processing.detail === line
    const used = isOwn ? facts.sensitive.filter(({ category }) => category === line) : []
    const period = facts.periods.find(({ category }) => category === line)
    const inFile = isCategory(line) && facts.found.types.includes(line)
    const isTold = inFile && processing.kind === 'contacts' && !isKept(facts, line)
    return {
      line,
      label: words.register.sensitiveLines[line],
      description:
        used.map((one) => basisText(one, language)).join('; ') ||
        (isTold ? words.register.inFile : words.register.nothing),
      retention:
        isOwn && period !== undefined ? periodSentence(period, language, facts.account.zone) : '',
      isHeld: used.length > 0,
      origin: 'measured' as const,
    }
  })
}

const isKept = (facts: AccountFacts, line: SensitiveCategory) =>
  facts.sensitive.some(({ category }) => category === line)

function basisText(
  { category, basis }: AccountFacts['sensitive'][number],
  language: Language,
): string {
  const words = registerWords[language]
  const article = basesView().find((one) => one.basis === basis)?.article ?? ''
  return words.register.categoryBasis
    .replace('{category}', words.categories[category])
    .replace('{basis}', words.sensitiveBases[basis])
    .replace('{article}', article)
}
