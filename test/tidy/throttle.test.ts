// One throttle for all doors: who asks is counted by takeTurn, before the act, and nowhere else.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isTest, readTree, type TreeFile } from './tree.ts'

const server = readTree().filter(
  (file) => /^src\/.*\.ts$/.test(file.path) && !isTest(file.path) && !/^src\/web\//.test(file.path),
)
/** Where something else is counted: what an operator bears, and what an operator plays. */
const ofOperators = /^src\/(?:routing|sending|campaigns|sandbox|wire)\//
const doors = server.filter(({ path }) => !ofOperators.test(path) && !/^src\/storage\//.test(path))

function offending(files: readonly TreeFile[], pattern: RegExp, say: string): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((text, index) => {
      const code = text.replace(/\/\/.*$|^\s*\*.*$/, '')
      return pattern.test(code) ? [`${path}:${index + 1}: ${say}`] : []
    }),
  )
}

const whoAsks = 'Number|Name|Address|Place|Ip|Account|Person|User|Token|Session|Form|Code|Email'
const howLong = 'Second|Minute|Quarter|Hour|Day|Week'
const limit = `\\w*[pP]er(?:${whoAsks}|${howLong})Max`
const tries = '(?:tries|attempts|failures|guesses|hits|strikes)'

const rules: readonly (readonly [string, RegExp])[] = [
  ['a limit is given to takeTurn, never compared', new RegExp(`[<>]=?\\s*${limit}\\b`)],
  ['a limit is given to takeTurn, never compared', new RegExp(`\\b${limit}\\s*[<>]`)],
  [
    'tries are turns, not a map in memory',
    new RegExp(`\\b${tries}\\b.*=\\s*new (?:Weak)?Map`, 'i'),
  ],
  ['tries are turns, not a map in memory', /new Map<[^>]*\{[^}]*\bcount\b/],
  ['tries are turns, not a column', new RegExp(`\\b${tries}\\s*=\\s*(?:\\w+\\.)?${tries}\\s*\\+`)],
  [
    'there is one throttle: takeTurn',
    /\b(?:\w*[tT]hrottle|rateLimiter|leakyBucket|tokenBucket)\s*\(/,
  ],
]

describe('nobody counts by hand', () => {
  for (const [say, pattern] of rules) {
    test(`${say}: ${pattern.source.slice(0, 40)}`, () => {
      expect(offending(doors, pattern, say)).toEqual([])
    })
  }

  test('what was counted by hand before would be found', () => {
    const before = [
      '    if (ofNumber >= linksPerNumberMax) return null',
      '  waiting.ofNumber >= codesPerNumberMax || waiting.ofAccount >= codesPerAccountMax',
      '  const failures = new Map<string, { count: number; last: number }>()',
      '  const seen = new Map<string, { count: number; last: number }>()',
      '    `update preferences.pending set tries = tries + 1',
      '    throttle: loginThrottle(base.clock),',
    ]
    const missed = before.filter((line) => !rules.some(([, pattern]) => pattern.test(line)))
    expect(missed).toEqual([])
  })

  // It is no door: it sheds, in each process and before the database is asked anything, what one
  // machine sends too fast.
  test('the server’s own shield stands in one place', () => {
    const found = server.filter(({ text }) => /\btaken: number; endsAt: number\b/.test(text))
    expect(found.map(({ path }) => path)).toEqual(['src/http/turns.ts'])
  })
})

test('each door is a word that is written out, belongs to one room and is told of on its page', () => {
  const page = readFileSync('docs/decisions/0015-one-throttle.md', 'utf8')
  const listed = [...page.matchAll(/^\| `([\w.]+)` \|/gm)].map((match) => match[1] ?? '')
  const rooms = new Map<string, Set<string>>()
  for (const { path, text } of doors) {
    for (const [, door = ''] of text.matchAll(/\bdoor: '([\w.]+)'/g)) {
      rooms.set(door, (rooms.get(door) ?? new Set()).add(path.split('/')[1] ?? ''))
    }
  }
  expect([...rooms.keys()].sort()).toEqual([...new Set(listed)].sort())
  expect([...rooms].filter(([, { size }]) => size > 1).map(([door]) => door)).toEqual([])
  expect(offending(doors, /\bdoor: (?!'|string)/, 'write the door out')).toEqual([])
})
