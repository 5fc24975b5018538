// The quick HMAC gives what Node's own gives, for every length around its blocks and bounds.
import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HmacRoom, hmacSha256, hmacSha256Into, sha256 } from './hmac.ts'

const own = (key: Uint8Array, message: string | Uint8Array) =>
  createHmac('sha256', key).update(message).digest('hex')

/** RFC 4231, test cases 1 to 4, 6 and 7. */
const vectors: readonly (readonly [string, string, string])[] = [
  [
    '0b'.repeat(20),
    '4869205468657265',
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    '4a656665',
    '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    'aa'.repeat(20),
    'dd'.repeat(50),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  ],
  [
    '0102030405060708090a0b0c0d0e0f10111213141516171819',
    'cd'.repeat(50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    'aa'.repeat(131),
    Buffer.from('Test Using Larger Than Block-Size Key - Hash Key First').toString('hex'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
]

test('the vectors of RFC 4231', () => {
  for (const [key, message, mac] of vectors) {
    const made = hmacSha256(Buffer.from(key, 'hex'), Buffer.from(message, 'hex'))
    expect(made.toString('hex')).toBe(mac)
  }
})

test('every length around the blocks and the bound gives what Node gives', () => {
  const lengths = [0, 1, 31, 32, 55, 56, 63, 64, 65, 127, 128, 1_365, 1_366, 4_095, 4_096, 4_097]
  for (const length of lengths) {
    for (const keyLength of [0, 1, 16, 32, 63, 64, 65]) {
      const key = Buffer.alloc(keyLength, 0x5a)
      const message = Buffer.alloc(length, 0xc3)
      expect(hmacSha256(key, message).toString('hex')).toBe(own(key, message))
      const text = 'é'.repeat(length)
      expect(hmacSha256(key, text).toString('hex')).toBe(own(key, text))
    }
    const bytes = Buffer.alloc(length, 0x33)
    expect(sha256(bytes).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})

test('one call after another leaves nothing of the one before', () => {
  const octets = fc.uint8Array({ maxLength: 200 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(octets, fc.oneof(octets, fc.string({ maxLength: 80 })))),
      (all) => {
        const made = all.map(([key, message]) => hmacSha256(key, message))
        expect(made.map((mac) => mac.toString('hex'))).toEqual(
          all.map(([key, message]) => own(key, message)),
        )
      },
    ),
  )
})

test('a shorter digest is the beginning of the whole, whatever key came before', () => {
  const lengths = [32, 16, 64, 0, 32, 100]
  for (const [at, length] of lengths.entries()) {
    const key = new Uint8Array(length).fill(at + 1)
    expect(hmacSha256(key, 'message', 16).toString('hex')).toBe(own(key, 'message').slice(0, 32))
  }
})

test('into a place that is there, where the key may stand as well', () => {
  const place = Buffer.alloc(32, 7)
  const first = own(place, 'message')
  expect(hmacSha256Into(place, place, 'message')).toBe(place)
  expect(place.toString('hex')).toBe(first)
  const long = Buffer.alloc(5_000, 3)
  expect(hmacSha256Into(place, long, long).toString('hex')).toBe(own(long, long))
})

test('a room gives what Node gives, message after message, and knows another when it sees it', () => {
  const key = Buffer.alloc(32, 9)
  const room = new HmacRoom(key, 127)
  for (let round = 0; round < 5; round += 1) {
    room.message.fill(round)
    const expected = Buffer.from(own(key, Buffer.alloc(127, round)), 'hex')
    expect(room.digest(32)).toEqual(expected)
    expect(room.begins(expected.subarray(0, 16))).toBe(true)
    for (let at = 0; at < 16; at += 1) {
      const other = Buffer.from(expected.subarray(0, 16))
      other[at] = (other[at] as number) ^ 1
      expect(room.begins(other)).toBe(false)
    }
    expect(room.begins(Buffer.alloc(0))).toBe(false)
  }
})
