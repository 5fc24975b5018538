// A person is erased long after the nights of retention took their messages: who carried these is
// told all the same, and nothing of the person is written down again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { erasuresOver, numbersKept } from '../../src/app/answer/erasure-port.ts'
import { campaignsHolder } from '../../src/campaigns/index.ts'
import { type Contacts, createContacts } from '../../src/contacts/index.ts'
import { writeDetails } from '../../src/governance/beside-store.ts'
import { suppliersAt } from '../../src/governance/index.ts'
import { insertSupplier } from '../../src/governance/store.ts'
import type { SupplierId } from '../../src/governance/supplier.ts'
import type { E164 } from '../../src/kernel/index.ts'
import { createMail } from '../../src/notifications/index.ts'
import { preferencesHolder } from '../../src/preferences/index.ts'
import type { ErasureRecipient } from '../../src/privacy/contract-erasure.ts'
import { pageOfErasures } from '../../src/privacy/person-erasure/manage-erasures.ts'
import { carriedBy, carriedForAccount, sendingHolder, sentTo } from '../../src/sending/index.ts'
import type { Database, Tx } from '../../src/storage/index.ts'
import { type Nights, nightsOver } from '../support/retention-fixture.ts'
import {
  alertOrder,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../support/sending-fixture.ts'
import { eventually } from '../support/wait.ts'

const dayMs = 86_400_000
const { timers, jump } = jumpingTimers()
let here: SendingFixture
let nights: Nights
let contacts: Contacts
beforeAll(async () => {
  here = await sendingFixture({ timers })
  nights = nightsOver(here, { timers, jump }, numbersKept)
  const { audit, vault, consent, makeId, metrics, accounts } = here
  const holders = [
    sendingHolder({ vault, clock: timers, metrics }),
    campaignsHolder({ vault }),
    preferencesHolder({ vault }),
  ]
  const mail = createMail({
    ...{ vault, clock: timers, makeId, jobs: { enqueue: async () => undefined }, hasSmtp: false },
  })
  const erasures = erasuresOver(
    { vault, consent, clock: timers, makeId, mail, holders: () => holders },
    undefined,
  )
  const facts = async () => ({ kind: here.account.kind, country: here.account.country })
  contacts = createContacts({
    ...{ ...accounts, audit, accounts: { facts }, proofs: consent, erasures },
  })
})
afterAll(() => here?.close())

const within: Nights['within'] = (work) => nights.within(work)
const sweep: Nights['sweep'] = (over) => nights.sweep(over)
const sendTo: Nights['sendTo'] = (number) => nights.sendTo(number)
const laterBy13Months = () => nights.laterBy13Months()
const personOf = async (number: E164) => {
  const found = await within((tx) => contacts.findByNumber(tx, here.account.id, number))
  if (found === null) throw new Error('the contact is there')
  return found
}
const carriersOf = async (number: E164) => {
  const { subjectId } = await personOf(number)
  return within((tx) => carriedBy(tx, here.account.id, [subjectId]))
}
const sentToNumber = async (number: E164) => {
  const { subjectId } = await personOf(number)
  return within((tx) => sentTo(tx, here.account.id, subjectId))
}
/** What the only supplier says of itself. */
const declare = (said: { numbersKeptDays: number | null; erasureAddress: string | null }) =>
  here.database.inInstallation(async (tx) => {
    const [supplier] = await suppliersAt(tx, timers.now())
    if (supplier === undefined) throw new Error('there is a supplier')
    const { id, role, contact, processingCountries } = supplier
    await writeDetails(tx, id, { role, contact, processingCountries, ...said })
  })
const erase = async (number: E164): Promise<ErasureRecipient[]> => {
  const { id: contactId } = await personOf(number)
  await within((tx) => contacts.erase(tx, here.caller, { contactId, asked: null }))
  const asked = { requestId: null, contactId, why: null }
  const page = { before: null, asked, limit: 1 }
  const { items } = await pageOfErasures({ ...here, clock: timers }, here.caller, page)
  return items[0]?.recipients ?? []
}
const countOf = (table: string) =>
  here.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${table} where account_id = $1`,
      [here.account.id],
    )
    return rows[0]?.count ?? 0
  })

test('who carried messages that were deleted is told of an erasure', async () => {
  const numbers = ['+33639983101', '+33639983102'] as E164[]
  const [first, second] = numbers as [E164, E164]
  await here.people(numbers, { agreed: true })
  await declare({ numbersKeptDays: null, erasureAddress: 'https://operateur.example/effacement' })
  // All messages under this sender are refused: no supplier ever saw it.
  const { ids } = await here.accept([first], { ...alertOrder, sender: 'JAMAIS' })
  await eventually(async () => (await here.states(ids))['refused'] ?? null)
  await sendTo(first)
  await sweep()
  const before = await carriersOf(first)
  expect(before).toHaveLength(1)
  expect(await sentToNumber(first)).toEqual({ isHere: true, isDeleted: false })
  expect(await sentToNumber(second)).toEqual({ isHere: false, isDeleted: false })
  laterBy13Months()
  await sweep()
  expect(await countOf('sending.message')).toBe(0)
  expect(await carriersOf(first)).toEqual(before)
  expect(await within((tx) => carriedForAccount(tx, here.account.id))).toMatchObject([
    { people: 1, senders: ['LUMEN'] },
  ])
  const told = await erase(first)
  expect(told).toMatchObject([{ kind: 'supplier', state: 'to_tell', people: 1 }])
  expect(await countOf('sending.person_carrier')).toBe(0)
  // Nothing was ever sent to the other.
  expect(await erase(second)).toEqual([])
})

test('a supplier that has kept numbers as long as it says is forgotten, and one that has not stays', async () => {
  const numbers = ['+33639983103', '+33639983104'] as E164[]
  const [first, second] = numbers as [E164, E164]
  await here.people(numbers, { agreed: true })
  await sendTo(first)
  jump(300 * dayMs)
  await sendTo(second)
  laterBy13Months()
  await declare({ numbersKeptDays: 500, erasureAddress: 'https://operateur.example/effacement' })
  await sweep()
  expect(await countOf('sending.message')).toBe(0)
  expect(await carriersOf(first)).toEqual([])
  // Who had the number is forgotten; that something was sent is not.
  expect(await sentToNumber(first)).toEqual({ isHere: false, isDeleted: true })
  expect(await carriersOf(second)).toHaveLength(1)
  expect(await erase(first)).toEqual([])
  expect(await erase(second)).toMatchObject([{ state: 'to_tell' }])
})

/** A transaction that stops before a statement, tells so, and goes on once it is let. */
function stopsBefore(part: string) {
  let arrived: () => void = () => undefined
  let goOn: () => void = () => undefined
  const isThere = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const isLet = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const over = (tx: Tx): Tx => ({
    ...tx,
    query: async (statement, values) => {
      const text = typeof statement === 'string' ? statement : statement.text
      if (text.includes(part)) {
        arrived()
        await isLet
      }
      return tx.query(statement, values)
    },
  })
  return { over, isThere, goOn: () => goOn() }
}

/** Somebody to whom something was sent and deleted, and then sent again, long ago. */
async function twiceWrittenTo(number: E164) {
  await here.people([number], { agreed: true })
  await sendTo(number)
  laterBy13Months()
  await sweep()
  expect(await countOf('sending.person_past')).toBe(1)
  await sendTo(number)
  laterBy13Months()
  return personOf(number)
}

test('a night that meets an erasure steps over its person, and writes nothing down of them', async () => {
  const number = '+33639983105' as E164
  const { id: contactId } = await twiceWrittenTo(number)
  const erasing = stopsBefore('delete from sending.person_past')
  const erasure = within((tx) =>
    contacts.erase(erasing.over(tx), here.caller, { contactId, asked: null }),
  )
  await erasing.isThere
  // Neither waits for the other.
  const [messages] = await sweep()
  expect(messages).toEqual({ kind: 'messages', state: 'done', deleted: 0 })
  erasing.goOn()
  await erasure
  jump(dayMs)
  const [next] = await sweep()
  expect(next).toEqual({ kind: 'messages', state: 'done', deleted: 1 })
  expect(await countOf('sending.person_past')).toBe(0)
  expect(await countOf('sending.person_carrier')).toBe(0)
})

test('an erasure that meets a night waits for its page, and takes what it wrote down', async () => {
  const number = '+33639983106' as E164
  const { id: contactId } = await twiceWrittenTo(number)
  const night = stopsBefore('sending.delete_messages')
  const database: Database = {
    ...here.database,
    inAccount: (id, work, options) =>
      here.database.inAccount(id, (tx) => work(night.over(tx)), options),
  }
  const sweeping = sweep({ ...nights.deps, database })
  await night.isThere
  const erasure = within((tx) => contacts.erase(tx, here.caller, { contactId, asked: null }))
  night.goOn()
  const [messages] = await sweeping
  expect(messages).toEqual({ kind: 'messages', state: 'done', deleted: 1 })
  await erasure
  for (const table of ['person_past', 'person_carrier', 'message']) {
    expect([table, await countOf(`sending.${table}`)]).toEqual([table, 0])
  }
})

test('whoever was erased before is not written down as their messages go', async () => {
  const number = '+33639983107' as E164
  await here.people([number], { agreed: true })
  await sendTo(number)
  // Their text goes first, by its own period: the row still says whose it was.
  await here.test.asSuperuser((client) =>
    client.query('update sending.message set body_sealed = null where account_id = $1', [
      here.account.id,
    ]),
  )
  await erase(number)
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ tag: Buffer; contact: string | null }>(
      'select number_tag as tag, contact_id as contact from sending.message where account_id = $1',
      [here.account.id],
    ),
  )
  expect(rows.map(({ contact }) => contact)).toEqual([null])
  expect(rows[0]?.tag).not.toEqual(here.vault.numberTag(here.account.id, number))
  laterBy13Months()
  expect((await sweep())[0]).toMatchObject({ deleted: 1 })
  expect(await countOf('sending.person_past')).toBe(0)
})

test('a supplier to whom a message was moved, since a route was down, is told as well', async () => {
  const number = '+33639983108' as E164
  await here.people([number], { agreed: true })
  await declare({ numbersKeptDays: null, erasureAddress: 'https://operateur.example/effacement' })
  const [messageId] = await sendTo(number)
  const supplierId = here.makeId() as SupplierId
  await here.database.inInstallation((tx) =>
    insertSupplier(tx, { supplierId, name: 'Autre', country: 'FR', at: timers.now() }),
  )
  await here.test.asSuperuser((client) =>
    client.query(
      `insert into sending.event (account_id, message_id, at, what, facts)
       values ($1, $2, now(), 'rerouted', $3)`,
      [here.account.id, messageId, JSON.stringify({ supplierId })],
    ),
  )
  const ofAll = async () =>
    (await within((tx) => carriedForAccount(tx, here.account.id)))
      .filter(({ people }) => people === 1)
      .map((one) => [one.supplierId === supplierId, one.senders])
  const before = await carriersOf(number)
  expect(before).toHaveLength(2)
  expect(await ofAll()).toContainEqual([true, ['LUMEN']])
  laterBy13Months()
  await sweep()
  expect(await countOf('sending.message')).toBe(0)
  const after = await carriersOf(number)
  expect(new Set(after.map((one) => one.supplierId))).toEqual(
    new Set(before.map((one) => one.supplierId)),
  )
  expect((await erase(number)).map(({ name }) => name)).toContain('Autre')
})
