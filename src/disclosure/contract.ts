// HTTP shapes of the registers of processing and of the public notice. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import { origins } from './contract-origin.ts'

export * from './contract-breaches.ts'
export * from './contract-origin.ts'
export * from './contract-own.ts'

/** What a user says of the account itself, which no table knows. */
export const accountFields = ['address', 'contact', 'dpo'] as const
export type AccountField = (typeof accountFields)[number]
/** What a user says of one processing. */
export const processingFields = [
  'name',
  'about',
  'basis',
  'people',
  'recipients',
  'recipientCountries',
  'measures',
] as const
export type ProcessingField = (typeof processingFields)[number]
/** The place of what is said of the account itself. */
export const accountPlace = 'account'

/** What whoever manages the installation says of it. */
export const operatorFields = [
  'operatorName',
  'operatorAddress',
  'operatorContact',
  'dpoName',
  'dpoContact',
  'hostName',
  'hostCountry',
  'usersBasis',
  'measures',
] as const
export type OperatorField = (typeof operatorFields)[number]

export const declaredMax = 500

export const dataLines = [
  'identity',
  'private_life',
  'economic',
  'connection',
  'location',
  'nir',
] as const
export type DataLine = (typeof dataLines)[number]
export const sensitiveLines = [
  'ethnic_origin',
  'political_opinion',
  'religion',
  'trade_union',
  'genetic',
  'biometric',
  'health',
  'sexual_orientation',
  'criminal_record',
] as const
export type SensitiveLine = (typeof sensitiveLines)[number]

export const measureTypes = [
  'access',
  'trace',
  'software',
  'backup',
  'encryption',
  'suppliers',
  'other',
] as const
export type MeasureType = (typeof measureTypes)[number]

const origin = z
  .enum(origins)
  .describe('`measured`: read from the program; `declared`: written by a user; else `missing`.')

export const registerField = z.object({
  value: z.string().describe('Empty where it is missing.'),
  origin,
})
export type RegisterField = z.output<typeof registerField>

export const registerLine = z.object({
  line: z.enum([...dataLines, ...sensitiveLines]).describe('Which category of data.'),
  label: z.string().describe('As the CNIL’s simplified register words it.'),
  description: z.string().describe('Which data of the category the processing has.'),
  retention: z.string().describe('Empty where there is no such data.'),
  isHeld: z.boolean().describe('Whether the account keeps such data.'),
  origin,
})
export type RegisterLine = z.output<typeof registerLine>

export const registerPart = z.object({ type: z.string(), text: z.string(), origin })
export type RegisterPart = z.output<typeof registerPart>

export const registerTransfer = z.object({
  recipient: z.string().describe('Who receives the data.'),
  country: z.string().describe('Its name in the language of whoever asks.'),
  guarantee: z.string().describe('On what the transfer rests; empty where it is missing.'),
  origin,
})
export type RegisterTransfer = z.output<typeof registerTransfer>

export const registerRecord = z.object({
  place: z.string().describe('Names the processing, as `marketing:offers`.'),
  reference: z.string(),
  name: registerField,
  about: registerField,
  legalBasis: registerField,
  people: registerField,
  otherRecipients: registerField.describe('Those that a user declared.'),
  recipientCountries: registerField.describe(
    'Where those use the data, as a user declared it: ISO 3166-1 alpha-2, with commas between them.',
  ),
  otherMeasures: registerField.describe('Those that a user declared.'),
  createdAt: instantText.nullable().describe('When the program first saw it; null: not known.'),
  updatedAt: instantText.nullable().describe('When a user last declared something of it.'),
  isSensitive: z.boolean().describe('Whether data of articles 9 or 10 is kept for it.'),
  isUndeclared: z
    .boolean()
    .describe('A campaign uses it, and no user has declared what it is for.'),
  data: z.array(registerLine).describe('The six ordinary lines, in their order.'),
  sensitive: z.array(registerLine).describe('The nine sensitive lines, in their order.'),
  recipients: z.array(registerPart),
  measures: z.array(registerPart),
  transfers: z.array(registerTransfer).describe('Outside the European Economic Area.'),
})
export type RegisterRecord = z.output<typeof registerRecord>

