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
  'form',
  'keyword',
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

const filters = {
  subjectId: z.uuid().optional(),
  action: z.string().max(80).optional(),
  kind: z.enum(auditKinds).optional().describe('One sort of deeds alone.'),
  actor: z
    .string()
    .max(80)
    .optional()
    .describe('What this user, token or part of the program did, by `actor`.'),
  from: instantText.optional().describe('Done at this instant or later.'),
  before: instantText.optional().describe('Done before this instant.'),
}
type Days = { from?: string | undefined; before?: string | undefined }
const isForward = ({ from, before }: Days): boolean =>
  from === undefined || before === undefined || Date.parse(from) < Date.parse(before)
const notForward = { path: ['before'], error: 'before has to be later than from.' }

export const auditQuery = pageQuery.extend(filters).refine(isForward, notForward)
export const auditFileQuery = z
  .object({
    ...filters,
    language: z
      .enum(['fr', 'en'])
      .optional()
      .describe('Of the file; your own where it is left out.'),
  })
  .refine(isForward, notForward)
export type AuditFileQuery = z.output<typeof auditFileQuery>

/** More have hardly ever done something in one account; a list of them has an end. */
export const auditActorsMax = 500
export const auditActorView = z.object({
  actorKind: z.enum(['user', 'token', 'system']),
  actor: z.string(),
  name: z.string().nullable().describe('What it is called; null: not known any more.'),
})
export type AuditActorView = z.output<typeof auditActorView>
export const auditActorList = z.object({ items: z.array(auditActorView).max(auditActorsMax) })
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
  reason: z.string().nullable().describe('Why, in the words of who did it; null: none was given.'),
  isReasonErased: z
    .boolean()
    .describe('A reason was given and went with the person whom it told of; `reason` is null.'),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  traceId: z.string(),
})
export type AuditEntryView = z.output<typeof auditEntryView>
export const auditPage = pageOf(auditEntryView)

named({ auditAbout, auditEntryView, auditPage, auditActorView, auditActorList })
