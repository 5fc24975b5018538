// The guide in English and in French: the same pages, headings, blocks, names in code and tables.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const english = 'docs/guide'
const french = 'docs/guide/fr'
const pagesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
const names = pagesIn(english)
const sisters = names
  .filter((name) => pagesIn(french).includes(name))
  .map((name) => ({
    name,
    en: readFileSync(join(english, name), 'utf8'),
    fr: readFileSync(join(french, name), 'utf8'),
  }))

const fenced = /^ *```[\s\S]*?^ *```$/gm
const blocksOf = (page: string) => page.match(fenced) ?? []
const proseOf = (page: string) => page.replace(fenced, '')
const headingsOf = (page: string) =>
  [...proseOf(page).matchAll(/^(#+) (.+)$/gm)].map(([, level = '', text = '']) => ({ level, text }))
const levelsOf = (page: string) => headingsOf(page).map(({ level }) => level)
/** A span may run on into the next line. Other spaces are those of French numbers and dates. */
const spansOf = (page: string) =>
  [
    ...new Set([...proseOf(page).matchAll(/`([^`]+)`/g)].map(([, span = '']) => spaced(span))),
  ].sort()
const spaced = (text: string) => text.replace(/\s+/g, ' ')
const rowsOf = (page: string) => proseOf(page).match(/^\|/gm)?.length ?? 0
const linksOf = (page: string) =>
  [...proseOf(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link)

/** What a reader's browser calls a heading: as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

/** What is the same in two sisters, whatever the language. */
const same = [
  ['levels of headings', levelsOf],
  ['code blocks', blocksOf],
  ['names in code', spansOf],
  ['rows of tables', rowsOf],
] as const
const differences = (en: string, fr: string) =>
  same.flatMap(([what, of]) => (JSON.stringify(of(en)) === JSON.stringify(of(fr)) ? [] : [what]))

test('each page of the guide has its sister in the other language', () => {
  expect(names.length).toBeGreaterThan(0)
  expect(pagesIn(french)).toEqual(names)
})

test.each(sisters)('$name says the same in both languages', ({ en, fr }) => {
  // One by one, so that a failure shows the lines.
  for (const [what, of] of same) expect(of(fr), what).toEqual(of(en))
})

test.each(sisters)('$name leads to its sister, below the title', ({ name, en, fr }) => {
  expect(en.split('\n')[2]).toBe(`[En français](fr/${name})`)
  expect(fr.split('\n')[2]).toBe(`[In English](../${name})`)
})

test.each(sisters)(
  '$name links to French pages in French, and to headings that are there',
  (page) => {
    const places = [
      { folder: english, text: page.en },
      { folder: french, text: page.fr },
    ]
    const wrong = places.flatMap(({ folder, text }) =>
      linksOf(text).filter((link) => {
        const [path = '', anchor] = link.split('#')
        const target = path === '' ? join(folder, page.name) : normalize(join(folder, path))
        const isSister = basename(target) === page.name
        const isGuide = dirname(target) === english || dirname(target) === french
        if (isGuide && !isSister && dirname(target) !== folder) return true
        if (anchor === undefined || !isGuide) return false
        return !headingsOf(readFileSync(target, 'utf8')).some(
          (one) => anchorOf(one.text) === anchor,
        )
      }),
    )
    expect(wrong).toEqual([])
  },
)

test('the rule sees what it is for', () => {
  const page = '# A\n\n## B\n\n`npm start`\n\n```sh\nnpm start\n```\n\n| a |\n'
  expect(differences(page, page.replace('A', 'Un').replace('B', 'Deux'))).toEqual([])
  expect(differences(page, page.replace('## B', '### B'))).toEqual(['levels of headings'])
  expect(differences(page, page.replace('start\n```', 'stop\n```'))).toEqual(['code blocks'])
  expect(differences(page, page.replace('`npm start`', ''))).toEqual(['names in code'])
  expect(differences(page, `${page}| b |\n`)).toEqual(['rows of tables'])
  expect(anchorOf('Papier, et mot-clé : l’un')).toBe('papier-et-mot-clé--lun')
})
