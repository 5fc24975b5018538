// Who received data of an erased person is told once, by e-mail or by hand, and what they answer is
// kept; the number goes with the answer or with its term.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountId, E164, SubjectId } from '../../src/kernel/index.ts'
import { openContents } from '../../src/notifications/mail-content.ts'
import { endMail, listMails } from '../../src/notifications/mail-store.ts'
import { findNotice, noticesOf } from '../../src/privacy/notice-store.ts'
import { completeErasures } from '../../src/privacy/person-erasure/complete-erasures.ts'
import {
  certificateOfErasure,
  erasureById,
  pageOfErasures,
} from '../../src/privacy/person-erasure/manage-erasures.ts'
import {
  countNotices,
  noteOnNotice,
  pageOfNotices,
  textOfNotice,
} from '../../src/privacy/person-erasure/notices.ts'
import { personCertificatePage } from '../../src/privacy/person-erasure/person-certificate-page.ts'
import { noticesOfPeople } from '../../src/privacy/person-erasure/recipient-store.ts'
import { type ErasureFixture, erasureFixture, type ToTell } from '../support/erasure-fixture.ts'
import { markedUuid } from '../support/plant-rows.ts'

const dayMs = 86_400_000
let here: ErasureFixture
beforeAll(async () => {
  here = await erasureFixture({ hasSmtp: true })
}, 120_000)
afterAll(() => here?.close())

const supplier = (last: number, more: Partial<ToTell>): ToTell => ({
  ...{ id: markedUuid(last), kind: 'supplier', name: `Opérateur ${last}`, country: 'FR' },
  ...{ address: null, untold: null, ...more },
})

const tell = (...told: ToTell[]) => here.told.splice(0, here.told.length, ...told)

async function erased(number: E164) {
  const { id: contactId } = await here.contactOf(number)
  await here.within((tx) => here.contacts.erase(tx, here.caller, { contactId, asked: null }))
  return recordOf(contactId)
}

async function recordOf(contactId: string) {
  const asked = { requestId: null, contactId, why: null }
  const page = { before: null, asked, limit: 1 }
  const { items } = await pageOfErasures(here.deps, here.caller, page)
  const [record] = items
  if (record === undefined) throw new Error('it has a record')
  return record
}

const recordOfId = (id: string) => erasureById(here.deps, here.caller, id)

const mails = () =>
  here.test.database.inInstallation((tx) =>
    listMails(tx, { state: null, before: null, limit: 50, keptFor: null }),
  )
const reason = 'Prévenir par courrier'
const open = async () => (await pageOfNotices(here.deps, { after: null, limit: 50 })).items
const counted = () => countNotices(here.test.database, here.clock.now(), 100)
const numbersKept = () =>
  here.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ key: SubjectId }>(
      `select numbers_key as key from privacy.erasure_recipient where numbers_sealed is not null`,
    )
    return rows.map(({ key }) => key)
  })
const opensStill = async (ids: readonly SubjectId[]) =>
  (await here.within((tx) => here.vault.openSubjects(tx, here.accountId, ids))).size

test('by e-mail: once, with the number, and their answer stands on the certificate', async () => {
  tell(supplier(1, { address: 'dpo@operateur.example' }))
  const number = here.nextNumber()
  const record = await erased(number)
  const [recipient] = record.recipients
  expect(recipient).toMatchObject({ state: 'told', way: 'mail', people: 1, answer: null })
  const [mail, ...more] = await mails()
  expect([more, here.queued()]).toEqual([[], 1])
  const opening = { database: here.test.database, vault: here.vault }
  const opened = await openContents(opening, mail === undefined ? [] : [mail])
  const content = opened.get(mail?.mailId ?? '')
  expect(content?.to).toBe('dpo@operateur.example')
  expect(content?.text).toContain(number)
  expect(content?.text).toContain(recipient?.noticeId)
  expect(content?.text).toMatch(/Effacez ce que vous gardez[\s\S]*Please erase what you keep/)

  const kept = await numbersKept()
  expect([kept.length, await opensStill(kept)]).toEqual([1, 1])
  const said = { answer: 'kept_by_law', doneOn: null, note: 'CPCE, art. L. 34-1' } as const
  const id = recipient?.noticeId ?? ''
  await noteOnNotice(here.deps, here.caller, { id, ...said })
  // The number went with the answer, and so did its key: old copies of the row say nothing.
  expect([await numbersKept(), await opensStill(kept)]).toEqual([[], 0])
  await expect(textOfNotice(here.deps, here.caller, { id, reason })).rejects.toMatchObject({
    code: 'privacy.notice_text_gone',
  })
  expect(await open()).toEqual([])
  const { note } = await certificateOfErasure(here.deps, here.accountId, {
    ...{ id: record.id, forWhom: null },
  })
  const page = personCertificatePage('fr', note, { test: null, urls: null, authority: null })
  expect(page).toContain('la loi')
  expect(page).toContain('CPCE, art. L. 34-1')
  expect(note).not.toContain(number)
})

