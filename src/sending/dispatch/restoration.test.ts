// A database that is behind its marks: nothing is claimed, and what waited leaves only if told so.
import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobodyThere } from '../../../test/support/campaign-fixture.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import {
  fictionNumber,
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import type { AccountId, CampaignId, MessageId, RouteId } from '../../kernel/index.ts'
import { silentLogger } from '../../observability/index.ts'
import { type Lease, takeLeaseInAnyAccount } from '../store/lease-store.ts'
import { leftMarks, marksAgainst, readMarks } from '../store/left-marks.ts'
import { claimInAnyAccount } from '../store/queue-store.ts'
import { claimCountsInAnyAccount } from '../store/restoration-store.ts'
import { recoverOrphans } from './recover-orphans.ts'
import {
  lookForRestoration,
  type ReleaseDeps,
  readRestoration,
  releaseMarketing,
  releaseRestoration,
} from './restoration.ts'
import { viewRestoration } from './restoration-routes.ts'
import { passMoment } from './sweeps.ts'

let fixture: SendingFixture
let routeId: RouteId
let bind = 20
let keysFolder: string
const folders: string[] = []
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  routeId = fixture.nodes[0]?.sending.ports.routes.all(fixture.timers.now())[0]?.id as RouteId
}, 60_000)
beforeEach(() => {
  keysFolder = newTestFolder()
  folders.push(keysFolder)
})
afterAll(async () => {
  await fixture.close()
  for (const folder of folders) removeTestFolder(folder)
})

const at = () => fixture.timers.now()
const deps = (): ReleaseDeps => ({ ...fixture, keysFolder, logger: silentLogger })
const lookDeps = () => ({ ...deps(), hasAccounts: true, stopCampaigns: async () => undefined })
const look = (asked = false) => lookForRestoration(lookDeps(), at(), asked)
const release = (waiting: 'end' | 'send', marketing: 'release' | 'keep' = 'release') =>
  releaseRestoration(deps(), { waiting, marketing, by: 'test', at: at() })

async function newLease(): Promise<Lease> {
  bind += 1
  const want = { routeId, bind, nodeId: fixture.makeId(), seen: null }
  const lease = await fixture.database.inAnyAccount((tx) => takeLeaseInAnyAccount(tx, want))
  if (lease === null) throw new Error('no lease')
  return lease
}
const claim = (lease: Lease) =>
  fixture.database.inAnyAccount((tx) =>
    claimInAnyAccount(tx, { lease, intentId: fixture.makeId(), at: at(), segmentsMax: 1_000 }),
  )
const idsOf = ({ messages }: { messages: { messageId: MessageId }[] }) =>
  messages.map(({ messageId }) => messageId).sort()

/** Marks of a bind that say more than the database has counted. */
async function markedBeyond(slices: number, place = { routeId, bind: 99 }): Promise<void> {
  const marks = leftMarks({ keysFolder, nodeName: 'test' })
  for (let claims = 0; claims <= slices; claims += 1) {
    const messages = new Map(claims === 0 ? [] : [[fixture.account.id as AccountId, 10]])
    await marks.keep({ ...place, claims, at: 1_000 * claims, messages })
  }
  await marks.close()
}

test('while it is held nothing is claimed; what waited from before ends, what came since leaves', async () => {
  const lease = await newLease()
  const before = fictionNumbers(230)
  await fixture.people(before, { agreed: true })
  const old = await fixture.accept(before)
  await markedBeyond(3)
  expect(await look()).toMatchObject({ why: 'behind', slices: 3, messages: 30, gapTo: 3_000 })
  expect((await claim(lease)).messages).toEqual([])
  const since = fictionNumber(5_001)
  await fixture.people([since], { agreed: true })
  const fresh = await fixture.accept([since])
  expect(await readRestoration(deps())).toMatchObject({
    waitingFromBefore: new Map([[fixture.account.id, 230]]),
  })
  expect(await release('end', 'keep')).toMatchObject({ ended: 230, marketingAt: null })
  expect(await fixture.states(old.ids)).toEqual({ unconfirmed: 230 })
  // Advertising is kept back until somebody says that the STOPs of the gap are told.
  expect((await claim(lease)).messages).toEqual([])
  await releaseMarketing(deps(), at())
  expect(idsOf(await claim(lease))).toEqual(fresh.ids)
  // The counts go on from where the marks end.
  expect(await look()).toBeNull()
})

