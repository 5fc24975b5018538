// A page of ours as a PDF: the same words, each in its element, and no sign taken for a command.
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allTags,
  dense,
  faultsOf,
  type ReadPdf,
  readPdf,
  type Tag,
} from '../../test/support/read-pdf.ts'
import { pdfFile, pdfOf, readPage } from './index.ts'
import { shaped } from './signs.ts'

const at = Date.UTC(2026, 10, 30)
const escapes = new Map<string, string>([
  ...([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
    ["'", '&#39;'],
  ] as const),
])
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes.get(sign) ?? '')

const pageOf = (body: string, language = 'fr'): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Titre &amp; essai</title>
<style>p > b{color:red}</style></head><body><main>${body}</main></body></html>`

const made = async (body: string, language = 'fr'): Promise<ReadPdf> =>
  readPdf(await buffer(pdfOf(readPage(pageOf(body, language)), at)))

const rolesOf = (tags: readonly Tag[]): string[] => allTags(tags).map(({ role }) => role)
const sentence = 'Une phrase assez longue pour passer à la ligne, et encore un peu plus. '

const expectReadable = (pdf: ReadPdf): void => expect(faultsOf(pdf)).toEqual([])

test('a page becomes headings, paragraphs, lists, names, tables and links, in their order', async () => {
  const pdf = await made(`<h1>Un titre</h1><p>Bonjour <strong>Zoé</strong>,
