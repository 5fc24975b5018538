// An assessment as texts by section: what a version keeps, and what changed between two of them.
import type { Language } from '../../kernel/index.ts'
import type {
  ImpactDifference,
  ImpactQuestion,
  ImpactText,
  ImpactView,
} from '../contract-impact.ts'
import { filled, wordsIn } from './say.ts'

export function answerText(
  { measured, text, level, cites }: Omit<ImpactQuestion, 'origin'>,
  language: Language,
): string {
  const words = wordsIn(language)
  const levels: Readonly<Record<number, string>> = words.levels
  const cited = cites.map((one) => `${one.text} (${words.sheet.states[one.state]})`)
  return [
    measured?.text ?? '',
    level === null ? '' : (levels[level] ?? ''),
    text,
    cited.length === 0 ? '' : `${words.sheet.cites}: ${cited.join('; ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

export function textsOf(view: ImpactView, language: Language): ImpactText[] {
  const words = wordsIn(language)
  const missing = words.sheet.missing
  return [
    {
      name: 'screening',
      title: words.screening,
      sentences: [
        ...view.screening.criteria.map(({ label, choice, text }) =>
          [`${label}: ${choice === null ? missing : words.choices[choice]}`, text]
            .filter((one) => one !== '')
            .join('. '),
        ),
        ...(view.screening.reason === '' ? [] : [`${words.reason}: ${view.screening.reason}`]),
      ],
    },
    ...view.sections.map(({ code, title, questions }) => ({
      ...{ name: code, title },
      sentences: questions.map(
        (question) => `${question.label} ${answerText(question, language) || missing}`,
      ),
    })),
    {
      name: 'plan',
      title: words.sheet.plan,
      sentences: view.plan.map(({ what, who, by, doneOn }) =>
        [what, who, by, doneOn === null ? '' : `${words.sheet.done} ${doneOn}`]
          .filter((one) => one !== '')
          .join(', '),
      ),
    },
  ]
}

export function differencesIn(
  before: readonly ImpactText[],
  after: readonly ImpactText[],
): ImpactDifference[] {
  const names = [...new Set([...after, ...before].map(({ name }) => name))]
  return names.flatMap((name) => {
    const [was, is] = [before, after].map((texts) => texts.find((one) => one.name === name))
    const [old, now] = [was?.sentences ?? [], is?.sentences ?? []]
    const added = now.filter((one) => !old.includes(one))
    const removed = old.filter((one) => !now.includes(one))
    const section = is?.title ?? was?.title ?? ''
    return added.length + removed.length === 0 ? [] : [{ section, added, removed }]
  })
}

export const outcomeText = (
  { outcome, met, open }: ImpactView['screening'],
  language: Language,
): string =>
  filled(wordsIn(language).sheet.outcomes[outcome], { count: outcome === 'open' ? open : met })
