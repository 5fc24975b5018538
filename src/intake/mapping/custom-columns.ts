// Columns that become custom fields: which may, and what one row has of them.
import { type ColumnFinding, isBlank, storageOf } from '../../classification/index.ts'
import { type CustomLeftReason, readCustom } from '../../contacts/contract.ts'
import type { CustomField, CustomValues } from '../../contacts/index.ts'
import type { Mapping } from '../contract.ts'
import { intakeError } from '../errors.ts'
import type { CustomColumn } from '../reading/import-record.ts'

/** Refuses what may not go in: the columns are those after overruling. */
export function customColumnsOf(
  columns: readonly ColumnFinding[],
  mapping: Mapping,
  fields: readonly CustomField[],
): CustomColumn[] {
  const indexes = new Set([...mapping.columns, ...mapping.sensitive].map(({ index }) => index))
  const keys = new Set<string>()
  return mapping.custom.map(({ index, key }) => {
    const column = columns[index]
    if (column === undefined) throw intakeError('intake.mapping_column_unknown', { index })
    if (keys.has(key)) throw intakeError('intake.mapping_field_twice', { field: key })
    if (indexes.has(index)) throw intakeError('intake.mapping_column_twice', { index: index + 1 })
    indexes.add(index)
    keys.add(key)
    const storage = storageOf(column.type)
    const details = { index: index + 1, type: column.type }
    if (storage === 'never_kept') throw intakeError('intake.mapping_column_never_kept', details)
    if (storage === 'needs_legal_basis') {
      throw intakeError('intake.mapping_column_needs_legal_basis', details)
    }
    const field = fields.find((one) => one.key === key && !one.isArchived)
    if (field === undefined) throw intakeError('intake.mapping_custom_unknown', { key })
    return { index, key, name: field.name, type: field.type }
  })
}

export type CustomCells = {
  values: CustomValues | undefined
  /** Cells that say something else than their field keeps: they stay empty, and are counted. */
  left: readonly CustomLeft[]
}
export type CustomLeft = { key: string; reason: CustomLeftReason }

const nothing: CustomCells = { values: undefined, left: [] }

export function readCustomCells(
  columns: readonly CustomColumn[],
  cells: readonly string[],
): CustomCells {
  if (columns.length === 0) return nothing
  const values: Record<string, string> = {}
  const left: CustomLeft[] = []
  for (const { index, key, type } of columns) {
    const cell = cells[index] ?? ''
    if (isBlank(cell)) continue
    const { value, reason } = readCustom(type, cell)
    if (reason === null) values[key] = value
    else left.push({ key, reason })
  }
  return { values: Object.keys(values).length === 0 ? undefined : values, left }
}

/** How one left cell is counted, and read back: keys have no space in them. */
export const countedAs = ({ key, reason }: CustomLeft): string => `${reason} ${key}`
export function countedOf(told: string): CustomLeft {
  const [reason = '', key = ''] = told.split(' ')
  return { key, reason: reason as CustomLeftReason }
}
