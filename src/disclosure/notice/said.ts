// How the notice says things: sentences with their facts, dates in words, names of countries.
import { type Instant, type Language, saidDay } from '../../kernel/index.ts'
import { filled } from '../../preferences/index.ts'
import { type PublicNoticeWords, publicNoticeWords, registerWords } from '../../words/index.ts'
import type { LackView, NoticeLack, NoticeSectionName, NoticeText } from '../contract.ts'
import type { SupplierInUse } from '../facts/installation-facts.ts'

/** `isLive`: it changes by itself, so it is shown and makes no new version. */
export type Sentence = { text: string; isLive: boolean }
export type Draft = {
  title: string
  sections: readonly { name: NoticeSectionName; title: string; sentences: readonly Sentence[] }[]
  lacks: readonly LackView[]
}

type Facts = Readonly<Record<string, string>>
/** Null: there is nothing to say. */
export type Said = Sentence | null | readonly (Sentence | null)[]

export const say = (template: string, facts: Facts = {}): Sentence => ({
  text: filled(template, facts),
  isLive: false,
})

export const sectionsOf = (
  words: PublicNoticeWords,
  parts: Readonly<Record<NoticeSectionName, readonly Said[]>>,
): Draft['sections'] =>
  (Object.keys(words.sections) as NoticeSectionName[]).map((name) => ({
    name,
    title: words.sections[name],
    sentences: parts[name].flat().filter((one) => one !== null),
  }))

/** What is kept as a version: all but what changes by itself. */
export const fixedText = ({ title, sections }: Draft): NoticeText => ({
  title,
  sections: sections.map(({ sentences, ...section }) => ({
    ...section,
    sentences: sentences.filter(({ isLive }) => !isLive).map(({ text }) => text),
  })),
})

/** What people read: with what changes by itself. */
export const wholeText = ({ title, sections }: Draft): NoticeText => ({
  title,
  sections: sections.map(({ sentences, ...section }) => ({
    ...section,
    sentences: sentences.map(({ text }) => text),
  })),
})

/** In words; the first of a month as French says it. */
export function dayIn(language: Language, at: Instant, zone = 'UTC'): string {
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zone,
  }).format(at)
  return saidDay(language, day)
}

export const countryIn = (language: Language, code: string): string =>
  new Intl.DisplayNames(language === 'fr' ? 'fr-FR' : 'en-GB', { type: 'region' }).of(code) ?? code

export const listIn = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' }).format(names)

export const lack = (name: NoticeLack, leadsTo: string, about: string | null = null): LackView => ({
  lack: name,
  about,
  leadsTo,
})

/** The contract that is in force now; null where nothing may be sent to the supplier. */
export function contractInForce(supplier: SupplierInUse, at: Instant) {
  if (supplier.standing !== 'valid') return null
  const running = supplier.contracts.filter(
    ({ validFrom, validUntil, endedAt, missing }) =>
      missing.length === 0 &&
      Date.parse(validFrom) <= at &&
      (validUntil === null || Date.parse(validUntil) > at) &&
      (endedAt === null || Date.parse(endedAt) > at),
  )
  return running.at(-1) ?? null
}

/** `zone`: by whose clock the days of contracts are told, as they were typed. */
type Reading = { at: Instant; language: Language; zone: string }

const asDay = ({ language, zone }: Reading, text: string): string =>
  dayIn(language, Date.parse(text), zone)

/** A supplier with its country, its contract and how data may leave the EEA. */
export function supplierSentences(supplier: SupplierInUse, reading: Reading): Sentence[] {
  const { at, language } = reading
  const words = publicNoticeWords[language].recipients
  if (supplier.contracts.some(({ kind }) => kind === 'own')) return [say(words.own)]
  const contract = contractInForce(supplier, at)
  const { name } = supplier
  const country = countryIn(language, supplier.country)
  const carried = say(words.supplier, { name, country })
  if (contract === null) return [carried, say(words.noContract, { name })]
  const from = asDay(reading, contract.validFrom)
  const dated =
    contract.validUntil === null
      ? say(words.contractOpen, { name, from })
      : say(words.contractUntil, { name, from, until: asDay(reading, contract.validUntil) })
  const tool = contract.transferInstrument
  const transfer = tool === null ? [] : [say(words.transfer, { name, tool: words.tools[tool] })]
  return [carried, dated, ...transfer, ...besideContract(supplier, reading)]
}

/** What is declared of a supplier; what nobody has declared is not said. */
function besideContract(supplier: SupplierInUse, reading: Reading): Sentence[] {
  const { at, language } = reading
  const words = publicNoticeWords[language].recipients
  const { name, numbersKeptDays: days, processingCountries, subprocessors } = supplier
  const countries = processingCountries.map((code) => countryIn(language, code))
  const places =
    countries.length === 0
      ? []
      : [say(words.places, { name, countries: listIn(language, countries) })]
  const kept =
    days === null
      ? []
      : [
          days === 0
            ? say(words.keptNone, { name })
            : say(words.keptDays, { name, days: `${days}` }),
        ]
  const helped = subprocessors.map((one) =>
    say(Date.parse(one.since) > at ? words.subprocessorFrom : words.subprocessor, {
      ...{ name, other: one.name, country: countryIn(language, one.country) },
      ...{ purpose: one.purpose.replace(/\.$/, ''), from: asDay(reading, one.since) },
    }),
  )
  return [...places, ...kept, ...helped]
}

export const categoryIn = (language: Language, category: string): string =>
  (registerWords[language].categories as Readonly<Record<string, string>>)[category] ?? category
