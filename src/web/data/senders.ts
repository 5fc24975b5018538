// Which senders count today: approved, and not past their end.
import type { SenderView } from '../../routing/contract.ts'

type Standing = Pick<SenderView, 'state' | 'expiresAt'>

export const hasEnded = ({ expiresAt }: Standing): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.now()

export const isUsable = (sender: Standing): boolean =>
  sender.state === 'approved' && !hasEnded(sender)
