// Names of people, by dictionaries and shape; never by capital letters.
import { firstNames, lastNames, nouns } from '../name-lists.ts'
import type { Recogniser } from './recogniser.ts'
import { isCompanyName } from './things.ts'

const particles = new Set(
  'de du des le la les van von der den da di del della dos el al ben bin d l mc mac o y e und et'.split(
    ' ',
  ),
)
const nameShape = /^[\p{L}][\p{L}\p{M}'’.\- ]*$/u
const civility =
  /^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|mrs|ms|miss|dr|docteur|doctor|prof|pr|me|maitre|herr|frau|sr|sra|srta|don|dona|sig|sig\.ra|signor|signora|dhr|mevr|mw)\.? /

/** Letters as a name has them: no digits, at most six words. */
export function hasNameShape(text: string): boolean {
  if (text.length < 2 || text.length > 60 || !nameShape.test(text)) return false
  return text.split(/\s+/).length <= 6
}

function tokens(folded: string): string[] {
  return folded
    .replace(civility, '')
    .split(/[\s,.'’]+/)
    .filter((token) => token.length > 0)
}

/** `jean-pierre`, `marie claire`: each part is a first name. */
export function isFirstName(folded: string): boolean {
  const parts = folded.split(/[\s-]+/)
  return parts.length <= 3 && parts.every((part) => firstNames.has(part))
}

export function isLastName(folded: string): boolean {
  const parts = tokens(folded).filter((part) => !particles.has(part))
  if (parts.some((part) => nouns.has(part))) return false
  return parts.length > 0 && parts.length <= 3 && parts.some((part) => lastNames.has(part))
}

/** First name and another word of a name's shape, in either order; or a civility and a name. */
export function isFullName(folded: string): boolean {
  if (folded.length > 60 || /\d/.test(folded) || isCompanyName(folded)) return false
  const words = tokens(folded)
  if (words.length < 1 || words.length > 6) return false
  if (civility.test(folded)) return words.every((word) => /^[\p{L}-]+$/u.test(word))
  if (words.length < 2 || words.some((word) => nouns.has(word))) return false
  if (!words.some((word) => isFirstName(word))) return false
  return words.every((word) => particles.has(word) || /^[\p{L}-]{2,}$/u.test(word))
}

export const names: readonly Recogniser[] = [
  {
    id: 'full_name',
    type: 'name',
    method: 'dictionary',
    headerNeeded: false,
    test: (cell) => isFullName(cell.folded),
  },
  {
    id: 'first_name',
    type: 'first_name',
    method: 'dictionary',
    headerNeeded: false,
    test: (cell) => isFirstName(cell.folded),
  },
  {
    id: 'last_name',
    type: 'last_name',
    method: 'dictionary',
    headerNeeded: false,
    test: (cell) => isLastName(cell.folded),
  },
]
