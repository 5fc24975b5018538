// Objections on a real database: from when they bar, what a replacement leaves of them, and that no
// day that passes accepts a change.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../../test/support/sending-fixture.ts'
import { toldIn } from '../../test/support/told.ts'
import { instantOf, isoDateOf, wallTimeOf } from '../countries/index.ts'
import { objectToChange, withdrawOwnObjection } from './account-suppliers.ts'
import { newSubprocessor, type ObjectionOutcome, type SupplierView } from './contract.ts'
import type { SealingDeps } from './deps.ts'
import { addSubprocessor, removeSubprocessor } from './manage-subprocessors.ts'
import { addSupplier } from './manage-suppliers.ts'
import {
  barredSuppliers,
  objectionsInAnyAccount,
  openInAnyAccount,
  suppliersEverBarred,
} from './objection-store.ts'
import { answerObjection, objectionsTo, openObjections, standingAt } from './objections.ts'
import { tellObjections } from './tell-objections.ts'

const dayMs = 86_400_000
const { timers, jump } = jumpingTimers()
let here: SendingFixture
let deps: SealingDeps
beforeAll(async () => {
  here = await sendingFixture({ timers, starts: false })
  const { database, makeId, vault } = here
  deps = { database, clock: timers, makeId, vault, record: async () => undefined }
}, 60_000)
afterAll(() => here.close())

const inDays = (days: number) => new Date(timers.now() + days * dayMs).toISOString()
const supplier = async (name: string) =>
  (await addSupplier(deps, here.caller, { name, country: 'FR' })).id
const sub = (of: string, name: string, since: string, replacesId: string | null = null) => {
  const input = { name, country: 'DE', purpose: 'Copies', since, replacesId }
  return addSubprocessor(deps, here.caller, of, newSubprocessor.parse(input))
}
const changeOf = ({ changes }: SupplierView) => changes[0]?.id ?? ''
const idOf = ({ subprocessors }: SupplierView, wanted: string) =>
  subprocessors.find(({ name }) => name === wanted)?.id ?? ''
const object = (changeId: string) =>
  objectToChange(deps, here.caller, changeId, 'Nos données restent en France.')
const answer = (
  supplierId: string,
  changeId: string,
  outcome: Exclude<ObjectionOutcome, 'withdrawn'>,
  until: string | null = null,
) => {
  const of = { supplierId, changeId, accountId: here.account.id }
  return answerObjection(deps, here.caller, of, { outcome, until, reason: 'Parce que.' })
}
const barred = () =>
  deps.database.inAccount(here.account.id, (tx) =>
    barredSuppliers(tx, here.account.id, timers.now()),
  )
const statesOf = async (supplierId: string) =>
  (await objectionsTo(deps, supplierId)).items.map(({ changeId, state }) => [changeId, state])

test('whoever works there already is barred at once; a replacement does not lift it', async () => {
  const id = await supplier('Déjà SAS')
  const there = await sub(id, 'Déjà là SARL', inDays(-10))
  const first = changeOf(there)
  await object(first)
  expect([...(await barred())]).toEqual([id])
  expect(await statesOf(id)).toEqual([[first, 'blocked']])
  // Staff are told that it bars now, and not from a day to come.
  const told = (await toldIn(here.test)).find(({ kind }) => kind === 'change_objected')
  expect(told?.details).toMatchObject({ variant: 'at_once' })

  // Another one is declared in its place, afterwards: accounts have thirty days to object to it.
  const second = changeOf(await sub(id, 'Relève SARL', inDays(-1), idOf(there, 'Déjà là SARL')))
  expect([...(await barred())]).toEqual([id])
  jump(29 * dayMs)
  expect([...(await barred())]).toEqual([id])
  await object(second)
  jump(2 * dayMs)
  expect([...(await barred())]).toEqual([id])
  expect(Object.fromEntries(await statesOf(id))).toEqual({ [first]: 'void', [second]: 'blocked' })
  await withdrawOwnObjection(deps, here.caller, second)
  expect([...(await barred())]).toEqual([])
})

test('without an objection to whoever replaces, the bar ends with the time to object', async () => {
  const id = await supplier('Relayé SAS')
  const there = await sub(id, 'Premier SARL', inDays(-10))
  await object(changeOf(there))
  await sub(id, 'Second SARL', inDays(-1), idOf(there, 'Premier SARL'))
  jump(31 * dayMs)
  expect(await barred()).toEqual(new Set())
})

