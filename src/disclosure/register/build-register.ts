// The register of an account as controller: each field measured, declared or missing.
import { isoTime, isoTimeOrNull, type Language } from '../../kernel/index.ts'
import { registerWords } from '../../words/index.ts'
import type {
  ProcessingField,
  RegisterField,
  RegisterPart,
  RegisterRecord,
  RegisterView,
} from '../contract.ts'
import { type AccountFacts, declaredOf, reachOf } from '../facts/account-facts.ts'
import type { InstallationFacts } from '../facts/installation-facts.ts'
import {
  asksForBasis,
  nameOf,
  type Processing,
  processingsOf,
  undeclared,
} from '../facts/processings.ts'
import { listIn } from '../notice/said.ts'
import { linesOfSensitive, ordinaryLines } from './data-lines.ts'
import { declaredOr, declaredParts, measured } from './fields.ts'
import { recipientsOf, transfersOfProcessing } from './recipients.ts'

export function buildRegister(facts: AccountFacts, language: Language): RegisterView {
  const words = registerWords[language].register
  const { operatorName } = facts.installation.operator
  const open = new Set(undeclared(facts).map(({ place }) => place))
  return {
    title: words.title.replace('{name}', facts.account.name),
    controllers: measured(
      listIn(
        language,
        facts.controllers.map(({ name }) => name),
      ),
    ),
    address: declaredOr(reachOf(facts, 'address')),
    contact: declaredOr(reachOf(facts, 'contact')),
    dpo: declaredOr(reachOf(facts, 'dpo')),
    processor: declaredOr(operatorName),
    readAt: isoTime(facts.at),
    records: processingsOf(facts).map((processing, index) => ({
      ...recordOf(processing, facts, language),
      reference: `T-${String(index + 1).padStart(3, '0')}`,
      isUndeclared: open.has(processing.place),
    })),
  }
}

function recordOf(
  processing: Processing,
  facts: AccountFacts,
  language: Language,
): Omit<RegisterRecord, 'reference' | 'isUndeclared'> {
  const words = registerWords[language].register
  const { kind, place } = processing
  const said = (field: ProcessingField) => declaredOf(facts, place, field)
  const declaredHere = facts.declared.filter((one) => one.place === place)
  const reading = { facts, language }
  const sensitive = linesOfSensitive(processing, reading)
  const { users, rights, contacts } = words.people
  const apart: Partial<Record<Processing['kind'], string>> = { users, rights }
  const people = apart[kind] ?? contacts
  const updated = declaredHere.map(({ at }) => at)
  return {
    place,
    name: orElse(said('name'), nameOf(processing, language)),
    about: aboutOf(processing, said('about')?.value ?? null, language),
    legalBasis: asksForBasis(processing)
      ? declaredOr(said('basis')?.value)
      : measured(basesText(processing, facts, language)),
    people: orElse(said('people'), people),
    otherRecipients: declaredOr(said('recipients')?.value),
    recipientCountries: declaredOr(said('recipientCountries')?.value),
    otherMeasures: declaredOr(said('measures')?.value),
    createdAt: isoTimeOrNull(processing.since),
    updatedAt: updated.length === 0 ? null : isoTime(Math.max(...updated)),
    isSensitive: sensitive.some(({ isHeld }) => isHeld),
    data: ordinaryLines(processing, reading),
    sensitive,
    recipients: recipientsOf(processing, facts, language),
    measures: [
      ...measuresOf(facts.installation, language),
      ...declaredParts(words.measureTypes.other, said('measures')?.value),
    ],
    transfers: transfersOfProcessing(processing, facts, language),
  }
}

const orElse = (declared: { value: string } | null, known: string): RegisterField =>
  declared === null ? measured(known) : declaredOr(declared.value)

/** What advertising is for, nobody can measure; all else is what the program does. */
function aboutOf({ kind }: Processing, declared: string | null, language: Language): RegisterField {
  if (declared !== null) return declaredOr(declared)
  if (kind === 'marketing') return declaredOr(null)
  return measured(registerWords[language].register.about[kind])
}

function basesText({ kind, detail, bases }: Processing, facts: AccountFacts, language: Language) {
  const words = registerWords[language]
  if (kind !== 'sensitive') return bases.map((one) => words.register.bases[one]).join('; ')
  const used = facts.sensitive.filter(({ category }) => category === detail)
  return [...new Set(used.map(({ basis }) => words.sensitiveBases[basis]))].join('; ')
}

export function measuresOf(
  { measures, operator }: InstallationFacts,
  language: Language,
): RegisterPart[] {
  const words = registerWords[language].register
  return [
    ...measures.map(({ type, text }) => ({
      type: words.measureTypes[type],
      text: text[language],
      origin: 'measured' as const,
    })),
    ...declaredParts(words.measureTypes.other, operator.measures ?? undefined),
  ]
}
