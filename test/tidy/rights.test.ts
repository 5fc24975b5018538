// A person reads in words what they may not do and whom to ask;
// never the name that code has for it.
import { describe, expect, test } from 'vitest'
import { type Right, rights } from '../../src/kernel/index.ts'
import { en } from '../../src/web/words/en.ts'
import { fill } from '../../src/web/words/fill.ts'
import { fr } from '../../src/web/words/fr.ts'
import { notAllowed } from '../../src/web/words/not-allowed.ts'
import { isTest, readTree, type TreeFile } from './tree.ts'

const languages = ['fr', 'en'] as const
const names = rights.map((right) => right.replace('.', '\\.')).join('|')
const named = new RegExp(`(?<![\\w.])(?:${names})(?!\\w|\\.\\w)`, 'g')

/** Where the web app asks whether somebody may; what comes out of these is a sentence in words. */
const asks = /\b(?:may|useAllowed)\(\s*'$|<NotAllowed right="$|\bneeds: '$/
/** The table of these sentences, and what makes one of it. */
const tables = ['src/web/words/access.ts', 'src/web/words/not-allowed.ts']

/** Places where a right's name stands anywhere else. */
function misplaced({ path, text }: Pick<TreeFile, 'path' | 'text'>): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, (comment) => comment.replace(/\S/g, ' '))
  return [...code.matchAll(named)].flatMap(({ 0: name, index }) =>
    asks.test(code.slice(0, index)) ? [] : [`${path}: ${name}`],
  )
}

function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  return words !== null && typeof words === 'object'
    ? Object.values(words).flatMap(sentencesOf)
    : []
}

describe.each(languages)('in %s', (language) => {
  const words = language === 'fr' ? fr : en

  test('no sentence of a screen names a right, or has a place for one', () => {
    const found = sentencesOf(words).filter((one) => one.match(named) || one.includes('{right}'))
    expect(found).toEqual([])
  })

  test.each(rights)('%s is refused in words, with whom to ask', (right) => {
    const told = notAllowed(words, right)
    expect(told).not.toMatch(named)
    expect(told).not.toMatch(/[{}]/)
    expect(told.toLowerCase()).toContain(words.access.rights[right].toLowerCase())
    expect(told).toMatch(
      /propriétaire du compte|administrateur de l’installation|owner of the account|administrator/,
    )
  })
})

test('a right’s name stands only where the web app asks whether somebody may', () => {
  const web = readTree().filter(({ path }) => /^src\/web\/.*\.tsx?$/.test(path) && !isTest(path))
  expect(web.length).toBeGreaterThan(100)
  expect(web.filter(({ path }) => !tables.includes(path)).flatMap(misplaced)).toEqual([])
})

test('what was written before, or beside it, would be found', () => {
  const before = [
    `reason: fill(words.problems.notAllowed, { right: 'wordings.manage' })`,
    `const right = 'consent.record'`,
    `<Text>It takes ledger.export</Text>`,
    `<Text>{'audit.read'}</Text>`,
    'return `Owners only: account.manage.`',
  ]
  expect(before.filter((text) => misplaced({ path: 'x', text }).length === 0)).toEqual([])
})

test('a sentence that is filled with a right does not compile', () => {
  const right: Right = 'audit.read'
  // @ts-expect-error: a right is told by notAllowed
  expect(fill('{right}', { right })).toBe(right)
  expect(fill('{name}: {count}', { name: 'Journal', count: 2 })).toBe('Journal: 2')
})
