// What the program answers by itself to CNIL's questions: for an account, and for the installation.
import { gapsOf } from '../../checkup/index.ts'
import {
  contractInForce,
  countryIn,
  dayIn,
  listIn,
  officerOf,
  zoneOfInstallation,
} from '../../disclosure/index.ts'
import type { Language } from '../../kernel/index.ts'
import { registerWords, sentence } from '../../words/index.ts'
import type { Question } from '../contract-impact.ts'
import { type Known, type OfAccount, recordsOf, transfersIn } from './known.ts'
import { filled, numberIn, type Said, said, wordsIn } from './say.ts'

type Answers = Partial<Record<Question, (known: Known, language: Language) => Said | null>>
type OwnAnswers = Partial<
  Record<Question, (account: OfAccount, language: Language, known: Known) => Said | null>
>

/** Which measures of the notice treat which risk. */
const treats = {
  access: [
    ...['sealed', 'keys_apart', 'https', 'masked', 'accounts_apart', 'levels', 'passwords'],
    ...['sensitive_apart', 'quiet_logs', 'contracts', 'training', 'staff_training'],
  ],
  modification: [
    'ledger',
    'checked_again',
    'levels',
    'accounts_apart',
    'https',
    'training',
    'staff_training',
  ],
  disappearance: ['backups'],
} as const

const measuresText =
  (codes: readonly string[] | null) =>
  ({ installation }: Known, language: Language): Said | null =>
    said(
      'measures',
      installation.measures
        .filter(({ code }) => codes === null || codes.includes(code))
        .map(({ text }) => text[language]),
    )

function suppliersText({ account, installation }: Known, language: Language): Said | null {
  const { values } = wordsIn(language)
  const { suppliers, at } = installation
  const zone = account?.facts.account.zone ?? zoneOfInstallation(installation)
  const lines = suppliers.map((supplier) => {
    const contract = contractInForce(supplier, at)
    const { name } = supplier
    if (contract === null) return filled(values.contractMissing, { name })
    return contract.validUntil === null
      ? filled(values.contractOpen, { name })
      : filled(values.contract, {
          name,
          day: dayIn(language, Date.parse(contract.validUntil), zone),
        })
  })
  return said('suppliers', lines.length === 0 ? [values.noSupplier] : lines)
}

function transfersText(known: Known, language: Language): Said | null {
  const { values } = wordsIn(language)
  const lines = transfersIn(known, language).map(({ recipient, country, guarantee }) =>
    filled(values.transfer, { name: recipient, country, tool: guarantee || values.noTool }),
  )
  return said('suppliers', lines.length === 0 ? [values.noTransfer] : lines)
}

function assetsText({ installation }: Known, language: Language): Said | null {
  const { values } = wordsIn(language)
  const names = installation.suppliers.map(({ name }) => name)
  return said('program', [
    filled(values.assets, {
      names: names.length === 0 ? values.noOperator : listIn(language, names),
    }),
  ])
}

const ofProgram =
  (name: 'access' | 'rectification' | 'objection') => (_known: Known, language: Language) =>
    said('program', [wordsIn(language).values[name]])

/** The same for both: what stands for the whole installation. */
const shared: Answers = {
  'data.assets': assetsText,
  'rights.access': ofProgram('access'),
  'rights.rectification': ofProgram('rectification'),
  'rights.objection': ofProgram('objection'),
  'rights.processors': suppliersText,
  'rights.transfers': transfersText,
  'measures.program': measuresText(null),
  'access.measures': measuresText(treats.access),
  'modification.measures': measuresText(treats.modification),
  'disappearance.measures': measuresText(treats.disappearance),
}

/** Purposes that nobody described are no answer to what they are for. */
function purposesText(account: OfAccount, language: Language): Said | null {
  const { values } = wordsIn(language)
  const records = recordsOf(account, language)
  if (records.some(({ isUndeclared, about }) => isUndeclared || about.origin === 'missing')) {
    return null
  }
  return said(
    'register',
    records.map(({ name, about }) =>
      filled(values.processing, { name: name.value, about: about.value }),
    ),
  )
}

function processingText(account: OfAccount, language: Language): Said | null {
  const { values } = wordsIn(language)
  return said(
    'register',
    recordsOf(account, language).map(({ name, about }) =>
      filled(values.processing, { name: name.value, about: about.value || values.undescribed }),
    ),
  )
}

