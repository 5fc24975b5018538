// A tar archive as a stream (POSIX.1-1988 ustar), so that an export of any size needs no memory.

import type { ExportedFile } from './export-ledger.ts'

const blockOctets = 512

export async function* tarOf(files: AsyncIterable<ExportedFile>): AsyncGenerator<Uint8Array> {
  for await (const { path, bytes } of files) {
    yield header(path, bytes.length)
    yield bytes
    const rest = bytes.length % blockOctets
    if (rest > 0) yield new Uint8Array(blockOctets - rest)
  }
  yield new Uint8Array(blockOctets * 2)
}

/**
 * Paths here are plain ASCII below 100 characters; the date is left out,
 * so exports can be compared.
 */
function header(path: string, sizeOctets: number): Buffer {
  const block = Buffer.alloc(blockOctets)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  block.write(path, 0, 100, 'latin1')
  block.write(octal(0o600, 7), 100, 'latin1')
  block.write(octal(0, 7), 108, 'latin1')
  block.write(octal(0, 7), 116, 'latin1')
  block.write(octal(sizeOctets, 11), 124, 'latin1')
  block.write(octal(0, 11), 136, 'latin1')
  block.write('        0', 148, 'latin1')
  block.write('ustar\u000000', 257, 'latin1')
  let sum = 0
  for (const octet of block) sum += octet
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}
