// A telling that the program stopped in the middle of is told once: neither twice nor never.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nobodyThere } from '../../../test/support/campaign-fixture.ts'
import { seededRandomness } from '../../../test/support/clock.ts'
import { seededChance } from '../../../test/support/seeded-chance.ts'
import { type SendingFixture, sendingFixture } from '../../../test/support/sending-fixture.ts'
import type { Job } from '../../jobs/index.ts'
import { AppError, type E164 } from '../../kernel/index.ts'
import { silentLogger } from '../../observability/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { openLink } from '../page-link.ts'
import { restrictAsked } from './carry-out.ts'
import { acknowledgeAsked, identifyByStaff } from './keep-the-clock.ts'
import { stepsOf } from './life-store.ts'
import { liftRestriction } from './lift-restriction.ts'
import { takeRequest } from './take-request.ts'
import { tellingJobs } from './tell-person.ts'

let here: SendingFixture
let ordered: Job['input'][]
/** Later looks at what was maybe accepted. */
let looks: Job['input'][]
/** The texts that were kept, each with the id of its message. */
let texts: { id: string; text: string }[]
let fault: 'before' | 'after' | 'killed' | 'busy' | 'writing' | 'unheard' | 'unknown' | null
/** A commit whose answer never came, and which comes yet. */
let late: (() => Promise<unknown>) | null
let sends: number
let deps: PreferencesDeps
const notAsked = () => {
  throw new Error('nobody asks for it here')
}
beforeAll(async () => {
  here = await sendingFixture({ url: nobodyThere })
  const { database, vault, audit, contacts, consent, makeId, timers: clock } = here
  const { calls } = here.sending
  const kept: PreferencesDeps['sendMessage'] = async (...asked) => {
    const id = await calls.sendMessage(...asked)
    texts.push({ id, text: asked[1].text })
    return id
  }
  deps = {
    ...{ database, vault, audit, contacts, consent, makeId, clock },
    ...{ publicUrl: 'https://sms.example.org', ownUrl: () => null },
    ...{ randomness: seededRandomness('tellings'), logger: silentLogger },
    jobs: {
      enqueue: async (_tx, { name, input }) => {
        ;(name === 'preferences.look_after_telling' ? looks : ordered).push(input)
      },
    },
    // What stops the program: before the message is accepted, or once it is.
    sendMessage: async (...asked) => {
      sends += 1
      if (fault === 'before') throw new Error('stopped before')
      if (fault === 'busy') throw new AppError('sending.queue_full', 'unavailable', 'too much')
      if (fault === 'unknown') {
        late = () => kept(...asked)
        throw new AppError('storage.commit_unknown', 'unavailable', 'it may have been kept')
      }
      const id = await kept(...asked)
      if (fault === 'after' || fault === 'killed') throw new Error('stopped after')
      if (fault === 'unheard') {
        throw new AppError('storage.database_unavailable', 'unavailable', 'the database is away')
      }
      return id
    },
    refusalOf: calls.refusalOf,
    // Whoever is killed looks at nothing any more.
    fateOf: async (...asked) => {
      if (fault === 'killed') throw new Error('killed')
      return calls.fateOf(...asked)
    },
    sensitive: { countOf: async () => 0 },
    answer: {
      senderOf: async () => {
        if (fault === 'writing') throw new Error('stopped while it is written')
        return 'LUMEN'
      },
    } as never,
    ...{ nothingLeaves: async () => undefined, erasedPath: notAsked, keptAfterErasure: notAsked },
    ...{ noticePath: notAsked, accountOfNotice: notAsked, replyNumbers: notAsked },
  }
}, 120_000)
afterAll(() => here?.close())
beforeEach(() => {
  ordered = []
  looks = []
  texts = []
  fault = null
  late = null
  sends = 0
})

let last = 20
async function taken(kind: 'complaint' | 'restriction') {
  last += 1
  const number = `+336399839${last}` as E164
  await here.people([number], { agreed: true })
  const { request } = await takeRequest(deps, here.caller, {
    ...{ number, kind, heardBy: 'phone', text: 'Ce qui est demandé', receivedOn: '2026-11-24' },
  })
  return { number, id: request.id }
}
const toldOf = (id: string, kind: string) =>
  here.database.inAccount(here.account.id, async (tx) => {
    const steps = await stepsOf(tx, here.account.id, { requestId: id })
    return steps.find((one) => one.kind === kind)?.told ?? null
  })
const runJob = (name: string, input: Job['input'], isLastAttempt: boolean) =>
  tellingJobs(deps)[name]?.({
    ...{ name, accountId: here.account.id, input, attempt: 1, isLastAttempt },
    isStopping: () => false,
  })
