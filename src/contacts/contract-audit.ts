// HTTP shapes of the journal: each entry with what it is about, by its name.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

/** Sorts of deeds, for whoever looks for one sort alone. `looks`: somebody saw data in clear. */
export const auditKinds = [
  'looks',
  'people',
  'consents',
  'requests',
  'imports',
  'sending',
  'access',
  'settings',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** What an entry can be about. */
export const aboutKinds = [
  'contact',
  'list',
  'segment',
  'field',
  'entity',
  'import',
  'wording',
  'campaign',
  'template',
  'recurring',
  'message',
  'user',
  'token',
  'sender',
  'route',
  'supplier',
] as const
export type AboutKind = (typeof aboutKinds)[number]

export const auditQuery = pageQuery.extend({
  subjectId: z.uuid().optional(),
  action: z.string().max(80).optional(),
  kind: z.enum(auditKinds).optional().describe('One sort of deeds alone.'),
  since: instantText.optional().describe('At this instant or later.'),
})
export const auditAbout = z.object({
  kind: z.enum(aboutKinds),
  id: z.string().nullable().describe('Null: it is not there any more.'),
  name: z
    .string()
    .nullable()
    .describe('A number is masked. Null: it is not there any more, or has no name.'),
})
export type AuditAbout = z.output<typeof auditAbout>
export const auditEntryView = z.object({
  id: z.uuid(),
  at: instantText,
  actorKind: z.enum(['user', 'token', 'system']),
  actor: z.string(),
  actorName: z
    .string()
    .nullable()
    .describe('What the person, the token or the part of the program is called; null: not known.'),
  action: z.string().meta({ example: 'contacts.revealed' }),
  sentence: z
    .string()
    .nullable()
    .describe(
      'The deed in the reader’s language; null of one that an earlier version has recorded.',
    ),
  subjectId: z.uuid().nullable(),
  about: z.array(auditAbout).describe('What it is about, by its name today.'),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  traceId: z.string(),
})
export type AuditEntryView = z.output<typeof auditEntryView>
export const auditPage = pageOf(auditEntryView)

named({ auditAbout, auditEntryView, auditPage })
