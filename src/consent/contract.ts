// HTTP shapes of wordings, consents, objections and the account's ledger. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import { keptIfErased } from './contract-kept.ts'
import { checkpointView } from './contract-ledger.ts'
import {
  channel,
  channels,
  consentRefusals,
  type EvidenceGrade,
  evidenceGrade,
  evidenceGrades,
  medium,
  objectionReasons,
  otherLegalBases,
  parentRelations,
  purpose,
  suppressionScope,
  whyNots,
  wordingRefusals,
} from './contract-words.ts'

export * from './contract-kept.ts'
export * from './contract-ledger.ts'
export * from './contract-words.ts'

const number = z.string().max(40).describe('A telephone number, in E.164 or as typed locally.')

export const wordingForm = z.object({
  boxInitially: z
    .enum(['unticked', 'ticked', 'none'])
    .default('none')
    .describe('How the box stands before the person touches it; `none` where there is no box.'),
  bundledWithTerms: z
    .boolean()
    .default(false)
    .describe('True when the same act also accepts terms of sale or use.'),
  conditional: z
    .boolean()
    .default(false)
    .describe('True when a service, prize or discount depends on it without needing it.'),
})

export const wordingDraft = z.object({
  name: z.string().trim().min(1).max(120).describe('For your own screens.'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  medium,
  controllerId: z.uuid(),
  controllerName: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe(
      'The name by which people know who will write to them; the text must say it. The registered name when left out.',
    ),
  shownText: z.string().min(1).max(20_000).describe('The exact text that people see or hear.'),
  channels: z.array(channel).min(1).max(channels.length),
  purposes: z.array(purpose).min(1).max(20),
  form: wordingForm.prefault({}),
  replaces: z.uuid().optional(),
})
export type WordingDraftBody = z.input<typeof wordingDraft>
/** What is left out stays as it is. */
export const wordingChange = wordingDraft
  .omit({ replaces: true, form: true })
  .partial()
  .extend({ form: wordingForm.optional().describe('Given as a whole.') })

export const wordingRefusal = z.object({
  refusal: z.enum(wordingRefusals),
  mend: z.string().describe('What to change, in your language.'),
})

export const wordingView = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  language: z.string(),
  medium,
  controllerId: z.uuid(),
  controllerName: z.string(),
  shownText: z.string(),
  sha256: z.string().describe('SHA-256 of the exact text, hexadecimal; the ledger names it.'),
  channels: z.array(channel),
  purposes: z.array(z.string()),
  form: wordingForm,
  state: z.enum(['draft', 'published', 'retired']),
  createdAt: instantText,
  publishedAt: instantText.nullable(),
  ledgerEntry: z.uuid().nullable(),
  defects: z.array(wordingRefusal).describe('Empty when the wording may be published.'),
})
export type WordingView = z.output<typeof wordingView>
export const wordingList = z.object({ items: z.array(wordingView) })

export const evidenceBody = z.object({
  grade: evidenceGrade.describe(
    'How you hold it. It is kept as your word: what this server did not see counts as `api_declared`.',
  ),
  givenAt: instantText.nullable().default(null).describe('When the person agreed.'),
  source: z.string().max(300).nullable().default(null).describe('Where: the form, the till, …'),
  formUrl: z.string().max(500).optional(),
  formVersion: z.string().max(100).optional(),
  ip: z.string().max(60).optional(),
  userAgent: z.string().max(500).optional(),
  messageId: z.string().max(100).optional(),
  scanSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  locale: z.string().max(35).optional(),
  note: z.string().max(1000).optional(),
})

/** The person: by contact, or by number (then the account must already have that contact). */
const person = { contactId: z.uuid().optional(), number: number.optional() }

export const consentRequest = z.object({
  ...person,
  wordingId: z.uuid().nullable(),
  controllerId: z.uuid(),
  channel: channel.default('sms'),
  purpose,
  evidence: evidenceBody,
})
export type ConsentRequestBody = z.input<typeof consentRequest>

