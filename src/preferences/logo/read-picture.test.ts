// Which files are taken for a logo, by their octets alone, and what of them is kept.
import { describe, expect, test } from 'vitest'
import { pngChunk as chunk, pngHeader, pngSign } from '../../../test/support/small-picture.ts'
import { type Picture, readPicture } from './read-picture.ts'

const png = (width: number, height: number, ...more: Buffer[]) =>
  Buffer.concat([pngSign, pngHeader(width, height), ...more, pixels, chunk('IEND')])
const pixels = chunk('IDAT', Buffer.from([1, 2, 3]))

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
function frame(width: number, height: number): Buffer {
  const data = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  data.writeUInt16BE(height, 1)
  data.writeUInt16BE(width, 3)
  return segment(0xc0, data)
}
const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
])
const [begin, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]
const jpeg = (width: number, height: number, ...more: Buffer[]) =>
  Buffer.concat([begin, ...more, frame(width, height), scan, end])

const kept = (octets: Buffer): Picture => {
  const found = readPicture(octets)
  if (typeof found === 'string') throw new Error(found)
  return found
}

describe('a picture', () => {
  test('is known by its octets, with its size', () => {
    expect(kept(png(300, 100))).toMatchObject({ mediaType: 'image/png', width: 300, height: 100 })
    expect(kept(jpeg(640, 1_000))).toMatchObject({
      mediaType: 'image/jpeg',
      width: 640,
      height: 1_000,
    })
  })

  test('loses what is not for the eye: texts, places, cameras, a tail behind its end', () => {
    const secret = Buffer.from('taken at 48.85, 2.35')
    const tail = Buffer.from('<script>alert(1)</script>')
    const noisyPng = Buffer.concat([
      png(3, 2, chunk('tEXt', secret), chunk('eXIf', secret), chunk('acTL', Buffer.alloc(8))),
      tail,
    ])
    const noisyJpeg = Buffer.concat([
      jpeg(
        3,
        2,
        segment(0xe1, secret),
        segment(0xfe, secret),
        segment(0xe0, Buffer.from('JFIF\0')),
      ),
      tail,
    ])
    for (const noisy of [noisyPng, noisyJpeg]) {
      const { octets } = kept(noisy)
      expect(octets.includes(secret)).toBe(false)
      expect(octets.includes(tail)).toBe(false)
      // What is kept is a picture again, and the same one.
      expect(kept(octets).octets.equals(octets)).toBe(true)
    }
    expect(kept(noisyPng).octets.equals(png(3, 2))).toBe(true)
    expect(kept(noisyJpeg).octets.includes(Buffer.from('JFIF'))).toBe(true)
  })

  test('of another kind is refused, whatever its name says', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const text of [svg, `\n${svg}`, 'GIF89a', 'RIFF????WEBPVP8 ', '<html>', '']) {
      expect([text, readPicture(Buffer.from(text, 'latin1'))]).toEqual([text, 'unknown'])
    }
  })

  test('that is too large a sheet is refused, and one without a size is damaged', () => {
    expect(readPicture(png(1_001, 10))).toBe('too_wide')
    expect(readPicture(jpeg(10, 1_001))).toBe('too_wide')
    expect(readPicture(png(0xffffffff, 0xffffffff))).toBe('too_wide')
    expect(readPicture(png(0, 10))).toBe('damaged')
    expect(readPicture(jpeg(10, 0))).toBe('damaged')
  })

  test('cut short anywhere, or with an octet changed, is no picture that reads beyond its end', () => {
    for (const whole of [png(30, 20), jpeg(30, 20)]) {
      for (let octets = 0; octets < whole.length; octets += 1) {
        expect(['unknown', 'damaged']).toContain(readPicture(whole.subarray(0, octets)))
      }
    }
    const changed = png(30, 20)
    changed[20] = (changed[20] ?? 0) ^ 1
    expect(readPicture(changed)).toBe('damaged')
    expect(readPicture(Buffer.concat([pngSign, pixels, pngHeader(3, 2), chunk('IEND')]))).toBe(
      'damaged',
    )
    expect(readPicture(Buffer.concat([begin, scan, frame(3, 2), end]))).toBe('damaged')
    expect(readPicture(Buffer.concat([begin, frame(3, 2), end]))).toBe('damaged')
  })
})
