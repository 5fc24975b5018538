// Notifications on a real database: told once, to those whose rights cover it, read, switched off,
// sent through a real mail server or kept for a screen, and deleted in time.
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type AccountsFixture, accountsFixture } from '../../test/support/accounts-fixture.ts'
import { realTimers } from '../../test/support/clock.ts'
import { type MailServer, startMailServer } from '../../test/support/mail-server.ts'
import { testServer } from '../../test/support/test-server.ts'
import { authenticateWith, createAccount } from '../accounts/index.ts'
import { type Job, jobs, startJobs } from '../jobs/index.ts'
import { type AccountId, rights, type SubjectId, type UserId } from '../kernel/index.ts'
import { createMetrics, silentLogger } from '../observability/index.ts'
import type { NoticeChoices, NoticeView } from './contract.ts'
import type { NotificationsDeps } from './deps.ts'
import { mailJobs, notificationsJobs } from './jobs.ts'
import { readMails } from './look-at-mails.ts'
import { notify, notifyStaff, type Told } from './notify.ts'
import { notificationsRoutes } from './routes.ts'
import { createMail } from './send-mail.ts'
import { createSmtp } from './smtp.ts'
import { sweepNotifications } from './sweep.ts'

const dayMs = 86_400_000
const campaignId = '01a210d0-21d9-75bb-863c-00000000000a'
const origin = 'https://sms.example.org'

let mailServer: MailServer
let here: AccountsFixture
let server: FastifyInstance
let deps: NotificationsDeps
let owner: { cookie: string; userId: UserId }
let sender: { cookie: string; userId: UserId }
let accountId: AccountId

beforeAll(async () => {
  mailServer = await startMailServer()
})
afterAll(() => mailServer.close())

beforeEach(async () => {
  here = await accountsFixture()
  mailServer.mails.length = 0
  mailServer.refuse(null)
  const ownerCookie = await here.ownerCookie()
  const me = await here.call('GET', '/v1/me', { cookie: ownerCookie })
  accountId = (me.body['account'] as { id: AccountId }).id
  owner = { cookie: ownerCookie, userId: (me.body['user'] as { id: UserId }).id }
  sender = await join('sasha@example.org', 'sender')
  deps = depsWith(true)
  server = await testServer(notificationsRoutes(deps), {
    authenticate: authenticateWith(here.deps, { secureCookie: false }),
    timers: here.clock,
  })
})
afterEach(async () => {
  await server.close()
  await here.close()
})

function depsWith(hasSmtp: boolean): NotificationsDeps {
  const { database, vault, clock, makeId } = here.deps
  const from = { name: 'Accord', address: 'accord@example.org' }
  const settings = { host: '127.0.0.1', port: mailServer.port, tls: 'plain' as const, login: null }
  return {
    ...{ database, vault, clock, makeId, jobs, logger: silentLogger },
    metrics: createMetrics(),
    mail: createMail({ vault, clock, makeId, jobs, hasSmtp }),
    smtp: hasSmtp ? createSmtp({ ...settings, from }) : null,
    publicUrl: origin,
    ownUrl: () => null,
  }
}

async function join(email: string, role: string) {
  const cookie = owner.cookie
  const person = { name: 'Sasha Exemple', email, role }
  const { body } = await here.call('POST', '/v1/users', { cookie }, person)
  const answer = { code: body['code'], password: 'les prunes de mars' }
  const joined = await here.call('POST', '/v1/invitations', {}, answer)
  expect(joined.status).toBe(201)
  return { cookie: joined.cookie ?? '', userId: (joined.body['user'] as { id: UserId }).id }
}

async function ask<T>(
  by: { cookie: string },
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object,
) {
  const answer = await server.inject({
    ...{ method, url },
    headers: { cookie: by.cookie, host: 'localhost', origin: 'http://localhost' },
    ...(body === undefined ? {} : { payload: body }),
  })
  const text = answer.body === '' ? '{}' : answer.body
  return { status: answer.statusCode, body: JSON.parse(text) as T }
}
type Listed = { items: NoticeView[]; nextCursor: string | null }
const listed = async (by: { cookie: string }, query = '') =>
  (await ask<Listed>(by, 'GET', `/v1/notifications${query}`)).body
