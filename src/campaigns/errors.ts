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
    'The text names a field that does not exist; {first_name} and {last_name} do.',
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
  'campaigns.too_many_rows': [
    'invalid',
    'There are more messages than such a file may hold. Choose one state, or CSV.',
  ],
  'campaigns.override_needs_another': [
    'forbidden',
    'An alert that reads like advertising must be approved by another user than its author.',
  ],
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
