// The bench's figures as other programs read them: a line of JSON each, under a stable name.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/bench.ts', ...args], {
    encoding: 'utf8',
  })

test('each figure is one line: name, value, unit, reference, ratio', () => {
  const { stdout, status } = bench('--quick', '--json', '--only', 'encode_rate')
  expect(status).toBe(0)
  const [line, ...others] = stdout.trim().split('\n')
  expect(others).toEqual([])
  const figure: unknown = JSON.parse(line ?? '')
  expect(figure).toEqual({
    name: 'encode_rate',
    value: expect.any(Number),
    unit: 'PDUs/s',
    reference: expect.any(Number),
    ratio: expect.any(Number),
  })
}, 60_000)

test('a figure that is not there, and a peer that is not known, are refused in one sentence', () => {
  for (const args of [
    ['--only', 'speed'],
    ['--against', 'nobody'],
  ]) {
    const { stdout, stderr, status } = bench(...args)
    expect([stdout, status, stderr.trim().split('\n').length]).toEqual(['', 2, 1])
  }
}, 60_000)
