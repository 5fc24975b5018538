// Many rows in one INSERT: what all of them say alike goes once, the rest as a list a column.

import { type Statement, toTimestamp } from '../transaction.ts'
import { type ArrayColumn, type ArrayType, type ArrayValue, columnArrays } from './array-binary.ts'

/**
 * `alike`: columns of one number mostly say the same in all rows of a statement, and are looked at
 * together; without it a column has its list always.
 */
export type InsertColumn<T> = {
  [A in ArrayType]: {
    name: string
    type: A
    of(row: T): ArrayValue<A>
    alike?: 0 | 1 | 2
  }
}[ArrayType]

const sqlTypes: Partial<Record<ArrayType, string>> = {
  bool: 'boolean',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
}
const sqlType = (type: ArrayType): string => sqlTypes[type] ?? type

/** What is no row's own, such as the account: its values are given beside the rows. */
export type FixedColumn = { name: string; type: ArrayType }

export type InsertPlan<T> = {
  name: string
  table: string
  fixed?: readonly FixedColumn[]
  columns: readonly InsertColumn<T>[]
  /** What stands behind the rows, as `on conflict do nothing`. */
  suffix?: string
}

type Form<T> = { statement: Statement; once: InsertColumn<T>[]; lists: ArrayColumn<T>[] }

/**
 * A list of a column that says the same a thousand times is read, laid out and copied row by row;
 * a parameter is not. Each choice of what is alike has a statement of its own, eight at the most.
 */
export class InsertRows<T> {
  readonly #plan: InsertPlan<T>
  readonly #forms = new Map<number, Form<T>>()

  constructor(plan: InsertPlan<T>) {
    this.#plan = plan
  }

  /** The statement for these rows, of which there is at least one, and its parameters. */
  of(rows: readonly T[], fixed: readonly unknown[] = []): [Statement, unknown[]] {
    let alike = 0b111
    for (const column of this.#plan.columns) {
      const bit = column.alike === undefined ? 0 : 1 << column.alike
      if ((alike & bit) !== 0 && !saysTheSame(column, rows)) alike &= ~bit
    }
    const { statement, once, lists } = this.#formOf(alike)
    const first = rows[0] as T
    const alone = once.map((column) => parameterOf(column, first))
    return [statement, [...fixed, ...alone, ...columnArrays(rows, lists)]]
  }

  #formOf(alike: number): Form<T> {
    let form = this.#forms.get(alike)
    if (form === undefined) {
      form = this.#newForm(alike)
      this.#forms.set(alike, form)
    }
    return form
  }

  #newForm(alike: number): Form<T> {
    const { name, table, fixed = [], columns, suffix = '' } = this.#plan
    const isOnce = (column: InsertColumn<T>) =>
      column.alike !== undefined && (alike & (1 << column.alike)) !== 0
    const once = columns.filter(isOnce)
    const listed = columns.filter((column) => !isOnce(column))
    const alone = [...fixed, ...once]
    const scalars = alone.map(({ type }, place) => `$${place + 1}::${sqlType(type)}`)
    const arrays = listed.map(
      ({ type }, place) => `$${alone.length + place + 1}::${sqlType(type)}[]`,
    )
    const text = `
insert into ${table} (${namesOf([...alone, ...listed])})
select ${[...scalars, 'given.*'].join(', ')}
from unnest(${arrays.join(', ')}) as given (${namesOf(listed)})
${suffix}`
    const lists = listed.map(({ type, of }) => [type, of] as ArrayColumn<T>)
    return { statement: { name: `${name}_${alike}`, text }, once, lists }
  }
}

const namesOf = (columns: readonly { name: string }[]) => columns.map(({ name }) => name).join(', ')

/** Octets are never compared: they are each row's own. */
function saysTheSame<T>({ of }: InsertColumn<T>, rows: readonly T[]): boolean {
  const first = of(rows[0] as T) ?? null
  if (typeof first === 'object' && first !== null) return false
  for (let index = 1; index < rows.length; index += 1) {
    if ((of(rows[index] as T) ?? null) !== first) return false
  }
  return true
}

function parameterOf<T>(column: InsertColumn<T>, row: T): unknown {
  const value = column.of(row) ?? null
  return column.type === 'timestamptz' && value !== null ? toTimestamp(value as number) : value
}
