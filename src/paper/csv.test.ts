// Tables as CSV: texts stay texts however the file is cut, and numbers stay numbers.
import { expect, test } from 'vitest'
import { csvOf, csvPages } from './csv.ts'

/** As somebody may have written it in a reference, a name or a reason. */
const written = 'x;=1+1,y\t@SUM(A1)'
const kept = `x;'=1+1,y\t'@SUM(A1)`

async function pagesIn(language: 'en' | 'fr'): Promise<string[]> {
  async function* pages() {
    yield [
      [written, -0.5, '+33639980001'],
      ['=1', 2, 'Camille'],
    ]
  }
  let file = ''
  for await (const part of csvPages({ titles: ['Texte', '-', '='], pages: pages(), language })) {
    file += part
  }
  return file.split('\n')
}

test('a table holds no formula behind a sign at which another spreadsheet cuts', async () => {
  expect(await pagesIn('en')).toEqual([
    ...["\ufeffTexte,-,'=", `"${kept}",-0.5,+33639980001`, `'=1,2,Camille`, ''],
  ])
  expect(await pagesIn('fr')).toEqual([
    ...["\ufeffTexte;-;'=", `"${kept}";-0,5;+33639980001`, `'=1;2;Camille`, ''],
  ])
})

test('nor does a workbook, in its names or its cells', () => {
  const rows = [[{ text: written, isHeading: false }]]
  const file = csvOf({ title: '=1', note: 'a,=2', sheets: [{ name: '@b', rows }] })
  expect(file.split('\n')).toEqual([`\ufeff'=1`, `a,'=2`, '', `'@b`, `"${kept}"`, ''])
})
