// Two hundred random lives, and one truth of each:
// whoever shows a status or a count shows the same.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord, textFrom } from '../support/scenario.ts'
import { type Chance, seededChance } from '../support/seeded-chance.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  // A Wednesday at ten: marketing may leave.
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
}, 120_000)
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

type Counts = { status: string; people: number }[]
type Contact = {
  id: string
  status: { code: string; sentence: string }
  country: string
  importId: string | null
  createdAt: string
}
type Life = { number: string; hasSaidStop: boolean; isThere: boolean; did: string[] }
type Words = { controllerId: string; wordingId: string }

const lives = 200
const seed = 'lives of the twenty-fifth'
const reason = 'To count them'
const chance = seededChance(seed)
/**
 * In France and in two countries that ask for more proof, or whose rules nobody has gone through.
 */
const numberOf = (place: number): string =>
  place % 20 === 19
    ? `+4915${String(10_000_000 + place)}`
    : place % 20 === 18
      ? `+2126612345${String(place).padStart(3, '0').slice(-2)}`
      : place % 20 === 17
        ? // Where it lives, the sandbox operator answers that nobody has the number.
          `+3363998${Math.floor(place / 20)}901`
        : `+3363998${String(place).padStart(4, '0')}`

/** Of each seventh the file says that they did not agree. */
const csvOf = (people: readonly Life[]): string =>
  [
    'Portable;Accord;Date',
    ...people.map(({ number }, place) => `${number};${place % 7 === 3 ? 'non' : 'oui'};12/03/2026`),
  ].join('\r\n')

async function importOf(people: readonly Life[], words: Words, listName: string): Promise<string> {
  const file = { name: `${listName}.csv`, bytes: csvOf(people) }
  const uploaded = await accord.upload<{ id: string }>(token, '/v1/imports', file)
  const { id } = uploaded.body
  const state = (wanted: string) => async () => {
    const view = await ask<{ state: string }>('GET', `/v1/imports/${id}`)
    if (view.state === 'failed') throw new Error('the import failed')
    return view.state === wanted ? view : null
  }
  await eventually(state('analysed'))
  await ask('POST', `/v1/imports/${id}/mapping`, {
    columns: ['number', 'consent_given', 'consent_date'].map((field, index) => ({ index, field })),
    listName,
    consent: { wordingId: words.wordingId, source: 'caisse' },
  })
  await eventually(state('done'))
  for (const person of people) person.isThere = true
  return id
}

type Act = (life: Life, about: { listId: string; words: Words }) => Promise<void>

const agreedOn =
  (at: string): Act =>
  async (life, { words }) => {
    if (!life.isThere) return
    const { controllerId, wordingId } = words
    const evidence = { grade: 'api_declared', givenAt: at, source: 'caisse' }
    const about = { controllerId, channel: 'sms', purpose: 'offers' }
    const body = { number: life.number, wordingId, ...about, evidence }
    await accord.call(token, 'POST', '/v1/consents', body)
  }

const acts: Record<string, Act> = {
  add: async (life, { listId }) => {
    const body = { number: life.number, listId }
    const added = await accord.call(token, 'POST', '/v1/contacts', body)
    if (added.status < 300) life.isThere = true
  },
  agree: agreedOn('2026-01-05T10:00:00Z'),
  agreeLongAgo: agreedOn('2022-01-05T10:00:00Z'),
  agreeWithoutDay: async (life, { words }) => {
    if (!life.isThere) return
    const about = { channel: 'sms', purpose: 'offers', evidence: { grade: 'api_declared' } }
    await accord.call(token, 'POST', '/v1/consents', { number: life.number, ...words, ...about })
  },
  stop: async (life) => {
    const body = { number: life.number, reason: 'stop_reply' }
    const done = await accord.call(token, 'POST', '/v1/objections', body)
    if (done.status < 300) life.hasSaidStop = true
  },
  withdraw: async (life, { words: { controllerId } }) => {
    const about = { controllerId, channel: 'sms', purpose: 'offers' }
    await accord.call(token, 'POST', '/v1/consents/withdraw', { number: life.number, ...about })
  },
  erase: async (life) => {
    type Found = { contact: { id: string } | null }
    const { contact } = await ask<Found>('POST', '/v1/contacts/search', { number: life.number })
    if (contact === null) return
    await ask('DELETE', `/v1/contacts/${contact.id}`)
    life.isThere = false
  },
  writeDoubtfully: async (life) => {
    if (life.isThere && life.number.startsWith('+33')) {
      await textFrom(accord, life.number, 'arretez un peu svp je sais plus')
    }
  },
}
const usual = [
  'add',
  'add',
  'agree',
  'agree',
  'agreeLongAgo',
  'agreeWithoutDay',
  'stop',
  'withdraw',
]
const names = [...usual, 'erase', 'add']

async function live(life: Life, of: Chance, about: { listId: string; words: Words }) {
  const steps = of.between(1, 5)
  for (let step = 0; step < steps; step += 1) {
    const name = of.is(0.03) ? 'writeDoubtfully' : of.pick(names)
    life.did.push(name)
    await (acts[name] as Act)(life, about)
  }
}

