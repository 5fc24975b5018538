// Writing made comparable: accents, case and separators aside.

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  þ: 'th',
}

/** `Prénom ` and `PRENOM` become `prenom`; a letter is never lost to its accent. */
export function fold(text: string): string {
  const plain = isAscii(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return plain
    .toLowerCase()
    .replace(/[ßœæøłđþ]/g, (letter) => letters[letter] ?? letter)
    .trim()
}

/** A header as words: `prénomDuContact`, `PRENOM_DU_CONTACT`, `Prénom du contact` are one. */
export function headerWords(header: string): string {
  const spaced = header.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
  return fold(spaced)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 127) return false
  }
  return true
}

/** Digits and letters only, in capitals: what a checksum is computed on. */
export function compact(cell: string): string {
  return cell.replace(/[\s.\-/_\u00a0\u202f]+/g, '').toUpperCase()
}