const run = (isLastAttempt = false) =>
  runJob('preferences.tell_person', ordered[0] ?? {}, isLastAttempt)
const look = () => runJob('preferences.look_after_telling', looks[0] ?? {}, false)
/** Of each text that was kept, whether its link opens its person’s page. */
const leadSomewhere = () =>
  Promise.all(
    texts.map(({ text }) =>
      openLink(deps, /\/p\/([A-Za-z0-9_-]{22})/.exec(text)?.[1] ?? '').then(
        () => true,
        () => false,
      ),
    ),
  )
/** Of everybody: each test counts how many came with it. */
const counts = async () => {
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ messages: number; links: number; deeds: number }>(
      `select (select count(*) from sending.message)::int as messages,
         (select count(*) from preferences.page_link)::int as links,
         (select count(*) from audit.entry where action = 'preferences.link_sent')::int as deeds`,
    ),
  )
  return rows[0] ?? notAsked()
}
const since = async (before: Awaited<ReturnType<typeof counts>>) => {
  const now = await counts()
  return {
    ...{ messages: now.messages - before.messages, links: now.links - before.links },
    deeds: now.deeds - before.deeds,
  }
}

test('stopped after the message was accepted: the next run sends nothing and says that it was', async () => {
  const { id } = await taken('complaint')
  await acknowledgeAsked(deps, here.caller, { id })
  const before = await counts()
  fault = 'killed'
  await expect(run()).rejects.toThrow('stopped after')
  fault = null
  await run()
  await run()
  expect(sends).toBe(1)
  const told = await toldOf(id, 'acknowledged')
  expect(told).toMatchObject({ state: 'sent', why: null })
  expect(await deps.fateOf(here.account.id, told?.messageId as never)).toEqual({ refusal: null })
  expect(await since(before)).toEqual({ messages: 1, links: 1, deeds: 1 })
})

test('stopped before: nothing was accepted, so the next run sends it, once', async () => {
  const { id } = await taken('complaint')
  await acknowledgeAsked(deps, here.caller, { id })
  const before = await counts()
  for (const one of ['before', 'busy'] as const) {
    fault = one
    await expect(run()).rejects.toThrow()
  }
  fault = null
  await run()
  expect(await toldOf(id, 'acknowledged')).toMatchObject({ state: 'sent' })
  // The link of an attempt in between may stay: nobody holds it, and it ends by itself.
  expect(await since(before)).toEqual({ messages: 1, links: 2, deeds: 1 })
})

test('the last attempt ends the step, whatever failed', async () => {
  for (const one of ['before', 'writing'] as const) {
    ordered = []
    fault = null
    const { id } = await taken('complaint')
    await acknowledgeAsked(deps, here.caller, { id })
    fault = one
    await expect(run(true)).rejects.toThrow()
    expect(await toldOf(id, 'acknowledged')).toMatchObject({
      ...{ state: 'not_sent', why: 'preferences.not_told_failed', messageId: null },
    })
  }
  fault = null
  const { id } = await taken('complaint')
  ordered = []
  await acknowledgeAsked(deps, here.caller, { id })
  fault = 'after'
  await run(true)
  expect(await toldOf(id, 'acknowledged')).toMatchObject({ state: 'sent' })
})

test('what the gate says no to leaves neither a link nor a deed of one', async () => {
  const { id } = await taken('complaint')
  await acknowledgeAsked(deps, here.caller, { id })
  const before = await counts()
  const refused = { ...deps, fateOf: async () => ({ refusal: 'sender_not_registered' }) }
  refused.refusalOf = async () => 'sender_not_registered'
  const real = deps
  deps = refused
  await run()
  deps = real
  expect(await toldOf(id, 'acknowledged')).toMatchObject({
    ...{ state: 'not_sent', why: 'sending.sender_not_registered' },
  })
  expect(await since(before)).toMatchObject({ links: 0, deeds: 0 })
})

test('a commit that nobody heard of at the last attempt: its SMS leads to a page, and is told of', async () => {
  const { id } = await taken('complaint')
  await acknowledgeAsked(deps, here.caller, { id })
  fault = 'unknown'
  await expect(run(true)).rejects.toThrow('may have been kept')
  fault = null
  expect(await toldOf(id, 'acknowledged')).toMatchObject({ state: 'leaving' })
  expect(looks).toEqual([ordered[0]])
  await late?.()
  await look()
  const told = await toldOf(id, 'acknowledged')
  expect(told).toMatchObject({ state: 'sent', why: null })
  expect(texts.map(({ id: kept }) => kept)).toEqual([told?.messageId])
  expect(await leadSomewhere()).toEqual([true])
  expect(sends).toBe(1)
})

