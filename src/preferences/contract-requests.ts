// HTTP shapes of people's requests: what they ask for, its clock, its steps and its answer.
import { z } from 'zod'
import { heardBy, heardBys } from '../consent/contract.ts'
import { contactChange } from '../contacts/contract.ts'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import { askerGiven, askerView } from './contract-askers.ts'
import { type RequestKind, requestKinds } from './contract-kinds.ts'

/** Of a reason that somebody gives. */
export const reasonMin = 5

/**
 * How a request came in: staff heard it, the person wrote a word from their phone, or somebody
 * filled in the account's public request page.
 */
export const requestHeardBys = [...heardBys, 'sms', 'web'] as const
export type RequestHeardBy = (typeof requestHeardBys)[number]
/** Nobody else wrote it down: asked on their page, or from their own phone. */
export const isOwnWord = (by: RequestHeardBy | null): boolean => by === null || by === 'sms'
/** Staff wrote it down, who may have been mistaken. */
export const isOfStaff = (by: RequestHeardBy | null): boolean => !isOwnWord(by) && by !== 'web'

/** What a person asks for on their page; an objection counts there at once and waits for nobody. */
export const pageKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'complaint',
] as const
export type PageKind = (typeof pageKinds)[number]
/** Of these the person says in their own words what it is about. */
export const toldKinds = ['rectification', 'complaint'] as const
export const requestAnswers = ['done', 'refused'] as const

/** What was done, by what was asked for: the person reads it on their page. */
export const doneOutcomes = {
  access: ['copy_sent', 'nothing_else_held'],
  rectification: ['corrected', 'nothing_wrong'],
  erasure: ['erased', 'erased_in_part'],
  restriction: ['restricted'],
  portability: ['file_sent', 'nothing_portable'],
  objection: ['stopped'],
  complaint: ['complaint_upheld', 'complaint_explained'],
} as const satisfies Record<RequestKind, readonly string[]>
/**
 * Of a request of somebody who is no contact: nothing is held of them, or nothing but a mark by
 * which their number is never written to.
 */
export const nothingOutcomes = ['nothing_held', 'only_suppressed'] as const
/** Articles 11(2), 12(5), 12(6) and 17(3) GDPR leave no other. */
export const refusedOutcomes = ['not_identified', 'excessive', 'law_forbids'] as const
/** Of somebody who is no contact, and cannot be found by what they gave (GDPR 11(2)). */
export const nobodyRefusals = ['not_identifiable', 'excessive', 'law_forbids'] as const
/**
 * Nothing is done, and nobody was refused: the person takes their request back, or staff wrote it
 * down by mistake, for the wrong person or twice.
 */
export const droppedOutcomes = ['withdrawn', 'by_mistake'] as const
export const requestOutcomes = [
  ...doneOutcomes.access,
  ...doneOutcomes.rectification,
  ...doneOutcomes.erasure,
  ...doneOutcomes.restriction,
  ...doneOutcomes.portability,
  ...doneOutcomes.objection,
  ...doneOutcomes.complaint,
  ...nothingOutcomes,
  ...refusedOutcomes,
  'not_identifiable',
  ...droppedOutcomes,
] as const
export type RequestOutcome = (typeof requestOutcomes)[number]
export const outcomesOf = (kind: RequestKind): readonly RequestOutcome[] => [
  ...doneOutcomes[kind],
  ...refusedOutcomes,
  ...droppedOutcomes,
]
/** Of somebody who is no contact. */
export const outcomesForNobody = (kind: RequestKind): readonly RequestOutcome[] => [
  ...nothingOutcomes,
  ...(kind === 'complaint' ? doneOutcomes.complaint : []),
  ...nobodyRefusals,
  ...droppedOutcomes,
]
export const isRefusal = (outcome: RequestOutcome): boolean =>
  [...refusedOutcomes, ...nobodyRefusals].some((one) => one === outcome)
/** What is only true once the account's data was searched for them. */
export const searchedOutcomes: readonly RequestOutcome[] = [
  ...(['nothing_held', 'only_suppressed', 'not_identifiable'] as const),
]
/**
 * Of what was asked for not all was done, whatever the answer is called: whoever asked is told
 * where they can complain, and that they can go to court (GDPR 12(4)).
 */
const contestableOutcomes: readonly RequestOutcome[] = [
  ...refusedOutcomes,
  ...nobodyRefusals,
  ...(['nothing_wrong', 'erased_in_part', 'nothing_portable', 'complaint_explained'] as const),
  ...nothingOutcomes,
]
export const isContestable = (request: {
  answer: (typeof requestAnswers)[number] | null
  outcome: RequestOutcome | null
}): boolean =>
  request.answer === 'refused' ||
  (request.outcome !== null && contestableOutcomes.includes(request.outcome))
