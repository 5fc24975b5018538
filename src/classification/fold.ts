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

const latinFirst = 0x80
const latinLast = 0x17f
/** Letters of the two Latin blocks without their accents, made once. */
const plainLatin: readonly string[] = Array.from({ length: latinLast - latinFirst + 1 }, (_, at) =>
  withoutMarks(String.fromCharCode(latinFirst + at)),
)

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
  if (highest < latinFirst) return text.toLowerCase().trim()
  return (highest > latinLast ? withoutMarks(text) : withoutAccents(text.toLowerCase())).trim()
}

/** A loop costs a third of what a pattern with a function for each letter costs. */
function withoutAccents(lower: string): string {
  let plain = ''
  let from = 0
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at)
    if (code < latinFirst || code > latinLast) continue
    plain += lower.slice(from, at) + (plainLatin[code - latinFirst] as string)
    from = at + 1
  }
  return plain + lower.slice(from)
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
