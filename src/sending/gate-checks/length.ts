// A bound on segments, so that a pasted page does not become an invoice.
import { type GateCheck, passed, refuse } from '../gate-check.ts'
import { segmentsPerMessageMax } from '../gate-facts.ts'

export const length: GateCheck = {
  name: 'length',
  ask: ({ person }) => (person.segments > segmentsPerMessageMax ? refuse('text_too_long') : passed),
}
