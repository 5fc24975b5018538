// What other rooms may use of paper: a page of ours as a PDF, and what it is made of.
export {
  type Block,
  type Pair,
  type Paper,
  plainRun,
  type Run,
  type TableCell,
  type TableRow,
} from './paper.ts'
export { pdfFile, pdfMediaType, pdfOf } from './pdf.ts'
export { readPage } from './read-page.ts'
