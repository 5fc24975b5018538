// "Bonjour ," is not sent: a field without value needs something to stand in its place.
import { type GateCheck, passed, refuse } from '../gate-check.ts'

export const mergeFields: GateCheck = {
  name: 'merge_fields',
  ask: ({ person }) => (person.mergeFieldEmpty ? refuse('merge_field_empty') : passed),
}
