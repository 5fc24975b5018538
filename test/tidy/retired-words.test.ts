// One word a thing: retired names and phrases are in no file name, identifier, API field or page.
import { expect, test } from 'vitest'
import { frozen, type Retired, retiredNames, retiredPhrases } from './retired-words.ts'
import { readTree, type TreeFile } from './tree.ts'

/** The migration that renamed the last of them; those before speak of what was. */
const lastOld = '20261130T0924'

/**
 * What the program was, and texts of others: they say what they say.
 * `older-data` speaks to old tables.
 */
const isExempt = (path: string): boolean =>
  /^test\/(?:replies|classification-set)\/|^CHANGELOG\.md$|older-data|tidy\/retired-words|package-lock/.test(
    path,
  ) ||
  (/\/migrations\//.test(path) && path.slice(path.lastIndexOf('/') + 1) < `${lastOld}~`)

const files = readTree().filter(({ path }) => !isExempt(path))

const applies = ({ only, except }: Retired, path: string) =>
  (only?.test(path) ?? true) && !(except?.test(path) ?? false)

/** The words of `otherGrounds`, `other_ground` and `record-ground.ts`. */
const partsOf = (name: string): string[] =>
  name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z\d]+/)

function withoutFrozen(path: string, text: string): string {
  let left = text
  for (const { text: kept, where } of frozen) {
    if (where.test(path)) left = left.replace(kept, '')
  }
  return left
}

/**
 * Identifiers of two words or more, quoted names, and words in code; plain prose is for phrases.
 */
function namesIn(path: string, line: string): string[] {
  const joined =
    line.match(/\b[A-Za-z]+(?:[_-][A-Za-z]+)+\b|\b[A-Za-z][a-z]*(?:[A-Z][a-z]*)+\b/g) ?? []
  const alone =
    line.match(/(?<=['"`]|\.)[a-z]+(?=['"`?:(])|\b[a-z]+(?=\??: )|\b[a-z]+(?= =)/g) ?? []
  return /\.md$/.test(path) ? joined : [...joined, ...alone]
}

function foundIn({ path, text }: TreeFile): string[] {
  const found: string[] = []
  const lines = withoutFrozen(path, text).split('\n')
  const names = retiredNames.filter((one) => applies(one, path))
  const phrases = retiredPhrases.filter((one) => applies(one, path))
  for (const [index, line] of lines.entries()) {
    const parts = namesIn(path, line).flatMap(partsOf)
    for (const { word, instead } of names) {
      if (parts.some((part) => word.test(part))) found.push(`${path}:${index + 1}: ${instead}`)
    }
    for (const { word, instead } of phrases) {
      if (word.test(line)) found.push(`${path}:${index + 1}: ${instead}`)
    }
  }
  return found
}

test('no file is called by a retired word', () => {
  const found = files.flatMap(({ path }) =>
    retiredNames
      .filter((one) => applies(one, path) && partsOf(path).some((part) => one.word.test(part)))
      .map(({ instead }) => `${path}: ${instead}`),
  )
  expect(found).toEqual([])
})

test('no identifier, field, sentence or page uses one', () => {
  expect(files.flatMap(foundIn)).toEqual([])
})

test('the rule sees what it is for', () => {
  expect(partsOf('otherGrounds')).toContain('grounds')
  expect(namesIn('a.ts', '  ground: string').flatMap(partsOf)).toContain('ground')
  expect(namesIn('a.ts', 'type StrayRow = {').flatMap(partsOf)).toContain('stray')
  expect(namesIn('a.ts', '`select ground_id from x`').flatMap(partsOf)).toContain('ground')
})
