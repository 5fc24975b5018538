// An account is deleted: the suppliers that carried its messages are told once, by senders and days
// and by no number, and what they answer stands on the certificate of the deletion.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccount } from '../../src/accounts/index.ts'
import { accountCarriers } from '../../src/app/answer/erasure-port.ts'
import { countContacts } from '../../src/contacts/index.ts'
import { writeDetails } from '../../src/governance/beside-store.ts'
import { suppliersAt } from '../../src/governance/index.ts'
import type { E164, UserId } from '../../src/kernel/index.ts'
import { openContent } from '../../src/notifications/deliver-mail.ts'
import { createMail } from '../../src/notifications/index.ts'
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

test('where another account sends under the same sender, it is told so, and the ids it gave', async () => {
  const told = () =>
    here.database.inAccount(here.account.id, (tx) =>
      accountCarriers(tx, here.account.id, timers.now()),
    )
  await declare({ numbersKeptDays: 30, erasureAddress: 'dpo@operateur.example' })
  expect(await told()).toMatchObject([{ senders: ['LUMEN'], shared: null }])
  await here.test.asSuperuser((client) =>
    client.query(`insert into sending.terms
      select (t).* from (select jsonb_populate_record(t, jsonb_build_object('id',
        gen_random_uuid(), 'account_id', gen_random_uuid())) as t
        from sending.terms t where t.sender = 'LUMEN' limit 1) other`),
  )
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ id: string }>('select operator_id as id from sending.result'),
  )
  const [one] = await told()
  expect(one?.shared).toMatchObject({ senders: ['LUMEN'], count: 2 })
  expect([...(one?.shared?.ids ?? [])].sort()).toEqual(rows.map(({ id }) => id).sort())
  givenIds = rows.map(({ id }) => id)
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
  const content = openContent(
    here.vault,
    mail?.mailId ?? '',
    mail?.contentSealed ?? Buffer.alloc(0),
  )
  expect(content.to).toBe('dpo@operateur.example')
  expect(content.text).toContain('LUMEN')
  expect(content.text).toContain(notice?.noticeId)
  expect(content.text).toMatch(/compte « Lumen » a été supprimé[\s\S]*account “Lumen” was deleted/)
  expect(content.text).toMatch(/aussi sous ces expéditeurs : LUMEN[\s\S]*these senders too: LUMEN/)
  for (const id of givenIds) expect(content.text).toContain(id)
  for (const number of numbers) expect(content.text).not.toContain(number.slice(3))
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
  const text = await textOfNotice(deps, staff, id)
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
  await expect(textOfNotice(deps, staff, id)).rejects.toMatchObject({
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
  const other = await makeAccount(
    here.accounts,
    { name: 'Régie', kind: 'sandbox', country: 'FR', zone: 'Europe/Paris', language: 'fr' },
    async () => undefined,
  )
  const by = { kind: 'user', userId: here.makeId() as UserId } as const
  return { ...here.caller, accountId: other.id, by }
}
