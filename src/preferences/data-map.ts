// A label for every column of the tables of preferences.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'with the account',
  erase: 'not_personal: with the account',
})
const token = (why: string, keep: string, erase: string): DataLabel => ({
  kind: 'pseudonymous',
  why,
  keep,
  erase,
})
const account = none('whose row it is')
const minutes = 'fifteen minutes'
const brief = (why: string): DataLabel => token(why, minutes, 'row_deleted when it is used or old')
const second = (why: string): DataLabel =>
  token(why, 'one day', 'row_deleted when the second yes comes, or when it is old')
const linkKept = 'until the link expires, thirty days'
const link = (why: string): DataLabel => token(why, linkKept, 'row_deleted')
const requestKept = 'five years after the answer: shows that the request was answered (R-133)'
const request = (why: string): DataLabel =>
  token(why, requestKept, 'kept to its day: a subject id leads to nobody once the person is erased')

const askerEnds =
  'until it is tied to a contact, or until the number is erased (thirty days after the answer, where it waited for one)'
const askerKept = `with the request, ${askerEnds}; ${requestKept}`
const asker = (why: string): DataLabel =>
  token(why, askerKept, 'row_deleted with the request, its tie to a contact, or the number')

const filesKept =
  'a letter with its request; an answer thirty days, so that it can be fetched, and no longer'
const file = (why: string): DataLabel => token(why, filesKept, 'row_deleted')

