// One line of a CSV file, as every part of an account's archive writes it.

/** A text that a spreadsheet would take for a formula is kept a text; a number keeps its plus. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const isNumber = /^\+\d{6,15}$/.test(text)
  const kept = typeof value === 'string' && !isNumber && /^[=+\-@\t\r]/.test(text)
  const safe = kept ? `'${text}` : text
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cell).join(',')}\r\n`
