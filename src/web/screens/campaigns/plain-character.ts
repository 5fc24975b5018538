// What could be written in place of a character that makes a message dearer;
// nothing is replaced by itself.
import { gsm7Width } from '../../../wire/index.ts'

const plain: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  œ: 'oe',
  Œ: 'OE',
  ç: 'c',
}

const isPlain = (text: string) =>
  text !== '' && [...text].every((one) => one.length === 1 && gsm7Width(one.charCodeAt(0)) > 0)

/** Null where nothing near it is in the alphabet of seven bits. */
export function plainCharacter(character: string): string | null {
  const known = plain[character]
  if (known !== undefined) return known
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '')
  return bare !== character && isPlain(bare) ? bare : null
}
