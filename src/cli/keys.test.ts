// `accord keys`: back from paper, without a database.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { main } from './main.ts'

// The copy of thirty-two zero octets.
const copy = '0400-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-1A9D-0FJ0'

async function run(args: readonly string[], input: string) {
  const folder = newTestFolder()
  try {
    let said = ''
    const stderr = { write: (piece: string | Uint8Array) => (said += piece) }
    const io = { stdin: Readable.from([input]), stdout: stderr, stderr, language: 'en' as const }
    const folders = ['--data', join(folder, 'data'), '--keys', join(folder, 'keys')]
    const code = await main([...args, ...folders], io)
    const root = (() => {
      try {
        return readFileSync(join(folder, 'keys', 'root.key'))
      } catch {
        return null
      }
    })()
    return { code, said, root }
  } finally {
    removeTestFolder(folder)
  }
}

test('A copy with a wrong character puts nothing in the folder', async () => {
  const { code, said, root } = await run(['keys', 'restore'], copy.replace('0', '5'))
  expect([code, root]).toEqual([1, null])
  expect(said).toContain('not a recovery key')
})

test('The copy puts the root key back, however it was typed', async () => {
  const typed = copy.toLowerCase().replaceAll('-', '  ')
  const { code, root } = await run(['keys', 'restore'], `${typed}\n`)
  expect(code).toBe(0)
  expect(root?.equals(Buffer.alloc(32))).toBe(true)
})

test('Called with another verb it says how it is called', async () => {
  const { code, said } = await run(['keys', 'show'], '')
  expect(code).toBe(2)
  expect(said).toContain('accord keys restore')
})
