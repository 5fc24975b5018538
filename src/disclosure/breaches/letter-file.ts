// A letter as a page to download.
import { Readable } from 'node:stream'

export const letterMediaType = 'text/html; charset=utf-8'
/** A PDF is drawn anew each time. */
export const lettersPerMinute = 30

export const pageFile = (fileName: string, html: string) => ({
  ...{ fileName, mediaType: letterMediaType },
  stream: Readable.from([Buffer.from(html, 'utf8')]),
})
