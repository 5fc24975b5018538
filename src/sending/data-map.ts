// A label for every column of sending's tables.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const kept = 'with the message; its text for 90 days by default (R-1101)'
const none = (why: string, keep = kept): DataLabel => ({
  kind: 'none',
  why,
  keep,
  erase: 'not_personal: says nothing of the person once the body and the tag are gone',
})
const link = (why: string, erase: string): DataLabel => ({
  kind: 'pseudonymous',
  why,
  keep: kept,
  erase,
})

const account = none('whose row it is')
const message = none('which message')
const subject = link('whose message it is', 'kept: joins nothing once the person’s keys are gone')
const tag = link('finds the messages of a number: STOP, frequency', 'replaced by a random value')
const contact = link('the account’s record of the person', 'emptied')
const body: DataLabel = {
  kind: 'direct',
  why: 'the number and the text, to send them and to show them to who may see them',
  keep: kept,
  erase: 'shredded with the key, and emptied',
}
const campaign = none('the campaign it belongs to')
const at = none('when')
const part = none('which part of the message')

/** What a message carries from its staging to its row. */
const messageColumns: Record<string, DataLabel> = {
  account_id: account,
  id: message,
  terms_id: none('class, ground, sender, route and rules that it was accepted under'),
  campaign_id: campaign,
  contact_id: contact,
  subject_id: subject,
  number_tag: tag,
  body_sealed: body,
  is_marketing: none('its class'),
  country: none('whose rules apply'),
  territory: none('where its hours are judged'),
  zone: none('in which zone its hours are judged'),
  postcode_area: none('the département, for local holidays'),
  encoding: none('its alphabet'),
  parts: none('how many segments it takes'),
  price_micro_eur: none('what it costs'),
  consent_entry_id: link('the ledger entry that allowed it', 'kept: the reason of the sending'),
  wording_id: none('the words that were agreed to'),
  checks: none('the result of each check'),
  hold: none('why it waited'),
  hold_until: at,
  not_before: at,
  useful_until: at,
  reference: none('the sender’s own; they are told to put nothing personal in it'),
  accepted_at: at,
}

const queueColumns: Record<string, DataLabel> = {
  account_id: account,
  message_id: message,
  route_id: none('by which route it leaves'),
  priority: none('alerts first'),
  due_at: at,
  expires_at: at,
  campaign_id: campaign,
  parts: part,
  parts_done: part,
  attempt: none('which attempt'),
  may_repeat: none('whether twice is better than never'),
  hold: none('why it waits'),
}

export const sendingDataMap: DataMap = {
  'sending.terms': {
    account_id: account,
    id: none('its content’s hash'),
    class: none('marketing or alert'),
    basis: none('why an alert may leave'),
    purpose: none('what was consented to'),
    controller_id: none('for whom'),
    route_id: none('by which route'),
    supplier_id: none('under whose contract'),
    sender: none('what the telephone shows as from'),
    if_unsure: none('the policy when nobody can know'),
    rule_pack: none('the version of the rules'),
    override_reason: none('a user’s words on why an alert is none of advertising'),
    override_by: none('the second user'),
    made_at: at,
  },
  'sending.message': messageColumns,
  'sending.staged_message': {
    ...messageColumns,
    batch_id: none('the batch it lands with; deleted with it'),
    refusal: none('which rule said no'),
  },
  'sending.queue': queueColumns,
  'sending.intent': {
    id: none('a slice'),
    route_id: none('its route'),
    node_id: none('who has it in the hand'),
    fence: none('the number of its lease'),
    opened_at: at,
    account_ids: account,
    message_ids: message,
    campaign_ids: campaign,
    parts: part,
    parts_done: part,
    attempts: none('which attempt'),
    priorities: none('alerts first'),
    may_repeat: none('whether twice is better than never'),
    expires_at: at,
    is_written: none('whether only answers are waited for'),
    bind: none('by which of its binds'),
  },
  'sending.result': {
    account_id: account,
    message_id: message,
    part,
    attempt: none('which attempt'),
    parts: part,
    campaign_id: campaign,
    route_id: none('by which route'),
    outcome: none('what the operator answered'),
    operator_id: none('the operator’s id of the segment'),
    status: none('its SMPP status'),
    claimed_at: at,
    left_at: at,
    answered_at: at,
    checks: none('the gate at the moment of leaving'),
  },
  'sending.receipt': {
    account_id: account,
    message_id: message,
    part,
    outcome: none('what the receipt says'),
    error_code: none('the operator’s error code'),
    done_at: at,
    received_at: at,
  },
  'sending.stray_receipt': {
    id: none('a receipt'),
    route_id: none('its route'),
    operator_id: none('the id it names'),
    outcome: none('what it says'),
    error_code: none('the operator’s error code'),
    done_at: at,
    received_at: at,
  },
  'sending.outcome': {
    account_id: account,
    message_id: message,
    state: none('the final state'),
    reason: none('which rule, or which fault'),
    campaign_id: campaign,
    at,
  },
  'sending.event': {
    account_id: account,
    message_id: message,
    at,
    what: none('what happened'),
    facts: none('codes and counts'),
  },
  'sending.tally': {
    account_id: account,
    campaign_id: campaign,
    counter: none('a counter'),
    value: none('its value'),
  },
  'sending.reply_tag': {
    route_id: none('its route'),
    tag: link('finds the account of a reply: keyed by the installation', 'expires after 30 days'),
    account_id: account,
    message_id: message,
    campaign_id: campaign,
    submitted_at: at,
  },
  'sending.inbound': {
    account_id: account,
    id: none('a reply'),
    route_id: none('its route'),
    message_id: message,
    campaign_id: campaign,
    contact_id: contact,
    subject_id: subject,
    number_tag: tag,
    body_sealed: body,
    kind: none('what it means'),
    needs_review: none('whether somebody must read it'),
    reviewed_at: at,
    review: none('what they said of it'),
    received_at: at,
  },
  'sending.held_campaign': { account_id: account, campaign_id: campaign, held_at: at },
  'sending.bind_lease': {
    route_id: none('a route'),
    bind: none('one of its binds'),
    node_id: none('who speaks for it'),
    fence: none('grows with each new holder'),
    beat: none('grows with each renewal'),
  },
  'sending.node': { node_id: none('a node that sends'), beat: none('grows while it is there') },
  'sending.watermark': { name: none('a sweep'), until_at: at },
}
