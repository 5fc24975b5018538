// The composer's figure is the bill: the check sheet says the same,
// and so do the messages that leave.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptAll,
  campaignsDeps,
  campaignTo,
  nobodyThere,
} from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { SavedRow } from '../../contacts/index.ts'
import type { ListId } from '../../kernel/index.ts'
import { registerSender } from '../../routing/index.ts'
import type { Assessed } from '../../sending/index.ts'
import type { Campaign } from '../campaign.ts'
import { billRequest } from '../contract-compose.ts'
import { makeCheckSheet } from '../make-check-sheet.ts'
import { Audience } from './audience.ts'
import { Audiences } from './judge-audience.ts'
import { makeBill } from './make-bill.ts'
import { maskName } from './mask-name.ts'
import { previewMessage } from './preview-message.ts'

/** Latin letters with and without a code of their own, an escape pair, Greek, Cyrillic, Arabic. */
const names = ['Camille', 'Jérôme', 'François', 'Δ{Ω', 'Ελένη', 'Наталья', 'ليلى', 'Zoë', '']
const families = ['Martin', 'Łukasiewicz', 'de la Fontaine-Exemple', 'Иванова', '[Test]']
/**
 * Dates of any length in English, amounts, words; some would be refused as advertising of a casino.
 */
const notes = ['dossier AB-12', 'pièce n° 7 ✓', 'Casino en ligne : jouez, bonus offert !', '']
const customOf = (index: number): Record<string, string> => ({
  ...(index % 7 === 0
    ? {}
    : { visit: `2026-12-${String((index % 28) + 1).padStart(2, '0')}T09:00` }),
  ...(index % 5 === 0 ? {} : { due: `${index}.50 EUR` }),
  ...(index % 9 === 0 ? { note: notes[index % notes.length] as string } : {}),
})
const people = 2_600

let fixture: SendingFixture
let deps: ReturnType<typeof campaignsDeps>
let audiences: Audiences
let listId: string
let agreed: { rows: SavedRow[]; listId: string }
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  deps = campaignsDeps(fixture)
  audiences = new Audiences(deps)
  const fields = (index: number) => ({
    firstName: names[index % names.length] ?? '',
    lastName: families[index % families.length] ?? '',
    custom: customOf(index),
  })
  await fixture.test.asSuperuser(async (client) => {
    for (const [key, type] of Object.entries({ visit: 'date_time', due: 'amount', note: 'text' })) {
      await client.query(
        `insert into contacts.custom_field (account_id, id, key, name, type, created_at)
         values ($1, gen_random_uuid(), $2, $2, $3, now())`,
        [fixture.account.id, key, type],
      )
    }
  })
  agreed = await fixture.people(fictionNumbers(people), { agreed: true, fields })
  listId = agreed.listId
  // Some said STOP, and some never agreed: they cost nothing.
  const others = await fixture.people(fictionNumbers(40, people), { agreed: false, fields })
  const { id: accountId } = fixture.account
  await fixture.database.inAccount(accountId, (tx) =>
    fixture.contacts.addToList(tx, accountId, listId as ListId, {
      subjects: others.rows.map(({ subjectId }) => subjectId),
      at: fixture.timers.now(),
    }),
  )
  for (let index = 0; index < 30; index += 1) await stop(index * 7, agreed.rows[index * 7])
}, 120_000)
afterAll(() => fixture.close())

/** By telephone: their number is suppressed, and their consent ends. */
function stop(index: number, row: SavedRow | undefined): Promise<unknown> {
  const { id: accountId } = fixture.account
  return fixture.database.inAccount(accountId, (tx) =>
    fixture.consent.recordStop(tx, fixture.caller, {
      tag: fixture.vault.suppressionTag(accountId, fictionNumber(index)),
      keys: row?.keys ?? null,
      scope: 'marketing',
      reason: 'objection',
      origin: 'telephone',
      at: fixture.timers.now(),
    }),
  )
}

async function bill(text: string, again = false, sender = 'LUMEN', by = audiences) {
  const request = billRequest.parse({
    listId,
    class: 'marketing',
    purpose: 'offers',
    sender,
    text,
    again,
  })
  for (;;) {
    const view = await makeBill({ ...deps, audiences: by }, fixture.caller, request)
    if (view.bill !== null) return view.bill
    expect(view.state).toBe('counting')
  }
}

const texts = [
  'Nouvelle collection en boutique.',
  'Bonjour {first_name|vous}, la collection est là.',
  'Bonjour {first_name|vous} {last_name}, [la collection] est là : 20 € de remise. '.repeat(3),
  `{last_name} ${'a'.repeat(118)}`,
  'Bonjour {first_name}, quelqu’un vous attend.',
  'Bonjour {first_name|vous}, rendez-vous {visit|bientôt}, {due:en|rien} ({due}).',
  'Votre {note|dossier} : {visit:en}',
]