/** What only its own act can bring about: nobody says it was done who has not done it. */
export const actOutcomes: readonly RequestOutcome[] = ['erased', 'restricted', 'stopped']
/**
 * What staff say they did outside of the program: something of the person's was changed or handed
 * over, so it must be sure who asked.
 */
export const givingOutcomes: readonly RequestOutcome[] = [
  ...(['copy_sent', 'file_sent', 'corrected', 'erased_in_part'] as const),
]

/** How sure it must be that the person is who asks. */
export const identityLevels = ['none', 'code', 'second'] as const
export type IdentityLevel = (typeof identityLevels)[number]
/** Why so sure and no surer: told on the request and in the answer. */
export const identityWhys = [
  'no_proof_needed',
  'asked_on_page',
  'code_to_number',
  'holds_replies',
  'holds_sensitive',
  'number_changed_hands',
  'no_contact',
] as const
export type IdentityWhy = (typeof identityWhys)[number]
export const identifiedHows = [
  'link',
  'code',
  'code_and_email',
  'shared_fact',
  'known_to_staff',
] as const
export type IdentifiedHow = (typeof identifiedHows)[number]

export const stepKinds = [
  'received',
  'acknowledged',
  'identity_asked',
  'identified',
  'extended',
  'document_added',
  'corrected',
  'restricted',
  'lifted',
  'erased',
  'prepared',
  'fetched',
  'lapsed',
  'answered',
  'searched',
  'details_added',
  'tied',
] as const
export type StepKind = (typeof stepKinds)[number]

export const requestView = z.object({
  id: z.uuid(),
  whoAsks: z
    .enum(['contact', 'no_contact', 'erased'])
    .describe(
      'A contact of the account; somebody who is none, and is known by what they gave; or a person who was erased since.',
    ),
  contactId: z.uuid().nullable().describe('Null of somebody who is not a contact, or was erased.'),
  numberMasked: z
    .string()
    .nullable()
    .describe('Who asks; null once the person is erased, and of whoever gave no number.'),
  kind: z.enum(requestKinds),
  heardBy: z
    .enum(requestHeardBys)
    .nullable()
    .describe(
      'How staff heard it, who wrote it down; `sms`: the person sent the word for it from their own phone; `web`: somebody filled in your public request page; null: asked on the person’s own page.',
    ),
  language: z
    .enum(['fr', 'en'])
    .nullable()
    .describe('Of whoever asks; null: not known, and the account’s language is used.'),
  askedAt: instantText.describe('When it arrived.'),
  dueAt: instantText.describe(
    'The end of the day one month after it was received, by the account’s clock (GDPR, article 12(3)); later by an extension, or by the whole days for which it stood still. Of a complaint that is not acknowledged: by when to say that it arrived.',
  ),
  isOverdue: z.boolean(),
  pausedAt: instantText
    .nullable()
    .describe('Since when the clock stands still, until the person shows who they are.'),
  extendedAt: instantText.nullable().describe('When the person was told that it takes longer.'),
  acknowledgedAt: instantText
    .nullable()
    .describe('When a complaint was acknowledged; null for the others.'),
  identity: z.enum(identityLevels).describe('How sure it must be that the person is who asks.'),
  identityWhy: z.enum(identityWhys).describe('Why so sure and no surer; the person reads it.'),
  identifiedAt: instantText.nullable(),
  isIdentified: z
    .boolean()
    .describe(
      'Whether it is sure enough who asks to change or hand over something. A link to the number is too little where a second sign is needed.',
    ),
  isRestricted: z.boolean().describe('Whether the person’s data is restricted today.'),
  answerFile: z
    .enum(['none', 'ready', 'fetched', 'expired'])
    .describe('The file that the person fetches with their code.'),
  answeredAt: instantText.nullable(),
  answer: z.enum(requestAnswers).nullable(),
  outcome: z
    .enum(requestOutcomes)
    .nullable()
    .describe('What was done; null for what was answered before this was asked.'),
  hasText: z
    .boolean()
    .describe(
      'Whether it says what it is about, as the person wrote it or staff wrote it down; shown for a reason, which is recorded.',
    ),
})
export type RequestView = z.output<typeof requestView>
export const requestPage = pageOf(requestView)
export const requestStates = ['open', 'late', 'closed'] as const
export type RequestState = (typeof requestStates)[number]
export const requestQuery = pageQuery.extend({
  state: z
    .enum(requestStates)
    .optional()
    .describe(
      '`open`: those that wait for an answer, the soonest due first, those whose clock stands still last. `late`: those of them whose deadline is over. `closed`: those that were answered, the last answered first. Without it: all of them, the newest first.',
    ),
  kind: z.enum(requestKinds).optional().describe('Only those that ask for this.'),
  open: z.stringbool().optional().describe('Only those that wait for an answer.'),
})

