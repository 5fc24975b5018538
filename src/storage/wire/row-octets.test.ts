// Rows as octets: however the stream is cut, in their order among everything else, and once each.
import { EventEmitter } from 'node:events'
import fc from 'fast-check'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { type OctetRow, readRowsAsOctets } from './row-octets.ts'

/** A message of the protocol: its code, the length of the rest, the rest. */
function message(code: string, rest: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(code, 'latin1')
  head.writeUInt32BE(4 + rest.length, 1)
  return Buffer.concat([head, rest])
}

function rowOf(fields: readonly (string | null)[]): Buffer {
  const parts = [Buffer.from([fields.length >> 8, fields.length & 255])]
  for (const field of fields) {
    const octets = Buffer.from(field ?? '')
    const length = Buffer.alloc(4)
    length.writeInt32BE(field === null ? -1 : octets.length)
    parts.push(length, octets)
  }
  return message('D', Buffer.concat(parts))
}

/** What reaches the driver, as it reaches it: a row's fields, or the codes of other messages. */
function heard(cuts: readonly Buffer[]): unknown[] {
  const got: unknown[] = []
  let rest = Buffer.alloc(0)
  const connection = Object.assign(new EventEmitter(), {
    attachListeners: (others: EventEmitter) => {
      others.on('data', (octets: Buffer) => {
        rest = Buffer.concat([rest, octets])
        while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
          got.push(String.fromCharCode(rest[0] ?? 0))
          rest = rest.subarray(1 + rest.readUInt32BE(1))
        }
      })
      others.on('end', () => got.push('end'))
    },
  })
  readRowsAsOctets({ connection } as unknown as pg.Client)
  const stream = new EventEmitter()
  connection.attachListeners(stream)
  connection.on('dataRow', (row: OctetRow) => got.push(row.fields))
  for (const cut of cuts) stream.emit('data', cut)
  stream.emit('end')
  expect(rest).toHaveLength(0)
  return got
}

const field = fc.option(fc.string({ unit: 'grapheme', maxLength: 40 }), { nil: null })
const anyMessage = fc.oneof(
  fc.array(field, { maxLength: 6 }).map((fields) => ({ octets: rowOf(fields), is: fields })),
  fc
    .record({ code: fc.constantFrom('T', 'C', 'Z', '2'), rest: fc.uint8Array({ maxLength: 30 }) })
    .map(({ code, rest }) => ({ octets: message(code, Buffer.from(rest)), is: code })),
)

test('a stream that is cut anywhere gives the same rows and messages, in their order', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(anyMessage, { maxLength: 20 }), sizes, (messages, lengths) => {
      const all = Buffer.concat(messages.map(({ octets }) => octets))
      const cuts: Buffer[] = []
      for (let at = 0; at < all.length; ) {
        const size = lengths[cuts.length % lengths.length] ?? 1
        cuts.push(all.subarray(at, at + size))
        at += size
      }
      expect(heard(cuts)).toEqual([...messages.map(({ is }) => is), 'end'])
    }),
  )
})

test('a row of many pieces is joined once, and what stands behind it is not lost', () => {
  const long = 'é'.repeat(200_000)
  const all = Buffer.concat([rowOf([long, null]), message('C', Buffer.from('SELECT 1\0'))])
  const cuts = Array.from({ length: Math.ceil(all.length / 1000) }, (_, n) =>
    all.subarray(n * 1000, n * 1000 + 1000),
  )
  expect(heard(cuts)).toEqual([[long, null], 'C', 'end'])
})
