// HTTP shapes of erasures of people: what went, what is kept to a day, who was told. Browser-safe.
import { z } from 'zod'
import { proofParts } from '../consent/contract.ts'
import { revealRequest } from '../contacts/contract.ts'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

export const erasureAskedHows = ['page', 'phone', 'letter', 'email', 'in_person', 'web'] as const
export type ErasureAskedHow = (typeof erasureAskedHows)[number]
export const erasedBys = ['user', 'token', 'system'] as const
export const recipientAnswers = [
  'erased',
  'nothing_held',
  'kept_by_law',
  'refused',
  'none',
] as const
export type RecipientAnswer = (typeof recipientAnswers)[number]
export const recipientWays = ['mail', 'staff', 'webhook', 'own', 'not_kept'] as const
export type RecipientWay = (typeof recipientWays)[number]
export const recipientStates = ['to_tell', 'told', 'silent', 'answered', 'own', 'not_kept'] as const
export type RecipientState = (typeof recipientStates)[number]

export const erasureWhys = [
  'asked',
  'contact_deleted',
  'quarantine_deleted',
  'retention',
  'import_undone',
  'key_gone',
] as const
export type ErasureWhy = (typeof erasureWhys)[number]

/** What a count is of: rows of a room, or the keys and proofs themselves. */
export const erasedKinds = [
  'contacts',
  'contact_keys',
  'messages',
  'sensitive',
  'planned',
  'links',
  'test_numbers',
  'forms',
  'askers',
  'proofs',
] as const
export type ErasedKind = (typeof erasedKinds)[number]
export const holdReasons = ['legal_claims'] as const

export const erasureRecipient = z.object({
  id: z.uuid(),
  noticeId: z.uuid().describe('Names what they are told; they answer under it.'),
  kind: z.enum(['supplier', 'receiver']).describe('A supplier of yours, or a program you told.'),
  name: z.string(),
  country: z.string().describe('Where it is (ISO 3166-1); `ZZ`: not known, a program of yours.'),
  state: z
    .enum(recipientStates)
    .describe(
      '`silent`: no answer after thirty days. `own`: this installation itself. `not_kept`: it keeps numbers for a shorter time than has passed.',
    ),
  way: z
    .enum(recipientWays)
    .describe(
      '`mail`: told by itself. `staff`: on a page of theirs, or by letter. `webhook`: by the event `contact.erased`.',
    ),
  people: z.number().int().describe('How many people they were told of.'),
  toldAt: instantText.nullable().describe('When they were told; null: not yet.'),
  answeredAt: instantText.nullable().describe('When their answer was recorded.'),
  answer: z.enum(recipientAnswers).nullable().describe('What they answered.'),
  doneOn: z.iso.date().nullable().describe('When they erased, as they say.'),
  note: z.string().nullable().describe('Why they did not, in their words; it names nobody.'),
})
export type ErasureRecipient = z.output<typeof erasureRecipient>

export const heldProofs = z.object({
  kind: z.string().describe('What they are: a kind of ledger entry, or `document`.'),
  reason: z
    .enum(holdReasons)
    .describe('Why they are kept: to answer a claim about the consent (GDPR art. 17(3)(e)).'),
  until: instantText.describe('When they are destroyed.'),
  count: z.number().int().describe('How many.'),
  holds: z
    .array(z.enum(proofParts))
    .nullable()
    .describe(
      'What they say of the person beside their consent: `number`, the `ip` address and `browser` of a form, a `note`, the name of a `parent`, the `reference` of a sale, a signed `paper` or recording; null: it was not noted then.',
    ),
})
export type HeldProofs = z.output<typeof heldProofs>

export const erasureView = z.object({
  id: z.uuid(),
  requestId: z
    .uuid()
    .nullable()
    .describe('The request that it answers; null: the contact was deleted without one.'),
  askedHow: z.enum(erasureAskedHows).nullable().describe('How the person asked for it.'),
  askedAt: instantText.nullable().describe('When the request arrived.'),
  erasedAt: instantText.describe('When the person’s key was destroyed.'),
  why: z
    .enum(erasureWhys)
    .describe(
      'Who or what let them go. `key_gone`: a row came back with an older database, its key did not.',
    ),
  people: z
    .number()
    .int()
    .describe('How many people it is of: who goes by a rule or with an import goes together.'),
  erasedBy: z.enum(erasedBys).describe('A user of the account, a program, or Accord itself.'),
  suppression: z
    .enum(['marketing', 'relational', 'all'])
    .nullable()
    .describe('Which objection stood on the list before anything was destroyed.'),
  destroyed: z
    .array(
      z.object({ kind: z.enum(erasedKinds), count: z.number().int().describe('How many went.') }),
    )
    .describe('What went, by kind.'),
  proofs: z
    .object({
      held: z.number().int().describe('Proofs of consent that stay sealed to a set day.'),
      until: instantText.nullable().describe('That day; of several people, the last of theirs.'),
      list: z
        .array(heldProofs)
        .describe('Each kind and day; empty for erasures from before this was counted.'),
      goneAt: instantText.nullable().describe('When they were destroyed.'),
    })
    .describe('The proofs of the person’s consents.'),
  oldKey: z
    .object({
      goneAt: instantText
        .nullable()
        .describe('From then on no older copy opens; null: the key of that time is still there.'),
      until: instantText.describe('When it is destroyed at the latest.'),
    })
    .describe('The key that opens copies from before.'),
  backupsUntil: instantText.describe(
    'When the last backup from before is to be removed; it goes once a younger one is made.',
  ),
  recipients: z.array(erasureRecipient),
})
export type ErasureView = z.output<typeof erasureView>
export const erasurePage = pageOf(erasureView)
export const erasureQuery = pageQuery.extend({
  requestId: z.uuid().optional().describe('Only the one that answers this request.'),
  contactId: z
    .uuid()
    .optional()
    .describe('Only the one with which this contact went, alone or among others.'),
  why: z.enum(erasureWhys).optional().describe('Only those for this reason.'),
})

