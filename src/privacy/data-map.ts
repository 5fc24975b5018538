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

const erasure = (why: string, kind: DataLabel['kind'] = 'none'): DataLabel => ({
  kind,
  why,
  keep: 'five years after the erasure, or as long as proofs are held',
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
  'privacy.person_erasure': {
    account_id: erasure('whose person it was'),
    erasure_id: erasure('names the erasure'),
    subject_id: erasure('which keys were destroyed; it leads to nobody', 'pseudonymous'),
    link: erasure('finds the entry of the ledger; it leads to nobody', 'pseudonymous'),
    request_id: erasure('which request it answers'),
    asked_how: erasure('how the person asked'),
    asked_at: erasure('when the person asked'),
    erased_at: erasure('when the key was destroyed'),
    erased_by: erasure('whether a user, a program or Accord did it'),
    suppression: erasure('which objection stood before it'),
    counts: erasure('how much went, by kind; counts alone'),
    proofs_held: erasure('how many proofs are held'),
    proofs_until: erasure('until when proofs are held'),
    proofs_gone_at: erasure('when they were destroyed'),
    epoch: erasure('which key opens copies from before'),
    epoch_until: erasure('when that key goes at the latest'),
    epoch_gone_at: erasure('when that key was destroyed'),
    backups_until: erasure('when the last backup from before is removed'),
    changed_at: erasure('since when the certificate says this'),
    record_until: erasure('when the record goes'),
  },
  'privacy.erasure_recipient': {
    account_id: erasure('whose person it was'),
    erasure_id: erasure('of which erasure'),
    recipient_id: erasure('which supplier or program'),
    kind: erasure('a supplier or a program'),
    name: erasure('the name of the supplier'),
    country: erasure('where it is'),
    told_at: erasure('when it was told'),
    answered_at: erasure('when its answer was recorded'),
    answer: erasure('what it answered'),
  },
  'privacy.erasure_link': {
    account_id: erasure('whose person it was'),
    link_tag: erasure('finds the certificate; keyed, of a link that is in no table', 'secret'),
    erasure_id: erasure('of which erasure'),
  },
}