test('an erasure that does not stand tells nobody; the next one tells once', async () => {
  tell(supplier(2, { address: 'dpo@operateur.example' }))
  const { id: contactId } = await here.contactOf(here.nextNumber())
  const before = (await mails()).length
  const erase = (fails: boolean) =>
    here.within(async (tx) => {
      await here.contacts.erase(tx, here.caller, { contactId, asked: null })
      if (fails) throw new Error('the machine stops here')
    })
  await expect(erase(true)).rejects.toThrow('stops here')
  expect((await mails()).length).toBe(before)
  await erase(false)
  expect((await mails()).length).toBe(before + 1)
  await expect(erase(false)).rejects.toMatchObject({ code: 'contacts.contact_not_found' })
  expect((await mails()).length).toBe(before + 1)
  const [notice] = await open()
  const done = { answer: 'erased', doneOn: '2026-12-02', note: null } as const
  const id = notice?.noticeId ?? ''
  const answered = await noteOnNotice(here.deps, here.caller, { id, ...done })
  expect(answered).toMatchObject({ state: 'answered', doneOn: '2026-12-02' })
})

test('by hand: the text is ready, silence becomes an open point, and the number has a term', async () => {
  tell(supplier(3, { address: 'https://operateur.example/effacement' }))
  const number = here.nextNumber()
  const record = await erased(number)
  const id = record.recipients[0]?.noticeId ?? ''
  expect(record.recipients[0]).toMatchObject({ state: 'to_tell', way: 'staff', toldAt: null })
  expect(await counted()).toEqual({ toTell: 1, silent: 0 })
  // Also where the rows of all accounts are read, each account has its own alone.
  await here.test.database.inAnyAccount(async (tx) => {
    const other = markedUuid(77) as AccountId
    const found = await findNotice(tx, here.accountId, noticesOfPeople, id)
    expect(found).toMatchObject({ notice_id: id })
    expect(await findNotice(tx, other, noticesOfPeople, id)).toBeNull()
    expect(await noticesOf(tx, here.accountId, noticesOfPeople, [record.id])).toEqual([found])
    expect(await noticesOf(tx, other, noticesOfPeople, [record.id])).toEqual([])
  })
  const text = await textOfNotice(here.deps, here.caller, { id, reason })
  expect(text).toMatchObject({ to: 'https://operateur.example/effacement' })
  expect(text.text).toContain(number)
  const looked = await here.test.asSuperuser((client) =>
    client.query(`select details::text from audit.entry where action = 'privacy.notice_read'`),
  )
  expect(looked.rows).toHaveLength(1)
  expect(JSON.stringify(looked.rows)).not.toContain(number.slice(1))
  const page = { before: null, limit: 5, action: 'privacy.notice_read' }
  const told = await here.within((tx) => here.audit.list(tx, here.accountId, page))
  expect(told).toMatchObject([{ reason }])

  const noted = { answer: null, doneOn: null, note: null }
  expect(await noteOnNotice(here.deps, here.caller, { id, ...noted })).toMatchObject({
    state: 'told',
  })
  expect(await counted()).toEqual({ toTell: 0, silent: 0 })
  await here.clock.advance(30 * dayMs)
  expect((await open()).map(({ state }) => state)).toEqual(['silent'])
  expect(await counted()).toEqual({ toTell: 0, silent: 1 })
  const kept = await numbersKept()
  await here.clock.advance(30 * dayMs)
  await completeErasures(here.deps, here.accountId)
  expect([await numbersKept(), await opensStill(kept)]).toEqual([[], 0])
  const [notice] = await open()
  expect(notice).toMatchObject({ hasText: false, state: 'silent' })
  const none = { answer: 'none', doneOn: null, note: null } as const
  await noteOnNotice(here.deps, here.caller, { id, ...none })
  expect(await open()).toEqual([])
})

