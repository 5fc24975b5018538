// A label for every column of accounts: what it is about, why, how long, how it goes.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the account',
  erase: 'not personal',
})
const ofUser = (kind: DataLabel['kind'], why: string): DataLabel => ({
  kind,
  why,
  keep: 'until the user leaves their last account',
  erase: 'the row is deleted',
})
const short = (kind: DataLabel['kind'], why: string, keep: string): DataLabel => ({
  kind,
  why,
  keep,
  erase: 'the row expires and is deleted',
})
const invited = (kind: DataLabel['kind'], why: string): DataLabel =>
  short(kind, why, 'until it is answered or withdrawn, 37 days at most')
const account = none('which account the row belongs to')

export const accountsDataMap: DataMap = {
  'accounts.account': {
    account_id: account,
    number: none('the public number of the account'),
    name: none('the name of an organisation, shown to its users'),
    kind: none('live or sandbox'),
    country: none('which country’s rules are proposed first'),
    zone: none('the zone in which the account’s own hours are shown'),
    language: none('the language of what is written to the account'),
    created_at: none('since when'),
    sandbox_ahead_ms: none('how far a sandbox’s hours of marketing are ahead of the real ones'),
    suspended_at: none('since when nothing of it is accepted or leaves'),
    deletion_due_at: none('when the account is deleted'),
  },
  'accounts.user': {
    user_id: ofUser('pseudonymous', 'names the user in records of who did what'),
    email_tag: ofUser('pseudonymous', 'finds the user at login'),
    email_sealed: ofUser('linkable', 'to log in with and to be written to; sealed'),
    name_sealed: ofUser('direct', 'shown to colleagues of the same account; sealed'),
    password_hash: ofUser('secret', 'proves the user at login; argon2id'),
    staff_role: ofUser('none', 'what the user may do over all accounts'),
    language: ofUser('none', 'the language of the screens'),
    created_at: ofUser('none', 'since when'),
    disabled_at: ofUser('none', 'since when the user may not log in'),
    last_account_id: ofUser('none', 'the account that the next login leads to'),
  },
  'accounts.membership': {
    account_id: account,
    user_id: ofUser('pseudonymous', 'whose membership'),
    role: ofUser('none', 'what the user may do in the account'),
    created_at: ofUser('none', 'since when'),
  },
  'accounts.session': {
    session_hash: short('secret', 'finds the session of a cookie; SHA-256', '7 days'),
    user_id: short('pseudonymous', 'whose session', '7 days'),
    account_id: account,
    created_at: short('none', 'since when', '7 days'),
    last_seen_at: short('attribute', 'ends a session that nobody uses', '7 days'),
    expires_at: short('none', 'ends every session', '7 days'),
    with_factor: short('none', 'the second factor was shown for it', '7 days'),
  },
  'accounts.factor': {
    factor_id: ofUser('pseudonymous', 'names the second factor'),
    user_id: ofUser('pseudonymous', 'whose second factor'),
    kind: ofUser('none', 'what it is: an authenticator app, or a passkey'),
    name_sealed: ofUser('attribute', 'what its owner calls it; sealed'),
    secret_sealed: ofUser('secret', 'checks a code of the app, or a passkey; sealed'),
    last_step: ofUser('none', 'no code is good twice'),
    sign_count: ofUser('none', 'shows a copy of a passkey, which counts behind'),
    created_at: ofUser('none', 'since when'),
    confirmed_at: ofUser('none', 'since when it is asked for at login'),
    last_used_at: ofUser('attribute', 'shows its owner one that nobody uses'),
    enrolment_id: ofUser('pseudonymous', 'the enrolment that marks of browsers name'),
  },
  'accounts.recovery_code': {
    user_id: ofUser('pseudonymous', 'whose recovery code'),
    code_tag: ofUser('secret', 'finds a recovery code; under a key of the installation'),
    created_at: ofUser('none', 'since when'),
  },
  'accounts.codes_voided': {
    user_id: ofUser('pseudonymous', 'whose recovery codes were made void, until they are told'),
    voided_at: ofUser('none', 'when they were made void'),
    voided_by: ofUser('none', 'what made them void: a command, or the start on restored data'),
    told: ofUser('none', 'accounts whose journal says so already'),
  },
  'accounts.passkey_challenge': {
    challenge_hash: short('secret', 'finds what a passkey is asked to sign; SHA-256', '5 minutes'),
    user_id: short('pseudonymous', 'who is asked', '5 minutes'),
    purpose: short('none', 'the login, or another act', '5 minutes'),
    expires_at: short('none', 'ends every challenge', '5 minutes'),
  },
  'accounts.half_session': {
    half_hash: short('secret', 'finds who has shown a password; SHA-256', '10 minutes'),
    user_id: short('pseudonymous', 'who has shown it', '10 minutes'),
    leads_to: short('none', 'the account that the login leads to', '10 minutes'),
    invitation_hash: short(
      'secret',
      'the invitation that is accepted with it; SHA-256',
      '10 minutes',
    ),
    created_at: short('none', 'since when', '10 minutes'),
    expires_at: short('none', 'ends every half session', '10 minutes'),
  },
  'accounts.factor_rule': {
    account_id: account,
    required_of: none('of which users the account requires a second factor'),
    holds_from: none('from when'),
    changed_at: none('since when the account requires it so'),
  },
  'accounts.staff_factor_rule': {
    is_only: none('keeps it to one row'),
    holds_from: none('from when staff must have a second factor'),
    changed_at: none('since when the installation requires it so'),
  },
  'accounts.token': {
    account_id: account,
    token_id: none('names the token in records of who did what'),
    name: none('what the account calls it'),
    token_hash: none('finds the token; SHA-256'),
    rights: none('what it may do'),
    created_by: ofUser('pseudonymous', 'who made it'),
    created_at: none('since when'),
    last_used_at: none('shows a token that nobody uses'),
    expires_at: none('when it ends by itself'),
    made_by: none('the token that made it, with which it ends'),
    revoked_at: none('since when it is void'),
  },
  'accounts.invitation': {
    account_id: account,
    invitation_id: invited('pseudonymous', 'names the invitation, and the user it may become'),
    email_tag: invited('pseudonymous', 'finds the user who has this e-mail, once it is accepted'),
    email_sealed: invited('linkable', 'who is invited; sealed'),
    name_sealed: invited('direct', 'who is invited, as the account wrote it; sealed'),
    role: invited('none', 'what the person may do once they accept'),
    language: invited('none', 'the language of a new user'),
    code_hash: invited('secret', 'finds the invitation of a code; SHA-256'),
    created_at: invited('none', 'since when'),
    expires_at: invited('none', 'until when it can be answered'),
  },
  'accounts.code': {
    code_hash: short('secret', 'finds a one-time code; SHA-256', '7 days'),
    purpose: short('none', 'the first run', '7 days'),
    user_id: short('pseudonymous', 'nobody: the first run has no user yet', '7 days'),
    created_at: short('none', 'since when', '7 days'),
    expires_at: short('none', 'ends every code', '7 days'),
  },
  'accounts.idempotency': {
    account_id: account,
    key: short('none', 'a hash of the caller’s name for a request', '24 hours'),
    fingerprint: short(
      'pseudonymous',
      'tells another request; keyed by the caller’s key',
      '24 hours',
    ),
    started_at: short('none', 'ends every kept answer', '24 hours'),
    status: short('none', 'the answer’s status', '24 hours'),
    answer_sealed: short('linkable', 'the answer; only with the caller’s key it opens', '24 hours'),
  },
}
