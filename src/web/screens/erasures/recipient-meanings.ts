// How the state of a recipient is shown: what waits for somebody stands out.
import type { RecipientState } from '../../../privacy/contract.ts'
import type { Meaning } from '../../ui/tokens.ts'

export const recipientMeanings: Record<RecipientState, Meaning> = {
  to_tell: 'waits',
  told: 'information',
  silent: 'refused',
  answered: 'good',
  own: 'neutral',
  not_kept: 'neutral',
}
