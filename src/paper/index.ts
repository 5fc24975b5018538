// What other rooms may use of paper: pages and tables of ours as files, and what they are made of.
export { csvMediaType, csvOf, csvPages } from './csv.ts'
export { csvCell, withoutFormulas } from './csv-cell.ts'
export { odsMediaType, odsOf } from './ods.ts'
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
export type { Cell, Sheet, Workbook } from './workbook.ts'
