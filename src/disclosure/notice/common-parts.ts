// Parts that the notice of an account and that of the installation share: whom data goes to, how
// it is protected, to whom people complain.
import { authorityOf, zonesOf } from '../../countries/index.ts'
import { isInEea } from '../../governance/index.ts'
import type { Language } from '../../kernel/index.ts'
import { publicNoticeWords } from '../../words/index.ts'
import type { LackView } from '../contract.ts'
import type { InstallationFacts, SupplierInUse } from '../facts/installation-facts.ts'
import { type othersOfAccount, outsideOf } from './other-recipients.ts'
import {
  contractInForce,
  countryIn,
  lack,
  listIn,
  type Said,
  type Sentence,
  say,
  supplierSentences,
} from './said.ts'

/** Where a supplier and those who help it see data, once they do. */
const placesOf = ({ country, processingCountries, subprocessors }: SupplierInUse): string[] => [
  country,
  ...processingCountries,
  ...subprocessors.map((one) => one.country),
]

/** What an account adds to operators and host: its programs, and whom it declared. */
type Beside = { name: string; zone: string; others: ReturnType<typeof othersOfAccount> }

/** Nobody has declared a clock of the installation: that of the country where it stands is it. */
export const zoneOfInstallation = ({ operator }: Pick<InstallationFacts, 'operator'>): string =>
  zonesOf(operator.hostCountry ?? '')[0] ?? 'UTC'

export function recipientsPart(
  facts: InstallationFacts,
  language: Language,
  { name, zone, others }: Beside = { name: '', zone: zoneOfInstallation(facts), others: [] },
): Said[] {
  const words = publicNoticeWords[language].recipients
  const { hostName, hostCountry } = facts.operator
  const host =
    hostName === null || hostCountry === null
      ? null
      : say(words.host, { host: hostName, country: countryIn(language, hostCountry) })
  const reading = { at: facts.at, language, zone }
  const said = facts.suppliers.flatMap((one) => supplierSentences(one, reading))
  return [
    host,
    facts.suppliers.length === 0 ? say(words.nobody) : said,
    others.map((one) => otherSentence(one, { name, language })),
    transferSentences(facts, language, others),
  ]
}

function otherSentence(
  { kind, name: host, text, countries, hasTexts, purposes }: Beside['others'][number],
  { name, language }: { name: string; language: Language },
): Sentence {
  const words = publicNoticeWords[language].recipients
  if (kind === 'declared') {
    const recipient = text.replace(/\.$/, '')
    return say(words.other, { purposes: listIn(language, purposes), recipient })
  }
  const known = countries?.map((code) => countryIn(language, code)) ?? [words.unknownCountry]
  const told = { name, host, country: listIn(language, known) }
  return say(hasTexts ? words.programTexts : words.program, told)
}

/** That nothing leaves is said where every recipient is known to be inside, and nowhere else. */
function transferSentences(
  facts: InstallationFacts,
  language: Language,
  others: Beside['others'],
): Sentence[] {
  const words = publicNoticeWords[language].recipients
  const { hostCountry } = facts.operator
  const unknown = others.filter(({ countries }) => countries === null).map(({ name }) => name)
  const outside = others.flatMap((one) => {
    const countries = one.countries === null ? null : outsideOf(one, language)
    return countries === null ? [] : [say(words.outside, { name: one.name, countries })]
  })
  const known = [hostCountry, ...facts.suppliers.flatMap(placesOf)]
  const staysInside = known.every((country) => country !== null && isInEea(country))
  if (staysInside && unknown.length + outside.length === 0) return [say(words.noTransfer)]
  const names = listIn(language, [...new Set(unknown)])
  return unknown.length === 0 ? outside : [...outside, say(words.transferUnknown, { names })]
}

export const measuresPart = (
  { measures, operator }: InstallationFacts,
  language: Language,
): Said[] => [
  ...measures.map(({ text, isLive = false }): Sentence => ({ text: text[language], isLive })),
  operator.measures === null ? null : say(operator.measures),
]

export function complainSentence(country: string, language: Language): Sentence {
  const words = publicNoticeWords[language].rights
  const authority = authorityOf(country)
  if (authority === null) return say(words.complainHome)
  const { name, address, site } = authority
  return say(words.complain, { authority: `${name}, ${address}, ${site}` })
}

const operatorScreen = '/installation/operator'

/** What whoever manages the installation has not declared yet. */
export function installationLacks({
  operator,
  suppliers,
  isHttps,
  at,
}: InstallationFacts): LackView[] {
  const withoutContract = suppliers.filter((one) => contractInForce(one, at) === null)
  return [
    ...(operator.operatorName === null ? [lack('operator', operatorScreen)] : []),
    ...(operator.operatorContact === null ? [lack('operator_contact', operatorScreen)] : []),
    ...(operator.dpoContact === null ? [lack('operator_dpo', operatorScreen)] : []),
    ...(operator.usersBasis === null ? [lack('operator_basis', operatorScreen)] : []),
    ...(operator.hostName === null || operator.hostCountry === null
      ? [lack('host', operatorScreen)]
      : []),
    ...withoutContract.map(({ name }) => lack('contract', '/installation/suppliers', name)),
    ...(isHttps ? [] : [lack('https', '/installation/health')]),
  ]
}
