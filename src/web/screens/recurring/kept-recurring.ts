// A recurring send that is being written, kept in this tab while its author leaves the form.
import { recurringEvery } from '../../../campaigns/contract.ts'
import { alertBases, messageClasses } from '../../../sending/contract.ts'
import { useOwnPlace } from '../campaigns/kept/kept-draft.ts'
import {
  type Fits,
  forgetKeptAt,
  isCount,
  isOneOf,
  isText,
  isTextOrNull,
  isYesOrNo,
  useKeptForm,
} from '../campaigns/kept/kept-form.ts'
import type { Draft } from './draft.ts'

/** The number goes up when the shape changes: what was kept in another one is no longer read. */
const prefix = 'accord.recurring.1.'

const fits: Fits<Draft> = {
  name: isText,
  every: isOneOf(['', ...recurringEvery]),
  weekday: isCount,
  month: isCount,
  dayOfMonth: (value) => isText(value) || isCount(value),
  field: isText,
  time: isText,
  firstDay: isText,
  lastDay: isText,
  listId: isTextOrNull,
  class: isOneOf(['', ...messageClasses]),
  basis: (value) => value === null || isOneOf(alertBases)(value),
  purpose: isText,
  mayRepeat: isYesOrNo,
  sender: isText,
  text: isText,
}

/** `id` null: of one that is not saved yet. */
export function useKeptRecurring(id: string | null, first: Draft) {
  const { userId, accountId } = useOwnPlace()
  const key = `${prefix}${userId}.${accountId}.${id ?? 'new'}`
  const nothing: Partial<Draft> = {}
  return { ...useKeptForm(key, fits, first, nothing), forget: () => forgetKeptAt(key) }
}
