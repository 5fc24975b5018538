// HTTP shapes of forms that ask for consent, links to a person's page, and people's requests.
import { z } from 'zod'
import {
  channel,
  heardBy,
  otherLegalBases,
  suppressionScope,
  whyNots,
} from '../consent/contract.ts'
import { contactFields, customValueView } from '../contacts/contract.ts'
import { instantText, named } from '../http/contract.ts'
import { pageKinds, reasonMin, requestView } from './contract-requests.ts'

export * from './contract-askers.ts'
export * from './contract-kinds.ts'
export * from './contract-requests.ts'
export * from './contract-timeline.ts'
export { foldWord, saysYesToAnything } from './contract-yes.ts'

export const formStates = ['draft', 'open', 'closed'] as const

/** Why a form may not be opened, in descending precedence. */
export const formRefusals = [
  'form_wordings_missing',
  'form_wording_unknown',
  'form_wording_not_published',
  'form_wording_not_web',
  'form_wording_without_box',
  'form_wording_of_other_controller',
  'form_wording_in_other_language',
  'form_purpose_twice',
  'form_age_below_consent',
] as const
export type FormRefusal = (typeof formRefusals)[number]

const line = (what: string) => z.string().trim().min(1).max(500).describe(what)

/** What article 13 GDPR asks to be told where data is collected. */
export const notice = z.object({
  controllerAddress: line('Postal address of the legal entity.'),
  controllerContact: line('How to reach it: e-mail or telephone.'),
  dpoContact: line('How to reach the data protection officer.').nullable().default(null),
  recipients: line('Who receives the data.'),
  transfers: line('Transfers outside the European Union, and their safeguard.')
    .nullable()
    .default(null),
  retention: line('How long the data is kept, or how that is decided.'),
  policyUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
})
export type Notice = z.output<typeof notice>

export const formRequest = z.object({
  name: z.string().trim().min(1).max(120).describe('For your own screens, and in the evidence.'),
  language: z.enum(['fr', 'en']),
  controllerId: z.uuid(),
  wordingIds: z.array(z.uuid()).min(1).max(10),
  notice,
  confirms: z
    .boolean()
    .default(true)
    .describe('Send a code to the handset before anything is recorded (double opt-in).'),
  sender: z.string().min(1).max(16).describe('What the telephone shows for the code.'),
  asksName: z.boolean().default(false),
  minimumAge: z
    .number()
    .int()
    .min(13)
    .max(18)
    .nullable()
    .default(null)
    .describe('People declare to be at least so old; no birth date is asked for.'),
})
export type FormRequest = z.output<typeof formRequest>

const asked = formRequest.shape
/** Without the values that stand where nothing is said: what is left out stays as it is. */
export const formChange = z.object({
  name: asked.name.optional(),
  language: asked.language.optional(),
  controllerId: asked.controllerId.optional(),
  wordingIds: asked.wordingIds.optional(),
  notice: notice.optional().describe('The whole notice as it will stand.'),
  confirms: z.boolean().optional(),
  sender: asked.sender.optional(),
  asksName: z.boolean().optional(),
  minimumAge: asked.minimumAge.unwrap().optional(),
})
export type FormChange = z.output<typeof formChange>
export const formCopy = z.object({ name: asked.name })

export const formPreviewQuery = z.object({
  language: z.enum(['fr', 'en']).optional().describe('Of the page; left out, that of the form.'),
})
export const formPreview = z.object({
  language: z.enum(['fr', 'en']),
  html: z.string().describe('The page as people see it; nothing can be sent from it.'),
})
export type FormPreview = z.output<typeof formPreview>

export const formView = z.object({
  id: z.uuid(),
  name: z.string(),
  language: z.enum(['fr', 'en']),
  controllerId: z.uuid(),
  wordingIds: z.array(z.uuid()),
  notice,
  confirms: z.boolean(),
  sender: z.string(),
  asksName: z.boolean(),
  minimumAge: z.number().int().nullable(),
  state: z.enum(formStates),
  createdAt: instantText,
  openedAt: instantText.nullable(),
  url: z.string().describe('The page to give to people.'),
  embed: z
    .string()
    .describe('A line for your own site: it adds a link to the page, and no tracker.'),
  defects: z
    .array(z.object({ refusal: z.enum(formRefusals), mend: z.string() }))
    .describe('What keeps a draft from being opened; empty when nothing does.'),
  isSenderUsable: z
    .boolean()
    .describe(
      'False: its sender is not approved today, or its end has come. No code leaves meanwhile, and whoever needs one cannot agree.',
    ),
  version: z
    .string()
    .describe('Names the notice and wordings as they stand; the evidence of a consent names it.'),
  earlierNotices: z
    .array(
      z.object({
        version: z.string().describe('As the evidence of a consent of that time names it.'),
        notice,
        shownFrom: instantText,
        shownUntil: instantText.describe('When it was corrected.'),
      }),
    )
    .describe('What the open form said before it was corrected, newest first.'),
})
export type FormView = z.output<typeof formView>
export const formList = z.object({ items: z.array(formView) })

