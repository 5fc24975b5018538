// HTTP shapes of what helps to write: the bill of a text, a recipient's telephone, templates,
// trials. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import { messageClass, refusal, sentText } from '../sending/contract.ts'
import { campaignFields, leftOut, travelling } from './contract-fields.ts'

/** What is said to whom; of a draft that may not be kept yet. */
const writtenText = z.object({
  listId: campaignFields.listId,
  class: campaignFields.class,
  basis: campaignFields.basis.default(null),
  purpose: campaignFields.purpose.default(null),
  controllerId: campaignFields.controllerId.optional(),
  sender: campaignFields.sender,
  text: campaignFields.text,
  sendAt: campaignFields.sendAt.default(null),
  sendAtLocal: campaignFields.sendAtLocal.default(false),
  usefulUntil: campaignFields.usefulUntil.default(null),
  overrideReason: campaignFields.overrideReason.default(null),
})

export const billRequest = writtenText.extend({
  again: z
    .boolean()
    .default(false)
    .describe('Judge the list anew; else a judgement of the last three minutes stands.'),
})
export type BillRequest = z.output<typeof billRequest>

export const textBill = z.object({
  madeAt: instantText.describe('When the people were judged.'),
  people: z.number().int().describe('On the list.'),
  receive: z.number().int(),
  leftOut: z.array(leftOut),
  segments: z.number().int(),
  costMicroEur: z.number().int(),
  ...travelling,
  namesInUcs2: z
    .number()
    .int()
    .describe('Different names, as the text uses them, that alone make a message need UCS-2.'),
  shortest: z.uuid().nullable().describe('A contact who gets the shortest message.'),
  longest: z.uuid().nullable().describe('A contact who gets the longest.'),
  inUcs2: z.array(z.uuid()).describe('Contacts whose message needs UCS-2; some of them.'),
})
export const billView = z.object({
  state: z
    .enum(['counting', 'exact', 'too_varied'])
    .describe('Counting: ask again. Too varied: only the check sheet can tell.'),
  done: z.number().int().describe('People judged so far.'),
  people: z.number().int().describe('On the list; 0 while it is not known.'),
  bill: textBill.nullable().describe('Null while it is being counted.'),
})
export type BillView = z.output<typeof billView>

const reasonAsked = refusal.describe('The reason, as the check sheet or the bill names it.')
export const leftOutQuery = pageQuery.extend({ refusal: reasonAsked })
export const leftOutRequest = writtenText.extend({
  refusal: reasonAsked,
  cursor: pageQuery.shape.cursor,
  limit: z.number().int().min(1).max(200).default(50),
})
export const leftOutPerson = z.object({
  contactId: z.uuid(),
  to: z.string().describe('Masked.'),
})
export type LeftOutPerson = z.output<typeof leftOutPerson>
export const leftOutPage = pageOf(leftOutPerson)

export const previewRequest = writtenText.extend({
  contactId: z.uuid().optional().describe('The message of this contact.'),
  after: z.uuid().optional().describe('Else of the first recipient behind this contact.'),
})
export type PreviewRequest = z.output<typeof previewRequest>
export const messagePreview = z.object({
  contactId: z.uuid().nullable().describe('Null: nobody behind it receives the message.'),
  to: z.string().describe('Masked.'),
  text: z.string().describe('As it leaves; of names the first letter and what makes it dearer.'),
  hidesNames: z.boolean().describe('Whether the text shows less of a name than will leave.'),
  encoding: z.enum(['gsm7', 'ucs2']),
  units: z.number().int().describe('Septets, or units of UCS-2, of the whole text.'),
  segments: z.number().int(),
  sentence: z.string().nullable().describe('Why this contact does not receive it.'),
})
export type MessagePreview = z.output<typeof messagePreview>

export const templateRequest = z.object({
  name: z.string().trim().min(1).max(120),
  class: messageClass,
  text: sentText,
})
export type TemplateRequest = z.output<typeof templateRequest>
export const templateChange = templateRequest.pick({ name: true, text: true }).partial()
export type TemplateChange = z.output<typeof templateChange>
export const templateView = z.object({
  id: z.uuid(),
  name: z.string(),
  class: messageClass,
  text: z.string().describe('Of its latest version.'),
  version: z.number().int().describe('The latest; the first is 1.'),
  createdAt: instantText,
  changedAt: instantText,
  archivedAt: instantText.nullable().describe('Archived: offered no more, and still readable.'),
})
export type TemplateView = z.output<typeof templateView>
export const templatePage = pageOf(templateView)
export const templateQuery = pageQuery.extend({
  archived: z.enum(['true', 'false']).optional().describe('Absent: those that are not archived.'),
})
export const templateVersionView = z.object({
  version: z.number().int(),
  text: z.string(),
  writtenAt: instantText,
})
export type TemplateVersionView = z.output<typeof templateVersionView>
export const templateVersions = z.object({ items: z.array(templateVersionView) })

export const testNumberRequest = z.object({
  name: z.string().trim().min(1).max(80).describe('Whose telephone it is.'),
  number: z.string().min(1).max(40).describe('E.164, or as written in the account’s country.'),
  sender: campaignFields.sender.describe('In whose name the code is sent.'),
})
export type TestNumberRequest = z.output<typeof testNumberRequest>
export const testNumberView = z.object({
  id: z.uuid(),
  name: z.string(),
  to: z.string().describe('Masked.'),
  isConfirmed: z
    .boolean()
    .describe(
      'Texts can be tried on it: its owner has typed the code, or the account is a sandbox, which needs none.',
    ),
  codeUntil: instantText
    .nullable()
    .describe('Until when its code can be typed; null: there is none. Added again, it gets one.'),
})
export type TestNumberView = z.output<typeof testNumberView>
export const testNumbers = z.object({ items: z.array(testNumberView) })
export const testNumberConfirmation = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/)
    .meta({ example: '402915' }),
})
export const trialRequest = writtenText.pick({
  class: true,
  controllerId: true,
  sender: true,
  text: true,
})
export type TrialRequest = z.output<typeof trialRequest>
export const trialSent = z.object({
  messageId: z.uuid().describe('A message of its own, counted with no campaign.'),
})
export type TrialSent = z.output<typeof trialSent>

named({
  billRequest,
  textBill,
  billView,
  leftOutRequest,
  leftOutPerson,
  leftOutPage,
  previewRequest,
  messagePreview,
  templateRequest,
  templateChange,
  templateView,
  templatePage,
  templateVersionView,
  templateVersions,
  testNumberRequest,
  testNumberView,
  testNumbers,
  testNumberConfirmation,
  trialRequest,
  trialSent,
})
