// Makes and changes the custom fields of an account;
// a field that would hold sensitive data is none.
import { classifyColumns, fold, storageOf } from '../../classification/index.ts'
import { assert, type Caller, type CustomFieldId, isoTime } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  type CustomFieldChange,
  type CustomFieldRequest,
  type CustomFieldView,
  customFieldsEverMax,
  customFieldsMax,
} from '../contract.ts'
import type { ContactsDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import {
  type CustomField,
  holdCustomFields,
  insertCustomField,
  updateCustomField,
} from './custom-fields-store.ts'

type Deps = Pick<ContactsDeps, 'audit' | 'makeId' | 'clock'>

/** What texts and files name already, or will. */
const reserved: ReadonlySet<string> = new Set([
  'first_name',
  'last_name',
  'number',
  'email',
  'postcode',
  'birth_date',
])

export async function createCustomField(
  deps: Deps,
  tx: Tx,
  caller: Caller,
  { name, type, key }: CustomFieldRequest,
): Promise<CustomField> {
  const { accountId } = caller
  demandKept(name)
  const all = await holdCustomFields(tx, accountId)
  demandRoom(all)
  demandFree(all, name)
  const taken = new Set([...reserved, ...all.map((field) => field.key)])
  if (key !== undefined && taken.has(key)) throw contactsError('contacts.custom_key_taken', { key })
  const field: CustomField = {
    id: deps.makeId() as CustomFieldId,
    key: key ?? keyOf(name, taken),
    name,
    type,
    isArchived: false,
    createdAt: deps.clock.now(),
  }
  await insertCustomField(tx, accountId, field)
  const details = { field: field.id, type }
  await deps.audit.record(tx, caller, { action: 'contacts.custom_field_added', details })
  return field
}

export async function changeCustomField(
  deps: Deps,
  tx: Tx,
  caller: Caller,
  { id, change }: { id: CustomFieldId; change: CustomFieldChange },
): Promise<CustomField> {
  const { accountId } = caller
  const all = await holdCustomFields(tx, accountId)
  const field = all.find((one) => one.id === id)
  if (field === undefined) throw contactsError('contacts.custom_field_not_found')
  const others = all.filter((one) => one !== field)
  const changed = {
    ...field,
    name: change.name ?? field.name,
    isArchived: change.isArchived ?? field.isArchived,
  }
  if (changed.name !== field.name) demandKept(changed.name)
  if (!changed.isArchived) demandFree(others, changed.name)
  if (field.isArchived && !changed.isArchived) demandRoom(others)
  await updateCustomField(tx, accountId, changed)
  const details = { field: id, archived: changed.isArchived }
  await deps.audit.record(tx, caller, { action: 'contacts.custom_field_changed', details })
  return changed
}

/** A name of articles 9 and 10, of a paper of the state or of bank data: such data has no field. */
function demandKept(name: string): void {
  const [column] = classifyColumns([name], [])
  if (column === undefined || storageOf(column.finding.type) === 'may_be_kept') return
  throw contactsError('contacts.custom_field_refused', { name })
}

function demandRoom(all: readonly CustomField[]): void {
  const active = all.filter(({ isArchived }) => !isArchived)
  if (active.length >= customFieldsMax || all.length >= customFieldsEverMax) {
    throw contactsError('contacts.custom_fields_too_many', { max: customFieldsMax })
  }
}

function demandFree(others: readonly CustomField[], name: string): void {
  const isThere = others.some((one) => !one.isArchived && fold(one.name) === fold(name))
  if (isThere) throw contactsError('contacts.custom_field_exists', { name })
}

/** "N° de dossier" is `n_de_dossier`; a name in another alphabet gets a key by its place. */
function keyOf(name: string, taken: ReadonlySet<string>): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
  const stem = words === '' ? 'field' : words
  for (let turn = 1; turn <= customFieldsEverMax + reserved.size + 1; turn += 1) {
    const end = turn === 1 ? '' : `_${turn}`
    const key = `${stem.slice(0, 30 - end.length).replace(/_+$/, '')}${end}`
    if (!taken.has(key)) return key
  }
  assert(false, 'there are fewer fields than endings')
}

export function customFieldViewOf({ createdAt, ...field }: CustomField): CustomFieldView {
  return { ...field, createdAt: isoTime(createdAt) }
}
