// The dispatcher: it lists what there is, helps, and answers a wrong name with a sentence.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { AppError, type Language } from '../kernel/index.ts'
import { terminalLanguage } from './language.ts'
import { commandNames, failureSentence, main } from './main.ts'

async function call(args: string[], language: Language = 'en') {
  const out: string[] = []
  const err: string[] = []
  const into = (lines: string[]) => ({
    write: (text: string | Uint8Array) => lines.push(`${text}`),
  })
  const stdin = Readable.from([])
  const code = await main(args, { stdin, stdout: into(out), stderr: into(err), language })
  return { code, out: out.join(''), err: err.join('') }
}

test('help lists every command with a sentence in both languages', async () => {
  expect(commandNames()).toContain('start')
  expect(commandNames()).not.toContain('main')
  for (const language of ['fr', 'en'] as const) {
    const { code, out } = await call([], language)
    expect(code).toBe(0)
    for (const name of commandNames()) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
  }
})

test('the version is that of the package', async () => {
  const { code, out } = await call(['--version'])
  expect(code).toBe(0)
  expect(out).toMatch(/^accord \d+\.\d+\.\d+\n$/)
  expect((await call(['version'])).out).toBe(out)
})

test('help of one command tells how to call it', async () => {
  const { code, out } = await call(['help', 'start'])
  expect(code).toBe(0)
  expect(out).toContain('accord start')
  expect((await call(['start', '--help'])).out).toBe(out)
})

test('an unknown command is answered with where to look, on standard error, with exit code 2', async () => {
  const { code, out, err } = await call(['sned'], 'fr')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('« sned »')
})

test('an option that a command does not have is answered with its usage and exit code 2', async () => {
  const { code, err } = await call(['start', '--prot', '80'])
  expect(code).toBe(2)
  expect(err).toContain('--prot')
  expect(err).toContain('accord start')
})

test('the language is asked for by --lang, wherever it stands', () => {
  expect(terminalLanguage(['a', '--lang', 'fr', 'b'])).toEqual({ args: ['a', 'b'], language: 'fr' })
  expect(terminalLanguage(['--lang=en', 'a'])).toEqual({ args: ['a'], language: 'en' })
})

test('a failure is one sentence in the language of the terminal; a bug asks to be reported', () => {
  const error = new AppError('accounts.account_not_found', 'not_found', 'There is no such account.')
  expect(failureSentence(error, 'fr')).toBe('Ce compte n’existe pas.')
  expect(failureSentence(new AppError('x.unheard_of', 'invalid', 'So.'), 'fr')).toBe('So.')
  expect(failureSentence(new Error('boom'), 'en')).toContain('report')
})
