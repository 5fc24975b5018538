// "Bonjour ," is not sent: a field without value needs something to stand in its place.
import { type AcceptanceCheck, passed, refuse } from '../gate-check.ts'

export const mergeFields: AcceptanceCheck = {
  name: 'merge_fields',
  askOnce: ({ person }) => (person.mergeFieldEmpty ? refuse('merge_field_empty') : passed),
}
