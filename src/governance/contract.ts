// HTTP shapes of suppliers and their contracts. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('Where the data goes. ISO 3166-1 alpha-2.')

/** GDPR art. 28(3), (a) to (h). */
export const art28Items = [
  'documented_instructions',
  'confidentiality',
  'security',
  'subprocessors',
  'help_with_rights',
  'help_with_security',
  'deletion_or_return',
  'audits',
] as const
export type Art28Item = (typeof art28Items)[number]

export const transferInstruments = ['adequacy', 'standard_clauses', 'binding_rules'] as const
export type TransferInstrument = (typeof transferInstruments)[number]

/** `own`: the installation itself stands on both sides, as for its sandbox. */
export const contractKinds = ['processor', 'own'] as const
export type ContractKind = (typeof contractKinds)[number]

/** `controller_too`: it answers by itself for its own traffic data, as operators do. */
export const supplierRoles = ['processor', 'controller_too'] as const
export type SupplierRole = (typeof supplierRoles)[number]

export const subprocessorChangeKinds = ['added', 'replaced', 'removed'] as const
export type SubprocessorChangeKind = (typeof subprocessorChangeKinds)[number]

/** Accounts have so long to object before a change takes effect. */
export const noticeDays = 30
export const documentOctetsMax = 10 * 1024 * 1024
export const documentsMax = 10
export const subprocessorsMax = 200

export const contractDocumentView = z.object({
  id: z.uuid(),
  octets: z.number().int(),
  sha256: z.string(),
  addedAt: instantText.describe('When it was added.'),
})

export const contractView = z.object({
  id: z.uuid(),
  kind: z.enum(contractKinds),
  reference: z.string(),
  validFrom: instantText,
  validUntil: instantText.nullable(),
  art28Items: z.array(z.enum(art28Items)),
  transferInstrument: z.enum(transferInstruments).nullable(),
  endedAt: instantText.nullable(),
  missing: z.array(z.string()).describe('What it still lacks; empty when data may go.'),
  documents: z.array(contractDocumentView).describe('The signed papers, sealed; oldest first.'),
})

const about = {
  role: z
    .enum(supplierRoles)
    .describe('Processor of the accounts through the installation, or controller of its own too.'),
  numbersKeptDays: z
    .number()
    .int()
    .min(0)
    .max(36_500)
    .nullable()
    .describe('For how many days it keeps the numbers it was sent; null: not declared.'),
  erasureAddress: z
    .union([z.email(), z.url({ protocol: /^https$/ })])
    .nullable()
    .describe('E-mail or https address to which erasures are told; null: not declared.'),
  contact: z.string().trim().min(1).max(300).nullable().describe('Whom to write to or call there.'),
  processingCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(60)
    .describe('Where it processes beside its own country. ISO 3166-1 alpha-2.'),
}

export const subprocessorView = z.object({
  id: z.uuid(),
  name: z.string(),
  country,
  purpose: z.string().describe('What it does for the supplier.'),
  since: instantText.describe('From when it works for the supplier.'),
  until: instantText.nullable().describe('Until when; null: no end is known.'),
})
export type SubprocessorView = z.output<typeof subprocessorView>

export const subprocessorChangeView = z.object({
  id: z.uuid(),
  kind: z.enum(subprocessorChangeKinds),
  added: subprocessorView.nullable().describe('Who comes; null for a removal.'),
  removed: subprocessorView.nullable().describe('Who goes; null for an addition.'),
  effectiveAt: instantText.describe('When it takes effect.'),
  objectUntil: instantText
    .nullable()
    .describe('Until when accounts can object; null: they cannot.'),
  announcedAt: instantText.describe('When it was announced to all accounts.'),
})
export type SubprocessorChangeView = z.output<typeof subprocessorChangeView>

