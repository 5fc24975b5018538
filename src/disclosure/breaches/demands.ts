// What both registers refuse: days that cannot be, stale records, and steps that stay.
import type { Instant } from '../../kernel/index.ts'
import { disclosureError } from '../errors.ts'
import { type StepRow, standing } from './breach-store.ts'

/** A breach has some dozens; each is read whenever it is looked at. */
export const stepsMax = 500

/** Counting reads millions of rows. */
export const countsPerMinute = 5

/** A field for minutes drops the seconds. */
export const minuteMs = 60_000

export function demandBetween(at: Instant, knownAt: Instant, now: Instant): void {
  if (at > now) throw disclosureError('disclosure.breach_step_later', { field: 'on' })
  if (at < knownAt - minuteMs) {
    throw disclosureError('disclosure.breach_step_before', { field: 'on' })
  }
}

type Done = { notifiedAt: Instant | null; peopleToldAt: Instant | null }

/** A notification of what was not yet known cannot be: it would make a late one look in time. */
export function demandBeforeSteps(at: Instant, done: Done, field: string): void {
  const days = [done.notifiedAt, done.peopleToldAt].filter((day) => day !== null)
  if (days.some((day) => at > day + minuteMs)) {
    throw disclosureError('disclosure.breach_after_step', { field })
  }
}

/** `read`: what whoever saves had read; left out where they did not say. */
export function demandNewest(read: string | null | undefined, stands: string | null): void {
  if (read !== undefined && read !== stands) throw disclosureError('disclosure.breach_stale')
}

export function demandTakeBack(rows: readonly StepRow[], stepId: string): void {
  const row = rows.find((one) => one.stepId === stepId)
  if (row === undefined) throw disclosureError('disclosure.breach_not_found')
  const isNoted = row.step === 'authority_notified' || row.step === 'people_told'
  if (!isNoted || !standing(rows).includes(row)) {
    throw disclosureError('disclosure.breach_step_kept')
  }
}
