// What a document on paper says, as data: title, language, blocks in the order of reading.
import type { Language } from '../kernel/index.ts'

/** A piece of a sentence. It is text and nothing else: no sign in it is taken for a command. */
export type Run = {
  text: string
  isStrong: boolean
  isSmall: boolean
  /** In another language than what is around it. */
  language: string | null
  /** A whole address that the reader may open; null: plain text. */
  href: string | null
}

export type TableCell = { runs: readonly Run[]; heads: 'column' | 'row' | null; isRight: boolean }
export type TableRow = readonly TableCell[]

export type Block =
  | { kind: 'heading'; level: number; runs: readonly Run[] }
  | { kind: 'paragraph'; runs: readonly Run[] }
  /** Lines as they are, such as a signed text. */
  | { kind: 'lines'; text: string }
  | { kind: 'quote'; language: string | null; blocks: readonly Block[] }
  | { kind: 'list'; mark: 'number' | 'dot' | null; items: readonly (readonly Block[])[] }
  /** Names with what stands behind each. */
  | { kind: 'terms'; language: string | null; pairs: readonly Pair[] }
  /** The first `headRows` rows come again on each page. */
  | { kind: 'table'; headRows: number; rows: readonly TableRow[] }
  /** What belongs together, with a line at its side. */
  | { kind: 'card'; blocks: readonly Block[] }
  /** What comes begins a page, unless that leaves a later page less than half full. */
  | { kind: 'new_page' }

export type Pair = { term: readonly Run[]; told: readonly Run[] }

export type Paper = { title: string; language: Language; blocks: readonly Block[] }

export const plainRun = (text: string): Run => ({
  ...{ text, isStrong: false, isSmall: false },
  ...{ language: null, href: null },
})
