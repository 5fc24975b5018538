// What is past its period goes at night, and nothing else: the preview and the deletion name the
// same rows, totals stay true, and each night leaves its proof.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerPort } from '../../src/app/answer/answer-port.ts'
import { pastLooksKind } from '../../src/app/journal/past-looks.ts'
import { retentionPeriods } from '../../src/disclosure/index.ts'
import { pastImportsKind } from '../../src/intake/index.ts'
import {
  type AccountId,
  type CampaignId,
  type E164,
  type SubjectId,
  sameDayLater,
  uuidV7,
} from '../../src/kernel/index.ts'
import { notApplied } from '../../src/retention/applied.ts'
import { programBounds, type RetentionKind } from '../../src/retention/contract.ts'
import type { RetentionDeps } from '../../src/retention/deps.ts'
import { nextNight, nightOf, oldBefore } from '../../src/retention/night.ts'
import { choosePeriod, periodOf, periodsOf, setBounds } from '../../src/retention/period.ts'
import { recordNight, sweepNight } from '../../src/retention/sweep.ts'
import { viewNights, viewRetentionPage } from '../../src/retention/view.ts'
import { pastMessagesKind, pastRepliesKind } from '../../src/sending/index.ts'
import { scopeOfStop } from '../../src/sending/replies/stop-leaving.ts'
import { repliesTo } from '../../src/sending/store/breakdown-store.ts'
import { sendingStays } from '../../src/sending/store/person-store.ts'
import { createCampaignFigures } from '../../src/sending/view/campaign-figures.ts'
import type { Tx } from '../../src/storage/index.ts'
import { seededChance } from '../support/seeded-chance.ts'
import { jumpingTimers, type SendingFixture, sendingFixture } from '../support/sending-fixture.ts'
import { eventually } from '../support/wait.ts'

const dayMs = 86_400_000
const { timers, jump } = jumpingTimers()
let here: SendingFixture
let deps: RetentionDeps
const nobody = async () => []
const logged: unknown[] = []
beforeAll(async () => {
  here = await sendingFixture({ timers })
  const { database, audit } = here
  const past = { clock: timers, numbersKept: async () => [] }
  const kinds = [pastMessagesKind(past), pastRepliesKind({ clock: timers })]
  const logger = { error: (...said: unknown[]) => logged.push(said) }
  const more = [pastImportsKind, pastLooksKind({ asking: nobody, restricted: nobody })]
  deps = { database, audit, clock: timers, logger, kinds: [...kinds, ...more] }
})
afterAll(() => here.close())

const within = <T>(work: (tx: Tx) => Promise<T>) => here.database.inAccount(here.account.id, work)
const sweep = () => sweepNight(deps, here.caller)
const rowsOf = async (table: string) => {
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ count: number }>(
      `select count(*)::int as count from ${table} where account_id = $1`,
      [here.account.id],
    ),
  )
  return rows[0]?.count ?? 0
}
const hanging = ['message', 'result', 'receipt', 'outcome'].map((name) => `sending.${name}`)
const counts = async (tables: readonly string[]) => Promise.all(tables.map(rowsOf))
const page = () =>
  within((tx) => viewRetentionPage(deps, tx, { accountId: here.account.id, language: 'en' }, true))
const periodShown = async (kind: RetentionKind) =>
  (await page()).periods.find((one) => one.kind === kind)