test('what never came is said to be not sent, once it was looked for', async () => {
  const { id } = await taken('complaint')
  await acknowledgeAsked(deps, here.caller, { id })
  fault = 'unknown'
  await expect(run(true)).rejects.toThrow('may have been kept')
  fault = null
  await look()
  expect(await toldOf(id, 'acknowledged')).toMatchObject({
    ...{ state: 'not_sent', why: 'preferences.not_told_failed' },
  })
  // Later than anybody waited for: even then the person reads a page.
  await late?.()
  expect(await leadSomewhere()).toEqual([true])
})

test('tried again under a commit that came late, it is one SMS, whose link opens', async () => {
  const { id } = await taken('complaint')
  await acknowledgeAsked(deps, here.caller, { id })
  fault = 'unknown'
  await expect(run()).rejects.toThrow('may have been kept')
  fault = null
  // Kept between the look and the next attempt, which has the same id.
  const { sendMessage } = deps
  const real = deps
  deps = {
    ...deps,
    sendMessage: async (...asked) => {
      await late?.()
      return sendMessage(...asked)
    },
  }
  await run()
  deps = real
  const told = await toldOf(id, 'acknowledged')
  expect(told).toMatchObject({ state: 'sent' })
  expect(texts.map(({ id: kept }) => kept)).toEqual([told?.messageId])
  expect(await leadSomewhere()).toEqual([true])
})

test.each(Array.from({ length: 24 }, (_, seed) => seed))(
  'whatever fails at any attempt, no SMS leads nowhere (seed %i)',
  async (seed) => {
    const chance = seededChance(`faults of tellings ${seed}`)
    const faults = [null, 'before', 'after', 'busy', 'writing', 'unheard', 'unknown'] as const
    const { id } = await taken('complaint')
    await acknowledgeAsked(deps, here.caller, { id })
    const waiting: (() => Promise<unknown>)[] = []
    const comes = async (share: number) => {
      for (const commit of waiting.splice(0)) {
        if (chance.is(share)) await commit().catch(() => undefined)
        else waiting.push(commit)
      }
    }
    const attempts = chance.between(1, 5)
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      fault = chance.is(0.4) ? 'unknown' : chance.pick(faults)
      if (attempt < attempts && chance.is(0.1)) fault = 'killed'
      late = null
      await Promise.resolve(run(attempt === attempts)).catch(() => undefined)
      if (late !== null) waiting.push(late)
      await comes(0.2)
    }
    fault = null
    const looksAgain = looks.length > 0
    if (chance.is(0.5)) await comes(1)
    const keptBefore = texts.length
    if (looksAgain) await look()
    await comes(1)
    // One at most, of whichever attempt; and its link opens.
    expect(texts.length).toBeLessThanOrEqual(1)
    expect(await leadSomewhere()).toEqual(texts.map(() => true))
    const told = await toldOf(id, 'acknowledged')
    expect(['sent', 'not_sent']).toContain(told?.state)
    if (told?.state === 'sent') expect(texts.map((one) => one.id)).toEqual([told.messageId])
    // What had been kept by the last look is not said to be unsent.
    if (looksAgain && keptBefore > 0) expect(told?.state).toBe('sent')
  },
)

async function restricted() {
  const { id, number } = await taken('restriction')
  const how = { how: 'known_to_staff' as const, reason: 'Venue en boutique.' }
  await identifyByStaff(deps, here.caller, { id, ...how })
  await restrictAsked(deps, here.caller, { id, reason: 'Vos données sont gelées.' })
  return { id, number }
}
const reason = 'L’exactitude est vérifiée.'
const code = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: AppError) => error.code ?? error.message,
  )

test('two staff at once lift it once, and the person gets one message', async () => {
  const { id } = await restricted()
  const before = await counts()
  const tried = await Promise.all(
    [1, 2, 3].map(() => code(liftRestriction(deps, here.caller, { id, reason }))),
  )
  expect(tried.filter((one) => one === 'done')).toHaveLength(1)
  expect(sends).toBe(1)
  expect(await since(before)).toEqual({ messages: 1, links: 1, deeds: 1 })
})