export const tellingStates = ['waiting', 'sent', 'not_sent', 'other_way'] as const
export type TellingState = (typeof tellingStates)[number]
export const stepTold = z.object({
  state: z
    .enum(tellingStates)
    .describe(
      '`sent`: accepted to be sent; what became of it stands with the message. `other_way`: staff stated that they told the person, and `why` says how.',
    ),
  at: instantText
    .nullable()
    .describe('When it was sent, was seen that it cannot be, or the person was told another way.'),
  messageId: z.uuid().nullable().describe('The SMS with the link to their page.'),
  why: z
    .string()
    .nullable()
    .describe('Why nothing was sent and what to do, or how staff told them.'),
})
export const requestStep = z.object({
  id: z.uuid(),
  kind: z.enum(stepKinds),
  at: instantText,
  by: z
    .string()
    .describe('Who did it: `user:` or `token:` and an id, the program, or the person themselves.'),
  text: z.string().nullable().describe('What the person reads of it.'),
  told: stepTold
    .nullable()
    .describe('Of a step of which the person is told by SMS; null for the others.'),
})
export const requestFile = z.object({
  id: z.uuid(),
  mediaType: z.string(),
  octets: z.number().int(),
  addedAt: instantText,
})
export const requestDetail = requestView.extend({
  steps: z.array(requestStep).describe('What happened, in order; the person reads the same.'),
  letters: z.array(requestFile).describe('What came with it: letters, recordings.'),
  asker: askerView.nullable().describe('Of somebody who is not a contact; null for the others.'),
})
export type RequestDetail = z.output<typeof requestDetail>

/** Characters of what a person writes of what is wrong in their data. */
export const correctionMax = 1_000
const reasonText = (what: string) => z.string().trim().min(reasonMin).max(300).describe(what)
export const requestReveal = z.object({
  reason: reasonText('Why what the person wrote is looked at; recorded with your name.'),
})
export const requestText = z.object({ text: z.string() })
export type RequestText = z.output<typeof requestText>
/** Characters of what the person is told. */
export const answerMax = 500
const toldText = (what: string) => z.string().trim().min(reasonMin).max(answerMax).describe(what)
export const requestAnswer = z.object({
  outcome: z
    .enum(requestOutcomes)
    .describe(
      'What was done; which of them fit depends on what was asked for. `withdrawn`: the person took it back. `by_mistake`: it was written down for the wrong person or twice; the person is told only if they were told of it before, and what was written down and its letters are deleted. It fits only what staff or a program wrote down, and not what the person has confirmed since. What changes or hands over something of the person’s (`copy_sent`, `file_sent`, `corrected`, `erased_in_part`) needs a person who is identified.',
    ),
  reason: toldText('What was done and why, in your words: the person reads it on their page.'),
  namesakesRuledOut: z
    .boolean()
    .optional()
    .describe(
      'Of somebody who is not a contact: that none of the contacts of the same name is this person, as you made sure. Without it `nothing_held` and `only_suppressed` are refused while there are such contacts.',
    ),
  matchesRuledOut: reasonText(
    'Of somebody who is not a contact: what shows that none of the contacts with the same number, e-mail or reference is this person; recorded with your name. Without it `nothing_held` and `only_suppressed` are refused while there are such contacts.',
  ).optional(),
})
export type RequestAnswer = z.output<typeof requestAnswer>

const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A request that came by letter, phone, e-mail or in person. */
export const requestTaken = z.object({
  number: z.string().min(1).max(40).describe('Of the person who asks; one of your contacts.'),
  kind: z.enum(requestKinds),
  heardBy: heardBy.describe('How it came.'),
  receivedOn: dayText.describe('The day on which it arrived: the deadline counts from it.'),
  text: z
    .string()
    .trim()
    .min(reasonMin)
    .max(correctionMax)
    .describe('What the person asks for, in your words; encrypted, and read by the person.'),
  language: z
    .enum(['fr', 'en'])
    .optional()
    .describe('In which the person is answered; the account’s where it is not given.'),
})
export type RequestTaken = z.output<typeof requestTaken>
/** By somebody who is no contact of the account, or asks without a number. */
export const askerRequest = requestTaken.omit({ number: true }).extend({
  asker: askerGiven.describe('What they gave of themselves; encrypted under a key of its own.'),
})
export type AskerRequest = z.output<typeof askerRequest>
export const askerAdded = z.object({
  asker: askerGiven.describe('What they gave now: added to what is known, or in its place.'),
})
export const askerTie = z.object({
  contactId: z.uuid().describe('The contact who asks.'),
  reason: reasonText('What shows that it is this person; recorded with your name.'),
})
export const requestIdentityAsk = z.object({
  sendFrom: z.string().min(1).max(16).describe('What the telephone shows as from.'),
})
export const requestIdentified = z.object({
  how: z
    .enum(['shared_fact', 'known_to_staff'])
    .describe('`shared_fact`: something that only the person and you know.'),
  reason: reasonText('What showed it, without the fact itself; recorded with your name.'),
})
/** Article 12(3) GDPR: two further months at most. */
export const extensionMonthsMax = 2
export const requestExtension = z.object({
  months: z.number().int().min(1).max(extensionMonthsMax),
  reason: toldText('Why it takes longer: the person reads it in a letter on their page.'),
})
export const requestDeed = z.object({
  reason: toldText('What was done and why, in your words: the person reads it on their page.'),
})
/** `answered_otherwise`: the other request was answered outside the program. */
export const othersReasons = ['they_chose', 'answered_otherwise'] as const
export type OthersReason = (typeof othersReasons)[number]

