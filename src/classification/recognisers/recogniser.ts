// What a recogniser of values is: a type, how it knows, and a test of one cell.
import { compact, fold } from '../fold.ts'
import type { DataType } from '../types-of-data.ts'

export type Method = 'checksum' | 'format' | 'dictionary'

/** One cell in the writings that recognisers ask for. */
export type Cell = { text: string; compact: string; folded: string }

/** What a cell holds, in bits: a recogniser that needs what a cell lacks is not asked. */
export const holds = {
  digit: 1,
  letter: 2,
  at: 4,
  /** Compact it is seven capitals and digits or more: a number that somebody gave out. */
  code: 8,
} as const

const codeShape = /^[A-Z0-9<]{7,}$/

/** A character beyond ASCII may be folded into anything, and counts as all of them. */
export function heldBy({ text, compact }: Cell): number {
  let held = codeShape.test(compact) ? holds.code : 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) held |= holds.digit
    else if (code > 127) held |= holds.digit | holds.letter | holds.at
    else if (code === 64) held |= holds.at
    else if ((code | 32) >= 97 && (code | 32) <= 122) held |= holds.letter
  }
  return held
}

/** A check of one writing of a cell that no pattern makes, by its name in the table. */
export type Checks = Readonly<Record<string, (text: string, cell: Cell) => boolean>>

export type Recogniser = {
  id: string
  type: DataType
  method: Method
  /** True: too common a shape to type a column without a header that agrees. */
  headerNeeded: boolean
  /** Bits of `holds` without which no cell passes: most are passed over by them. */
  needs: number
  test(cell: Cell): boolean
}

export function cellOf(raw: string): Cell {
  let text = raw.trim()
  // Spreadsheets write ="0639980001" or '0639980001 to keep a zero.
  if (/^[=']/.test(text)) {
    text = text.replace(/^(?:="(.*)"|'(?=[+\d]))$/, '$1').replace(/^'(?=[+\d])/, '')
  }
  if (text.length < wireMax && /[\^<=]/.test(text)) text = nameOnTheWire(text)
  // "LEMOINE_Bastien": the names of pictures and files are joined so.
  if (text.includes('_') && joinedName.test(text)) text = text.replaceAll('_', ' ')
  return { text, compact: compact(text), folded: fold(text) }
}

/** No part within a part: a stranger's row of carets is read as fast as any other. */
const ofParts = /^\p{L}[\p{L}'’ .^-]*\^[\p{L}'’ .^-]*$/u
const wireMax = 200

/**
 * "WHITFIELD^MAUREEN^^MRS" of an image, "CN=Aubert Pascale,OU=Compta" of a directory and
 * `"MARCHAND Luc" <0639980142>` of an exchange are names in the dress of their protocols.
 */
function nameOnTheWire(text: string): string {
  const called = /^"?(\p{L}[^"<>@]+?)"? ?<\+?[\d ().-]+>$/u.exec(text)?.[1]
  if (called !== undefined) return called
  const inDirectory = /^cn=((?:[^,\\]|\\.)+),(?:cn|ou|dc|o)=/i.exec(text)?.[1]
  if (inDirectory !== undefined) return inDirectory.replaceAll('\\', '')
  return ofParts.test(text) ? text.replace(/\^+/g, ' ').trim() : text
}

const joinedName = /^\p{Lu}[\p{L}'’ -]*(?:_\p{Lu}[\p{L}'’-]*){1,3}$/u

/** Several recognisers ask the same of a cell, one after the other: the last answer is kept. */
export function rememberingLast<Answer>(
  answerTo: (text: string) => Answer,
): (text: string) => Answer {
  let kept: { text: string; answer: Answer } | null = null
  return (text) => {
    if (kept === null || kept.text !== text) kept = { text, answer: answerTo(text) }
    return kept.answer
  }
}
