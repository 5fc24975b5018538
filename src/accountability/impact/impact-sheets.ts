// An assessment as tables of text, for a spreadsheet or a page to print.
import { dayIn } from '../../disclosure/index.ts'
import type { Language } from '../../kernel/index.ts'
import type { Cell, Sheet, Workbook } from '../../paper/index.ts'
import type { ImpactView } from '../contract-impact.ts'
import { answerText, outcomeText } from './impact-texts.ts'
import { filled, wordsIn } from './say.ts'

const heading = (...texts: string[]): Cell[] => texts.map((text) => ({ text, isHeading: true }))
const row = (...texts: string[]): Cell[] =>
  texts.map((text, index) => ({ text, isHeading: index === 0 }))

export function impactWorkbook(view: ImpactView, language: Language): Workbook {
  const words = wordsIn(language)
  const day = (iso: string) => dayIn(language, Date.parse(iso))
  return {
    title: view.title,
    note: filled(words.sheet.note, { day: day(view.readAt) }),
    sheets: [
      screeningSheet(view, language),
      ...view.sections.map(({ title, questions }) => ({
        name: title,
        rows: [
          heading(...headingsOf(language)),
          ...questions.map((one) =>
            row(
              one.label,
              answerText(one, language) || words.sheet.missing,
              words.sheet.origins[one.origin],
              evidenceOf(one, day),
            ),
          ),
        ],
      })),
      planSheet(view, language),
      decisionSheet(view, language),
    ],
  }
}

const headingsOf = (language: Language) => {
  const { question, answer, origin, evidence } = wordsIn(language).sheet
  return [question, answer, origin, evidence]
}

type Shown = Pick<ImpactView['sections'][number]['questions'][number], 'measured' | 'by' | 'at'>

function evidenceOf({ measured, by, at }: Shown, day: (iso: string) => string): string {
  return [
    measured === null ? '' : `${measured.evidence}, ${day(measured.at)}`,
    at === null ? '' : `${by}, ${day(at)}`,
  ]
    .filter((one) => one !== '')
    .join('; ')
}

function screeningSheet({ screening }: ImpactView, language: Language): Sheet {
  const words = wordsIn(language)
  const day = (iso: string) => dayIn(language, Date.parse(iso))
  return {
    name: words.screening,
    rows: [
      heading(...headingsOf(language)),
      ...screening.criteria.map((one) =>
        row(
          one.label,
          [
            one.choice === null ? words.sheet.missing : words.choices[one.choice],
            one.measured?.text ?? '',
            one.text,
          ]
            .filter((part) => part !== '')
            .join('\n'),
          words.sheet.origins[one.origin],
          evidenceOf(one, day),
        ),
      ),
      [],
      row(outcomeText(screening, language), screening.reason),
    ],
  }
}

function planSheet({ plan }: ImpactView, language: Language): Sheet {
  const words = wordsIn(language).sheet
  const day = (iso: string | null) => (iso === null ? '' : dayIn(language, Date.parse(iso)))
  return {
    name: words.plan,
    rows: [
      heading(words.what, words.who, words.by, words.done),
      ...plan.map(({ what, who, by, doneOn }) => row(what, who, day(by), day(doneOn))),
    ],
  }
}

function decisionSheet({ current }: ImpactView, language: Language): Sheet {
  const words = wordsIn(language).sheet
  return {
    name: words.decision,
    rows:
      current === null
        ? [row(words.notValidated)]
        : [
            row(
              filled(words.version, {
                number: current.version,
                day: dayIn(language, Date.parse(current.at)),
              }),
              current.by,
              current.decision,
            ),
          ],
  }
}