/** They may have asked for something else as well: whoever erases them first decides so. */
export const requestErase = requestDeed.extend({
  othersReason: z
    .enum(othersReasons)
    .describe(
      'Why they are erased before another open request of theirs is answered; recorded with your name. Without it the erasure is refused while there is one.',
    )
    .optional(),
})
export type RequestErase = z.output<typeof requestErase>
/** Article 18(3) GDPR: the person is told before. */
export const requestLift = requestDeed.extend({
  told: z
    .object({
      how: heardBy.describe('How the person was told.'),
      on: dayText.describe('On which day: not before the restriction, and not in the future.'),
    })
    .optional()
    .describe(
      'That you told the person another way, and when; no SMS is sent then. Without it they are told by SMS, and where that cannot be the restriction stays.',
    ),
})
export type RequestLift = z.output<typeof requestLift>
export const requestLiftLetter = z.object({
  from: dayText.describe('From which day the data is used again: a day of the next 12 months.'),
  reason: toldText('Why, in your words: it stands in the letter.'),
  language: z
    .enum(['fr', 'en'])
    .optional()
    .describe('The request’s where it is not given, or else the account’s.'),
})
export type RequestLiftLetter = z.output<typeof requestLiftLetter>
export const requestCorrection = z.object({
  ...contactChange.shape,
  reason: requestDeed.shape.reason,
})
export const requestPrepare = requestDeed.extend({
  language: z.enum(['fr', 'en']).describe('Of the person who will read it.'),
})
export const letterParams = z.object({
  id: z.uuid(),
  letterId: z.uuid().describe('The letter or recording.'),
})
/** A paper of identity is never taken, whoever offers it. */
export const letterKinds = ['letter', 'email', 'recording', 'mandate', 'identity_paper'] as const
export const requestLetterFields = z.object({
  what: z
    .enum(letterKinds)
    .describe('What the file is. `identity_paper` is refused: no such paper is asked for or kept.'),
})

/** On paper, for whoever wrote by post. */
export const requestLetterWhats = [
  'acknowledgement',
  'extension',
  'answer',
  'refusal',
  'lifting',
  'details',
] as const
export type RequestLetterKind = (typeof requestLetterWhats)[number]
export const replyLetterQuery = z.object({
  what: z
    .enum(requestLetterWhats)
    .optional()
    .describe(
      'Which letter. `extension`, `answer`, `refusal` and `lifting` exist once the step is done; `lifting` says that restricted data is used again. `details` asks somebody who is not a contact by what else they can be found (GDPR, article 11(2)), while the deadline is paused. Left out: that of the last step.',
    ),
  language: z
    .enum(['fr', 'en'])
    .optional()
    .describe('The request’s where it is not given, or else the account’s.'),
})

export const answerText = z.object({
  outcome: z.enum(requestOutcomes).describe('For which result.'),
  language: z.enum(['fr', 'en']),
  text: toldText('What the answer says, before whoever answers changes it.'),
  isOwn: z.boolean().describe('Of the account; false: as it comes with the program.'),
})
export const answerTexts = z.object({ items: z.array(answerText) })
export type AnswerText = z.output<typeof answerText>
export const answerTextChosen = z.object({
  outcome: z.enum(requestOutcomes).describe('For which result.'),
  language: z.enum(['fr', 'en']),
  text: toldText('Your own words.').nullable().describe('Null: as it comes with the program.'),
})

named({
  requestView,
  requestPage,
  stepTold,
  requestStep,
  requestFile,
  requestDetail,
  requestReveal,
  requestText,
  requestAnswer,
  requestTaken,
  askerRequest,
  askerAdded,
  askerTie,
  requestIdentityAsk,
  requestIdentified,
  requestExtension,
  requestDeed,
  requestErase,
  requestLift,
  requestLiftLetter,
  requestCorrection,
  requestPrepare,
  requestLetterFields,
  answerText,
  answerTexts,
  answerTextChosen,
})
