// Reads a ZIP by its directory, without a library: what the program packed is what is inside.
import { inflateRawSync } from 'node:zlib'

/** Names and texts, in the order of the directory. */
export function unzip(bytes: Buffer): Map<string, string> {
  return new Map([...unzipOctets(bytes)].map(([name, body]) => [name, body.toString('utf8')]))
}

export function unzipOctets(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const files = new Map<string, Buffer>()
  for (let entry = 0; entry < count; entry += 1) {
    const method = bytes.readUInt16LE(at + 10)
    const packed = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const commentLength = bytes.readUInt16LE(at + 32)
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(begin, begin + packed)
    files.set(name, method === 8 ? inflateRawSync(body) : body)
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}
