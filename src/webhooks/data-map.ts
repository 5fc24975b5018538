// A label for every column of webhooks.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const endpoint = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'until the webhook is deleted',
  erase: 'not personal: it names no contact',
})
const log = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: '30 days; of an erasure that no program took, a year',
  erase: 'not personal: it names no contact',
})
const id = (why: string, erase: string): DataLabel => ({
  kind: 'pseudonymous',
  why,
  keep: '30 days; of an erasure that no program took, a year',
  erase,
})

export const webhooksDataMap: DataMap = {
  'webhooks.endpoint': {
    account_id: endpoint('whose webhook'),
    endpoint_id: endpoint('which webhook'),
    host: endpoint('the host that events go to, also on the record of an erasure'),
    url_sealed: endpoint('the whole address; sealed, since it may hold a key'),
    description: endpoint('what it is for, in the account’s words'),
    kinds: endpoint('which events are sent'),
    campaign_messages: endpoint('whether messages of campaigns are told one by one'),
    reply_text: endpoint('whether a reply is sent with its text'),
    country: endpoint('where the program uses what it is told, as declared'),
    secret_sealed: endpoint('what signs; sealed'),
    old_secret_sealed: endpoint('what signed before the renewal; sealed'),
    old_secret_until: endpoint('until when both sign'),
    state: endpoint('whether events are sent'),
    pause_why: endpoint('who or what paused it'),
    paused_at: endpoint('since when it is paused'),
    failing_since: endpoint('since when nothing was accepted'),
    failures: endpoint('how many rounds in a row failed'),
    rest_until: endpoint('until when it is left alone'),
    held_by: endpoint('which run sends to it now'),
    held_until: endpoint('until when that run may, or when the last one ended'),
    pauses: endpoint('how often it has been paused'),
    replay: endpoint('the last replay: since when, of what, how many'),
    listens_until: endpoint('until when a terminal listens, if it is one'),
    listens_by: endpoint('which user or token began to listen, if it is a terminal'),
    created_at: endpoint('since when'),
  },
  'webhooks.delivery': {
    account_id: log('whose event'),
    endpoint_id: log('which webhook it goes to'),
    event_id: id(
      'names the event; of a message it is the message’s own id',
      'it leads to a message that has neither number nor text any more',
    ),
    kind: log('what happened'),
    about: id(
      'the message, reply, campaign, import or erasure',
      'what it leads to is erased; rows about a reply or an opt-out are deleted',
    ),
    subject_id: id('the person that it is about', 'the row is deleted'),
    facts: id(
      'states, counts and ids; never a number, a name or a text',
      'the row is deleted; of an erasure the erased contacts’ ids stay, which lead to nobody',
    ),
    at: log('when it happened'),
    state: log('whether it waits, is held, was delivered or given up'),
    tries: log('how often it was tried'),
    next_at: log('when it is tried next'),
    last_at: log('when it was tried last'),
    last_status: log('the HTTP status of the last answer; of it nothing else is kept but the wait'),
    last_error: log('why the last try failed, in a word of our own'),
    last_ms: log('how long the last try took'),
    asked_until: log('until when the last answer asked to wait'),
    delivered_at: log('when it was accepted'),
    pauses: log('how often the webhook had been paused when this was queued'),
  },
}
