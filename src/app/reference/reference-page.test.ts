// The page of the reference: whatever the OpenAPI document tells is on it, and every link leads.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { openApiOf, referencePageOf } from '../../http/index.ts'
import { apiFacts } from '../api/api-facts.ts'
import { roomsOnPaper } from './reference.ts'

type Json = Record<string, unknown>
const { routes } = roomsOnPaper()
const document = openApiOf(routes, { ...apiFacts, version: '0.0.0' })
const page = referencePageOf(document)
const paths = document['paths'] as Record<string, Record<string, Json>>
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, told]) => ({ path, method, told })),
)
const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('each operation is there with its address, its right and its summary', () => {
  expect(operations.length).toBeGreaterThan(400)
  const lacking = operations.filter(({ path, method, told }) => {
    const start = page.indexOf(`<article id="${told['operationId']}"`)
    const own = plain(page.slice(start, page.indexOf('</article>', start)))
    const says = [`${method.toUpperCase()} ${path}`, String(told['summary']), 'curl']
    const right = told['x-right']
    if (right !== 'none' && right !== 'session') says.push(String(right))
    return start < 0 || says.some((one) => !own.includes(one))
  })
  expect(lacking).toEqual([])
})

test('every link on the page has its place, and no name stands twice', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const known = new Set(ids)
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(1_000)
  expect([...new Set(links)].filter((id) => !known.has(id))).toEqual([])
})

test('fields of bodies and answers are told with their sentences', () => {
  const start = page.indexOf('<article id="postMessages"')
  const own = page.slice(start, page.indexOf('</article>', start))
  const { schemas } = document['components'] as { schemas: Record<string, Json> }
  const silentIn = (name: string, html: string) => {
    const properties = (schemas[name]?.['properties'] ?? {}) as Record<string, Json>
    return Object.keys(properties).filter((field) => !html.includes(`<code>${field}</code>`))
  }
  expect(silentIn('MessageRequest', own)).toEqual([])
  expect(own).toContain('<a href="#shape-Message">Message</a>')
  const shape = page.indexOf('<h3 id="shape-Message">')
  expect(silentIn('Message', page.slice(shape, page.indexOf('</article>', shape)))).toEqual([])
  expect(own).toMatch(/<code>409<\/code> It is not in a state for this/)
})

test('every example is a command that a shell can read', () => {
  const commands = [...page.matchAll(/<h4>Example<\/h4><pre tabindex="0">([^<]*)<\/pre>/g)]
  expect(commands.length).toBe(operations.length)
  const script = commands.map(([, command]) => plain(command ?? '')).join('\n')
  expect(() => execFileSync('sh', ['-n'], { input: script })).not.toThrow()
  expect(script).not.toContain('undefined')
})

test('nothing on it runs or is fetched, and text is text', () => {
  expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|url\(/)
  const hostile = referencePageOf({
    info: { version: '<b>', description: '`<i>` & "quotes"' },
    tags: [{ name: 'things', description: '<script>' }],
    paths: {
      '/v1/things/{id}': {
        get: {
          ...{ operationId: 'getThings', summary: '<img src=x>', tags: ['things'] },
          ...{ 'x-right': 'none', responses: { '204': { description: 'Done.' } } },
        },
      },
    },
    components: { schemas: {}, responses: {} },
  })
  expect(hostile).not.toMatch(/<script>|<img|<b>|<i>/)
  expect(hostile).toContain('<code>&lt;i&gt;</code> &amp; &quot;quotes&quot;')
})