export const erasedContact = z.object({
  contactId: z.uuid().describe('As the API named the contact while it was there.'),
  erasureId: z.uuid().describe('The record of the erasure, which has the certificate.'),
  erasedAt: instantText.describe('When the person’s key was destroyed.'),
})
export const erasedContactPage = pageOf(erasedContact)

export const certificateForm = z.object({
  form: z
    .enum(['html', 'pdf', 'note'])
    .default('html')
    .describe(
      'A page to read, the same as a tagged PDF, or the signed file that verify.mjs checks.',
    ),
})

export const certificateQuery = certificateForm.extend({
  contactId: z
    .uuid()
    .optional()
    .describe('Of several people who went together, the one it is made for.'),
})

export const erasureTest = z.object({
  at: instantText.describe('When it was tried.'),
  isUnreadable: z
    .boolean()
    .describe(
      'No key opens anything of the person in today’s data but the proofs that are held (`proofKey`); `oldKey` says it of older copies.',
    ),
  people: z.number().int().describe('Of how many people the keys were tried.'),
  contactKey: z.enum(['gone', 'there']).describe('The key of contact data and messages.'),
  proofKey: z.enum(['gone', 'held', 'there']).describe('The key of the proofs of consent.'),
  oldKey: z.enum(['gone', 'waits', 'late']).describe('The key that opens copies from before.'),
  ledger: z
    .enum(['in_tree', 'waits', 'no_entry'])
    .describe('Whether the ledger tells the erasure; of who never agreed it tells nothing.'),
  drill: z
    .object({
      at: instantText,
      isWell: z.boolean().describe('It found every backup as it should be.'),
      readable: z.number().int().describe('Erased people whom a backup opened; none should.'),
    })
    .nullable()
    .describe('The last try of all backups since the erasure; null: none since.'),
  backups: z
    .enum(['gone', 'kept', 'late', 'elsewhere'])
    .describe(
      'Backups from before the erasure: none is there; one is, until its day; one is, past its day, since no younger one was made; this program makes none.',
    ),
  filesUntil: instantText
    .nullable()
    .describe(
      'Until when a file that was imported before, or its rejected rows, are there under the key of the account; null: none is. The person may stand in one.',
    ),
})
export type ErasureTest = z.output<typeof erasureTest>

export const erasureLink = z.object({
  url: z.string().describe('For the person; it is shown this once, and stays valid.'),
})

export const recipientParams = z.object({
  id: z.uuid(),
  recipientId: z.uuid().describe('Who received the person’s data.'),
})
export const recipientTold = z
  .object({
    answer: z
      .enum(recipientAnswers)
      .nullable()
      .describe('What they answered; null: they were told and have not answered.'),
    doneOn: z.iso
      .date()
      .nullable()
      .default(null)
      .describe('When they erased, as they say; null: they said no date.'),
    note: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .nullable()
      .default(null)
      .describe('Why they did not, on what law. It stands on the certificate: name nobody in it.'),
  })
  .meta({ example: { answer: 'kept_by_law', doneOn: null, note: 'CPCE, art. L. 34-1' } })
export type RecipientTold = z.output<typeof recipientTold>

export const erasureNotice = erasureRecipient.extend({
  about: z
    .enum(['people', 'account'])
    .describe('What was erased: people of an account, or an account with all that was in it.'),
  account: z
    .object({
      id: z.uuid(),
      number: z.number().int(),
      name: z.string().nullable().describe('Null: the account is deleted, and its text is gone.'),
    })
    .describe('For whom the recipient had the data.'),
  address: z.string().nullable().describe('Where erasures are told there; null: not declared.'),
  notedAt: instantText.describe('When the people were erased.'),
  hasText: z
    .boolean()
    .describe('Its text can be read: what it tells is kept until the answer, sixty days at most.'),
})
export type ErasureNotice = z.output<typeof erasureNotice>
export const erasureNoticePage = pageOf(erasureNotice)
export const erasureNoticeLook = z.object({
  reason: revealRequest.shape.reason.describe(
    'Why the text is read; recorded with your name in the journal of the account.',
  ),
})
export const erasureNoticeText = z.object({
  to: z.string().nullable().describe('Where erasures are told there; null: not declared.'),
  subject: z.string().describe('Of the e-mail or the letter.'),
  text: z
    .string()
    .describe('Ready to be copied; it names people by their numbers, an account by its senders.'),
})
export type ErasureNoticeText = z.output<typeof erasureNoticeText>

named({
  erasureNotice,
  erasureNoticePage,
  erasureNoticeLook,
  erasureNoticeText,
  heldProofs,
  erasedContact,
  erasedContactPage,
  erasureView,
  erasurePage,
  erasureRecipient,
  erasureTest,
  erasureLink,
  recipientTold,
})