export const preferencesDataMap: DataMap = {
  'preferences.form': {
    account_id: account,
    form_id: none('the form'),
    code: none('its address'),
    name: none('for the account’s own screens'),
    language: none('of the page'),
    controller_id: none('the legal entity that asks'),
    wording_ids: none('the words that are shown'),
    notice: none('what article 13 asks to be told'),
    confirms: none('whether a code is sent first'),
    sender: none('what the telephone shows for the code'),
    asks_name: none('whether a name is asked for'),
    minimum_age: none('the age that people declare'),
    state: none('draft, open or closed'),
    created_at: none('when it was written'),
    opened_at: none('since when people see it'),
  },
  'preferences.form_notice': {
    account_id: account,
    form_id: none('the form'),
    version: none('as the proof of a consent names it'),
    notice: none('what article 13 asks to be told, before it was corrected'),
    shown_from: none('since when people saw it'),
    shown_until: none('when it was corrected'),
  },
  'preferences.form_code': {
    account_id: account,
    code: none('the address that somebody opens'),
    form_id: none('the form it leads to'),
  },
  'preferences.keyword': {
    account_id: account,
    keyword_id: none('the keyword'),
    route_id: none('on which number it is heard'),
    word: none('what people send'),
    wording_id: none('the words beside it'),
    controller_id: none('the legal entity that asks'),
    confirms: none('whether a second yes is asked for'),
    sender: none('what the telephone shows for the answer'),
    state: none('open or closed'),
    created_at: none('since when'),
    closed_at: none('until when'),
  },
  'preferences.keyword_word': {
    account_id: account,
    route_id: none('on which number'),
    word: none('what people send'),
    keyword_id: none('the keyword it leads to'),
  },
  'preferences.keyword_pending': {
    account_id: account,
    route_id: none('on which number'),
    number_tag: second('finds the words that a handset was sent; keyed'),
    keyword_id: none('which keyword'),
    message_id: second('the message that brought the words'),
    asked_at: second('when it was sent'),
    expires_at: second('until when the second yes counts'),
  },
  'preferences.pending': {
    account_id: account,
    pending_id: brief('the filled form that waits'),
    form_id: none('which form'),
    number_tag: brief('bounds how many codes a number gets'),
    body_sealed: {
      kind: 'linkable',
      why: 'what was filled in, until the handset confirms it; sealed under a key of its own',
      keep: minutes,
      erase: 'row_deleted, with its key, when it is used or old, or a person of that number goes',
    },
    body_key: brief('the key of what was filled in, which goes with it'),
    code_tag: brief('the code, keyed'),
    message_id: brief('the message that carried the code'),
    made_at: brief('when it was filled in'),
    expires_at: brief('until when the code counts'),
  },
  'preferences.logo': {
    account_id: account,
    sha256: none('the address of the picture'),
    media_type: none('PNG or JPEG'),
    width: none('in pixels'),
    height: none('in pixels'),
    picture: none('shown to everybody at the head of the public pages'),
    added_at: none('since when it is shown'),
  },
  'preferences.page_link': {
    account_id: account,
    link_tag: link('finds the page; the link cannot be made from it'),
    contact_id: link('whose page'),
    subject_id: link('whose page'),
    made_at: link('since when'),
    expires_at: link('until when'),
  },
  'preferences.request': {
    account_id: account,
    request_id: request('the request'),
    subject_id: request('who asks'),
    contact_id: request('who asks, while they are known'),
    kind: request('what for'),
    asked_at: request('when it was received'),
    due_at: request('until when it must be answered'),
    answered_at: request('when it was answered'),
    answer: request('how it was answered'),
    answered_by: request('which user or token answered'),
    outcome: request('what was done about it'),
    reason_sealed: {
      kind: 'linkable',
      why: 'what the person is told about it; sealed with their own key',
      keep: requestKept,
      erase: 'noise once the person’s key is destroyed',
    },
    told_sealed: {
      kind: 'linkable',
      why: 'what the person wrote of it; sealed with their own key',
      keep: requestKept,
      erase: 'emptied, and noise once the person’s key is destroyed',
    },
    heard_by: request('how staff heard it, where they wrote it down'),
    recorded_by: request('which user or token wrote it down, or that the person wrote it'),
    language: request('in which they are answered'),
    paused_at: request('since when the clock stands still'),
    extended_at: request('when the person was told that it takes longer'),
    acknowledge_by: request('by when a complaint must be acknowledged'),
    acknowledged_at: request('when it was'),
    identity: request('how sure it must be that the person is who asks'),
    identity_why: request('why so sure and no surer'),
    identified_at: request('when it was sure'),
    identified_how: request('by what it was shown; never the thing itself'),
    lift_message: request('by which message they are told that their data is used again'),
    lift_marked_at: request('when that message was about to leave'),
  },
  'preferences.request_asker': {
    account_id: account,
    request_id: request('of which request'),
    subject_id: asker('under whose key it is sealed: of nobody else, and of no contact'),
    sealed: {
      kind: 'linkable',
      why: 'name, number, e-mail, postal address and reference that somebody gave who is no contact; sealed under a key of their own',
      keep: askerKept,
      erase: 'row_deleted, and noise once its key is destroyed',
    },
    changed_at: asker('when it was written down or added to'),
    number_tag: asker('finds the number again in another request, and where it is erased'),
    email_tag: asker('finds the e-mail again in another request'),
    is_number_erased: asker('whether the number was erased while the request waited'),
    is_tagged: asker('whether the two before are there: a version before kept none'),
    search_begun_at: asker('when the account’s data was searched for them'),
    search_by: asker('which user or token searched'),
    search_ended_at: asker('when the search was whole'),
    search_through: asker('up to which contact names were compared'),
    search_looked: asker('how many contacts were compared'),
    search_found: asker('how many contacts were found by what, and whether the number objected'),
    namesakes: token(
      'contacts of the same name, for whoever answers',
      'until the answer',
      'emptied with the answer',
    ),
  },
  'preferences.request_step': {
    account_id: account,
    step_id: request('the step'),
    request_id: request('of which request'),
    subject_id: request('who asks'),
    kind: request('what happened'),
    at: request('when'),
    by: request('which user or token did it, the program, or the person'),
    told: request('whether the person was told of it by SMS'),
    told_at: request('when'),
    told_message: request('by which message; it is deleted before'),
    told_why: request('why nothing was sent'),
    text_sealed: {
      kind: 'linkable',
      why: 'what the person reads of it; sealed with their own key',
      keep: requestKept,
      erase: 'emptied, and noise once the person’s key is destroyed',
    },
  },
  'preferences.request_file': {
    account_id: account,
    file_id: file('the file'),
    request_id: file('of which request'),
    subject_id: file('whose it is'),
    what: file('a letter that came, or the answer that waits'),
    media_type: file('what kind of file'),
    octets: file('how large'),
    sha256: file('of the file as it came'),
    sealed: {
      kind: 'linkable',
      why: 'the letter or the answer itself; sealed with the person’s own key',
      keep: filesKept,
      erase: 'row_deleted, and noise once the person’s key is destroyed',
    },
    added_at: file('when it was kept'),
    added_by: file('which user or token added it, or the program'),
    expires_at: file('until when an answer can be fetched'),
    fetched_at: file('when it was'),
  },
  'preferences.answer_code': {
    account_id: account,
    request_id: brief('which answer it opens'),
    subject_id: brief('whose it is'),
    code_tag: brief('recognises the code that was sent to the number'),
    email_code_tag: brief('recognises the code that was sent by e-mail'),
    made_at: brief('since when it counts'),
    expires_at: brief('until when it counts'),
  },
  'preferences.answer_text': {
    account_id: account,
    outcome: none('for which result'),
    language: none('of the text'),
    text: none('the account’s own words for an answer'),
    changed_at: none('when it was changed'),
    changed_by: none('which user or token changed it'),
  },
}