const unread = async (by: { cookie: string }) =>
  (await ask<{ unread: number }>(by, 'GET', '/v1/notifications/unread')).body.unread

const told = (more: Partial<Told> = {}): Told => ({
  kind: 'campaign_ended',
  about: campaignId,
  details: { name: 'Soldes d’été', count: 1204 },
  at: here.clock.now(),
  ...more,
})
const tell = (more: Partial<Told> = {}) =>
  deps.database.inAccount(accountId, (tx) => notify(tx, accountId, told(more)))

/** What the queue holds for the handlers of the room, done here in its order. */
async function waitingJobs(): Promise<Job[]> {
  const { rows } = await here.store.asSuperuser((client) =>
    client.query<{ name: string; payload: { accountId: AccountId | null; input: Job['input'] } }>(
      `select t.identifier as name, j.payload
       from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier like 'notifications.%' order by j.id`,
    ),
  )
  const once = { attempt: 1, isLastAttempt: false, isStopping: () => false }
  return rows.map(({ name, payload }) => ({ name, ...payload, ...once }))
}
async function doJobs(name: string, over: Partial<Job> = {}): Promise<void> {
  const handlers = { ...notificationsJobs(deps), ...mailJobs(deps) }
  for (const job of await waitingJobs()) {
    if (job.name === name) await handlers[name]?.({ ...job, ...over })
  }
}

test('what is told is listed for those whose rights cover it, in their language', async () => {
  await tell()
  await tell({ kind: 'campaign_to_approve', details: { name: 'Rentrée' } })
  const ofOwner = (await listed(owner)).items
  expect(ofOwner.map(({ kind }) => kind).sort()).toEqual(['campaign_ended', 'campaign_to_approve'])
  const [ended] = (await listed(sender)).items
  expect(ended).toMatchObject({
    kind: 'campaign_ended',
    title: 'Campagne terminée',
    sentence: 'La campagne « Soldes d’été » est terminée. Messages remis : 1\u202f204.',
    leadsTo: `/campaigns/${campaignId}`,
    isRead: false,
  })
  expect((await listed(sender)).items).toHaveLength(1)
})

test('the same thing and step is told once, also by two at once; another step is told again', async () => {
  await Promise.all([tell(), tell()])
  await tell()
  expect(await unread(owner)).toBe(1)
  expect(await waitingJobs()).toHaveLength(1)
  await tell({ kind: 'campaign_stopped', step: 'a', details: { name: 'x', variant: 'failed' } })
  await tell({ kind: 'campaign_stopped', step: 'b', details: { name: 'x', variant: 'failed' } })
  expect(await unread(owner)).toBe(3)
})