test.each(texts)('the figure of “%s” is the sheet’s to the part', async (text) => {
  const told = await bill(text)
  const campaign: Campaign = await campaignTo(fixture, deps, listId, { text })
  const sheet = await makeCheckSheet(deps, fixture.caller, campaign.id)
  const { people: onList, receive, leftOut, segments, costMicroEur, encodings } = sheet
  expect(told).toMatchObject({
    people: onList,
    receive,
    leftOut,
    segments,
    costMicroEur,
    encodings,
  })
  expect(told.segmentCounts).toEqual(sheet.segmentCounts)
  const byCharacter = (all: typeof told.ucs2Because) =>
    Object.fromEntries(all.map(({ character, messages }) => [character, messages]))
  expect(byCharacter(told.ucs2Because)).toEqual(byCharacter(sheet.ucs2Because))
})

test('what is accepted has as many parts as were told', async () => {
  const text = texts[2] as string
  const told = await bill(text)
  const campaign = await campaignTo(fixture, deps, listId, { text })
  await acceptAll(fixture, deps, campaign.id)
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ parts: string; messages: string }>(
      `select sum(m.parts) as parts, count(*) as messages from sending.message m
       where m.campaign_id = $1 and not exists (
         select from sending.outcome o where o.message_id = m.id and o.state = 'refused')`,
      [campaign.id],
    ),
  )
  expect(rows.map(({ parts, messages }) => [Number(parts), Number(messages)])).toEqual([
    [told.segments, told.receive],
  ])
})

test('of a name its first letter is shown, and a letter that is the exception and costs', () => {
  const masked = ['Camille', 'François', 'Наталья', 'Anne-Marie', 'Ω', '', undefined].map(maskName)
  expect(masked).toEqual(['C••••••', 'F•••ç•••', 'Н••••••', 'A•••-•••••', 'Ω', '', undefined])
})

test('somebody who says STOP is out of the figure once the list is judged anew', async () => {
  const text = texts[0] as string
  const before = await bill(text)
  await stop(1, agreed.rows[1])
  expect((await bill(text)).receive).toBe(before.receive)
  const made = await bill(text, true)
  expect(made.receive).toBe(before.receive - 1)
  expect(made.madeAt >= before.madeAt).toBe(true)
})

test('where a sender was missing, the list is judged anew soon after it is there', async () => {
  let later = 0
  const clock = { now: () => deps.clock.now() + later }
  const own = new Audiences({ ...deps, clock })
  const text = texts[0] as string
  expect((await bill(text, false, 'OPALE', own)).receive).toBe(0)
  const routing = { ...fixture, clock: deps.clock, record: async () => undefined }
  await registerSender(routing, fixture.caller, {
    ...{ name: 'OPALE', country: 'FR', evidence: 'RCS Lyon', expiresAt: null },
  })
  expect((await bill(text, false, 'OPALE', own)).receive).toBe(0)
  later = 10_000
  expect((await bill(text, false, 'OPALE', own)).receive).toBeGreaterThan(2_000)
})

test('of more different names than are kept no figure is told', () => {
  const audience = new Audience(0, [], 2)
  const plan = { route: null } as Assessed['plan']
  const gate = { verdict: { kind: 'allowed' }, checks: '' } as const
  for (const firstName of ['Zoë', 'Anaïs', 'Noël']) {
    const person = { country: 'FR', contactId: firstName, fields: { firstName } }
    audience.add({ plan, gate, person } as unknown as Assessed)
  }
  expect([audience.reached, audience.isTooVaried]).toEqual([3, true])
})

test('the telephone shows the longest and the shortest, with their names masked', async () => {
  const text = texts[1] as string
  const { longest, shortest, inUcs2, namesInUcs2 } = await bill(text)
  expect(namesInUcs2).toBe(6)
  const request = { listId, class: 'marketing', purpose: 'offers', sender: 'LUMEN', text }
  const shown = async (more: object) => {
    const asked = { basis: null, sendAt: null, usefulUntil: null, overrideReason: null }
    return previewMessage(deps, fixture.caller, { ...request, ...asked, ...more } as never)
  }
  const long = await shown({ contactId: longest })
  const short = await shown({ contactId: shortest })
  expect(long.units).toBeGreaterThanOrEqual(short.units)
  const unicode = await shown({ contactId: inUcs2[0] })
  expect(unicode).toMatchObject({ encoding: 'ucs2', sentence: null, hidesNames: true })
  const first = await shown({})
  expect(first.text).toContain('STOP au 36111')
  expect(first.text).not.toContain('Camille')
  const second = await shown({ after: first.contactId })
  expect(second.contactId).not.toBe(first.contactId)
})

test('more lists at once than an account may have judged are told to wait', async () => {
  const asked = ['a', 'b', 'c', 'd', 'e'].map((purpose) => {
    const written = { listId, class: 'marketing', purpose, sender: 'LUMEN', text: 'Bonjour' }
    return makeBill({ ...deps, audiences }, fixture.caller, billRequest.parse(written))
  })
  const codes = (await Promise.allSettled(asked)).flatMap((one) =>
    one.status === 'rejected' ? [one.reason.code] : [],
  )
  // One may have been judged before the last is asked for.
  expect(codes.length).toBeGreaterThan(0)
  expect(new Set(codes)).toEqual(new Set(['campaigns.counting_busy']))
})
