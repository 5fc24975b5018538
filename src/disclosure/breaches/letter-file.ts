// A letter as it leaves: a page, or a PDF.
import { Readable } from 'node:stream'
import type { Instant } from '../../kernel/index.ts'
import { pdfFile } from '../../paper/index.ts'

export const letterMediaType = 'text/html; charset=utf-8'
/** A PDF is drawn anew each time. */
export const lettersPerMinute = 30

const pageFile = (fileName: string, html: string) => ({
  ...{ fileName, mediaType: letterMediaType },
  stream: Readable.from([Buffer.from(html, 'utf8')]),
})

/** As it is read on a screen, or on paper. */
export const letterFile = (form: 'html' | 'pdf', html: string, at: Instant) =>
  form === 'html' ? pageFile('letter.html', html) : pdfFile(html, { stem: 'letter', at })
