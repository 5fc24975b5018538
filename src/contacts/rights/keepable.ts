// What somebody writes for one person is held to the rules of a file of one row.
import {
  type ColumnFinding,
  type DataType,
  FileClassifier,
  storageOf,
} from '../../classification/index.ts'
import { wholePostcode } from '../../countries/index.ts'
import type { AccountId, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { type ContactFieldName, contactFieldNames } from '../contract.ts'
import { type CustomValues, customOf } from '../custom-fields/custom-values.ts'
import { contactsError } from '../errors.ts'

/** Null removes the field; a field that is not named stays. */
type CorrectedFields = { [name in ContactFieldName]?: string | null | undefined }

export type Written = {
  fields: CorrectedFields
  /** By the key of the custom field, as people write it; null or an empty text removes it. */
  custom?: Readonly<Record<string, string | null>> | undefined
}
/** `custom`: an empty text removes the value. */
export type Kept = { fields: CorrectedFields; custom: CustomValues | undefined }

/** As a file would head them: a name may be any word, and is none of a religion. */
const titles: Partial<Record<ContactFieldName, string>> = {
  firstName: 'Prénom',
  lastName: 'Nom',
  postcode: 'Code postal',
  reference: 'Référence',
}

type Reader = { accountId: AccountId; language: Language }

/** All of it may be kept, as it is returned; or the reason why not, and nothing is kept. */
export async function keptOf(
  tx: Tx,
  { accountId, language }: Reader,
  written: Written & { country: string },
): Promise<Kept> {
  const { email, postcode } = written.fields
  if (email && !email.includes('@')) throw contactsError('contacts.email_unusable')
  const { values: custom, cells } = await customOf(tx, accountId, written.custom ?? {})
  const plain = contactFieldNames.flatMap((name) => {
    const [title, value] = [titles[name], written.fields[name]]
    if (title === undefined || !value) return []
    return [{ title, value, name: sentence(language, `contacts.column_${name}`) ?? title }]
  })
  demandKeepable([...plain, ...cells])
  const fields = { ...written.fields }
  if (postcode) fields.postcode = wholePostcode(written.country, postcode)
  return { fields, custom }
}

/** `name`: what the reader calls it. */
type Cell = { title: string; name: string; value: string }

function demandKeepable(cells: readonly Cell[]): void {
  if (cells.length === 0) return
  const row = cells.map(({ value }) => value)
  const classifier = new FileClassifier(
    cells.map(({ title }) => title),
    [row],
  )
  classifier.row(row)
  for (const column of classifier.finish().columns) {
    const storage = typesIn(column)
      .map(storageOf)
      .find((one) => one !== 'may_be_kept')
    if (storage === undefined) continue
    const code = storage === 'never_kept' ? 'contacts.value_never_kept' : 'contacts.value_sensitive'
    throw contactsError(code, { name: cells[column.index]?.name ?? '' })
  }
}

/** What the value is, and what stands inside it: an account number in a sentence. */
function typesIn({ type, evidence }: ColumnFinding): DataType[] {
  const inside = evidence.filter(({ code }) => code === 'stray_identifiers')
  return [type, ...inside.map(({ facts }) => facts['type'] as DataType)]
}