test('what a transaction does not keep is told to nobody', async () => {
  const failing = deps.database.inAccount(accountId, async (tx) => {
    await notify(tx, accountId, told())
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await unread(owner)).toBe(0)
  expect(await waitingJobs()).toEqual([])
})

test('one is read, then all are; each user has read for themselves', async () => {
  await tell()
  await tell({ kind: 'import_ended', details: { count: 189 } })
  const [first] = (await listed(owner)).items
  expect((await ask(owner, 'POST', '/v1/notifications/read', { ids: [first?.id] })).status).toBe(
    204,
  )
  expect(await unread(owner)).toBe(1)
  expect((await listed(owner, '?unread=true')).items).toHaveLength(1)
  await ask(owner, 'POST', '/v1/notifications/read', { ids: null })
  expect(await unread(owner)).toBe(0)
  expect((await listed(owner)).items.map(({ isRead }) => isRead)).toEqual([true, true])
  expect(await unread(sender)).toBe(2)
})

test('an id of something that a user is not told of marks nothing', async () => {
  await tell({ kind: 'campaign_to_approve', details: { name: 'Rentrée' } })
  const [hidden] = (await listed(owner)).items
  await ask(sender, 'POST', '/v1/notifications/read', { ids: [hidden?.id] })
  const { rows } = await here.store.asSuperuser((client) =>
    client.query('select from notifications.seen'),
  )
  expect(rows).toHaveLength(0)
})

test('the list comes in pages, the newest first, without one twice or left out', async () => {
  for (let index = 0; index < 7; index += 1) {
    await tell({ step: String(index), details: { name: String(index), count: index } })
    if (index % 2 === 0) await here.clock.advance(1000)
  }
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Listed = await listed(owner, `?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(new Set(seen).size).toBe(7)
  expect(seen).toHaveLength(7)
})

test('whose act it was is not told of it, and nobody of what was before their time', async () => {
  await tell({ by: owner.userId })
  expect(await unread(owner)).toBe(0)
  expect(await unread(sender)).toBe(1)
  await here.clock.advance(60_000)
  const later = await join('noa@example.org', 'sender')
  expect(await unread(later)).toBe(0)
})

test('what concerns one user alone is told to nobody else', async () => {
  await tell({ kind: 'reply_waits', details: { variant: 'mine' }, only: sender.userId })
  expect([await unread(owner), await unread(sender)]).toEqual([0, 1])
  await doJobs('notifications.mail_notice')
  await doJobs('notifications.send_mail')
  expect(mailServer.mails.map(({ to }) => to)).toEqual([['sasha@example.org']])
})

test('another account sees nothing of it, also not its mails', async () => {
  const caller = {
    ...{ accountId, by: { kind: 'user', userId: owner.userId } as const },
    ...{ rights: new Set(rights), language: 'fr' as const, traceId: '' },
  }
  const other = await createAccount(here.deps, caller, {
    ...{ name: 'Autre', kind: 'live', country: 'FR', zone: 'Europe/Paris', language: 'fr' },
  })
  await deps.database.inAccount(other.id, (tx) => notify(tx, other.id, told()))
  expect(await unread(owner)).toBe(0)
  expect(await unread(sender)).toBe(0)
  await doJobs('notifications.mail_notice')
  await doJobs('notifications.send_mail')
  // The owner made that account, and is its owner too.
  expect(mailServer.mails.map(({ to }) => to)).toEqual([['camille@example.org']])
  expect(mailServer.mails[0]?.raw).toContain('Autre')
})

test('a kind is switched off on screen and by e-mail, each by itself and for one user alone', async () => {
  const choose = (onScreen: boolean, byMail: boolean) =>
    ask(owner, 'PUT', '/v1/notifications/choices', { kind: 'campaign_ended', onScreen, byMail })
  expect((await choose(false, true)).status).toBe(204)
  await tell()
  expect([await unread(owner), await unread(sender)]).toEqual([0, 1])
  await choose(true, false)
  expect(await unread(owner)).toBe(1)
  await doJobs('notifications.mail_notice')
  await doJobs('notifications.send_mail')
  expect(mailServer.mails.map(({ to }) => to)).toEqual([['sasha@example.org']])
  const { body } = await ask<NoticeChoices>(owner, 'GET', '/v1/notifications/choices')
  expect(body.mail).toBe('smtp')
  expect(body.items.find(({ kind }) => kind === 'campaign_ended')).toMatchObject({ byMail: false })
  const kinds = (await ask<NoticeChoices>(sender, 'GET', '/v1/notifications/choices')).body.items
  expect(kinds.map(({ kind }) => kind)).not.toContain('contract_ends')
})

/** As the reader sees it: without the signs of quoted-printable. */
const quoted = (raw: string): string =>
  Buffer.from(
    raw
      .replaceAll('=\r\n', '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  ).toString('utf8')

test('open points go by e-mail alone, each week until a user chooses each day', async () => {
  const counts = { request_due: 2, unproven: 1_204, of_tomorrow: 3 }
  const points = (kind: 'points_weekly' | 'points_daily', step: string) =>
    tell({ kind, about: null, step, details: { count: 1_209, counts, variant: 'late', days: 3 } })
  const sent = async () => {
    await doJobs('notifications.mail_notice')
    await doJobs('notifications.send_mail')
    return mailServer.mails.map(({ to }) => to[0])
  }
  await points('points_daily', 'a')
  expect(await sent()).toEqual([])
  await points('points_weekly', 'a')
  // Whoever answers for the data, and nobody else.
  expect(await sent()).toEqual(['camille@example.org'])
  expect(await unread(owner)).toBe(0)
  const { raw = '' } = mailServer.mails[0] ?? {}
  const body = quoted(raw)
  expect(body).toContain('Points ouverts : 1\u202f209.')
  expect(body).toContain('Demandes sur des données qui attendent une réponse\u00a0: 2')
  expect(body).toContain('reste à prouver\u00a0: 1\u202f204')
  expect(body).toContain('Autres points ouverts\u00a0: 3')
  expect(body).toContain(`${origin}/open-points`)
  const daily = { kind: 'points_daily', onScreen: false, byMail: true }
  await ask(owner, 'PUT', '/v1/notifications/choices', daily)
  await ask(owner, 'PUT', '/v1/notifications/choices', {
    ...daily,
    kind: 'points_weekly',
    byMail: false,
  })
  await points('points_weekly', 'b')
  await points('points_daily', 'b')
  await sent()
  const later = mailServer.mails.slice(1).map((mail) => quoted(mail.raw))
  expect(later.length).toBeGreaterThan(0)
  expect(later.filter((mail) => !mail.includes('Points ouverts, chaque jour'))).toEqual([])
})

test('the queue sends each user one mail, with a link, in their language, however often it runs', async () => {
  await here.call('PATCH', '/v1/me', { cookie: sender.cookie }, { language: 'en' })
  await tell()
  await doJobs('notifications.mail_notice')
  await doJobs('notifications.mail_notice')
  const running = await startJobs({
    pool: here.store.newJobsPool(),
    logger: silentLogger,
    timers: realTimers,
    handlers: { ...notificationsJobs(deps), ...mailJobs(deps) },
  })
  await vi.waitFor(() => expect(mailServer.mails).toHaveLength(2), { timeout: 20_000 })
  await realTimers.sleep(500)
  await running.stop()
  expect(mailServer.mails.map(({ to }) => to[0]).sort()).toEqual([
    'camille@example.org',
    'sasha@example.org',
  ])
  const { raw = '' } = mailServer.mails.find(({ to }) => to[0] === 'sasha@example.org') ?? {}
  const english = raw.replaceAll('=\r\n', '')
  expect(english).toContain('Subject: [Boutique des Tilleuls] Campaign finished')
  expect(english).toContain(`${origin}/campaigns/${campaignId}`)
  expect(english).toContain(`List-Unsubscribe: <${origin}/profile>`)
  const { rows } = await here.store.asSuperuser((client) =>
    client.query('select state, content_sealed from notifications.mail'),
  )
  expect(rows).toEqual([
    { state: 'sent', content_sealed: null },
    { state: 'sent', content_sealed: null },
  ])
})

test('a refused mail is tried again, given up at last, and told to staff without an address', async () => {
  await ask(sender, 'PUT', '/v1/notifications/choices', {
    ...{ kind: 'campaign_ended', onScreen: true, byMail: false },
  })
  await tell()
  await doJobs('notifications.mail_notice')
  mailServer.refuse({ at: 'message', status: 451 })
  await expect(doJobs('notifications.send_mail')).rejects.toMatchObject({
    code: 'notifications.mail_not_sent',
  })
  type Mails = { items: { state: string; tries: number; error: string; content: unknown }[] }
  const mails = async () => (await ask<Mails>(owner, 'GET', '/v1/mails')).body.items
  expect(await mails()).toMatchObject([
    {
      ...{ state: 'waiting', tries: 1, content: null },
      error: 'Le serveur de messagerie a refusé l’e-mail. (451)',
    },
  ])
  await expect(doJobs('notifications.send_mail', { isLastAttempt: true })).rejects.toThrow()
  expect(await mails()).toMatchObject([{ state: 'failed', tries: 2 }])
  mailServer.refuse(null)
  await doJobs('notifications.send_mail')
  expect(mailServer.mails).toEqual([])
  expect(JSON.stringify(await mails())).not.toContain('example.org')
  const summary = await ask<Record<string, unknown>>(owner, 'GET', '/v1/mails/summary')
  expect(summary.body).toMatchObject({ way: 'smtp', failed: 1, waiting: 0, sent: 0 })
  expect((await ask(sender, 'GET', '/v1/mails')).status).toBe(403)
})

test('of what comes again and again, twenty are mailed in an hour and all are on screen', async () => {
  for (let index = 0; index < 22; index += 1) {
    await here.clock.advance(60_000)
    await tell({ kind: 'campaign_to_approve', step: String(index), details: { name: 'Rentrée' } })
  }
  await doJobs('notifications.mail_notice')
  const sending = (await waitingJobs()).filter(({ name }) => name === 'notifications.send_mail')
  expect([sending.length, await unread(owner)]).toEqual([20, 22])
})

test('what is refused for good is given up at once', async () => {
  await tell({ kind: 'campaign_to_approve', details: { name: 'Rentrée' } })
  await doJobs('notifications.mail_notice')
  mailServer.refuse({ at: 'recipient', status: 550 })
  await doJobs('notifications.send_mail')
  type Mails = { items: { state: string }[] }
  const { body } = await ask<Mails>(owner, 'GET', '/v1/mails?state=failed')
  expect(body.items).toHaveLength(1)
})

test('whoever manages the installation is told of contracts, and nobody else', async () => {
  const contract = { kind: 'contract_ends', about: null, step: '30', at: here.clock.now() } as const
  const details = { name: 'Opérateur Exemple SAS', days: 30 }
  for (let time = 0; time < 2; time += 1) {
    await deps.database.inInstallation((tx) => notifyStaff(tx, { ...contract, details }))
  }
  expect((await listed(owner)).items).toMatchObject([
    { kind: 'contract_ends', leadsTo: '/installation/suppliers' },
  ])
  expect(await unread(sender)).toBe(0)
  await doJobs('notifications.mail_notice')
  await doJobs('notifications.send_mail')
  expect(mailServer.mails.map(({ to }) => to)).toEqual([['camille@example.org']])
  await ask(owner, 'POST', '/v1/notifications/read', { ids: null })
  expect(await unread(owner)).toBe(0)
})

test('without a mail server a trial account’s mails are kept on a screen, a live one has none', async () => {
  deps = depsWith(false)
  await server.close()
  server = await testServer(notificationsRoutes(deps), {
    authenticate: authenticateWith(here.deps, { secureCookie: false }),
    timers: here.clock,
  })
  type Mails = { items: { state: string; content: { to: string; text: string } | null }[] }
  const kept = async () => (await ask<Mails>(owner, 'GET', '/v1/mails?state=kept')).body.items
  const way = async () =>
    (await ask<NoticeChoices>(owner, 'GET', '/v1/notifications/choices')).body.mail
  await tell()
  await doJobs('notifications.mail_notice')
  expect([await way(), await kept()]).toEqual(['off', []])
  await here.store.asSuperuser(async (client) => {
    await client.query('delete from graphile_worker._private_jobs')
    await client.query(`update accounts.account set kind = 'sandbox'`)
  })
  await tell({ kind: 'import_ended', details: { count: 189 } })
  await doJobs('notifications.mail_notice')
  expect(await way()).toBe('mailbox')
  const mails = await kept()
  expect(mails.map(({ content }) => content?.to).sort()).toEqual([
    'camille@example.org',
    'sasha@example.org',
  ])
  expect(mails[0]?.content?.text).toContain('Un import est terminé. Lignes lues : 189.')
  const second = await join('noa@example.org', 'owner')
  const ofSecond = await ask<Mails>(second, 'GET', '/v1/mails')
  expect(ofSecond.body.items).toHaveLength(2)
  expect((await ask(second, 'GET', '/v1/mails/summary')).status).toBe(403)
  expect((await ask(sender, 'GET', '/v1/mails')).status).toBe(403)
  const tried = await ask(owner, 'POST', '/v1/mails/trial')
  expect([tried.status, tried.body]).toEqual([202, { way: 'mailbox' }])
  expect(await kept()).toHaveLength(3)
  // That one is the installation's.
  expect((await ask<Mails>(second, 'GET', '/v1/mails')).body.items).toHaveLength(2)
  expect((await waitingJobs()).filter(({ name }) => name === 'notifications.send_mail')).toEqual([])
})

test('a mail that names people has a key of its own, which goes once it has left or is old', async () => {
  const { database, vault } = deps
  const write = () =>
    database.inAccount(accountId, (tx) =>
      deps.mail.sendMail(tx, {
        ...{ account: { id: accountId, kind: 'sandbox' }, to: 'dpo@operateur.example' },
        ...{ subject: 'Effacement', text: '+33639980001', html: '<p>+33639980001</p>' },
        ...{ language: 'fr', namesPeople: true },
      }),
    )
  const keyHeld = async () => {
    const { rows } = await here.store.asSuperuser((client) =>
      client.query<{ key: SubjectId | null }>('select content_key as key from notifications.mail'),
    )
    return rows[0]?.key ?? null
  }
  const opens = async (key: SubjectId | null) =>
    database.inAccount(accountId, async (tx) =>
      key === null ? 0 : (await vault.openSubjects(tx, accountId, [key])).size,
    )
  await write()
  const key = await keyHeld()
  expect(await opens(key)).toBe(1)
  await doJobs('notifications.send_mail')
  expect(mailServer.mails.map(({ to }) => to[0])).toEqual(['dpo@operateur.example'])
  expect([await keyHeld(), await opens(key)]).toEqual([null, 0])

  await here.store.asSuperuser((client) => client.query('delete from notifications.mail'))
  deps = depsWith(false)
  await write()
  const kept = await keyHeld()
  const shown = await readMails(deps, { ...staff, accountId }, page)
  expect(shown.items[0]?.content?.text).toBe('+33639980001')
  await here.clock.advance(15 * dayMs)
  await sweepNotifications(deps, { accountId } as Parameters<typeof sweepNotifications>[1])
  expect([await keyHeld(), await opens(kept)]).toEqual([null, 0])
})

const page = { state: null, before: null, limit: 10 }
const staff = {
  ...{ by: { kind: 'system', what: 'test' }, language: 'fr', traceId: '' },
  rights: new Set(['installation.manage']),
} as unknown as Parameters<typeof readMails>[1]

test('notifications go after ninety days, mails of the screen after fourteen', async () => {
  const caller = { accountId } as Parameters<typeof sweepNotifications>[1]
  deps = depsWith(false)
  await tell()
  await ask(owner, 'POST', '/v1/notifications/read', { ids: null })
  await ask(owner, 'POST', '/v1/mails/trial')
  await deps.database.inInstallation((tx) =>
    deps.mail.sendMail(tx, {
      ...{ account: null, to: 'camille@example.org', language: 'fr' },
      ...{ subject: 'Essai', text: 'Essai.', html: '<p>Essai.</p>' },
    }),
  )
  const counted = async () => {
    const { rows } = await here.store.asSuperuser((client) =>
      client.query<{ notices: number; seen: number; kept: number }>(
        `select (select count(*)::int from notifications.notice) as notices,
           (select count(*)::int from notifications.seen) as seen,
           (select count(*)::int from notifications.mail where state = 'kept') as kept`,
      ),
    )
    return rows[0]
  }
  await here.clock.advance(13 * dayMs)
  await sweepNotifications(deps, caller)
  expect(await counted()).toEqual({ notices: 1, seen: 1, kept: 1 })
  await here.clock.advance(2 * dayMs)
  await sweepNotifications(deps, caller)
  expect(await counted()).toEqual({ notices: 1, seen: 1, kept: 0 })
  await here.clock.advance(76 * dayMs)
  await sweepNotifications(deps, caller)
  expect(await counted()).toEqual({ notices: 0, seen: 0, kept: 0 })
})
