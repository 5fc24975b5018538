// The error codes of campaigns.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'

const errors = {
  'campaigns.campaign_not_found': ['not_found', 'There is no such campaign in this account.'],
  'campaigns.list_not_found': ['not_found', 'There is no such list in this account.'],
  'campaigns.controller_not_found': ['not_found', 'There is no such controller in this account.'],
  'campaigns.list_of_other_controller': [
    'conflict',
    'This list is of another legal entity; send for that one, or choose another list.',
  ],
  'campaigns.merge_field_unknown': [
    'invalid',
    'The text names a field that does not exist; {first_name}, {last_name} and the keys of custom fields do.',
  ],
  'campaigns.repeats_marketing': [
    'invalid',
    'Marketing is never sent twice; only an alert may be, rather than not at all.',
  ],
  'campaigns.repeats_for_ever': [
    'invalid',
    'Say until when the alert is of use (`usefulUntil`): after that it is not sent again.',
  ],
  'campaigns.step_not_possible': [
    'conflict',
    'The campaign is not in a state in which this can be done.',
  ],
  'campaigns.sheet_missing': ['conflict', 'Make the check sheet first: it is what is approved.'],
  'campaigns.sheet_changed': [
    'conflict',
    'The check sheet has changed since it was read. Read the new one, then approve that.',
  ],
  'campaigns.sheet_has_problems': [
    'conflict',
    'Something stands against the whole campaign; the check sheet says what to mend.',
  ],
  'campaigns.nobody_receives': ['conflict', 'Nobody on this list may receive it.'],
  'campaigns.restored': [
    'conflict',
    'The database was put back: people may have got this campaign already. Cancel it, or resume it knowingly.',
  ],
  'campaigns.account_leaving': [
    'forbidden',
    'This account is to be deleted: nothing of it is accepted. An owner can undo the deletion.',
  ],
  'campaigns.account_suspended': [
    'forbidden',
    'This account is suspended: nothing of it is accepted. Ask whoever manages this installation.',
  ],
  'campaigns.details_deleted': [
    'conflict',
    'The messages of this campaign were deleted at the end of their period; its totals stay.',
  ],
  'campaigns.first_messages_deleted': [
    'conflict',
    'The first messages of this campaign were deleted at the end of their period while it was paused: what comes now would be in no figure. Duplicate it, or cancel it.',
  ],
  'campaigns.too_many_rows': [
    'invalid',
    'There are more messages than such a file may hold. Choose one state, or CSV.',
  ],
  'campaigns.has_begun': [
    'conflict',
    'Messages of this campaign have left, or are leaving: it can be paused or cancelled, and no longer moved.',
  ],
  'campaigns.list_gone': [
    'conflict',
    'The list of this campaign was deleted or emptied since: the campaign can be neither moved nor taken back. It stays as it was; cancel it if it should not leave.',
  ],
  'campaigns.moved_sheet_old': [
    'conflict',
    'The check sheet for this date is older than {minutes} minutes, and its people may be others by now. Make it again, then approve that one.',
  ],
  'campaigns.moved_to_past': [
    'invalid',
    'This instant has passed. Choose one that is still ahead.',
  ],
  'campaigns.override_needs_another': [
    'forbidden',
    'An alert that reads like advertising must be approved by another user than its author.',
  ],
  'campaigns.needs_another': [
    'forbidden',
    'Above the bound of this account another user than the author approves. Ask for approval.',
  ],
  'campaigns.approval_not_asked': ['conflict', 'Nobody asks for the approval of this campaign.'],
  'campaigns.copy_of_day': [
    'conflict',
    'This campaign went to the people of one day alone. Write another one for a list.',
  ],
  'campaigns.recurring_not_found': [
    'not_found',
    'There is no such recurring send in this account.',
  ],
  'campaigns.recurring_too_many': [
    'conflict',
    'The account has as many recurring sends as it may. End one first.',
  ],
  'campaigns.recurring_rule_incomplete': [
    'invalid',
    'Say on which day: `weekday` for a week, `dayOfMonth` for a month, both `month` and `dayOfMonth` for a year, `field` for a date of each person. The day must exist.',
  ],
  'campaigns.recurring_days_crossed': ['invalid', 'The last day is before the first.'],
  'campaigns.recurring_field_unknown': [
    'invalid',
    'There is no such field that is a date; `birth_date` and the keys of custom fields are.',
  ],
  'campaigns.recurring_step_not_possible': [
    'conflict',
    'The recurring send is not in a state in which this can be done.',
  ],
  'campaigns.recurring_changed': [
    'conflict',
    'It has changed since it was read. Read it again, then start that version.',
  ],
  'campaigns.recurring_needs_another': [
    'forbidden',
    'In this account another user than the author starts what recurs.',
  ],
  'campaigns.recurring_never': ['conflict', 'It has no day left before its end.'],
  'campaigns.recurring_interrupted': [
    'conflict',
    'It was paused or changed while this day was being made ready.',
  ],
  'campaigns.recurring_draft_changed': [
    'conflict',
    'The draft of this day was changed by hand: nobody has started that text to recur.',
  ],
  'campaigns.recurring_draft_deleted': ['conflict', 'The draft of this day was deleted by hand.'],
  'campaigns.recurring_draft_cancelled': [
    'conflict',
    'The campaign of this day was called off by hand.',
  ],
  'campaigns.recurring_restored': [
    'conflict',
    'The database was put back: which days were sent may be forgotten. Resume it knowingly.',
  ],
  'campaigns.counting_busy': [
    'unavailable',
    'Lists are being counted for this account already. Ask again in a moment.',
  ],
  'campaigns.counting_left': ['unavailable', 'Nobody asked for this count any more. Ask again.'],
  'campaigns.recipient_not_found': ['not_found', 'There is no such contact in this account.'],
  'campaigns.template_not_found': ['not_found', 'There is no such template in this account.'],
  'campaigns.template_archived': ['conflict', 'The template is archived. Restore it to change it.'],
  'campaigns.templates_too_many': ['conflict', 'The account keeps as many templates as it may.'],
  'campaigns.test_number_not_found': ['not_found', 'There is no such test number in this account.'],
  'campaigns.test_number_unreadable': [
    'invalid',
    'This is no number that can get an SMS. Write it as +33612345678.',
  ],
  'campaigns.test_number_not_confirmed': [
    'conflict',
    'Type the code that this telephone was sent first: texts are tried on one’s own alone.',
  ],
  'campaigns.test_numbers_too_many': [
    'conflict',
    'The account has as many test numbers as it may.',
  ],
  'campaigns.test_code_wrong': ['invalid', 'This is not the code that the telephone was sent.'],
  'campaigns.test_code_over': [
    'conflict',
    'This code is over. Add the number again for a new one.',
  ],
  'campaigns.test_code_refused': [
    'conflict',
    'The code was not sent, so the telephone was not added. See `why`, and try again.',
  ],
  'campaigns.test_code_not_sent': [
    'conflict',
    'No new code was sent to this telephone, which stays as it was. See `why`, and try again.',
  ],
  'campaigns.test_codes_too_many': ['rate_limited', 'Too many codes were sent. Try again later.'],
  'campaigns.trials_too_many': ['rate_limited', 'Too many texts were tried within an hour.'],
} as const satisfies Record<string, readonly [ErrorKind, string]>

/** What kind each is: it decides the status of the answer. */
export const campaignsErrorKinds: Readonly<Record<string, ErrorKind>> = Object.fromEntries(
  Object.entries(errors).map(([code, [kind]]) => [code, kind]),
)

export type CampaignsError = keyof typeof errors
export const campaignsErrors = Object.keys(errors) as CampaignsError[]

export function campaignsError(
  code: CampaignsError,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  const [kind, sentence] = errors[code]
  return new AppError(code, kind, sentence, { details })
}
