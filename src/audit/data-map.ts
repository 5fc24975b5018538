// A label for every column of the journal.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const keep =
  'As long as the account; what tells of a look at people’s data, as long as the account chose: 12 months unless it chose otherwise.'
const none = (why: string): DataLabel => ({ kind: 'none', why, keep, erase: 'With the account.' })

export const auditDataMap: DataMap = {
  'audit.entry': {
    account_id: none('Whose log it is.'),
    id: none('Orders the entries.'),
    at: none('When it was done.'),
    actor_kind: none('Whether a user, a token or the program did it.'),
    actor: {
      kind: 'pseudonymous',
      why: 'Which user or token did it, by id.',
      keep,
      erase: 'Kept: the user’s name is deleted elsewhere, the id stays.',
    },
    action: none('What was done.'),
    subject_id: {
      kind: 'pseudonymous',
      why: 'Whose data was looked at, so that the person can be told.',
      keep,
      erase: 'Kept: without the person’s keys the id leads to nobody.',
    },
    reason_sealed: {
      kind: 'attribute',
      why: 'Why, in the words of who did it; of a deed about a person, sealed under their key.',
      keep,
      erase: 'With the person’s key, and what tells of nobody with the account’s.',
    },
    reason_key: {
      kind: 'pseudonymous',
      why: 'Under whose key the reason is sealed.',
      keep,
      erase: 'Kept: it shows that the reason went with the person.',
    },
    details: none(
      'Counts, ids and codes of the deed. The log is only ever added to, so that the reason for switching a legal basis, written by a version from before 30 November 2026, stands here in clear; since then every reason is sealed.',
    ),
    trace_id: none('Joins the entry with the log lines of the same request.'),
  },
}
