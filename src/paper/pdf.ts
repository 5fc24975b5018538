// A paper as a PDF that is read aloud as well as seen (PDF/UA), given out page by page.
import { setImmediate } from 'node:timers/promises'
import type { Instant } from '../kernel/index.ts'
import { paperWords } from '../words/index.ts'
import { drawBlock } from './draw.ts'
import { type Block, type Paper, plainRun } from './paper.ts'
import { type Attached, Pen } from './pen.ts'
import { readPage } from './read-page.ts'
import { box, shaped } from './signs.ts'

export const pdfMediaType = 'application/pdf'

type FileAsked = { stem: string; at: Instant; attached?: Attached }

/** A page as a download: the same words, without the buttons. */
export const pdfFile = (page: string, { stem, at, attached }: FileAsked) => ({
  ...{ fileName: `${stem}.pdf`, mediaType: pdfMediaType },
  stream: pdfOf(readPage(page), at, attached),
})

/** Tables of more columns than this stand on pages that lie on their side. */
const uprightColumns = 5
/** After so many rows or sentences, some ten milliseconds, others have their turn. */
const stepsAtOnce = 25

const isWide = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) => block.kind === 'table' && block.rows.some((row) => row.length > uprightColumns),
  )

/**
 * The pages that are done leave while the next are drawn. What stays is the tree of tags, some
 * hundred octets an element.
 */
export async function* pdfOf(
  paper: Paper,
  at: Instant,
  attached?: Attached,
): AsyncGenerator<Buffer> {
  const { default: kit } = await import('pdfkit')
  const { title, language } = paper
  const pen = new Pen(kit, { title, language, at, isWide: isWide(paper.blocks) })
  if (attached !== undefined) pen.attach(attached, at)
  let steps = 0
  for (const _ of drawAll(pen, paper)) {
    steps += 1
    if (steps % stepsAtOnce !== 0) continue
    const done = pen.doc.read() as Buffer | null
    if (done !== null) yield done
    await setImmediate()
  }
  pen.root.node.end()
  pen.doc.end()
  for await (const piece of pen.doc) yield piece as Buffer
}

function* drawAll(pen: Pen, paper: Paper): Generator<void> {
  let level = 0
  let isTold = false
  for (const block of paper.blocks) {
    level = yield* drawBlock({ pen, parent: pen.root, level }, block)
    if (isTold || level === 0) continue
    isTold = true
    yield* tellBoxes(pen, paper)
  }
}

/** Below the title: whoever reads a box learns what it is before the first. */
function* tellBoxes(pen: Pen, { language, blocks }: Paper): Generator<void> {
  if (!blocks.some((block) => lacks(pen, block))) return
  const runs = [plainRun(paperWords[language].boxes.replace('{box}', box))]
  yield* drawBlock({ pen, parent: pen.root, level: 1 }, { kind: 'paragraph', runs })
}

/** Whether the typeface lacks a sign anywhere in it. */
function lacks(pen: Pen, block: unknown): boolean {
  if (typeof block !== 'object' || block === null) return false
  if ('text' in block && typeof block.text === 'string') {
    for (const sign of shaped(block.text)) {
      if (sign !== '\n' && !pen.has(sign.codePointAt(0) ?? 0)) return true
    }
    return false
  }
  return Object.values(block).some((inner) => lacks(pen, inner))
}
