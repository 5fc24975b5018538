// Suppression lists as platforms export them: each no is kept, a row that denies it is left alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { octetsAsSource } from '../../../test/support/octets.ts'
import type { E164 } from '../../kernel/index.ts'
import { importSuppressions } from './import-suppressions.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

const take = (text: string | Buffer, country: string | null = null) =>
  importSuppressions(here.deps, here.fixture.caller, {
    octets: octetsAsSource(Buffer.from(text)),
    source: 'ancienne plateforme',
    country,
  })

const objected = (...lasts: number[]) =>
  here.deps.database.inAccount(here.fixture.accountId, async (tx) => {
    const { accountId } = here.fixture
    const tags = lasts.map((last) =>
      here.deps.vault.suppressionTag(accountId, `+3363998${last}` as E164),
    )
    const scopes = await here.deps.consent.suppressionsOf(tx, accountId, tags)
    return scopes.map((scope) => scope !== null)
  })

const none = { alreadyThere: 0, subscribed: 0, addressOnly: 0, unreadableRows: 0, unreadable: [] }

describe('lists as platforms write them', () => {
  test('a bare list, without a header', async () => {
    expect(await take('0639988001\n0639988002\n')).toEqual({ ...none, lines: 2, recorded: 2 })
    expect(await objected(8001, 8002)).toEqual([true, true])
  })

  test('Brevo: contacts with what is blocked by e-mail and by SMS', async () => {
    const list = [
      'CONTACT ID,EMAIL,SMS,EMAIL_BLOCKLISTED,SMS_BLOCKLISTED',
      '1,ines@example.org,33639988011,false,true',
      '2,noe@example.org,33639988012,true,false',
      '3,zoe@example.org,,true,true',
    ].join('\r\n')
    expect(await take(list)).toEqual({
      ...none,
      lines: 3,
      recorded: 1,
      subscribed: 1,
      addressOnly: 1,
    })
    expect(await objected(8011, 8012)).toEqual([true, false])
  })

  test('Mailchimp: a status a row, in quotes and with a comma in a name', async () => {
    const list = [
      '"SMS Phone Number","Name","SMS Subscription Status"',
      '"+33639988021","Exemple, Inès","Unsubscribed"',
      '"+33639988022","Modèle, Noé","Subscribed"',
      '"+33639988023","Fictif, Zoé","Pending"',
    ].join('\n')
    expect(await take(list)).toEqual({ ...none, lines: 3, recorded: 2, subscribed: 1 })
    expect(await objected(8021, 8022, 8023)).toEqual([true, false, true])
  })

  test('HubSpot: an opt-out column; what is about e-mail alone denies nothing', async () => {
    const list = [
      'Record ID;Mobile Phone Number;Unsubscribed from all email;Opted out of SMS',
      '101;06 39 98 80 31;false;true',
      '102;06 39 98 80 32;true;false',
      '103;06 39 98 80 33;false;',
    ].join('\n')
    expect(await take(list)).toEqual({ ...none, lines: 3, recorded: 2, subscribed: 1 })
    expect(await objected(8031, 8032, 8033)).toEqual([true, false, true])
  })

  test('Twilio: the sender’s own number is nobody’s objection, a START is none', async () => {
    const list = [
      'From,To,OptOutType',
      '+33639988041,+33639988049,STOP',
      '+33639988042,+33639988049,START',
      '+33639988043,+33639988049,STOP',
    ].join('\n')
    expect(await take(list)).toEqual({ ...none, lines: 3, recorded: 2, subscribed: 1 })
    expect(await objected(8041, 8042, 8043, 8049)).toEqual([true, false, true, false])
  })

  test('UTF-16 with tabs, as Excel saves a text', async () => {
    const text = 'Téléphone\tMotif\r\n0639988051\tStop\r\n0639988052\tStop\r\n'
    const list = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(await take(list)).toEqual({ ...none, lines: 2, recorded: 2 })
  })

  test.each([
    ['Statut', 'Désinscrit SMS'],
    ['Subscription status', 'Opted out of SMS'],
    ['Consentement', 'plus de SMS'],
    ['Status', 'Active'],
    ['Abonné', 'oui ?'],
    ['Suppression status', 'Active'],
    ['Opt-in appels', 'oui'],
    ['Do not call (blocked)', 'false'],
  ])('%s: what is no plain yes is a no: %s', async (title, cell) => {
    const list = `Portable;${title}\n0639988081;${cell}\n`
    expect(await take(list)).toMatchObject({ lines: 1, subscribed: 0 })
    expect(await objected(8081)).toEqual([true])
  })

  test('one row says no and another yes: the no stands', async () => {
    const list = 'Portable;Statut\n0639988061;désabonné\n0639988061;abonné\n'
    expect(await take(list)).toMatchObject({ recorded: 1, subscribed: 1 })
    expect(await objected(8061)).toEqual([true])
  })
})

test('the same list again changes nothing, and says so', async () => {
  const list = 'Portable\n0639988071\n0639988072\n'
  expect(await take(list)).toEqual({ ...none, lines: 2, recorded: 2 })
  expect(await take(list)).toEqual({ ...none, lines: 2, recorded: 0, alreadyThere: 2 })
})

test('an empty file is refused with its sentence', async () => {
  await expect(take('')).rejects.toMatchObject({ code: 'intake.file_empty' })
})