test('an account that may end its contract and stays is barred on, and both sides are told', async () => {
  const id = await supplier('Maintenu SAS')
  const { day: last } = wallTimeOf('Europe/Paris', timers.now() + 50 * dayMs)
  const [day, end] = [inDays(40), new Date(instantOf('Europe/Paris', last, 0)).toISOString()]
  const changeId = changeOf(await sub(id, 'Nouveau GmbH', day))
  await object(changeId)
  const ever = () =>
    deps.database.inAccount(here.account.id, (tx) =>
      suppliersEverBarred(tx, here.account.id, timers.now()),
    )
  expect([[...(await barred())], [...(await ever())]]).toEqual([[], [id]])
  await expect(answer(id, changeId, 'may_end', inDays(30))).rejects.toMatchObject({
    code: 'governance.answer_day',
  })
  await answer(id, changeId, 'may_end', end)
  const [kept] = (await objectionsTo(deps, id)).items
  expect(kept).toMatchObject({ state: 'answered', answerBy: end, barredFrom: day })

  jump(45 * dayMs)
  const variants = async () => {
    await tellObjections(deps)
    await tellObjections(deps)
    const told = await toldIn(here.test)
    return told.flatMap(({ kind, details }) => {
      const { name, variant } = details as Record<string, string>
      return name === 'Maintenu SAS' && variant !== undefined ? [`${kind} ${variant}`] : []
    })
  }
  expect(await variants()).toEqual(['objection_answered may_end', 'change_objected ends_soon'])
  jump(6 * dayMs)
  expect([...(await barred())]).toEqual([id])
  expect(await statesOf(id)).toEqual([[changeId, 'blocked']])
  expect((await variants()).sort()).toEqual(
    [
      ...['change_objected ends_soon', 'change_objected stayed'],
      ...['objection_answered may_end', 'objection_answered stayed'],
    ].sort(),
  )
  // The day is told as it was typed, by the clock of the account.
  const days = (await toldIn(here.test)).flatMap(({ details }) =>
    details['name'] === 'Maintenu SAS' && details['variant'] !== undefined ? [details['day']] : [],
  )
  expect([...new Set(days)]).toEqual([isoDateOf(last)])
  const at = timers.now()
  expect(await openObjections(deps, at, 10)).toMatchObject([
    { supplier: 'Maintenu SAS', answerBy: Date.parse(end), account: here.account.name },
  ])
  jump(100 * dayMs)
  expect([...(await barred())]).toEqual([id])
  await withdrawOwnObjection(deps, here.caller, changeId)
  expect(await barred()).toEqual(new Set())
})

test('what is open is found by its day, however many are answered, as the pure rule says', async () => {
  const id = await supplier('Nombreux SAS')
  const made = async (days: number) => {
    const since = inDays(days)
    const view = await sub(id, `Dans ${days} jours`, since)
    await object(changeOf(view))
    return { since, changeId: changeOf(view), subprocessorId: idOf(view, `Dans ${days} jours`) }
  }
  const waits = await made(35)
  const putOff = await made(36)
  const dropped = await made(37)
  const gone = await made(38)
  const ends = await made(39)
  const withdrawn = await made(40)
  await answer(id, putOff.changeId, 'put_off', inDays(60))
  await answer(id, dropped.changeId, 'dropped')
  await answer(id, ends.changeId, 'may_end', inDays(50))
  await withdrawOwnObjection(deps, here.caller, withdrawn.changeId)
  const of = { supplierId: id, subprocessorId: gone.subprocessorId }
  await removeSubprocessor(deps, here.caller, of, Date.parse(gone.since))

  for (const days of [0, 36, 20, 20]) {
    jump(days * dayMs)
    const at = timers.now()
    const [open, all] = await deps.database.inAnyAccount(async (tx) => [
      await openInAnyAccount(tx, at, { limit: 100 }),
      await objectionsInAnyAccount(tx, null, 100),
    ])
    expect(open.map(({ changeId }) => changeId)).toEqual(
      [waits, ends, putOff].map(({ changeId }) => changeId),
    )
    const byRule = all.flatMap((one) => {
      const { answerBy } = standingAt(one, at)
      return answerBy === null ? [] : [[one.changeId, answerBy] as const]
    })
    expect(new Map(open.map((one) => [one.changeId, one.answerBy]))).toEqual(new Map(byRule))
  }
  const [soonest] = await openObjections(deps, timers.now(), 1)
  expect(soonest?.supplier).toBe('Nombreux SAS')
})
