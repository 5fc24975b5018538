// HTTP shapes of contacts, lists and controllers. Numbers are masked; `reveal` shows one, recorded.
import { z } from 'zod'
import { type FaultParams, instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import { latestBirthDay } from '../kernel/index.ts'
import { customValues, customValueView } from './contract-custom.ts'
import { segmentSnapshot } from './contract-segments.ts'

export * from './contract-audit.ts'
export * from './contract-custom.ts'
export * from './contract-segments.ts'

/** `quarantine`: kept, and no marketing leaves until consent is proven. */
export const marketingStates = ['open', 'quarantine'] as const
export const marketingState = z.enum(marketingStates)
export type MarketingState = z.output<typeof marketingState>

/**
 * What is true of a person today, the strongest first: the one word that contacts, lists, check
 * sheets, reports and exports tell, computed in one place. `declined`: a file says that they did
 * not agree. `checked`: nobody can say yet whether they have said no, or a reply waits to be read.
 * `dead_number`: receipts say that the number no longer works. `restricted`: they asked that their
 * data be kept and not used. `unreachable`: nobody has gone through the rules of its country.
 */
export const personStatuses = [
  'can_receive',
  'stopped',
  'declined',
  'restricted',
  'unproven',
  'expired',
  'checked',
  'dead_number',
  'unreachable',
  'erased',
] as const
export const personStatus = z.enum(personStatuses)
export type PersonStatus = z.output<typeof personStatus>
export const statusView = z.object({
  code: personStatus,
  sentence: z.string().meta({ example: 'Said STOP on 12 May 2026' }),
  why: z.string().describe('On what it rests, and what can be done about it.'),
  at: instantText.nullable().describe('The day that the sentence names; null: it names none.'),
})
export type StatusView = z.output<typeof statusView>
export const statusCount = z.object({ status: personStatus, people: z.number().int() })
export type StatusCount = z.output<typeof statusCount>

/** What a contact may hold besides the number. Sealed with the person's key, never searched. */
export const contactFieldNames = [
  'firstName',
  'lastName',
  'email',
  'postcode',
  'birthDate',
  'reference',
] as const
export type ContactFieldName = (typeof contactFieldNames)[number]
const fieldText = z.string().trim().min(1).max(200)
export const contactFields = z
  .object({
    firstName: fieldText,
    lastName: fieldText,
    email: fieldText,
    postcode: z.string().trim().min(1).max(12),
    birthDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    reference: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .describe('The account’s own: a customer number. Found by it, in any case of letters.'),
  })
  .partial()
const birthDateGiven = contactFields.shape.birthDate
  .unwrap()
  .refine((text) => latestBirthDay(text) !== null)
  .describe('`00` for a month or a day that is not known: the latest that it can be counts.')
export type ContactFieldsView = z.output<typeof contactFields>

export const contactView = z.object({
  id: z.uuid(),
  subjectId: z.uuid(),
  numberMasked: z.string().meta({ example: '+33 6 ** ** ** 78' }),
  country: z.string().describe('ISO 3166-1 alpha-2 of the numbering plan.'),
  territory: z.string().describe('FR, RE, GP, MQ, GF, YT, PM… where the number belongs.'),
  zone: z.string().describe('IANA time zone in which this person’s hours are judged.'),
  postcodeArea: z.string().nullable().describe('The département, for local holidays.'),
  status: statusView,
  marketingState: marketingState.describe('Whether it is kept in quarantine.'),
  quarantineReason: z.string().nullable(),
  quarantineSentence: z.string().nullable().describe('The same in the reader’s language.'),
  fieldsHeld: z.array(z.enum(contactFieldNames)).describe('Which fields are filled.'),
  importId: z.uuid().nullable().describe('The import that brought it; null: it came otherwise.'),
  createdAt: instantText,
  updatedAt: instantText,
})
export type ContactView = z.output<typeof contactView>
const narrowing = {
  importId: z.uuid().optional().describe('Brought by this import.'),
  source: z.enum(['import', 'other']).optional().describe('`other`: by hand, API, form or reply.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('Whose number is of this country’s numbering plan, ISO 3166-1 alpha-2.')
    .meta({ example: 'BE' }),
  postcodeArea: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{2,3}$/)
    .optional()
    .describe('Whose postcode is of this département: 75, 2A, 974.')
    .meta({ example: '2A' }),
  addedFrom: instantText.optional().describe('Added at this instant or later.'),
  addedUntil: instantText.optional().describe('Added before this instant.'),
}
export const contactFilters = z.object({
  listId: z.uuid().optional(),
  segmentId: z.uuid().optional().describe('Those who fit this segment now.'),
  status: personStatus.optional().describe('Those of this status today.'),
  marketingState: marketingState.optional(),
  ...narrowing,
})
/** `changed` stands with no segment: its people are found in the order in which they were added. */
export const contactSorts = ['newest', 'oldest', 'changed'] as const
export const contactQuery = pageQuery
  .extend({
    ...contactFilters.shape,
    sort: z
      .enum(contactSorts)
      .default('newest')
      .describe(
        '`newest`, `oldest`: by the day they were added. `changed`: by their last change, the latest first; not with `segmentId`.',
      ),
  })
  .superRefine(({ sort, segmentId }, context) => {
    if (sort !== 'changed' || segmentId === undefined) return
    const params: FaultParams = { sentence: 'contacts.sort_of_segment' }
    context.addIssue({ code: 'custom', path: ['sort'], message: params.sentence, params })
  })
export type ContactSort = (typeof contactSorts)[number]
/**
 * What few have is looked for among a million page by page: a page may hold fewer than asked for,
 * and go on. Only a missing cursor is the end.
 */
export const contactPage = pageOf(contactView)
const countedAt = instantText.describe(
  'When it was counted: now up to 20,000 people; of more it is remembered for minutes.',
)

export const contactCountsQuery = z.object({ listId: z.uuid().optional(), ...narrowing })
export type ContactCountsQuery = z.output<typeof contactCountsQuery>
export const contactCounts = z.object({
  people: z.number().int(),
  statuses: z.array(statusCount).describe('Each person once; those of nobody are left out.'),
  countedAt,
})
export type ContactCounts = z.output<typeof contactCounts>

/** Why data of a person was kept apart in place of changing what is held. */
export const heldReasons = ['data_restricted', 'made_older'] as const
export const heldReason = z
  .enum(heldReasons)
  .describe(
    '`data_restricted`: their data may be kept and not used. `made_older`: the date of birth held makes them a minor, and this one would make them older.',
  )
export type HeldReason = z.output<typeof heldReason>

const olderReason = z
  .string()
  .trim()
  .min(5)
  .max(300)
  .optional()
  .describe(
    'Why the date of birth is right, where it makes a minor older: refused without it, and kept in the journal with your name. Else it is not needed, and not kept.',
  )

export const contactRequest = z.object({
  number: z.string().min(2).max(32).describe('As people write it, or E.164.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('FR')
    .describe('The country whose way of writing numbers is meant.'),
  fields: contactFields.extend({ birthDate: birthDateGiven.optional() }).default({}),
  custom: customValues.optional(),
  listId: z.uuid().optional(),
  reason: olderReason,
})
export type ContactRequest = z.output<typeof contactRequest>
const changed = <Field extends z.ZodType>(field: Field) => field.nullable().optional()
const given = contactFields.shape
/** What is wrong is written anew; what is not named stays. The number is who they are: it stays. */
export const contactChange = z.object({
  fields: z
    .object({
      firstName: changed(given.firstName.unwrap()),
      lastName: changed(given.lastName.unwrap()),
      email: changed(given.email.unwrap()),
      postcode: changed(given.postcode.unwrap()),
      birthDate: changed(birthDateGiven),
      reference: changed(given.reference.unwrap()),
    })
    .default({})
    .describe('As it should be; null removes it; what is not named stays.')
    .meta({ example: { email: 'camille@example.org', postcode: null } }),
  custom: customValues.optional(),
  reason: olderReason,
  updatedAt: instantText
    .optional()
    .describe(
      'The `updatedAt` that was read: refused if the contact has changed since. Left out, what stands is replaced.',
    ),
})
export const contactChanged = z.object({
  contact: contactView,
  changed: z
    .array(z.string())
    .describe('What is other than before: names of fields, and `custom.` with the key of one.')
    .meta({ example: ['email', 'custom.appointment'] }),
})

/** `created` is false when the account already had this number: the fields were added to it. */
export const contactSaved = z.object({ contact: contactView, created: z.boolean() })

export const foundMax = 20
/** By POST, so that no number stands in an address or an access log. */
export const contactSearch = z
  .object({
    number: contactRequest.shape.number.optional(),
    text: z
      .string()
      .trim()
      .min(2)
      .max(200)
      .optional()
      .describe('A number, an e-mail or one’s own reference, at once: whole, in any case.'),
    country: contactRequest.shape.country,
  })
  .refine(({ number, text }) => (number === undefined) !== (text === undefined), {
    message: 'Give either `number` or `text`.',
    path: ['text'],
  })
  .meta({ example: { text: 'camille@example.org' } })
export type ContactSearch = z.output<typeof contactSearch>
export const contactFound = z.object({
  contact: contactView.nullable().describe('The first of them.'),
  contacts: z.array(contactView).describe(`By number, e-mail or reference; ${foundMax} at most.`),
})

export const namesFound = z.object({
  items: z.array(contactView).describe('Masked. A page may be empty, and go on.'),
  looked: z.number().int().describe('Contacts that the search has looked at so far.'),
  people: z
    .number()
    .int()
    .nullable()
    .describe('How many there are to look at, told at the beginning; null where it is not known.'),
  nextCursor: contactPage.shape.nextCursor,
})

export const reasonLengthMin = 5
export const revealRequest = z.object({
  reason: z
    .string()
    .trim()
    .min(reasonLengthMin)
    .max(300)
    .describe('Why this person’s data is looked at; recorded with your name.'),
})
/** Of any file that takes people out of the account in clear. */
export const exportRequest = z.object({
  reason: z
    .string()
    .trim()
    .min(reasonLengthMin)
    .max(500)
    .describe(
      'What the file is for; recorded with your name. Whoever asks who saw their data may read it.',
    ),
})
export const revealedContact = z.object({
  id: z.uuid(),
  number: z.string(),
  fields: contactFields,
  custom: z.array(customValueView),
})
export type RevealedContact = z.output<typeof revealedContact>

export const heldRowView = z.object({
  id: z.uuid().describe('Names the row.'),
  contactId: z.uuid().describe('The contact whom the row is about.'),
  numberMasked: contactView.shape.numberMasked.describe('Of that contact.'),
  importId: z.uuid().nullable().describe('The import that brought it; null: it came otherwise.'),
  line: z.number().int().nullable().describe('Where it stands in that file.'),
  reason: heldReason,
  sentence: z.string().describe('The same in the reader’s language, with what to do.'),
  changes: z
    .array(z.string())
    .describe('What it would change: names of fields, and `custom.` with the key of one.'),
  mayTake: z.boolean().describe('False while the person’s data may be kept and not used.'),
  heldAt: instantText.describe('When it came.'),
  contactUpdatedAt: instantText.describe('When the contact last changed.'),
  isContactNewer: z.boolean().describe('That the contact changed after the row came.'),
})
export type HeldRowView = z.output<typeof heldRowView>
export const heldRowQuery = pageQuery.extend({
  importId: z.uuid().optional().describe('Rows of this import alone.'),
  contactId: z.uuid().optional().describe('Rows of this contact alone.'),
})
export const heldRowPage = pageOf(heldRowView)
const heldValues = z.object({
  fields: contactFields.describe('The fields that every account knows.'),
  custom: z.array(customValueView).describe('Those of the account’s own.'),
})
export const revealedHeldRow = z.object({
  row: heldValues.describe('What the row says.'),
  contact: heldValues.describe('What is held of the person.'),
})
export type RevealedHeldRow = z.output<typeof revealedHeldRow>
const heldRead = {
  heldAt: instantText.describe('The `heldAt` of the row as it was read; refused if it is another.'),
  updatedAt: instantText.describe(
    'The `contactUpdatedAt` that was read; refused if the contact has changed since.',
  ),
}
export const heldRowRead = z.object(heldRead)
export const heldRowTake = z.object({
  ...heldRead,
  reason: revealRequest.shape.reason.describe(
    'Why the row is right; recorded in the journal with your name.',
  ),
})
export const heldRowTaken = z.object({
  contact: contactView,
  changed: z.array(z.string()).describe('What is other than before, as in `changes`.'),
})

export const listView = z.object({
  id: z.uuid(),
  number: z.number().int().describe('The public number of the list, below 2^31.'),
  name: z.string(),
  controllerId: z
    .uuid()
    .nullable()
    .describe('The one legal entity for which its people may be written to; null: any.'),
  members: z.number().int(),
  openToMarketing: z
    .number()
    .int()
    .describe('Members whom marketing by SMS may reach today: those of the status `can_receive`.'),
  statuses: z.array(statusCount).describe('Each member once; those of nobody are left out.'),
  countedAt,
  segment: segmentSnapshot
    .nullable()
    .describe('The segment whose people were chosen, with its rules as they were; else null.'),
  createdAt: instantText,
})
export type ListView = z.output<typeof listView>
export const listPage = pageOf(listView)
export const listRequest = z.object({ name: z.string().trim().min(1).max(120) })
export const mergeRequest = z.object({
  listIds: z.array(z.uuid()).min(1).max(50).describe('The lists whose people join, and that end.'),
})
export const splitRequest = z.object({
  parts: z.number().int().min(2).max(20).describe('New lists; each person is in one of them.'),
})
export const splitDone = z.object({ items: z.array(listView) })
export const listNamesMax = 500
export const listNamesQuery = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe(
      'Part of the name, in any case of letters; a list that has just this name stands first.',
    ),
  id: z.uuid().optional().describe('This list alone; none where it is gone.'),
  order: z
    .enum(['name', 'newest'])
    .default('name')
    .describe('By name, or the lists that were made last first.'),
  limit: z.coerce.number().int().min(1).max(listNamesMax).default(listNamesMax),
})
export const listNames = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string().describe('Several lists may have the same.'),
      createdAt: instantText.describe('When the list was made.'),
    }),
  ),
})
export const membersMax = 1000
export const membersRequest = z.object({
  contactIds: z.array(z.uuid()).min(1).max(membersMax).describe('Each counts once.'),
})
export const membersChanged = z.object({
  changed: z.number().int().describe('How many joined the list, or left it.'),
  already: z.number().int().describe('Contacts that were in it already, or not in it.'),
  unknown: z.number().int().describe('Ids of no contact here: erased meanwhile, or never here.'),
})
export type MembersChanged = z.output<typeof membersChanged>
export const memberParams = z.object({ id: z.uuid(), contactId: z.uuid() })

