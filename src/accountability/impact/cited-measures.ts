// The measures that an answer may cite, each as it stands now, with what was measured of it.
import { checkupViewOf } from '../../checkup/index.ts'
import { isoTime, type Language } from '../../kernel/index.ts'
import type { CitedMeasure } from '../contract-impact.ts'
import type { Known } from './known.ts'
import { wordsIn } from './say.ts'

const states = { fine: 'in_place', gap: 'failed', unknown: 'unknown' } as const

export function measuresIn(
  { installation, checkup, at }: Known,
  language: Language,
): CitedMeasure[] {
  const { evidence } = wordsIn(language)
  const here = installation.measures.map(({ code, text }) => ({
    code: `measure.${code}`,
    text: text[language],
    state: 'in_place' as const,
    evidence: evidence.measures,
    at: isoTime(at),
  }))
  if (checkup === null) return here
  const found = checkupViewOf(checkup, language).checks.map(
    ({ name, title, result, evidence }) => ({
      code: `check.${name}`,
      text: title,
      state: states[result],
      evidence,
      at: isoTime(checkup.at),
    }),
  )
  return [...here, ...found]
}

/** As it was called when it was cited: what is not in place any more still has its name. */
export type Cite = { code: string; name: Record<Language, string> }

export const citedIn = (
  measures: readonly CitedMeasure[],
  cites: readonly Cite[],
  language: Language,
): CitedMeasure[] =>
  cites.map(
    ({ code, name }) =>
      measures.find((one) => one.code === code) ?? {
        ...{ code, text: name[language], state: 'gone', evidence: '', at: null },
      },
  )
