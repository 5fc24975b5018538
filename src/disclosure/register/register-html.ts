// A workbook as a page to print: a browser makes a PDF of it.
import type { Language } from '../../kernel/index.ts'
import type { Cell, Sheet, Workbook } from '../../paper/index.ts'
import { type Html, html, pageText } from '../../preferences/index.ts'

function tables({ rows }: Sheet): Html[] {
  const blocks: (typeof rows)[number][][] = [[]]
  for (const row of rows) {
    if (row.length === 0) blocks.push([])
    else blocks.at(-1)?.push(row)
  }
  return blocks
    .filter((block) => block.length > 0)
    .map(
      (block) => html`<table>${block.map(
        (row) => html`<tr>${row.map((cell, index) => cellHtml(cell, scopeIn(row, index)))}</tr>
`,
      )}</table>
`,
    )
}

/** A row of titles alone names the columns below it. */
const scopeIn = (row: Sheet['rows'][number], index: number): 'row' | 'col' =>
  index === 0 && !row.every(({ isHeading }) => isHeading) ? 'row' : 'col'

const cellHtml = ({ text, isHeading }: Cell, scope: 'row' | 'col'): Html => {
  return isHeading ? html`<th scope="${scope}">${text}</th>` : html`<td>${text}</td>`
}

export function registerHtml({ title, note, sheets }: Workbook, language: Language): string {
  const body = html`<h1>${title}</h1>
<p>${note}</p>
${sheets.map(
  (sheet, index) => html`<section aria-labelledby="sheet-${index}">
<h2 id="sheet-${index}">${sheet.name}</h2>
${tables(sheet)}</section>
`,
)}`
  return pageText({ language, title, other: null, brand: null, body, isWide: true })
}
