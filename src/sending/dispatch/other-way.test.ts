// A message that left by another route than the one it was planned for: its story names that one.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import type { MessageId, RouteId } from '../../kernel/index.ts'
import { ensureSandboxRoute } from '../../routing/index.ts'
import type { OutgoingRoute } from '../ports.ts'
import { readStory } from '../view/read-messages.ts'
import { reroute } from './reroute.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ sandbox: { isMagic: false } })
})
afterAll(() => fixture.close())

const told = async (id: MessageId) => {
  const { routes } = fixture.sending.ports
  const reading = { ...fixture, routes, clock: fixture.timers, accessLog: fixture.audit }
  const { reasons, steps } = await readStory(reading, fixture.caller, id)
  return { reasons, routed: steps.filter(({ step }) => step === 'routed') }
}

async function secondRoute(): Promise<RouteId> {
  const { database, vault, timers, makeId, audit } = fixture
  const routing = { database, vault, clock: timers, makeId, record: audit.record }
  return ensureSandboxRoute(routing, {
    name: 'L’autre',
    supplier: 'Autre fournisseur',
    country: 'FR',
    url: `smpp://accord:secret@127.0.0.1:${fixture.sandbox?.port}?window=50`,
    stopText: 'STOP au 36111',
    stopShortcode: '36111',
  })
}

const suppliers = async (): Promise<Record<string, string>> => {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ route: string; supplier: string }>(
      'select route_id as route, supplier_id as supplier from routing.route',
    ),
  )
  return Object.fromEntries(rows.map(({ route, supplier }) => [route, supplier]))
}

test('the story says which route and whose contract it was, and that it was moved', async () => {
  const number = fictionNumber(1)
  await fixture.people([number], { agreed: true })
  await fixture.stopNodes()
  const { ids } = await fixture.accept([number])
  const id = ids[0] as MessageId
  const first = await told(id)
  const other = await secondRoute()
  const of = await suppliers()
  expect(of[other]).not.toBe(of[fixture.routeId])
  expect(first.reasons).toMatchObject({
    route: 'Operateur du bac a sable',
    supplierId: of[fixture.routeId],
  })
  const both = [fixture.routeId, other].map((routeId) => ({
    ...{ id: routeId, isOpen: true, supplierId: of[routeId] },
  })) as OutgoingRoute[]
  const { database, metrics } = fixture
  const pool = {
    downSince: (routeId: RouteId) => (routeId === fixture.routeId ? 0 : null),
    standIn: () => other,
  }
  const at = fixture.timers.now()
  await reroute({ database, metrics, pool, routes: { all: () => both } }, at)
  await fixture.startNode()
  fixture.nodes.shift()
  // It waits for the other already, and then leaves by it.
  // One operator serves both here, and its receipt may come over either.
  await until(async () => {
    const states = await fixture.states(ids)
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
