// Sealing, tags and the recovery copy, without a database.
import { createCipheriv, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandomness } from '../../test/support/clock.ts'
import { opensslAead, sodiumAead } from './aead.ts'
import { readRecoveryCopy, writeRecoveryCopy } from './recovery/recovery-copy.ts'
import { expand, open, randomPool, seal, tag } from './sealing.ts'
import {
  isSubjectAt,
  placeOf,
  subjectIdOctets,
  subjectIdText,
  writeSubjectId,
} from './subject-id.ts'

const random = randomPool(seededRandomness(7))
const key = Buffer.alloc(32, 5)

describe('a sealed value', () => {
  test('opens with its key in its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
        const sealed = seal(key, 'a|t|c|r', plain, random)
        expect(sealed.length).toBe(1 + 12 + plain.length + 16)
        expect(Buffer.from(plain).equals(open(key, 'a|t|c|r', sealed))).toBe(true)
      }),
    )
  })

  test.each([
    ['in another place', 'a|t|c|other', key],
    ['with another key', 'a|t|c|r', Buffer.alloc(32, 6)],
  ])('does not open %s', (_, context, otherKey) => {
    const sealed = seal(key, 'a|t|c|r', Buffer.from('x'), random)
    expect(() => open(otherKey, context, sealed)).toThrow(/does not open/)
  })

  test('does not open when any octet is changed, or when it is cut', () => {
    const sealed = seal(key, 'a', Buffer.from('abc'), random)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => open(key, 'a', changed)).toThrow()
      expect(() => open(key, 'a', sealed.subarray(0, at))).toThrow()
    }
  })

  test('from before is opened: AES-256-GCM, marked by its first octet', () => {
    const nonce = Buffer.alloc(12, 3)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('a|t\u0001'))
    const body = Buffer.concat([cipher.update('abc'), cipher.final(), cipher.getAuthTag()])
    const sealed = Buffer.concat([Buffer.from([1]), nonce, body])
    expect(open(key, 'a|t', sealed).toString()).toBe('abc')
    expect(() => open(key, 'a|other', sealed)).toThrow(/does not open/)
    sealed[0] = 2
    expect(() => open(key, 'a|t', sealed)).toThrow(/does not open/)
    sealed[0] = 3
    expect(() => open(key, 'a|t', sealed)).toThrow(/does not open/)
  })

  test('in a place with a long name opens as well', () => {
    const place = `a|${'é'.repeat(400)}`
    const sealed = seal(key, place, Buffer.from('x'), random)
    expect(open(key, place, sealed).toString()).toBe('x')
    expect(() => open(key, `${place}.`, sealed)).toThrow(/does not open/)
  })

  test('never has the same nonce twice', () => {
    const nonces = new Set<string>()
    for (let time = 0; time < 5_000; time += 1) {
      nonces.add(seal(key, 'a', Buffer.from('x'), random).subarray(1, 13).toString('hex'))
    }
    expect(nonces.size).toBe(5_000)
  })
})

describe('ChaCha20-Poly1305', () => {
  const octets = (fill: number, count: number) =>
    Uint8Array.from({ length: count }, (_, at) => fill + at)
  // RFC 8439, 2.8.2.
  const sunscreen = {
    plain: Buffer.from(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the " +
        'future, sunscreen would be it.',
    ),
    given: {
      key: octets(0x80, 32),
      nonce: Buffer.from('070000004041424344454647', 'hex'),
      about: Buffer.from('50515253c0c1c2c3c4c5c6c7', 'hex'),
    },
    body: Buffer.from(
      'd31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6' +
        '3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36' +
        '92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc' +
        '3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd060' +
        '0691',
      'hex',
    ),
  }
  const makers = [
    ['libsodium', sodiumAead()],
    ['OpenSSL', opensslAead],
  ] as const

  test('comes from libsodium here', () => {
    expect(sodiumAead()).not.toBeNull()
  })

  test.each(makers)('of %s is as the standard says', (_, made) => {
    const body = new Uint8Array(sunscreen.body.length)
    made?.apply(body, sunscreen.given, sunscreen.plain)
    expect(Buffer.from(body).toString('hex')).toBe(sunscreen.body.toString('hex'))
    const plain = new Uint8Array(sunscreen.plain.length)
    made?.undo(plain, sunscreen.given, body)
    expect(Buffer.from(plain).equals(sunscreen.plain)).toBe(true)
  })

  test.each([
    ['libsodium', 'OpenSSL', sodiumAead(), opensslAead],
    ['OpenSSL', 'libsodium', opensslAead, sodiumAead()],
  ] as const)('of %s is opened by %s, and a forged one by neither', (_, __, maker, opener) => {
    const given = { key, nonce: Buffer.alloc(12, 9), about: Buffer.from('place') }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
        const body = new Uint8Array(plain.length + 16)
        maker?.apply(body, given, plain)
        const read = new Uint8Array(plain.length)
        opener?.undo(read, given, body)
        expect(read).toEqual(plain)
        body[plain.length] = (body[plain.length] ?? 0) ^ 1
        expect(() => opener?.undo(read, given, body)).toThrow()
      }),
    )
  })
})

test('HKDF-Expand is one block of RFC 5869', () => {
  const expected = createHmac('sha256', key)
    .update(Buffer.concat([Buffer.from('contact'), Buffer.from([1])]))
    .digest()
  expect(expand(key, 'contact').equals(expected)).toBe(true)
})

test('A tag is 16 octets, and depends on key and text', () => {
  expect(tag(key, 'a').length).toBe(16)
  expect(tag(key, 'a').equals(tag(key, 'a'))).toBe(true)
  expect(tag(key, 'a').equals(tag(key, 'b'))).toBe(false)
  expect(tag(key, 'a').equals(tag(Buffer.alloc(32, 6), 'a'))).toBe(false)
})

describe('the recovery copy', () => {
  test('is read back, also in small letters, without dashes, and with O for 0', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (root) => {
        const text = writeRecoveryCopy(root)
        expect(text).toMatch(/^([0-9A-Z]{4}-){14}[0-9A-Z]{4}$/)
        const typed = text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
        expect(readRecoveryCopy(text).equals(Buffer.from(root))).toBe(true)
        expect(readRecoveryCopy(typed).equals(Buffer.from(root))).toBe(true)
      }),
    )
  })

  test('is refused with one wrong character', () => {
    const text = writeRecoveryCopy(Buffer.alloc(32, 9))
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === '-') continue
      const wrong = `${text.slice(0, at)}${text[at] === 'Z' ? 'Y' : 'Z'}${text.slice(at + 1)}`
      expect(() => readRecoveryCopy(wrong)).toThrow(/recovery copy/)
    }
    for (const other of ['', 'hello', text.slice(0, -5)]) {
      expect(() => readRecoveryCopy(other)).toThrow(/recovery copy/)
    }
  })
})

test('A subject id is a UUIDv8 that tells page and slot', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 0x7fff_ffff }),
      fc.nat({ max: 255 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (page, slot, octets) => {
        const buffer = Buffer.from(octets)
        writeSubjectId(buffer, 0, page, slot)
        const id = subjectIdText(buffer, 0)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(placeOf(id)).toEqual({ page, slot })
        expect(subjectIdOctets(id).equals(buffer)).toBe(true)
        expect(isSubjectAt(buffer, 0, id)).toBe(true)
        for (let octet = 0; octet < 16; octet += 1) {
          const other = Buffer.from(buffer)
          other[octet] = (other[octet] ?? 0) ^ 1
          expect(isSubjectAt(other, 0, id)).toBe(false)
        }
      },
    ),
  )
})