export const consentRecorded = z.object({
  entryId: z.uuid(),
  grade: evidenceGrade.describe(
    'What is vouched for: `api_declared`, or `claimed` when date, source or wording is missing.',
  ),
  liftedObjection: z.boolean(),
})

export const withdrawalRequest = z.object({
  ...person,
  controllerId: z.uuid(),
  channel: channel.default('sms'),
  purpose,
  reason: z.string().max(300).default(''),
})
export const withdrawalRecorded = z.object({ entryId: z.uuid() })

/** What a scan or a recording may be, by its first octets and never by its name. */
export const documentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'audio/mpeg',
  'audio/mp4',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
] as const
export type DocumentType = (typeof documentTypes)[number]

export const documentOctetsMax = 10 * 1024 * 1024

/** The fields of the form; the file comes after them. */
export const documentFields = z.object({
  ...person,
  wordingId: z.uuid(),
  controllerId: z.uuid(),
  channels: z
    .string()
    .regex(/^[a-z]+(,[a-z]+)*$/)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(channel).min(1))
    .describe('The boxes that the person ticked or said yes to, separated by commas: `sms,email`.'),
  purpose,
  givenAt: instantText.describe('The date on the paper, or the hour of the call.'),
  source: z.string().trim().min(1).max(300).describe('Where: the counter, the fair, the call.'),
  note: z.string().max(1000).optional(),
})

export const documentView = z.object({
  id: z.uuid(),
  mediaType: z.enum(documentTypes),
  octets: z.number().int(),
  sha256: z.string().describe('SHA-256 of the file as it came; the ledger commits to it.'),
  addedAt: instantText,
})
export type DocumentView = z.output<typeof documentView>

export const documentRecorded = z.object({
  document: documentView,
  items: z.array(consentRecorded.extend({ channel })),
})
export type DocumentRecorded = z.output<typeof documentRecorded>

const said = (what: string) => z.boolean().default(false).describe(what)
export const legalBasisRequest = z.object({
  ...person,
  legalBasis: z
    .enum(otherLegalBases)
    .describe('`soft_opt_in`: an existing customer. `b2b_opt_out`: a professional who was told.'),
  controllerId: z.uuid().describe('The same legal entity that sold, or told.'),
  purpose: purpose.describe('The family of products: messages for another are not covered.'),
  wordingId: z.uuid().describe('The published words by which a refusal was offered.'),
  since: instantText.describe('The sale; for a professional, the day on which they were told.'),
  reference: z
    .string()
    .trim()
    .max(300)
    .describe('The order or contract; for a professional, their role and its link to the offer.'),
  source: z.string().trim().min(1).max(300).describe('Where the number was collected.'),
  collectedFromPerson: said('The person gave the number themselves, at the sale.'),
  refusalOffered: said('A simple and free refusal was offered as the number was collected.'),
  ownSimilarProducts: said('Only your own products or services, like those sold.'),
})
export type LegalBasisRequestBody = z.input<typeof legalBasisRequest>
export const legalBasisRecorded = z.object({ entryId: z.uuid(), validUntil: instantText })

export const authorisationRequest = z.object({
  ...person,
  controllerId: z.uuid(),
  purpose,
  wordingId: z.uuid().describe('The published words that the parent read; they name SMS.'),
  parentName: z.string().trim().min(2).max(200).describe('Sealed with the person’s proof key.'),
  relation: z
    .enum(parentRelations)
    .describe('`other_holder`: another holder of parental responsibility.'),
  givenAt: instantText.describe('When the parent agreed.'),
  source: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .describe('Where: the enrolment, the counter, the call.'),
  verification: z
    .string()
    .trim()
    .min(5)
    .max(300)
    .describe('How it was made sure that a holder of parental responsibility spoke (art. 8(2)).'),
  documentId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('A scan or a recording that is held for this person.'),
})
export type AuthorisationRequestBody = z.input<typeof authorisationRequest>
export const authorisationRecorded = z.object({ entryId: z.uuid(), validUntil: instantText })
export const authorisationWithdrawal = z.object({
  ...person,
  controllerId: z.uuid(),
  purpose,
  reason: z.string().max(300).default(''),
})
export const authorisationView = z.object({
  controllerId: z.uuid(),
  purpose: z.string(),
  relation: z.enum(parentRelations),
  since: instantText,
  validUntil: instantText,
  wordingId: z.uuid(),
  documentId: z.uuid().nullable(),
  entryId: z.uuid(),
})

