// Who looked at a person's data, in their answer: looks at them, then exports of whole lists.
import { type AnswerWords, answerWords } from '../../words/index.ts'
import type { Reader } from '../copy/reader.ts'
import type { RetentionPeriod } from '../deps.ts'
import { filled, type Html, html } from '../html.ts'
import type { PersonAnswer } from './gather-answer.ts'
import { lengthIn } from './period-words.ts'
import type { Look, Looks, WhoLooked } from './who-looked.ts'

/** On a page; the file for programs has the others. */
export const shownLooksMax = 5_000

export const roleWord = (role: string, { looks }: AnswerWords): string => looks.roles[role] ?? role

export function looksHtml(
  { whoLooked, retention }: Pick<PersonAnswer, 'whoLooked' | 'retention'>,
  reader: Reader,
): Html {
  const words = answerWords[reader.language]
  const { looks: w } = words
  const { looks, exports } = whoLooked
  const period = retention.find(({ what }) => what === 'looks')
  const none = exports.count === 0 ? w.none : w.noneAlone
  return html`<section aria-labelledby="looks"><h2 id="looks">${w.title}</h2>
<p>${w.lead} ${namesSentence(whoLooked, reader)}</p>
${period === undefined ? null : html`<p>${keptFor(period, words)}</p>`}
${looks.count === 0 ? html`<p>${none}</p>` : null}
${listHtml(looks, words, reader)}
<h3>${w.exports.title}</h3><p>${w.exports.lead}</p>
${exports.count === 0 ? html`<p>${w.exports.none}</p>` : null}
${listHtml(exports, words, reader)}</section>`
}

const keptFor = (period: RetentionPeriod, words: AnswerWords): string =>
  filled(words.looks.kept, { term: lengthIn(period, words) })

/** Who decided whether names are given, and why, in the words that they recorded. */
function namesSentence({ names }: WhoLooked, { language, day }: Reader): string {
  const { names: w } = answerWords[language].looks
  if (names === null) return w.undecided
  const { areGiven, decidedBy: by, decidedOn, why } = names
  const values = { by, day: day(Date.parse(decidedOn)), why }
  return filled(areGiven ? w.given : w.withheld, values)
}

function listHtml({ listed, count }: Looks, words: AnswerWords, reader: Reader): Html {
  const shown = listed.slice(0, shownLooksMax)
  const isCut = shown.length < count
  const values = { count: String(count), shown: String(shown.length) }
  const cut = filled(words.looks.cut, { ...values, listed: String(listed.length) })
  return html`${isCut ? html`<p>${cut}</p>` : null}
<ol class="steps">${shown.map((look) => itemHtml(look, words, reader))}</ol>`
}

function itemHtml({ at, what, purpose, role, name }: Look, words: AnswerWords, reader: Reader) {
  const { looks: w } = words
  const said = roleWord(role, words)
  const line =
    name === null
      ? filled(w.line, { what, role: said })
      : filled(w.lineNamed, { what, role: said, name })
  return html`<li class="card"><p><strong>${reader.moment(at)}</strong><br>${line}</p>
${purpose === null ? null : html`<p>${filled(w.purpose, { purpose })}</p>`}</li>`
}
