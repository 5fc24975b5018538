// What the vault's columns hold.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const key: DataLabel = {
  kind: 'secret',
  why: 'The keys of people, sealed under a key that is not in the database.',
  keep: 'As long as the account has something of one of them.',
  erase: 'The slot is zeroed; old copies of the page open no more once the epoch key is destroyed.',
}
const account: DataLabel = {
  kind: 'none',
  why: 'Whose row it is.',
  keep: 'As long as the account.',
  erase: 'With the account.',
}
const order: DataLabel = {
  kind: 'none',
  why: 'Which key opens the row, and whether a copy in memory is still good.',
  keep: 'As long as the row.',
  erase: 'With the row.',
}
const installation: DataLabel = {
  kind: 'none',
  why: 'Recognises the root key of this database.',
  keep: 'As long as the installation.',
  erase: 'With the installation.',
}

export const vaultDataMap: DataMap = {
  'vault.installation': {
    id: installation,
    root_fingerprint: installation,
    created_at: installation,
  },
  'vault.account': {
    account_id: account,
    epoch: order,
    created_at: account,
    rotated_at: order,
  },
  'vault.destruction': { account_id: account, epoch: order, first_at: order },
  'vault.page': {
    account_id: account,
    page_no: order,
    epoch: order,
    version: order,
    stamp: order,
    sealed: key,
  },
  'vault.tail': {
    account_id: account,
    subject_id: {
      kind: 'pseudonymous',
      why: 'Finds the keys of one person.',
      keep: 'Until a fold moves the keys into a page.',
      erase: 'Deleted with the last key of the person.',
    },
    page_no: order,
    epoch: order,
    sealed: key,
  },
}
