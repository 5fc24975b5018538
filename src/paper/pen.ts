// Draws lines of text on pages of A4: each sign belongs to an element of the tree, or to none.
import type { Instant, Language } from '../kernel/index.ts'
import { demandTypeface, keepSettings, type Typeface } from './letters.ts'
import { typeface, type Weight, weights } from './typeface.ts'
import type { Line, Measure, Piece } from './wrap.ts'

export type Kit = typeof import('pdfkit')
export type Element = { tag: string; node: PDFKit.PDFStructureElement }

/** A4 in points. */
const short = 595.28
const long = 841.89
const margin = 51
const footRoom = 18
const ink = { text: '#1a1a1a', quiet: '#5a6068', line: '#9aa0a6', soft: '#eef1f5', link: '#0b4f9e' }
export const lineHeight = 1.42

type Inside = { _font?: Partial<Typeface> }
type Bar = { x: number; top: number }

/** A text whose signs must come out as they went in, such as a signed one. */
export type Attached = { name: string; text: string; description: string }
export type About = { title: string; language: Language; at: Instant; isWide: boolean }

export class Pen implements Measure {
  readonly doc: PDFKit.PDFDocument
  readonly root: Element
  y = margin
  left = margin
  right: number
  readonly #title: string
  readonly #face: Typeface
  readonly #bars: Bar[] = []
  #pages = 0

  constructor(kit: Kit, { title, language, at, isWide }: About) {
    this.#title = title
    this.right = (isWide ? long : short) - margin
    this.doc = new kit({
      ...{ size: 'A4', layout: isWide ? 'landscape' : 'portrait', margin, autoFirstPage: false },
      // Its types name the kinds for archives alone.
      subset: 'PDF/UA' as 'PDF/A-3a',
      ...{ pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true },
      info: { Title: title, Creator: 'Accord', Producer: 'Accord', CreationDate: new Date(at) },
    })
    for (const weight of weights) this.doc.registerFont(weight, typeface(weight))
    keepSettings(this.#faceOf('strong'))
    this.#face = this.#faceOf('regular')
    keepSettings(this.#face)
    this.root = this.#element('Document', null)
    this.doc.addStructure(this.root.node)
    this.newPage()
  }

  #faceOf(weight: Weight): Typeface {
    this.doc.font(weight)
    return demandTypeface((this.doc as unknown as Inside)._font)
  }

  get width(): number {
    return this.right - this.left
  }

  get bottom(): number {
    return this.doc.page.height - margin - footRoom
  }

  /** What a page holds from top to bottom. */
  get room(): number {
    return this.bottom - margin
  }

  has(codePoint: number): boolean {
    return this.#face.font.hasGlyphForCodePoint(codePoint)
  }

  textWidth(text: string, { isStrong, size }: { isStrong: boolean; size: number }): number {
    return this.#font(isStrong).fontSize(size).widthOfString(text)
  }

  #font(isStrong: boolean): PDFKit.PDFDocument {
    const weight: Weight = isStrong ? 'strong' : 'regular'
    return this.doc.font(weight)
  }

  attach({ name, text, description }: Attached, at: Instant): void {
    const date = new Date(at)
    const kind = { description, type: 'text/plain', relationship: 'Source' }
    const dates = { creationDate: date, modifiedDate: date }
    this.doc.file(Buffer.from(text, 'utf8'), { name, ...kind, ...dates })
  }

  /** A new element below another, in the order of reading. */
  under(parent: Element, tag: string, of: { language?: string | null; scope?: string } = {}) {
    const element = this.#element(tag, of)
    parent.node.add(element.node)
    return element
  }

