// Whether a person's values fit the rules over custom fields. Pure; values are opened before.
import { fold } from '../../classification/index.ts'
import { type CustomType, readCustom } from '../contract.ts'
import type { CustomOp, SegmentRule } from '../contract-segments.ts'
import type { CustomValues } from '../custom-fields/custom-values.ts'

export type CustomRule = Extract<SegmentRule, { field: 'custom' }>
/** A rule with the type of its field, its value as that type keeps it. */
export type ReadRule = { key: string; type: CustomType; op: CustomOp; value: string }

const opsOf: Readonly<Record<CustomType, readonly CustomOp[]>> = {
  text: ['is', 'is_not', 'contains', 'filled', 'empty'],
  number: ['is', 'is_not', 'less', 'more', 'filled', 'empty'],
  amount: ['is', 'is_not', 'less', 'more', 'filled', 'empty'],
  date: ['is', 'is_not', 'less', 'more', 'in_days', 'filled', 'empty'],
  date_time: ['is', 'is_not', 'less', 'more', 'in_days', 'filled', 'empty'],
}
export const customOpsOf = (type: CustomType): readonly CustomOp[] => opsOf[type]

const daysMax = 3_650

/** Null: the rule does not fit the type of its field, or its value cannot be read as that type. */
export function readRule(rule: CustomRule, type: CustomType): ReadRule | null {
  const { key, op } = rule
  if (!opsOf[type].includes(op)) return null
  const written = rule.value.trim()
  if (op === 'filled' || op === 'empty') return { key, type, op, value: '' }
  if (written === '') return null
  if (op === 'in_days') {
    const isDays = /^\d{1,4}$/.test(written) && Number(written) <= daysMax
    return isDays ? { key, type, op, value: written } : null
  }
  // Of an appointment a day alone may be named: it is compared by its day.
  const whole = readCustom(type, written).value
  const value = whole ?? (type === 'date_time' ? readCustom('date', written).value : null)
  return value === null ? null : { key, type, op, value }
}

/** Today where the person is, as `2026-12-03`; asked for by rules about days ahead. */
export type Today = () => string

export function fitsValue(rule: ReadRule, values: CustomValues | undefined, today: Today): boolean {
  const value = values?.[rule.key]
  const { op } = rule
  if (op === 'empty') return value === undefined
  if (op === 'is_not') return value === undefined || !isSame(rule, value)
  if (value === undefined) return false
  if (op === 'filled') return true
  if (op === 'is') return isSame(rule, value)
  if (op === 'contains') return fold(value).includes(fold(rule.value))
  if (op === 'in_days') return isAhead(value, Number(rule.value), today())
  const order = compare(rule, value)
  return order !== null && (op === 'less' ? order < 0 : order > 0)
}

function isSame(rule: ReadRule, value: string): boolean {
  if (rule.type === 'text') return fold(value) === fold(rule.value)
  return compare(rule, value) === 0
}

/** Null: they cannot be compared, such as euros with francs. */
function compare({ type, value: asked }: ReadRule, value: string): number | null {
  if (type === 'number') return Number(value) - Number(asked)
  if (type === 'amount') {
    const [number, currency] = value.split(' ')
    const [other, its] = asked.split(' ')
    return currency === its ? Number(number) - Number(other) : null
  }
  // Written from the year down, days and times stand in the order of their letters.
  const same = value.slice(0, asked.length)
  return same < asked ? -1 : same > asked ? 1 : 0
}

const dayMs = 86_400_000

/** From today on, through so many days ahead. */
function isAhead(value: string, days: number, today: string): boolean {
  const day = value.slice(0, 10)
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + days * dayMs)
  return day >= today && day <= last.toISOString().slice(0, 10)
}