describe('a night', () => {
  test('is one instant for the preview before it and the deletion after it', () => {
    const chance = seededChance('nights').next
    for (let turn = 0; turn < 1_000; turn += 1) {
      const at = Math.floor(chance() * 4e12)
      const night = nextNight(at)
      expect(new Date(night).getUTCHours()).toBe(2)
      expect(night).toBeGreaterThan(at)
      // Whenever the work of that night runs, it judges by the instant that the preview named.
      const runs = night + Math.floor(chance() * dayMs)
      expect(nightOf(runs)).toBe(night)
    }
  })

  test('counts a period that is cut by the installation from thirty days later', () => {
    const at = Date.parse('2027-01-01T00:00:00Z')
    const row = { kind: 'messages', months: 24, erasesFrom: at - 400 * dayMs } as const
    const bound = { kind: 'messages', shortest: 3, longest: 12, changedAt: at } as const
    expect(periodOf('messages', row, undefined)).toMatchObject({ months: 24, longest: 60 })
    expect(periodOf('messages', row, bound)).toMatchObject({
      ...{ months: 12, chosenMonths: 24, shortest: 3, longest: 12 },
      deletesFrom: at + 30 * dayMs,
    })
    // A lower minimum shortens what counted until then as well.
    const low = { kind: 'messages', shortest: 3, longest: 60, changedAt: at } as const
    expect(periodOf('messages', { ...row, months: 6 }, low)).toMatchObject({
      ...{ months: 6, deletesFrom: at + 30 * dayMs },
    })
    expect(periodOf('imports', undefined, undefined)).toMatchObject({
      ...{ months: 12, chosenMonths: null, deletesFrom: null },
    })
  })
})

