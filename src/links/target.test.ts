// By a table: where a link may lead.
import { expect, test } from 'vitest'
import { targetOf } from './target.ts'

const own = ['https://sms.example.org', 'https://lnk.example.org']

test.each([
  ['https://www.tilleuls.example/collection?ref=sms#haut'],
  ['https://boutique.example.org'],
  ['https://sms.example.org/f/abc'],
  ['https://été.example.org/'],
])('%s', (text) => {
  expect(targetOf(text, own)).toBe(new URL(text).href)
})

test.each([
  ['http://www.tilleuls.example/'],
  ['javascript:alert(1)'],
  ['data:text/html,x'],
  ['tilleuls.example'],
  ['https://camille:secret@tilleuls.example/'],
  ['https://127.0.0.1/'],
  ['https://[::1]/'],
  ['https://2130706433/'],
  ['https://localhost/'],
  ['https://serveur/'],
  ['https://nas.local/'],
  ['https://lnk.example.org/l/abcdefgh'],
  [''],
])('%s is refused', (text) => {
  expect(() => targetOf(text, own)).toThrow(expect.objectContaining({ code: 'links.target_unfit' }))
})
