// Training and reviews of a real account: who is trained, who confirms, what counsel said.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccountsFixture, accountsFixture } from '../../../test/support/accounts-fixture.ts'
import { toldIn } from '../../../test/support/told.ts'
import { endOfDay } from '../../countries/index.ts'
import { type AccountId, type Caller, rights, type UserId } from '../../kernel/index.ts'
import { reviewRecord } from '../contract-reviews.ts'
import { trainingSessionRequest, trainingTopicRequest } from '../contract-training.ts'
import type { AccountabilityDeps } from '../deps.ts'
import {
  addReviewDocument,
  listReviews,
  openReviewDocument,
  readReview,
  writeReview,
} from '../reviews/manage-reviews.ts'
import {
  counselMeasure,
  reviewPoints,
  tellReviewsDue,
  undecidedPoints,
} from '../reviews/tell-reviews.ts'
import {
  attest,
  readAllTraining,
  readOwnTraining,
  writeSession,
  writeTopic,
} from './manage-training.ts'
import { monthsAfter } from './standing.ts'
import { tellTrainingDue, trainingMeasure, trainingPoints } from './tell-training.ts'

const dayMs = 86_400_000
let here: AccountsFixture
let deps: AccountabilityDeps
let caller: Caller
let userId: UserId
const jump = (ms: number) => here.clock.advance(ms)
const day = (days: number) => new Date(here.clock.now() + days * dayMs).toISOString().slice(0, 10)

beforeAll(async () => {
  here = await accountsFixture()
  const { database, vault, clock, makeId } = here.deps
  const few: Pick<AccountabilityDeps, 'database' | 'vault' | 'clock' | 'makeId' | 'record'> = {
    ...{ database, vault, clock, makeId, record: here.deps.record },
  }
  // Training and reviews ask for no more than this.
  deps = few as AccountabilityDeps
  const me = await here.call('GET', '/v1/me', { cookie: await here.ownerCookie() })
  userId = (me.body['user'] as { id: UserId }).id
  caller = {
    accountId: (me.body['account'] as { id: AccountId }).id,
    ...{ by: { kind: 'user', userId }, rights: new Set(rights), language: 'en', traceId: '' },
  }
}, 60_000)
afterAll(() => here.close())

const read = () => readAllTraining(deps, 'account', caller)
const ownItem = async (topic: string) =>
  (await readOwnTraining(deps, caller)).items.find(
    (one) => one.scope === 'account' && one.topic.id === topic,
  )

test('a term of months ends on the same day, or on the last of a shorter month', () => {
  expect(monthsAfter('2026-11-30', 12)).toBe('2027-11-30')
  expect(monthsAfter('2027-01-31', 1)).toBe('2027-02-28')
  expect(monthsAfter('2028-01-31', 1)).toBe('2028-02-29')
  expect(monthsAfter('2026-11-15', 2)).toBe('2027-01-15')
})

test('whoever was never trained is an open point until they confirm each training of their role', async () => {
  const [person] = (await read()).people
  expect(person).toMatchObject({ userId, isTrained: false })
  expect(person?.topics.every(({ state }) => state === 'never')).toBe(true)
  const [point] = await trainingPoints(deps, 'account', caller)
  expect(point?.details['what']).toContain('Personal data: the basics')
  // Who is trained for the installation too is told apart from the same person in the account.
  const [ofStaff] = await trainingPoints(deps, 'installation', caller)
  expect(ofStaff?.details['name']).toBe(`${point?.details['name']} (for the installation)`)
  const measure = () =>
    here.deps.database.inAccount(caller.accountId, (tx) =>
      trainingMeasure(deps, tx, caller.accountId),
    )
  expect(await measure()).toEqual([])
  for (const { topic } of person?.topics ?? []) {
    await attest(deps, caller, { scope: 'account', topic, sessionId: null })
  }
  expect(await trainingPoints(deps, 'account', caller)).toEqual([])
  expect(await read()).toMatchObject({ trained: 1, lastOn: day(0) })
  const [said] = await measure()
  expect(said?.text.fr).toContain('1 sur 1')
})

