// By a table: who is taken for whom.
import { expect, test } from 'vitest'
import { leastMs } from '../../test/support/least-ms.ts'
import { type WhoClicked, whoClicked } from './who-clicked.ts'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const page = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'fr-FR,fr;q=0.9' }
const navigate = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

const cases: [string, Record<string, string>, WhoClicked][] = [
  ['a phone that opens a page', { 'user-agent': android, ...page, ...navigate }, 'people'],
  ['an older browser, which says less', { 'user-agent': iphone, ...page }, 'people'],
  [
    'a browser that draws a preview',
    { 'user-agent': android, ...page, ...navigate, 'sec-purpose': 'prefetch;prerender' },
    'machines',
  ],
  ['an older preview', { 'user-agent': iphone, ...page, purpose: 'preview' }, 'machines'],
  [
    'a script of a page',
    { 'user-agent': android, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    'machines',
  ],
  [
    'a picture of a page',
    { 'user-agent': android, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    'machines',
  ],
  ['WhatsApp', { 'user-agent': 'WhatsApp/2.24.6.77 A' }, 'machines'],
  [
    'Apple Messages, which calls itself by others’ names',
    {
      'user-agent':
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
      ...page,
    },
    'machines',
  ],
  [
    'a search engine',
    { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    'machines',
  ],
  ['a tool', { 'user-agent': 'curl/8.14.1', accept: '*/*' }, 'machines'],
  ['nothing that says what it is', {}, 'unknown'],
  ['a program of its own', { 'user-agent': 'Tilleuls/3.2 (Android 14)' }, 'unknown'],
  ['a browser’s name alone', { 'user-agent': android, accept: '*/*' }, 'unknown'],
]

test.each(cases)('%s', (_what, headers, who) => {
  expect(whoClicked({ header: (name) => headers[name] ?? null })).toBe(who)
})

test('a name of sixteen thousand characters costs little more than one of a thousand', () => {
  const long = `Mozilla/5.0 (${') '.repeat(8_000)}`
  const timeOf = (name: string) => leastMs(() => whoClicked({ header: () => name }))
  expect(whoClicked({ header: () => long })).toBe('unknown')
  expect(timeOf(long)).toBeLessThan(10 * timeOf(long.slice(0, 1_000)))
})
