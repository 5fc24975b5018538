// What a reply may hold that a terminal would act on.
import { expect, test } from 'vitest'
import { printableJson } from './printable.ts'

test.each([
  ['a sequence of the terminal', '\u001b[2Jgone', '"\\u001b[2Jgone"'],
  ['the same in one character', '\u009b2Jgone', '"\\u009b2Jgone"'],
  ['a change of direction', 'abc\u202edef', '"abc\\u202edef"'],
  ['a tag beyond sixteen bits', 'a\u{e0041}b', '"a\\udb40\\udc41b"'],
  ['accents and pictures as they are', 'À demain 🌳', '"À demain 🌳"'],
])('%s', (_, text, printed) => {
  expect(printableJson(text)).toBe(printed)
  expect(JSON.parse(printableJson(text))).toBe(text)
})