test('a claim of another node, marked as this one starts, is no database that was put back', async () => {
  await markedBeyond(0)
  const marks = leftMarks({ keysFolder, nodeName: 'other' })
  let asked = 0
  // The other node marks what it has claimed as soon as the counts were read.
  const inAnyAccount: typeof fixture.database.inAnyAccount = async (work) => {
    const answer = await fixture.database.inAnyAccount(work)
    asked += 1
    if (asked === 1) {
      await marks.keep({ routeId, bind: 99, claims: 7, at: at(), messages: new Map() })
    }
    return answer
  }
  const database = { ...fixture.database, inAnyAccount }
  expect(await lookForRestoration({ ...lookDeps(), database }, at())).toBeNull()
  expect(asked).toBeGreaterThan(1)
  await marks.close()
})

test('advertising is released by nobody while objections are missing, and leaves once they are mended', async () => {
  const lease = await newLease()
  const number = fictionNumber(5_501)
  await fixture.people([number], { agreed: true })
  const old = await fixture.accept([number])
  const { consent, account, caller, vault } = fixture
  await fixture.database.inAccount(account.id, (tx) =>
    consent.recordStop(tx, caller, {
      tag: vault.suppressionTag(account.id, fictionNumber(5_502)),
      keys: null,
      scope: 'marketing',
      reason: 'stop_reply',
      origin: 'test',
      at: at(),
    }),
  )
  await consent.sequenceOnce(account.id)
  await consent.watch(account.id)
  await fixture.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query('delete from consent.suppression_log')
    await client.query('delete from consent.suppression_head')
  })
  await markedBeyond(0)
  expect(await look(true)).toMatchObject({ why: 'asked' })
  const refused = { code: 'sending.suppressions_unknown', kind: 'conflict' }
  await expect(release('end')).rejects.toMatchObject(refused)
  expect(await readRestoration(deps())).toMatchObject({ releasedAt: null, ended: 0 })
  expect(await release('send', 'keep')).toMatchObject({ ended: 0, marketingAt: null })
  await expect(releaseMarketing(deps(), at())).rejects.toMatchObject(refused)
  expect((await claim(lease)).messages).toEqual([])
  await consent.reconcile(caller, { mends: true })
  await releaseMarketing(deps(), at())
  expect(idsOf(await claim(lease))).toEqual(old.ids)
})

test('what waited for something to be put right may have left since, and what waits for its hour not', async () => {
  const numbers = fictionNumbers(4, 5_600)
  await fixture.people(numbers, { agreed: true })
  const alone = null as unknown as CampaignId
  const old = await fixture.accept(numbers, {}, alone)
  const holds = ['objections_unknown', 'account_suspended', 'outside_hours', 'scheduled']
  await fixture.test.asSuperuser(async (client) => {
    for (const [index, hold] of holds.entries()) {
      await client.query(
        `update sending.queue set hold = $2, due_at = '2030-01-01T00:00:00Z' where message_id = $1`,
        [old.ids[index], hold],
      )
    }
  })
  await markedBeyond(2, { routeId, bind: 94 })
  expect(await look()).toMatchObject({ gapTo: 2_000 })
  expect(await release('end')).toMatchObject({ ended: 2 })
  expect(await fixture.states(old.ids.slice(0, 2))).toEqual({ unconfirmed: 2 })
  expect(await fixture.states(old.ids.slice(2))).toEqual({ queued: 2 })
  const clear = 'delete from sending.queue where message_id = any($1)'
  await fixture.test.asSuperuser((client) => client.query(clear, [old.ids]))
})

test('whoever says so sends what waited, too', async () => {
  const lease = await newLease()
  await markedBeyond(0)
  const number = fictionNumber(6_001)
  await fixture.people([number], { agreed: true })
  const old = await fixture.accept([number])
  expect(await look(true)).toMatchObject({ why: 'asked' })
  expect((await claim(lease)).messages).toEqual([])
  expect(await release('send')).toMatchObject({ ended: 0 })
  expect(idsOf(await claim(lease))).toEqual(old.ids)
  expect(await release('send')).toBeNull()
})