export const keywordRequest = z.object({
  word: z.string().trim().min(2).max(20).describe('What people send: `JOIN`, `CLUB`.'),
  routeId: z.uuid().describe('On which route’s number it is heard.'),
  wordingId: z.uuid().describe('The words that stand beside it where people read it.'),
  confirms: z
    .boolean()
    .default(false)
    .describe(
      'Send the exact words to the handset first; only its second yes counts. Always so for a word that says yes to whatever was asked (OUI, OK, a figure), also where this says `false`.',
    ),
  sender: z
    .string()
    .min(1)
    .max(16)
    .describe('What the telephone shows for the answer; with `confirms`, one that takes replies.'),
})
export type KeywordRequest = z.output<typeof keywordRequest>

export const keywordView = z.object({
  id: z.uuid(),
  word: z.string(),
  routeId: z.uuid(),
  to: z.string().nullable().describe('The number to send it to; null when the route has none.'),
  wordingId: z.uuid(),
  controllerId: z.uuid(),
  confirms: z.boolean(),
  alwaysConfirms: z
    .boolean()
    .describe(
      'The word says yes to whatever was asked, such as a message of yours about an appointment: the words go to the handset first, whatever was chosen.',
    ),
  sender: z.string(),
  state: z.enum(['open', 'closed']),
  createdAt: instantText,
})
export type KeywordView = z.output<typeof keywordView>
export const keywordList = z.object({
  items: z.array(keywordView),
  numbers: z
    .array(z.object({ routeId: z.uuid(), to: z.string() }))
    .describe('The numbers on which a keyword can be heard.'),
})
export type KeywordList = z.output<typeof keywordList>

export const linkRequest = z.object({
  contactId: z.uuid(),
  sendFrom: z.string().min(1).max(16).describe('What the telephone shows as from.'),
})
/** Without the link itself: it is for the handset alone. */
export const linkView = z.object({ expiresAt: instantText, messageId: z.uuid() })

// The logo of an account, at the head of its public pages.

export const logoView = z.object({
  url: z.string().describe('Where everybody sees it, on this server.'),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  width: z.number().int().describe('In pixels.'),
  height: z.number().int().describe('In pixels.'),
  addedAt: instantText,
})
export type LogoView = z.output<typeof logoView>
export const logoState = z.object({ logo: logoView.nullable().describe('Null: there is none.') })

// What a browser sends from the pages.

export const logoParams = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export const codeParams = z.object({ code: z.string().regex(/^[A-Za-z0-9]{6,20}$/) })
const typedText = z.string().max(200).default('')
export const pageParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{22}$/) })
/** A person's browser may bring more on an address than we put there. */
export const anyQuery = z.looseObject({})
export const pageDocumentParams = pageParams.extend({ documentId: z.uuid() })
export const pageRequestParams = pageParams.extend({ requestId: z.uuid() })
export const answerCode = z
  .object({ code: typedText, emailCode: typedText })
  .catchall(z.string().max(200))
/** A button without fields. */
export const anyForm = z.looseObject({})
export const languageQuery = z.object({
  lang: z.enum(['fr', 'en']).optional(),
  done: z.enum(['withdrawn', 'objected', 'identified', ...pageKinds]).optional(),
})
/** What a person is on the way to when they show that the number is theirs. */
export const copyTo = ['read', 'save', 'receipts', 'document'] as const
export type CopyTo = (typeof copyTo)[number]
export const copyQuery = languageQuery.extend({
  to: z.enum(copyTo).default('read'),
  document: z.uuid().optional(),
})
export const copySaveQuery = languageQuery.extend({ save: z.literal('1').optional() })
export const copyCode = z.object({ code: typedText }).catchall(z.string().max(200))
const typed = z.string().max(200).default('')
/** Boxes come as `box_<wording>_<channel>`: whatever the browser sends is read by name. */
export const filledForm = z
  .object({ number: typed, email: typed, firstName: typed, lastName: typed, seal: typed })
  .catchall(z.string().max(200))
