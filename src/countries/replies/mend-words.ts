// Slips of the thumb in the long words that matter are mended before phrases are looked for.
import { isNear } from '../../kernel/index.ts'
import { unglued } from './glued-words.ts'
import { honestWords } from './honest-words.ts'
import { keyWords } from './key-words.ts'
import { replyPhrases } from './languages.ts'
import { inFull } from './shorthand.ts'

const keys = keyWords.map((word) => word.replace(/([a-z])\1+/g, '$1'))
const known = new Set(keys)
const byFirstLetter = new Map<string, string[]>()
for (const word of known) {
  const list = byFirstLetter.get(word[0] ?? '') ?? []
  list.push(word)
  byFirstLetter.set(word[0] ?? '', list)
}

/** What a thumb makes of "stop" inside a sentence; none is a word. */
const stopSlips = new Set([
  'stpo',
  'sopt',
  'spto',
  'stahp',
  'stawp',
  'staph',
  'sthap',
  'stph',
  'satop',
  'sotp',
  'tsop',
  'stopo',
  'stiop',
  'stoip',
  'stpop',
  'sotop',
  'stop',
  'dtop',
  'stob',
  'syop',
  'stol',
  'stoop',
  'stopl',
  'stopp',
  'xtop',
  'stlp',
  'stkp',
  'stip',
])

const slipMin = 5

/** What the phrases know already is no slip, in whatever language it is. */
const literals = new Set<string>()
const stems = new Set<string>()
for (const { words, contrary, aside, stop, doubtful } of replyPhrases) {
  const sources = [...Object.values(words), ...contrary, ...aside, ...stop, ...doubtful].join(' ')
  for (const [, word = '', isStem] of sources.matchAll(/([a-z]{4,})(%?)/g)) {
    const single = word.replace(/([a-z])\1+/g, '$1')
    if (isStem === '%') stems.add(single)
    else literals.add(single)
  }
}

function isKnown(word: string): boolean {
  if (known.has(word) || honestWords.has(word) || literals.has(word)) return true
  for (let length = 4; length <= word.length; length += 1) {
    if (stems.has(word.slice(0, length))) return true
  }
  return false
}

/** What may stick to others: words of the phrases, and stems that are words. */
const isWhole = (word: string) =>
  known.has(word) || honestWords.has(word) || literals.has(word) || stems.has(word)

/** As it sounds in French: "anvoyé" and "envoyer", "mésage" and "message" are one. */
function soundOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/qu?|k|c(?![eiyh])/g, 'k')
    .replace(/[cz]/g, 's')
    .replace(/s+/g, 's')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/eau|au/g, 'o')
    .replace(/[ae][nm](?![aeiou])/g, 'an')
    .replace(/y/g, 'i')
    .replace(/h/g, '')
    .replace(/(?:ai[st]?|ei|e[rszt]?|er)$/, 'e')
    .replace(/[tdxps]$/, '')
    .replace(/ie$/, 'i')
    .replace(/([a-z])\1+/g, '$1')
}

const bySound = new Map(keys.map((word) => [soundOf(word), word]))

/** Each word in full and without its slip. */
export function mendWords(words: readonly string[]): string[] {
  return inFull(words).flatMap((word) => mended(word).split(' '))
}

function mended(word: string): string {
  if (stopSlips.has(word)) return 'stop'
  if (word.length < slipMin || isWhole(word)) return word
  const apart = unglued(word, isWhole)
  if (apart !== null) return apart.join(' ')
  if (isKnown(word)) return word
  const near = (byFirstLetter.get(word[0] ?? '') ?? []).find(
    (key) => key.length >= slipMin + 1 && isNear(word, key, key.length >= 9 ? slipsOf(word) : 1),
  )
  return near ?? soundingLike(word) ?? word
}

/** "manvoyé" is "m'envoyer". */
function soundingLike(word: string): string | null {
  if (word.length <= slipMin) return null
  const whole = bySound.get(soundOf(word))
  if (whole !== undefined) return whole
  const rest = /^[mn](?=[aeio])/.test(word) ? bySound.get(soundOf(word.slice(1))) : undefined
  return rest === undefined ? null : `${word[0]} ${rest}`
}

const slipsOf = (word: string) => (word.length >= 9 ? 2 : 1)
