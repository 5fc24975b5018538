// The values of custom fields that a person has: merged, taken from a request, and shown.
import { isBlank } from '../../classification/index.ts'
import type { AccountId, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type CustomValueView, readCustom, writeCustom } from '../contract.ts'
import { contactsError } from '../errors.ts'
import { type CustomField, readCustomFields } from './custom-fields-store.ts'

/** By the field's key, as its type keeps it; an empty text takes the value away. */
export type CustomValues = Readonly<Record<string, string>>

/**
 * What is new replaces what is kept. In the order of keys, so that equal values have equal text.
 */
export function mergeCustom(
  kept: CustomValues | undefined,
  told: CustomValues | undefined,
): CustomValues | undefined {
  if (told === undefined) return kept
  const all = { ...kept, ...told }
  const held = Object.keys(all)
    .filter((key) => all[key] !== '')
    .sort()
    .map((key) => [key, all[key] as string] as const)
  return held.length === 0 ? undefined : Object.fromEntries(held)
}

/** A cell that may hold what is never kept; `title`: as which of a file's columns it is read. */
type CustomCell = { name: string; title: string; value: string }

/** `values` by key; `cells`: of texts, which may say anything, and of numbers. */
type CustomRead = { values: CustomValues | undefined; cells: readonly CustomCell[] }

/** A note is looked through for numbers of people; a column of numbers is taken for quantities. */
const asNote = 'Note'

/** What somebody wrote for one person: all of it is right, or nothing of it is kept. */
export async function customOf(
  tx: Tx,
  accountId: AccountId,
  written: Readonly<Record<string, string | null>>,
): Promise<CustomRead> {
  const keys = Object.keys(written)
  if (keys.length === 0) return { values: undefined, cells: [] }
  const fields = await readCustomFields(tx, accountId)
  const values: Record<string, string> = {}
  const cells: CustomCell[] = []
  for (const key of keys) {
    const field = fields.find((one) => one.key === key && !one.isArchived)
    if (field === undefined) throw contactsError('contacts.custom_field_unknown', { key })
    const cell = written[key] ?? ''
    const reading = isBlank(cell) ? { value: '', reason: null } : readCustom(field.type, cell)
    if (reading.value === null) {
      throw contactsError('contacts.custom_value_unread', { name: field.name, why: reading.reason })
    }
    values[key] = reading.value
    const { value } = reading
    if (value === '') continue
    const { name } = field
    if (field.type === 'text') cells.push({ name, title: name, value })
    if (field.type === 'number') {
      // As it was written: a number that is kept has lost the zeros before it.
      const written = cell.trim()
      cells.push({ name, title: name, value: written }, { name, title: asNote, value: written })
    }
  }
  return { values, cells }
}

/** In the order of the fields; an archived field is shown with the value that it has. */
export async function viewCustom(
  tx: Tx,
  { accountId, language }: { accountId: AccountId; language: Language },
  values: CustomValues | undefined,
): Promise<CustomValueView[]> {
  if (values === undefined) return []
  return customViewsOf(await readCustomFields(tx, accountId), values, language)
}

export function customViewsOf(
  fields: readonly CustomField[],
  values: CustomValues,
  language: Language,
): CustomValueView[] {
  return fields.flatMap(({ key, name, type }) => {
    const value = values[key]
    if (value === undefined) return []
    return [{ key, name, type, value, text: writeCustom(type, value, language) }]
  })
}