function responsibilitiesText(
  { facts }: OfAccount,
  language: Language,
  { installation }: Known,
): Said | null {
  const { values } = wordsIn(language)
  const { operatorName } = installation.operator
  return said('register', [
    ...facts.controllers.map(({ name }) => filled(values.controller, { name })),
    operatorName === null ? null : filled(values.processor, { name: operatorName }),
    ...installation.suppliers.map(({ name, country }) =>
      filled(values.supplier, { name, country: countryIn(language, country) }),
    ),
  ])
}

function dataText(account: OfAccount, language: Language): Said | null {
  const held = recordsOf(account, language).flatMap(({ data, sensitive }) =>
    [...data, ...sensitive].filter(({ isHeld }) => isHeld),
  )
  return said('register', [
    ...new Set(held.map(({ label, description }) => `${label}: ${description}`)),
  ])
}

function basisText(account: OfAccount, language: Language): Said | null {
  const { values } = wordsIn(language)
  const records = recordsOf(account, language)
  if (records.some(({ legalBasis }) => legalBasis.value === '')) return null
  return said(
    'register',
    records.map(({ name, legalBasis }) =>
      filled(values.processing, { name: name.value, about: legalBasis.value }),
    ),
  )
}

function retentionText(account: OfAccount, language: Language): Said | null {
  const lines = recordsOf(account, language).flatMap(({ data }) =>
    data.flatMap(({ isHeld, retention }) => (isHeld ? retention.split(/(?<=\.) /) : [])),
  )
  return said('register', [...new Set(lines)])
}

function consentText({ facts }: OfAccount, language: Language): Said | null {
  const { values } = wordsIn(language)
  const [forms, wordings] = [facts.forms.length, facts.wordings.length]
  return forms + wordings === 0
    ? said('wordings', [values.noForms])
    : said('wordings', [filled(values.forms, { forms, wordings }), values.consent])
}

const ofAccount: OwnAnswers = {
  'overview.processing': processingText,
  'overview.responsibilities': responsibilitiesText,
  'data.which': dataText,
  'proportionality.purposes': purposesText,
  'proportionality.basis': basisText,
  'proportionality.retention': retentionText,
  'rights.information': ({ noticePath }, language) =>
    said('notice', [filled(wordsIn(language).values.notice, { path: noticePath })]),
  'rights.consent': consentText,
}

function accountsText({ accounts }: Known, language: Language): Said | null {
  if (accounts === null) return null
  const { values } = wordsIn(language)
  const names = registerWords[language].categories
  const categories = listIn(
    language,
    accounts.categories.map((one) => names[one]),
  )
  const count = numberIn(language, accounts.count)
  const text = filled(values.accounts, {
    count,
    categories: categories === '' ? '' : `${categories}.`,
  })
  return said('register', [text.trim()])
}

/** With what the self-check found, whose gaps are for whoever manages the installation. */
function checkedText(known: Known, language: Language): Said | null {
  const { checkup } = known
  const { values } = wordsIn(language)
  const measures = measuresText(null)(known, language)
  if (checkup === null) return measures
  const names = gapsOf(checkup).map((check) => sentence(language, `checkup.${check}`) ?? check)
  return said('checkup', [
    measures?.text ?? null,
    names.length === 0 ? null : filled(values.failedChecks, { names: listIn(language, names) }),
  ])
}

const ofInstallation: Answers = {
  'overview.processing': accountsText,
  'overview.responsibilities': ({ installation }, language) => {
    const { values } = wordsIn(language)
    const { operator, suppliers } = installation
    const officer = officerOf(operator)
    return operator.operatorName === null
      ? null
      : said('register', [
          filled(values.processor, { name: operator.operatorName }),
          officer === null ? null : filled(values.officer, { name: officer }),
          ...suppliers.map(({ name, country }) =>
            filled(values.supplier, { name, country: countryIn(language, country) }),
          ),
        ])
  },
  'measures.program': checkedText,
  'proportionality.purposes': accountsText,
  'proportionality.basis': (_known, language) => said('program', [wordsIn(language).values.basis]),
  'proportionality.minimisation': (_known, language) =>
    said('program', [wordsIn(language).values.minimisation]),
  'proportionality.retention': (_known, language) =>
    said('program', [wordsIn(language).values.retention]),
  'rights.information': (_known, language) =>
    said('notice', [filled(wordsIn(language).values.words, { path: '/notice' })]),
  'rights.consent': (_known, language) => said('program', [wordsIn(language).values.consent]),
}

/** Null: the program cannot answer it here. */
export function measuredAnswerOf(code: Question, known: Known, language: Language): Said | null {
  const { account } = known
  const own =
    account === null
      ? ofInstallation[code]?.(known, language)
      : ofAccount[code]?.(account, language, known)
  return own ?? shared[code]?.(known, language) ?? null
}