export const supplierView = z.object({
  id: z.uuid(),
  name: z.string(),
  country,
  ...about,
  erasureAddress: z.string().nullable().describe('Where erasures are told; null: not declared.'),
  subprocessors: z.array(subprocessorView).describe('Those at work and those to come.'),
  changes: z.array(subprocessorChangeView).describe('The newest fifty, newest first.'),
  standing: z.enum(['valid', 'missing', 'incomplete', 'expired']),
  validUntil: instantText.nullable(),
  contracts: z.array(contractView),
})
export type SupplierView = z.output<typeof supplierView>
export const supplierList = z.object({ items: z.array(supplierView) })

export const newSupplier = z
  .object({ name: z.string().trim().min(1).max(120), country })
  .meta({ example: { name: 'Opérateur Exemple SAS', country: 'FR' } })

export const supplierDetails = z.object(about).meta({
  example: {
    role: 'controller_too',
    numbersKeptDays: 365,
    erasureAddress: 'dpo@operateur.example',
    contact: 'Service client, +33 1 99 00 00 00',
    processingCountries: ['DE'],
  },
})
export type SupplierDetails = z.output<typeof supplierDetails>

export const newSubprocessor = z
  .object({
    name: z.string().trim().min(1).max(120),
    country,
    purpose: z.string().trim().min(1).max(300).describe('What it does for the supplier.'),
    since: instantText.describe(
      `From when it works for the supplier: now or earlier, or ${noticeDays} days ahead at least.`,
    ),
    replacesId: z.uuid().nullable().default(null).describe('Whom it replaces; null: nobody.'),
  })
  .meta({
    example: {
      name: 'Hébergeur Exemple GmbH',
      country: 'DE',
      purpose: 'Hébergement des serveurs',
      since: '2027-03-01T00:00:00.000Z',
      replacesId: null,
    },
  })
export type NewSubprocessor = z.output<typeof newSubprocessor>

export const subprocessorEnd = z.object({
  until: instantText.describe('From when it works for the supplier no more.'),
})

/** What staff answer to an objection. */
export const objectionAnswers = ['dropped', 'put_off', 'other_route', 'may_end'] as const
/** `withdrawn`: the account has let go of it by itself. */
export const objectionOutcomes = [...objectionAnswers, 'withdrawn'] as const
export type ObjectionOutcome = (typeof objectionOutcomes)[number]
/** It has a day: until then the account waits, or may go; after that it is to be answered again. */
export const isForATime = (outcome: ObjectionOutcome): outcome is 'put_off' | 'may_end' =>
  outcome === 'put_off' || outcome === 'may_end'

const objectionStates = ['waits', 'blocked', 'answered', 'withdrawn', 'void'] as const

export const objectionAnswerView = z.object({
  outcome: z
    .enum(objectionOutcomes)
    .describe(
      '`dropped`: the change does not hold for the account; `put_off`: not before `until`; `other_route`: its messages go by other suppliers; `may_end`: it may end its contract until `until`, and stays barred after that; `withdrawn`: it has let go of its objection.',
    ),
  until: instantText.nullable().describe('The day of `put_off` and `may_end`; else null.'),
  reason: z.string().nullable().describe('What staff wrote; null where the account withdrew.'),
  at: instantText.describe('When it was answered.'),
})

const objectionStanding = {
  reason: z.string().describe('What the account wrote.'),
  at: instantText.describe('When the account objected.'),
  state: z
    .enum(objectionStates)
    .describe(
      '`waits`: no answer yet; `blocked`: no answer, and the day of the change has passed, or that of `put_off` or `may_end`; `void`: the sub-processor does not work there any more.',
    ),
  answerBy: instantText.nullable().describe('Until when staff answer; null: nothing is open.'),
  isBarred: z.boolean().describe('Whether no message of the account goes to this supplier now.'),
  barredFrom: instantText
    .nullable()
    .describe('From when no message of the account goes to this supplier; null: never.'),
  answers: z.array(objectionAnswerView).describe('Oldest first; the last one counts.'),
}

