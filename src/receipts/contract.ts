// HTTP shapes of consent receipts: records after ISO/IEC TS 27560 in DPV terms (JSON-LD).
import { z } from 'zod'
import {
  channel,
  evidenceGrade,
  medium,
  parentRelations,
  policyRequest,
  suppressionScope,
  wordingDraft,
  wordingForm,
} from '../consent/contract.ts'
import { controllerRequest, exportRequest } from '../contacts/contract.ts'
import { instantText, named } from '../http/contract.ts'

/** The profile that is written, and the only one that is read. */
export const schemaVersion = 'dpv-27560:record-eu-gdpr'

/** Prefixes as the vocabularies name themselves; `accord` holds what 27560 has no word for. */
export const context = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  pd: 'https://w3id.org/dpv/pd#',
  dct: 'http://purl.org/dc/terms/',
  accord: 'urn:accord:receipts:1:',
} as const

export const consentStatuses = [
  'dpv:ConsentRequested',
  'dpv:ConsentGiven',
  'dpv:RenewedConsentGiven',
  'dpv:ConsentWithdrawn',
  'dpv:ConsentExpired',
  'dpv:ConsentInvalidated',
  'dpv:ConsentUnknown',
] as const

const text = z.string().max(2_000)
/** What a wording of one's own may be, and no more: it becomes one. */
const { name, language, shownText, channels, purposes } = wordingDraft.shape

/** Where an event stands in a ledger, with what opens its commitment. */
export const ledgerPlace = z.object({
  'accord:origin': text,
  'accord:seq': z.number().int().min(0),
  'accord:commitmentKey': z.string().regex(/^[0-9a-f]{64}$/),
  'accord:body': z.string().max(64_000).describe('The canonical body that the leaf commits to.'),
})

export const recordEvent = z.object({
  '@type': z.enum(consentStatuses),
  'dct:date': instantText,
  'dct:identifier': text.describe('The entry of the ledger that recorded it.'),
  'dpv:hasIndicationMethod': text.describe('How: the kind of event.'),
  'accord:grade': evidenceGrade.optional(),
  'accord:source': text.nullable().optional(),
  'accord:proof': ledgerPlace.optional(),
})
export type RecordEvent = z.output<typeof recordEvent>

const principal = z.object({
  'dct:identifier': text.describe('The person, by an id that tells nothing.'),
  'accord:number': z
    .string()
    .regex(/^\+\d{6,15}$/)
    .describe('E.164.'),
  'accord:marketingState': z.enum(['open', 'quarantine']).default('quarantine'),
  'accord:birthDate': z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .describe('Only of somebody who is below the age of consent: it decides what may be sent.'),
})

/** One person, one entity, one channel, one purpose, with all that happened to it. */
export const consentRecord = z.object({
  '@type': z.literal('dpv:ConsentRecord'),
  'dct:hasVersion': z.literal(schemaVersion),
  'dct:identifier': text,
  'dpv:hasDataSubject': principal,
  'dpv:hasProcess': z.object({
    'dpv:hasNotice': z
      .object({
        'dct:identifier': z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe('SHA-256 of the exact text.'),
        'dct:language': text,
        'accord:shownText': z.string().max(20_000),
      })
      .nullable(),
    'dpv:hasPurpose': z.object({ '@type': text, 'dct:identifier': purposes.element }),
    'dpv:hasPersonalData': z.array(text),
    'dpv:hasLegalBasis': text,
    'dpv:hasDataController': z.object({ 'dct:identifier': text, 'dpv:hasName': text }),
    'dpv:hasRecipientThirdParty': z.array(text),
    'dpv:hasStorageCondition': text,
    'dpv:hasJurisdiction': text,
    'dpv:hasWithdrawalMethod': text,
    'accord:channel': channel,
  }),
  'dpv:hasConsentStatus': z.enum(consentStatuses),
  'accord:state': z.object({
    state: z.enum(['given', 'withdrawn']),
    since: instantText,
    validUntil: instantText,
    grade: evidenceGrade,
  }),
  'accord:events': z.array(recordEvent).max(500),
})
export type ConsentRecord = z.output<typeof consentRecord>

export const objectionRecord = z.object({
  '@type': z.literal('accord:ObjectionRecord'),
  'dct:hasVersion': z.literal(schemaVersion),
  'dpv:hasDataSubject': principal,
  'dpv:hasRight': z.literal('eu-gdpr:A21'),
  'accord:scope': suppressionScope,
})
export type ObjectionRecord = z.output<typeof objectionRecord>

