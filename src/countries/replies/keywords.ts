// The word STOP itself, and others of command: alone, or with what may stand around them.
import { type KeywordKind, keywordTable } from './tables.ts'

export type KeywordReading = { kind: KeywordKind; matched: string }

/** Letters of one word that were written apart: "st op sms". */
const piecesMax = 4
const courtesyWordsMax = 8
/** Of more words a slip is not looked for: one of them may be no slip. */
const wordsBesideSlipMax = 5

const isSaid = (word: string) => /[a-z]/.test(word)

/** Null for whatever is more than keywords and what may stand around them: the model reads it. */
export function readKeyword(all: readonly string[]): KeywordReading | null {
  const said = all.filter((word) => isSaid(word) && word !== '_')
  const { wholes } = keywordTable()
  const whole = wholes.get(said.join(' '))
  if (whole !== undefined) return { kind: whole, matched: said.join(' ') }
  const joined = said.join('')
  if (said.length <= piecesMax && (joined === 'stop' || joined === 'stopsms')) {
    return { kind: 'stop', matched: 'stop' }
  }
  return courtesies(said) ?? bareKeyword(all) ?? slipOfKeyword(said)
}

/** "Bonjour, merci beaucoup": nothing but what changes nothing by itself, one after another. */
function courtesies(said: readonly string[]): KeywordReading | null {
  if (said.length > courtesyWordsMax) return null
  const { wholes } = keywordTable()
  let from = 0
  while (from < said.length) {
    const ends = said.length - from
    const length = [3, 2, 1].find((words) => {
      return words <= ends && wholes.get(said.slice(from, from + words).join(' ')) === 'other'
    })
    if (length === undefined) return null
    from += length
  }
  return from === 0 ? null : { kind: 'other', matched: said.join(' ') }
}

/** A word of refusal makes it a stop; of other kinds the first one counts. */
function bareKeyword(all: readonly string[]): KeywordReading | null {
  const { around, nots } = keywordTable()
  let found: KeywordReading | null = null
  let before = ''
  for (const word of all) {
    const kind = isSaid(word) ? kindOf(word) : null
    if (isSaid(word) && kind === null && !around.has(word)) return null
    if (kind !== null && nots.has(before)) return null
    if (kind !== null && (found === null || (kind === 'stop' && found.kind !== 'stop'))) {
      found = { kind, matched: word }
    }
    before = word
  }
  return found
}

/** "stoppub" is "stop pub"; double letters are single here, so that it has lost a p. */
function kindOf(word: string): KeywordKind | null {
  const { words, around } = keywordTable()
  const known = words.get(word)
  if (known !== undefined) return known
  if (!word.startsWith('stop')) return null
  const after = word.slice('stop'.length)
  return around.has(after) || around.has(`p${after}`) || words.get(after) === 'stop' ? 'stop' : null
}

function slipOfKeyword(said: readonly string[]): KeywordReading | null {
  const { around, slips } = keywordTable()
  const words = said.filter((word) => !around.has(word))
  const word = words[0] ?? ''
  const of = slips.get(word)
  if (words.length !== 1 || said.length > wordsBesideSlipMax || of === undefined) return null
  return { kind: of === '?' ? 'doubtful' : 'stop', matched: word }
}
