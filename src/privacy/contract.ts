// HTTP shapes of the deletion of an account. Browser-safe.
import { z } from 'zod'
import { secondFactorField } from '../accounts/contract.ts'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

export * from './contract-erasure.ts'

export const deletionStates = ['waiting', 'undone', 'executing', 'done'] as const
export type DeletionState = (typeof deletionStates)[number]
export const askedHows = ['screen', 'api', 'letter', 'restored'] as const
export type AskedHow = (typeof askedHows)[number]
export const undoneHows = ['screen', 'link', 'staff'] as const
export type UndoneHow = (typeof undoneHows)[number]

/** What stays after an account is gone: each has its reason and its end. */
export const keptThings = ['record', 'months', 'backups', 'mails', 'suppliers', 'export'] as const
export type KeptThing = (typeof keptThings)[number]

const reasonMax = 1_000

export const keptView = z.object({
  what: z.enum(keptThings).describe('What stays after the deletion.'),
  sentence: z.string().describe('What it is and why it is kept, in the reader’s language.'),
  days: z
    .number()
    .int()
    .nullable()
    .describe('For so many days after the deletion; null: nothing of it is kept here.'),
})

export const openDeletion = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'executing']),
  askedHow: z
    .enum(askedHows)
    .describe(
      'By whom: an owner on a screen, a program, a letter; or the database was put back to before.',
    ),
  askedAt: instantText,
  dueAt: instantText.describe('When the account is deleted; it can be undone until then.'),
})

export const accountDeletionStanding = z.object({
  deletion: openDeletion.nullable().describe('Null: the account is not to be deleted.'),
  graceDays: z.number().int().describe('Days between the request and the deletion.'),
  backupDays: z.number().int().describe('Days after which the last old backup is gone.'),
  kept: z.array(keptView),
  mail: z
    .enum(['smtp', 'mailbox', 'off'])
    .describe('How the owners are told: by e-mail, in the mailbox of trials, or not at all.'),
  holds: z
    .object({
      people: z.number().int().describe('Contacts of the account.'),
      users: z.number().int().describe('Users of the account.'),
    })
    .describe('What goes with the account.'),
})
export type AccountDeletionStanding = z.output<typeof accountDeletionStanding>

export const accountDeletionRequest = z
  .object({
    password: z.string().min(1).max(1_000).describe('Of the owner who asks.'),
    secondFactor: secondFactorField,
    reason: z.string().trim().min(1).max(reasonMax).optional().describe('Kept sealed; optional.'),
  })
  .meta({ example: { password: 'les cerises de juin', reason: 'Nous changeons d’outil.' } })

export const accountDeletionByLetter = z
  .object({
    accountId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(3)
      .max(reasonMax)
      .describe('Who asked, how, and on which day; kept sealed as long as the record.'),
  })
  .meta({
    example: {
      accountId: '019a0000-0000-7000-8000-000000000001',
      reason: 'Courrier recommandé du 24 novembre, signé du gérant',
    },
  })

export const accountDeletionUndo = z
  .object({ reason: z.string().trim().min(3).max(reasonMax).describe('Why; kept sealed.') })
  .meta({ example: { reason: 'Appel du propriétaire : demande envoyée par erreur' } })

export const accountDeletionItem = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountNumber: z.number().int().describe('The public number of the account.'),
  accountName: z.string().nullable().describe('Null once the account is gone.'),
  state: z.enum(deletionStates),
  askedHow: z.enum(askedHows).describe('How the deletion was asked for.'),
  askedAt: instantText,
  dueAt: instantText,
  reason: z.string().nullable().describe('In the words of who asked; null once it is gone.'),
  undoneAt: instantText.nullable(),
  undoneHow: z.enum(undoneHows).nullable().describe('How it was undone; null where it was not.'),
  undoReason: z.string().nullable().describe('Why staff undid it; null where they did not.'),
  keysDestroyedAt: instantText.nullable().describe('From then on nothing of it can be opened.'),
  endedAt: instantText.nullable(),
  hasCertificate: z.boolean().describe('It was carried out, and its certificate can be read.'),
  recordUntil: instantText.nullable().describe('When this line goes too.'),
})
export type AccountDeletionItem = z.output<typeof accountDeletionItem>
export const accountDeletionPage = pageOf(accountDeletionItem)
export const accountDeletionQuery = pageQuery.extend({
  state: z.enum(deletionStates).optional(),
})

named({
  accountDeletionStanding,
  accountDeletionRequest,
  accountDeletionByLetter,
  accountDeletionUndo,
  accountDeletionItem,
  accountDeletionPage,
  openAccountDeletion: openDeletion,
  keptAfterDeletion: keptView,
})
