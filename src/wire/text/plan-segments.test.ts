// Counting and cutting: the edges as a table, and that the parts are the text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { encodeSegments } from './encode-segments.ts'
import { type Concatenation, concatenations, planSegments } from './plan-segments.ts'
import { readUserData } from './user-data-header.ts'

// biome-ignore format: a table reads as a table
const table: readonly (readonly [what: string, text: string, encoding: string, units: number, parts: readonly number[]])[] = [
  ['nothing',                         '',                                'gsm7',   0, [0]],
  ['one septet',                      'a',                               'gsm7',   1, [1]],
  ['an extension character',          '€',                               'gsm7',   2, [2]],
  ['160 septets',                     'a'.repeat(160),                   'gsm7', 160, [160]],
  ['161 septets',                     'a'.repeat(161),                   'gsm7', 161, [153, 8]],
  ['80 extension characters',         '€'.repeat(80),                    'gsm7', 160, [160]],
  ['159 septets and a pair',          `${'a'.repeat(159)}€`,             'gsm7', 161, [153, 8]],
  ['a pair over the first cut',       `${'a'.repeat(152)}€${'b'.repeat(10)}`, 'gsm7', 164, [152, 12]],
  ['pairs only: 76 a part',           '€'.repeat(153),                   'gsm7', 306, [152, 152, 2]],
  ['two full parts',                  'a'.repeat(306),                   'gsm7', 306, [153, 153]],
  ['one more',                        'a'.repeat(307),                   'gsm7', 307, [153, 153, 1]],
  ['ê has no code',                   'ê',                               'ucs2',   1, [1]],
  ['ç has none, Ç has',               'ç',                               'ucs2',   1, [1]],
  ['Ç',                               'Ç',                               'gsm7',   1, [1]],
  ['70 units',                        'ê'.repeat(70),                    'ucs2',  70, [70]],
  ['71 units',                        'ê'.repeat(71),                    'ucs2',  71, [67, 4]],
  ['an emoji is two units',           '😀',                              'ucs2',   2, [2]],
  ['a surrogate pair over the cut',   `${'ê'.repeat(66)}😀${'ê'.repeat(9)}`, 'ucs2',  77, [66, 11]],
  ['emojis only: 33 a part',          '😀'.repeat(67),                   'ucs2', 134, [66, 66, 2]],
  ['a lone surrogate counts as a unit', '\ud83d',                        'ucs2',   1, [1]],
]

test.each(table)('%s', (_what, text, encoding, units, parts) => {
  const plan = planSegments(text)
  expect(plan).toMatchObject({ encoding, units, segments: parts.length })
  expect(plan.parts.map((part) => part.units)).toEqual(parts)
})

test('a 16-bit reference leaves 152 septets or 66 units', () => {
  expect(planSegments('a'.repeat(161), 'udh16').parts.map((p) => p.units)).toEqual([152, 9])
  expect(planSegments('ê'.repeat(71), 'udh16').parts.map((p) => p.units)).toEqual([66, 5])
})

test('the characters that force UCS-2 are named with their first place', () => {
  expect(planSegments('Noël à la fête 😀 fête').offendingCharacters).toEqual([
    { character: 'ë', index: 2, codePointIndex: 2, count: 1 },
    { character: 'ê', index: 11, codePointIndex: 11, count: 2 },
    { character: '😀', index: 15, codePointIndex: 15, count: 1 },
  ])
  expect(planSegments('déjà').offendingCharacters).toEqual([])
})

const anyText = fc.oneof(
  fc.string({ maxLength: 400, unit: fc.constantFrom('a', '€', 'é', '[', '\n') }),
  fc.string({ maxLength: 400, unit: fc.constantFrom('a', '€', 'ê', '😀', '👩‍👧') }),
  fc.string({ maxLength: 300, unit: 'binary' }),
)

test('the parts, in order, are the text, and none is above its measure', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...concatenations), (text, concatenation) => {
      const plan = planSegments(text, concatenation)
      expect(plan.parts.map((part) => part.text).join('')).toBe(text)
      expect(plan.parts.reduce((sum, part) => sum + part.units, 0)).toBe(plan.units)
      const [single, part] =
        plan.encoding === 'gsm7'
          ? [160, concatenation === 'udh16' ? 152 : 153]
          : [70, concatenation === 'udh16' ? 66 : 67]
      for (const cut of plan.parts) {
        expect(cut.units).toBeLessThanOrEqual(plan.segments === 1 ? single : part)
        expect(cut.text).toBe(text.slice(cut.start, cut.end))
      }
    }),
  )
})

test('encoded segments put together again are the text, in 140 octets each', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom(...concatenations),
      fc.integer({ min: 0, max: 0xffff }),
      (text, concatenation, reference) => {
        const encoded = encodeSegments(text, { concatenation, reference })
        if (!encoded.ok) throw new Error('not encoded')
        const texts = encoded.segments.map((segment, index) => {
          expect(segment.partNumber).toBe(index + 1)
          if (!segment.inPayload) {
            expect(octetsOnAir(segment.octets, segment, concatenation)).toBeLessThanOrEqual(140)
          }
          let octets = segment.octets
          if (segment.hasUserDataHeader) {
            const data = readUserData(octets)
            if (!data.ok) throw new Error('no header')
            expect(data.concatenation).toEqual({
              reference: concatenation === 'udh8' ? reference & 0xff : reference,
              partsTotal: encoded.segments.length,
              partNumber: index + 1,
            })
            octets = data.rest
          }
          const decoded = decodeText(octets, segment.dataCoding)
          return decoded.ok ? decoded.text : 'fault'
        })
        expect(texts.join('')).toBe(text)
      },
    ),
  )
})

/** The radio packs septets; a header takes whole septets (3GPP TS 23.040, 9.2.3.24). */
function octetsOnAir(
  octets: Uint8Array,
  segment: { dataCoding: number; hasUserDataHeader: boolean },
  concatenation: Concatenation,
): number {
  if (segment.dataCoding === 8) return octets.length
  if (!segment.hasUserDataHeader) return Math.ceil((octets.length * 7) / 8)
  const header = concatenation === 'udh16' ? 7 : 6
  const septets = Math.ceil((header * 8) / 7) + octets.length - header
  return Math.ceil((septets * 7) / 8)
}

test('a text of more than 255 segments, or with half a character, is refused by the encoder', () => {
  expect(encodeSegments('a'.repeat(153 * 255), { reference: 1 }).ok).toBe(true)
  expect(encodeSegments('a'.repeat(153 * 255 + 1), { reference: 1 })).toEqual({
    ok: false,
    character: null,
    segments: 256,
  })
  expect(encodeSegments('ab\ud83d', { reference: 1 })).toMatchObject({ ok: false, index: 2 })
})

test('a header of any octets gives a mark, a text, or a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (octets) => {
      const data = readUserData(octets)
      if (!data.ok) expect(data.at).toBeLessThanOrEqual(octets.length)
    }),
  )
  expect(readUserData(Uint8Array.of(5, 0, 3, 7, 2, 3, 65))).toMatchObject({ concatenation: null })
  expect(readUserData(Uint8Array.of(5, 0, 3, 7))).toMatchObject({ ok: false })
})
