// Tables: widths of the columns by what stands in them, the row of titles again on each page.
import { drawRow, type RowCell, type RowForm } from './draw-row.ts'
import type { TableCell, TableRow } from './paper.ts'
import { type Element, lineHeight, type Pen } from './pen.ts'
import { wants, wrap } from './wrap.ts'

const padding = 3
const gap = 8
/** The widths of a long table are those of its first rows. */
const measuredRows = 200

/** On a page that lies on its side, tables are of one size: one of them has many columns. */
const sizeFor = (columns: number, width: number): number => (width > 600 || columns > 3 ? 8 : 9)

type Columns = { left: number; width: number }[]

export function* drawTable(
  pen: Pen,
  parent: Element,
  { headRows, rows }: { headRows: number; rows: readonly TableRow[] },
): Generator<void> {
  const count = Math.max(...rows.map((row) => row.length))
  const size = sizeFor(count, pen.width)
  const columns = columnsOf(pen, rows, { count, size })
  const element = pen.under(parent, 'Table')
  const heads = rows.slice(0, headRows)
  pen.y += 3
  // Titles are not left alone at the foot of a page.
  pen.need(size * lineHeight * 4)
  pen.rule(pen.y, { from: pen.left, to: pen.right })
  /** Those who listen were told the titles with the first page: here they are for the eye. */
  const again = () => {
    for (const row of heads) drawAgain(pen, row, columns, size)
  }
  for (const [index, row] of rows.entries()) {
    yield
    const isHead = index < headRows
    const line = pen.under(element, 'TR')
    const cells = columns.map(({ left, width }, column): RowCell => {
      const cell = row[column]
      const own = cellElement(pen, line, cell)
      const runs = (cell?.runs ?? []).map((run) =>
        cell?.heads == null ? run : { ...run, isStrong: !run.isSmall },
      )
      const lines = wrap(runs, { width, size }, pen)
      const x = pen.left + left
      const right = { element: own, lines, x, alignedTo: x + width }
      return cell?.isRight === true ? right : { element: own, lines, x }
    })
    const isTitle = row.length > 1 && row.every(({ heads: of }) => of !== null)
    const form: RowForm = { size, padding, isShaded: isHead || isTitle, hasRule: true }
    drawRow(pen, cells, form, isHead ? () => {} : again)
    line.node.end()
  }
  element.node.end()
  pen.y += 8
}

function cellElement(pen: Pen, line: Element, cell: TableCell | undefined): Element {
  const heads = cell?.heads ?? null
  if (heads === null) return pen.under(line, 'TD')
  return pen.under(line, 'TH', { scope: heads === 'column' ? 'Column' : 'Row' })
}

function drawAgain(pen: Pen, row: TableRow, columns: Columns, size: number): void {
  const cells = columns.map(({ left, width }, column) => {
    const runs = (row[column]?.runs ?? []).map((run) => ({ ...run, isStrong: true }))
    return { lines: wrap(runs, { width, size }, pen), x: pen.left + left }
  })
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
  const height = most * size * lineHeight + 2 * padding
  const sides = { from: pen.left, to: pen.right }
  pen.shade(pen.y, height, sides)
  pen.artifact('Pagination', () => {
    for (const { lines, x } of cells) pen.untagged(lines, { x, y: pen.y + padding, size })
  })
  pen.y += height
  pen.rule(pen.y, sides)
}

function columnsOf(
  pen: Pen,
  rows: readonly TableRow[],
  { count, size }: { count: number; size: number },
): Columns {
  const room = pen.width - gap * count
  const fair = room / count
  const wanted = Array.from({ length: count }, () => ({ least: 12, most: 12 }))
  for (const row of rows.slice(0, measuredRows)) {
    for (const [column, { runs }] of row.entries()) {
      const held = wanted[column]
      if (held === undefined) continue
      const { least, most } = wants(runs, size, pen)
      // Strong letters are wider.
      held.least = Math.max(held.least, Math.min(least * 1.06, fair * 1.4))
      held.most = Math.max(held.most, most * 1.06)
    }
  }
  const widths = shared(wanted, room)
  let left = gap / 2
  return widths.map((width) => {
    const column = { left, width }
    left += width + gap
    return column
  })
}

/** The narrow first, as wide as they want; the wide share what is left. */
function shared(wanted: readonly { least: number; most: number }[], room: number): number[] {
  const widths = wanted.map(() => 0)
  let left = room
  const narrowFirst = [...wanted.entries()].sort(([, a], [, b]) => a.most - b.most)
  for (const [done, [column, { least, most }]] of narrowFirst.entries()) {
    const share = left / (wanted.length - done)
    const width = Math.min(most, Math.max(least, share))
    widths[column] = width
    left -= width
  }
  const sum = widths.reduce((total, width) => total + width, 0)
  return sum > room
    ? widths.map((width) => (width * room) / sum)
    : widths.map((width) => width + (room - sum) / widths.length)
}
