// What is sealed of a message, and what of it is read by whom.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { E164 } from '../kernel/index.ts'
import {
  decodeBody,
  decodeForHandset,
  decodeReply,
  encodeBody,
  hiddenMark,
} from './message-body.ts'

const number = '+33639980001' as E164

test('A text without anything hidden is read as it was written', () => {
  for (const text of ['', 'Bonjour', 'é€𐍈'.repeat(400)]) {
    const octets = encodeBody({ number, text })
    expect(decodeBody(octets)).toEqual({ number, text, hides: null })
    expect(decodeForHandset(octets)).toEqual({ number, text, hides: null })
  }
})

test('What is for the handset alone is left out wherever a text is read', () => {
  const cases = [
    { what: 'code', secret: '123456', before: 'Hôtel 123456 : votre code est ', after: '.' },
    { what: 'link', secret: 'http://127.0.0.1/p/abc', before: '', after: '' },
    { what: 'code', secret: '000000', before: '𐍈é'.repeat(700), after: ' fin é' },
  ] as const
  for (const { what, secret, before, after } of cases) {
    const text = before + secret + after
    const octets = encodeBody({ number, text }, { hidden: { what, text: secret } })
    expect(decodeForHandset(octets).text).toBe(text)
    expect(decodeBody(octets)).toEqual({ number, text: before + hiddenMark + after, hides: what })
  }
})

test('The words that decided are sealed with a reply, and are no part of its text', () => {
  for (const words of ['', 'ne veux plus', 'é'.repeat(400)]) {
    const octets = encodeBody({ number, text: 'Je ne veux plus de ça' }, { words })
    expect(decodeReply(octets)).toMatchObject({ number, text: 'Je ne veux plus de ça', words })
    expect(decodeBody(octets).text).toBe('Je ne veux plus de ça')
  }
  const from = encodeBody({ number, text: 'Avant' })
  expect(decodeReply(from)).toMatchObject({ text: 'Avant', words: null })
})

test('A code that is not in its text is no message', () => {
  const hidden = { what: 'code', text: '123456' } as const
  expect(() => encodeBody({ number, text: 'sans code' }, { hidden })).toThrow()
})

test('Only what leaves to a telephone, or to an imagined one, reads the whole text', () => {
  const files: string[] = []
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) walk(path)
      else if (/\.tsx?$/.test(name) && !name.includes('.test.')) files.push(path)
    }
  }
  walk(join(import.meta.dirname, '..'))
  const readers = files.filter((path) => readFileSync(path, 'utf8').includes('decodeForHandset'))
  expect(readers.map((path) => path.split('/').at(-1)).sort()).toEqual([
    'leave-gate.ts',
    'message-body.ts',
    'view-message.ts',
  ])
})
