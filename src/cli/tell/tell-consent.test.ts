// What one person said, told from a terminal: what is missing is said before anything is asked.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readTold } from './tell-consent.ts'

test.each(['fr', 'en'] as const)(
  'an account without an entity is told what to name, in %s',
  async (language) => {
    let err = ''
    const io = {
      stdin: Readable.from([]),
      stdout: { write: () => true },
      stderr: { write: (piece: string | Uint8Array) => (err += piece) },
      language,
    }
    const asked: string[] = []
    const ask = async (path: string) => {
      asked.push(path)
      return Response.json({ items: [] })
    }
    const run = readTold('withdraw', { who: '06 39 98 07 31', purpose: 'offers' })
    expect(await run?.(ask)(io)).toBe(1)
    expect(err).toContain('--controller')
    expect(asked).toEqual(['/v1/controllers'])
  },
)
