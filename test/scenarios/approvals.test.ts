// One writes and cannot send, another approves: asked, returned with a remark, launched.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet, WaitingApprovals } from '../../src/campaigns/contract.ts'
import { type Accord, type Answer, asked, cookieOf, startAccord } from '../support/scenario.ts'

let accord: Accord
let listId: string
let writer: string
let approver: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T09:30:00Z' })
  await asked(accord, 'POST', '/v1/senders', { name: 'LUMEN' })
  listId = (await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'Rendez-vous' })).id
  const contactIds: string[] = []
  for (const last of ['0', '1', '2']) {
    const number = `+3363998300${last}`
    const made = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', {
      number,
    })
    contactIds.push(made.contact.id)
  }
  await asked(accord, 'POST', `/v1/lists/${listId}/members`, { contactIds })
  writer = await member('writer', 'Lou Rédac')
  approver = await member('approver', 'Ariel Valide')
}, 120_000)
afterAll(() => accord.stop())

async function member(role: string, name: string): Promise<string> {
  const email = `${role}@example.org`
  const { code } = await asked<{ code: string }>(accord, 'POST', '/v1/users', { name, email, role })
  const password = 'un hiver sans neige'
  const joined = await accord.call('', 'POST', '/v1/invitations', { code, password })
  expect(joined.status).toBe(201)
  return cookieOf(joined)
}

const draft = (by: string, more: Record<string, unknown> = {}) =>
  accord.call<CampaignView>(by, 'POST', '/v1/campaigns', {
    name: 'Rappel',
    listId,
    class: 'alert',
    basis: 'contract',
    sender: 'LUMEN',
    text: 'Votre rendez-vous est demain.',
    ...more,
  })
const sheetOf = async (by: string, id: string) =>
  (await accord.call<CheckSheet>(by, 'GET', `/v1/campaigns/${id}/check-sheet`)).body
const step = (by: string, id: string, verb: string, body?: unknown) =>
  accord.call<CampaignView>(by, 'POST', `/v1/campaigns/${id}/${verb}`, body)
const waiting = async (by: string) =>
  (await accord.call<WaitingApprovals>(by, 'GET', '/v1/campaign-approvals')).body
const told = ({ status, body }: Answer<unknown>) => [status, (body as { code?: string }).code]

async function askedFor(note: string | null = null, more: Record<string, unknown> = {}) {
  const { id } = (await draft(writer, more)).body
  const { hash } = await sheetOf(writer, id)
  const answer = await step(writer, id, 'ask-approval', { hash, note })
  expect(answer.status).toBe(200)
  return { id, hash, view: answer.body }
}

test('a writer prepares and tries, and nothing of theirs leaves', async () => {
  const { id } = (await draft(writer)).body
  const { hash } = await sheetOf(writer, id)
  const alone = [
    await step(writer, id, 'approve', { hash, launch: true }),
    await step(writer, id, 'launch'),
    await step(writer, id, 'return', { remark: 'à revoir' }),
    await accord.call(writer, 'POST', '/v1/messages', {
      to: '+33639983000',
      text: 'Bonjour.',
      class: 'alert',
      basis: 'contract',
      sender: 'LUMEN',
    }),
    await accord.call(writer, 'POST', '/v1/contacts', { number: '+33639983009' }),
    await accord.call(writer, 'PUT', '/v1/campaign-policy', { anotherAbove: null }),
  ]
  expect(alone.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403])
  const phone = { name: 'Le mien', number: '+33639983777', sender: 'LUMEN' }
  const mine = await accord.call<{ id: string }>(writer, 'POST', '/v1/test-numbers', phone)
  const tried = { class: 'alert', sender: 'LUMEN', text: 'Votre rendez-vous est demain.' }
  const sent = await accord.call(writer, 'POST', `/v1/test-numbers/${mine.body.id}/send`, tried)
  expect([mine.status, sent.status]).toEqual([201, 202])
  const template = { name: 'Rappel', class: 'alert', text: 'Bonjour.' }
  expect((await accord.call(writer, 'POST', '/v1/templates', template)).status).toBe(201)
})

test('what is asked waits for whoever may approve, who returns it with a remark', async () => {
  const { id, hash, view } = await askedFor('Avant midi')
  expect(view.approvalAsked).toMatchObject({ by: 'Lou Rédac', note: 'Avant midi', outcome: null })
  expect(view.next.what).toBe('waits_for_approval')
  expect(await waiting(approver)).toMatchObject({
    toDecide: [{ campaignId: id, name: 'Rappel', by: 'Lou Rédac', note: 'Avant midi' }],
    returned: [],
  })
  // Whoever may not decide is not asked.
  expect(await waiting(writer)).toEqual({ toDecide: [], returned: [] })
  const counted = await accord.call(approver, 'GET', '/v1/overview/waiting')
  expect(counted.body).toMatchObject({ approvals: 1 })

  const back = await step(approver, id, 'return', { remark: 'Dites à quelle heure' })
  expect([back.body.state, back.body.next.what]).toEqual(['draft', 'returned'])
  expect(told(await step(approver, id, 'return', { remark: 'encore' }))).toEqual([
    409,
    'campaigns.approval_not_asked',
  ])
  expect(await waiting(approver)).toEqual({ toDecide: [], returned: [] })
  expect(await waiting(writer)).toMatchObject({
    returned: [{ campaignId: id, remark: 'Dites à quelle heure', settledBy: 'Ariel Valide' }],
  })

  await accord.call(writer, 'PATCH', `/v1/campaigns/${id}`, { text: 'Rendez-vous demain, 10 h.' })
  expect(told(await step(writer, id, 'ask-approval', { hash, note: null }))).toEqual([
    409,
    'campaigns.sheet_missing',
  ])
  const again = await sheetOf(writer, id)
  await step(writer, id, 'ask-approval', { hash: again.hash, note: null })
  const launched = await step(approver, id, 'approve', { hash: again.hash, launch: true })
  expect(launched.body).toMatchObject({
    state: 'accepting',
    approvedBy: 'Ariel Valide',
    preparedBy: 'Lou Rédac',
    approvalAsked: { outcome: 'approved' },
  })
  expect(await waiting(writer)).toEqual({ toDecide: [], returned: [] })
})

