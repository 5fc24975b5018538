// Commands that ask the server, called without a token: what is missing, and how to come by it.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { main } from './main.ts'

const commands = [
  ['imports', 'list'],
  ['quarantine', 'list'],
  ['proof', 'checkpoint'],
  ['consents', 'object', '0639980731'],
  ['consents', 'suppress', 'samples/boutique.csv', '--source', 'a till'],
]

async function call(args: string[], language: 'en' | 'fr', isTTY = false) {
  const told: string[] = []
  const code = await main([...args, '--url', 'http://127.0.0.1:1'], {
    stdin: Object.assign(Readable.from(['\n']), { isTTY }) as NodeJS.ReadableStream,
    stdout: { write: () => true },
    stderr: { write: (text) => told.push(String(text)) },
    language,
  })
  return { code, told: told.join('') }
}

test.each(commands)('accord %s %s without a token says how to make one', async (...args) => {
  const english = await call(args, 'en')
  expect(english.code).toBe(1)
  expect(english.told).toMatch(/^This command needs an API token.*`npx accord token create/)
  expect((await call(args, 'fr')).told).toMatch(/^Cette commande demande un jeton d’API/)
})

test('at a terminal it says what it waits for', async () => {
  const { code, told } = await call(['imports', 'list'], 'en', true)
  expect(code).toBe(1)
  expect(told).toMatch(/^API token .*: This command needs an API token/)
})
