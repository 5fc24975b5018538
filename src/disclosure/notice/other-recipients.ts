// The one source of whom an account’s data goes to beside operators and host: its own programs, and
// whom it declared. Register, public notice and the answers to people all read it. No person in it.
import { isInEea } from '../../governance/index.ts'
import type { Language } from '../../kernel/index.ts'
import type { ProgramInUse } from '../../webhooks/index.ts'
import { publicNoticeWords } from '../../words/index.ts'
import { type AccountFacts, declaredOf } from '../facts/account-facts.ts'
import {
  nameOf,
  type Processing,
  type ProcessingKind,
  processingsOf,
} from '../facts/processings.ts'
import { countryIn, listIn } from './said.ts'

export type OtherRecipient = {
  kind: 'declared' | 'program'
  /** As the register writes it: with its countries, where they are known. */
  text: string
  /** Its name alone. */
  name: string
  /** ISO 3166-1 alpha-2; null: nobody declared where it uses the data. */
  countries: readonly string[] | null
  /** Whether it gets what people write. */
  hasTexts: boolean
}

/** What is told of each event concerns these processings; those of no person concern none. */
const toldOf: Readonly<Record<ProgramInUse['kinds'][number], readonly ProcessingKind[]>> = {
  'message.delivered': ['marketing', 'alerts'],
  'message.failed': ['marketing', 'alerts'],
  'message.unconfirmed': ['marketing', 'alerts'],
  'reply.received': ['replies'],
  'contact.opted_out': ['rights'],
  'contact.erased': ['rights'],
  'campaign.finished': [],
  'import.finished': [],
}

const concerns = ({ kinds }: ProgramInUse, kind: ProcessingKind): boolean =>
  kinds.some((one) => toldOf[one].includes(kind))

const placed = (language: Language, name: string, countries: readonly string[] | null): string => {
  const words = publicNoticeWords[language].recipients
  const known = countries?.map((code) => countryIn(language, code)) ?? [words.unknownCountry]
  return `${name} (${listIn(language, known)})`
}

/** ISO codes, as they are declared: `FR,BE`. */
const codesIn = (text: string | undefined): string[] | null =>
  text === undefined ? null : text.split(',')

/** Of one processing, as the register lists them. */
export function othersOf(
  { kind, place }: Pick<Processing, 'kind' | 'place'>,
  facts: Pick<AccountFacts, 'declared' | 'programs'>,
  language: Language,
): OtherRecipient[] {
  const declared = declaredOf(facts, place, 'recipients')?.value
  const countries = codesIn(declaredOf(facts, place, 'recipientCountries')?.value)
  return [
    ...facts.programs.filter((one) => concerns(one, kind)).map((one) => programIn(one, language)),
    ...(declared === undefined ? [] : [declaredIn(declared, countries, language)]),
  ]
}

function programIn({ host, country, replyText }: ProgramInUse, language: Language) {
  const countries = country === null ? null : [country]
  const text = placed(language, host, countries)
  return { kind: 'program' as const, text, name: host, countries, hasTexts: replyText }
}

function declaredIn(name: string, countries: readonly string[] | null, language: Language) {
  // Whoever declares no country may have written it in the name: only what is declared is added.
  const text = countries === null ? name : placed(language, name, countries)
  return { kind: 'declared' as const, text, name, countries, hasTexts: false }
}

/** Of the whole account, each once; what was declared for whom, by the name of its processing. */
export function othersOfAccount(
  facts: AccountFacts,
  language: Language,
): (OtherRecipient & { purposes: readonly string[] })[] {
  const found = new Map<string, OtherRecipient & { purposes: string[] }>()
  for (const processing of processingsOf(facts)) {
    // Users are told by the notice of the installation.
    if (processing.kind === 'users') continue
    const said = declaredOf(facts, processing.place, 'name')?.value
    const purpose = said ?? nameOf(processing, language)
    for (const one of othersOf(processing, facts, language)) {
      const key = `${one.kind} ${one.text}`
      const held = found.get(key)
      if (held === undefined) found.set(key, { ...one, purposes: [purpose] })
      else held.purposes.push(purpose)
    }
  }
  return [...found.values()]
}

/** Where a recipient is that may take data out of the European Economic Area; null: it does not. */
export function outsideOf(
  { countries }: Pick<OtherRecipient, 'countries'>,
  language: Language,
): string | null {
  if (countries === null) return publicNoticeWords[language].recipients.unknownCountry
  const outside = countries.filter((code) => !isInEea(code))
  if (outside.length === 0) return null
  return listIn(
    language,
    outside.map((code) => countryIn(language, code)),
  )
}