test('a training of the account’s own, held in a session, counts once each person confirms it', async () => {
  const topicOf = (more: object) =>
    trainingTopicRequest.parse({
      ...{ name: 'Écrire pour une mairie', text: 'Qui peut écrire à qui.', roles: ['owner'] },
      ...more,
    })
  const { topics } = await writeTopic(deps, 'account', caller, topicOf({ validMonths: 6 }))
  const topic = topics.at(-1)?.id ?? ''
  expect((await read()).trained).toBe(0)
  const session = (more: object) =>
    writeSession(
      deps,
      'account',
      caller,
      trainingSessionRequest.parse({
        ...{ topic, heldOn: day(-3), trainer: 'Cabinet Exemple', attendees: [userId] },
        ...more,
      }),
    )
  await expect(session({ heldOn: day(2) })).rejects.toMatchObject({
    code: 'accountability.session_later',
  })
  await expect(session({ attendees: [caller.accountId] })).rejects.toMatchObject({
    code: 'accountability.user_unknown',
  })
  await expect(session({ topic: 'unknown' })).rejects.toMatchObject({
    code: 'accountability.topic_not_found',
  })
  const { sessions } = await session({})
  expect(sessions[0]?.attendees).toMatchObject([{ userId, confirmedAt: null }])
  const told = (await toldIn(here.store)).filter(({ kind }) => kind === 'training_due')
  expect(told).toMatchObject([{ details: { name: 'Écrire pour une mairie', variant: 'confirm' } }])
  const item = await ownItem(topic)
  expect(item).toMatchObject({ standing: { state: 'to_confirm' }, session: { heldOn: day(-3) } })
  // Another's session, or none of this name, confirms nothing.
  await expect(
    attest(deps, caller, { scope: 'account', topic: 'basics', sessionId: sessions[0]?.id ?? '' }),
  ).rejects.toMatchObject({ code: 'accountability.not_invited' })
  await attest(deps, caller, { scope: 'account', topic, sessionId: item?.session?.id ?? '' })
  expect(await ownItem(topic)).toMatchObject({
    ...{ session: null, standing: { state: 'valid', trainedOn: day(-3) } },
  })
  const after = await read()
  expect(after.sessions[0]?.attendees[0]?.confirmedAt).not.toBeNull()
  expect(after.trained).toBe(1)
  await expect(
    attest(
      deps,
      { ...caller, by: { kind: 'system', what: 'test' } },
      { scope: 'account', topic, sessionId: null },
    ),
  ).rejects.toMatchObject({ code: 'accountability.users_only' })
})

test('before its end a training is told once, and after it the point is back', async () => {
  await jump(165 * dayMs)
  const tells = async () => {
    await tellTrainingDue(deps, caller)
    return (await toldIn(here.store)).filter(
      ({ kind, details }) => kind === 'training_due' && details['variant'] === undefined,
    )
  }
  expect(await tells()).toHaveLength(1)
  expect(await tells()).toHaveLength(1)
  await jump(30 * dayMs)
  expect(await trainingPoints(deps, 'account', caller)).toMatchObject([
    { details: { what: 'Écrire pour une mairie' } },
  ])
})

const asked = {
  ...{ subject: 'wording', title: 'Texte du formulaire', counselKind: 'law_firm' },
  ...{ counsel: 'Cabinet Exemple', askedOn: '2026-11-02' },
  question: 'Ce texte suffit-il pour la publicité par SMS ?',
}
const write = (id: string | null, more: object) =>
  writeReview(deps, 'account', caller, { id, record: reviewRecord.parse({ ...asked, ...more }) })