export const legalBasisSwitch = z.object({
  legalBases: z.array(z.enum(otherLegalBases)).max(otherLegalBases.length),
  reason: z.string().trim().min(10).max(500).describe('Kept in the audit trail, with your name.'),
})

export const legalBasisView = z.object({
  legalBasis: z.enum(otherLegalBases),
  controllerId: z.uuid(),
  purpose: z.string(),
  since: instantText,
  validUntil: instantText,
  wordingId: z.uuid(),
  entryId: z.uuid(),
})

export const documentReasonLengthMin = 5
export const documentLook = z.object({
  reason: z
    .string()
    .trim()
    .min(documentReasonLengthMin)
    .max(500)
    .describe('Why you need to see it; kept with who looked, and when.'),
})

export const consentRefusal = z.object({ refusal: z.enum(consentRefusals), mend: z.string() })

export const consentQuery = z.object({ contactId: z.uuid() })
/** How staff heard what they record for a person. */
export const heardBys = ['phone', 'letter', 'email', 'in_person'] as const
export const heardBy = z.enum(heardBys)
export type HeardBy = z.output<typeof heardBy>

export const consentEvent = z.object({
  entryId: z.uuid(),
  kind: z.string(),
  channel: z.string(),
  purpose: z.string(),
  recordedAt: instantText,
  seq: z.number().int().nullable().describe('Its place in the ledger; null for about a second.'),
  grade: evidenceGrade.nullable().describe('How strong the evidence was; null for other events.'),
  documentId: z.uuid().nullable().describe('The scan or the recording that shows it.'),
  handset: z
    .enum(['sandbox'])
    .nullable()
    .describe('`sandbox`: the telephone was imagined, and shows nothing of a person.'),
  heardBy: heardBy
    .nullable()
    .describe('How staff heard it, where they did it at the desk; null: not by staff.'),
})
export const consentStateView = z.object({
  controllerId: z.uuid(),
  channel,
  purpose: z.string(),
  effective: z.boolean(),
  why: z.enum(whyNots).nullable(),
  since: instantText.nullable(),
  validUntil: instantText.nullable(),
  wordingId: z.uuid().nullable(),
  entryId: z.uuid().nullable(),
})
export const contactConsents = z.object({
  states: z.array(consentStateView),
  suppression: suppressionScope.nullable(),
  events: z.array(consentEvent),
  documents: z.array(documentView),
  legalBases: z.array(legalBasisView).describe('LegalBases other than consent that were recorded.'),
  authorisations: z
    .array(authorisationView)
    .describe('Parents’ words for this person, who is below the age of consent.'),
  proofsIfErased: keptIfErased,
})
export type ContactConsents = z.output<typeof contactConsents>

export const objectionRequest = z.object({
  number,
  scope: suppressionScope.default('marketing'),
  reason: z.enum(objectionReasons).default('objection'),
  origin: z.string().max(300).default(''),
  at: instantText.optional(),
})
export type ObjectionRequestBody = z.input<typeof objectionRequest>
export const objectionRecorded = z.object({
  entryId: z.uuid(),
  isNew: z.boolean(),
  withdrawnConsents: z.number().int(),
})
export const objectionCheck = z.object({ numbers: z.array(number).min(1).max(1000) })
export const objectionChecked = z.object({
  items: z
    .array(z.object({ valid: z.boolean(), suppression: suppressionScope.nullable() }))
    .describe('One answer a number, in the order asked.'),
})

/** The sectors that a policy is proposed for; the choice stays the account's. */
export const sectors = [
  'shop',
  'health',
  'school',
  'insurance_and_finance',
  'public_body',
  'charity',
  'agency',
] as const
export type Sector = (typeof sectors)[number]

