// Merges an imported row into an existing contact: it adds, and never removes.
import { tidyFields } from './body.ts'
import type { Contact, ContactFields, ContactRow } from './contact.ts'
import { mergeCustom } from './custom-fields/custom-values.ts'

type Kept = Pick<
  Contact,
  'country' | 'territory' | 'zone' | 'postcodeArea' | 'marketingState' | 'quarantineReason'
>

export type Merged = Kept & { fields: ContactFields }

/**
 * Null when nothing changes. Fields that the row has replace those kept; those it lacks stay. A row
 * without proof does not shut who is open: consent is withdrawn by the person, not by a file. A row
 * that is open has its proof, and opens.
 */
export function mergeContact(
  kept: Kept & { fields: ContactFields },
  row: ContactRow,
): Merged | null {
  const fields = Object.assign({}, kept.fields, tidyFields(row.fields))
  fields.custom = mergeCustom(kept.fields.custom, row.fields.custom)
  // A postcode tells the place better than the number does; a row without one tells nothing new.
  const place = row.postcodeArea === null && kept.postcodeArea !== null ? kept : row
  const isOpen = kept.marketingState === 'open' || row.marketingState === 'open'
  const merged: Merged = {
    fields: tidyFields(fields),
    country: place.country,
    territory: place.territory,
    zone: place.zone,
    postcodeArea: place.postcodeArea,
    marketingState: isOpen ? 'open' : 'quarantine',
    quarantineReason: isOpen ? null : reasonOf(kept.quarantineReason, row.quarantineReason),
  }
  return isSame(kept, merged) ? null : merged
}

/**
 * A file said no of them, so there is nothing to prove; nor are they asked again because the next
 * file lacks a date.
 */
export const toldNo: ReadonlySet<string | null> = new Set([
  'consent_not_given',
  'consent_older_than_no',
])

const reasonOf = (kept: string | null, told: string | null): string | null =>
  told === null || (toldNo.has(kept) && !toldNo.has(told)) ? kept : told

function isSame(kept: Kept & { fields: ContactFields }, merged: Merged): boolean {
  return (
    kept.country === merged.country &&
    kept.territory === merged.territory &&
    kept.zone === merged.zone &&
    kept.postcodeArea === merged.postcodeArea &&
    kept.marketingState === merged.marketingState &&
    kept.quarantineReason === merged.quarantineReason &&
    JSON.stringify(tidyFields(kept.fields)) === JSON.stringify(merged.fields)
  )
}