/** Something owed to them is sent; its receipts tell which numbers no longer work. */
async function learnOf(people: readonly Life[]): Promise<void> {
  for (const { number, isThere } of people) {
    if (!isThere || !number.endsWith('901')) continue
    const text = 'Votre commande 4512 est prête.'
    const about = { class: 'alert', basis: 'contract', sender: 'Tilleuls', text }
    await ask('POST', '/v1/messages', { to: number, ...about })
  }
  const there = people.filter(({ number, isThere }) => isThere && number.endsWith('901')).length
  await eventually(async () => {
    const { items } = await ask<{ items: unknown[] }>('GET', '/v1/dead-numbers')
    return items.length === there ? items : null
  })
}

const tallyOf = (codes: readonly string[]): Record<string, number> => {
  const tally: Record<string, number> = {}
  for (const code of codes) tally[code] = (tally[code] ?? 0) + 1
  return tally
}
const asTally = (counts: Counts) =>
  Object.fromEntries(counts.map(({ status, people }) => [status, people]))

async function pagesOf(query: string): Promise<Contact[]> {
  const all: Contact[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    type Page = { items: Contact[]; nextCursor: string | null }
    const page: Page = await ask(
      'GET',
      `/v1/contacts?limit=60&${query}${cursor ? `&cursor=${cursor}` : ''}`,
    )
    all.push(...page.items)
    cursor = page.nextCursor
  }
  return all
}

const statusesIn = (csv: string): string[] =>
  csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[7] ?? '')

/** The same people as a segment: shown, filtered, counted inside a list, and exported. */
async function compareSegment(listId: string, rules: object, one: ReadonlyMap<string, string>) {
  const tally = tallyOf([...one.values()])
  const segment = await ask<{ id: string }>('POST', '/v1/segments', { name: listId, ...rules })
  const of = `segmentId=${segment.id}`
  const shown = await pagesOf(of)
  expect(shown.map(({ id, status }) => [id, status.code])).toEqual([...one])
  for (const status of ['can_receive', 'stopped', 'unproven']) {
    const filtered = await pagesOf(`${of}&status=${status}&sort=oldest`)
    const wanted = [...one].filter(([, code]) => code === status).map(([id]) => id)
    expect(filtered.map(({ id }) => id)).toEqual(wanted.reverse())
  }
  // Some of them by status, inside the list.
  const rule = { field: 'status', op: 'is', status: 'can_receive' }
  const some = { match: 'any', rules: [rule] }
  const inList = await ask<{ statuses: Counts; looked: number }>('POST', '/v1/segments/count', {
    ...some,
    listId,
  })
  const receive = tally['can_receive'] ?? 0
  expect(asTally(inList.statuses)).toEqual(receive === 0 ? {} : { can_receive: receive })
  expect(inList.looked).toBe(one.size)
  const named = { name: `${listId} receive`, ...some }
  const { id } = await ask<{ id: string }>('POST', '/v1/segments', named)
  const both = await pagesOf(`segmentId=${id}&listId=${listId}&source=import`)
  const imported = await pagesOf(`listId=${listId}&source=import&status=can_receive`)
  expect(both.map((contact) => contact.id)).toEqual(imported.map((contact) => contact.id))
  const file = await accord.call<string>(token, 'POST', `/v1/contacts/export?${of}`, { reason })
  expect(tallyOf(statusesIn(file.body))).toEqual(tally)
}

/** The figures above a list that is filtered are those of the people in it. */
async function compareNarrowed(listId: string, listed: readonly Contact[]): Promise<void> {
  const middle = listed[Math.floor(listed.length / 2)]
  const importId = listed.find((one) => one.importId !== null)?.importId
  const filters = [
    ...['source=import', 'source=other', `addedFrom=${middle?.createdAt}`],
    ...[`addedUntil=${middle?.createdAt}`, `source=import&addedUntil=${middle?.createdAt}`],
    ...(importId === undefined ? [] : [`importId=${importId}`]),
    ...['addedFrom=2200-01-01T00:00:00.000Z'],
  ]
  for (const filter of filters) {
    for (const of of [filter, `listId=${listId}&${filter}`]) {
      const people = await pagesOf(of)
      const counts = await ask<{ people: number; statuses: Counts }>(
        'GET',
        `/v1/contacts/counts?${of}`,
      )
      const expected = tallyOf(people.map(({ status }) => status.code))
      expect([of, asTally(counts.statuses)]).toEqual([of, expected])
      expect(counts.people).toBe(people.length)
    }
  }
}

