// A label for every column of sensitive's tables.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the account: it shows on what legal basis data was kept',
  erase: 'with the account',
})
const keepValue = 'until the legal basis ends, its days have passed, or the contact goes'
const gone = 'Deleted with the row, with the contact, and with the legal basis.'
const token = (why: string): DataLabel => ({
  kind: 'pseudonymous',
  why,
  keep: keepValue,
  erase: gone,
})

export const sensitiveDataMap: DataMap = {
  'sensitive.legal_basis': {
    account_id: none('Whose legal basis.'),
    legal_basis_id: none('Names the legal basis.'),
    key_subject_id: none(
      'Names the legal basis’s own key; it is destroyed as the legal basis ends.',
    ),
    controller_id: none('Which legal entity answers for the data.'),
    category: none('Which category of articles 9 and 10.'),
    basis: none('Which letter of article 9(2), or which way of article 10.'),
    words_sealed: {
      ...none('Why it holds, the law, why it ended; in words of whoever wrote them.'),
      kind: 'attribute',
    },
    wording_id: none('The words that people explicitly agreed to.'),
    keep_days: none('How long a value is kept.'),
    ends_at: none('When the legal basis ends.'),
    state: none('Proposed, in force, or ended.'),
    recorded_by: none('Who recorded it: a user or a token of the account.'),
    recorded_at: none('When.'),
    approved_by: none('Who approved it.'),
    approved_at: none('When.'),
    ended_by: none('Who ended it.'),
    ended_at: none('When.'),
    values_erased: none('How many values went with it.'),
  },
  'sensitive.value': {
    account_id: token('Whose data.'),
    subject_id: token('Of which person.'),
    legal_basis_id: token('On which legal basis.'),
    column_tag: token('Recognises the column of a later file, under a key.'),
    sealed: {
      kind: 'special',
      why: 'What a file said under article 9 or 10, on a legal basis that was recorded and approved.',
      keep: keepValue,
      erase:
        'Deleted with the row; copies open no more once the person’s key or the legal basis’s is destroyed.',
    },
    import_id: token('Which import brought it.'),
    stored_at: token('Since when.'),
    keep_until: token('Until when.'),
  },
}
