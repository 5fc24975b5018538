// From an HTTP operator's answer to the outcome of a segment, and from its receipts to ours. Pure.
import { beginningOf, heardLimits, Personal } from '../../kernel/index.ts'
import { type ReceiptState, receiptStates } from '../../wire/index.ts'
import type { OperatorReceipt, SubmitOutcome } from '../link/index.ts'
import { type HttpOperator, scalarAt, valueAt } from './http-operator.ts'

export function outcomeOfAnswer(
  { answer }: Pick<HttpOperator, 'answer'>,
  posted: { status: number; body: string },
): SubmitOutcome {
  const { status } = posted
  if (status === 429) return refused(status, 'throttle')
  // Credit that ran out (402), a login, an address: somebody mends it, and no message is at fault.
  const isLater = [401, 402, 403, 404, 503].includes(status)
  if (isLater || (status >= 300 && status < 400)) return refused(status, 'retry')
  // It may have been taken before it went wrong.
  if (status === 408 || status >= 500) return { kind: 'unknown', why: 'malformed_answer' }
  if (status >= 400) return refused(status, 'give_up', codeOf(answer.codeAt, jsonOf(posted.body)))
  const json = jsonOf(posted.body)
  if (json === undefined) return { kind: 'unknown', why: 'malformed_answer' }
  const code = codeOf(answer.codeAt, json)
  if (answer.codeAt !== null) {
    if (code !== null && has(answer.throttle, code)) return refused(status, 'throttle', code)
    if (code !== null && has(answer.retry, code)) return refused(status, 'retry', code)
    if (code === null) return { kind: 'unknown', why: 'malformed_answer' }
    if (!has(answer.accepted, code)) return refused(status, 'give_up', code)
  }
  const id = wordAt(json, answer.idAt)
  return { kind: 'accepted', operatorMessageId: id }
}

function refused(
  status: number,
  action: 'retry' | 'throttle' | 'give_up',
  code: string | null = null,
): SubmitOutcome {
  // A code is a word of the operator's; a sentence could repeat the number or the text.
  const word = code !== null && /^[\w.-]{1,40}$/.test(code) ? ` ${code}` : ''
  return { kind: 'refused', status, statusName: `HTTP ${status}${word}`, action }
}

function codeOf(path: string | null, json: unknown): string | null {
  return path === null ? null : wordAt(json, path)
}

/** An operator's word is short; what is longer is read no further. */
function wordAt(json: unknown, path: string): string | null {
  const found = scalarAt(json, path)
  return found === null ? null : beginningOf(found, heardLimits.readOfWord)
}

function has(words: readonly string[], word: string): boolean {
  return words.some((one) => one.toLowerCase() === word.toLowerCase())
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Why a receipt could not be read; the word is the operator's own for a state. */
export type UnreadReceipt = { why: 'no_id' | 'no_state' } | { why: 'unknown_state'; word: string }

/** The receipts of one request; what has no id or no known state is left out, and told apart. */
export function receiptsOf(
  { receipt }: Pick<HttpOperator, 'receipt'>,
  body: unknown,
): { receipts: OperatorReceipt[]; unread: UnreadReceipt[] } {
  const found = receipt.listAt === null ? body : valueAt(body, receipt.listAt)
  const receipts: OperatorReceipt[] = []
  const unread: UnreadReceipt[] = []
  for (const item of Array.isArray(found) ? found : [found]) {
    const read = receiptOf(receipt, item)
    if ('why' in read) unread.push(read)
    else receipts.push(read)
  }
  return { receipts, unread }
}

function receiptOf(where: HttpOperator['receipt'], item: unknown): OperatorReceipt | UnreadReceipt {
  const id = wordAt(item, where.idAt)
  if (id === null) return { why: 'no_id' }
  const word = wordAt(item, where.stateAt)
  if (word === null) return { why: 'no_state' }
  const state = stateOf(where.states, word)
  if (state === null) return { why: 'unknown_state', word }
  const code = where.errorAt === null ? null : wordAt(item, where.errorAt)
  return {
    operatorMessageId: id,
    otherMessageId: null,
    state,
    isFinal: state !== 'enroute' && state !== 'accepted',
    unreadState: null,
    errorCode: code !== null && /^[\w.-]{1,20}$/.test(code) ? code : null,
    doneAt: null,
    from: new Personal(''),
    to: '',
    reference: null,
  }
}

function stateOf(words: HttpOperator['receipt']['states'], word: string): ReceiptState | null {
  return receiptStates.find((state) => has(words[state] ?? [], word)) ?? null
}
