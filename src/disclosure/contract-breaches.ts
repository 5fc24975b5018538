// HTTP shapes of the register of personal data breaches. Browser-safe.
import { z } from 'zod'
import { idParams, instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import { origins } from './contract-origin.ts'

export const breachKinds = ['confidentiality', 'integrity', 'availability'] as const
export type BreachKind = (typeof breachKinds)[number]

/** What mostly happens; each proposes its kinds and whether keys went with the data. */
export const breachScenarios = [
  'database_without_keys',
  'database_with_keys',
  'user_impersonated',
  'lost_device',
  'wrong_recipients',
  'data_lost',
  'other',
] as const
export type BreachScenario = (typeof breachScenarios)[number]
export const scenarioProposals: Readonly<
  Record<BreachScenario, { kinds: readonly BreachKind[]; isUnreadable: boolean }>
> = {
  database_without_keys: { kinds: ['confidentiality'], isUnreadable: true },
  database_with_keys: { kinds: ['confidentiality'], isUnreadable: false },
  user_impersonated: { kinds: ['confidentiality', 'integrity'], isUnreadable: false },
  lost_device: { kinds: ['confidentiality'], isUnreadable: false },
  wrong_recipients: { kinds: ['confidentiality'], isUnreadable: false },
  data_lost: { kinds: ['availability'], isUnreadable: false },
  other: { kinds: [], isUnreadable: false },
}

/** From the least to the highest. */
export const breachRisks = ['none', 'risk', 'high'] as const
export type BreachRisk = (typeof breachRisks)[number]
/** GDPR, article 34(3): why people need not be told one by one. */
export const untoldReasons = [
  'unreadable',
  'neutralised',
  'disproportionate',
  'no_high_risk',
] as const
export type UntoldReason = (typeof untoldReasons)[number]
/** The European Economic Area, the United Kingdom and Switzerland; France stands first. */
export const breachCountries = [
  ...(['FR', 'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'GB'] as const),
  ...(['GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO'] as const),
  ...(['PL', 'PT', 'RO', 'SE', 'SI', 'SK'] as const),
] as const
export type BreachCountry = (typeof breachCountries)[number]
export const breachStates = ['open', 'notified', 'people_told', 'closed'] as const
export type BreachState = (typeof breachStates)[number]
export const breachSteps = [
  'recorded',
  'measured',
  'letter',
  'accounts_told',
  'authority_notified',
  'people_told',
  'taken_back',
  'closed',
  'reopened',
] as const
export type BreachStep = (typeof breachSteps)[number]
export const breachLetters = ['authority', 'people'] as const
export type BreachLetter = (typeof breachLetters)[number]
/** What a letter or the end of a record lacks, in the order in which it is shown. */
export const breachLacks = [
  'nature',
  'numbers',
  'effects',
  'measures',
  'contact',
  'operator',
  'late_reason',
  'risk',
  'authority',
  'authority_due',
  'people',
  'people_due',
  'keys',
  'link',
] as const
export type BreachLack = (typeof breachLacks)[number]
/** Of the time within which the authority is to be notified. */
export const breachClocks = ['running', 'late', 'met', 'met_late', 'stopped'] as const
export type BreachClock = (typeof breachClocks)[number]
/** The blocks in which authorities ask. */
export const breachBlocks = ['who', 'when', 'what', 'data', 'effects', 'measures'] as const
export type BreachBlock = (typeof breachBlocks)[number]

export const breachTextMax = 4_000
export const breachAccountsMax = 200

const estimate = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000)
  .nullable()
  .default(null)
  .describe('Declared, where it is not everybody; null: what was counted stands.')

type Text = z.ZodDefault<z.ZodString>

/** What happened, whoever keeps the record. */
export const factFields = (text: Text, forWhom: string) => ({
  title: z.string().trim().min(3).max(120).describe(forWhom),
  discoveredAt: instantText.describe('When it became known: the clock begins.'),
  beganAt: instantText.nullable().default(null).describe('Since when it lasted; null: unknown.'),
  endedAt: instantText.nullable().default(null).describe('When it ended; null: it lasts.'),
  scenario: z.enum(breachScenarios).describe('What comes nearest to what happened.'),
  kinds: z.array(z.enum(breachKinds)).max(3).default([]).describe('What was touched.'),
  facts: text,
})

/** What whoever notifies writes and decides of it. */
export const judgedFields = (text: Text, contactHelp: string) => ({
  people: estimate,
  records: estimate,
  effects: text,
  measuresTaken: text,
  measuresPlanned: text,
  risk: z.enum(breachRisks).nullable().default(null).describe('For the people; null: not judged.'),
  riskReason: text,
  authorityReason: text.describe('Why the authority is not notified, where it is not.'),
  untold: z
    .enum(untoldReasons)
    .nullable()
    .default(null)
    .describe('Why people are not told (GDPR, article 34(3)); null: they are, or it is open.'),
  untoldReason: text,
  lateReason: text.describe('Why the authority is notified late (GDPR, article 33(1)).'),
  contact: z.string().trim().max(500).default('').describe(contactHelp),
})

const text = z
  .string()
  .trim()
  .max(breachTextMax)
  .default('')
  .describe('The accounts concerned read it. Name no person and no other account.')

const example = {
  title: 'Export file sent to a wrong address',
  discoveredAt: '2026-11-25T09:30:00.000Z',
  beganAt: '2026-11-25T09:05:00.000Z',
  endedAt: null,
  scenario: 'wrong_recipients',
  kinds: ['confidentiality'],
  country: 'FR',
  accountIds: [],
  people: 120,
  records: null,
  facts: 'A list of customers was sent to another company.',
  effects: '',
  measuresTaken: 'The company confirmed that it deleted the file.',
  measuresPlanned: '',
  risk: null,
  riskReason: '',
  authorityReason: '',
  untold: null,
  untoldReason: '',
  lateReason: '',
  contact: '',
}
export const breachRecord = z
  .object({
    ...factFields(text, 'For the list. Only staff reads it.'),
    country: z.enum(breachCountries).default('FR').describe('Whose authority is written to.'),
    accountIds: z
      .array(z.uuid())
      .max(breachAccountsMax)
      .default([])
      .describe('The accounts whose data is concerned.'),
    ...judgedFields(text, 'Empty: the data protection officer whom the installation declares.'),
  })
  .meta({
    example,
  })
export type BreachRecord = z.output<typeof breachRecord>
/** What is written of a breach, by whoever keeps the record. */
export type BreachFacts = Omit<BreachRecord, 'country' | 'accountIds'>

const origin = z.enum(origins).describe('`measured`, `declared` or `missing`.')
export const breachField = z.object({
  block: z.enum(breachBlocks).describe('The part of the notification that it belongs to.'),
  code: z.string().describe('Names the field.'),
  label: z.string().describe('What it is, in words.'),
  value: z.string().describe('Empty where it is missing.'),
  origin,
})
export type BreachField = z.output<typeof breachField>

export const breachLack = z.object({
  lack: z.enum(breachLacks).describe('Which part.'),
  text: z.string().describe('In words.'),
})
export type BreachLackView = z.output<typeof breachLack>

export const breachAccount = z.object({
  accountId: z.uuid(),
  account: z.string().describe('The name of the account; empty once it is deleted.'),
  people: z.number().int().describe('How many people it has, when it was measured.'),
  measuredAt: instantText.nullable().describe('When the fields were filled.'),
  toldAt: instantText.nullable().describe('When its owners and its officer were told.'),
  fields: z.array(breachField),
})
export type BreachAccountView = z.output<typeof breachAccount>

/** With a record that is written anew: what its writer had read. */
export const readRecordId = z
  .uuid()
  .nullable()
  .optional()
  .describe(
    'The `recordId` that was read: refused if somebody saved since. Left out, what stands is replaced.',
  )
export const recordId = z
  .uuid()
  .describe('The step that wrote what stands. Send it back with what you write anew.')
export const isRecommended = z
  .boolean()
  .describe('The law asks for "as soon as possible"; the hours are a recommendation.')

const clock = {
  dueAt: instantText.describe('Until when the authority is to be notified.'),
  state: z.enum(breachStates).describe('How far it has come.'),
}
export const breachItem = z.object({
  id: z.uuid(),
  number: z.number().int().describe('Its number in the register.'),
  title: z.string(),
  discoveredAt: instantText.describe('When it became known.'),
  risk: z.enum(breachRisks).nullable().describe('For the people; null: not judged.'),
  ...clock,
})
export type BreachItem = z.output<typeof breachItem>
export const breachPage = pageOf(breachItem)
export type BreachPage = z.output<typeof breachPage>
export const breachQuery = pageQuery

/** What is compared between what was written and what stood before. */
export const breachChanged = [
  'discoveredAt',
  'knownAt',
  'risk',
  'riskReason',
  'authorityReason',
  'untold',
  'untoldReason',
  'lateReason',
] as const
export const breachChange = z.object({
  field: z.enum(breachChanged).describe('Which field of the record or of the judgement.'),
  before: z.string().nullable().describe('What stood there; null: nothing.'),
  after: z.string().nullable().describe('What was written; null: nothing.'),
})
export type BreachChange = z.output<typeof breachChange>

export const breachHistory = z.object({
  id: z.uuid(),
  step: z.enum(breachSteps).describe('What was done.'),
  at: instantText.describe('When it was written.'),
  on: instantText.nullable().describe('When it was done, where somebody said so.'),
  by: z.string().describe('Who did it.'),
  note: z.string().describe('What they wrote of it.'),
  changes: z
    .array(breachChange)
    .describe('Of `recorded`: when it became known, the risk and the reasons, where they changed.'),
  isTakenBack: z.boolean().describe('A later step took it back: it counts no more.'),
  voids: z.uuid().nullable().describe('Of `taken_back`: the step that counts no more.'),
  letter: z.enum(breachLetters).nullable().describe('Of a letter: to whom.'),
  language: z.enum(['fr', 'en']).nullable().describe('Of a letter: its language.'),
})
export type BreachHistory = z.output<typeof breachHistory>

export const breachView = z.object({
  id: z.uuid(),
  number: z.number().int().describe('Its number in the register.'),
  ...clock,
  recordId,
  hours: z.number().int().describe('How many hours the law gives, or its authority recommends.'),
  isRecommended,
  authority: z.string().describe('The authority that is written to.'),
  authorityUrl: z.string().describe('Its web site; empty where it is not known.'),
  authorityNote: z
    .string()
    .describe(
      'Where and when the site was read, or that it is to be checked; in the reader’s language.',
    ),
  record: breachRecord,
  clock: z
    .enum(breachClocks)
    .describe(
      'Of the time to notify the authority: `met_late` is notified after it; `stopped` is not needed.',
    ),
  notifiedAt: instantText.nullable().describe('When the authority was notified.'),
  people: z.number().int().describe('How many people: as declared, else as counted.'),
  fields: z.array(breachField).describe('Of the installation and of the record.'),
  accounts: z.array(breachAccount),
  lacks: z
    .object({
      authority: z.array(breachLack).describe('What the letter to the authority lacks.'),
      people: z.array(breachLack).describe('What the letter to people lacks.'),
      close: z.array(breachLack).describe('What must be written before it is closed.'),
    })
    .describe('What is still to be written.'),
  history: z.array(breachHistory).describe('Newest first.'),
})
export type BreachView = z.output<typeof breachView>

export const breachChangeRequest = breachRecord
  .extend({ recordId: readRecordId })
  .meta({ example: { ...example, recordId: '01900000-0000-7000-8000-0000000000aa' } })
export type BreachChangeRequest = z.output<typeof breachChangeRequest>

export const breachStepParams = idParams.extend({
  stepId: z.uuid().describe('The step in the history.'),
})
export const breachTakeBackRequest = z
  .object({ why: z.string().trim().min(3).max(1_000).describe('Why it does not hold; kept.') })
  .meta({ example: { why: 'Noted on the wrong breach.' } })
export type BreachTakeBackRequest = z.output<typeof breachTakeBackRequest>

export const breachStepRequest = z
  .object({
    step: z
      .enum(['authority_notified', 'people_told', 'closed', 'reopened'])
      .describe('What was done or decided.'),
    on: instantText
      .nullable()
      .default(null)
      .describe('When the authority was notified or people were told; null: now.'),
    note: z.string().trim().max(1_000).default('').describe('By which way; with which reference.'),
  })
  .meta({
    example: { step: 'authority_notified', on: null, note: 'On the web site of the authority' },
  })
export type BreachStepRequest = z.output<typeof breachStepRequest>

export const breachLetterRequest = z
  .object({
    letter: z.enum(breachLetters).describe('To whom.'),
    language: z.enum(['fr', 'en']).describe('Of the letter.'),
  })
  .meta({ example: { letter: 'authority', language: 'fr' } })
export type BreachLetterRequest = z.output<typeof breachLetterRequest>
export const breachLetterParams = idParams.extend({
  letterId: z.uuid().describe('The step that issued it.'),
})
export const breachLetterForm = z.object({
  form: z
    .enum(['html', 'pdf'])
    .default('html')
    .describe(
      'A page, or the same words as a tagged PDF to print, to send and to have read aloud.',
    ),
})

named({
  breachRecord,
  breachField,
  breachLack,
  breachAccount,
  breachItem,
  breachPage,
  breachChange,
  breachHistory,
  breachView,
  breachChangeRequest,
  breachTakeBackRequest,
  breachStepRequest,
  breachLetterRequest,
})
