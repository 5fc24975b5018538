// Nobody hides on whose behalf they write: a number as sender asks for the name in the text.
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const brand: GateCheck = {
  name: 'brand',
  ask: ({ text }) => {
    if (text.class !== 'marketing') return notApplicable
    return text.brandMissing ? refuse('brand_missing') : passed
  },
}
