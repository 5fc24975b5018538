// An account is deleted: the suppliers that carried its messages are told once, by senders and days
// and by no number, and what they answer stands on the certificate of the deletion.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccount } from '../../src/accounts/index.ts'
import { accountCarriers } from '../../src/app/answer/erasure-port.ts'
import { countContacts } from '../../src/contacts/index.ts'
import { writeDetails } from '../../src/governance/beside-store.ts'
import { suppliersAt } from '../../src/governance/index.ts'
import type { E164, UserId } from '../../src/kernel/index.ts'
import { createMail } from '../../src/notifications/index.ts'
import { openContents } from '../../src/notifications/mail-content.ts'
import { endMail, findMail } from '../../src/notifications/mail-store.ts'
import { silentLogger } from '../../src/observability/index.ts'
import { carryOut } from '../../src/privacy/account-deletion/carry-out.ts'
import { certificateIn } from '../../src/privacy/account-deletion/certificate.ts'
import { certificatePage } from '../../src/privacy/account-deletion/certificate-page.ts'
import { certificateOfDeletion } from '../../src/privacy/account-deletion/manage-deletions.ts'
import { lookAfterDeletions } from '../../src/privacy/account-deletion/watch-deletions.ts'
import type { PrivacyDeps } from '../../src/privacy/index.ts'
import {
  countNotices,
  noteOnNotice,
  pageOfNotices,
  textOfNotice,
} from '../../src/privacy/person-erasure/notices.ts'
import { insertDeletion } from '../../src/privacy/store.ts'
import { supplierIdsOf } from '../../src/sending/index.ts'
import { keepSenders } from '../../src/sending/store/past-store.ts'
import { seededRandomness } from '../support/clock.ts'
import {
  alertOrder,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../support/sending-fixture.ts'
import { eventually } from '../support/wait.ts'

const dayMs = 86_400_000
const numbers = ['+33639983301', '+33639983302'] as E164[]
const { timers, jump } = jumpingTimers()
let here: SendingFixture
/** Who answers for the installation, in an account of their own. */
let staff: SendingFixture['caller']
let deps: PrivacyDeps
let deletionId: string
/** By the supplier, to the messages of the account. */
let givenIds: string[] = []
beforeAll(async () => {
  here = await sendingFixture({ timers })
  const { database, vault, accounts, consent, makeId } = here
  const jobs = { enqueue: async () => undefined }
  const nothing = async () => undefined
  deps = {
    ...{ database, vault, accounts, consent, makeId, jobs, clock: timers, logger: silentLogger },
    ...{ record: here.audit.record, randomness: seededRandomness('suppliers told') },
    ...{ originHost: 'accord.example', publicUrl: null, ownUrl: () => null, graceDays: 14 },
    mail: createMail({ vault, clock: timers, makeId, jobs, hasSmtp: true }),
    backupHorizonDays: () => 35,
    countPeople: countContacts,
    accountResumed: nothing,
    monthsSent: async () => [],
    carriers: accountCarriers,
    ...{ filesBefore: [], filesAfter: [] },
    exportParts: () => {
      throw new Error('nobody exports here')
    },
  }
  await here.people(numbers, { agreed: true })
  const { ids } = await here.accept(numbers, alertOrder)
  await eventually(async () => ((await here.states(ids))['delivered'] === 2 ? true : null))
  await here.stopNodes()
  deletionId = makeId()
}, 120_000)
afterAll(() => here?.close())

const declare = (said: { numbersKeptDays: number | null; erasureAddress: string | null }) =>
  database(async (tx) => {
    const [supplier] = await suppliersAt(tx, timers.now())
    if (supplier === undefined) throw new Error('there is a supplier')
    const { id, role, contact, processingCountries } = supplier
    await writeDetails(tx, id, { role, contact, processingCountries, ...said })
  })
const database: SendingFixture['database']['inInstallation'] = (work) =>
  here.database.inInstallation(work)
const notices = async () => (await pageOfNotices(deps, { after: null, limit: 10 })).items
const told = { answer: null, doneOn: null, note: null }
const reason = 'Prévenir par courrier'

test('whom it is told: by the time for which each says it keeps numbers', async () => {
  const carriers = (daysLater: number) =>
    here.database.inAccount(here.account.id, (tx) =>
      accountCarriers(tx, here.account.id, timers.now() + daysLater * dayMs),
    )
  // Terms under which nothing left name no sender, and tell no day.
  await here.test.asSuperuser((client) =>
    client.query(`insert into sending.terms
      select (t).* from (select jsonb_populate_record(t, jsonb_build_object('id',
        gen_random_uuid(), 'sender', 'JAMAIS', 'made_at', t.made_at - interval '90 days')) as t
        from sending.terms t limit 1) other`),
  )
  const [own] = await carriers(0)
  expect(own).toMatchObject({ untold: 'own', people: 2, senders: ['LUMEN'] })
  expect(own?.from).toBeGreaterThan(timers.now() - dayMs)
  await declare({ numbersKeptDays: 30, erasureAddress: 'dpo@operateur.example' })
  expect(await carriers(29)).toMatchObject([{ untold: null, people: 2 }])
  expect(await carriers(31)).toMatchObject([{ untold: 'not_kept' }])
  // Whose last message lies before its term is no longer known to it.
  const moveFirst = (days: number) =>
    here.test.asSuperuser((client) =>
      client.query(
        `update sending.message set accepted_at = accepted_at + make_interval(days => $1)
         where id = (select min(id::text)::uuid from sending.message)`,
        [days],
      ),
    )
  await moveFirst(-10)
  expect(await carriers(25)).toMatchObject([{ untold: null, people: 1 }])
  await moveFirst(10)
})

/** What an account of this kind had to do with the sender of ours. */
type Use = {
  kind: 'live' | 'sandbox'
  state?: 'refused' | 'cancelled' | 'delivered'
  /** Instead of the supplier that carried ours. */
  supplier?: string
  movedTo?: string
  /** The message was deleted since: of its leaving a row is kept. */
  isDeleted?: boolean
}

/** The rows of a message of ours, as another account's. */
async function anotherUses(use: Use): Promise<void> {
  const { kind, state = 'delivered', supplier = null, movedTo = null, isDeleted = false } = use
  const { id } = await accountOf(kind)
  const copied = (table: string, changes: string, where = 'true') =>
    `insert into ${table} select (t).* from (select jsonb_populate_record(t,
       jsonb_build_object('account_id', $1::uuid, ${changes})) as t
     from ${table} t where account_id <> $1 and ${where} limit 1) other`
  await here.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    const { rows } = await client.query<{ message: string; terms: string; carrier: string }>(
      `select m.id as message, t.id as terms, t.supplier_id as carrier from sending.message m
       join sending.terms t on t.id = m.terms_id and t.account_id = m.account_id
       where m.account_id = $1 and t.sender = 'LUMEN' limit 1`,
      [here.account.id],
    )
    const [one] = rows
    if (one === undefined) throw new Error('a message of ours is there')
    await client.query(
      copied(
        'sending.terms',
        `'supplier_id', coalesce($2::uuid, t.supplier_id)`,
        `id = '${one.terms}'`,
      ),
      [id, supplier],
    )
    if (isDeleted) {
      await client.query(
        `insert into sending.sender_carrier values ($1, $2, 'LUMEN', now(), now())`,
        [id, supplier ?? one.carrier],
      )
    } else {
      const ofOne = `id = '${one.message}'`
      await client.query(copied('sending.message', `'id', t.id`, ofOne), [id])
      await client.query(
        `insert into sending.outcome (account_id, message_id, state, at)
         values ($1, $2, $3, now())`,
        [id, one.message, state],
      )
    }
    if (movedTo !== null) {
      await client.query(
        `insert into sending.event values ($1, $2, now(), 'rerouted',
           jsonb_build_object('supplierId', $3::text))`,
        [id, one.message, movedTo],
      )
    }
    await client.query('set session_replication_role = origin')
  })
}