describe('messages and replies', () => {
  const alert = { class: 'alert', basis: 'contract', text: 'Votre colis est prêt.' } as const
  const numbers = ['+33639983001', '+33639983002', '+33639983003'] as E164[] as [E164, E164, E164]
  const [first, second, waits] = numbers
  let campaignId: CampaignId
  let waiting: readonly string[]
  const figures = () => createCampaignFigures({ database: here.database, clock: timers })
  const breakdown = () =>
    figures().breakdown(here.account.id, campaignId, async () => {
      throw new Error('nothing is counted later')
    })
  const told = async () =>
    (await within((tx) => repliesTo(tx, here.account.id, [campaignId]))).get(campaignId)
  let before: Awaited<ReturnType<typeof breakdown>>
  let repliesBefore: Awaited<ReturnType<typeof told>>
  let people: { subjectId: SubjectId }[]

  test('stay for the first thirty nights, and the account hears of its period', async () => {
    const made = await here.people(numbers, { agreed: true })
    people = made.rows.map(({ keys }) => ({ subjectId: keys.subjectId }))
    const sent = await here.accept([first, second])
    campaignId = sent.campaignId
    await eventually(async () => ((await here.states(sent.ids))['delivered'] === 2 ? true : null))
    here.sandbox?.reply({ from: first, to: '36111', text: 'Bonjour, merci beaucoup.' })
    await eventually(async () => ((await rowsOf('sending.inbound')) > 0 ? true : null))
    const single = await here.accept([first], alert)
    const notBefore = timers.now() + 380 * dayMs
    const later = { notBefore, usefulUntil: notBefore + 5 * dayMs }
    waiting = (await here.accept([waits], { ...alert, ...later })).ids
    await eventually(async () => (await here.states(single.ids))['delivered'] ?? null)
    expect(await sweep()).toEqual([
      { kind: 'messages', state: 'done', deleted: 0 },
      { kind: 'replies', state: 'done', deleted: 0 },
      { kind: 'imports', state: 'done', deleted: 0 },
      { kind: 'looks', state: 'done', deleted: 0 },
    ])
    expect((await sweep()).map(({ state }) => state)).toEqual(Array(4).fill('done_before'))
    const shown = await periodShown('messages')
    expect(shown).toMatchObject({ months: 12, due: 0, goesTonight: false, isMore: false })
    const noticeDays = (Date.parse(shown?.deletesFrom ?? '') - timers.now()) / dayMs
    expect(Math.round(noticeDays)).toBe(30)
  })

  test('go as a whole once their period is over; what waits stays, and totals stay true', async () => {
    before = await breakdown()
    repliesBefore = await told()
    expect(before?.figures.messages).toBe(2)
    expect(repliesBefore?.total).toBe(1)
    const tally = await figures().tally(here.account.id, [campaignId])
    jump(sameDayLater(timers.now(), 12) + 2 * dayMs - timers.now())
    // In flight or on hold it is never too old.
    expect(await counts(hanging)).toEqual([4, 3, 3, 3])
    expect(await periodShown('messages')).toMatchObject({ due: 3, goesTonight: true })
    expect(await periodShown('replies')).toMatchObject({ due: 1, goesTonight: true })
    // Two nodes at the same night count each row once.
    const both = await Promise.all([sweep(), sweep()])
    const deleted = (kind: string) =>
      both.flat().reduce((sum, one) => sum + (one.kind === kind ? one.deleted : 0), 0)
    expect(['messages', 'replies', 'imports'].map(deleted)).toEqual([3, 1, 0])
    expect(new Set(both.flat().map(({ state }) => state)).has('failed')).toBe(false)
    expect(await counts(hanging)).toEqual([1, 0, 0, 0])
    const gone = ['sending.inbound', 'sending.conversation', 'sending.campaign_reach']
    expect(await counts(gone.slice(0, 2))).toEqual([0, 0])
    const after = await breakdown()
    expect(after?.figures).toEqual(before?.figures)
    expect([after?.isCurrent, after?.detailsDeletedAt !== null]).toEqual([true, true])
    expect(await figures().detailsDeletedAt(here.account.id, campaignId)).not.toBeNull()
    expect(await told()).toEqual(repliesBefore)
    expect(await figures().tally(here.account.id, [campaignId])).toEqual(tally)
    // Counted again it would be nothing: what was kept stays.
    await figures().count(here.account.id, campaignId)
    expect((await breakdown())?.figures).toEqual(before?.figures)
    expect((await here.states(waiting as never))['delivered']).toBeUndefined()
  })

  test('leave behind when the last of them were, for the period of their contacts', async () => {
    const subjects = people.map(({ subjectId }) => subjectId)
    const since = sameDayLater(timers.now(), -36)
    const stays = await within((tx) => sendingStays(tx, here.account.id, subjects, { since }))
    // An alert and a reply are signs of the first; the second got marketing alone.
    expect([...stays].sort()).toEqual([subjects[0], subjects[2]].sort())
    expect(await rowsOf('sending.person_past')).toBe(2)
  })

  test('still say what a STOP that comes later is about', async () => {
    const scopeOf = (index: number) =>
      within((tx) => {
        const subjectId = people[index]?.subjectId ?? null
        return scopeOfStop(tx, here.account.id, { messageId: null, subjectId })
      })
    // The last that the first got was an alert; the second got marketing alone.
    expect([await scopeOf(0), await scopeOf(1)]).toEqual(['all', 'marketing'])
    const nobody = { messageId: null, subjectId: null }
    expect(await within((tx) => scopeOfStop(tx, here.account.id, nobody))).toBe('marketing')
  })

  test('each night is on record, with the oldest that is left', async () => {
    const reading = { accountId: here.account.id, language: 'en' } as const
    const { items } = await within((tx) => viewNights(tx, reading, null))
    expect(items).toHaveLength(8)
    expect(items.find(({ kind }) => kind === 'messages')).toMatchObject({
      ...{ state: 'done', deleted: 3, term: { count: 12, unit: 'months' }, failure: null },
      rows: { messages: 3, results: 3, receipts: 3, outcomes: 3, events: 0 },
    })
    const journal = await within((tx) =>
      here.audit.list(tx, here.account.id, {
        ...{ before: null, limit: 50, subjectId: null, action: 'retention.deleted' },
      }),
    )
    expect(journal.map(({ details }) => details)).toMatchObject([
      { kind: 'replies', deleted: 1, months: 12 },
      { kind: 'messages', deleted: 3, months: 12 },
    ])
  })

  test('a shorter period waits thirty days, and one out of bounds is refused', async () => {
    const choose = (months: number) =>
      within((tx) =>
        choosePeriod(deps, tx, here.caller, { kind: 'messages', months, reason: 'moins suffit' }),
      )
    await expect(choose(2)).rejects.toMatchObject({ code: 'retention.months_out_of_bounds' })
    await expect(choose(61)).rejects.toMatchObject({ code: 'retention.months_out_of_bounds' })
    await choose(3)
    const [messages] = await within((tx) => periodsOf(tx, here.account.id))
    expect(messages?.months).toBe(3)
    expect(Math.round(((messages?.deletesFrom ?? 0) - timers.now()) / dayMs)).toBe(30)
    expect(await periodShown('messages')).toMatchObject({ goesTonight: false })
    // Register and notice, and through the port the answers to people, read this one function.
    const facts = async () => ({ kind: here.account.kind, country: here.account.country })
    const { vault, consent } = here
    const told = (tx: Tx, id: AccountId) =>
      retentionPeriods({ vault, consent, clock: timers, accounts: { facts } }, tx, id)
    const known = { dataMaps: () => [], holders: () => [], mail: null as never }
    const answer = answerPort({ retentionPeriods: told } as never, known)
    const id = here.account.id
    expect(await within((tx) => told(tx, id))).toContainEqual(
      expect.objectContaining({ code: 'results', term: { count: 3, unit: 'months' } }),
    )
    expect(await within((tx) => answer.retentionPeriods(tx, id))).toContainEqual({
      ...{ what: 'results', length: { months: 3 } },
    })
    const set = (shortest: number, longest: number) =>
      here.database.inInstallation((tx) =>
        setBounds(deps, tx, { kind: 'replies', shortest, longest }),
      )
    await expect(set(9, 6)).rejects.toMatchObject({ code: 'retention.bounds_crossed' })
    await expect(set(1, 6)).rejects.toMatchObject({ code: 'retention.bounds_past_program' })
    await set(3, 6)
    const replies = (await within((tx) => periodsOf(tx, here.account.id)))[1]
    expect(replies).toMatchObject({ months: 6, chosenMonths: 12, longest: 6 })
    expect(replies?.deletesFrom).toBeGreaterThan(timers.now() + 29 * dayMs)
  })

  test('a night that fails is told, to whoever answers for the data too, and made up for', async () => {
    jump(dayMs)
    const { createdAt } = here.account
    const late = () =>
      within((tx) => notApplied(tx, here.account.id, { at: timers.now(), createdAt }))
    const [messages, ...others] = deps.kinds
    if (messages === undefined) throw new Error('there are messages')
    const failing = {
      ...messages,
      oldest: async () => {
        throw new Error('+33639983001 would be in no record')
      },
    }
    const broken = { ...deps, kinds: [failing, ...others] }
    expect((await sweepNight(broken, here.caller))[0]).toMatchObject({ state: 'failed' })
    expect(await late()).toEqual(['messages', 'contacts', 'texts'])
    expect(JSON.stringify(await page())).not.toContain('+33639983001')
    expect((await page()).lastNights[2]?.failure ?? (await page()).lastNights[1]?.failure).toMatch(
      /stopped at an error/,
    )
    expect(logged).toHaveLength(1)
    expect((await sweep())[0]).toMatchObject({ state: 'done' })
    const work = async () => 7
    const of = async (_: unknown, found: number) => ({
      ...{ term: { count: 90, unit: 'days' as const }, deleted: found, rows: { texts: found } },
    })
    for (const kind of ['contacts', 'texts'] as const) {
      await recordNight(deps, { kind, work, of })(here.caller, () => false)
    }
    expect(await late()).toEqual([])
    jump(2 * dayMs)
    expect(await late()).toHaveLength(6)
  })
})

