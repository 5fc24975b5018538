// To whom data of a processing goes, and on what it leaves the European Economic Area.
import { isInEea } from '../../governance/index.ts'
import type { Instant, Language } from '../../kernel/index.ts'
import { publicNoticeWords, registerWords } from '../../words/index.ts'
import type { RegisterPart, RegisterTransfer } from '../contract.ts'
import type { AccountFacts } from '../facts/account-facts.ts'
import type { InstallationFacts, SupplierInUse } from '../facts/installation-facts.ts'
import type { Processing } from '../facts/processings.ts'
import {
  type OtherRecipient,
  othersOf,
  othersOfAccount,
  outsideOf,
} from '../notice/other-recipients.ts'
import { contractInForce, countryIn, listIn } from '../notice/said.ts'
import { declaredParts } from './fields.ts'

/** The installation itself, as for its simulated operator. */
const isOwn = ({ contracts }: InstallationFacts['suppliers'][number]) =>
  contracts.some(({ kind }) => kind === 'own')

/** Whether operators get data for it. */
export const isCarried = ({ kind }: Processing) =>
  kind === 'marketing' || kind === 'alerts' || kind === 'replies'

export function recipientsOf(
  processing: Processing,
  facts: AccountFacts,
  language: Language,
): RegisterPart[] {
  const words = registerWords[language].register
  const { operator, suppliers, at } = facts.installation
  const processor = words.recipientTypes.processor
  const country = (code: string) => countryIn(language, code)
  const run: RegisterPart =
    operator.operatorName === null
      ? { type: processor, text: '', origin: 'missing' }
      : { type: processor, text: operator.operatorName, origin: 'declared' }
  const host: RegisterPart[] =
    operator.hostName === null || operator.hostCountry === null
      ? []
      : declaredParts(processor, `${operator.hostName} (${country(operator.hostCountry)})`)
  const carriers = isCarried(processing) ? suppliers : []
  return [
    { type: words.recipientTypes.internal, text: words.recipients.internal, origin: 'measured' },
    run,
    ...host,
    ...carriers
      .filter((one) => !isOwn(one) && contractInForce(one, at) !== null)
      .flatMap((one) => [
        `${one.name} (${country(one.country)})`,
        ...helpersOf(one, at).map(
          (helper) =>
            `${saidOf(words.recipients.subprocessor, one, helper)} (${country(helper.country)})`,
        ),
      ])
      .map((text) => ({ type: processor, text, origin: 'measured' as const })),
    ...othersOf(processing, facts, language).map(({ kind, text }) => ({
      ...(kind === 'program'
        ? { type: words.recipientTypes.program, origin: 'measured' as const }
        : { type: processor, origin: 'declared' as const }),
      text,
    })),
  ]
}

type Helper = SupplierInUse['subprocessors'][number]

/** Those who help a supplier by now; one that is announced gets nothing yet. */
const helpersOf = ({ subprocessors }: SupplierInUse, at: Instant): Helper[] =>
  subprocessors.filter(
    ({ since, until }) => Date.parse(since) <= at && (until === null || Date.parse(until) > at),
  )

const saidOf = (words: string, supplier: SupplierInUse, helper: Helper): string =>
  words.replace('{name}', helper.name).replace('{supplier}', supplier.name)

/** Of one processing of an account: its operators and host, its programs, and whom it declared. */
export function transfersOfProcessing(
  processing: Processing,
  facts: AccountFacts,
  language: Language,
): RegisterTransfer[] {
  const carried = isCarried(processing) ? transfersOf(facts.installation, language) : []
  return [...carried, ...outsideIn(othersOf(processing, facts, language), language)]
}

/** Of an account as a whole. */
export const transfersOfAccount = (facts: AccountFacts, language: Language): RegisterTransfer[] => [
  ...transfersOf(facts.installation, language),
  ...outsideIn(othersOfAccount(facts, language), language),
]

/** On what it rests is not known, nor, of some of them, where: both are to be declared. */
const outsideIn = (others: readonly OtherRecipient[], language: Language): RegisterTransfer[] =>
  others.flatMap((one) => {
    const country = outsideOf(one, language)
    const missing = { guarantee: '', origin: 'missing' as const }
    return country === null ? [] : [{ recipient: one.name, country, ...missing }]
  })

/**
 * Suppliers and their sub-processors that see data outside the European Economic Area, and on what
 * data may go there.
 */
export function transfersOf(
  { suppliers, operator, at }: InstallationFacts,
  language: Language,
): RegisterTransfer[] {
  const words = registerWords[language].register.recipients
  const carried = suppliers.flatMap((supplier): RegisterTransfer[] => {
    const tool = contractInForce(supplier, at)?.transferInstrument ?? null
    const to = (
      recipient: string,
      countries: readonly string[],
      basis: typeof tool,
    ): RegisterTransfer[] => {
      const outside = [...new Set(countries)].filter((country) => !isInEea(country))
      if (outside.length === 0) return []
      const country = listIn(
        language,
        outside.map((code) => countryIn(language, code)),
      )
      const guarantee = basis === null ? '' : publicNoticeWords[language].recipients.tools[basis]
      return [{ recipient, country, guarantee, origin: basis === null ? 'missing' : 'measured' }]
    }
    // A decision of adequacy is of one country; clauses bind the supplier wherever it works.
    const elsewhere = tool === 'adequacy' ? null : tool
    const others = supplier.processingCountries.filter((code) => code !== supplier.country)
    return [
      ...(elsewhere === tool
        ? to(supplier.name, [supplier.country, ...others], tool)
        : [...to(supplier.name, [supplier.country], tool), ...to(supplier.name, others, null)]),
      ...helpersOf(supplier, at).flatMap((helper) =>
        to(saidOf(words.subprocessor, supplier, helper), [helper.country], elsewhere),
      ),
    ]
  })
  const { hostName, hostCountry } = operator
  if (hostName === null || hostCountry === null || isInEea(hostCountry)) return carried
  const host = { recipient: hostName, country: countryIn(language, hostCountry) }
  return [...carried, { ...host, guarantee: '', origin: 'missing' }]
}
