// The page /kit of `npm run dev` shows each component of the web app's `ui/`.
import { expect, test } from 'vitest'
import { readTree } from './tree.ts'

const files = readTree()
const textOf = (folder: string) =>
  files.filter(({ path }) => path.startsWith(folder) && path.endsWith('.tsx'))

test('each component is shown', () => {
  const shown = textOf('src/web/kit/')
    .map(({ text }) => text)
    .join('\n')
  const components = textOf('src/web/ui/').flatMap(({ text }) =>
    [...text.matchAll(/^export (?:function|class) ([A-Z]\w*)/gm)].map(([, name]) => name ?? ''),
  )
  expect(components.length).toBeGreaterThan(10)
  expect(components.filter((name) => !new RegExp(`<${name}\\b`).test(shown))).toEqual([])
})
