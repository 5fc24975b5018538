// What a row of a contact says by itself, as conditions: the same in pages, segments and counts.
import { toTimestamp } from '../../storage/index.ts'
import type { MarketingState } from '../contract.ts'
import type { Narrowing } from '../deps.ts'
import type { Values } from './statement-values.ts'

/** Over the contact named `row`; none where nothing narrows. */
export function narrowedBy(
  row: string,
  narrowing: Narrowing & { marketingState: MarketingState | null },
  values: Values,
): string[] {
  const { marketingState, importId, isImported, country, postcodeArea, from, until } = narrowing
  const parts: string[] = []
  const is = (column: string, value: string | null, type: string) => {
    if (value !== null) parts.push(`${row}.${column} = ${values.add(value)}::${type}`)
  }
  const at = (instant: number) => `${values.add(toTimestamp(instant))}::timestamptz`
  is('marketing_state', marketingState, 'text')
  is('import_id', importId, 'uuid')
  is('country', country, 'text')
  is('postcode_area', postcodeArea, 'text')
  if (isImported !== null) parts.push(`${row}.import_id is ${isImported ? 'not null' : 'null'}`)
  if (from !== null) parts.push(`${row}.created_at >= ${at(from)}`)
  if (until !== null) parts.push(`${row}.created_at < ${at(until)}`)
  return parts
}
