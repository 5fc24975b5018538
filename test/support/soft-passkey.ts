// An authenticator in software: makes a passkey and answers challenges, rightly or as it is told.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Told = { origin: string; rpId: string; count?: number; challenge?: string }
const sha256 = (octets: string | Buffer) => createHash('sha256').update(octets).digest()
const challengeOf = (options: unknown) => (options as { challenge: string }).challenge

/** Flags of authenticator data: the user was there; a credential follows. */
const present = 0x01
const attested = 0x40

export function softPasskey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const clientData = (type: string, options: unknown, told: Told) =>
    Buffer.from(
      JSON.stringify({
        ...{ type, challenge: told.challenge ?? challengeOf(options), origin: told.origin },
        crossOrigin: false,
      }),
    )
  const head = (told: Told, flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(told.count ?? 0)
    return Buffer.concat([sha256(told.rpId), Buffer.from([flags]), count])
  }
  return {
    id: id.toString('base64url'),
    make(options: unknown, told: Told) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      // COSE (RFC 9053): EC2, ES256, P-256, x, y.
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const data = Buffer.concat([
        head(told, present | attested),
        Buffer.alloc(16),
        length,
        id,
        key,
      ])
      // CBOR (RFC 8949): a map of fmt, attStmt and authData.
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ])
      return {
        id: id.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', options, told).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      }
    },
    answer(options: unknown, told: Told) {
      const client = clientData('webauthn.get', options, told)
      const data = head(told, present)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        id: id.toString('base64url'),
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      }
    },
  }
}