test('a draft that changes while it is asked for is asked for no more', async () => {
  const { id } = await askedFor()
  const { body } = await accord.call<CampaignView>(writer, 'PATCH', `/v1/campaigns/${id}`, {
    text: 'Tout autre chose.',
  })
  expect([body.approvalAsked?.outcome, body.next.what]).toEqual(['changed', 'to_approve'])
  expect((await waiting(approver)).toDecide).toEqual([])
})

test('what waits goes with a draft that is deleted', async () => {
  const { id } = await askedFor()
  expect((await waiting(approver)).toDecide).toHaveLength(1)
  await accord.call(writer, 'DELETE', `/v1/campaigns/${id}`)
  expect((await waiting(approver)).toDecide).toEqual([])
})

test('above the bound of the account its author does not approve alone', async () => {
  const { cookie } = accord.owner
  await accord.call(cookie, 'PUT', '/v1/campaign-policy', { anotherAbove: 2 })
  const { id } = (await draft(cookie)).body
  const { hash } = await sheetOf(cookie, id)
  const approval = { hash, launch: false }
  expect(told(await step(cookie, id, 'approve', approval))).toEqual([
    403,
    'campaigns.needs_another',
  ])
  // A program is nobody: its yes is not another's.
  const { token } = accord.accounts[0]
  expect(told(await step(token, id, 'approve', approval))).toEqual([403, 'campaigns.needs_another'])
  expect((await step(approver, id, 'approve', approval)).body.state).toBe('approved')
  expect((await step(cookie, id, 'launch')).status).toBe(200)

  await accord.call(cookie, 'PUT', '/v1/campaign-policy', { anotherAbove: 3 })
  const small = (await draft(cookie)).body.id
  const sheet = await sheetOf(cookie, small)
  expect(sheet.receive).toBe(3)
  const alone = await step(cookie, small, 'approve', { hash: sheet.hash, launch: true })
  expect(alone.body.state).toBe('accepting')
  expect(
    (await accord.call(cookie, 'PUT', '/v1/campaign-policy', { anotherAbove: null })).body,
  ).toEqual({ anotherAbove: null })
})

test('a launch that cannot be leaves nothing approved', async () => {
  const { id, hash } = await askedFor()
  const [account] = accord.accounts
  const suspension = { reason: 'Vérification en cours' }
  const { cookie } = accord.owner
  await accord.call(cookie, 'POST', `/v1/accounts/${account.id}/suspend`, suspension)
  expect(told(await step(approver, id, 'approve', { hash, launch: true }))).toEqual([
    403,
    'campaigns.account_suspended',
  ])
  const { body } = await accord.call<CampaignView>(approver, 'GET', `/v1/campaigns/${id}`)
  expect([body.state, body.approvalAsked?.outcome]).toEqual(['draft', null])
  await accord.call(cookie, 'POST', `/v1/accounts/${account.id}/resume`)
})

test('what came back to somebody who has left waits for whoever else writes campaigns', async () => {
  const leaver = await member('sender', 'Noa Partie')
  const { id } = (await draft(leaver, { name: 'Fermeture' })).body
  const { hash } = await sheetOf(leaver, id)
  await step(leaver, id, 'ask-approval', { hash, note: null })
  const me = await accord.call<{ user: { id: string } }>(leaver, 'GET', '/v1/me')
  await asked(accord, 'DELETE', `/v1/users/${me.body.user.id}`)
  await step(approver, id, 'return', { remark: 'Dites jusqu’à quand' })
  expect((await waiting(writer)).returned).toMatchObject([
    { campaignId: id, by: 'Noa Partie', isMine: false, remark: 'Dites jusqu’à quand' },
  ])
  type Notices = { items: { kind: string; sentence: string }[] }
  const { body } = await accord.call<Notices>(writer, 'GET', '/v1/notifications')
  expect(body.items.find(({ kind }) => kind === 'campaign_returned')?.sentence).toContain(
    'Fermeture',
  )
  await accord.call(writer, 'DELETE', `/v1/campaigns/${id}`)
  expect((await waiting(writer)).returned).toEqual([])
})
