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

/** Letters of the two Latin blocks without their accents, made once. */
const plainLatin = new Map<string, string>()
for (let code = 0x80; code <= 0x17f; code += 1) {
  const letter = String.fromCharCode(code)
  plainLatin.set(letter, withoutMarks(letter))
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßœæøłđþ]/g, (letter) => letters[letter] ?? letter)
}

/** `Prénom ` and `PRENOM` become `prenom`; a letter is never lost to its accent. */
export function fold(text: string): string {
  let highest = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code > highest) highest = code
  }
  if (highest < 0x80) return text.toLowerCase().trim()
  if (highest > 0x17f) return withoutMarks(text).trim()
  return text
    .toLowerCase()
    .replace(/[\u0080-\u017f]/g, (letter) => plainLatin.get(letter) ?? letter)
    .trim()
}

/** A header as words: `prénomDuContact`, `PRENOM_DU_CONTACT`, `Prénom du contact` are one. */
export function headerWords(header: string): string {
  const numbered = header.replace(/(?<!\p{L})n\.? ?[º°]/giu, 'n ')
  const ranked = numbered.replace(/(?<![\p{L}\d])n ?\+ ?(\d)(?!\d)/giu, 'n plus $1')
  const spaced = ranked.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
  return fold(spaced)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Digits and letters only, in capitals: what a checksum is computed on. */
export function compact(cell: string): string {
  return cell.replace(/[\s.\-/_\u00a0\u202f]+/g, '').toUpperCase()
}
