// A route whose way of joining texts changes: what waits leaves in as many parts as it was
// accepted.
import { afterEach, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import type { MessageId } from '../../kernel/index.ts'
import { readStory } from '../view/read-messages.ts'

let fixture: SendingFixture | null = null
afterEach(async () => {
  await fixture?.close()
  fixture = null
})

const number = fictionNumber(1)
const long = 'La nouvelle collection est en boutique. '.repeat(9)
/** With the national tables of Turkish two parts; without them, in UCS-2, more. */
const turkish = 'Yeni ürünler mağazamızda, şimdi görün. '.repeat(4)

async function waitingAs(route: { concatenation: string; tables: string[] }, text: string) {
  const here = await sendingFixture({ sandbox: { isMagic: false, receiptDelayMs: 10 } })
  fixture = here
  await here.people([number], { agreed: true })
  const become = async (concatenation: string, tables: readonly string[]) => {
    await here.stopNodes()
    await here.test.asSuperuser((client) =>
      client.query('update routing.route set concatenation = $1, shift_tables = $2', [
        concatenation,
        tables,
      ]),
    )
  }
  const restart = async () => {
    await here.startNode()
    here.nodes.shift()
  }
  await become(route.concatenation, route.tables)
  await restart()
  await here.stopNodes()
  const { ids } = await here.accept([number], { text, pieces: [text] })
  const id = ids[0] as MessageId
  const reading = () => ({
    ...here,
    routes: here.sending.ports.routes,
    clock: here.timers,
    accessLog: here.audit,
  })
  return {
    story: () => readStory(reading(), here.caller, id),
    taken: () => here.sandbox?.taken().length ?? 0,
    leavesAs: async (concatenation: string, tables: readonly string[] = []) => {
      await become(concatenation, tables)
      await restart()
      await until(async () => (await here.states(ids))['delivered'] === 1)
    },
  }
}

test.each([
  ['udh8', 'payload', 3],
  ['payload', 'udh8', 1],
  ['udh8', 'udh16', 3],
])(
  'accepted for %s it leaves so though the route says %s now',
  async (before, after, parts) => {
    const waits = await waitingAs({ concatenation: before, tables: [] }, long)
    await waits.leavesAs(after)
    expect(waits.taken()).toBe(parts)
    const { message, steps } = await waits.story()
    expect(message.segments).toBe(parts)
    expect(steps.filter(({ step }) => step === 'received')).toHaveLength(parts)
  },
  60_000,
)

test('a text of national tables keeps them, though the route lets none through any more', async () => {
  const waits = await waitingAs({ concatenation: 'udh8', tables: ['turkish'] }, turkish)
  const { message } = await waits.story()
  expect(message.encoding).toBe('gsm7')
  await waits.leavesAs('udh8', [])
  expect(waits.taken()).toBe(message.segments)
}, 60_000)
