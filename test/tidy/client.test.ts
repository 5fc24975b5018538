// The screens' way to the API: one file fetches, and nobody but a contract names an answer's type.
import { expect, test } from 'vitest'
import { isTest, readTree } from './tree.ts'

const web = readTree().filter(({ path }) => /^src\/web\/.*\.tsx?$/.test(path) && !isTest(path))

function places(files: typeof web, pattern: RegExp): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((text, index) =>
      pattern.test(text.replace(/^\s*(?:\/\/|\/?\*).*$/, '')) ? [`${path}:${index + 1}`] : [],
    ),
  )
}

test('only the client fetches', () => {
  const others = web.filter(({ path }) => path !== 'src/web/data/client.ts')
  expect(places(others, /(?<![.\w])fetch\(|\bEventSource\b|\bXMLHttpRequest\b/)).toEqual([])
})

test('an address of the API is written where its contract is asked', () => {
  const pattern = /['"`]\/v1\//
  expect(places(web, pattern)).toEqual([])
  expect(pattern.test("get<ListView>('/v1/lists')")).toBe(true)
})

test('the data layer says of no value what it is', () => {
  const data = web.filter(({ path }) => path.startsWith('src/web/data/'))
  const queries = web.filter(({ path }) => /queries\.ts$/.test(path))
  expect(queries.length).toBeGreaterThan(5)
  const cast = /\bas (?!const\b)[A-Za-z{(]|(?<!function )\b(?:call|download)</
  expect(places([...data, ...queries], cast)).toEqual([])
  expect(cast.test('return (await response.json()) as T')).toBe(true)
})
