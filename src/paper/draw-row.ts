// Rows of cells side by side, for tables and for names with what stands behind them.
import { type Element, lineHeight, type Pen } from './pen.ts'
import type { Line } from './wrap.ts'

export type RowCell = {
  /** Null: nothing stands there, and nothing is tagged. */
  element: Element | null
  lines: readonly Line[]
  x: number
  /** Where lines end that stand on the right; undefined: they stand on the left. */
  alignedTo?: number
}

export type RowForm = { size: number; padding: number; isShaded: boolean; hasRule: boolean }

const highOf = (cells: readonly RowCell[], { size, padding }: RowForm): number =>
  Math.max(1, ...cells.map(({ lines }) => lines.length)) * size * lineHeight + 2 * padding

/** A row stays whole where a page can hold it; else it goes on, cell by cell, on the next. */
export function drawRow(
  pen: Pen,
  cells: readonly RowCell[],
  form: RowForm,
  onNewPage: () => void,
): void {
  const { size, padding } = form
  const high = size * lineHeight
  const isBroken = highOf(cells, form) > pen.room * 0.6
  const least = isBroken ? high * 3 + 2 * padding : highOf(cells, form)
  if (pen.y + least > pen.bottom) {
    pen.newPage()
    onNewPage()
  }
  const all = Math.max(1, ...cells.map(({ lines }) => lines.length))
  let done = 0
  while (done < all) {
    const fit = Math.max(1, Math.floor((pen.bottom - pen.y - 2 * padding + 0.01) / high))
    const upTo = Math.min(all, done + fit)
    drawSlice(pen, cells, form, { from: done, upTo })
    done = upTo
    if (done < all) {
      pen.newPage()
      onNewPage()
    }
  }
}

function drawSlice(
  pen: Pen,
  cells: readonly RowCell[],
  { size, padding, isShaded, hasRule }: RowForm,
  { from, upTo }: { from: number; upTo: number },
): void {
  const height = (upTo - from) * size * lineHeight + 2 * padding
  const sides = { from: pen.left, to: pen.right }
  if (isShaded) pen.shade(pen.y, height, sides)
  for (const { element, lines, x, alignedTo } of cells) {
    if (element === null) continue
    const place = { x, y: pen.y + padding, size }
    const at = alignedTo === undefined ? place : { ...place, alignedTo }
    pen.slice(element, lines.slice(from, upTo), at)
  }
  pen.y += height
  if (hasRule) pen.rule(pen.y, sides)
}
