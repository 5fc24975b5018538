// Secrets and signatures after the Standard Webhooks specification (standardwebhooks.com), v1.
import { createHmac } from 'node:crypto'
import { type Instant, Personal, type Randomness } from '../kernel/index.ts'

/** Of a symmetric key the specification allows 24 to 64 octets. */
const secretOctets = 32
const prefix = 'whsec_'

export type Secret = Personal<string>

export function makeSecret(randomness: Randomness): Secret {
  const octets = Buffer.from(randomness.bytes(secretOctets))
  return new Personal(`${prefix}${octets.toString('base64')}`)
}

/** `at`: of this try, so that a receiver can refuse what somebody recorded and plays again. */
export function signedHeaders(
  secrets: readonly Secret[],
  { id, at, body }: { id: string; at: Instant; body: string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = String(Math.floor(at / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.reveal('seal').slice(prefix.length), 'base64')
    const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
    return `v1,${mac}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  }
}
