// Every package supports the oldest Node that Accord runs on, and the one that comes from npm.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { isNewEnough, nodeMin } from '../../scripts/supported-node.mjs'
import { readTree } from './tree.ts'

type Entry = { version?: string; engines?: { node?: string } }
type Lock = { packages: Record<string, Entry> }

// It has no types of its own.
const { satisfies } = createRequire(import.meta.url)('semver') as {
  satisfies(version: string, range: string): boolean
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

const floor = `${nodeMin.join('.')}.0`
const fromNpm = Object.entries(read<Lock>('scripts/node/package-lock.json').packages).flatMap(
  ([path, { version }]) => (path === '' || version === undefined ? [] : [version]),
)

function unsupported({ packages }: Lock, versions: readonly string[]): string[] {
  return Object.entries(packages).flatMap(([path, { engines }]) => {
    const range = engines?.node
    if (path === '' || range === undefined) return []
    return versions
      .filter((version) => !satisfies(version, range))
      .map((version) => `${path} wants Node ${range}, and not ${version}`)
  })
}

test('no package of the lockfile refuses a Node that Accord runs on', () => {
  expect(fromNpm.length).toBeGreaterThan(0)
  expect(unsupported(read<Lock>('package-lock.json'), [floor, ...fromNpm])).toEqual([])
})

test('a package that needs a newer one is refused', () => {
  const lock: Lock = {
    packages: {
      '': { engines: { node: '>=99' } },
      'node_modules/good': { engines: { node: '^20.19.0 || >=22.12.0' } },
      'node_modules/silent': {},
      'node_modules/newer': { engines: { node: '>=24.1' } },
      'node_modules/gap': { engines: { node: '^20.19.0 || >=24.0.0' } },
    },
  }
  expect(unsupported(lock, ['22.22.0', '24.22.3'])).toEqual([
    'node_modules/newer wants Node >=24.1, and not 22.22.0',
    'node_modules/gap wants Node ^20.19.0 || >=24.0.0, and not 22.22.0',
  ])
})

test('an older one hands over, and what it hands over to is new enough', () => {
  const [major, minor] = nodeMin
  expect(isNewEnough(`${major}.${minor}.0`)).toBe(true)
  expect(isNewEnough(`${major}.${minor - 1}.9`)).toBe(false)
  expect(isNewEnough(`${major - 1}.99.0`)).toBe(false)
  expect(isNewEnough(`${major + 2}.0.0`)).toBe(true)
  for (const version of fromNpm) expect(isNewEnough(version)).toBe(true)
})

test('the Node that package.json asks for can begin, and hands over', () => {
  const { engines } = read<{ engines: { node: string } }>('package.json')
  expect(satisfies('20.19.0', engines.node)).toBe(true)
  expect(isNewEnough('20.19.0')).toBe(false)
})

test('nothing asks for a loader of TypeScript: Node reads it', () => {
  const loader = /--import[=', ]+tsx\b|resolve\('tsx|from 'tsx\//
  const asking = readTree()
    .filter(({ path }) => /\.(?:ts|mjs)$|^package\.json$/.test(path))
    .filter(({ text }) => loader.test(text))
    .map(({ path }) => path)
  expect(asking).toEqual([])
  // Written in two pieces, so that this file does not ask.
  expect(loader.test(`['--import', '${'ts'}x', 'scripts/docs.ts']`)).toBe(true)
})
