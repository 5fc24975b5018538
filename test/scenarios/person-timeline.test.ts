// What happened with one person stands on one line of time, page by page,
// and as far as the reader may see.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
}, 120_000)
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
type Item = { id: string; kind: string; code: string; at: string; messageId: string | null }
type Page = { items: Item[]; nextCursor: string | null; notShown: string[] }

test('messages, replies, consents, looks and requests, the newest first and each once', async () => {
  const { controllerId, wordingId } = await publishedWording(accord)
  const number = '+33639981601'
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
  const other = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number: '+33639981602',
  })
  const evidence = { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'caisse' }
  const about = { controllerId, channel: 'sms', purpose: 'offers' }
  await ask('POST', '/v1/consents', { number, wordingId, ...about, evidence })
  await ask('POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
  const alert = { class: 'alert', basis: 'contract', sender: 'LUMEN' }
  const sent = await ask<{ id: string }>('POST', '/v1/messages', {
    ...{ ...alert, to: number, text: 'Votre commande est prête.' },
  })
  await textFrom(accord, number, 'merci beaucoup')
  await ask('POST', `/v1/contacts/${contact.id}/reveal`, { reason: 'La cliente a appelé' })
  await ask('POST', '/v1/objections', { number, reason: 'objection' })
  const path = `/v1/contacts/${contact.id}/timeline`
  const all = await eventually(async () => {
    const page = await ask<Page>('GET', path)
    return page.items.some(({ kind }) => kind === 'reply') ? page : null
  })
  expect(all.notShown).toEqual([])
  expect(all.nextCursor).toBeNull()
  const found = all.items.map(({ kind, code }) =>
    `${kind} ${kind === 'message' ? '' : code}`.trim(),
  )
  expect([...found].sort()).toEqual([
    'consent consent.given',
    'consent objection',
    'deed contacts.revealed',
    'message',
    'reply other',
  ])
  expect(all.items.find(({ kind }) => kind === 'message')?.messageId).toBe(sent.id)
  const times = all.items.map(({ at }) => at)
  expect([...times].sort().reverse()).toEqual(times)
  expect(JSON.stringify(all)).not.toContain('commande')

  const paged: string[] = []
  let cursor = ''
  for (;;) {
    const page: Page = await ask('GET', `${path}?limit=2${cursor}`)
    paged.push(...page.items.map(({ id }) => id))
    if (page.nextCursor === null) break
    cursor = `&cursor=${page.nextCursor}`
  }
  expect(paged).toEqual(all.items.map(({ id }) => id))
  expect((await ask<Page>('GET', `/v1/contacts/${other.contact.id}/timeline`)).items).toEqual([])

  // Who may read contacts alone sees nothing of messages, consents and deeds, and is told so.
  const narrow = await narrowToken()
  const seen = await accord.call<Page>(narrow, 'GET', path)
  expect([seen.status, seen.body.items]).toEqual([200, []])
  expect(seen.body.notShown).toEqual(['message', 'reply', 'consent', 'request', 'deed'])
  const stranger = await accord.call(accord.accounts[1].token, 'GET', path)
  expect(stranger.status).toBe(404)
})

/** Tokens are made by a person. */
async function narrowToken(): Promise<string> {
  const made = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    name: 'contacts alone',
    rights: ['contacts.read'],
  })
  return made.body.secret
}
