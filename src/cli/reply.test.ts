// `accord reply` as somebody outside calls it: a text, a stream of lines, and being called wrongly.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { main } from './main.ts'

async function call(args: string[], input = '', language: 'en' | 'fr' = 'en') {
  const out: string[] = []
  const err: string[] = []
  const code = await main(args, {
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    stdout: { write: (text) => out.push(String(text)) },
    stderr: { write: (text) => err.push(String(text)) },
    language,
  })
  return { code, out: out.join(''), err: err.join('') }
}

test('a text is read as JSON and for people', async () => {
  const { code, out } = await call(['reply', 'désabonnez moi svp', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ meaning: 'stop', language: 'fr' })
  expect((await call(['reply', 'pas', 'intéressé'])).out).toContain('waits until somebody')
  expect((await call(['reply', '--json'], 'STOP\n\nMarie Dupont\n')).out).toContain('"stop"')
})

test('what the model decided is told as a likeness, in both languages', async () => {
  const text = 'ça va durer longtemps vos pubs ?'
  expect((await call(['reply', text])).out).toContain('It resembles writings that meant stop')
  const french = (await call(['reply', text], '', 'fr')).out
  expect(french).toContain('Elle ressemble à des écrits qui voulaient dire stop')
  expect(JSON.parse((await call(['reply', text, '--json'])).out)).toMatchObject({ by: 'model' })
})

test('lines are answered one by one, what is no text too', async () => {
  const input = '"STOP"\n{"text":"who is this?"}\n42\nnot json\n[1]\n'
  const { code, out } = await call(['reply', '--jsonl'], input)
  expect(code).toBe(0)
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ meaning, error }) => meaning ?? error)).toEqual([
    'stop',
    'contact',
    'other',
    'not_json_text',
    'not_json_text',
  ])
})

test('called wrongly it says so', async () => {
  expect((await call(['reply', 'STOP', '--jsonl'])).code).toBe(2)
  expect((await call(['reply', '--nonsense'])).code).toBe(2)
})
