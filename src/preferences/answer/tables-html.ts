// The tables of an answer: each row as it is held, with why each column exists.

import type { AnswerWords } from '../../words/index.ts'
import { filled, type Html, html } from '../html.ts'
import type { HeldRow, HeldRows } from './held-tables.ts'
import { leftOutColumns, leftOutTables } from './left-out.ts'

/** `tables`: null where their rows are too many for paper, which says so. */
export function tablesHtml(tables: readonly HeldRows[] | null, words: AnswerWords): Html {
  const w = words.tables
  return html`<section aria-labelledby="tables"><h2 id="tables">${w.title}</h2>
<p>${w.lead}</p>
${tables === null ? html`<p>${w.tooMany}</p>` : tables.map((table) => tableHtml(table, w))}
<details><summary>${w.leftOut}</summary><p>${w.leftOutLead}</p>
<dl lang="en">${Object.entries({ ...leftOutTables, ...leftOutColumns }).map(
    ([name, why]) => html`<dt>${name}</dt><dd>${why}</dd>`,
  )}</dl></details></section>`
}

function tableHtml({ table, labels, rows, isMore }: HeldRows, w: AnswerWords['tables']): Html {
  return html`<details><summary>${filled(w.table, { table, rows: String(rows.length) })}</summary>
${rows.map((row, index) => rowHtml(row, { labels, number: index + 1, w }))}
${isMore ? html`<p>${w.more}</p>` : null}</details>`
}

type Shown = { labels: HeldRows['labels']; number: number; w: AnswerWords['tables'] }

function rowHtml(row: HeldRow, { labels, number, w }: Shown): Html {
  const lines = Object.entries(row).map(
    ([column, value]) =>
      html`<tr><th scope="row">${column}<small lang="en"> ${labels[column]?.why ?? ''}</small></th>
<td>${shown(value)}</td></tr>`,
  )
  const title = filled(w.row, { number: String(number) })
  return html`<table class="held"><tr><th scope="col">${title}</th>
<th scope="col">${w.value}</th></tr>${lines}</table>`
}

const shown = (value: unknown): string => {
  if (value === null) return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
