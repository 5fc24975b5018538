// Whoever manages the installation: accounts suspended and let go on, live or sandbox, sender names
// decided, prices, and what waits for each route.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountView, OwnerInvited, RoleView } from '../../src/accounts/contract.ts'
import type { PriceLine } from '../../src/billing/contract.ts'
import type { CampaignUnderWay } from '../../src/campaigns/contract.ts'
import type { NoticeView } from '../../src/notifications/contract.ts'
import type { WaitingView } from '../../src/overview/contract.ts'
import type { SenderView, WaitingSenderView } from '../../src/routing/contract.ts'
import type { MessageView, QueueView } from '../../src/sending/contract.ts'
import { type Accord, type Method, sendAlert, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let accountId: string
/** The installation's clock, against the machine's. */
let shiftMs = 0
beforeAll(async () => {
  const startsAt = '2026-11-25T10:00:00+01:00'
  shiftMs = Date.parse(startsAt) - Date.now()
  accord = await startAccord({ startsAt })
  accountId = accord.accounts[0].id
  await own('POST', '/v1/senders', { name: 'LUMEN' })
}, 60_000)
afterAll(() => accord?.stop())

type Problem = { code: string }
const own = <T>(method: Method, path: string, body?: unknown) =>
  accord.call<T & Problem>(accord.accounts[0].token, method, path, body)
const staff = <T>(method: Method, path: string, body?: unknown) =>
  accord.call<T & Problem>(accord.owner.cookie, method, path, body)
const message = async (id: string) => (await own<MessageView>('GET', `/v1/messages/${id}`)).body

const alert = {
  to: '+33639980001',
  text: 'Votre commande est prête.',
  class: 'alert',
  basis: 'contract',
  sender: 'LUMEN',
}

test('what is about all accounts is for nobody else', async () => {
  const asked: [Method, string, unknown?][] = [
    ['GET', '/v1/accounts'],
    ['GET', `/v1/accounts/${accountId}`],
    ['POST', `/v1/accounts/${accountId}/suspend`, { reason: 'curiosity' }],
    ['POST', `/v1/accounts/${accountId}/resume`],
    ['PUT', `/v1/accounts/${accountId}/kind`, { kind: 'live' }],
    ['GET', `/v1/accounts/${accountId}/prices`],
    ['GET', '/v1/default-prices'],
    ['GET', '/v1/senders/waiting'],
    ['GET', '/v1/queues'],
    ['GET', '/v1/campaigns/under-way'],
  ]
  for (const [method, path, body] of asked) {
    const { status } = await own(method, path, body)
    expect([path, status]).toEqual([path, 403])
  }
})

test('accounts come page by page, in the order of their numbers', async () => {
  type Page = { items: AccountView[]; nextCursor: string | null }
  const first = (await staff<Page>('GET', '/v1/accounts?limit=1')).body
  expect(first.items.map(({ id }) => id)).toEqual([accountId])
  const path = `/v1/accounts?limit=1&cursor=${first.nextCursor}`
  const second = (await staff<Page>('GET', path)).body
  expect(second.items.map(({ id }) => id)).toEqual([accord.accounts[1].id])
  expect(second.nextCursor).toBe(null)
})

test('accounts are found by a part of their name, and by whether they are suspended', async () => {
  type Page = { items: AccountView[]; nextCursor: string | null }
  const names = async (query: string) =>
    (await staff<Page>('GET', `/v1/accounts?${query}`)).body.items.map(({ name }) => name)
  expect(await names('name=DU%20PORT')).toEqual(['École du Port'])
  // A sign is no pattern.
  expect(await names('name=%25')).toEqual([])
  expect(await names('suspended=true')).toEqual([])
  // More accounts than a page holds: the one that is suspended is told all the same.
  const path = `/v1/accounts/${accord.accounts[1].id}`
  await staff('POST', `${path}/suspend`, { reason: 'Plaintes de destinataires' })
  expect(await names('suspended=true&limit=1')).toEqual(['École du Port'])
  expect(await names('suspended=false')).toEqual(['Boutique des Tilleuls'])
  expect(await names('suspended=false&name=port')).toEqual([])
  await staff('POST', `${path}/resume`)
  expect(await names('suspended=true')).toEqual([])
  const bad = await staff('GET', '/v1/accounts?suspended=perhaps')
  expect([bad.status, bad.body.code]).toEqual([400, 'http.input_invalid'])
})

type OpenedAccount = AccountView & { ownerInvited: OwnerInvited | null }
type Waiting = { hasPeople: boolean; invited: { email: string } | null }

test('the first owner of an account is invited, and staff are not in it unless they stay', async () => {
  const dominique = { name: 'Dominique Modèle', email: 'dominique@example.org' }
  const made = await staff<OpenedAccount>('POST', '/v1/accounts', {
    ...{ name: 'Atelier des Saules', kind: 'sandbox', language: 'fr', owner: dominique },
  })
  expect(made.status).toBe(201)
  const { id, ownerInvited } = made.body
  expect(ownerInvited).toMatchObject({ email: dominique.email, isMailed: false })
  const mine = async () =>
    (await staff<{ accounts: { id: string }[] }>('GET', '/v1/me')).body.accounts.map(
      (one) => one.id,
    )
  expect(await mine()).not.toContain(id)
  const path = `/v1/accounts/${id}/owner`
  const waits = async () => (await staff<Waiting>('GET', path)).body
  expect(await waits()).toMatchObject({ hasPeople: false, invited: { email: dominique.email } })
  // The e-mail was wrong: another is invited, and the first code opens nothing any more.
  const again = { ...dominique, email: 'd.modele@example.org' }
  const second = (await staff<OwnerInvited>('POST', path, again)).body
  expect(await waits()).toMatchObject({ invited: { email: again.email } })
  const join = (code: string | undefined) =>
    accord.call<Problem & { account: { id: string }; role: string }>(
      '',
      'POST',
      '/v1/invitations',
      {
        ...{ code, password: 'la pluie sur les saules' },
      },
    )
  expect((await join(ownerInvited?.code)).body.code).toBe('accounts.invitation_wrong')
  const joined = await join(second.code)
  expect(joined.status).toBe(201)
  expect(joined.body).toMatchObject({ account: { id }, role: 'owner' })
  // From now on its owners invite, and staff read nothing of who is asked into it.
  expect(await waits()).toEqual({ hasPeople: true, invited: null })
  const late = await staff('POST', path, again)
  expect([late.status, late.body.code]).toEqual([409, 'accounts.account_has_people'])
  expect((await own('GET', path)).status).toBe(403)
  expect((await own('POST', path, again)).status).toBe(403)

  const both = await staff<OpenedAccount>('POST', '/v1/accounts', {
    ...{ name: 'Atelier des Ormes', kind: 'sandbox', owner: dominique, staysOwner: true },
  })
  expect(await mine()).toContain(both.body.id)
  expect(both.body.ownerInvited).not.toBe(null)
  const alone = await staff<OpenedAccount>('POST', '/v1/accounts', {
    ...{ name: 'Atelier des Aulnes', kind: 'sandbox' },
  })
  expect(await mine()).toContain(alone.body.id)
  expect(alone.body.ownerInvited).toBe(null)
})

test('a suspended account is refused what it asks, keeps what waits, and goes on where it stood', async () => {
  const soon = new Date(Date.now() + shiftMs + 4_000).toISOString()
  const waiting = (await own<MessageView>('POST', '/v1/messages', { ...alert, sendAt: soon })).body
  expect(waiting.hold?.reason).toBe('scheduled')
  const path = `/v1/accounts/${accountId}`
  const short = await staff('POST', `${path}/suspend`, { reason: '' })
  expect([short.status, short.body.code]).toEqual([400, 'http.input_invalid'])
  const reason = { reason: 'Plaintes de destinataires' }
  const told = (await staff<AccountView>('POST', `${path}/suspend`, reason)).body
  expect(told.suspendedAt).not.toBe(null)
  const again = (await staff<AccountView>('POST', `${path}/suspend`, reason)).body
  expect(again.suspendedAt).toBe(told.suspendedAt)

  const refused = await own('POST', '/v1/messages', alert)
  expect([refused.status, refused.body.code]).toEqual([403, 'sending.account_suspended'])
  // People of the account read on, and the other account goes on.
  expect((await own('GET', '/v1/messages')).status).toBe(200)
  const { token } = accord.accounts[1]
  await accord.call(token, 'POST', '/v1/senders', { name: 'LUMEN' })
  expect((await accord.call(token, 'POST', '/v1/messages', alert)).status).toBe(202)

  const held = await eventually(async () => {
    const now = await message(waiting.id)
    return now.hold?.reason === 'account_suspended' ? now : null
  })
  expect(held.refusal).toBe(null)
  expect((await staff<AccountView>('POST', `${path}/resume`)).body.suspendedAt).toBe(null)
  await eventually(async () => ((await message(waiting.id)).state === 'delivered' ? true : null))
  const id = await sendAlert(accord, 'Votre commande est partie.')
  await eventually(async () => ((await message(id)).state === 'delivered' ? true : null))

  type Journal = { items: { action: string; reason: string | null }[] }
  const { items } = (await own<Journal>('GET', '/v1/audit?limit=100')).body
  const deeds = items.map(({ action }) => action)
  expect(deeds.filter((one) => one === 'accounts.account_suspended')).toHaveLength(1)
  expect(deeds).toContain('accounts.account_resumed')
}, 60_000)

test('a sandbox with people in it stays one; an empty one goes live and back', async () => {
  const kept = await staff('PUT', `/v1/accounts/${accountId}/kind`, { kind: 'live' })
  expect([kept.status, kept.body.code]).toEqual([409, 'accounts.sandbox_has_people'])
  const request = { name: 'Maison des Lilas', kind: 'sandbox' }
  const { id } = (await staff<AccountView>('POST', '/v1/accounts', request)).body
  const to = async (kind: string) =>
    (await staff<AccountView>('PUT', `/v1/accounts/${id}/kind`, { kind })).body.kind
  expect([await to('live'), await to('live'), await to('sandbox')]).toEqual([
    'live',
    'live',
    'sandbox',
  ])
  const nobody = await staff('PUT', `/v1/accounts/${crypto.randomUUID()}/kind`, { kind: 'live' })
  expect([nobody.status, nobody.body.code]).toEqual([404, 'accounts.account_not_found'])
})

test('a name that is often imitated waits for a word over all accounts', async () => {
  type Waiting = { items: WaitingSenderView[]; nextCursor: string | null }
  const waiting = async () => (await staff<Waiting>('GET', '/v1/senders/waiting')).body.items
  expect(await waiting()).toEqual([])
  const counted = async () => (await staff<WaitingView>('GET', '/v1/overview/waiting')).body.senders
  expect(await counted()).toBe(0)
  await own('POST', '/v1/senders', { name: 'AMELI', evidence: 'Mandat du 3 mars' })
  const [sender] = await waiting()
  // Staff see it on whatever screen they are, and are told; the account's people are not.
  expect(await counted()).toBe(1)
  expect((await own<WaitingView>('GET', '/v1/overview/waiting')).body.senders).toBe(null)
  type Told = { items: NoticeView[] }
  const told = (await staff<Told>('GET', '/v1/notifications')).body.items
  expect(told.filter(({ kind }) => kind === 'sender_waits')).toMatchObject([
    {
      sentence:
        'An account asks for the sender name “AMELI”, which is often imitated. It waits for your decision.',
      leadsTo: '/installation/moderation',
    },
  ])
  expect(sender).toMatchObject({ name: 'AMELI', evidence: 'Mandat du 3 mars', state: 'pending' })
  expect(sender?.account).toMatchObject({ id: accountId, name: 'Boutique des Tilleuls' })
  const path = `/v1/accounts/${accountId}/senders/${sender?.id}/decision`
  const unsaid = await staff('PUT', path, { state: 'refused' })
  expect([unsaid.status, unsaid.body.code]).toEqual([400, 'http.input_invalid'])
  const reason = 'Ce mandat est au nom d’une autre société.'
  expect((await staff('PUT', path, { state: 'refused', reason })).status).toBe(200)
  expect(await waiting()).toEqual([])
  expect(await counted()).toBe(0)
  // The account reads why: in its list, and in its journal.
  type Senders = { items: SenderView[] }
  const mine = async () =>
    (await own<Senders>('GET', '/v1/senders')).body.items.find(({ id }) => id === sender?.id)
  expect(await mine()).toMatchObject({ state: 'refused', refusal: reason })
  type Journal = { items: { action: string; reason: string | null }[] }
  const { items } = (await own<Journal>('GET', '/v1/audit?limit=100')).body
  expect(items.find(({ action }) => action === 'routing.sender_decided')?.reason).toBe(reason)
  expect((await staff('PUT', path, { state: 'approved' })).status).toBe(200)
  expect(await mine()).toMatchObject({ state: 'approved', refusal: null })
})

test('prices of the installation and of one account are told apart', async () => {
  type Prices = { items: PriceLine[] }
  const lineOf = async (path: string, country: string) =>
    (await staff<Prices>('GET', path)).body.items.find((line) => line.country === country)
  expect((await lineOf('/v1/default-prices', 'FR'))?.origin).toBe('starting_value')
  await staff('PUT', '/v1/default-prices/BE', { microEur: 60_000 })
  await staff('PUT', `/v1/accounts/${accountId}/prices/BE`, { microEur: 50_000 })
  expect(await lineOf('/v1/default-prices', 'BE')).toEqual({
    country: 'BE',
    microEur: 60_000,
    origin: 'installation',
  })
  expect(await lineOf(`/v1/accounts/${accountId}/prices`, 'BE')).toEqual({
    country: 'BE',
    microEur: 50_000,
    origin: 'account',
  })
})

test('a campaign under way is read and paused for a reason that its account reads', async () => {
  const list = (await own<{ id: string }>('POST', '/v1/lists', { name: 'Commandes' })).body
  const contact = { number: '+33639980077', fields: {}, listId: list.id }
  await own('POST', '/v1/contacts', contact)
  const campaign = (
    await own<{ id: string }>('POST', '/v1/campaigns', {
      name: 'Commandes prêtes',
      listId: list.id,
      class: 'alert',
      basis: 'contract',
      sender: 'LUMEN',
      text: 'Votre commande est prête, {first_name|cher client}.',
      sendAt: new Date(Date.now() + shiftMs + 86_400_000).toISOString(),
    })
  ).body
  const path = `/v1/campaigns/${campaign.id}`
  type UnderWay = { items: CampaignUnderWay[] }
  const underWay = async () => (await staff<UnderWay>('GET', '/v1/campaigns/under-way')).body.items
  expect(await underWay()).toEqual([])
  const sheet = (await own<{ hash: string }>('GET', `${path}/check-sheet`)).body
  await own('POST', `${path}/approve`, { hash: sheet.hash })
  await own('POST', `${path}/launch`)
  const [found] = await eventually(async () => {
    const items = await underWay()
    return items[0]?.counts.accepted === 1 ? items : null
  })
  expect(found?.account).toMatchObject({ id: accountId, name: 'Boutique des Tilleuls' })
  expect(JSON.stringify(found)).not.toContain('commande est prête')

  const ofStaff = `/v1/accounts/${accountId}${path.replace('/v1', '')}`
  const reason = 'Signalement d’un destinataire'
  const read = (await staff<{ text: string }>('POST', `${ofStaff}/text`, { reason })).body
  expect(read.text).toBe('Votre commande est prête, {first_name|cher client}.')
  expect((await own('POST', `${ofStaff}/text`, { reason })).status).toBe(403)
  expect((await staff('POST', `${ofStaff}/pause`, { reason })).status).toBe(204)
  const twice = await staff('POST', `${ofStaff}/pause`, { reason })
  expect([twice.status, twice.body.code]).toEqual([409, 'campaigns.step_not_possible'])
  expect((await own<{ state: string }>('GET', path)).body.state).toBe('paused')
  const elsewhere = `/v1/accounts/${accord.accounts[1].id}${path.replace('/v1', '')}`
  expect((await staff('POST', `${elsewhere}/text`, { reason })).status).toBe(404)

  type Journal = { items: { action: string; reason: string | null }[] }
  const { items } = (await own<Journal>('GET', '/v1/audit?limit=100')).body
  for (const action of ['campaigns.text_read', 'campaigns.paused_by_installation']) {
    expect(items.filter((one) => one.action === action)).toMatchObject([{ reason }])
  }
}, 60_000)

test('the queues say how many wait, for now and for later', async () => {
  const later = new Date(Date.parse('2026-11-26T10:00:00+01:00')).toISOString()
  await own('POST', '/v1/messages', { ...alert, sendAt: later })
  const { items } = (await staff<{ items: QueueView[] }>('GET', '/v1/queues')).body
  expect(items).toMatchObject([{ isSandbox: true, later: 2, isAtLeast: false }])
  expect(items[0]?.alerts).toEqual({ count: 0, since: null })
})

test('the roles say what each may do', async () => {
  const { items } = (await own<{ items: RoleView[] }>('GET', '/v1/roles')).body
  expect(items.map(({ role }) => role)).toEqual([
    'owner',
    'approver',
    'sender',
    'writer',
    'viewer',
    'dpo',
    'support',
  ])
  const viewer = items.find(({ role }) => role === 'viewer')
  expect(viewer?.rights).toContain('contacts.read')
  expect(viewer?.rights).not.toContain('contacts.reveal')
})
