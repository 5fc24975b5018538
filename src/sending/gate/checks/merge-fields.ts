// A field in the text without a value needs a default ("Bonjour ," is not sent).
import { type AcceptanceCheck, passed, refuse } from '../gate-check.ts'

export const mergeFields: AcceptanceCheck = {
  name: 'merge_fields',
  askOnce: ({ person }) => (person.mergeFieldEmpty ? refuse('merge_field_empty') : passed),
}
