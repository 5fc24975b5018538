// A workbook as a page to print: a browser makes a PDF of it.
import type { Language } from '../../kernel/index.ts'
import { type Html, html, pageText } from '../../preferences/index.ts'
import type { Sheet, Workbook } from './sheets.ts'

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
        (row) => html`<tr>${row.map(cell)}</tr>
`,
      )}</table>
`,
    )
}

const cell = ({ text, isHeading }: Sheet['rows'][number][number], index: number): Html => {
  const scope = index === 0 ? 'row' : 'col'
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
