// HTTP shapes of the account's ledger: its checkpoint, its comparison with the database,
// its export.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

export const checkpointView = z.object({
  origin: z.string(),
  size: z.number().int(),
  text: z.string().nullable().describe('C2SP tlog-checkpoint, signed; null before the first.'),
  publicKey: z.string().describe('C2SP signed-note verifier key.'),
  waiting: z.number().int().describe('Entries that are recorded and not yet sequenced.'),
})
export type CheckpointView = z.output<typeof checkpointView>

export const comparisonView = z.object({
  isRunning: z.boolean().describe('Whether one is under way now.'),
  last: z
    .object({
      beganAt: instantText.describe('When it began.'),
      endedAt: instantText.describe('When it ended.'),
      people: z.number().int().describe('People of whom something was held against the ledger.'),
      entries: z.number().int().describe('Entries of the tree that was made again.'),
      differences: z
        .record(z.string(), z.number().int())
        .describe('How many of each kind; empty where the database says what the ledger says.'),
    })
    .nullable()
    .describe('What the last one found; null before the first.'),
})
export type ComparisonView = z.output<typeof comparisonView>
export const mendingRequest = z.object({
  reason: z.string().min(3).max(500).describe('What was found out; kept sealed in the audit.'),
})

export const disclosureQuery = z.object({
  disclose: z
    .string()
    .max(40_000)
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/)
    .describe('Ids of ledger entries whose sealed body is shown, separated by commas.'),
})

named({ comparisonView, mendingRequest })