describe('the preview and the deletion', () => {
  const states = ['delivered', 'undelivered', 'refused', 'cancelled', null] as const
  const start = Date.parse('2020-01-01T00:00:00Z')
  const spanMs = 7 * 365 * dayMs
  const campaigns = Array.from({ length: 4 }, (_, index) => campaignOf(index))
  type Row = {
    id: string
    campaign: number | null
    acceptedAt: number
    endedAt: number | null
    stays: boolean
    subject: string
  }
  const rows: Row[] = []
  type Reply = { id: string; subject: string; at: number; isOpen: boolean }
  const replies: Reply[] = []
  const chance = seededChance('a thousand clocks').next
  const below = (most: number) => Math.floor(chance() * most)
  let account: AccountId

  function campaignOf(index: number) {
    return `00000000-0000-7000-8000-00000000000${index}`
  }
  const random10 = () => Uint8Array.from({ length: 10 }, () => below(256))
  // Whose data may only be kept, until that is lifted in every other turn.
  const people: string[] = []
  const restricted = new Set<string>()

  beforeAll(async () => {
    // An account of its own, so that nothing else is counted.
    account = uuidV7(start, random10()) as AccountId
    for (let index = 0; index < 90; index += 1) people.push(uuidV7(start, random10()))
    for (const subject of people.slice(0, 10)) restricted.add(subject)
    for (let index = 0; index < 90; index += 1) {
      const acceptedAt = start + below(spanMs)
      const state = states[below(states.length)] ?? null
      rows.push({
        id: uuidV7(acceptedAt, random10()),
        campaign: below(3) === 0 ? null : below(campaigns.length),
        acceptedAt,
        endedAt: state === null ? null : acceptedAt + below(3 * dayMs),
        stays: state !== null && below(8) === 0,
        subject: people[index] ?? '',
      })
    }
    const subjects = Array.from({ length: 20 }, () => uuidV7(start, random10()))
    for (const index of [5, 6]) restricted.add(subjects[index] ?? '')
    for (let index = 0; index < 40; index += 1) {
      const at = start + below(spanMs)
      const subject = subjects[below(subjects.length)] ?? ''
      replies.push({ id: uuidV7(at, random10()), subject, at, isOpen: below(12) === 0 })
    }
    await here.test.asSuperuser(async (client) => {
      for (const row of rows) {
        const campaign = row.campaign === null ? null : campaigns[row.campaign]
        const key = [account, row.id]
        await client.query(
          `insert into sending.message (account_id, id, terms_id, campaign_id, contact_id,
             subject_id, number_tag, is_marketing, country, territory, zone, encoding, parts,
             price_micro_eur, checks, accepted_at)
           values ($1, $2, gen_random_uuid(), $3, gen_random_uuid(), $5,
             uuid_send(gen_random_uuid()), true, 'FR', 'FR', 'Europe/Paris', 'gsm7', 1, 0, '',
             $4::timestamptz)`,
          [...key, campaign, new Date(row.acceptedAt), row.subject],
        )
        if (row.endedAt !== null) {
          await client.query(
            `insert into sending.outcome (account_id, message_id, state, campaign_id, at)
             values ($1, $2, 'delivered', $3, $4::timestamptz)`,
            [...key, campaign, new Date(row.endedAt)],
          )
        }
        if (row.stays) {
          await client.query(
            `insert into sending.queue (account_id, message_id, route_id, priority, due_at,
               campaign_id, parts, parts_done, attempt, may_repeat)
             values ($1, $2, gen_random_uuid(), 1, 'infinity', $3, 1, 0, 1, false)`,
            [...key, campaign],
          )
        }
      }
      for (const [index, campaign] of campaigns.entries()) {
        const own = rows.filter((row) => row.campaign === index)
        const ended = own.filter((row) => row.endedAt !== null)
        await client.query('insert into sending.campaign_reach values ($1, $2, $3::timestamptz)', [
          account,
          campaign,
          new Date(lastOf(own)),
        ])
        // Two of them are whole: a campaign of which a message lives keeps all of its own.
        const accepted = index < 2 ? ended.length : own.length
        await client.query(
          `insert into sending.tally values ($1, $2, 'accepted', $3), ($1, $2, 'delivered', $4)`,
          [account, campaign, accepted, ended.length],
        )
      }
      for (const subject of restricted) {
        await client.query(
          `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
             territory, zone, marketing_state, fields_held, created_at, updated_at, restricted_at)
           values ($1, gen_random_uuid(), $2, uuid_send(gen_random_uuid()), '', 'FR', 'FR',
             'Europe/Paris', 'open', '{}', $3::timestamptz, $3::timestamptz, $3::timestamptz)`,
          [account, subject, new Date(start)],
        )
      }
      for (const { id, subject, at, isOpen } of replies) {
        await client.query(
          `insert into sending.inbound (account_id, id, route_id, subject_id, number_tag, kind,
             needs_review, received_at)
           values ($1, $2, gen_random_uuid(), $3, uuid_send(gen_random_uuid()), 'other', $4,
             $5::timestamptz)`,
          [account, id, subject, isOpen, new Date(at)],
        )
      }
    })
  })

  const lastOf = (own: readonly Row[]) => Math.max(0, ...own.map(({ acceptedAt }) => acceptedAt))

  /** The rule once more, in other words than the condition in SQL. */
  function mayGo(row: Row, before: number): boolean {
    if (row.endedAt === null || row.stays || row.endedAt >= before) return false
    if (row.campaign === null) return true
    const own = rows.filter(({ campaign }) => campaign === row.campaign)
    const isWhole = row.campaign < 2 || own.every(({ endedAt }) => endedAt !== null)
    return isWhole && lastOf(own) < before
  }
  const mayReplyGo = ({ subject }: Reply, before: number) =>
    replies.every((other) => other.subject !== subject || (other.at < before && !other.isOpen))

  class Undone extends Error {}

  test('name the same rows, by a thousand clocks and periods', async () => {
    const [messages, answers] = deps.kinds
    if (messages === undefined || answers === undefined) throw new Error('there are both')
    let gone = 0
    let spared = 0
    for (let turn = 0; turn < 1_000; turn += 1) {
      const isLifted = turn % 2 === 1
      const stays = (row: { subject: string }) => !isLifted && restricted.has(row.subject)
      const clock = start + below(spanMs + 800 * dayMs)
      const { shortest, longest } = programBounds.messages
      const months = shortest + below(longest - shortest + 1)
      const previewed = oldBefore(nextNight(clock), months)
      const runsAt = nextNight(clock) + below(dayMs)
      const before = oldBefore(nightOf(runsAt), months)
      expect(before).toBe(previewed)
      const kind = turn % 3 === 0 ? answers : messages
      const past =
        kind === messages
          ? rows.filter((row) => mayGo(row, before))
          : replies.filter((reply) => mayReplyGo(reply, before))
      const expected = past.filter((one) => !stays(one)).map(({ id }) => id)
      const all = kind === messages ? rows : replies
      const table = kind === messages ? 'message' : 'inbound'
      const limit = 8 + below(80)
      const found = { deleted: 0, left: [] as string[], previewed: 0, spared: 0 }
      await here.database
        .inAccount(account, async (tx) => {
          if (isLifted) await tx.query('update contacts.contact set restricted_at = null')
          const asked = { before: previewed, most: 1_000 }
          found.spared = (await kind.countSpared?.(tx, account, asked)) ?? -1
          found.previewed = await kind.count(tx, account, { before: previewed, most: 1_000 })
          let after: string | null = null
          do {
            const done = await kind.deleteSome(tx, account, { before, after, limit })
            found.deleted += done.deleted
            after = done.last
          } while (after !== null)
          const left = await tx.query<{ id: string }>(
            `select id from sending.${table} where account_id = $1`,
            [account],
          )
          found.left = left.rows.map(({ id }) => id)
          throw new Undone()
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undone)) throw error
        })
      expect([turn, found.spared]).toEqual([turn, past.length - expected.length])
      spared += found.spared
      const stay = all.map(({ id }) => id).filter((id) => !expected.includes(id))
      expect([turn, found.previewed, found.deleted]).toEqual([
        ...[turn, expected.length, expected.length],
      ])
      expect(found.left.sort()).toEqual(stay.sort())
      gone += expected.length
    }
    expect([gone > 5_000, spared > 300]).toEqual([true, true])
  })

  test('no role of the server deletes messages otherwise', async () => {
    const attempt = (statement: string) =>
      here.database.inAccount(account, (tx) => tx.query(statement))
    await expect(attempt('delete from sending.message')).rejects.toThrow(/permission denied/)
    await expect(attempt('delete from sending.outcome')).rejects.toThrow(/permission denied|added/)
    // Of another account, or of what lives, nothing goes by the function either.
    const other = uuidV7(start, random10())
    const [living] = rows.filter(({ endedAt }) => endedAt === null)
    await expect(
      attempt(`select sending.delete_messages('${other}', array['${living?.id}']::uuid[])`),
    ).rejects.toThrow(/alone may go/)
    const { rows: asked } = await here.database.inAccount(account, (tx) =>
      tx.query<{ messages: number }>(
        'select messages::int from sending.delete_messages($1, $2::uuid[])',
        [account, [living?.id]],
      ),
    )
    expect(asked[0]?.messages).toBe(0)
  })
})
