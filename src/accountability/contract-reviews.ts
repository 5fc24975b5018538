// HTTP shapes of reviews by counsel: what was asked, what was said, what was decided and why.
import { z } from 'zod'
import { idParams, instantText, named, pageOf, pageQuery } from '../http/contract.ts'

export const reviewSubjects = [
  'wording',
  'form',
  'campaign',
  'supplier',
  'assessment',
  'breach',
  'request',
  'staff_names',
  'other',
] as const
export type ReviewSubject = (typeof reviewSubjects)[number]
export const counselKinds = ['law_firm', 'dpo', 'authority', 'other'] as const
export type CounselKind = (typeof counselKinds)[number]

export const reviewTextMax = 8_000
export const reviewDocumentsMax = 10
export const reviewDocumentOctetsMax = 10 * 1024 * 1024
/** Before the day on which it is to be done again. */
export const remindedAtDays = [7, 30] as const

const day = z.iso.date().nullable().default(null)
const text = z.string().trim().max(reviewTextMax).default('')

export const staffNamesChoices = ['given', 'not_given'] as const
export type StaffNames = (typeof staffNamesChoices)[number]

/** `decidedBy`, `decidedOn` and `why` go together. */
const written = {
  subject: z
    .enum(reviewSubjects)
    .describe('`staff_names`: whether a person is told who looked at their data (CJEU C-579/21).'),
  title: z.string().trim().min(3).max(200).describe('What it is about, in a few words.'),
  counselKind: z.enum(counselKinds).describe('Who was asked.'),
  counsel: z.string().trim().min(1).max(200).describe('Their name or firm.'),
  askedOn: z.iso.date().describe('The day on which they were asked.'),
  question: z.string().trim().min(5).max(reviewTextMax).describe('What was asked.'),
  opinion: text.describe('What they said; empty: not yet.'),
  opinionOn: day.describe('The day of the opinion; null: not yet.'),
  decision: text.describe('What was decided; empty: nothing yet.'),
  decidedBy: z.string().trim().max(200).default('').describe('Who decided.'),
  decidedOn: day.describe('The day of the decision; null: none yet.'),
  why: text.describe('Why it was decided so.'),
  staffNames: z
    .enum(staffNamesChoices)
    .nullable()
    .default(null)
    .describe(
      'Of a decision on `staff_names`: whether the answer to a request for one’s own data names those who looked. Every such answer follows the newest decision of the account, and tells who decided and why. Null for all else.',
    ),
  nextOn: day.describe('The day on which it is to be done again; null: no day is set.'),
}

export const reviewRecord = z.object(written).meta({
  example: {
    subject: 'wording',
    title: 'Texte du formulaire en magasin',
    counselKind: 'law_firm',
    counsel: 'Cabinet Exemple',
    askedOn: '2026-11-02',
    question: 'Ce texte suffit-il pour la publicité par SMS ?',
    opinion: 'Oui, si le nom de l’expéditeur y figure.',
    opinionOn: '2026-11-12',
    decision: 'Le nom de l’expéditeur est ajouté au texte.',
    decidedBy: 'Camille Exemple',
    decidedOn: '2026-11-13',
    why: 'L’avis est clair, et l’ajout ne coûte rien.',
    nextOn: '2027-11-12',
    staffNames: null,
  },
})
export type ReviewRecord = z.output<typeof reviewRecord>

export const reviewDocument = z.object({
  id: z.uuid(),
  octets: z.number().int(),
  sha256: z.string(),
  addedAt: instantText.describe('When it was added.'),
})
export type ReviewDocument = z.output<typeof reviewDocument>

export const reviewStates = ['asked', 'answered', 'decided'] as const
export type ReviewState = (typeof reviewStates)[number]

const standing = {
  id: z.uuid(),
  state: z.enum(reviewStates).describe('`answered`: an opinion is there, and no decision yet.'),
}
export const reviewItem = z.object({
  ...standing,
  subject: written.subject,
  title: z.string().describe('What it is about, in a few words.'),
  counsel: z.string().describe('Their name or firm.'),
  askedOn: z.iso.date().describe('The day on which they were asked.'),
  nextOn: z.iso.date().nullable().describe('The day on which it is to be done again.'),
})
export type ReviewItem = z.output<typeof reviewItem>
export const reviewQuery = pageQuery
export const reviewPage = pageOf(reviewItem)

export const reviewView = z.object({
  ...standing,
  record: reviewRecord.describe('As it was written last.'),
  documents: z.array(reviewDocument).describe('Sealed papers, oldest first.'),
  history: z
    .array(
      z.object({
        at: instantText.describe('When it was written.'),
        by: z.string().describe('Who wrote it, as the journal names them.'),
        changed: z.array(z.string()).describe('Which fields were changed then.'),
      }),
    )
    .describe('The newest hundred, newest first.'),
})
export type ReviewView = z.output<typeof reviewView>

export const reviewDocumentParams = idParams.extend({
  documentId: z.uuid().describe('The paper that is meant.'),
})
export const reviewNoFields = z.object({})

named({ reviewRecord, reviewDocument, reviewItem, reviewPage, reviewView })
