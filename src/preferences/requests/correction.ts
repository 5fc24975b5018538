// What a person writes of what is wrong in their data: how much, how often. Pure.
import { correctionMax, type toldKinds } from '../contract.ts'
import type { ToldRequest } from '../person-page.ts'

/** Corrections that wait for their answer at once; a person has few, a program many. */
export const correctionsOpenMax = 5

/** Fewer characters say nothing of what is wrong. */
const correctionMin = 3

export type CorrectionFault = 'empty' | 'long' | 'many'

/** As it is kept: a browser writes each end of a line as two characters. */
export const textTold = (typed: string | undefined): string =>
  (typed ?? '').replaceAll('\r\n', '\n').trim()

export function correctionFault(
  typed: string | undefined,
  requests: readonly Pick<ToldRequest, 'kind' | 'answeredAt'>[],
  kind: (typeof toldKinds)[number] = 'rectification',
): CorrectionFault | null {
  const text = textTold(typed)
  if (text.length < correctionMin) return 'empty'
  if (text.length > correctionMax) return 'long'
  const open = requests.filter((one) => one.kind === kind && one.answeredAt === null)
  return open.length >= correctionsOpenMax ? 'many' : null
}
