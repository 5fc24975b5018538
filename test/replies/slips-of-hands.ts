// Slips of a hand in what teaches the model: a letter left out, two turned, or the key beside.

/** Numerical Recipes' generator: chance enough, and the same each time. */
export function chanceOf(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const rows = ['qwertzuiop', 'asdfghjkl', 'yxcvbnm']

const besideOf = new Map(
  rows.flatMap((row) =>
    [...row].map((key, at) => [key, `${row[at - 1] ?? ''}${row[at + 1] ?? ''}`]),
  ),
)

const wordPattern = /[a-zà-ÿ]{4,}/giu

/** The text with one slip in one of its longer words; null where it has none. */
export function withSlip(text: string, chance: () => number): string | null {
  const words = [...text.matchAll(wordPattern)]
  const found = words[Math.floor(chance() * words.length)]
  const kind = Math.floor(chance() * 3)
  const where = chance()
  if (found === undefined) return null
  const word = found[0]
  const at = 1 + Math.floor(where * (word.length - 2))
  const slipped = slip(word, at, kind)
  return text.slice(0, found.index) + slipped + text.slice(found.index + word.length)
}

function slip(word: string, at: number, kind: number): string {
  const [before, letter = '', after] = [word.slice(0, at), word[at], word.slice(at + 1)]
  if (kind === 0) return before + after
  if (kind === 1) return `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`
  const beside = besideOf.get(letter.toLowerCase()) ?? letter
  return `${before}${beside.slice(-1)}${after}`
}
