// Parts that the notice of an account and that of the installation share: whom data goes to, how
// it is protected, to whom people complain.
import { authorityOf } from '../../countries/index.ts'
import { isInEea } from '../../governance/index.ts'
import type { Language } from '../../kernel/index.ts'
import { publicNoticeWords } from '../../words/index.ts'
import type { LackView } from '../contract.ts'
import type { InstallationFacts, SupplierInUse } from '../facts/installation-facts.ts'
import {
  contractInForce,
  countryIn,
  lack,
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

export function recipientsPart(facts: InstallationFacts, language: Language): Said[] {
  const words = publicNoticeWords[language].recipients
  const { hostName, hostCountry } = facts.operator
  const host =
    hostName === null || hostCountry === null
      ? null
      : say(words.host, { host: hostName, country: countryIn(language, hostCountry) })
  const said = facts.suppliers.flatMap((one) => supplierSentences(one, { at: facts.at, language }))
  const countries = [hostCountry, ...facts.suppliers.flatMap(placesOf)]
  const staysInside = countries.every((country) => country !== null && isInEea(country))
  return [
    host,
    facts.suppliers.length === 0 ? say(words.nobody) : said,
    staysInside ? say(words.noTransfer) : null,
  ]
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
