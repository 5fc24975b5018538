// `accord number` and `accord segments`: the exact JSON, one answer a line, and wrong calls.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { command as number } from './number.ts'
import { command as segments } from './segments.ts'

async function call(command: Command, args: string[], input: (string | Buffer)[] = []) {
  const out: string[] = []
  const err: string[] = []
  const into = (lines: string[]) => ({
    write: (text: string | Uint8Array) => lines.push(`${text}`),
  })
  const code = await command.run(args, {
    stdin: Readable.from(input),
    stdout: into(out),
    stderr: into(err),
    language: 'fr',
  })
  return { code, out: out.join(''), err: err.join('') }
}

test('number prints exactly four keys', async () => {
  expect((await call(number, ['06 12 34 56 78', '--json'])).out).toBe(
    '{"e164":"+33612345678","country":"FR","kind":"mobile","reason":null}\n',
  )
  expect((await call(number, ['0692123456', '--json', '--country=fr'])).out).toBe(
    '{"e164":"+262692123456","country":"RE","kind":"mobile","reason":null}\n',
  )
  expect((await call(number, ['0470123456', '--country', 'BE', '--json'])).out).toBe(
    '{"e164":"+32470123456","country":"BE","kind":"mobile","reason":null}\n',
  )
  expect((await call(number, ['0712345678', '--json'])).out).toBe(
    '{"e164":null,"country":null,"kind":"unknown","reason":"unallocated"}\n',
  )
})

test('number in words tells what to do, and mends what it is allowed to', async () => {
  expect((await call(number, ['+33692123456'])).out).toContain('→ +262692123456')
  expect((await call(number, ['+33692123456', '--repair-overseas'])).out).toBe(
    '+262692123456  RE  mobile\n',
  )
  expect((await call(number, ['612345678', '--repair-zero'])).out).toContain('+33612345678')
  expect((await call(number, ['--', '-0612345678'])).out).toContain('+33612345678')
})

test('a wrong call is told in a sentence, with exit code 2', async () => {
  for (const args of [[], ['--jsonl', '06'], ['06', '--cuontry', 'FR'], ['06', '--country', '?']]) {
    const { code, out, err } = await call(number, args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('accord help number')
  }
  expect((await call(segments, ['text'])).code).toBe(2)
})

test('each line has its answer, however it is cut and whatever it holds', async () => {
  const input = Buffer.from('"0612345678"\r\n\n612345678\n{"a":1}\nnot json\n"a\u2028é"')
  const whole = await call(number, ['--jsonl'], [input])
  const bytes = Array.from(input, (octet) => Buffer.of(octet))
  expect((await call(number, ['--jsonl'], bytes)).out).toBe(whole.out)
  const reasons = whole.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).reason)
  expect(reasons).toEqual([null, 'lost_zero', 'not_json_text', 'not_json_text', 'not_a_number'])
})

test('segments counts units and parts, the last line break included', async () => {
  const json = async (text: string) => (await call(segments, ['--json'], [text])).out
  expect(await json('Bonjour')).toBe('{"encoding":"gsm7","units":7,"segments":1}\n')
  expect(await json('Bonjour\n')).toBe('{"encoding":"gsm7","units":8,"segments":1}\n')
  expect(await json('€'.repeat(81))).toBe('{"encoding":"gsm7","units":162,"segments":2}\n')
  expect(await json('ê'.repeat(71))).toBe('{"encoding":"ucs2","units":71,"segments":2}\n')
  expect(await json('')).toBe('{"encoding":"gsm7","units":0,"segments":1}\n')
  const lines = (await call(segments, ['--jsonl'], ['"a"\n"\\ud83d\\ude00"\n'])).out
  expect(lines).toBe(
    '{"encoding":"gsm7","units":1,"segments":1}\n{"encoding":"ucs2","units":2,"segments":1}\n',
  )
})

test('segments in words shows the characters that cost a second part', async () => {
  const { out } = await call(segments, [], ['Fête “prête”'])
  expect(out).toContain('UCS-2, 12 unités, 1 partie')
  expect(out).toContain('ê (U+00EA) × 2')
})
