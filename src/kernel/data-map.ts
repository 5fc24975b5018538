// What a column holds, why, for how long, and how it is erased: a label a column, in each room.

/**
 * `none` is no personal data; the others are the kinds of the classifier plus what links to a
 * person.
 */
export type DataKind =
  | 'none'
  | 'direct'
  | 'linkable'
  | 'special'
  | 'financial'
  | 'attribute'
  | 'pseudonymous'
  | 'secret'

export type DataLabel = {
  kind: DataKind
  /** Why the column exists. */
  why: string
  /** How long it is kept. */
  keep: string
  /** How it goes: deleted, shredded with the key, or kept and why. */
  erase: string
}

/** `room.table` → column → label. */
export type DataMap = Readonly<Record<string, Readonly<Record<string, DataLabel>>>>
