// Which tables lead to a person, and by which column: told by the data maps, not by a list of ours.
import type { DataLabel, DataMap } from '../../kernel/index.ts'
import { leftOutTables } from './left-out.ts'

/** The ways from a person to their rows, the shortest first. */
export const ways = [
  'subject_id',
  'contact_id',
  'number_tag',
  'tag',
  'message_id',
  'entry_id',
] as const
export type Way = (typeof ways)[number]

export type HeldTable = {
  table: string
  way: Way
  labels: Readonly<Record<string, DataLabel>>
}

export type HeldRow = Readonly<Record<string, unknown>>
/** `count`: of all rows, also where more are held than were read. */
export type HeldRows = HeldTable & { rows: readonly HeldRow[]; count: number }

/**
 * In the order of the ways: the rows of a person lead to those of their messages and entries. What
 * belongs to no account, such as a record of the installation, is nothing that an account holds.
 */
export function tablesOfPeople(maps: readonly DataMap[]): HeldTable[] {
  const all = maps.flatMap((map) => Object.entries(map))
  const held = all.flatMap(([table, labels]): HeldTable[] => {
    const way = 'account_id' in labels ? ways.find((one) => one in labels) : undefined
    return way === undefined || table in leftOutTables ? [] : [{ table, way, labels }]
  })
  return held.sort((a, b) => ways.indexOf(a.way) - ways.indexOf(b.way))
}
