// "pouvezvousmeretirerdelaliste": words that were written without a space between them.

const wordMin = 14
/** Nobody leaves out more spaces than this; of a longer row each letter would be tried with each. */
const wordMax = 120
const pieceMax = 24
const piecesMin = 4
/** More of them than of others is a word that happens to fall apart. */
const isLittle = (word: string) => word.length < 3

/** The little words between the long ones. */
const small =
  'al all asap bin bitte can ce ces ci das dat de dei del della den der des deze di die dit do dont du el elle en er et euch favor from geen gli graag het ich ihr ik il in io it je jullie kein keine la le les lista liste list lo los ma mas me mehr mer merci mes mi mich mij mir mis mon msg mues my ne nein nicht niet no noi non nos not nous now nu nul nun of off on os out par pas per piu pls plus por porfa pu que sms stop stp svp te tel texts the this ti to tu tus uit un una une uns ur us van vi via vos votre vous wil ya yo you your yous zu'.split(
    ' ',
  )
const littles = new Set(small.map((word) => word.replace(/([a-z])\1+/g, '$1')))

/**
 * The words of a row of letters, each of which `isWord` knows; null where it is no such row. Long
 * ones count for more: "stop sending" and not "stops ending".
 */
export function unglued(
  letters: string,
  isWord: (word: string) => boolean,
): readonly string[] | null {
  if (letters.length < wordMin || letters.length > wordMax) return null
  const best: (Split | null)[] = [{ words: [], worth: 0 }]
  for (let to = 1; to <= letters.length; to += 1) {
    best[to] = null
    for (let from = Math.max(0, to - pieceMax); from < to; from += 1) {
      const before = best[from] ?? null
      const word = letters.slice(from, to)
      const worth = (before?.worth ?? 0) + word.length ** 2
      if (before === null || worth <= (best[to]?.worth ?? 0)) continue
      if (!(littles.has(word) || (word.length > 3 && isWord(word)))) continue
      best[to] = { words: [...before.words, word], worth }
    }
  }
  const words = best[letters.length]?.words ?? []
  const isRow = words.length >= piecesMin && words.filter(isLittle).length * 2 <= words.length
  return isRow ? words : null
}

type Split = { words: readonly string[]; worth: number }