test('a review keeps each of its states, and no decision without who, when and why', async () => {
  const { id, state } = await write(null, {})
  expect(state).toBe('asked')
  const heard = () =>
    here.deps.database.inAccount(caller.accountId, (tx) =>
      counselMeasure(deps, tx, caller.accountId),
    )
  expect(await heard()).toEqual([])
  const opinion = { opinion: 'Oui, si le SMS est nommé.', opinionOn: '2026-11-10' }
  await write(id, opinion)
  expect(await heard()).toMatchObject([
    { text: { en: expect.stringContaining('1; last on 10 November 2026') } },
  ])
  expect(await undecidedPoints(deps, 'account', caller)).toMatchObject([
    { details: { what: 'Texte du formulaire' } },
  ])
  await expect(write(id, { ...opinion, decision: 'Publier' })).rejects.toMatchObject({
    code: 'accountability.review_undecided',
  })
  await expect(write(id, { ...opinion, why: 'Parce que' })).rejects.toMatchObject({
    code: 'accountability.review_undecided',
  })
  const decided = {
    ...{ decision: 'Publier', decidedBy: 'La gérante', decidedOn: '2026-11-12', why: 'Conforme' },
    nextOn: day(20),
  }
  const view = await write(id, { ...opinion, ...decided })
  expect(view.state).toBe('decided')
  expect(view.history).toHaveLength(3)
  expect(view.history[0]?.changed).toEqual(
    expect.arrayContaining(['decision', 'decidedBy', 'decidedOn', 'why', 'nextOn']),
  )
  expect(await undecidedPoints(deps, 'account', caller)).toEqual([])
  await expect(write(caller.accountId, {})).rejects.toMatchObject({
    code: 'accountability.review_not_found',
  })
  await write(null, { title: 'Contrat d’un fournisseur', subject: 'supplier' })
  const page = await listReviews(deps, 'account', caller, { before: null, limit: 1 })
  expect(page).toMatchObject([{ subject: 'supplier', state: 'asked' }])
  const last = page[0]?.id ?? ''
  const rest = await listReviews(deps, 'account', caller, { before: last, limit: 10 })
  expect(rest.map((one) => one.id)).toEqual([id])
  // The installation’s reviews are others.
  expect(await listReviews(deps, 'installation', caller, { before: null, limit: 10 })).toEqual([])
})

test('its next day is told 30 and 7 days before and when it is over', async () => {
  const [point, ...others] = await reviewPoints(deps, 'account', caller)
  expect(others).toEqual([])
  // Its last instant in Paris: the day that screens show.
  expect(point?.by).toBe(endOfDay('Europe/Paris', day(20)))
  const tells = async () => {
    await tellReviewsDue(deps, caller)
    await tellReviewsDue(deps, caller)
    const told = (await toldIn(here.store)).filter(({ kind }) => kind === 'review_due')
    return told.map(({ details }) => details)
  }
  expect(await tells()).toEqual([{ days: 21 }])
  await jump(14 * dayMs)
  expect(await tells()).toEqual(expect.arrayContaining([{ days: 21 }, { days: 7 }]))
  await jump(8 * dayMs)
  expect(await tells()).toContainEqual({ variant: 'late' })
})

test('a paper is sealed, kept once, and opens to what it was', async () => {
  const { id } = await write(null, { title: 'Avis écrit' })
  const add = (bytes: Buffer) => addReviewDocument(deps, 'account', caller, { id, bytes })
  await expect(add(Buffer.from('not a paper'))).rejects.toMatchObject({
    code: 'accountability.document_type_unknown',
  })
  const paper = Buffer.from('%PDF-1.7 opinion of counsel')
  await add(paper)
  const { documents } = await add(paper)
  expect(documents).toHaveLength(1)
  const documentId = documents[0]?.id ?? ''
  const opened = await openReviewDocument(deps, 'account', caller, { id, documentId })
  expect(opened.equals(paper)).toBe(true)
  expect((await readReview(deps, 'account', caller, id)).documents).toHaveLength(1)
  const { rows } = await here.store.asSuperuser((client) =>
    client.query('select content_sealed from accountability.entry where entry_id = $1', [
      documentId,
    ]),
  )
  expect(rows[0].content_sealed.includes(Buffer.from('opinion of counsel'))).toBe(false)
})

test('a session of today is no session to come where today has begun already', async () => {
  const lateMs = 23.5 * 3_600_000
  await jump(dayMs - (here.clock.now() % dayMs) + lateMs)
  const [topic] = (await read()).topics
  const held = (heldOn: string) =>
    writeSession(
      deps,
      'account',
      caller,
      trainingSessionRequest.parse({
        ...{ id: null, topic: topic?.id, heldOn, trainer: 'Cabinet Exemple', attendees: [userId] },
      }),
    )
  // Half past eleven in UTC is past midnight in Paris.
  await expect(held(day(2))).rejects.toMatchObject({ code: 'accountability.session_later' })
  expect((await held(day(1))).sessions.map(({ heldOn }) => heldOn)).toContain(day(1))
})
