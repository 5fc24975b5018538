// An account objects to a change at the supplier of its route. Without an answer nothing of it goes
// there from the day on; each answer does what it says; both sides are told.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  AccountSupplier,
  SupplierObjections,
  SupplierView,
} from '../../src/governance/contract.ts'
import type { NoticeView } from '../../src/notifications/contract.ts'
import type { OpenPointsView } from '../../src/overview/contract-points.ts'
import type { MessageView } from '../../src/sending/contract.ts'
import { type Accord, asked, logInOwner, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const dayMs = 86_400_000
let accord: Accord
let supplierId: string
let changeId: string
let now = Date.parse('2026-11-25T10:00:00Z')
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00Z' })
  await asked(accord, 'POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
}, 120_000)
afterAll(() => accord?.stop())

const inDays = (days: number) => new Date(now + days * dayMs).toISOString()
async function letPass(days: number): Promise<void> {
  accord.letPass(days * dayMs)
  now += days * dayMs
  await logInOwner(accord)
}
const staff = <T>(method: Method, path: string, body?: unknown) =>
  accord.call<T>(accord.owner.cookie, method, path, body)
const own = <T>(method: Method, path: string, body?: unknown) =>
  accord.call<T>(accord.accounts[0].token, method, path, body)
const objections = async () =>
  (await staff<SupplierObjections>('GET', `/v1/suppliers/${supplierId}/objections`)).body
const answerOf = (accountId: string) =>
  `/v1/suppliers/${supplierId}/changes/${changeId}/objections/${accountId}/answers`
const answer = (outcome: string, until: string | null = null) =>
  staff<{ code: string }>('POST', answerOf(accord.accounts[0].id), {
    ...{ outcome, until, reason: `Parce que : ${outcome}` },
  })
const alert = { class: 'alert', basis: 'contract', sender: 'LUMEN' }
async function send(more: object = {}): Promise<MessageView> {
  const made = await own<{ id: string }>('POST', '/v1/messages', {
    ...{ ...alert, to: '+33639980951', text: 'Votre rendez-vous est demain.' },
    ...more,
  })
  return (await own<MessageView>('GET', `/v1/messages/${made.body.id}`)).body
}
const points = async () =>
  (await staff<OpenPointsView>('GET', '/v1/overview/open-points')).body.items.filter(
    ({ kind }) => kind === 'objection_due',
  )

test('an objection is a point of staff until its day, and bars the supplier from then on', async () => {
  const { items } = (await staff<{ items: SupplierView[] }>('GET', '/v1/suppliers')).body
  supplierId = items[0]?.id ?? ''
  const path = `/v1/suppliers/${supplierId}/subprocessors`
  const announced = await staff<SupplierView>('POST', path, {
    ...{ name: 'Hébergeur Exemple', country: 'DE', purpose: 'Serveurs', since: inDays(31) },
  })
  expect(announced.status).toBe(201)
  changeId = announced.body.changes[0]?.id ?? ''
  const reason = 'Nos données restent en France.'
  const objecting = `/v1/account-suppliers/changes/${changeId}/objection`
  expect((await own('POST', objecting, { reason })).status).toBe(201)

  expect((await objections()).items).toMatchObject([
    { reason, state: 'waits', answerBy: inDays(31), isBarred: false, answers: [] },
  ])
  const [point] = await points()
  expect(point).toMatchObject({ by: inDays(31), leadsTo: '/installation/suppliers' })
  expect(point?.what).toContain(items[0]?.name)
  // Whoever manages the installation answers, and nobody else.
  const other = accord.accounts[1]
  const tried = await accord.call(other.token, 'POST', answerOf(accord.accounts[0].id), {
    ...{ outcome: 'dropped', until: null, reason: 'Pas à moi.' },
  })
  expect(tried.status).toBe(403)
  const unknown = await staff<{ code: string }>('POST', answerOf(other.id), {
    ...{ outcome: 'dropped', until: null, reason: 'Personne.' },
  })
  expect([unknown.status, unknown.body.code]).toEqual([404, 'governance.objection_not_found'])

  expect((await send()).refusal).toBeNull()
  await letPass(32)
  expect((await objections()).items[0]).toMatchObject({ state: 'blocked', isBarred: true })
  const refused = await send()
  expect([refused.state, refused.refusal]).toEqual(['refused', 'route_barred'])
  // Another account is not concerned.
  const fine = await accord.call<{ id: string }>(other.token, 'POST', '/v1/messages', {
    ...{ ...alert, to: '+33639980952', text: 'Votre colis est là.' },
  })
  const seen = await accord.call<MessageView>(other.token, 'GET', `/v1/messages/${fine.body.id}`)
  expect(seen.body.refusal ?? null).not.toBe('route_barred')
}, 120_000)

