// Which addresses of a text can be shortened.
import { expect, test } from 'vitest'
import { longAddresses } from './shorten-links.tsx'

test.each([
  ['La collection : https://tilleuls.example/hiver.', ['https://tilleuls.example/hiver']],
  ['(https://tilleuls.example/a?b=c&d=1#e) !', ['https://tilleuls.example/a?b=c&d=1#e']],
  ['https://a.example/1 et https://a.example/1', ['https://a.example/1']],
  ['Voyez https://lnk.example.org/l/abcd2345', []],
  ['http://tilleuls.example ou tilleuls.example', []],
  ['{first_name}, https://a.example/{last_name}', ['https://a.example/']],
])('%s', (text, found) => {
  expect(longAddresses(text)).toEqual(found)
})
