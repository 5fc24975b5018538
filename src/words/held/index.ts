// What the rows of an answer are called, by table, by column and by code.
export { whyOfColumn, whysTranslated } from './columns.ts'
export { heldTableNames } from './tables.ts'
export { heldSentences, heldValues } from './values.ts'