test('an answer is a decision with its day and its reason, and the account is told', async () => {
  expect((await answer('put_off')).body.code).toBe('governance.answer_day')
  expect((await answer('dropped', inDays(9))).body.code).toBe('governance.answer_day')
  // The only operator is the one that is objected to.
  expect((await answer('other_route')).body.code).toBe('governance.no_other_route')
  expect((await answer('put_off', inDays(5))).status).toBe(201)
  expect((await objections()).items[0]).toMatchObject({
    ...{ state: 'answered', answerBy: inDays(5), isBarred: false },
    answers: [{ outcome: 'put_off', reason: 'Parce que : put_off' }],
  })
  const told = await notices()
  expect(told.find(({ kind }) => kind === 'objection_answered')).toMatchObject({
    leadsTo: '/suppliers',
    sentence: expect.stringContaining('does not apply to your account before'),
  })
  expect((await send()).refusal).toBeNull()

  await letPass(6)
  expect((await send()).refusal).toBe('route_barred')
  expect(await points()).toMatchObject([{ isLate: true }])
  expect((await answer('may_end', inDays(8))).status).toBe(201)
  expect(await points()).toMatchObject([{ isLate: false, by: inDays(8) }])
  expect((await send()).refusal).toBe('route_barred')
  await letPass(9)
  // The account stayed. No day that passes accepts the change for it: staff have to answer again.
  expect((await send()).refusal).toBe('route_barred')
  expect(await points()).toMatchObject([{ isLate: true }])
  expect((await answer('dropped')).status).toBe(201)
  expect(await points()).toEqual([])
  expect((await send()).refusal).toBeNull()
}, 120_000)

/** Of whoever set the installation up: staff, and a user of the account, too. */
const notices = async () =>
  (await staff<{ items: NoticeView[] }>('GET', '/v1/notifications')).body.items

test('what waits when the day comes is held, and leaves once the change is dropped', async () => {
  const path = `/v1/suppliers/${supplierId}/subprocessors`
  const announced = await staff<SupplierView>('POST', path, {
    ...{ name: 'Autre Exemple', country: 'DE', purpose: 'Copies', since: inDays(31) },
  })
  changeId = announced.body.changes[0]?.id ?? ''
  await own('POST', `/v1/account-suppliers/changes/${changeId}/objection`, {
    reason: 'Toujours en France.',
  })
  const waiting = await send({ sendAt: inDays(32) })
  expect(waiting.hold?.reason).toBe('scheduled')
  await letPass(32.5)
  const view = async () => (await own<MessageView>('GET', `/v1/messages/${waiting.id}`)).body
  await eventually(async () => {
    const one = await view()
    return one.hold?.reason === 'supplier_barred' ? one : null
  })
  // Staff see that something waits for their answer, until nothing does.
  const held = async () =>
    (await staff<OpenPointsView>('GET', '/v1/overview/open-points')).body.items.filter(
      ({ kind }) => kind === 'barred_waiting',
    )
  expect(await held()).toMatchObject([
    { leadsTo: '/installation/suppliers', what: expect.stringMatching(/Messages: \d+\.$/) },
  ])
  expect((await answer('dropped')).status).toBe(201)
  await eventually(async () => ((await view()).hold === null ? true : null))
  expect(await held()).toEqual([])
  const gone = await eventually(async () => {
    const one = await view()
    return one.state === 'queued' || one.state.startsWith('submit') ? null : one
  })
  expect([gone.state, gone.refusal]).toEqual(['delivered', null])
}, 120_000)

test('an account that withdraws is bound by the change, and nothing is left to answer', async () => {
  const path = `/v1/suppliers/${supplierId}/subprocessors`
  const announced = await staff<SupplierView>('POST', path, {
    ...{ name: 'Encore Exemple', country: 'DE', purpose: 'Copies', since: inDays(31) },
  })
  changeId = announced.body.changes[0]?.id ?? ''
  const objecting = `/v1/account-suppliers/changes/${changeId}/objection`
  await own('POST', objecting, { reason: 'Je m’oppose.' })
  const withdrawn = await own<{ items: AccountSupplier[] }>('DELETE', objecting)
  expect(withdrawn.status).toBe(200)
  expect((await own<{ code: string }>('DELETE', objecting)).body.code).toBe(
    'governance.objection_closed',
  )
  expect((await answer('dropped')).body.code).toBe('governance.objection_closed')
  expect((await objections()).items[0]).toMatchObject({
    ...{ state: 'withdrawn', answers: [{ outcome: 'withdrawn', reason: null }] },
  })
  const { body } = await staff<{ items: { action: string }[] }>('GET', '/v1/audit')
  const acts = (body.items ?? []).map(({ action }) => action)
  expect(acts).toEqual(
    expect.arrayContaining(['governance.objection_answered', 'governance.objection_withdrawn']),
  )
}, 120_000)