export type FilledForm = z.output<typeof filledForm>
/** What somebody writes on the account's public request page; what is too long comes back. */
export const askedPublicly = z.object({
  kind: z.string().max(40).default(''),
  name: z.string().max(1_000).default(''),
  number: typed,
  email: z.string().max(1_000).default(''),
  address: z.string().max(4_000).default(''),
  text: z.string().max(20_000).default(''),
  seal: typed,
  website: typed,
})
export type AskedPublicly = z.output<typeof askedPublicly>
export const typedCode = z.object({ pending: z.uuid(), code: typed })
export const askedLink = z.object({ number: typed, seal: typed }).catchall(z.string().max(200))
export const choice = z.object({
  action: z.enum(['withdraw', 'object_marketing', 'object_all', ...pageKinds]),
  controller: z.uuid().optional(),
  channel: z.string().max(20).optional(),
  purpose: z.string().max(40).optional(),
  /** More than is kept is taken in, so that whoever wrote too much gets it back to shorten it. */
  text: z.string().max(20_000).optional(),
})
export type Choice = z.output<typeof choice>

// The desk: what staff see and do in a person's place.

export const deskRequest = z.object({
  reason: z
    .string()
    .trim()
    .min(reasonMin)
    .max(300)
    .describe('Why this person’s data is looked at; recorded with your name.'),
})
export const deskCopy = deskRequest.extend({
  language: z.enum(['fr', 'en']).describe('Of the person who will read it.'),
})
const choiceOnBasis = z.object({
  controllerId: z.uuid(),
  channel,
  purpose: z.string(),
  state: z.enum(['given', ...whyNots]),
  legalBasis: z
    .enum(otherLegalBases)
    .nullable()
    .describe('What it rests on where it is no consent.'),
  since: instantText,
  until: instantText,
  shownText: z.string().nullable().describe('The words that were agreed to.'),
})
export const deskView = z.object({
  contactId: z.uuid(),
  number: z.string(),
  fields: contactFields,
  custom: z.array(customValueView),
  heldSince: instantText,
  controllers: z
    .array(z.object({ id: z.uuid(), name: z.string() }))
    .describe('The entities that the account sends for.'),
  suppression: suppressionScope.nullable(),
  choices: z.array(choiceOnBasis).describe('What the person agreed to, and what became of it.'),
  requests: z
    .array(
      requestView.extend({
        reason: z.string().nullable(),
        text: z.string().nullable().describe('What the person wrote of it.'),
      }),
    )
    .describe('What the person has asked for, with its answers.'),
})
export type DeskView = z.output<typeof deskView>
export const deskAct = z.object({
  action: choice.shape.action,
  controllerId: z.uuid().optional().describe('Of the consent that is taken back.'),
  channel: channel.optional(),
  purpose: z.string().min(1).max(40).optional(),
  heardBy: heardBy.describe('How you heard it from the person.'),
  reason: deskRequest.shape.reason.describe('What the person asked for, in your words; sealed.'),
})
export type DeskAct = z.input<typeof deskAct>
export const deskActed = z.object({
  done: z.enum(['withdrawn', 'objected', ...pageKinds]).describe('What was recorded.'),
})

export const stopsMax = 200
export const stopsRequest = z.object({
  contactIds: z.array(z.uuid()).min(1).max(stopsMax).describe('Each counts once.'),
  heardBy: heardBy.describe('How you heard it from them.'),
  reason: deskAct.shape.reason.describe('What they asked for, in your words; sealed.'),
})
export type StopsRequest = z.output<typeof stopsRequest>
export const stopsRecorded = z.object({
  recorded: z.number().int().describe('People to whom no marketing leaves from now on.'),
  already: z.number().int().describe('Had said no before: nothing is recorded again.'),
  unknown: z.number().int().describe('Ids of no contact here: erased meanwhile, or never here.'),
  stillLeaving: z
    .number()
    .int()
    .describe(
      'Of those recorded, or who had said no before: a message was with an operator already, and may still arrive.',
    ),
})
export type StopsRecorded = z.output<typeof stopsRecorded>

named({
  stopsRequest,
  stopsRecorded,
  notice,
  formRequest,
  formChange,
  formCopy,
  formPreview,
  formView,
  formList,
  keywordRequest,
  keywordView,
  keywordList,
  linkRequest,
  linkView,
  logoView,
  logoState,
  filledForm,
  typedCode,
  askedLink,
  askedPublicly,
  choice,
  deskRequest,
  deskCopy,
  deskView,
  deskAct,
  deskActed,
})