<a href="https://example.org/aide">notre aide</a> et <a href="/ici">ici</a>.</p>
<h2>Liste</h2><ul><li>un</li><li>deux</li></ul>
<details><summary>Plus</summary><dl lang="en"><dt>name</dt><dd>value</dd></dl></details>
<blockquote lang="en"><p>Hello</p></blockquote>
<table><thead><tr><th>Nom</th><th>Nombre</th></tr></thead>
<tbody><tr><th scope="row">un</th><td class="count">1</td></tr></tbody></table>
<form><input type="text" value="x" required><button>Jamais lu</button></form>
<pre>ligne 1
ligne 2</pre>`)
  expectReadable(pdf)
  expect(pdf).toMatchObject({ title: 'Titre & essai', language: 'fr' })
  const roles = rolesOf(pdf.pages[0]?.tags ?? [])
  expect(roles).toEqual([
    ...['Document', 'H1', 'P', 'Link', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody'],
    ...['H3', 'L', 'LI', 'Lbl', 'LBody', 'BlockQuote', 'P'],
    ...['Table', 'TR', 'TH', 'TH', 'TR', 'TH', 'TD', 'P'],
  ])
  expect(pdf.pages[0]?.links).toEqual(['https://example.org/aide'])
  const quote = allTags(pdf.pages[0]?.tags ?? []).find(({ role }) => role === 'BlockQuote')
  expect(quote?.language).toBe('en')
  expect(dense(pdf.text)).toContain(dense('Bonjour Zoé, notre aide et ici.'))
  expect(pdf.text).not.toContain('Jamais lu')
})

test('a long table goes on from page to page with its titles, and is one table', async () => {
  const row = (n: number) =>
    `<tr><th scope="row">Ligne ${n}</th><td>${n % 9 === 0 ? sentence.repeat(8) : 'court'}</td></tr>`
  const rows = Array.from({ length: 120 }, (_, n) => row(n)).join('')
  const head = '<tr><th scope="col">Quoi</th><th scope="col">Contenu</th></tr>'
  const pdf = await made(`<h1>Table</h1><table>${head}${rows}</table>`)
  expectReadable(pdf)
  expect(pdf.pages.length).toBeGreaterThan(3)
  for (const page of pdf.pages) expect(page.text).toContain('Contenu')
  const heads = pdf.pages
    .flatMap(({ tags }) => allTags(tags))
    .filter(({ role, marks }) => role === 'TH' && marks.length > 0)
  // Told once to whoever listens: on later pages the titles are for the eye.
  const told = pdf.pages.map(({ tags }) => rolesOf(tags).filter((role) => role === 'Table').length)
  expect(told).toEqual(pdf.pages.map(() => 1))
  expect(heads.length).toBe(122)
  for (let n = 0; n < 120; n += 1) expect(pdf.text).toContain(`Ligne ${n}`)
})

test('a part that begins a page leaves no later page less than half full', async () => {
  const filled = (sentences: number) =>
    `<h1>x</h1><p>${sentence.repeat(sentences)}</p><section class="new-page"><h2>Suite</h2></section>`
  const pagesWith = async (sentences: number) => {
    const pdf = await made(filled(sentences))
    expectReadable(pdf)
    return pdf.pages.map(({ text }) => [text.includes('Une phrase'), text.includes('Suite')])
  }
  // However little stands on the first page, it stands alone.
  expect(await pagesWith(5)).toEqual([
    [true, false],
    [false, true],
  ])
  // What runs over by some lines goes on with it; by most of a page, not.
  expect(await pagesWith(75)).toEqual([
    [true, false],
    [true, true],
  ])
  expect(await pagesWith(110)).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ])
})

test('a row that no page can hold is broken, and a table of many columns lies on its side', async () => {
  const wide = await made(
    `<h1>x</h1><table><tr>${'<th scope="col">Colonne</th>'.repeat(9)}</tr><tr>${`<td>${sentence}</td>`.repeat(9)}</tr></table>`,
  )
  expectReadable(wide)
  expect(Math.round(wide.pages[0]?.width ?? 0)).toBe(842)
  const words = Array.from({ length: 3_000 }, (_, n) => `mot${n}`).join(' ')
  const tall = await made(`<h1>x</h1><table><tr><td>a</td><td>${words}</td></tr></table>`)
  expectReadable(tall)
  expect(tall.pages.length).toBeGreaterThan(2)
  expect(dense(tall.text)).toContain('mot2999')
})

test('names in Latin, Greek and Cyrillic are drawn; other signs are boxes, and a sentence says so', async () => {
  const known = await made('<h1>Noms</h1><p>Élodie Œuvrard, Łukasz, Nguyễn, Γιώργος, Їжак</p>')
  expect(known.text).toContain('Élodie Œuvrard, Łukasz, Nguyễn, Γιώργος, Їжак')
  expect(known.text).not.toContain('□')
  const lacked = await made('<h1>Noms</h1><p>王芳 et מרים</p>', 'en')
  expectReadable(lacked)
  expect(lacked.text).toContain('□□ et □□□□')
  expect(lacked.text).toContain('The typeface of this file lacks some signs.')
})

test('an element that paper does not know, or that does not end, is a bug and never left out', () => {
  for (const body of ['<video></video>', '<p>a', '</p>', '<p>&copy;</p>', '<p onclick=x>a</p>']) {
    expect(() => readPage(pageOf(body))).toThrow()
  }
})

test('a file goes with a paper as it is, sign by sign', async () => {
  const text = 'signé\n— une ligne très longue — '.repeat(40)
  const attached = { name: 'note.txt', text, description: 'La note' }
  const { stream, fileName } = pdfFile(pageOf('<h1>x</h1>'), { stem: 'a', at, attached })
  const pdf = await readPdf(await buffer(stream))
  expect([fileName, pdf.attached.get('note.txt')]).toEqual(['a.pdf', text])
})

test('whatever somebody typed is text: it is all there, in its element, as it was', async () => {
  const said = fc.string({ unit: 'grapheme', maxLength: 60 })
  const hostile = fc.oneof(
    said,
    fc.constantFrom(
      '</p><h1>x',
      ') Tj ET BT (',
      '<</S/JavaScript>>',
      '&lt;b&gt;',
      '%%EOF',
      '\\',
      '(',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 4 }), async (texts) => {
      const body = texts.map((text) => `<p>${escaped(text)}</p>`).join('')
      const pdf = await made(`<h1>x</h1>${body}`)
      expectReadable(pdf)
      expect(rolesOf(pdf.pages[0]?.tags ?? []).filter((role) => role === 'H1')).toHaveLength(1)
      const latin = texts.filter((text) => /^[ -~\u00a1-\u017f]*$/.test(text))
      for (const text of latin) expect(dense(pdf.text)).toContain(dense(shaped(text)))
    }),
    { numRuns: 15 },
  )
}, 60_000)