/** The legal entity that the account sends for: wording, consent and objection name it. */
export const controllerView = z.object({
  id: z.uuid(),
  name: z.string(),
  isDefault: z.boolean(),
  createdAt: instantText,
  formerNames: z
    .array(z.object({ name: z.string(), usedUntil: instantText.describe('When it was renamed.') }))
    .describe('What it was called before, newest first; consents of that time name it so.'),
})
export type ControllerView = z.output<typeof controllerView>
export const controllerList = z.object({ items: z.array(controllerView) })
export const controllerRequest = z.object({ name: z.string().trim().min(2).max(200) })

/** The log of the account: who looked, who changed. */
/** How long a contact stays without a sign from the person, and what the last look found. */
export const retentionSoonDays = 60
export const retentionReasonMin = 5
export const retentionView = z.object({
  months: z.number().int().describe('After the day it came in, or the last sign of the person.'),
  monthsMax: z.number().int().describe('What the rules of the account’s country allow.'),
  rule: z.object({ title: z.string(), url: z.string(), checkedOn: z.string() }),
  erasesFrom: instantText.nullable().describe('Nobody is erased before; null: not looked yet.'),
  pausedUntil: instantText.nullable(),
  lookedAt: instantText.nullable().describe('When it was last counted; once a day.'),
  due: z.number().int().describe('Past their term, and not erased yet.'),
  soon: z.number().int().describe('Reaching it within `soonDays`, if no sign comes.'),
  soonDays: z.number().int(),
  erased: z.number().int().describe('Erased at their term since the beginning.'),
  erasedAt: instantText.nullable(),
  erasuresUnderWayUntil: instantText
    .nullable()
    .describe(
      'Until when an erasure of a person is under way at the latest: old copies of the data ' +
        'still open with a key that is kept until then. Null: all erasures are complete.',
    ),
})
export type RetentionView = z.output<typeof retentionView>
export const retentionRequest = z.object({
  months: z.number().int().min(1).max(120).meta({ example: 24 }),
  pausedUntil: instantText
    .nullable()
    .default(null)
    .describe('Erases nobody before this instant: a dispute, an inquiry. A year ahead at most.'),
  reason: z.string().trim().min(retentionReasonMin).max(300),
})
export type RetentionRequest = z.output<typeof retentionRequest>

named({
  marketingState,
  personStatus,
  statusView,
  statusCount,
  contactCounts,
  contactFields,
  contactView,
  contactPage,
  contactRequest,
  contactSaved,
  contactChange,
  contactChanged,
  contactSearch,
  contactFound,
  namesFound,
  revealRequest,
  exportRequest,
  revealedContact,
  heldReason,
  heldRowView,
  heldRowPage,
  revealedHeldRow,
  heldRowTake,
  heldRowTaken,
  listView,
  listPage,
  listRequest,
  mergeRequest,
  splitRequest,
  splitDone,
  listNames,
  membersRequest,
  membersChanged,
  controllerView,
  controllerList,
  controllerRequest,
  retentionView,
  retentionRequest,
})
