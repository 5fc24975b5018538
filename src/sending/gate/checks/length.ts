// A bound on segments, so that a pasted page does not become an invoice.
import { type AcceptanceCheck, passed, refuse } from '../gate-check.ts'
import { segmentsPerMessageMax } from '../gate-facts.ts'

export const length: AcceptanceCheck = {
  name: 'length',
  askOnce: ({ person }) =>
    person.segments > segmentsPerMessageMax ? refuse('text_too_long') : passed,
}
