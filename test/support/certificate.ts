// Certificates made anew for a test, self-signed or by an authority: no key lies in the repository.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A DER value: its tag, its length, its contents. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents)
  const length =
    body.length < 0x80
      ? Buffer.of(body.length)
      : Buffer.of(0x82, body.length >> 8, body.length & 0xff)
  return Buffer.concat([Buffer.of(tag), length, body])
}

const sequence = (...contents: Buffer[]): Buffer => der(0x30, ...contents)
const object = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const time = (text: string): Buffer => der(0x17, Buffer.from(text))

const ecdsaWithSha256 = sequence(object('2a8648ce3d040302'))
const commonName = object('550403')
const subjectAltName = object('551d11')

const basicConstraints = object('551d13')
const yes = der(0x01, Buffer.of(0xff))

export type TestCertificate = { key: string; cert: string }

const nameOf = (text: string): Buffer =>
  sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(text)))))

/** Of a host name, or of 127.0.0.1. */
function namesExtension(host: string | null): Buffer {
  const name = host === null ? der(0x87, Buffer.of(127, 0, 0, 1)) : der(0x82, Buffer.from(host))
  return sequence(subjectAltName, der(0x04, sequence(name)))
}

const authorityExtension = sequence(basicConstraints, yes, der(0x04, sequence(yes)))

type Parts = {
  subject: string
  issuer: string
  serial: number
  extension: Buffer
  /** `YYMMDDhhmmssZ`; long from now when absent. */
  until?: string
}

function signed(parts: Parts, publicKey: KeyObject, issuerKey: KeyObject): string {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(parts.serial)),
    ecdsaWithSha256,
    nameOf(parts.issuer),
    sequence(time('200101000000Z'), time(parts.until ?? '491231235959Z')),
    nameOf(parts.subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(parts.extension)),
  )
  const signature = der(0x03, Buffer.of(0), sign('sha256', body, issuerKey))
  const base64 = sequence(body, ecdsaWithSha256, signature).toString('base64')
  const lines = base64.match(/.{1,64}/g)?.join('\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

/** As DER writes it: two digits of the year. */
const utcTime = (at: Date) => `${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Self-signed, for 127.0.0.1. */
export function testCertificate(): TestCertificate {
  const { privateKey, publicKey } = newKeys()
  const extension = namesExtension(null)
  const parts = { subject: '127.0.0.1', issuer: '127.0.0.1', serial: 1, extension }
  return { key: pemOf(privateKey), cert: signed(parts, publicKey, privateKey) }
}

/** An authority of one's own, as an operator has it, and what it vouches for. */
export function testAuthority(): {
  cert: string
  vouchFor(host: string, until?: Date): TestCertificate
} {
  const own = newKeys()
  const issuer = 'Operator authority'
  const parts = { subject: issuer, issuer, serial: 1, extension: authorityExtension }
  return {
    cert: signed(parts, own.publicKey, own.privateKey),
    vouchFor: (host, end) => {
      const { privateKey, publicKey } = newKeys()
      const until = end === undefined ? {} : { until: utcTime(end) }
      const leaf = { subject: host, issuer, serial: 2, extension: namesExtension(host), ...until }
      return { key: pemOf(privateKey), cert: signed(leaf, publicKey, own.privateKey) }
    },
  }
}