const toldOfAccount = () =>
  here.database.inAccount(here.account.id, (tx) =>
    accountCarriers(tx, here.account.id, timers.now()),
  )
/** All of another account's. */
const othersLeave = () =>
  here.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    for (const table of ['terms', 'message', 'outcome', 'event', 'sender_carrier']) {
      await client.query(`delete from sending.${table} where account_id <> $1`, [here.account.id])
    }
    await client.query('set session_replication_role = origin')
  })
const stranger = '0193f6a0-0000-7000-8000-00000000beef'

test.each<[string, Use]>([
  ['only tries', { kind: 'sandbox' }],
  ['only tried, and its messages are gone', { kind: 'sandbox', isDeleted: true }],
  ['had everything refused', { kind: 'live', state: 'refused' }],
  ['called everything off', { kind: 'live', state: 'cancelled' }],
  ['sent by another supplier', { kind: 'live', supplier: stranger }],
  ['sent by another supplier once', { kind: 'live', supplier: stranger, isDeleted: true }],
  ['was moved to another supplier', { kind: 'live', supplier: stranger, movedTo: stranger }],
])('a sender is not shared with an account that %s', async (_, use) => {
  await declare({ numbersKeptDays: 30, erasureAddress: 'dpo@operateur.example' })
  await anotherUses(use)
  expect(await toldOfAccount()).toMatchObject([{ senders: ['LUMEN'], shared: null }])
  await othersLeave()
})

