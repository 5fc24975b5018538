// Which names are alike for the counting of parts: as long as each other, in letters of one unit.
// Pure.
import { writeCustom } from '../../contacts/contract.ts'
import type { CustomPlace } from '../../sending/index.ts'
import { gsm7Width } from '../../wire/index.ts'

/** Said once of all who share place, first name, last name and custom fields by their shapes. */
export type NameShape = string

/**
 * A text with such a name has the same units and is cut at the same places as with any other of its
 * length. A name with any other character stands for itself: an escape pair is never cut in two.
 */
export function shapeOfName(value: string | undefined): NameShape {
  const name = value?.trim() ?? ''
  for (let index = 0; index < name.length; index += 1) {
    if (gsm7Width(name.charCodeAt(index)) !== 1) return `=${name}`
  }
  return String(name.length)
}

/**
 * Where a route names national tables, what a letter costs depends on the letter: no two are alike.
 */
export const itselfAlone = (value: string | undefined): NameShape => `=${value?.trim() ?? ''}`

/** Words are judged as well as counted: a value of text stands for itself. */
export function shapeOfCustom(
  { type, language }: CustomPlace,
  value: string | undefined,
  shapeOf: typeof shapeOfName,
): NameShape {
  if (value === undefined) return ''
  if (type === 'text') return itselfAlone(value)
  return shapeOf(writeCustom(type, value, language))
}
