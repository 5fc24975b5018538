// A small PNG, made here, for whoever needs a picture that is one.
import { deflateSync } from 'node:zlib'

function crcOf(octets: Buffer): number {
  let value = 0xffffffff
  for (const octet of octets) {
    value ^= octet
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}

export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crcOf(named))
  return Buffer.concat([length, named, crc])
}

export const pngSign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

export function pngHeader(width: number, height: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  // Eight bits of red, green and blue.
  data.set([8, 2, 0, 0, 0], 8)
  return pngChunk('IHDR', data)
}

/** A sheet of one colour, with more chunks before its pixels where they are given. */
export function smallPng(
  [width, height]: readonly [number, number],
  colour: readonly [number, number, number] = [11, 79, 158],
  more: readonly Buffer[] = [],
): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([
    pngSign,
    pngHeader(width, height),
    ...more,
    pngChunk('IDAT', pixels),
    pngChunk('IEND'),
  ])
}
