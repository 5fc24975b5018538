// National variants of the 7-bit alphabet: when they are used, how they are counted,
// and back again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { encodeSegments } from './encode-segments.ts'
import { concatenations, planSegments } from './plan-segments.ts'
import { shiftLanguages } from './shift-tables.ts'
import { readUserData } from './user-data-header.ts'

const turkish =
  'Günaydın, siparişiniz yarın öğleden sonra evinize teslim edilecek. İyi günler dileriz!'
const spanish =
  'Su cita es mañana a las 10 h en la clínica; si no puede venir, llámenos. Gracias y perdón.'
const portuguese =
  'Não se esqueça: a sua consulta é amanhã às 10 h. Se não puder vir, avise-nos. Obrigado!'

test('they are used only where the route allows them, and only where they save a segment', () => {
  expect(planSegments(turkish)).toMatchObject({ encoding: 'ucs2', segments: 2, shift: null })
  expect(planSegments(turkish, 'udh8', ['spanish'])).toMatchObject({ encoding: 'ucs2' })
  expect(planSegments(turkish, 'udh8', ['turkish'])).toMatchObject({
    encoding: 'gsm7',
    segments: 1,
  })
  expect(planSegments(spanish, 'udh8', ['spanish'])).toMatchObject({
    encoding: 'gsm7',
    segments: 1,
    shift: { language: 'spanish', isLocking: false, isSingle: true },
  })
  expect(planSegments(portuguese, 'udh8', shiftLanguages)).toMatchObject({ segments: 1 })
  // One segment in UCS-2 as well: every handset has that.
  expect(planSegments('İyi günler', 'udh8', ['turkish'])).toMatchObject({ encoding: 'ucs2' })
  // What the default alphabet has stays in it.
  expect(planSegments('Bonjour', 'udh8', shiftLanguages)).toMatchObject({ shift: null })
})

test('the header that names a table takes its septets', () => {
  // A table behind the escape: 155 septets alone, 149 in a part; both tables: 152 and 146.
  const one = (count: number) => planSegments(`á${'a'.repeat(count)}`, 'udh8', ['spanish'])
  expect([one(153).segments, one(153).units, one(154).segments]).toEqual([1, 155, 2])
  expect(one(154).parts[0]?.units).toBe(149)
  const locking = (count: number) => planSegments('ş'.repeat(count), 'udh8', ['turkish'])
  expect(locking(155)).toMatchObject({ segments: 1, shift: { isLocking: true, isSingle: false } })
  const both = (count: number) => planSegments(`${'ã'.repeat(count)}Φ`, 'udh8', ['portuguese'])
  expect(both(150)).toMatchObject({ segments: 1, shift: { isLocking: true, isSingle: true } })
  expect(both(151).segments).toBe(2)
  expect(both(151).parts[0]?.units).toBe(146)
})

test('the elements of the header are those of the standard', () => {
  const first = (text: string, language: 'turkish' | 'portuguese') => {
    const encoded = encodeSegments(text, { reference: 7, shiftTables: [language] })
    if (!encoded.ok) throw new Error('no code')
    return encoded.segments[0]
  }
  const single = first(`${'á'.repeat(60)}${'a'.repeat(20)}`, 'portuguese')
  expect(single).toMatchObject({ dataCoding: 0, hasUserDataHeader: true, partsTotal: 1 })
  expect([...(single?.octets.subarray(0, 4) ?? [])]).toEqual([3, 0x25, 1, 3])
  const long = first('ş'.repeat(200), 'turkish')
  expect([...(long?.octets.subarray(0, 9) ?? [])]).toEqual([8, 0x25, 1, 1, 0, 3, 7, 2, 1])
})

const letters = '@ aZ09ğĞışŞİçáíóúÁÍÓÚñãõÃÕâêôÂÊÔÀàΦΩ€[]{}^~|\\∞º`'
test('whatever leaves in a national variant comes back as it went', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 400, unit: fc.constantFrom(...letters) }),
      fc.constantFrom(...concatenations),
      fc.subarray([...shiftLanguages]),
      (text, concatenation, shiftTables) => {
        const plan = planSegments(text, concatenation, shiftTables)
        const encoded = encodeSegments(text, { concatenation, reference: 9, shiftTables })
        if (!encoded.ok) throw new Error('no code')
        let back = ''
        for (const { octets, hasUserDataHeader, dataCoding } of encoded.segments) {
          const data = hasUserDataHeader ? readUserData(octets) : null
          if (data?.ok === false) throw new Error(data.fault)
          const rest = data?.rest ?? octets
          const decoded = decodeText(rest, dataCoding, 'gsm7', data?.shift ?? null)
          if (!decoded.ok) throw new Error(decoded.fault)
          back += decoded.text
          // 140 octets hold the header and the septets packed behind it.
          const headerOctets = octets.length - rest.length
          const isSeptets = dataCoding === 0
          const septets = Math.ceil((headerOctets * 8) / 7) + rest.length
          if (concatenation !== 'payload' && isSeptets) expect(septets).toBeLessThanOrEqual(160)
        }
        expect(back).toBe(text)
        if (concatenation !== 'payload') expect(encoded.segments).toHaveLength(plan.segments)
      },
    ),
    { numRuns: 400 },
  )
})
