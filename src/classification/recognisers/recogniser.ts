// What a recogniser of values is: a type, how it knows, and a test of one cell.
import { compact, fold } from '../fold.ts'
import type { DataType } from '../types-of-data.ts'

export type Method = 'checksum' | 'format' | 'dictionary'

/** One cell in the writings that recognisers ask for. */
export type Cell = { text: string; compact: string; folded: string }

export type Recogniser = {
  id: string
  type: DataType
  method: Method
  /** True: too common a shape to type a column without a header that agrees. */
  headerNeeded: boolean
  test(cell: Cell): boolean
}

export function cellOf(raw: string): Cell {
  // Spreadsheets write ="0639980001" or '0639980001 to keep a zero.
  const text = raw
    .trim()
    .replace(/^(?:="(.*)"|'(?=[+\d]))$/, '$1')
    .replace(/^'(?=[+\d])/, '')
    // "LEMOINE_Bastien": the names of pictures and files are joined so.
    .replace(/^\p{Lu}[\p{L}'’ -]*(?:_\p{Lu}[\p{L}'’-]*){1,3}$/u, (name) =>
      name.replaceAll('_', ' '),
    )
  return { text, compact: compact(text), folded: fold(text) }
}
