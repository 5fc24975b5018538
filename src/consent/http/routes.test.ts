// The routes of wordings, consents, objections and the ledger, as a client sees them.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import {
  type ConsentFixture,
  consentFixture,
  soundText,
} from '../../../test/support/consent-fixture.ts'
import { testServer } from '../../../test/support/test-server.ts'
import { accountOf } from '../../accounts/index.ts'
import { type Audit, createAudit } from '../../audit/index.ts'
import { createContacts } from '../../contacts/index.ts'
import type { E164, Right } from '../../kernel/index.ts'
import { silentLogger } from '../../observability/index.ts'
import { consentRoutes, evidenceGrades, ledgerRoutes } from '../index.ts'

let fixture: ConsentFixture
let server: FastifyInstance
let journal: Audit
let controllerId: string
let contactId: string
let rights: ReadonlySet<Right>
const number = '0639 98 00 21'

/** What stood in the database as the engines were told to let nothing more leave. */
const stoppedWith: (string | null)[] = []
const stoppedPurposes: string[] = []
beforeAll(async () => {
  fixture = await consentFixture()
  const { test, clock, vault, accountId, caller, consent } = fixture
  const { database } = test
  await test.asSuperuser((client) =>
    client.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language,
         created_at) values ($1, 1001, 'Lumen', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [accountId],
    ),
  )
  const makeId = makeTestId(clock)
  const audit = createAudit({ vault, clock, makeId })
  journal = audit
  const contacts = createContacts({
    database,
    vault,
    audit,
    clock,
    makeId,
    accounts: { facts: accountOf },
    proofs: fixture.consent,
  })
  await database.inAccount(accountId, async (tx) => {
    const controller = await contacts.createController(tx, accountId, 'Boutique Lumen', clock.now())
    controllerId = controller.id
    const e164 = '+33639980021' as E164
    contactId = (await contacts.subjectOf(tx, accountId, e164, clock.now())).id
  })
  rights = caller.rights
  const logger = silentLogger
  server = await testServer(
    [
      ...ledgerRoutes({ database, consent, vault, clock, audit, logger }),
      ...consentRoutes({
        database,
        consent,
        contacts,
        vault,
        clock,
        audit,
        nothingLeaves: async (account, number, of) => {
          if ('purpose' in of) {
            stoppedPurposes.push(of.purpose)
            return
          }
          const tags = [vault.suppressionTag(account, number)]
          const scopes = await database.inAccount(account, (tx) =>
            consent.suppressionsOf(tx, account, tags),
          )
          stoppedWith.push(...scopes)
        },
      }),
    ],
    {
      authenticate: async () => ({ caller: { ...caller, rights }, via: 'token' }),
      timers: clock,
    },
  )
})
afterAll(async () => {
  await server?.close()
  await fixture?.close()
})

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) {
  const answer = await server.inject({
    method,
    url,
    headers: { authorization: 'Bearer x' },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const draft = (changed: object = {}) => ({
  name: 'Caisse',
  language: 'fr',
  medium: 'web',
  controllerId,
  shownText: soundText,
  channels: ['sms'],
  purposes: ['offers'],
  form: { boxInitially: 'unticked' },
  ...changed,
})
const consentBody = (wordingId: string | null, changed: object = {}) => ({
  number,
  wordingId,
  controllerId,
  purpose: 'offers',
  evidence: { grade: 'own_form', givenAt: '2026-11-01T10:00:00+01:00', source: 'site' },
  ...changed,
})

describe('over HTTP', () => {
  it('a defective wording is a draft with what to mend, and is not published', async () => {
    const shownText = 'J’accepte de recevoir les offres de la Boutique Lumen.'
    const made = await ask('POST', '/v1/wordings', draft({ shownText }))
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ state: 'draft', controllerName: 'Boutique Lumen' })
    expect(made.body.defects).toEqual([
      { refusal: 'channel_not_named', mend: expect.stringContaining('par SMS') },
    ])
    const refused = await ask('POST', `/v1/wordings/${made.body.id}/publish`)
    expect(refused.status).toBe(400)
    expect(refused.body.code).toBe('consent.channel_not_named')
    expect(refused.body.detail).toContain('J’accepte de recevoir les offres de Boutique Lumen')
  })

  it('a draft is changed until its defects are gone, and a published wording no more', async () => {
    const shownText = 'J’accepte de recevoir les offres de la Boutique Lumen.'
    const made = await ask('POST', '/v1/wordings', draft({ shownText }))
    const address = `/v1/wordings/${made.body.id}`
    const changed = await ask('PATCH', address, { shownText: soundText, medium: 'paper' })
    expect(changed.body).toMatchObject({ medium: 'paper', defects: [], version: 1 })
    expect(changed.body.sha256).not.toBe(made.body.sha256)
    expect((await ask('GET', address)).body).toEqual(changed.body)
    // What was not given stayed, the form included.
    const { name, language, channels, purposes, form, controllerName } = made.body
    expect(changed.body).toMatchObject({ name, language, channels, purposes, form, controllerName })
    const unknown = { controllerId: '01999999-0000-7000-8000-000000000000' }
    expect((await ask('PATCH', address, unknown)).body.code).toBe('consent.controller_not_found')
    expect((await ask('POST', `${address}/publish`)).status).toBe(200)
    for (const again of [
      await ask('PATCH', address, { name: 'X' }),
      await ask('DELETE', address),
    ]) {
      expect([again.status, again.body.code]).toEqual([409, 'consent.wording_not_draft'])
    }
    expect((await ask('GET', address)).body).toMatchObject({ name, state: 'published' })
  })

  it('a draft is deleted; not even the store deletes what was published', async () => {
    const made = await ask('POST', '/v1/wordings', draft())
    const address = `/v1/wordings/${made.body.id}`
    expect((await ask('DELETE', address)).status).toBe(204)
    expect((await ask('GET', address)).status).toBe(404)
    expect((await ask('DELETE', address)).status).toBe(404)
    const kept = await ask('POST', '/v1/wordings', draft())
    await ask('POST', `/v1/wordings/${kept.body.id}/publish`)
    const { test, accountId } = fixture
    const { rowCount } = await test.database.inAccount(accountId, (tx) =>
      tx.query('delete from consent.wording where account_id = $1 and wording_id = $2', [
        accountId,
        kept.body.id,
      ]),
    )
    expect(rowCount).toBe(0)
  })

  it('a consent is recorded on a published wording, shown, withdrawn, and gone', async () => {
    const made = await ask('POST', '/v1/wordings', draft())
    expect(made.body.defects).toEqual([])
    const published = await ask('POST', `/v1/wordings/${made.body.id}/publish`)
    expect(published.body).toMatchObject({ state: 'published' })
    const done = await ask('POST', '/v1/consents', consentBody(made.body.id))
    expect(done.status).toBe(201)
    expect(done.body).toMatchObject({ grade: 'api_declared', liftedObjection: false })
    const shown = await ask('GET', `/v1/consents?contactId=${contactId}`)
    expect(shown.body.states).toMatchObject([
      { channel: 'sms', purpose: 'offers', effective: true, since: '2026-11-01T09:00:00.000Z' },
    ])
    expect(shown.body.events).toMatchObject([{ kind: 'consent.given', seq: null }])
    expect(JSON.stringify(shown.body)).not.toContain('39980021')

    const person = { contactId, controllerId, purpose: 'offers' }
    expect((await ask('POST', '/v1/consents/withdraw', person)).status).toBe(200)
    // It is answered after what an engine had in flight for this purpose is stopped.
    expect(stoppedPurposes).toEqual(['offers'])
    const again = await ask('POST', '/v1/consents/withdraw', person)
    expect(again.body.code).toBe('consent.nothing_to_withdraw')
  })

  it('an objection is recorded, checked, and stands before a new consent', async () => {
    const check = () =>
      ask('POST', '/v1/objections/check', { numbers: [number, 'x', '0639980022'] })
    expect((await check()).body.items).toEqual([
      { valid: true, suppression: null },
      { valid: false, suppression: null },
      { valid: true, suppression: null },
    ])
    const done = await ask('POST', '/v1/objections', { number })
    expect(done.status).toBe(201)
    expect(done.body).toMatchObject({ isNew: true })
    expect(stoppedWith).toEqual(['marketing'])
    expect((await check()).body.items[0]).toEqual({ valid: true, suppression: 'marketing' })
    const { items } = (await ask('GET', '/v1/wordings')).body
    const published = items.find((one: { state: string }) => one.state === 'published')
    for (const grade of evidenceGrades) {
      // Whatever a caller says of their evidence: the server saw nothing that lifts a no.
      const evidence = { grade, givenAt: '2026-11-25T10:00:00Z', source: 'site' }
      const refused = await ask('POST', '/v1/consents', consentBody(published.id, { evidence }))
      expect(refused).toMatchObject({ status: 409, body: { code: 'consent.objection_stands' } })
    }
  })

  it('the person must be told, and known', async () => {
    const unclear = await ask('POST', '/v1/consents', consentBody(null, { contactId }))
    expect(unclear.body.code).toBe('consent.contact_unclear')
    const unknown = await ask('POST', '/v1/consents', consentBody(null, { number: '0639980099' }))
    expect(unknown).toMatchObject({ status: 404, body: { code: 'consent.contact_not_found' } })
    const wrong = await ask('POST', '/v1/consents', consentBody(null, { number: '12' }))
    expect(wrong.body.code).toBe('consent.number_invalid')
  })

  it('the ledger has a checkpoint and an archive', async () => {
    const before = await ask('GET', '/v1/ledger/checkpoint')
    expect(before.body).toMatchObject({ size: 0, text: null })
    expect(before.body.waiting).toBeGreaterThan(3)
    await fixture.consent.sequenceOnce(fixture.accountId)
    const after = await ask('GET', '/v1/ledger/checkpoint')
    expect(after.body).toMatchObject({ size: before.body.waiting, waiting: 0 })
    const archive = await server.inject({
      method: 'GET',
      url: '/v1/ledger/export',
      headers: { authorization: 'Bearer x' },
    })
    expect(archive.headers['content-type']).toContain('application/x-tar')
    expect(archive.rawPayload.toString('latin1', 257, 262)).toBe('ustar')
    expect(archive.rawPayload.includes('tile/entries/000.p/')).toBe(true)
  })

  it('evidence is exported in clear for a reason alone, which stands with each person', async () => {
    const given = await ask('GET', `/v1/consents?contactId=${contactId}`)
    const entries = given.body.events.map((event: { entryId: string }) => event.entryId)
    expect(entries.length).toBeGreaterThan(1)
    await fixture.consent.sequenceOnce(fixture.accountId)
    const url = `/v1/ledger/export?disclose=${entries.join(',')}`
    const before = await ask('GET', url)
    expect([before.status, before.body.errors[0].detail]).toEqual([
      ...[400, expect.stringContaining('POST')],
    ])
    expect((await ask('POST', url, {})).status).toBe(400)
    const reason = 'Demande de la CNIL'
    const archive = await server.inject({
      ...{ method: 'POST', url, payload: { reason } },
      headers: { authorization: 'Bearer x' },
    })
    expect(archive.statusCode).toBe(200)
    expect(archive.rawPayload.includes('disclosures/')).toBe(true)
    const page = { before: null, limit: 50, action: 'consent.evidence_disclosed' }
    const { database } = fixture.test
    const looks = await database.inAccount(fixture.accountId, (tx) =>
      journal.list(tx, fixture.accountId, page),
    )
    expect(looks).toMatchObject([
      { reason, subjectId: expect.any(String), details: { entries: entries.length } },
    ])
    const unknown = await ask('POST', `/v1/ledger/export?disclose=${contactId}`, { reason })
    expect(unknown.status).toBe(404)
  })

  it('shows anybody the checkpoint and the hashes of a ledger, and no entry', async () => {
    await fixture.consent.sequenceOnce(fixture.accountId)
    const own = await ask('GET', '/v1/ledger/checkpoint')
    const open = (path: string) =>
      server.inject({ method: 'GET', url: `/ledger/${fixture.accountId}/${path}` })
    // As the origin line of the checkpoint names it.
    expect(own.body.origin).toBe(`accord.example/ledger/${fixture.accountId}`)
    const checkpoint = await open('checkpoint')
    expect(checkpoint.statusCode).toBe(200)
    expect(checkpoint.payload).toBe(own.body.text)
    const tile = await open(`tile/0/000.p/${own.body.size}`)
    expect(tile.rawPayload.length).toBe(own.body.size * 32)
    for (const path of ['tile/0/007', 'tile/entries/000', 'tile/0/..%2F..', 'tile/0/x001/000']) {
      expect((await open(path)).statusCode).toBeGreaterThanOrEqual(400)
    }
    const nobody = await server.inject({
      method: 'GET',
      url: '/ledger/00000000-0000-4000-8000-000000000001/checkpoint',
    })
    expect(nobody.statusCode).toBe(404)
  })

  it('the comparison with the ledger is asked for, and shown', async () => {
    const asked = await ask('POST', '/v1/ledger/comparison')
    expect(asked).toMatchObject({ status: 202, body: { isRunning: true } })
    // Asked meanwhile, a repair would be taken for this comparison, and repair nothing.
    const early = await ask('POST', '/v1/ledger/mending', { reason: 'une panne de disque' })
    expect([early.status, early.body.code]).toEqual([409, 'consent.comparison_running'])
    await expect
      .poll(async () => (await ask('GET', '/v1/ledger/comparison')).body.isRunning)
      .toBe(false)
    const { last } = (await ask('GET', '/v1/ledger/comparison')).body
    expect(last).toMatchObject({ differences: {} })
    expect(last.entries).toBeGreaterThan(3)
    const mending = await ask('POST', '/v1/ledger/mending', { reason: 'une panne de disque' })
    expect(mending.status).toBe(202)
    await expect
      .poll(async () => (await ask('GET', '/v1/ledger/comparison')).body.isRunning)
      .toBe(false)
  })

  it('each route asks for its right', async () => {
    rights = new Set<Right>(['consent.read'])
    try {
      expect((await ask('GET', '/v1/wordings')).status).toBe(200)
      for (const [url, body] of [
        ['/v1/wordings', draft()],
        ['/v1/consents', consentBody(null)],
        ['/v1/objections', { number }],
      ] as const) {
        expect((await ask('POST', url, body)).status).toBe(403)
      }
      expect((await ask('GET', '/v1/ledger/export')).status).toBe(403)
      expect((await ask('POST', '/v1/ledger/comparison')).status).toBe(403)
      expect((await ask('POST', '/v1/ledger/mending', { reason: 'rien' })).status).toBe(403)
    } finally {
      rights = fixture.caller.rights
    }
  })
})
