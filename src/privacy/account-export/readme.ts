// The page an account's archive begins with: what is in it, how to read it, what is not and why.
import { type Caller, type Instant, isoTime } from '../../kernel/index.ts'
import { accountExportWords, exportThemes, type LeftOutReason } from '../../words/index.ts'
import { pageOf, safe } from '../account-deletion/page-frame.ts'
import { leftOutColumns, leftOutTables } from './left-out.ts'

export function readMe(
  { language }: Pick<Caller, 'language'>,
  { name, at, hasSensitive }: { name: string; at: Instant; hasSensitive: boolean },
): string {
  const w = accountExportWords[language]
  const folders: [string, string][] = [
    ['account.json', w.account],
    ['contacts', w.contacts],
    ['consents', w.consents],
    ['campaigns/results', w.results],
    ...exportThemes.map((theme): [string, string] => [theme, w.themes[theme]]),
  ]
  const made = isoTime(at).replace('T', ' ').slice(0, 16)
  const body = [
    `<p>${safe(w.made.replace('{at}', `${made} UTC`))} ${safe(w.safe)}</p>`,
    hasSensitive ? '' : `<p><strong>${safe(w.noSensitive)}</strong></p>`,
    `<h2>${safe(w.howTitle)}</h2>`,
    `<ul>${w.how.map((line) => `<li>${safe(line)}</li>`).join('')}</ul>`,
    `<h2>${safe(w.filesTitle)}</h2>`,
    tableOf([w.folder, w.holds], folders),
    `<h2>${safe(w.outTitle)}</h2>`,
    tableOf([w.why, w.what], leftOut(w.reasons)),
  ]
  return pageOf(language, w.title.replace('{name}', name), body.join('\n'))
}

/** Of each reason, the tables and columns that it keeps out. */
function leftOut(reasons: Readonly<Record<LeftOutReason, string>>): [string, string][] {
  const all = [...leftOutTables, ...leftOutColumns]
  return Object.entries(reasons).map(([reason, said]) => [
    said,
    all.flatMap(([name, why]) => (why === reason ? [name] : [])).join(', '),
  ])
}

function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = titles.map((title) => `<th scope="col">${safe(title)}</th>`).join('')
  const lines = rows.map(
    ([first = '', second = '']) =>
      `<tr><th scope="row">${safe(first)}</th><td>${safe(second)}</td></tr>`,
  )
  return `<table><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}