test('an alert that may be repeated, in flight in an engine from before, is not', async () => {
  const lease = await newLease()
  await markedBeyond(0)
  const number = fictionNumber(7_001)
  await fixture.people([number], { agreed: true })
  const text = 'Votre colis est arrivé.'
  const order = { text, pieces: [text], class: 'alert', basis: 'contract', purpose: null } as const
  const old = await fixture.accept([number], { ...order, ifUnsure: 'twice_rather_than_never' })
  expect(idsOf(await claim(lease))).toEqual(old.ids)
  await look(true)
  await release('end')
  const next = { ...lease, fence: lease.fence + 1 }
  await recoverOrphans({ ...fixture, clock: fixture.timers, logger: silentLogger }, next)
  expect(await fixture.states(old.ids)).toEqual({ maybe_sent: 1 })
})

test('a count that comes again is seen, and so is one of an earlier process', async () => {
  const marks = leftMarks({ keysFolder, nodeName: 'one' })
  const place = { routeId, bind: 1 }
  expect([1, 2, 2, 1, 3].map((claims) => marks.follows(place, claims))).toEqual([
    ...[true, true, false, false, true],
  ])
  await marks.keep({ ...place, claims: 3, at: at(), messages: new Map() })
  await marks.close()
  const later = leftMarks({ keysFolder, nodeName: 'two' })
  expect([later.follows(place, 3), later.follows(place, 4)]).toEqual([false, true])
})

test('marks that are a copy are known as one, and after that they lie where they are', async () => {
  await markedBeyond(1)
  expect(marksAgainst(readMarks(keysFolder), []).isCopied).toBe(false)
  const copied = newTestFolder()
  folders.push(copied)
  expect(spawnSync('cp', ['-a', `${keysFolder}/.`, copied]).status).toBe(0)
  expect(marksAgainst(readMarks(copied), []).isCopied).toBe(true)
  keysFolder = copied
  expect(await look()).toMatchObject({ why: 'copied', isAtLeast: true })
  expect(marksAgainst(readMarks(copied), []).isCopied).toBe(false)
  await release('end')
})

test('keys without marks are not believed where slices were counted', async () => {
  expect(await look()).toMatchObject({ why: 'unmarked' })
  await release('end')
})

