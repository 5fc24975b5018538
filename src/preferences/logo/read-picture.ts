// Reads a picture by its octets, never by its name: PNG or JPEG, its size, and what it needs to be
// shown. What else a file carries (a place, a camera, a comment, a tail) is left out. Pure.

export const pictureOctetsMax = 100_000
export const pictureSideMax = 1_000

export type Picture = {
  mediaType: 'image/png' | 'image/jpeg'
  width: number
  height: number
  octets: Buffer
}
export type PictureFault = 'unknown' | 'damaged' | 'too_wide'

const pngSign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function readPicture(octets: Buffer): Picture | PictureFault {
  const found = octets.subarray(0, pngSign.length).equals(pngSign)
    ? readPng(octets)
    : octets[0] === 0xff && octets[1] === 0xd8 && octets[2] === 0xff
      ? readJpeg(octets)
      : 'unknown'
  if (typeof found === 'string') return found
  if (found.width < 1 || found.height < 1) return 'damaged'
  return found.width > pictureSideMax || found.height > pictureSideMax ? 'too_wide' : found
}

/** What a PNG needs to be shown as it was meant; the rest is text, time and place. */
const pngKept: ReadonlySet<string> = new Set('IHDR PLTE tRNS gAMA cHRM sRGB IDAT IEND'.split(' '))

function readPng(octets: Buffer): Picture | PictureFault {
  const kept: Buffer[] = [pngSign]
  let size: { width: number; height: number } | null = null
  let hasPixels = false
  let at = pngSign.length
  while (at + 12 <= octets.length) {
    const length = octets.readUInt32BE(at)
    const end = at + 12 + length
    if (end > octets.length) return 'damaged'
    const type = octets.toString('latin1', at + 4, at + 8)
    if (crc32(octets.subarray(at + 4, end - 4)) !== octets.readUInt32BE(end - 4)) return 'damaged'
    if ((size === null) !== (type === 'IHDR')) return 'damaged'
    if (type === 'IHDR') {
      if (length !== 13) return 'damaged'
      size = { width: octets.readUInt32BE(at + 8), height: octets.readUInt32BE(at + 12) }
    }
    hasPixels ||= type === 'IDAT' && length > 0
    if (pngKept.has(type)) kept.push(octets.subarray(at, end))
    if (type === 'IEND') {
      if (!hasPixels || size === null) return 'damaged'
      return { mediaType: 'image/png', ...size, octets: Buffer.concat(kept) }
    }
    at = end
  }
  return 'damaged'
}

/** As ISO 3309 has it, which PNG asks for. */
const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function crc32(octets: Buffer): number {
  let value = 0xffffffff
  for (const octet of octets) value = (crcTable[(value ^ octet) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

const startOfFrame: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
/** Tables, frame, scan, and the two segments that say how colours are meant. */
const jpegKept: ReadonlySet<number> = new Set([
  ...startOfFrame,
  ...[0xc4, 0xdb, 0xdd, 0xda, 0xe0, 0xee],
])
const endOfImage = 0xd9
const startOfScan = 0xda

function readJpeg(octets: Buffer): Picture | PictureFault {
  const kept: Buffer[] = [octets.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  let hasScan = false
  let at = 2
  while (at + 2 <= octets.length) {
    if (octets[at] !== 0xff) return 'damaged'
    const marker = octets[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) {
      if (size === null || !hasScan) return 'damaged'
      kept.push(octets.subarray(at, at + 2))
      return { mediaType: 'image/jpeg', ...size, octets: Buffer.concat(kept) }
    }
    if (at + 4 > octets.length) return 'damaged'
    let end = at + 2 + octets.readUInt16BE(at + 2)
    if (end < at + 4 || end > octets.length) return 'damaged'
    const isFrame = startOfFrame.has(marker)
    if (isFrame) {
      if (size !== null || end - at < 10) return 'damaged'
      size = { height: octets.readUInt16BE(at + 5), width: octets.readUInt16BE(at + 7) }
    }
    if (marker === startOfScan) {
      if (size === null) return 'damaged'
      hasScan = true
      end = endOfScan(octets, end)
    }
    if (jpegKept.has(marker)) kept.push(octets.subarray(at, end))
    else if (marker < 0xe0 || (marker > 0xef && marker !== 0xfe)) return 'damaged'
    at = end
  }
  return 'damaged'
}

/** Pixels go on until a marker that is neither an escaped octet nor a restart. */
function endOfScan(octets: Buffer, from: number): number {
  for (let at = from; at + 1 < octets.length; at += 1) {
    if (octets[at] !== 0xff) continue
    const next = octets[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return octets.length
}