export const registerView = z.object({
  title: z.string(),
  controllers: registerField,
  address: registerField,
  contact: registerField,
  dpo: registerField,
  processor: registerField,
  readAt: instantText,
  records: z.array(registerRecord),
})
export type RegisterView = z.output<typeof registerView>

export const processorRecord = z.object({
  accountId: z.uuid(),
  account: z.string().describe('The name of the account.'),
  isSandbox: z.boolean().describe('Its messages reach nobody.'),
  controllers: registerField,
  contact: registerField,
  categories: registerField.describe('Categories of processing carried out (GDPR, article 30(2)).'),
  transfers: z.array(registerTransfer),
})
export type ProcessorRecord = z.output<typeof processorRecord>

export const processorRegisterView = z.object({
  title: z.string(),
  processor: registerField,
  address: registerField,
  contact: registerField,
  dpo: registerField,
  measures: z.array(registerPart),
  readAt: instantText,
  records: z.array(processorRecord).describe('One for each account, a thousand at most.'),
})
export type ProcessorRegisterView = z.output<typeof processorRegisterView>

const text = z
  .string()
  .trim()
  .max(declaredMax)
  .describe('Nothing about a person you write to. Empty: it is no longer declared.')

export const declaration = z
  .object({
    place: z
      .string()
      .max(90)
      .describe('`account`, or the `place` of a record of the register.')
      .meta({ example: accountPlace }),
    field: z
      .enum([...accountFields, ...processingFields])
      .describe(
        'What is said; of the account `address`, `contact` or `dpo`. `recipientCountries`: where the declared recipients use the data, as `FR,BE`.',
      )
      .meta({ example: 'contact' }),
    value: text.meta({ example: 'donnees@boutique.example' }),
  })
  .refine(
    ({ field, value }) => field !== 'recipientCountries' || /^([A-Z]{2}(,[A-Z]{2})*)?$/.test(value),
    {
      path: ['value'],
      message: 'Countries are ISO 3166-1 alpha-2 codes with commas between them, such as FR,BE.',
    },
  )
  .meta({
    example: { place: accountPlace, field: 'contact', value: 'donnees@boutique.example' },
  })
export type Declaration = z.output<typeof declaration>

export const declarationView = z.object({
  id: z.uuid(),
  place: z.string().describe('`account`, or the `place` of a record.'),
  field: z.string().describe('What was said of it.'),
  value: z.string(),
  by: z.string().describe('Who wrote it, as the journal names them.'),
  at: instantText,
})
export type DeclarationView = z.output<typeof declarationView>
export const declarationQuery = pageQuery
export const declarationPage = pageOf(declarationView)

const operatorText = z.string().max(declaredMax).nullable()
export const operatorView = z.object({
  operatorName: operatorText.describe('Who runs the installation.'),
  operatorAddress: operatorText.describe('Its postal address.'),
  operatorContact: operatorText.describe('How to reach it: e-mail or telephone.'),
  dpoName: operatorText.describe('Its data protection officer, or their office.'),
  dpoContact: operatorText.describe('How to reach the data protection officer.'),
  hostName: operatorText.describe('Who hosts the server.'),
  hostCountry: operatorText.describe('Where it stands. ISO 3166-1 alpha-2.'),
  usersBasis: operatorText.describe('On which legal basis data of users is used.'),
  measures: operatorText.describe('Security measures that the program cannot know.'),
  changedAt: instantText.nullable().describe('When one of them was last changed.'),
})
export type OperatorView = z.output<typeof operatorView>
export const operatorRequest = z
  .object({
    operatorName: text,
    operatorAddress: text,
    operatorContact: text,
    dpoName: text,
    dpoContact: text,
    hostName: text,
    hostCountry: z
      .string()
      .trim()
      .regex(/^([A-Z]{2})?$/)
      .describe('ISO 3166-1 alpha-2, or empty.'),
    usersBasis: text,
    measures: text,
  })
  .partial()
  .meta({
    example: { operatorName: 'Exemple Télécom SAS', dpoContact: 'dpo@operateur.example' },
  })
