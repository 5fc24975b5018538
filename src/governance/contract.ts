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
})

export const supplierView = z.object({
  id: z.uuid(),
  name: z.string(),
  country,
  standing: z.enum(['valid', 'missing', 'incomplete', 'expired']),
  validUntil: instantText.nullable(),
  contracts: z.array(contractView),
})
export type SupplierView = z.output<typeof supplierView>
export const supplierList = z.object({ items: z.array(supplierView) })

export const newSupplier = z
  .object({ name: z.string().trim().min(1).max(120), country })
  .meta({ example: { name: 'Opérateur Exemple SAS', country: 'FR' } })

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

named({
  contractView,
  supplierView,
  supplierList,
  newSupplier,
  newContract,
})
