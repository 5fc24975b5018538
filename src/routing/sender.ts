// The senders an account may show on telephones, and how SMPP names them.
import type { CountryCode } from '../countries/index.ts'
import type { Branded, Instant } from '../kernel/index.ts'
import type { senderStates } from './contract.ts'
import type { SmppAddress } from './link/index.ts'

export type SenderId = Branded<string, 'SenderId'>
export type SenderState = (typeof senderStates)[number]

export type Sender = {
  senderId: SenderId
  name: string
  country: CountryCode
  kind: 'alphanumeric' | 'short_code' | 'number'
  state: SenderState
  /** Why the account may use it. */
  evidence: string
  expiresAt: Instant | null
  createdAt: Instant
  decidedAt: Instant | null
  /** Why it was refused, in the words of whoever refused it; under the account's key. */
  refusalSealed: Buffer | null
}

/** The sender of every sandbox account, which needs no registration; a live one registers it. */
export const sandboxSender = 'SANDBOX'

/** What the gate asks: may the account show this sender in that country at that instant? */
export type SenderStanding = 'registered' | 'unknown' | 'refused'

export function senderStandingOf(sender: Sender | null, at: Instant): SenderStanding {
  if (sender === null) return 'unknown'
  if (sender.state === 'refused') return 'refused'
  const isExpired = sender.expiresAt !== null && sender.expiresAt <= at
  return sender.state === 'approved' && !isExpired ? 'registered' : 'unknown'
}

/**
 * SMPP 3.4, 5.2.5 and 5.2.6: alphanumeric is 5/0, a short code 3/0, an international number 1/1.
 */
export function smppAddressOf(sender: string): SmppAddress {
  if (!/^\+?\d+$/.test(sender)) return { ton: 5, npi: 0, address: sender }
  const digits = sender.replace(/^\+/, '')
  if (digits.length <= 6) return { ton: 3, npi: 0, address: digits }
  return { ton: 1, npi: 1, address: digits }
}