describe('recovery codes', () => {
  /** A user of the account who has some, and how many are left. */
  async function userWithCodes(): Promise<{ more(): Promise<void>; left(): Promise<number> }> {
    const userId = fixture.makeId()
    const { database } = fixture
    await database.inInstallation((tx) =>
      tx.query(
        `insert into accounts.user
           (user_id, email_tag, email_sealed, name_sealed, language, created_at)
         values ($1::uuid, $1::uuid::text::bytea, '', '', 'fr', now())`,
        [userId],
      ),
    )
    const more = async () => {
      await database.inInstallation((tx) =>
        tx.query(
          `insert into accounts.recovery_code (user_id, code_tag, created_at)
           values ($1, 'one', now()), ($1, 'two', now())`,
          [userId],
        ),
      )
    }
    const left = () =>
      database.inInstallation(async (tx) => {
        const asked = 'select from accounts.recovery_code where user_id = $1'
        return (await tx.query(asked, [userId])).rowCount
      })
    await more()
    return { more, left }
  }

  test('are void though the program ended in the middle of the first start', async () => {
    const user = await userWithCodes()
    await markedBeyond(1, { routeId, bind: 98 })
    let isCut = false
    const inInstallation: typeof fixture.database.inInstallation = async (work) => {
      if (!isCut) {
        isCut = true
        throw new Error('the program ends here')
      }
      return fixture.database.inInstallation(work)
    }
    const database = { ...fixture.database, inInstallation }
    const cut = lookForRestoration({ ...lookDeps(), database }, at())
    await expect(cut).rejects.toThrow('the program ends here')
    expect(await user.left()).toBe(2)
    expect(await look()).toMatchObject({ why: 'behind' })
    expect(await user.left()).toBe(0)
    await release('end')
  })

  test('are kept at a start while it is held, and void where it was put back once more', async () => {
    await markedBeyond(1, { routeId, bind: 97 })
    const first = await look()
    const user = await userWithCodes()
    await look()
    expect(await user.left()).toBe(2)
    // Released, counted on, and put back to a moment at which it was held.
    const since = fictionNumber(8_001)
    await fixture.people([since], { agreed: true })
    await fixture.accept([since])
    await markedBeyond(4, { routeId, bind: 97 })
    const again = await look()
    expect(await user.left()).toBe(0)
    // What was accepted while it was held may have left after the release.
    expect(again).toMatchObject({ id: first?.id, slices: 4, messages: 40, gapTo: 4_000 })
    // What was found first stays beside it.
    const { why, foundAt } = first ?? {}
    expect(again?.earlier).toEqual([
      { why, foundAt, gapFrom: 1_000, gapTo: 1_000, messages: 10, isAtLeast: false },
    ])
    expect(await readRestoration(deps())).toMatchObject({
      waitingFromBefore: new Map([[fixture.account.id, 1]]),
    })
    const { earlier } = await viewRestoration(deps(), 'en')
    expect(earlier).toMatchObject([
      { gapTo: '1970-01-01T00:00:01.000Z', messages: 10, sentence: expect.stringMatching(/\S/) },
    ])
    await user.more()
    await look()
    expect(await user.left()).toBe(2)
    await look(true)
    expect(await user.left()).toBe(2)
    await release('end')
  })

  test('are void where it was put back to a moment at which it was held, and nothing left since', async () => {
    await markedBeyond(1, { routeId, bind: 96 })
    const first = await look()
    const left = leftMarks({ keysFolder, nodeName: 'held' })
    const pass = () => passMoment({ ...lookDeps(), left }, at())
    await pass()
    const counts = () => fixture.database.inAnyAccount(claimCountsInAnyAccount)
    const then = await counts()
    await pass()
    await pass()
    const user = await userWithCodes()
    await look()
    expect(await user.left()).toBe(2)
    const putBack = () =>
      fixture.test.asSuperuser(async (client) => {
        for (const { routeId: route, bind: of, claims } of then)
          await client.query(
            'update sending.claim_count set claims = $3 where route_id = $1 and bind = $2',
            [route, of, claims],
          )
      })
    await putBack()
    expect(await look()).toMatchObject({ id: first?.id, why: 'behind', slices: 1, messages: 10 })
    expect(await user.left()).toBe(0)
    // It is seen once; and under a program that runs as well.
    await user.more()
    await look()
    await pass()
    expect(await user.left()).toBe(2)
    await putBack()
    await pass()
    expect(await user.left()).toBe(0)
    await left.close()
    await release('end')
  })
})

test('two nodes that find at once that it was put back again tell what was found before once', async () => {
  await markedBeyond(1, { routeId, bind: 95 })
  const first = await look()
  await markedBeyond(3, { routeId, bind: 95 })
  // Both have read what is open before either of them writes.
  let arrived = 0
  const stopCampaigns = () => {
    arrived += 1
    return until(() => arrived === 2)
  }
  const found = await Promise.all(
    [at(), at() + 1].map((moment) => lookForRestoration({ ...lookDeps(), stopCampaigns }, moment)),
  )
  expect(arrived).toBe(2)
  for (const one of found) expect(one).toMatchObject({ id: first?.id, slices: 3, messages: 30 })
  const { earlier } = (await readRestoration(deps())) ?? {}
  expect(earlier).toMatchObject([{ foundAt: first?.foundAt, messages: 10 }])
  await release('end')
})

test('what was cut off by a crash is no line, and swallows none', async () => {
  await markedBeyond(2)
  appendFileSync(`${keysFolder}/marks/left-test.jsonl`, '{"r":"')
  const marks = leftMarks({ keysFolder, nodeName: 'test' })
  await marks.keep({ routeId, bind: 99, claims: 3, at: at(), messages: new Map() })
  await marks.close()
  expect(marksAgainst(readMarks(keysFolder), []).highest).toEqual([
    { routeId, bind: 99, claims: 3 },
  ])
})
