// What is seldom set of a route, as a form holds it, and as the API takes it. Pure.
import { type RouteView, usualDeadNumberCodes } from '../../../../routing/contract.ts'
import type { BodyOf } from '../../../data/api.ts'
import { wordsOf } from './http-draft.ts'

type Operator = NonNullable<RouteView['operator']>
type RouteChange = BodyOf<'PATCH /v1/routes/{id}'>

export type AdvancedDraft = {
  tlsCa: string
  tlsServerName: string
  shiftTables: string[]
  concatenation: RouteView['concatenation']
  perBind: string
  perSender: string
  receiptOffset: string
  optOutCodes: string
  deadNumberCodes: string
}

export const emptyAdvanced: AdvancedDraft = {
  tlsCa: '',
  tlsServerName: '',
  shiftTables: [],
  concatenation: 'udh8',
  perBind: '',
  perSender: '',
  receiptOffset: '0',
  optOutCodes: '',
  deadNumberCodes: usualDeadNumberCodes.join(', '),
}

export const advancedOf = (route: RouteView, operator: Operator): AdvancedDraft => ({
  tlsCa: operator.tlsCa ?? '',
  tlsServerName: operator.tlsServerName ?? '',
  shiftTables: [...route.shiftTables],
  concatenation: route.concatenation,
  perBind: typed(operator.bindSegmentsPerSecond),
  perSender: typed(operator.senderSegmentsPerSecond),
  receiptOffset: String(operator.receiptOffsetMinutes),
  optOutCodes: operator.optOutCodes.join(', '),
  deadNumberCodes: operator.deadNumberCodes.join(', '),
})

const typed = (value: number | null): string => (value === null ? '' : String(value))

export type Kind = Operator['kind']

/** Nothing of it was ever set. An HTTP operator always takes texts whole. */
export const isPlain = ({ shiftTables, concatenation, ...typedOnes }: AdvancedDraft, kind: Kind) =>
  shiftTables.length === 0 &&
  (kind === 'http' || concatenation === emptyAdvanced.concatenation) &&
  Object.entries(typedOnes).every(
    ([name, value]) => emptyAdvanced[name as keyof typeof typedOnes] === value,
  )

/** The number that is not readable; null: all are. A fold hides a browser's own word about it. */
export function advancedLack(draft: AdvancedDraft): 'number' | null {
  const isRead =
    /^\d{0,6}$/.test(draft.perBind.trim()) &&
    /^(?:\d{1,6}(?:[.,]\d{1,2})?)?$/.test(draft.perSender.trim()) &&
    /^[-+]?\d{1,3}$/.test(draft.receiptOffset.trim())
  return isRead ? null : 'number'
}

/** An HTTP operator cuts texts itself and has no connections; certificates are of TLS alone. */
export function advancedRequest(
  draft: AdvancedDraft,
  { kind, usesTls }: { kind: Kind; usesTls: boolean },
) {
  const common = {
    shiftTables: draft.shiftTables as RouteView['shiftTables'],
    senderSegmentsPerSecond: numberOf(draft.perSender),
    optOutCodes: wordsOf(draft.optOutCodes),
    deadNumberCodes: wordsOf(draft.deadNumberCodes),
    tlsCa: usesTls ? textOf(draft.tlsCa) : null,
    tlsServerName: usesTls ? textOf(draft.tlsServerName) : null,
  } satisfies RouteChange
  if (kind === 'http') return common
  return {
    ...common,
    concatenation: draft.concatenation,
    bindSegmentsPerSecond: numberOf(draft.perBind),
    receiptOffsetMinutes: Number(draft.receiptOffset),
  } satisfies RouteChange
}

const textOf = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const numberOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace(',', '.'))