  #element(tag: string, of: { language?: string | null; scope?: string } | null): Element {
    const { language = null, scope } = of ?? {}
    const options = {
      ...(language === null ? {} : { lang: language }),
      ...(scope === undefined ? {} : { scope }),
    }
    return { tag, node: this.doc.struct(tag, options) }
  }

  /** Each mark is closed before: what crosses a page is marked anew on the next. */
  newPage(): void {
    if (this.#pages > 0) this.#drawBars()
    this.doc.addPage()
    this.#pages += 1
    this.y = margin
    for (const bar of this.#bars) bar.top = margin
    this.artifact('Pagination', () => {
      const y = this.doc.page.height - margin - 4
      const isStrong = false
      const size = 8
      const number = `Page ${this.#pages}`
      const wide = this.textWidth(number, { isStrong, size })
      const free = this.doc.page.width - 2 * margin - wide - 20
      this.#write(number, { x: this.doc.page.width - margin - wide, y, size, isStrong }, ink.quiet)
      this.#write(this.#cut(this.#title, free, size), { x: margin, y, size, isStrong }, ink.quiet)
    })
  }

  #cut(text: string, width: number, size: number): string {
    let cut = [...text].filter((sign) => this.has(sign.codePointAt(0) ?? 0)).join('')
    while (cut !== '' && this.textWidth(cut, { isStrong: false, size }) > width) {
      cut = cut.slice(0, -2)
    }
    return cut
  }

  /**
   * A page of its own for what comes, unless that leaves one less than half full: what runs over
   * from an earlier page by less than that shares the rest of it. However little the first page
   * holds, it stands alone.
   */
  beginPart(): void {
    const used = this.y - margin
    if (used <= 0) return
    if (this.#pages > 1 && used < this.room / 2) this.y += 16
    else this.newPage()
  }

  /** Begins a page where less than this is left. */
  need(height: number): void {
    if (this.y + height > this.bottom && this.y > margin) this.newPage()
  }

  /** What is no part of what is read: lines, shades, numbers of pages. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  rule(y: number, { from, to }: { from: number; to: number }): void {
    this.artifact('Layout', () => {
      this.doc.lineWidth(0.5).strokeColor(ink.line).moveTo(from, y).lineTo(to, y).stroke()
    })
  }

  shade(y: number, height: number, { from, to }: { from: number; to: number }): void {
    this.artifact('Layout', () => {
      this.doc.rect(from, y, to - from, height).fill(ink.soft)
    })
  }

  /** A line at the side of all that is drawn meanwhile, on each page that it reaches. */
  *besideBar(inset: number, drawing: Generator<void>): Generator<void> {
    const bar: Bar = { x: this.left + 1, top: this.y }
    this.#bars.push(bar)
    this.left += inset
    yield* drawing
    this.left -= inset
    this.#drawBar(bar, this.y)
    this.#bars.pop()
  }

  #drawBars(): void {
    for (const bar of this.#bars) this.#drawBar(bar, Math.min(this.y, this.bottom))
  }

  #drawBar({ x, top }: Bar, end: number): void {
    if (end <= top) return
    this.artifact('Layout', () => {
      this.doc.lineWidth(1.2).strokeColor(ink.line).moveTo(x, top).lineTo(x, end).stroke()
    })
  }

  /** Lines of one element, from page to page. */
  lines(element: Element, lines: readonly Line[], size: number): void {
    const high = size * lineHeight
    let left = lines
    while (left.length > 0) {
      this.need(high)
      const fit = Math.max(1, Math.floor((this.bottom - this.y + 0.01) / high))
      this.slice(element, left.slice(0, fit), { x: this.left, y: this.y, size })
      this.y += Math.min(fit, left.length) * high
      left = left.slice(fit)
    }
  }

  /** Lines of one element at one place of this page. */
  slice(
    element: Element,
    lines: readonly Line[],
    { x, y, size, alignedTo }: { x: number; y: number; size: number; alignedTo?: number },
  ): void {
    if (lines.every(({ pieces }) => pieces.length === 0)) return
    const mark = new Mark(this.doc, element)
    for (const [index, { pieces, width }] of lines.entries()) {
      let at = alignedTo === undefined ? x : alignedTo - width
      for (const piece of pieces) {
        const top = y + index * size * lineHeight + (size - piece.size) * 0.9
        this.#piece(mark, piece, { x: at, y: top })
        at += piece.width
      }
    }
    mark.close()
  }

  /** Within an artifact: seen, and not read. */
  untagged(lines: readonly Line[], { x, y, size }: { x: number; y: number; size: number }): void {
    for (const [index, { pieces }] of lines.entries()) {
      let at = x
      for (const piece of pieces) {
        const place = { x: at, y: y + index * size * lineHeight, size, isStrong: piece.isStrong }
        this.#write(piece.text, place, ink.text)
        at += piece.width
      }
    }
  }

  #piece(mark: Mark, piece: Piece, { x, y }: { x: number; y: number }): void {
    const { text, stands, language, href, size, isStrong, width } = piece
    const place = { x, y, size, isStrong }
    if (href !== null) {
      mark.close()
      const link = this.under(mark.element, 'Link')
      const inner = new Mark(this.doc, link)
      inner.open()
      this.#write(text, place, ink.link)
      inner.close()
      const structParent = link.node
      const option = { structParent, Contents: new String(text) as string }
      this.doc.link(x, y, width, size * lineHeight, href, option)
      link.node.end()
      return
    }
    mark.open()
    const span = {
      ...(stands === null ? {} : { actual: stands }),
      ...(language === null ? {} : { lang: language }),
    }
    const isSpan = stands !== null || language !== null
    if (isSpan) this.doc.markContent('Span', span)
    this.#write(text, place, ink.text)
    if (isSpan) this.doc.endMarkedContent()
  }

  #write(
    text: string,
    { x, y, size, isStrong }: { x: number; y: number; size: number; isStrong: boolean },
    color: string,
  ): void {
    const font = this.#font(isStrong).fontSize(size).fillColor(color)
    font.text(text, x, y, { lineBreak: false })
  }
}

/** What is drawn while it is open belongs to the element; it may be opened again. */
class Mark {
  readonly element: Element
  readonly #doc: PDFKit.PDFDocument
  #content: PDFKit.PDFStructureContent | null = null

  constructor(doc: PDFKit.PDFDocument, element: Element) {
    this.#doc = doc
    this.element = element
  }

  open(): void {
    this.#content ??= this.#doc.markStructureContent(this.element.tag)
  }

  close(): void {
    if (this.#content === null) return
    this.#doc.endMarkedContent()
    this.element.node.add(this.#content)
    this.#content = null
  }
}
