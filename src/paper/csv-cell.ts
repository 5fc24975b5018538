// One cell of a CSV file that strangers may have written: no spreadsheet runs it.

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe (OWASP, "CSV Injection").
 * A telephone number such as +33639980001 is a number and stays as it is. Every cell stands in
 * quotes; and since whoever opens the file may have it cut at another sign than it was written
 * with, which ends the quotes early, a part behind any such sign is looked at like a cell.
 */
export function csvCell(cell: string): string {
  return `"${withoutFormulas(cell).replaceAll('"', '""')}"`
}

/** What a part may begin with, in the writing of East Asia as well. */
const formula = /(^|[,;|\t\r\n])([ "\u00a0]*)([=+\-@＝＋－＠][^,;|\t\r\n]*)/g
const number = /^[+-]?[\d\s().-]+$/

export function withoutFormulas(cell: string): string {
  const safe = cell.replace(formula, (whole, sign: string, before: string, part: string) =>
    number.test(part) ? whole : `${sign}'${before}${part}`,
  )
  return /^[\t\r]/.test(safe) && !number.test(safe) ? `'${safe}` : safe
}
