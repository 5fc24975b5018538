// Whether a password resists guessing by somebody who knows its owner.

/** Words that a guesser tries first, since they belong to whoever chose the password. */
export type PasswordOwner = { email: string; name: string; organisations: readonly string[] }

/** True of a password that is good enough. */
export type JudgePassword = (password: string, owner: PasswordOwner) => Promise<boolean>

/**
 * A hundred million guesses: years for whoever has fifty an hour, and at argon2id days of a farm.
 */
const scoreMin = 3
/** What stands behind these letters only makes a password longer; the time to judge it ends. */
const judgedLettersMax = 64
/** How many ways to write a word in figures and signs are looked at: the time doubles with each. */
const writingsMax = 20
/** What is left of a password without its owner's own words and figures. */
const ownLettersMin = 5

/**
 * The dictionaries take a second to read and a hundred megabytes:
 * they come with the first question.
 */
export async function loadJudge(): Promise<(password: string, owner: PasswordOwner) => boolean> {
  const [core, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ])
  const estimate = new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: judgedLettersMax,
    l33tMaxSubstitutions: writingsMax,
  })
  return (password, owner) => {
    const words = wordsOf(owner)
    if (lettersBeside(password, words) < ownLettersMin) return false
    const judged = password.normalize('NFC').slice(0, judgedLettersMax)
    return estimate.check(judged, words).score >= scoreMin
  }
}

/** In this process: the ones who ask at once wait for one reading of the dictionaries. */
export function judgeHere(): JudgePassword {
  let loaded: ReturnType<typeof loadJudge> | null = null
  return async (password, owner) => {
    loaded ??= loadJudge()
    return (await loaded)(password, owner)
  }
}

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Each name as it is, without what stands between its words, and its words. */
function wordsOf({ email, name, organisations }: PasswordOwner): string[] {
  const whole = [email, name, ...organisations, 'accord']
  const parts = whole.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
  const words = [...whole, ...whole.map(folded), ...parts, ...parts.map(folded)]
  return [...new Set(words.map((word) => word.toLowerCase()))].filter(({ length }) => length > 2)
}

function lettersBeside(password: string, words: readonly string[]): number {
  const longestFirst = words.map(folded).sort((one, other) => other.length - one.length)
  const plain = folded(password)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), plain)
  return rest.replace(/[\p{N} ]/gu, '').length + plainSigns(password)
}

/** A password of signs and figures alone has no letters to count: its signs are. */
function plainSigns(password: string): number {
  return password.replace(/[\p{L}\p{N}\s.,;:!?@'’_-]/gu, '').length
}
