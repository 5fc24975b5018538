// Every number that the program counts: its kind, its unit, its labels and one sentence.

export type MetricDefinition = {
  kind: 'counter' | 'gauge' | 'histogram'
  unit: string
  sentence: string
  labels: readonly string[]
  /** Upper bounds of a histogram. */
  bounds?: readonly number[]
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

export const metricTable = {
  accord_http_requests_total: {
    kind: 'counter',
    unit: 'requests',
    sentence:
      'Answered requests by method, route and status; beyond 2,000 combinations, under `other`.',
    labels: ['method', 'route', 'status'],
  },
  accord_http_request_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    sentence: 'Time from the first octet of a request to the end of its answer.',
    labels: ['route'],
    bounds: seconds,
  },
  accord_jobs_done_total: {
    kind: 'counter',
    unit: 'jobs',
    sentence: 'Finished jobs by name and outcome.',
    labels: ['job', 'outcome'],
  },
  accord_import_rows_total: {
    kind: 'counter',
    unit: 'rows',
    sentence: 'Rows of imported files by outcome.',
    labels: ['outcome'],
  },
  accord_decisions_total: {
    kind: 'counter',
    unit: 'decisions',
    sentence: 'Whether a message may go, by outcome and first refusal.',
    labels: ['outcome', 'refusal'],
  },
  accord_ledger_entries_total: {
    kind: 'counter',
    unit: 'entries',
    sentence: 'Entries that were written to consent ledgers, by kind.',
    labels: ['kind'],
  },
  accord_ledger_alarms_total: {
    kind: 'counter',
    unit: 'findings',
    sentence: 'Rows of consent that were changed without the keys, as they were met, by kind.',
    labels: ['kind'],
  },
  accord_messages_accepted_total: {
    kind: 'counter',
    unit: 'messages',
    sentence: 'Messages that were accepted for sending, by category.',
    labels: ['category'],
  },
  accord_messages_ended_total: {
    kind: 'counter',
    unit: 'messages',
    sentence: 'Messages that reached a final state, by state.',
    labels: ['state'],
  },
  accord_messages_never_named_total: {
    kind: 'counter',
    unit: 'messages',
    sentence:
      'Messages of a dead engine whose numbers could not be read for thirty days: a reply finds them no more.',
    labels: [],
  },
  accord_messages_set_aside_total: {
    kind: 'counter',
    unit: 'messages',
    sentence:
      'Messages whose keys or rows could not be read as they were to leave: each waits apart, by route and error code.',
    labels: ['route', 'why'],
  },
  accord_parts_submitted_total: {
    kind: 'counter',
    unit: 'parts',
    sentence: 'Parts that were handed to an operator, by route and answer.',
    labels: ['route', 'answer'],
  },
  accord_receipts_total: {
    kind: 'counter',
    unit: 'receipts',
    sentence: 'Delivery receipts by route and state.',
    labels: ['route', 'state'],
  },
  accord_receipts_unread_total: {
    kind: 'counter',
    unit: 'receipts',
    sentence:
      'Receipts without an id, without a state, or with a state that no table knows, by route.',
    labels: ['route', 'why'],
  },
  accord_dead_numbers_total: {
    kind: 'counter',
    unit: 'numbers',
    sentence: 'Numbers marked as no longer working, and marks lifted by a delivery.',
    labels: ['what'],
  },
  accord_operator_stops_total: {
    kind: 'counter',
    unit: 'receipts',
    sentence: 'Receipts by which an operator told a STOP, by route.',
    labels: ['route'],
  },
  accord_replies_total: {
    kind: 'counter',
    unit: 'messages',
    sentence: 'Messages that came in, by route and what they meant.',
    labels: ['route', 'meaning'],
  },
  accord_replies_unplaced_total: {
    kind: 'counter',
    unit: 'messages',
    sentence: 'Replies that no account could be found for, by route and what they meant.',
    labels: ['route', 'meaning'],
  },
  accord_webhooks_total: {
    kind: 'counter',
    unit: 'events',
    sentence: 'Events sent to programs of accounts, by outcome of each try: delivered, failed.',
    labels: ['outcome'],
  },
  accord_mails_total: {
    kind: 'counter',
    unit: 'e-mails',
    sentence: 'E-mails to users by outcome: sent, tried_again, given_up.',
    labels: ['outcome'],
  },
  accord_queue_parts: {
    kind: 'gauge',
    unit: 'parts',
    sentence: 'Parts that wait to be sent, by route.',
    labels: ['route'],
  },
  accord_link_up: {
    kind: 'gauge',
    unit: 'links',
    sentence: '1 while the link of a route is bound, else 0.',
    labels: ['route'],
  },
  accord_route_paused: {
    kind: 'gauge',
    unit: 'routes',
    sentence:
      '1 while a route is left alone since its operator refuses whatever it is given, else 0.',
    labels: ['route'],
  },
  accord_receipts_matched_ratio: {
    kind: 'gauge',
    unit: 'receipts',
    sentence: 'The share of receipts that found their part, by route.',
    labels: ['route'],
  },
  accord_receipt_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    sentence: 'Time from the answer of the operator to the final receipt, by route; a sample.',
    labels: ['route'],
    bounds: [1, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400, 259_200],
  },
  accord_rerouted_total: {
    kind: 'counter',
    unit: 'messages',
    sentence:
      'Messages that left another route than they waited for, by the one that was down or barred.',
    labels: ['route'],
  },
  accord_submit_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    sentence: 'Time from handing a part over to the answer of the operator, by route.',
    labels: ['route'],
    bounds: seconds,
  },
  accord_vault_pages_opened_total: {
    kind: 'counter',
    unit: 'pages',
    sentence: 'Pages of keys that were decrypted.',
    labels: [],
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>

export type MetricTable = typeof metricTable
