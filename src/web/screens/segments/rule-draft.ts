// A rule as it is being written, and as the API takes it. Pure.
import {
  type CustomFieldView,
  type CustomOp,
  type CustomType,
  campaignOps,
  customOps,
  type SegmentRule,
  segmentStatuses,
} from '../../../contacts/contract.ts'

/** The countries whose rules are known here. */
export const countries = 'FR BE CH LU DE AT ES IT PT NL IE GB PL'.split(' ')

export const plainFields = [
  'list',
  'campaign',
  'status',
  'country',
  'department',
  'added',
  'agreed',
  'last_message',
  'last_reply',
] as const
export type PlainField = (typeof plainFields)[number]

/** `field`: one of the above, or `custom:` and the key of a field. */
export type RuleDraft = { id: number; field: string; op: string; value: string }

export const whenOps = ['within', 'not_within', 'before', 'since'] as const
export type WhenOp = (typeof whenOps)[number]
export const isOrNot = ['is', 'is_not'] as const

const whenFields = ['added', 'agreed', 'last_message', 'last_reply'] as const
export type WhenField = (typeof whenFields)[number]
export const asWhen = (field: string): WhenField | undefined =>
  whenFields.find((one) => one === field)

export const customKeyOf = (field: string): string | null =>
  field.startsWith('custom:') ? field.slice('custom:'.length) : null

const opsByType: Readonly<Record<CustomType, readonly CustomOp[]>> = {
  text: ['is', 'is_not', 'contains', 'filled', 'empty'],
  number: ['is', 'is_not', 'less', 'more', 'filled', 'empty'],
  amount: ['is', 'is_not', 'less', 'more', 'filled', 'empty'],
  date: ['is', 'is_not', 'less', 'more', 'in_days', 'filled', 'empty'],
  date_time: ['is', 'is_not', 'less', 'more', 'in_days', 'filled', 'empty'],
}

export function opsOf(field: string, fields: readonly CustomFieldView[]): readonly string[] {
  const key = customKeyOf(field)
  if (key !== null) return opsByType[fields.find((one) => one.key === key)?.type ?? 'text']
  if (field === 'campaign') return campaignOps
  return asWhen(field) === undefined ? isOrNot : whenOps
}

export const needsNoValue = (op: string): boolean => op === 'filled' || op === 'empty'
export const isInDays = (op: string): boolean =>
  op === 'within' || op === 'not_within' || op === 'in_days'

const isDays = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) <= 3_650
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

/** Null: it is not complete yet. */
export function ruleOf({ field, op, value: written }: RuleDraft): SegmentRule | null {
  const value = written.trim()
  const key = customKeyOf(field)
  if (key !== null) {
    const known = customOps.find((one) => one === op)
    if (known === undefined || (value === '' && !needsNoValue(op))) return null
    if (known === 'in_days' && !isDays(value)) return null
    return { field: 'custom', key, op: known, value: needsNoValue(op) ? '' : value }
  }
  const when = asWhen(field)
  if (when !== undefined) {
    if (op === 'within' || op === 'not_within') {
      return isDays(value) ? { field: when, op, days: Number(value) } : null
    }
    if (op === 'before' || op === 'since') {
      return isDay(value) ? { field: when, op, day: value } : null
    }
    return null
  }
  if (field === 'campaign') {
    const known = campaignOps.find((one) => one === op)
    return known === undefined || value === '' ? null : { field, op: known, campaignId: value }
  }
  const is = isOrNot.find((one) => one === op)
  if (is === undefined || value === '') return null
  if (field === 'list') return { field, op: is, listId: value }
  if (field === 'country') return { field, op: is, country: value }
  if (field === 'department') return { field, op: is, department: value }
  const status = segmentStatuses.find((one) => one === value)
  return status === undefined ? null : { field: 'status', op: is, status }
}

export function draftOfRule(rule: SegmentRule, id: number): RuleDraft {
  const { op } = rule
  switch (rule.field) {
    case 'list':
      return { id, field: rule.field, op, value: rule.listId }
    case 'campaign':
      return { id, field: rule.field, op, value: rule.campaignId }
    case 'status':
      return { id, field: rule.field, op, value: rule.status }
    case 'country':
      return { id, field: rule.field, op, value: rule.country }
    case 'department':
      return { id, field: rule.field, op, value: rule.department }
    case 'custom':
      return { id, field: `custom:${rule.key}`, op, value: rule.value }
    default:
      return { id, field: rule.field, op, value: 'day' in rule ? rule.day : String(rule.days) }
  }
}