const provenGrade = z.enum(evidenceGrades.slice(1) as [EvidenceGrade, ...EvidenceGrade[]])
const policyFields = {
  minimumGrade: provenGrade.describe('The weakest evidence that is enough for marketing.'),
  validMonths: z
    .number()
    .int()
    .min(1)
    .max(36)
    .describe(
      'How long a consent counts from the day it was given; those recorded before keep theirs.',
    ),
}
export const proofMonthsMax = 120
const proofMonths = z.number().int().min(0).max(proofMonthsMax)
export const policyRequest = z.object({
  ...policyFields,
  proofMonths: proofMonths
    .optional()
    .describe(
      'How long the proof stays, sealed, after the consent ended and its contact is gone; 60 to begin with, and unchanged when left out. For people who go from now on.',
    ),
})
export const policyView = z.object({
  ...policyFields,
  proofMonths,
  isDefault: z.boolean().describe('True until the account has chosen.'),
  sectors: z.array(z.object({ sector: z.enum(sectors), ...policyFields })),
  legalBases: z
    .array(z.enum(otherLegalBases))
    .describe('LegalBases other than consent that are on.'),
  legalBasesPossible: z
    .array(z.enum(otherLegalBases))
    .describe('Those that the rules of the account’s country allow.'),
})
export type PolicyView = z.output<typeof policyView>

export const expiringQuery = z.object({ days: z.coerce.number().int().min(0).max(730).default(60) })
export const askAgainMax = 10_000
export const askAgainRequest = z.object({
  controllerId: z.uuid(),
  purpose,
  days: z.number().int().min(1).max(120).default(60).describe('Whose consent ends within them.'),
  listName: z.string().trim().min(1).max(120),
})
export const askAgainDone = z.object({
  listId: z.uuid().nullable().describe('Who may be asked once more; null when there is nobody.'),
  asked: z.number().int(),
  askedBefore: z
    .number()
    .int()
    .describe('Left out: they were asked in this cycle already, and silence is no yes (R-108).'),
  more: z.boolean().describe('There are more than one list takes: ask for another.'),
})

export type AskAgainDone = z.output<typeof askAgainDone>
export type ExpiringView = z.output<typeof expiringView>

export const expiringView = z.object({
  items: z.array(
    z.object({
      controllerId: z.uuid(),
      channel,
      purpose: z.string(),
      expired: z.number().int().describe('Run out: nothing is sent on them any more.'),
      soon: z.number().int().describe('Running out within these days: the time to ask again.'),
    }),
  ),
})

export const holdsShownMax = 200
export const holdList = z.object({
  people: z.number().int().describe('Of how many people whose contact is gone a proof is held.'),
  items: z
    .array(
      z.object({
        subjectId: z.uuid(),
        heldSince: instantText,
        holdUntil: instantText.describe('Then it is destroyed with its key.'),
        documents: z.array(z.uuid()).describe('Scans and recordings among it.'),
      }),
    )
    .describe(`The soonest to end first, ${holdsShownMax} at most.`),
})
export type HoldList = z.output<typeof holdList>
export const holdEnd = z.object({
  reason: z.string().trim().min(5).max(500).describe('Why no claim is feared any more; not kept.'),
})

named({
  wordingForm,
  wordingDraft,
  wordingChange,
  wordingRefusal,
  wordingView,
  wordingList,
  evidenceBody,
  consentRequest,
  consentRecorded,
  withdrawalRequest,
  withdrawalRecorded,
  documentFields,
  documentView,
  documentRecorded,
  legalBasisRequest,
  legalBasisRecorded,
  authorisationRequest,
  authorisationRecorded,
  authorisationWithdrawal,
  authorisationView,
  legalBasisSwitch,
  legalBasisView,
  documentLook,
  consentRefusal,
  consentEvent,
  consentStateView,
  contactConsents,
  objectionRequest,
  objectionRecorded,
  objectionCheck,
  objectionChecked,
  checkpointView,
  policyRequest,
  policyView,
  askAgainRequest,
  askAgainDone,
  expiringView,
  holdList,
  holdEnd,
})
