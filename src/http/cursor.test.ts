// Cursors: what a list wrote comes back typed, and nothing else does.
import { expect, test } from 'vitest'
import type { CursorAsked } from './contract.ts'
import { cursorPart, defineCursor } from './index.ts'

const cursor = defineCursor('things', { at: cursorPart.instant(), id: cursorPart.uuid() })
const place = { at: 1_764_460_800_000, id: '01900000-0000-7000-8000-0000000000aa' }
const asked = (text: string) => text as unknown as CursorAsked
const forged = (key: unknown) =>
  asked(Buffer.from(JSON.stringify(key), 'utf8').toString('base64url'))

test('a place comes back as it was written, and no cursor is none', () => {
  expect(cursor.read(asked(cursor.write(place)))).toEqual(place)
  expect(cursor.read(undefined)).toBeNull()
})

test('what this list did not write is told, whatever it is made of', () => {
  const { at, id } = place
  const made = [
    ['other', at, id],
    ['things', at],
    ['things', at, id, id],
    ['things', String(at), id],
    ['things', 1e300, id],
    ['things', -1, id],
    ['things', 1.5, id],
    ['things', null, id],
    ['things', at, 'x'],
    ['things', at, `${id}\u0000`],
    ['things', at, { toString: id }],
    { 0: 'things' },
    null,
    'things',
  ]
  for (const text of [...made.map(forged), asked(''), asked('%%'), asked('bnVsbA'), asked('[]')]) {
    expect(() => cursor.read(text)).toThrow(
      expect.objectContaining({ code: 'http.cursor_invalid', kind: 'invalid' }),
    )
  }
  const other = defineCursor('others', { at: cursorPart.instant(), id: cursorPart.uuid() })
  expect(() => other.read(asked(cursor.write(place)))).toThrow('not one that the API gave')
})
