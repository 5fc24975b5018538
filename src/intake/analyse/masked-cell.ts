// A cell as it may be shown to whoever maps the columns: enough to recognise, not to read.
import type { ColumnFinding, DataType } from '../../classification/index.ts'

const shownTypes = new Set<DataType>([
  'postal_code',
  'city',
  'country',
  'region',
  'gender',
  'civility',
  'language',
  'boolean',
  'consent',
  'consent_date',
  'consent_source',
  'objection',
  'category',
  'status',
  'date',
  'time',
  'percentage',
  'school_class',
])

const lengthMax = 40

export function maskedCell(cell: string, { type }: Pick<ColumnFinding, 'type'>): string {
  const text = cell.trim().slice(0, lengthMax)
  if (shownTypes.has(type)) return text
  if (type === 'email') return text.replace(/[^@.]/g, '•').replace(/^•/, text.charAt(0))
  if (type === 'phone') return maskedDigits(text)
  return text.slice(0, 1) + text.slice(1).replace(/[\p{L}\d]/gu, '•')
}

/** The first two and the last two digits stay. */
function maskedDigits(text: string): string {
  const total = text.replace(/\D/g, '').length
  let seen = 0
  return text.replace(/\d/g, (digit) => {
    seen += 1
    return seen <= 2 || seen > total - 2 ? digit : '•'
  })
}