test('a sender is shared with an account whose messages were moved there, or are deleted', async () => {
  const [own] = await toldOfAccount()
  const shared = { senders: ['LUMEN'], hasMore: false }
  await anotherUses({ kind: 'live', supplier: stranger, movedTo: own?.id ?? '' })
  expect(await toldOfAccount()).toMatchObject([{ shared }])
  await othersLeave()
  await anotherUses({ kind: 'live', isDeleted: true })
  expect(await toldOfAccount()).toMatchObject([{ shared }])
  await othersLeave()
})

test('where another account sends under the same sender, it is told so, and the ids it gave', async () => {
  expect(await toldOfAccount()).toMatchObject([{ senders: ['LUMEN'], shared: null }])
  await anotherUses({ kind: 'live' })
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ id: string }>(
      'select operator_id as id from sending.result order by left_at desc, operator_id',
    ),
  )
  givenIds = rows.map(({ id }) => id)
  const [one] = await toldOfAccount()
  expect(one?.shared).toEqual({ senders: ['LUMEN'], ids: givenIds, hasMore: false })
})

test('the latest ids alone are told where there are many; those of a moved message are told too', async () => {
  const [one] = await toldOfAccount()
  const idsOf = (supplierId: string, limit: number) =>
    here.database.inAccount(here.account.id, (tx) =>
      supplierIdsOf(tx, here.account.id, { supplierId, senders: ['LUMEN'], limit }),
    )
  const known = one?.id ?? ''
  expect(await idsOf(known, 1)).toEqual({ ids: givenIds.slice(0, 1), hasMore: true })
  expect(await idsOf(known, 2)).toEqual({ ids: givenIds, hasMore: false })
  expect(await idsOf(stranger, 2)).toEqual({ ids: [], hasMore: false })
  // As if the first had been moved: the same route stands for that of the other supplier.
  const moved = await here.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into sending.event (account_id, message_id, at, what, facts)
       select account_id, message_id, left_at, 'rerouted',
         jsonb_build_object('supplierId', $1::text, 'to', route_id)
       from sending.result where operator_id = $2
       returning (select $2) as id`,
      [stranger, givenIds[0]],
    )
    return rows.map(({ id }) => id)
  })
  expect(await idsOf(stranger, 2)).toEqual({ ids: moved, hasMore: false })
  expect(await idsOf(known, 2)).toEqual({ ids: givenIds, hasMore: false })
  // Its sender is kept for both once it is deleted.
  const kept = await here.database.inAccount(here.account.id, async (tx) => {
    const { rows: messages } = await tx.query<{ id: string }>(
      'select id from sending.message where account_id = $1',
      [here.account.id],
    )
    await keepSenders(
      tx,
      here.account.id,
      messages.map(({ id }) => id),
    )
    const { rows } = await tx.query<{ supplier: string; sender: string }>(
      `delete from sending.sender_carrier where account_id = $1
       returning supplier_id as supplier, sender`,
      [here.account.id],
    )
    return rows
  })
  expect(kept).toHaveLength(2)
  expect(kept).toEqual(
    expect.arrayContaining([
      { supplier: known, sender: 'LUMEN' },
      { supplier: stranger, sender: 'LUMEN' },
    ]),
  )
  await here.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(`delete from sending.event where facts ->> 'supplierId' = $1`, [stranger])
    await client.query('set session_replication_role = origin')
  })
})

test('a supplier is told by e-mail as the deletion begins, with senders and days and no number', async () => {
  const at = timers.now()
  await here.database.inAccount(here.account.id, (tx) =>
    insertDeletion(tx, {
      ...{ account_id: here.account.id, deletion_id: deletionId, state: 'waiting' },
      ...{ account_number: here.account.number, asked_how: 'letter', asked_at: at, due_at: at },
      reason_sealed: null,
    }),
  )
  await carryOut(deps, deletionId)
  const [notice, ...more] = await notices()
  expect(more).toEqual([])
  expect(notice).toMatchObject({
    ...{ about: 'account', state: 'told', way: 'mail', people: 2, hasText: true },
    account: { number: here.account.number, name: 'Lumen' },
  })
  const mail = await database((tx) => findMail(tx, notice?.noticeId ?? ''))
  expect(mail?.state).toBe('waiting')
  const opening = { database: here.test.database, vault: here.vault }
  const opened = await openContents(opening, mail === null ? [] : [mail])
  const content = opened.get(mail?.mailId ?? '')
  expect(content?.to).toBe('dpo@operateur.example')
  expect(content?.text).toContain('LUMEN')
  expect(content?.text).toContain(notice?.noticeId)
  expect(content?.text).toMatch(/compte « Lumen » a été supprimé[\s\S]*account “Lumen” was deleted/)
  expect(content?.text).toMatch(/aussi sous ces expéditeurs : LUMEN[\s\S]*these senders too: LUMEN/)
  for (const id of givenIds) expect(content?.text).toContain(id)
  for (const number of numbers) expect(content?.text).not.toContain(number.slice(3))
  const said = certificateIn(await certificateOfDeletion(deps, deletionId))
  expect(said.suppliers).toMatchObject([{ way: 'mail', people: 2, answer: null }])
  expect(said.kept.map(({ what }) => what)).toContain('suppliers')
  expect(await countNotices(here.database, timers.now(), 10)).toEqual({ toTell: 0, silent: 0 })
})

test('a mail that nobody took is told by hand, and the text is ready for it', async () => {
  const id = (await notices())[0]?.noticeId ?? ''
  await database((tx) => endMail(tx, { mailId: id, state: 'failed', at: timers.now() }))
  await lookAfterDeletions(deps)
  expect((await notices())[0]).toMatchObject({ state: 'to_tell', way: 'staff' })
  const said = certificateIn(await certificateOfDeletion(deps, deletionId))
  expect(said.suppliers).toMatchObject([{ way: 'staff', toldAt: null }])
  staff = await staffCaller()
  const text = await textOfNotice(deps, staff, { id, reason })
  expect(text).toMatchObject({ to: 'dpo@operateur.example' })
  expect(text.text).toContain('LUMEN')
  expect(await noteOnNotice(deps, staff, { id, ...told })).toMatchObject({ state: 'told' })
  jump(31 * dayMs)
  expect(await countNotices(here.database, timers.now(), 10)).toEqual({ toTell: 0, silent: 1 })
})

test('an answer ends it, and the certificate is signed again with it', async () => {
  const id = (await notices())[0]?.noticeId ?? ''
  const first = await certificateOfDeletion(deps, deletionId)
  const said = { answer: 'kept_by_law', doneOn: null, note: 'CPCE, art. L. 34-1' } as const
  expect(await noteOnNotice(deps, staff, { id, ...said })).toMatchObject({
    ...{ state: 'answered', hasText: false, account: { name: null } },
  })
  expect(await notices()).toEqual([])
  await expect(textOfNotice(deps, staff, { id, reason })).rejects.toMatchObject({
    code: 'privacy.notice_text_gone',
  })
  const note = await certificateOfDeletion(deps, deletionId)
  expect(note).not.toBe(first)
  const { suppliers, standsAt, ...rest } = certificateIn(note)
  expect(rest).toEqual({ ...certificateIn(first), suppliers: undefined, standsAt: undefined })
  expect(suppliers).toMatchObject([said])
  expect(Date.parse(standsAt ?? '')).toBeGreaterThan(Date.parse(rest.ended))
  const page = certificatePage('fr', note, null)
  expect(page).toContain('Fournisseurs qui avaient transporté ses messages')
  expect(page).toContain('CPCE, art. L. 34-1')
})

test('what is told goes with the record of the deletion', async () => {
  jump(5 * 366 * dayMs)
  await lookAfterDeletions(deps)
  const { rows } = await here.test.asSuperuser((client) =>
    client.query('select from privacy.account_recipient'),
  )
  expect(rows).toEqual([])
})

async function staffCaller(): Promise<SendingFixture['caller']> {
  const other = await accountOf('sandbox')
  const by = { kind: 'user', userId: here.makeId() as UserId } as const
  return { ...here.caller, accountId: other.id, by }
}

const accountOf = (kind: 'live' | 'sandbox') =>
  makeAccount(
    here.accounts,
    { name: 'Régie', kind, country: 'FR', zone: 'Europe/Paris', language: 'fr' },
    async () => undefined,
  )