test('a mail that nobody took is told by hand', async () => {
  tell(supplier(4, { address: 'gone@operateur.example' }))
  const record = await erased(here.nextNumber())
  const mailId = record.recipients[0]?.noticeId ?? ''
  await completeErasures(here.deps, here.accountId)
  expect((await open())[0]).toMatchObject({ way: 'mail', state: 'told' })
  await here.test.database.inInstallation((tx) =>
    endMail(tx, { mailId, state: 'failed', at: here.clock.now() }),
  )
  await completeErasures(here.deps, here.accountId)
  expect((await open())[0]).toMatchObject({ way: 'staff', state: 'to_tell', hasText: true })
  const none = { answer: 'none', doneOn: null, note: null } as const
  await noteOnNotice(here.deps, here.caller, { id: mailId, ...none })
})

test('a mail that nobody took is found behind any number that still wait, and is asked about once', async () => {
  tell(supplier(7, { address: 'gone-too@operateur.example' }))
  const record = await erased(here.nextNumber())
  const mailId = record.recipients[0]?.noticeId ?? ''
  // So many others were told before it, and their mail server is slow.
  const planted = (statement: string) =>
    here.test.asSuperuser((client) => client.query(statement, [here.accountId]))
  await here.test.asSuperuser((client) =>
    client.query(
      `with told as (
         insert into privacy.erasure_recipient (account_id, erasure_id, recipient_id, notice_id,
           kind, name, country, way, people, noted_at, mail_id, told_at)
         select $1, $2, gen_random_uuid(), id, 'supplier', 'Opérateur', 'FR', 'mail', 1,
           noted_at, id, noted_at
         from (select gen_random_uuid() as id, r.noted_at - interval '1 hour' as noted_at
           from privacy.erasure_recipient r, generate_series(1, 1234) where r.notice_id = $3) many
         returning mail_id, noted_at)
       insert into notifications.mail (mail_id, for_account, language, state, created_at)
       select mail_id, $1, 'fr', 'waiting', noted_at from told`,
      [here.accountId, record.id, mailId],
    ),
  )
  await here.test.database.inInstallation((tx) =>
    endMail(tx, { mailId, state: 'failed', at: here.clock.now() }),
  )
  const asked = async () => {
    const { rows } = await planted(
      `select count(*)::int as count from privacy.erasure_recipient
       where account_id = $1 and way = 'mail' and mail_id is not null and answer is null`,
    )
    return rows[0]?.count
  }
  await completeErasures(here.deps, here.accountId)
  const { recipients } = await recordOfId(record.id)
  expect(recipients.find(({ noticeId }) => noticeId === mailId)).toMatchObject({
    ...{ way: 'staff', state: 'to_tell' },
  })
  expect(await asked()).toBe(1_234)
  await planted(`update notifications.mail set state = 'sent' where for_account = $1`)
  await completeErasures(here.deps, here.accountId)
  expect(await asked()).toBe(0)
  const none = { answer: 'none', doneOn: null, note: null } as const
  await noteOnNotice(here.deps, here.caller, { id: mailId, ...none })
  await planted(`delete from privacy.erasure_recipient where account_id = $1 and answer is null`)
  await planted(`delete from notifications.mail where for_account = $1 and content_sealed is null`)
})

test('nothing is told to this installation itself, nor to whom its own term has passed', async () => {
  tell(supplier(5, { untold: 'own' }), supplier(6, { untold: 'not_kept' }))
  const before = (await mails()).length
  const record = await erased(here.nextNumber())
  expect(record.recipients.map(({ state }) => state)).toEqual(['own', 'not_kept'])
  expect([(await mails()).length, await open(), await numbersKept()]).toEqual([before, [], []])
  const { note } = await certificateOfErasure(here.deps, here.accountId, {
    ...{ id: record.id, forWhom: null },
  })
  const page = personCertificatePage('en', note, { test: null, urls: null, authority: null })
  expect(page).toContain('It is part of this installation')
  expect(page).toContain('Nothing was left to tell')
})
