// A label for every column of retention: counts and dates, and nobody in them.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const labelled =
  (keep: string) =>
  (why: string): DataLabel => ({ kind: 'none', why, keep, erase: 'not_personal' })
const none = labelled('as long as the account')
const night = labelled('400 days')
const set = labelled('as long as the installation')

export const retentionDataMap: DataMap = {
  'retention.period': {
    account_id: none('whose period'),
    kind: none('of which data'),
    months: none('how long it stays'),
    told_at: none('since when the account was told, or chose'),
    erases_from: none('nothing is deleted before'),
  },
  'retention.run': {
    account_id: night('whose data'),
    kind: night('which data'),
    night: night('the instant at which it was judged what is too old'),
    state: night('what became of it'),
    term_count: night('how long it stayed'),
    term_unit: night('in months or days'),
    before_at: night('what was older went'),
    began_at: night('when it began'),
    ended_at: night('when it was done'),
    deleted: night('how many went'),
    rows_by_table: night('rows that went with them, by what they were'),
    oldest_at: night('when the oldest that is left came in'),
    took_ms: night('how long it took'),
    failure: night('the code of what went wrong'),
  },
  'retention.bound': {
    kind: set('of which data'),
    shortest_months: set('the fewest months that an account may choose'),
    longest_months: set('the most months that an account may choose'),
    changed_at: set('since when'),
  },
}
