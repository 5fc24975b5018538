// The text must say who is writing when the sender is a number.
import { type AcceptanceCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const brand: AcceptanceCheck = {
  name: 'brand',
  askOnce: ({ text }) => {
    if (text.class !== 'marketing') return notApplicable
    return text.brandMissing ? refuse('brand_missing') : passed
  },
}