/** Every place that tells a status or counts by it, compared with the contacts one by one. */
async function compare(listId: string, campaign: object): Promise<Record<string, number>> {
  const listed = await pagesOf(`listId=${listId}`)
  const one = new Map<string, string>()
  for (const { id } of listed) {
    one.set(id, (await ask<Contact>('GET', `/v1/contacts/${id}`)).status.code)
  }
  const tally = tallyOf([...one.values()])
  // 1 and 2: the list of contacts, and each status as a filter, in both orders.
  expect(listed.map(({ id, status }) => [id, status.code])).toEqual([...one])
  for (const status of [
    'can_receive',
    'stopped',
    'declined',
    'unproven',
    'expired',
    'checked',
    'dead_number',
    'unreachable',
  ]) {
    const filtered = await pagesOf(`listId=${listId}&status=${status}&sort=oldest`)
    expect([status, filtered.length]).toEqual([status, tally[status] ?? 0])
    expect(filtered.every(({ id }) => one.get(id) === status)).toBe(true)
  }
  // 3: the counts; 4: the lists.
  const counts = await ask<{ statuses: Counts }>('GET', `/v1/contacts/counts?listId=${listId}`)
  expect(asTally(counts.statuses)).toEqual(tally)
  await compareNarrowed(listId, listed)
  type List = { id: string; statuses: Counts; openToMarketing: number; members: number }
  const { items } = await ask<{ items: List[] }>('GET', '/v1/lists')
  const list = items.find(({ id }) => id === listId)
  expect(asTally(list?.statuses ?? [])).toEqual(tally)
  expect([list?.openToMarketing, list?.members]).toEqual([tally['can_receive'] ?? 0, one.size])
  // The same people by a rule, counted at once.
  const rules = { match: 'all', rules: [{ field: 'list', op: 'is', listId }] }
  const counted = await ask<{ statuses: Counts }>('POST', '/v1/segments/count', rules)
  expect(asTally(counted.statuses)).toEqual(tally)
  await compareSegment(listId, rules, one)
  // 5: the check sheet, whose gate opens each person and checks the MAC of each row.
  const made = await ask<{ id: string }>('POST', '/v1/campaigns', { ...campaign, listId })
  type Sheet = { statuses: Counts; receive: number; hash: string; problems: unknown[] }
  const sheet = await ask<Sheet>('GET', `/v1/campaigns/${made.id}/check-sheet`)
  expect(sheet.problems).toEqual([])
  expect(asTally(sheet.statuses)).toEqual(tally)
  // 6: the export, in clear.
  const file = await accord.call<string>(token, 'POST', `/v1/contacts/export?listId=${listId}`, {
    reason,
  })
  expect(tallyOf(statusesIn(file.body))).toEqual(tally)
  // 7: the report, once each message was judged as it was accepted.
  await ask('POST', `/v1/campaigns/${made.id}/approve`, { hash: sheet.hash })
  await ask('POST', `/v1/campaigns/${made.id}/launch`)
  const report = await eventually(async () => {
    type View = { statuses: Counts; counts: { accepted: number }; state: string }
    const view = await ask<View>('GET', `/v1/campaigns/${made.id}`)
    return view.counts.accepted === one.size && view.state !== 'accepting' ? view : null
  })
  expect(asTally(report.statuses)).toEqual(tally)
  return tally
}

test(`${lives} lives (${seed}): contacts, filters, counts, lists, sheet, export and report agree`, async () => {
  const words = await publishedWording(accord)
  const { id: listId } = await ask<{ id: string }>('POST', '/v1/lists', { name: 'Tous' })
  const people: Life[] = Array.from({ length: lives }, (_, place) => ({
    ...{ number: numberOf(place), hasSaidStop: false, isThere: false, did: [] },
  }))
  const stays = await importOf(people.slice(0, 60), words, 'Reste')
  const goes = await importOf(people.slice(40, 110), words, 'Part')
  const about = { listId, words }
  for (const life of people) {
    if (chance.is(0.8)) await live(life, chance, about)
  }
  await ask('POST', `/v1/imports/${goes}/undo`)
  await eventually(async () => {
    const view = await ask<{ state: string }>('GET', `/v1/imports/${goes}`)
    return view.state === 'undone' ? view : null
  })
  for (const life of people) {
    if (chance.is(0.3)) await live(life, chance, about)
  }
  await accord.call(token, 'POST', '/v1/senders', { name: 'Tilleuls', country: 'FR' })
  await learnOf(people)
  // Everybody who is there is in one list: its campaign judges all of them.
  const everybody = await pagesOf('')
  for (let from = 0; from < everybody.length; from += 100) {
    const contactIds = everybody.slice(from, from + 100).map(({ id }) => id)
    await ask('POST', `/v1/lists/${listId}/members`, { contactIds })
  }
  const tally = await compare(listId, {
    name: 'Avent',
    class: 'marketing',
    purpose: 'offers',
    sender: 'Tilleuls',
    text: 'Boutique des Tilleuls : -20 % ce samedi.',
  })
  // The lives went everywhere, or the test says nothing.
  for (const status of [
    'can_receive',
    'stopped',
    'declined',
    'unproven',
    'expired',
    'dead_number',
    'unreachable',
  ]) {
    expect([status, (tally[status] ?? 0) > 0]).toEqual([status, true])
  }
  // A no is a no, whatever was imported, added or erased since.
  for (const { number, hasSaidStop, did } of people) {
    if (!hasSaidStop) continue
    type Found = { contact: Contact | null }
    const { contact } = await ask<Found>('POST', '/v1/contacts/search', { number })
    if (contact !== null) expect([did, contact.status.code]).toEqual([did, 'stopped'])
  }
  expect(stays).not.toBe(goes)
}, 600_000)
