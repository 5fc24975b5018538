// The nine criteria that call for an assessment: what the program can count, and what follows.
import type { Language } from '../../kernel/index.ts'
import { registerWords } from '../../words/index.ts'
import { type Criterion, largeScaleFrom } from '../contract-impact.ts'
import { type Known, recordsOf } from './known.ts'
import { filled, numberIn, type Said, said, wordsIn } from './say.ts'

/** `proposes` null: what was counted does not answer the question alone. */
export type Counted = { said: Said; proposes: 'yes' | 'no' | null }

export function countedFor(criterion: Criterion, known: Known, language: Language): Counted | null {
  if (criterion === 'sensitive') return sensitive(known, language)
  if (criterion === 'large_scale') return largeScale(known, language)
  return criterion === 'vulnerable' ? vulnerable(known, language) : null
}

const counted = (
  text: string,
  proposes: Counted['proposes'],
  from: Said['from'],
): Counted | null => {
  const found = said(from, [text])
  return found === null ? null : { said: found, proposes }
}

function sensitive({ account, accounts }: Known, language: Language): Counted | null {
  const words = wordsIn(language).counted
  if (account === null) {
    if (accounts === null) return null
    const count = numberIn(language, accounts.sensitive)
    const text = accounts.sensitive === 0 ? words.noSensitive : words.sensitiveAccounts
    return counted(filled(text, { count }), accounts.sensitive === 0 ? 'no' : 'yes', 'register')
  }
  const records = recordsOf(account, language)
  const nir = records.flatMap(({ data }) => data.filter(({ line }) => line === 'nir'))
  const names = registerWords[language].categories
  const classes = [
    ...new Set([
      ...(account.processing === null
        ? account.facts.sensitive.map(({ category }) => names[category])
        : records.flatMap(({ sensitive }) =>
            sensitive.filter(({ isHeld }) => isHeld).map(({ label }) => label),
          )),
      ...nir.filter(({ isHeld }) => isHeld).map(({ label }) => label),
    ]),
  ]
  return classes.length === 0
    ? counted(words.noSensitive, 'no', 'register')
    : counted(filled(words.sensitive, { classes: classes.join(', ') }), 'yes', 'register')
}

function largeScale({ account, accounts }: Known, language: Language): Counted | null {
  const people = account?.people ?? accounts?.people
  if (people === undefined) return null
  const text = filled(wordsIn(language).counted.people, { count: numberIn(language, people) })
  return counted(text, people >= largeScaleFrom ? 'yes' : 'no', 'contacts')
}

/** None recorded does not say that there are no children. */
function vulnerable({ account }: Known, language: Language): Counted | null {
  if (account === null || account.children === 0) return null
  const count = numberIn(language, account.children)
  return counted(filled(wordsIn(language).counted.children, { count }), 'yes', 'contacts')
}