/** A parent's word for somebody below the age of consent; it stands beside the person's own. */
export const authorisationRecord = z.object({
  '@type': z.literal('accord:AuthorisationRecord'),
  'dct:hasVersion': z.literal(schemaVersion),
  'dct:identifier': text,
  'dpv:hasDataSubject': principal,
  'dpv:isIndicatedBy': z.enum(['dpv:ParentOfDataSubject', 'dpv:GuardianOfDataSubject']),
  'dpv:hasPurpose': z.object({ 'dct:identifier': purposes.element }),
  'dpv:hasDataController': z.object({ 'dct:identifier': text, 'dpv:hasName': text }),
  'accord:state': z.object({
    relation: z.enum(parentRelations),
    since: instantText,
    validUntil: instantText,
  }),
  'accord:events': z.array(recordEvent).max(500),
})
export type AuthorisationRecord = z.output<typeof authorisationRecord>

export const anyRecord = z.discriminatedUnion('@type', [
  consentRecord,
  objectionRecord,
  authorisationRecord,
])
export type AnyRecord = z.output<typeof anyRecord>

/** What one person gets, and what a page of an export is: a graph with its context. */
export const receiptDocument = z.object({
  '@context': z.record(z.string(), z.string()),
  '@graph': z.array(anyRecord),
})

export const wordingRecord = z.object({
  name,
  language,
  medium,
  controllerName: wordingDraft.shape.controllerName.unwrap(),
  shownText,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  channels,
  purposes,
  form: wordingForm,
})
export type WordingRecord = z.output<typeof wordingRecord>

export const archiveHeader = z.object({
  format: z.literal('accord-receipts'),
  version: z.literal(1),
  account: text,
  controllers: z.array(z.object({ id: text, name: controllerRequest.shape.name })).max(1_000),
  wordings: z.array(wordingRecord).max(5_000),
  policy: z.object({ minimumGrade: text, validMonths: z.number() }).nullable(),
})
/** The policy as one may choose it. */
export const archivePolicy = policyRequest.pick({ minimumGrade: true, validMonths: true })
export type ArchiveHeader = z.output<typeof archiveHeader>

export const exportQuery = z.object({
  disclosures: z
    .stringbool()
    .default(false)
    .describe('Also lay each disclosed entry as a file of its own, for verify.mjs.'),
})
export const receiptRequest = z.object({
  contactId: z.uuid().describe('Whose consents and objections are shown.'),
  reason: exportRequest.shape.reason,
})

export const importFields = z.object({
  ledgerKey: z
    .string()
    .max(500)
    .optional()
    .describe(
      'The key of the ledger that you vouch for: its grades of evidence are kept. Needs the right `account.manage`. Without it everything is taken as declared.',
    ),
})
export const importCounts = z.object({
  records: z.number().int(),
  people: z.number().int(),
  recorded: z.number().int(),
  withdrawn: z.number().int(),
  objections: z.number().int(),
  authorisations: z.number().int().describe('Words of parents.'),
  refused: z.record(z.string(), z.number().int()).describe('By refusal: objections here stand.'),
  proofs: z.number().int().describe('Entries whose commitment was opened and found in the ledger.'),
  trusted: z.boolean(),
  policyTaken: z
    .boolean()
    .describe(
      'Whether the archive’s policy is yours now: where you had chosen none, and may (`account.manage`).',
    ),
})
export type ImportCounts = z.output<typeof importCounts>

/** Why an archive is not taken at all, in descending precedence. */
export const archiveFaults = [
  'archive_unreadable',
  'archive_too_large',
  'archive_version_unknown',
  'archive_content_invalid',
  'archive_policy_invalid',
  'archive_wording_differs',
  'archive_key_differs',
  'archive_signature_wrong',
  'archive_tree_wrong',
  'archive_proof_wrong',
] as const
export type ArchiveFault = (typeof archiveFaults)[number]

named({
  receiptRequest,
  ledgerPlace,
  recordEvent,
  consentRecord,
  objectionRecord,
  authorisationRecord,
  anyRecord,
  receiptDocument,
  wordingRecord,
  archiveHeader,
  importFields,
  receiptsImportCounts: importCounts,
})