export type OperatorRequest = z.output<typeof operatorRequest>

/** What the public notice lacks, in the order in which it is shown. */
export const noticeLacks = [
  'address',
  'contact',
  'dpo',
  'purpose',
  'basis',
  'operator',
  'operator_contact',
  'operator_dpo',
  'operator_basis',
  'host',
  'contract',
  'https',
] as const
export type NoticeLack = (typeof noticeLacks)[number]

export const noticeSectionNames = [
  'who',
  'why',
  'what',
  'source',
  'recipients',
  'retention',
  'measures',
  'rights',
  'automated',
] as const
export type NoticeSectionName = (typeof noticeSectionNames)[number]

export const noticeSection = z.object({
  name: z.enum(noticeSectionNames),
  title: z.string(),
  sentences: z.array(z.string()).describe('As people read them, in their order.'),
})
export type NoticeSection = z.output<typeof noticeSection>

export const noticeText = z.object({ title: z.string(), sections: z.array(noticeSection) })
export type NoticeText = z.output<typeof noticeText>

export const publicNoticeVersion = z.object({
  version: z.number().int().describe('Counted from 1.'),
  at: instantText.describe('Since when the notice says this.'),
  sha256: z.string().describe('Of the text in both languages.'),
})
export type PublicNoticeVersion = z.output<typeof publicNoticeVersion>

export const lackView = z.object({
  lack: z.enum(noticeLacks).describe('What nobody has declared.'),
  about: z
    .string()
    .nullable()
    .describe('Which purpose or which supplier, where there are several.'),
  leadsTo: z.string().describe('The screen where it is declared.'),
})
export type LackView = z.output<typeof lackView>

export const publicNoticeView = z.object({
  path: z.string().describe('Where anybody reads it, on this installation.'),
  url: z.string().nullable().describe('The whole address; null without a public one.'),
  current: publicNoticeVersion,
  text: noticeText.describe('In the language of whoever asks.'),
  lacks: z.array(lackView).describe('What nobody has declared yet.'),
})
export type PublicNoticeView = z.output<typeof publicNoticeView>

export const publicNoticeVersions = pageOf(publicNoticeVersion)

export const noticeChange = z.object({
  section: z.string().describe('The title of the section.'),
  added: z.array(z.string()).describe('Sentences that came.'),
  removed: z.array(z.string()).describe('Sentences that went.'),
})
export type NoticeChange = z.output<typeof noticeChange>

export const publicNoticeVersionDetail = publicNoticeVersion.extend({
  text: noticeText,
  before: z.number().int().nullable().describe('The version that it is compared with.'),
  changes: z.array(noticeChange),
})
export type PublicNoticeVersionDetail = z.output<typeof publicNoticeVersionDetail>

export const versionParams = z.object({ version: z.coerce.number().int().min(1).max(1_000_000) })
export const versionQuery = pageQuery

/** The language of a file's words; the caller's own when left out. */
export const sheetQuery = z.object({
  language: z.enum(['fr', 'en']).optional().describe('Of the sheet; the caller’s when left out.'),
})

export const noticeCode = z.object({ code: z.string().max(40) })
export const noticePlace = z.object({
  code: z.string().max(40),
  version: z.coerce.number().int().min(1).max(1_000_000),
})
export const noticeQuery = z.looseObject({ lang: z.enum(['fr', 'en']).optional().catch(undefined) })

named({
  registerField,
  registerLine,
  registerPart,
  registerTransfer,
  registerRecord,
  registerView,
  processorRecord,
  processorRegisterView,
  registerDeclaration: declaration,
  registerDeclarationView: declarationView,
  registerDeclarationPage: declarationPage,
  operatorView,
  operatorRequest,
  noticeSection,
  noticeText,
  noticeLack: lackView,
  publicNoticeView,
  publicNoticeVersion,
  publicNoticeVersions,
  publicNoticeVersionDetail,
  noticeChange,
})
