// The alphabets: the standard's table, and that nothing is ever substituted.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { decodeGsm7, encodeGsm7 } from './gsm7.ts'
import { decodeUcs2, encodeUcs2 } from './ucs2.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../vectors/gsm7.json', import.meta.url), 'utf8'),
) as { characters: [septets: string, codePoint: string][] }
const characters = vectors.characters.map(([septets, codePoint]) => ({
  septets: Buffer.from(septets, 'hex'),
  character: String.fromCodePoint(Number.parseInt(codePoint, 16)),
}))

test('every character of the standard has its septets, both ways', () => {
  expect(characters).toHaveLength(127 + 10)
  for (const { septets, character } of characters) {
    const encoded = encodeGsm7(character)
    expect(encoded.ok && Buffer.from(encoded.octets)).toEqual(septets)
    expect(decodeGsm7(septets)).toEqual({ ok: true, text: character })
  }
})

test('no other character of the basic plane has a code', () => {
  const known = new Set(characters.map(({ character }) => character))
  const wrong: string[] = []
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code)
    if (encodeGsm7(character).ok !== known.has(character)) wrong.push(`U+${code.toString(16)}`)
  }
  expect(wrong).toEqual([])
})

test('the encoder names the first character without code, and where', () => {
  expect(encodeGsm7('aê😀')).toEqual({ ok: false, character: 'ê', codePointIndex: 1, index: 1 })
  expect(encodeGsm7('a€😀ê')).toEqual({ ok: false, character: '😀', codePointIndex: 2, index: 2 })
  expect(encodeGsm7('\u001b').ok).toBe(false)
  expect(encodeUcs2('😀\ud83d!')).toEqual({
    ok: false,
    character: '\ud83d',
    codePointIndex: 1,
    index: 2,
  })
})

test('a text of the alphabet comes back as it went', () => {
  const alphabet = characters.map(({ character }) => character)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...alphabet)), (list) => {
      const text = list.join('')
      const encoded = encodeGsm7(text)
      expect(encoded.ok && decodeGsm7(encoded.octets)).toEqual({ ok: true, text })
    }),
  )
})

test('a text without lone surrogates comes back from UCS-2 as it went', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const encoded = encodeUcs2(text)
      expect(encoded.ok && decodeUcs2(encoded.octets)).toEqual({ ok: true, text })
    }),
  )
})

test('any octets in any coding are a text or a fault within them', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.integer({ min: 0, max: 255 }), (octets, coding) => {
      const decoded = decodeText(octets, coding)
      if (!decoded.ok) expect(decoded.at).toBeLessThanOrEqual(octets.length)
    }),
  )
})

test('data codings are read as the standards say', () => {
  const e = Uint8Array.of(0x05)
  expect(decodeText(e, 0x00)).toEqual({ ok: true, text: 'é' })
  expect(decodeText(Uint8Array.of(0xe9), 0x00, 'latin1')).toEqual({ ok: true, text: 'é' })
  expect(decodeText(Uint8Array.of(0xe9), 0x03)).toEqual({ ok: true, text: 'é' })
  expect(decodeText(Uint8Array.of(0x00, 0xe9), 0x08)).toEqual({ ok: true, text: 'é' })
  expect(decodeText(Uint8Array.of(0x00, 0xe9), 0x18)).toEqual({ ok: true, text: 'é' })
  expect(decodeText(e, 0xf0)).toEqual({ ok: true, text: 'é' })
  expect(decodeText(e, 0x04)).toEqual({ ok: false, fault: 'unknown_data_coding', at: 0 })
  expect(decodeText(Uint8Array.of(0x80), 0)).toEqual({
    ok: false,
    fault: 'octet_is_no_septet',
    at: 0,
  })
  expect(decodeText(Uint8Array.of(0x41, 0x1b), 0)).toEqual({
    ok: false,
    fault: 'escape_without_character',
    at: 1,
  })
  expect(decodeText(Uint8Array.of(0, 0x41, 0), 8)).toEqual({
    ok: false,
    fault: 'odd_number_of_octets',
    at: 2,
  })
})
