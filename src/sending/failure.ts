// Why a message ended without having arrived: one code for each, whoever asks for it.
import type { Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { type Failure, type MessageFailure, refusals } from './contract.ts'
import type { FinalState } from './message-state.ts'

/** Where the outcome has no reason of its own, its state says it. */
const ofState: Readonly<Record<Exclude<FinalState, 'delivered'>, Failure>> = {
  undelivered: 'not_delivered',
  expired: 'validity_over',
  rejected: 'operator_refused',
  refused: 'not_told',
  cancelled: 'called_back',
  unconfirmed: 'no_receipt',
}

/** Whoever reads a message is not told that its person asked to be erased. */
const ofReason: Readonly<Record<string, Failure>> = { person_erased: 'contact_gone' }

/** The same for one outcome that was just written. */
export function failureOf(state: FinalState, reason: string | null): string | null {
  if (state === 'delivered') return null
  return reason === null ? ofState[state] : (ofReason[reason] ?? reason)
}

const lines = (table: Readonly<Record<string, Failure>>) =>
  Object.entries(table)
    .map(([from, to]) => `when '${from}' then '${to}'`)
    .join(' ')

/** Of the outcome `o`, by the two tables above; null where it arrived, or lives. */
export const failureColumn = `
case when o.state is null or o.state = 'delivered' then null
  when o.reason is not null then case o.reason ${lines(ofReason)} else o.reason end
  else case o.state ${lines(ofState)} end end`

/** Those in which the operator, or the network behind it, had a say. */
export const failuresOfOperator: readonly Failure[] = [
  'operator_refused',
  'not_delivered',
  'validity_over',
]

const refused: ReadonlySet<string> = new Set(refusals)

export function failureView(
  code: Failure | null,
  operatorStatus: string | null,
  language: Language,
): MessageFailure | null {
  if (code === null) return null
  const room = refused.has(code) ? 'sending' : 'failure'
  const status = operatorStatus ?? sentence(language, 'failure.unknown_status') ?? ''
  const said = sentence(language, `${room}.${code}`, { status }) ?? code
  return { code, sentence: said, operatorStatus }
}

/** A status of SMPP in hexadecimal, as operators' own tables have it; one of HTTP as it is. */
export function answerStatus(status: number): string {
  const isOfHttp = status >= 300 && status < 600
  return isOfHttp ? String(status) : `0x${status.toString(16).padStart(2, '0')}`
}
