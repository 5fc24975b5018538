// Octets of the WAL become pieces in their time, on a clock that the test moves.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandomness, testClock } from '../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { eventually } from '../../test/support/wait.ts'
import type { ChangeStream } from '../storage/index.ts'
import { pieceName, piecesOf } from './change-pieces.ts'
import { type Last, Taking } from './take-changes.ts'

const randomness = seededRandomness(29)
let root: string
beforeAll(() => {
  root = newTestFolder()
  mkdirSync(join(root, 'keys'))
  writeFileSync(join(root, 'keys', 'root.key'), randomness.bytes(32), { mode: 0o600 })
})
afterAll(() => removeTestFolder(root))

function begun(line: string, last: Last | null) {
  const clock = testClock()
  const folder = join(root, line)
  mkdirSync(join(folder, `changes-${line}`), { recursive: true })
  const keysFolder = join(root, 'keys')
  const taking = new Taking({ folder, line, keysFolder, randomness, timers: clock }, last)
  const confirmed: bigint[] = []
  const nothing = () => undefined
  const stream: ChangeStream = {
    ...{ timeline: 1, from: last === null ? 8_192n : last.to },
    ...{ pause: nothing, resume: nothing, confirm: (upTo) => confirmed.push(upTo) },
  }
  taking.begin(stream)
  return { clock, taking, confirmed, pieces: () => piecesOf(folder, line) }
}

test('What came is in a piece four seconds later, and the server may let go of it then', async () => {
  const { clock, taking, confirmed, pieces } = begun('00000000000000aa', null)
  taking.take({ from: 8_192n, octets: Buffer.alloc(100, 1), at: 1_000, writtenTo: 8_292n })
  await clock.advance(3_000)
  taking.take({ from: 8_292n, octets: Buffer.alloc(50, 2), at: 2_000, writtenTo: 8_342n })
  await clock.advance(999)
  expect(pieces()).toEqual([])
  await clock.advance(1)
  await eventually(async () => (confirmed.length > 0 ? true : null))
  expect(pieces()).toMatchObject([{ from: 8_192n, to: 8_342n, at: 2_000 }])
  expect(taking.failure).toBeNull()
})

test('Small pieces that cannot be joined are no reason to take no more', async () => {
  const line = '00000000000000bb'
  const sha256 = createHash('sha256').update(Buffer.alloc(0)).digest('hex')
  const tail = { from: '4b0', sha256 }
  const { clock, taking, confirmed, pieces } = begun(line, { to: 1_200n, at: 1, timeline: 1, tail })
  for (let from = 0; from < 1_200; from += 10) {
    const facts = { from: BigInt(from), to: BigInt(from + 10), at: 1, isJoined: false }
    const name = pieceName(facts, randomness.bytes(4))
    writeFileSync(join(root, line, `changes-${line}`, name), 'nobody can read it')
  }
  taking.take({ from: 1_200n, octets: Buffer.alloc(10, 1), at: 2, writtenTo: 1_210n })
  await clock.advance(4_000)
  await eventually(async () => (confirmed.length > 0 ? true : null))
  await taking.end()
  expect(taking.failure).toBeNull()
  expect(pieces()).toHaveLength(121)
})
