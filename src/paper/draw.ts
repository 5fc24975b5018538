// Draws the blocks of a paper one after the other; each becomes its element of the tree.
import { drawRow } from './draw-row.ts'
import { drawTable } from './draw-table.ts'
import { type Block, type Pair, plainRun, type Run } from './paper.ts'
import { type Element, lineHeight, type Pen } from './pen.ts'
import { wrap } from './wrap.ts'

const size = 10
const sizes: readonly number[] = [19, 13, 11, 10, 10, 10]
const inset = 12
/** Of names with what stands behind them: how much of the width the names take. */
const termShare = 0.34

type Drawing = { pen: Pen; parent: Element; level: number }

/** Gives others their turn after each step; the level is that of the heading that stands above. */
export function* drawBlock(drawing: Drawing, block: Block): Generator<void, number> {
  const { pen, parent } = drawing
  yield
  switch (block.kind) {
    case 'heading':
      return drawHeading(drawing, block)
    case 'paragraph':
      drawParagraph(pen, pen.under(parent, 'P'), block.runs)
      break
    case 'lines':
      drawLines(pen, parent, block.text)
      break
    case 'quote':
      yield* drawQuote(drawing, block)
      break
    case 'list':
      yield* drawList(drawing, block)
      break
    case 'terms':
      yield* drawTerms(pen, parent, block)
      break
    case 'table':
      yield* drawTable(pen, parent, block)
      break
    case 'card':
      pen.y += 3
      // Not two lines of it at the foot of a page.
      pen.need(size * lineHeight * 5)
      yield* pen.besideBar(inset, drawBlocks(drawing, block.blocks))
      pen.y += 5
      break
    case 'new_page':
      pen.beginPart()
  }
  return drawing.level
}

function* drawBlocks(drawing: Drawing, blocks: readonly Block[]): Generator<void> {
  let { level } = drawing
  for (const block of blocks) level = yield* drawBlock({ ...drawing, level }, block)
}

/** No level is left out: whoever listens goes from heading to heading. */
function drawHeading(
  { pen, parent, level }: Drawing,
  { level: wanted, runs }: Extract<Block, { kind: 'heading' }>,
): number {
  const own = Math.min(wanted, level + 1, 6)
  const high = sizes[own - 1] ?? size
  pen.y += own === 1 ? 4 : own === 2 ? 12 : 5
  // With the beginning of what it is the title of, such as the first rows of a table.
  pen.need(high * lineHeight + 6 * size * lineHeight)
  const strong = runs.map((run) => ({ ...run, isStrong: true }))
  const element = pen.under(parent, `H${own}`)
  pen.lines(element, wrap(strong, { width: pen.width, size: high }, pen), high)
  element.node.end()
  pen.y += own === 1 ? 8 : 3
  return own
}

function drawParagraph(pen: Pen, element: Element, runs: readonly Run[]): void {
  pen.lines(element, wrap(runs, { width: pen.width, size }, pen), size)
  element.node.end()
  pen.y += 4
}

/** Smaller, for signatures and keys: whole lines are broken anywhere. */
function drawLines(pen: Pen, parent: Element, text: string): void {
  const own = 7.5
  const element = pen.under(parent, 'P')
  const runs = [plainRun(text.replaceAll('\t', '    ').trimEnd())]
  pen.lines(element, wrap(runs, { width: pen.width, size: own }, pen), own)
  element.node.end()
  pen.y += 4
}

function* drawQuote(
  drawing: Drawing,
  { language, blocks }: Extract<Block, { kind: 'quote' }>,
): Generator<void> {
  const { pen, parent } = drawing
  const element = pen.under(parent, 'BlockQuote', { language })
  yield* pen.besideBar(inset, drawBlocks({ ...drawing, parent: element }, blocks))
  element.node.end()
  pen.y += 4
}

function* drawList(
  drawing: Drawing,
  { mark, items }: Extract<Block, { kind: 'list' }>,
): Generator<void> {
  const { pen, parent } = drawing
  const list = pen.under(parent, 'L')
  const widest = mark === 'number' ? `${items.length}.` : '•'
  const room = mark === null ? 0 : pen.textWidth(widest, { isStrong: false, size }) + 7
  for (const [index, blocks] of items.entries()) {
    const item = pen.under(list, 'LI')
    pen.need(size * lineHeight * 2)
    if (mark !== null) {
      const label = pen.under(item, 'Lbl')
      const runs = [plainRun(mark === 'number' ? `${index + 1}.` : '•')]
      const lines = wrap(runs, { width: room, size }, pen)
      pen.slice(label, lines, { x: pen.left, y: pen.y, size })
      label.node.end()
    }
    const body = pen.under(item, 'LBody')
    pen.left += room
    yield* drawItem({ ...drawing, parent: body }, blocks)
    pen.left -= room
    item.node.end()
  }
  list.node.end()
  pen.y += 4
}

/** One sentence is the item itself. */
function* drawItem(drawing: Drawing, blocks: readonly Block[]): Generator<void> {
  const [first] = blocks
  const { pen, parent } = drawing
  if (blocks.length > 1 || first?.kind !== 'paragraph') {
    yield* drawBlocks(drawing, blocks)
    return
  }
  yield
  pen.lines(parent, wrap(first.runs, { width: pen.width, size }, pen), size)
  pen.y += 1.5
}

function* drawTerms(
  pen: Pen,
  parent: Element,
  { pairs, language }: { pairs: readonly Pair[]; language: string | null },
): Generator<void> {
  const list = pen.under(parent, 'L', { language })
  const width = pen.width * termShare - 8
  const form = { size: 9.5, padding: 1.5, isShaded: false, hasRule: false }
  for (const { term, told } of pairs) {
    yield
    const item = pen.under(list, 'LI')
    const strong = term.map((run) => ({ ...run, isStrong: !run.isSmall }))
    const left = pen.left + pen.width * termShare
    const cells = [
      {
        element: pen.under(item, 'Lbl'),
        lines: wrap(strong, { width, size: form.size }, pen),
        x: pen.left,
      },
      {
        element: pen.under(item, 'LBody'),
        lines: wrap(told, { width: pen.width * (1 - termShare), size: form.size }, pen),
        x: left,
      },
    ]
    drawRow(pen, cells, form, () => {})
    item.node.end()
  }
  list.node.end()
  pen.y += 5
}
