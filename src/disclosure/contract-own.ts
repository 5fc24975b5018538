// HTTP shapes of an account's own register of breaches: those that it was told of, and its own.
// Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf } from '../http/contract.ts'
import {
  breachClocks,
  breachField,
  breachHistory,
  breachLack,
  breachRisks,
  breachStates,
  breachTextMax,
  factFields,
  isRecommended,
  judgedFields,
  readRecordId,
  recordId,
} from './contract-breaches.ts'

/** The administrators of the installation told the account, or it recorded the breach itself. */
export const breachSources = ['told', 'own'] as const
export type BreachSourceName = (typeof breachSources)[number]

const text = z
  .string()
  .trim()
  .max(breachTextMax)
  .default('')
  .describe('In the words of the account; letters say it. Name no person.')
const judged = judgedFields(
  text,
  'Empty: the data protection officer, else the contact, of the account’s register of processing.',
)

const knownAt = instantText
  .nullable()
  .default(null)
  .describe(
    'Of a breach that it was told: when the account learned of it, where that was earlier. Its clock begins then.',
  )
const exampleId = '01900000-0000-7000-8000-0000000000aa'
const judgementExample = {
  ...{ knownAt: null, people: null, records: null, effects: 'Unwanted calls.', contact: '' },
  ...{ measuresTaken: 'The file was deleted.', measuresPlanned: '', risk: 'none' },
  ...{ riskReason: 'The file was encrypted.', authorityReason: 'No risk to people.' },
  ...{ untold: 'no_high_risk', untoldReason: 'The file was encrypted.', lateReason: '' },
}
export const accountBreachJudgement = z
  .object({ knownAt, ...judged })
  .meta({ example: judgementExample })
export type AccountBreachJudgement = z.output<typeof accountBreachJudgement>
export const accountBreachJudgementRequest = accountBreachJudgement
  .extend({ recordId: readRecordId })
  .meta({ example: { ...judgementExample, recordId: null } })
export type AccountBreachJudgementRequest = z.output<typeof accountBreachJudgementRequest>

const recordExample = {
  ...{ title: 'Export sent to a wrong address', discoveredAt: '2026-11-25T09:30:00.000Z' },
  ...{ beganAt: null, endedAt: null, scenario: 'wrong_recipients' },
  ...{ kinds: ['confidentiality'], facts: 'A list went to another company.', people: 120 },
  ...{ records: null, effects: '', measuresTaken: '', measuresPlanned: '', risk: null },
  ...{ riskReason: '', authorityReason: '', untold: null, untoldReason: '' },
  ...{ lateReason: '', contact: '' },
}

export const accountBreachRecord = z
  .object({ ...factFields(text, 'For the list of the account.'), ...judged })
  .meta({ example: recordExample })
export type AccountBreachRecord = z.output<typeof accountBreachRecord>
export const accountBreachChangeRequest = accountBreachRecord
  .extend({ recordId: readRecordId })
  .meta({ example: { ...recordExample, recordId: exampleId } })
export type AccountBreachChangeRequest = z.output<typeof accountBreachChangeRequest>

export const accountBreachItem = z.object({
  id: z.uuid(),
  source: z
    .enum(breachSources)
    .describe('`told` by the administrators of the installation, or recorded by the account.'),
  number: z
    .number()
    .int()
    .describe('Of a told one, its number in the register of the installation; else the account’s.'),
  title: z.string().describe('Empty for a breach of which the account was told.'),
  knownAt: instantText.describe('When the account learned of it: its clock begins.'),
  dueAt: instantText.describe('Until when the account has to notify its authority.'),
  clock: z.enum(breachClocks).describe('Of the account’s own time to notify its authority.'),
  authority: z.string().describe('The authority of the account’s country.'),
  authorityUrl: z.string().describe('Its web site; empty where it is not known.'),
  authorityNote: z
    .string()
    .describe(
      'Where and when the site was read, or that it is to be checked; in the reader’s language.',
    ),
  state: z.enum(breachStates).describe('How far the account has come with it.'),
  risk: z.enum(breachRisks).nullable().describe('As the account judges it; null: not judged.'),
  notifiedAt: instantText.nullable().describe('When the account notified its authority.'),
  peopleToldAt: instantText.nullable().describe('When the account told people.'),
})
export type AccountBreachItem = z.output<typeof accountBreachItem>
export const accountBreachPage = pageOf(accountBreachItem)
export type AccountBreachPage = z.output<typeof accountBreachPage>

const ofProcessor = z
  .object({
    state: z.enum(breachStates).describe('How far the installation has come with it.'),
    discoveredAt: instantText.describe('When it became known to the installation.'),
    risk: z.enum(breachRisks).nullable().describe('As the installation judges it.'),
    riskReason: z.string().describe('Why.'),
    effects: z.string().describe('Likely consequences, as the installation writes them.'),
    measuresTaken: z.string().describe('By the installation.'),
    measuresPlanned: z.string().describe('By the installation.'),
  })
  .nullable()
  .describe('What the installation says of a breach that it told; null for the account’s own.')

export const accountBreachView = accountBreachItem.extend({
  recordId: recordId
    .nullable()
    .describe(
      'The step that wrote what stands; null: the account wrote nothing. Send it back with what you write anew.',
    ),
  hours: z.number().int().describe('How many hours the law gives, or its authority recommends.'),
  isRecommended,
  toldAt: instantText.nullable().describe('When the account was told; null for the account’s own.'),
  record: accountBreachRecord
    .nullable()
    .describe('Of a breach that the account recorded; null for one of which it was told.'),
  judgement: accountBreachJudgement.describe('What the account decides and writes of it.'),
  processor: ofProcessor,
  people: z.number().int().describe('How many people: as declared, else as counted.'),
  measuredAt: instantText.nullable().describe('When the account’s data was counted.'),
  fields: z.array(breachField).describe('With the figures of this account alone.'),
  lacks: z
    .object({
      authority: z.array(breachLack).describe('What the letter to the authority lacks.'),
      people: z.array(breachLack).describe('What the letter to people lacks.'),
      close: z.array(breachLack).describe('What must be written before it is closed.'),
    })
    .describe('What is still to be written.'),
  history: z.array(breachHistory).describe('What the account did, newest first.'),
})
export type AccountBreachView = z.output<typeof accountBreachView>

named({
  accountBreachItem,
  accountBreachPage,
  accountBreachRecord,
  accountBreachChangeRequest,
  accountBreachJudgement,
  accountBreachJudgementRequest,
  accountBreachView,
})