export const supplierObjection = z.object({
  changeId: z.uuid().describe('The change it is about.'),
  account: z
    .object({
      id: z.uuid(),
      number: z.number().int(),
      name: z.string(),
    })
    .describe('Which account objects.'),
  ...objectionStanding,
})
export type SupplierObjection = z.output<typeof supplierObjection>
export const supplierObjections = z.object({
  items: z.array(supplierObjection),
  isCut: z.boolean().describe('There are more than these 1,000.'),
  otherRoutes: z
    .array(z.string())
    .describe('Open routes of other suppliers, by which messages could go instead.'),
})
export type SupplierObjections = z.output<typeof supplierObjections>

export const ownObjection = z.object(objectionStanding)
export type OwnObjection = z.output<typeof ownObjection>

export const objectionAnswer = z
  .object({
    outcome: z.enum(objectionAnswers).describe('What is decided.'),
    until: instantText
      .nullable()
      .default(null)
      .describe('For `put_off` and `may_end`, a day to come; for the others null.'),
    reason: z.string().trim().min(5).max(1_000).describe('Why; the account reads it.'),
  })
  .meta({
    example: {
      outcome: 'other_route',
      until: null,
      reason: 'Vos messages partent par un autre opérateur à partir de ce jour.',
    },
  })
export type NewObjectionAnswer = z.output<typeof objectionAnswer>
export const objectionParams = z.object({
  id: z.uuid(),
  changeId: z.uuid().describe('The change that is objected to.'),
  accountId: z.uuid().describe('Which account objects.'),
})
export const supplierObjectionRequest = z.object({ reason: z.string().trim().min(5).max(1_000) })

/** What an account reads of a supplier: no documents. */
export const accountSupplier = z.object({
  id: z.uuid(),
  name: z.string(),
  country,
  role: about.role,
  numbersKeptDays: about.numbersKeptDays,
  processingCountries: about.processingCountries,
  standing: z.enum(['valid', 'missing', 'incomplete', 'expired']),
  contractFrom: instantText.nullable().describe('When the contract in force began; null: none is.'),
  validUntil: instantText.nullable(),
  transferInstrument: z.enum(transferInstruments).nullable(),
  subprocessors: z.array(subprocessorView).describe('Those at work and those to come.'),
  changes: z
    .array(
      subprocessorChangeView.extend({
        objection: ownObjection
          .nullable()
          .describe('The account’s own; null: it has not objected.'),
        canObject: z.boolean().describe('Whether it can object now.'),
      }),
    )
    .describe('The newest fifty, newest first.'),
})
export type AccountSupplier = z.output<typeof accountSupplier>
export const accountSuppliers = z.object({ items: z.array(accountSupplier) })

export const newContract = z
  .object({
    kind: z.enum(contractKinds).default('processor'),
    reference: z.string().trim().min(1).max(200),
    validFrom: instantText,
    validUntil: instantText.nullable().default(null),
    art28Items: z.array(z.enum(art28Items)).max(8).default([]),
    transferInstrument: z.enum(transferInstruments).nullable().default(null),
  })
  .meta({
    example: {
      kind: 'processor',
      reference: 'DPA-2026-014',
      validFrom: '2026-01-01T00:00:00.000Z',
      validUntil: '2028-12-31T23:00:00.000Z',
      art28Items: [...art28Items],
      transferInstrument: null,
    },
  })
export type NewContract = z.output<typeof newContract>

export const contractParams = z.object({ id: z.uuid(), contractId: z.uuid() })
export const contractDocumentParams = contractParams.extend({ documentId: z.uuid() })
export const subprocessorParams = z.object({
  id: z.uuid(),
  subprocessorId: z.uuid().describe('The sub-processor that is meant.'),
})
export const noFields = z.object({})

named({
  contractView,
  supplierView,
  supplierList,
  newSupplier,
  newContract,
  contractDocumentView,
  supplierDetails,
  subprocessorView,
  subprocessorChangeView,
  newSubprocessor,
  subprocessorEnd,
  supplierObjection,
  supplierObjections,
  supplierObjectionRequest,
  objectionAnswerView,
  objectionAnswer,
  ownObjection,
  accountSupplier,
  accountSuppliers,
})
