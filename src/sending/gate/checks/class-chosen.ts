// The class is chosen by the sender, never by default (M5, R-205).
import { type GateCheck, passed, refuse } from '../gate-check.ts'

export const classChosen: GateCheck = {
  name: 'class_chosen',
  ask: ({ text }) => (text.class === null ? refuse('class_missing') : passed),
}
