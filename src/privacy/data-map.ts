// A label for every column of privacy: what it is about, why, how long, how it goes.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const record = (why: string, kind: DataLabel['kind'] = 'none'): DataLabel => ({
  kind,
  why,
  keep: 'five years after the deletion or its end; the months, ten years',
  erase: 'the row is emptied, then deleted',
})
const reason = (why: string): DataLabel => ({
  kind: 'attribute',
  why,
  keep: 'until the account is gone; of a letter five years more; of one that was undone, one year',
  erase: 'the column is emptied',
})
const link = (why: string, kind: DataLabel['kind'] = 'none'): DataLabel => ({
  kind,
  why,
  keep: 'until the account is deleted or the deletion is undone',
  erase: 'the row is deleted',
})

export const privacyDataMap: DataMap = {
  'privacy.account_deletion': {
    account_id: record('which account; its id alone remains of it'),
    deletion_id: record('names the deletion'),
    account_number: record('the public number of the account'),
    state: record('where the deletion stands'),
    asked_how: record('by whom: an owner on a screen, a program, a letter'),
    asked_at: record('when it was asked for'),
    due_at: record('when it is carried out'),
    reason_sealed: reason('in the words of who asked; sealed'),
    reminded_at: record('that the owners were told the day before'),
    undone_at: record('when it was undone'),
    undone_how: record('by whom it was undone'),
    undo_reason_sealed: reason('in the words of who undid it; sealed'),
    began_at: record('when it began to be carried out'),
    keys_destroyed_at: record('from when on nothing of the account can be opened'),
    ended_at: record('when all of it was gone'),
    counts: record('how many rows and files went, by kind'),
    months: record('what left by month and what it cost; counts alone'),
    checkpoint: record('the last signed state of the ledger of consents; nobody is in it'),
    certificate: record('what is certified, signed'),
    page_hash: record('finds the page of the certificate; SHA-256', 'secret'),
    record_until: record('when the certificate and the record go'),
    months_until: record('when the months go, and the row'),
  },
  'privacy.undo_link': {
    account_id: link('whose deletion'),
    token_hash: link('finds the link of an owner; SHA-256', 'secret'),
    deletion_id: link('which deletion'),
    ends_at: link('until when it undoes'),
  },
}
