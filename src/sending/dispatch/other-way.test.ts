// A message that left by another route than the one it was planned for: its story names that one.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingGround,
  sendingGround,
  until,
} from '../../../test/support/sending-ground.ts'
import type { MessageId, RouteId } from '../../kernel/index.ts'
import { ensureSandboxRoute } from '../../routing/index.ts'
import type { OutgoingRoute } from '../ports.ts'
import { readStory } from '../view/read-messages.ts'
import { reroute } from './reroute.ts'

let ground: SendingGround
beforeAll(async () => {
  ground = await sendingGround({ sandbox: { isMagic: false } })
})
afterAll(() => ground.close())

const told = async (id: MessageId) => {
  const { routes } = ground.sending.ports
  const reading = { ...ground, routes, clock: ground.timers, looks: ground.audit }
  const { reasons, steps } = await readStory(reading, ground.caller, id)
  return { reasons, routed: steps.filter(({ step }) => step === 'routed') }
}

async function secondRoute(): Promise<RouteId> {
  const { database, vault, timers, makeId, audit } = ground
  const routing = { database, vault, clock: timers, makeId, record: audit.record }
  return ensureSandboxRoute(routing, {
    name: 'L’autre',
    supplier: 'Autre fournisseur',
    country: 'FR',
    url: `smpp://accord:secret@127.0.0.1:${ground.sandbox?.port}?window=50`,
    stopText: 'STOP au 36111',
    stopShortcode: '36111',
  })
}

const suppliers = async (): Promise<Record<string, string>> => {
  const { rows } = await ground.test.asSuperuser((client) =>
    client.query<{ route: string; supplier: string }>(
      'select route_id as route, supplier_id as supplier from routing.route',
    ),
  )
  return Object.fromEntries(rows.map(({ route, supplier }) => [route, supplier]))
}

test('the story says which route and whose contract it was, and that it was moved', async () => {
  const number = fictionNumber(1)
  await ground.people([number], { agreed: true })
  await ground.stopNodes()
  const { ids } = await ground.accept([number])
  const id = ids[0] as MessageId
  const first = await told(id)
  const other = await secondRoute()
  const of = await suppliers()
  expect(of[other]).not.toBe(of[ground.routeId])
  expect(first.reasons).toMatchObject({
    route: 'Operateur du bac a sable',
    supplierId: of[ground.routeId],
  })
  const both = [ground.routeId, other].map((routeId) => ({
    ...{ id: routeId, isOpen: true, supplierId: of[routeId] },
  })) as OutgoingRoute[]
  const { database, metrics } = ground
  const pool = {
    downSince: (routeId: RouteId) => (routeId === ground.routeId ? 0 : null),
    standIn: () => other,
  }
  const at = ground.timers.now()
  await reroute({ database, metrics, pool, routes: { all: () => both } }, at)
  await ground.startNode()
  ground.nodes.shift()
  // It waits for the other already, and then leaves by it.
  // One operator serves both here, and its receipt may come over either.
  await until(async () => {
    const states = await ground.states(ids)
    return 'submitted' in states || 'delivered' in states
  })
  const { reasons, routed } = await told(id)
  expect(reasons).toMatchObject({ route: 'L’autre', supplierId: of[other] })
  expect(routed.map(({ facts }) => facts)).toEqual([
    { from: 'Operateur du bac a sable', route: 'L’autre' },
    { route: 'L’autre', attempt: 1 },
  ])
  expect(routed[0]?.sentence).toContain('L’autre')
}, 60_000)
