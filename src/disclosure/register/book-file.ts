// A workbook as a file: for a spreadsheet, as a table of text, as a page to print, as a PDF.
import { Readable } from 'node:stream'
import type { Instant, Language } from '../../kernel/index.ts'
import {
  csvMediaType,
  csvOf,
  odsMediaType,
  odsOf,
  pdfFile,
  type Workbook,
} from '../../paper/index.ts'
import { registerHtml } from './register-html.ts'

type Kind = {
  mediaType: string
  make(book: Workbook, language: Language): Uint8Array | string
}

/** Each by the ending of its name. */
export const bookKinds = {
  ods: { mediaType: odsMediaType, make: odsOf },
  csv: { mediaType: csvMediaType, make: csvOf },
  html: { mediaType: 'text/html; charset=utf-8', make: registerHtml },
} satisfies Record<string, Kind>
export type BookKind = keyof typeof bookKinds

type Named = { book: Workbook; stem: string; language: Language }

export function bookFile(kind: BookKind, { book, stem, language }: Named) {
  const { mediaType, make } = bookKinds[kind]
  const octets = make(book, language)
  const stream = Readable.from([typeof octets === 'string' ? Buffer.from(octets, 'utf8') : octets])
  return { fileName: `${stem}.${kind}`, mediaType, stream }
}

/** The rows of the other files, from the page to print. */
export const bookPdf = ({ book, stem, language }: Named, at: Instant) =>
  pdfFile(registerHtml(book, language), { stem, at })
