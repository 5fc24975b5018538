// The logo of an account: chosen by who manages it, seen by everybody, gone when it is removed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownPageOf, provenOf } from '../support/own-page.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { pngChunk, smallPng } from '../support/small-picture.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
}, 120_000)
afterAll(() => accord?.stop())

type State = { logo: { url: string; mediaType: string; width: number; height: number } | null }
const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
async function send(octets: Buffer, { bearer = token, name = 'logo.png' } = {}) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(octets)]), name)
  const answer = await fetch(`${accord.url}/v1/logo`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${bearer}`, 'accept-language': 'en' },
    body: form,
  })
  return { status: answer.status, body: (await answer.json()) as State & { code?: string } }
}
const image = (path: string) => fetch(`${accord.url}${path}`)

async function ownPage(number: string): Promise<string> {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
  return ownPageOf(accord, token, contact.id)
}
const html = async (path: string, cookie = '') =>
  (await fetch(`${accord.url}${path}`, { headers: { cookie } })).text()

test('a logo stands beside the name, is kept by browsers for ever, and goes when it is removed', async () => {
  expect(await ask<State>('GET', '/v1/logo')).toEqual({ logo: null })
  const own = await ownPage('+33639980961')
  const account = await ask<{ name: string }>('GET', '/v1/account')
  const bare = await html(own)
  expect(bare).toContain(`<p class="brand"><span>${account.name}</span></p>`)
  expect(bare).not.toContain('<img')

  const place = Buffer.from('taken at 48.85, 2.35')
  const { status, body } = await send(smallPng([120, 40], [11, 79, 158], [pngChunk('tEXt', place)]))
  expect([status, body.logo]).toMatchObject([200, { mediaType: 'image/png', width: 120 }])
  const url = body.logo?.url ?? ''
  expect(await ask<State>('GET', '/v1/logo')).toMatchObject({ logo: { url, height: 40 } })
  const shown = await image(url)
  expect(shown.status).toBe(200)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
  expect(shown.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const octets = Buffer.from(await shown.arrayBuffer())
  expect(octets.equals(smallPng([120, 40]))).toBe(true)
  expect(await html(own)).toContain(`<img src="${url}" width="120" height="40" alt="">`)
  // In the copy, which is one file, it is inside.
  const copy = await html(`${own}/copy.html`, await provenOf(accord, token, own))
  expect(copy).toContain(`src="data:image/png;base64,${octets.toString('base64')}"`)

  const other = await send(smallPng([60, 60], [1, 2, 3]))
  expect((await image(url)).status).toBe(404)
  expect((await image(other.body.logo?.url ?? '')).status).toBe(200)
  expect((await accord.call(token, 'DELETE', '/v1/logo')).status).toBe(204)
  expect((await accord.call(token, 'DELETE', '/v1/logo')).status).toBe(204)
  expect((await image(other.body.logo?.url ?? '')).status).toBe(404)
  expect(await html(own)).not.toContain('<img')
  const log = async (action: string) =>
    (await ask<{ items: unknown[] }>('GET', `/v1/audit?action=${action}`)).items.length
  expect([await log('preferences.logo_changed'), await log('preferences.logo_removed')]).toEqual([
    2, 1,
  ])
}, 60_000)

test('what is no picture, is too large or is not one’s to choose is refused, and the logo stays', async () => {
  const { body } = await send(smallPng([50, 50]))
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  expect(await send(svg)).toMatchObject({
    status: 400,
    body: { code: 'preferences.logo_not_a_picture' },
  })
  const cut = smallPng([50, 50]).subarray(0, 60)
  expect(await send(cut)).toMatchObject({ status: 400, body: { code: 'preferences.logo_damaged' } })
  expect(await send(smallPng([1_001, 1]))).toMatchObject({
    status: 400,
    body: { code: 'preferences.logo_too_wide' },
  })
  const heavy = Buffer.concat([smallPng([50, 50]), Buffer.alloc(100_000)])
  expect(await send(heavy)).toMatchObject({ body: { code: 'http.file_too_large' } })
  const made = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    name: 'sends',
    rights: ['messages.send'],
  })
  expect((await send(smallPng([9, 9]), { bearer: made.body.secret })).status).toBe(403)
  expect(await ask<State>('GET', '/v1/logo')).toMatchObject({ logo: { url: body.logo?.url } })
  // Another account has its own, or none.
  const stranger = accord.accounts[1].token
  const theirs = await accord.call<State>(stranger, 'GET', '/v1/logo')
  expect(theirs.body).toEqual({ logo: null })
}, 60_000)
