// Nobody hides on whose behalf they write: a number as sender asks for the name in the text
//
import { type AcceptanceCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const brand: AcceptanceCheck = {
  name: 'brand',
  askOnce: ({ text }) => {
    if (text.class !== 'marketing') return notApplicable
    return text.brandMissing ? refuse('brand_missing') : passed
  },
}
