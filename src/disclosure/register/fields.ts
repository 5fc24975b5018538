// A field of a register with where it comes from.
import type { RegisterField, RegisterPart } from '../contract.ts'

export const measured = (value: string): RegisterField => ({ value, origin: 'measured' })
export const declaredOr = (value: string | null | undefined): RegisterField =>
  value === null || value === undefined
    ? { value: '', origin: 'missing' }
    : { value, origin: 'declared' }

export const declaredParts = (type: string, text: string | undefined): RegisterPart[] =>
  text === undefined ? [] : [{ type, text, origin: 'declared' }]
