// A label for every column of routing.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the installation',
  erase: 'not_personal',
})
const ofAccount = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the account',
  erase: 'not_personal',
})

export const routingDataMap: DataMap = {
  'routing.route': {
    route_id: none('names the route'),
    name: none('what people call it'),
    kind: none('how it speaks'),
    supplier_id: none('under whose contract'),
    is_sandbox: none('whether it reaches nobody'),
    enabled: none('whether it may be used'),
    host: none('where the operator is'),
    port: none('where the operator is'),
    uses_tls: none('whether the connection is enciphered'),
    system_id: none('the installation’s name at the operator'),
    password_sealed: none('the installation’s password at the operator; sealed'),
    system_type: none('what the operator asks for at login'),
    bind_as: none('one connection both ways, or a pair'),
    binds: none('how many connections'),
    window_max: none('how many answers may be open'),
    segments_per_second: none('how fast'),
    concatenation: none('how long texts are joined'),
    default_alphabet: none('what data_coding 0 means'),
    receipt_offset_minutes: none('the clock of its receipts'),
    stop_text: none('the mention that marketing carries'),
    stop_shortcode: none('where people send STOP'),
    countries: none('where it reaches'),
    classes: none('what it carries'),
    hours_from: none('narrows the hours'),
    hours_until: none('narrows the hours'),
    priority: none('which route comes first'),
    cost_micro_eur: none('what a part costs the installation'),
    created_at: none('since when'),
    changed_at: none('when it was last changed'),
  },
  'routing.receipt_habit': {
    route_id: none('whose habit'),
    same_count: none('receipts whose id was written alike'),
    hex_in_answer_count: none('receipts in decimal of answers in hexadecimal'),
    decimal_in_answer_count: none('receipts in hexadecimal of answers in decimal'),
    unmatched_count: none('receipts that found no segment'),
  },
  'routing.sender': {
    account_id: ofAccount('whose sender'),
    sender_id: ofAccount('names the sender'),
    name: ofAccount('what telephones show: an organisation’s name'),
    country: ofAccount('where it may be shown'),
    kind: ofAccount('a name, a short code or a number of the organisation'),
    state: ofAccount('whether it may be shown'),
    evidence: ofAccount('why the organisation may use it'),
    expires_at: ofAccount('when its mandate ends'),
    created_at: ofAccount('since when'),
    decided_at: ofAccount('when it was decided'),
  },
}
