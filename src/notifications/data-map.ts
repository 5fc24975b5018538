// A label for every column of notifications.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const notice = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: '90 days',
  erase: 'not personal: it names no contact',
})
const ofUser = (kind: DataLabel['kind'], why: string, keep: string): DataLabel => ({
  kind,
  why,
  keep,
  erase: 'the row is deleted',
})
const chosen = 'until the user chooses otherwise'
const mail = (kind: DataLabel['kind'], why: string): DataLabel =>
  ofUser(kind, why, '14 days in the mailbox on screen; what has left, 30 days and without content')

export const notificationsDataMap: DataMap = {
  'notifications.notice': {
    account_id: notice('which account the row belongs to'),
    notice_id: notice('names the notification, by what it tells'),
    kind: notice('what kind of thing happened'),
    about: notice('the import or campaign that it leads to'),
    details: notice('counts, days, and what a campaign is called'),
    by_user: ofUser('pseudonymous', 'whose act it was, who is not told of it', '90 days'),
    for_user: ofUser('pseudonymous', 'whom alone it concerns', '90 days'),
    at: notice('when it happened'),
  },
  'notifications.staff_notice': {
    notice_id: notice('names the notification, by what it tells'),
    kind: notice('what kind of thing happened'),
    about: notice('the contract that it is about'),
    details: notice('days, and what a supplier is called'),
    at: notice('when it happened'),
  },
  'notifications.seen': {
    user_id: ofUser('pseudonymous', 'who has read it', '90 days'),
    notice_id: ofUser('pseudonymous', 'what was read', '90 days'),
    seen_at: ofUser('attribute', 'ends the row', '90 days'),
  },
  'notifications.choice': {
    user_id: ofUser('pseudonymous', 'whose choice', chosen),
    kind: ofUser('none', 'of which kind of notification', chosen),
    on_screen: ofUser('none', 'whether it is shown', chosen),
    by_mail: ofUser('none', 'whether it is sent by e-mail', chosen),
  },
  'notifications.mail': {
    mail_id: mail('none', 'names the mail'),
    for_account: mail('none', 'which account it is about'),
    content_sealed: mail(
      'linkable',
      'the reader’s address and what they are told, to a supplier which numbers to erase; sealed',
    ),
    content_key: mail('pseudonymous', 'a key of its own where it names people; it goes with it'),
    language: mail('none', 'the language that it is written in'),
    state: mail('none', 'whether it waits, left, failed or is kept'),
    times_tried: mail('none', 'how often it was tried'),
    last_error: mail('none', 'why the last try failed, in a word of our own'),
    last_status: mail('none', 'the mail server’s status code'),
    created_at: mail('none', 'when it was written'),
    ended_at: mail('none', 'when it left or was given up'),
  },
}
