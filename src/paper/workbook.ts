// Tables of text that become a file: for a spreadsheet, as CSV, or as a page.
/** `number`: what a spreadsheet counts with, where the text writes one. */
export type Cell = { text: string; isHeading: boolean; number?: number }
export type Sheet = { name: string; rows: readonly (readonly Cell[])[] }
export type Workbook = { title: string; note: string; sheets: readonly Sheet[] }
