// How a spreadsheet shows a number: dates that are numbers, and zeros that only the format adds.

export type CellFormat = { kind: 'general' } | { kind: 'date' } | { kind: 'digits'; width: number }

/** ECMA-376 part 1, 18.8.30: built-in formats that are dates or times. */
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** Excel takes no more; what goes on beyond is no format. */
const codeCharactersMax = 255

export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return dateFormats.has(id) ? { kind: 'date' } : { kind: 'general' }
  if (code.length > codeCharactersMax) return { kind: 'general' }
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0] as string
  if (/[dmyhs]/i.test(bare) && !/[0#]/.test(bare)) return { kind: 'date' }
  // `0#" "##" "##" "##" "##`: a French telephone number whose 0 is in the format, not in the cell.
  const places = bare.replace(/[\s.\-()/]/g, '')
  if (/^[0#]{5,15}$/.test(places) && places.includes('0') && !/[.,]/.test(bare)) {
    const width = /^0+$/.test(places) || places.startsWith('0') ? places.length : 0
    if (width > 0) return { kind: 'digits', width }
  }
  return { kind: 'general' }
}

const dayMs = 86_400_000

/** Serial day numbers count from 1899-12-30 (1900 system, with Lotus's leap year) or 1904-01-01. */
export function dateText(serial: number, is1904: boolean): string {
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const date = new Date(epoch + Math.round(serial * dayMs))
  if (Number.isNaN(date.getTime())) return String(serial)
  const iso = date.toISOString()
  if (serial < 1) return iso.slice(11, 16)
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}

export function numberText(raw: string, format: CellFormat, is1904: boolean): string {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  if (format.kind === 'date') return dateText(value, is1904)
  // 6.39980001E8 is a way of writing 639980001; the shortest decimal writing is meant.
  const text = Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : plain(raw, value)
  return format.kind === 'digits' && /^\d+$/.test(text) ? text.padStart(format.width, '0') : text
}

function plain(raw: string, value: number): string {
  return /e/i.test(raw) ? String(value) : raw
}
