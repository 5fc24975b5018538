// HTTP shapes of the open points: what whoever answers for the data has to look at.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

export const pointKinds = [
  'ledger_differs',
  'objections_unknown',
  'breach_due',
  'own_breach_due',
  'retention_late',
  'purpose_undeclared',
  'assessment_open',
  'plan_due',
  'training_missing',
  'review_due',
  'review_undecided',
  'deletion_waits',
  'request_due',
  'legal_basis_waits',
  'contract_without',
  'contract_ends',
  'objection_due',
  'barred_waiting',
  'restore_drill',
  'old_backup',
  'recipient_to_tell',
  'recipient_silent',
  'program_to_tell',
  'check_gap',
  'unproven',
  'consents_end',
  'alerts_overruled',
  'reveals',
] as const
export type PointKind = (typeof pointKinds)[number]

export const openPointView = z.object({
  id: z.string().describe('Tells this point from the others of the answer.'),
  kind: z.enum(pointKinds).describe('What sort of point it is.'),
  what: z.string().describe('What it is about, in a sentence.'),
  who: z.string().describe('Who has to act.'),
  by: instantText.nullable().describe('Until when; null where there is no date.'),
  isLate: z.boolean().describe('Whether that instant has passed.'),
  act: z.string().describe('What to do, in a few words: the text of the link.'),
  leadsTo: z.string().describe('The address of the screen where it is done, on this installation.'),
})
export type OpenPointView = z.output<typeof openPointView>

export const openPointsView = z.object({
  items: z.array(openPointView).describe('Late ones first, then by their date.'),
  unread: z
    .array(z.enum(pointKinds))
    .describe('What could not be read just now: points of these sorts may be missing.'),
  readAt: instantText.describe(
    'When they were read. A count that takes long may be a minute older.',
  ),
})
export type OpenPointsView = z.output<typeof openPointsView>

named({ openPointView, openPointsView })
