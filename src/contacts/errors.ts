// Error codes of contacts; each sentence says what to do.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'

const sentences = {
  'contacts.contact_not_found': ['not_found', 'There is no such contact in this account.'],
  'contacts.contact_erased': ['not_found', 'This person’s data was erased; it cannot be shown.'],
  'contacts.contact_stale': [
    'conflict',
    'This contact has changed since it was read; read it again, then change it.',
  ],
  'contacts.data_restricted': [
    'conflict',
    'This person’s data is kept and not used; it cannot be changed until the restriction is lifted.',
  ],
  'contacts.deletion_restricted': [
    'conflict',
    'This person’s data is kept and not used; it is not deleted until the restriction is lifted, or they ask to be erased.',
  ],
  'contacts.deletion_request_open': [
    'conflict',
    'A request of this person waits for its answer; answer it first, or carry it out if it asks for the erasure.',
  ],
  'contacts.minor_protected': [
    'conflict',
    'The date of birth held makes this person a minor; to make them older, say why in `reason`.',
  ],
  'contacts.held_row_not_found': [
    'not_found',
    'No row is kept apart for this contact: it was decided already, or its import was taken back.',
  ],
  'contacts.held_row_stale': [
    'conflict',
    'This row is another since it was read: a newer one came. Read it again, then decide.',
  ],
  'contacts.number_unusable': [
    'invalid',
    'No SMS can be sent to this number; write a mobile number, with its country code if foreign.',
  ],
  'contacts.journal_too_long': [
    'invalid',
    'A spreadsheet cannot hold so many entries; choose fewer days, or take the CSV.',
  ],
  'contacts.list_not_found': ['not_found', 'There is no such list in this account.'],
  'contacts.list_in_use': [
    'conflict',
    'Campaigns or recurring sends still need this list: {campaigns}. Finish, cancel, end or change them first.',
  ],
  'contacts.nothing_to_merge': ['invalid', 'Name at least one other list.'],
  'contacts.lists_of_different_entities': [
    'conflict',
    'These lists are not of the same legal entity; their people agreed to different senders.',
  ],
  'contacts.too_few_to_split': [
    'conflict',
    'The list has fewer people ({members}) than the parts asked for.',
  ],
  'contacts.controller_not_found': ['not_found', 'There is no such legal entity in this account.'],
  'contacts.controller_exists': [
    'conflict',
    'The account has a legal entity of this name already.',
  ],
  'contacts.reveal_not_allowed': [
    'forbidden',
    'Looking at a number in clear needs the right contacts.reveal.',
  ],
  'contacts.retention_too_long': [
    'invalid',
    'The rules of the country allow {max} months at most; choose that or less.',
  ],
  'contacts.retention_pause_too_long': [
    'invalid',
    'A pause ends within a year; name an earlier day, and renew it when it is needed.',
  ],
  'contacts.too_many_numbers': [
    'rate_limited',
    'Too many numbers were asked about in an hour. Wait, or ask with the right contacts.reveal.',
  ],
  'contacts.custom_field_not_found': ['not_found', 'There is no such custom field.'],
  'contacts.custom_field_refused': [
    'invalid',
    'A custom field cannot hold sensitive data, official numbers or bank data; choose another name.',
  ],
  'contacts.custom_field_exists': ['conflict', 'There is a custom field of this name already.'],
  'contacts.custom_key_taken': ['conflict', 'The key {key} is taken; choose another.'],
  'contacts.custom_fields_too_many': [
    'conflict',
    'An account has {max} custom fields at most; archive one that is not used any more.',
  ],
  'contacts.custom_field_unknown': [
    'invalid',
    'There is no custom field with the key {key}; make it first, or correct the key.',
  ],
  'contacts.custom_value_unread': [
    'invalid',
    'The value of a custom field is not of its type; write it as the field keeps it.',
  ],
  'contacts.campaign_not_kept': [
    'invalid',
    'A rule is about a campaign of which nothing has left, or whose messages are not kept any more. Take another campaign, or remove the rule.',
  ],
  'contacts.email_unusable': [
    'invalid',
    'An e-mail address has an @; correct it, or leave it out.',
  ],
  'contacts.value_never_kept': [
    'invalid',
    'The value of a field seems to be an official number or bank data, which is never kept.',
  ],
  'contacts.value_sensitive': [
    'invalid',
    'The value of a field seems to be sensitive data; it comes in from a file, on a legal basis.',
  ],
  'contacts.search_too_long': [
    'invalid',
    'A search by name opens {max} people at most; look in a smaller list, or by number or e-mail.',
  ],
  'contacts.search_changed': [
    'invalid',
    'The cursor is of another search; begin this one without a cursor.',
  ],
  'contacts.too_many_searches': [
    'rate_limited',
    'Too many searches by name were made in an hour. Wait, or ask with the right contacts.reveal.',
  ],
  'contacts.too_many_counts': [
    'rate_limited',
    'Too many counts were asked for in a minute; each reads all contacts. Wait {seconds} seconds.',
  ],
  'contacts.segment_not_found': ['not_found', 'There is no such segment in this account.'],
  'contacts.segment_exists': ['conflict', 'There is a segment of this name already.'],
  'contacts.segments_too_many': [
    'conflict',
    'An account has {max} segments at most; delete one that is not used any more.',
  ],
  'contacts.reason_missing': ['invalid', 'Say why this person’s data is looked at.'],
} as const satisfies Record<string, readonly [ErrorKind, string]>

/** What kind each is: it decides the status of the answer. */
export const contactsErrorKinds: Readonly<Record<string, ErrorKind>> = Object.fromEntries(
  Object.entries(sentences).map(([code, [kind]]) => [code, kind]),
)

export type ContactsErrorCode = keyof typeof sentences
export const contactsErrorCodes = Object.keys(sentences) as ContactsErrorCode[]

export function contactsError(
  code: ContactsErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  const [kind, message] = sentences[code]
  return new AppError(code, kind, message, { details })
}