test('stopped between the message and the lifting: tried again, nothing is sent twice', async () => {
  const { id } = await restricted()
  const before = await counts()
  fault = 'after'
  expect(await code(liftRestriction(deps, here.caller, { id, reason }))).toBe('stopped after')
  fault = null
  expect(await code(liftRestriction(deps, here.caller, { id, reason }))).toBe('done')
  expect(sends).toBe(1)
  expect(await toldOf(id, 'lifted')).toMatchObject({ state: 'sent' })
  expect(await since(before)).toEqual({ messages: 1, links: 1, deeds: 1 })
})

test('who cannot be told by SMS is told another way first, and staff say when', async () => {
  const { id } = await restricted()
  const before = await counts()
  const real = deps
  deps = { ...deps, answer: { senderOf: async () => null } as never }
  expect(await code(liftRestriction(deps, here.caller, { id, reason }))).toBe(
    'preferences.request_lift_untold',
  )
  expect(await toldOf(id, 'lifted')).toBeNull()
  const stated = (on: string) => ({ id, reason, told: { how: 'letter' as const, on } })
  for (const day of ['2026-11-24', '2026-11-26', '2026-02-30']) {
    expect(await code(liftRestriction(deps, here.caller, stated(day)))).toBe(
      'preferences.request_told_day_wrong',
    )
  }
  expect(await code(liftRestriction(deps, here.caller, stated('2026-11-25')))).toBe('done')
  deps = real
  expect(sends).toBe(0)
  expect(await toldOf(id, 'lifted')).toMatchObject({
    ...{ state: 'other_way', messageId: null, why: 'preferences.told_by_letter' },
  })
  expect(await since(before)).toEqual({ messages: 0, links: 0, deeds: 0 })
})

const lift = (id: string) => code(liftRestriction(deps, here.caller, { id, reason }))
const byLetter = (id: string) =>
  code(
    liftRestriction(deps, here.caller, { id, reason, told: { how: 'letter', on: '2026-11-25' } }),
  )

test('what fails behind the acceptance is found, and the restriction is lifted', async () => {
  const { id } = await restricted()
  const before = await counts()
  fault = 'unheard'
  expect(await lift(id)).toBe('done')
  expect(await toldOf(id, 'lifted')).toMatchObject({ state: 'sent' })
  expect(sends).toBe(1)
  expect(await since(before)).toEqual({ messages: 1, links: 1, deeds: 1 })
})

test('a commit that nobody heard of proves no refusal: nothing is sent again, and it may come yet', async () => {
  const { id } = await restricted()
  const before = await counts()
  fault = 'unknown'
  expect(await lift(id)).toBe('storage.commit_unknown')
  fault = null
  expect(await lift(id)).toBe('preferences.request_being_lifted')
  expect(await byLetter(id)).toBe('preferences.request_being_lifted')
  expect(await since(before)).toEqual({ messages: 0, links: 1, deeds: 0 })
  await late?.()
  expect(await lift(id)).toBe('done')
  expect(sends).toBe(1)
  expect(await toldOf(id, 'lifted')).toMatchObject({ state: 'sent' })
  expect(await since(before)).toEqual({ messages: 1, links: 1, deeds: 1 })
})

test('what the door said no to for now is asked for again at once', async () => {
  const { id } = await restricted()
  const before = await counts()
  fault = 'busy'
  expect(await lift(id)).toBe('sending.queue_full')
  expect(await since(before)).toEqual({ messages: 0, links: 0, deeds: 0 })
  fault = null
  expect(await lift(id)).toBe('done')
  expect(await since(before)).toEqual({ messages: 1, links: 1, deeds: 1 })
})

test('who is told by letter too keeps the link of an SMS that was accepted', async () => {
  const { id } = await restricted()
  const before = await counts()
  fault = 'after'
  expect(await lift(id)).toBe('stopped after')
  fault = null
  expect(await byLetter(id)).toBe('done')
  expect(sends).toBe(1)
  expect(await toldOf(id, 'lifted')).toMatchObject({ state: 'other_way' })
  expect(await since(before)).toEqual({ messages: 1, links: 1, deeds: 1 })
})

test('an SMS that may leave yet is waited for, and then not longer', async () => {
  const { id } = await restricted()
  const before = await counts()
  fault = 'before'
  expect(await lift(id)).toBe('stopped before')
  expect(await byLetter(id)).toBe('preferences.request_being_lifted')
  const real = deps
  deps = { ...deps, clock: { now: () => real.clock.now() + 61_000 } }
  expect(await byLetter(id)).toBe('done')
  deps = real
  // Nobody heard what became of it: a link that nobody holds opens nothing, and ends by itself.
  expect(await since(before)).toEqual({ messages: 0, links: 1, deeds: 0 })
})
