// The tables of an answer: each row as it is held, with why each column exists.

import type { Language } from '../../kernel/index.ts'
import { type AnswerWords, answerWords } from '../../words/index.ts'
import { capital, filled, type Html, html } from '../html.ts'
import type { HeldRow, HeldRows } from './held-tables.ts'
import { nameOfTable, sayValue, type ValueReader, whyOf } from './held-value.ts'
import { leftOutColumns, leftOutTables } from './left-out.ts'

/** Of one table on a page; answer.json has the others. */
const shownRowsMax = 500

/** `tables`: null where their rows are too many for paper, which says so. */
export function tablesHtml(tables: readonly HeldRows[] | null, reader: ValueReader): Html {
  const { tables: w } = answerWords[reader.language]
  return html`<section aria-labelledby="tables"><h2 id="tables">${w.title}</h2>
<p>${w.lead}</p>
${tables === null ? html`<p>${w.tooMany}</p>` : tables.map((table) => tableHtml(table, reader))}
<details><summary>${w.leftOut}</summary><p>${w.leftOutLead}</p>
<dl>${leftOutHtml(reader.language)}</dl></details></section>`
}

const leftOutHtml = (language: Language): Html[] =>
  Object.entries({ ...leftOutTables, ...leftOutColumns }).map(
    ([name, why]) => html`<dt><code>${name}</code></dt><dd>${capital(why[language])}</dd>`,
  )

function tableHtml(held: HeldRows, reader: ValueReader): Html {
  const { table, rows, count } = held
  const { tables: w } = answerWords[reader.language]
  const name = nameOfTable(table, reader.language)
  const shown = rows.slice(0, shownRowsMax)
  const more = filled(w.more, {
    ...{ count: String(count), shown: String(shown.length), listed: String(rows.length) },
  })
  return html`<details><summary>${filled(w.table, { name, rows: String(count) })}
<code>${table}</code></summary>
${shown.map((row, index) => rowHtml(row, { held, number: index + 1, w, reader }))}
${shown.length < count ? html`<p>${more}</p>` : null}</details>`
}

type Shown = { held: HeldRows; number: number; w: AnswerWords['tables']; reader: ValueReader }

function rowHtml(row: HeldRow, { held, number, w, reader }: Shown): Html {
  const { table } = held
  const lines = Object.entries(row).map(
    ([column, value]) =>
      html`<tr><th scope="row">${capital(whyOf(held, column, reader.language) ?? '')}
<small><code>${column}</code></small></th>
<td>${valueHtml({ table, column }, value, reader)}</td></tr>`,
  )
  const title = filled(w.row, { number: String(number) })
  return html`<table class="held"><tr><th scope="col">${title}</th>
<th scope="col">${w.value}</th></tr>${lines}</table>`
}

/** What the program wrote for itself stands as it wrote it. */
function valueHtml(
  named: { table: string; column: string },
  value: unknown,
  reader: ValueReader,
): Html {
  const said = sayValue(named, value, reader)
  const isForPrograms = value !== null && typeof value === 'object' && !Array.isArray(value)
  return isForPrograms ? html`<code>${said}</code>` : html`${said}`
}
