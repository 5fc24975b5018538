// The error codes of sending. A refusal is no error: the message exists, with its reason.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'

const errors = {
  'sending.message_not_found': ['not_found', 'There is no such message in this account.'],
  'sending.message_not_waiting': [
    'conflict',
    'This message no longer waits, so it cannot be called back; read its state.',
  ],
  'sending.number_unreadable': [
    'invalid',
    'This is no telephone number that can be read; give it in E.164, such as +33639980001.',
  ],
  'sending.purpose_missing': [
    'invalid',
    'Marketing names its purpose: send `purpose` as it stands in the consent.',
  ],
  'sending.controller_missing': ['invalid', 'There is no such controller in this account.'],
  'sending.basis_missing': [
    'invalid',
    'An alert says why it may leave without consent: send `basis`, such as `contract`.',
  ],
  'sending.scheduled_too_far': [
    'invalid',
    'This instant is more than a year ahead: look at the year.',
  ],
  'sending.account_leaving': [
    'forbidden',
    'This account is to be deleted: nothing of it is accepted. An owner can undo the deletion.',
  ],
  'sending.account_suspended': [
    'forbidden',
    'This account is suspended: nothing of it is accepted. Ask whoever manages this installation.',
  ],
  'sending.sender_missing': ['invalid', 'Say as from whom: send `sender`.'],
  'sending.override_not_allowed': [
    'forbidden',
    'An override is the word of another user of the account who may approve; name one.',
  ],
  'sending.queue_full': [
    'unavailable',
    'More is coming in than can be kept up with. Wait a moment, then send again.',
  ],
  'sending.route_full': [
    'unavailable',
    'More already waits for this route than it carries in the time set. Send again later.',
  ],
  'sending.too_many_for_sheet': [
    'invalid',
    'A spreadsheet cannot hold so many messages; choose fewer days, or take the CSV.',
  ],
  'sending.still_leaving': [
    'unavailable',
    'A message to this number is still on its way out; try again in a moment.',
  ],
  'sending.inbound_not_found': ['not_found', 'There is no such reply in this account.'],
  'sending.reply_not_waiting': [
    'conflict',
    'This reply waits for no word; that it was a STOP can be said of it all the same.',
  ],
  'sending.dead_number_not_found': [
    'not_found',
    'This contact’s number is not marked as one that no longer works.',
  ],
  'sending.conversation_not_found': ['not_found', 'There is no such conversation in this account.'],
  'sending.conversation_undecided': [
    'conflict',
    'Say first whether the doubtful reply is a STOP; then the conversation can be done.',
  ],
  'sending.assignee_unknown': ['invalid', 'This is no user of the account.'],
  'sending.person_erased': [
    'conflict',
    'The number and the text can no longer be opened: the person was erased, or their time is over.',
  ],
  'sending.number_of_another': [
    'conflict',
    'The number may belong to somebody else since this reply came, who would get the answer. Reach the person another way.',
  ],
  'sending.nothing_held': ['conflict', 'Nothing is held: sending goes on already.'],
  'sending.suppressions_unknown': [
    'conflict',
    'Objections are missing, so that the gate would end waiting advertising for good. Mend the ledger of each account first (`accord ledger mend`), then let advertising go.',
  ],
  'sending.handset_is_real': [
    'conflict',
    'This account writes to real telephones. What they receive is shown there, and nowhere else.',
  ],
  'sending.handset_absent': [
    'conflict',
    'This installation has no sandbox operator, or its route takes no replies: nobody plays the telephone.',
  ],
  'sending.handset_silent': [
    'unavailable',
    'The sandbox operator did not take the reply: its link is not there at this moment, or no SMS holds the text. Try again.',
  ],
} as const satisfies Record<string, readonly [ErrorKind, string]>

/** What kind each is: it decides the status of the answer. */
export const sendingErrorKinds: Readonly<Record<string, ErrorKind>> = Object.fromEntries(
  Object.entries(errors).map(([code, [kind]]) => [code, kind]),
)

export type SendingError = keyof typeof errors
export const sendingErrors = Object.keys(errors) as SendingError[]

/**
 * Of messages and replies that are there already: who asks for one to be sent meets none of these.
 */
const ofThoseThere: readonly SendingError[] = [
  'sending.message_not_found',
  'sending.message_not_waiting',
  'sending.still_leaving',
  'sending.inbound_not_found',
  'sending.reply_not_waiting',
  'sending.handset_absent',
  'sending.handset_silent',
  'sending.conversation_not_found',
  'sending.conversation_undecided',
  'sending.assignee_unknown',
  'sending.number_of_another',
  'sending.too_many_for_sheet',
]
export const askingErrors = sendingErrors.filter((code) => !ofThoseThere.includes(code))

export function sendingError(
  code: SendingError,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  const [kind, sentence] = errors[code]
  return new AppError(code, kind, sentence, { details })
}
