// What leaves for a handset that is off waits for it as long as it is good for something: a code
// for a quarter of an hour, the link to one's own page for two days.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemCaller } from '../../src/accounts/index.ts'
import type { E164 } from '../../src/kernel/index.ts'
import { silentLogger } from '../../src/observability/index.ts'
import { sendOwnLink } from '../../src/preferences/ask-link.ts'
import type { PreferencesDeps } from '../../src/preferences/deps.ts'
import { codeMs, send } from '../../src/preferences/handset-code.ts'
import { nobodyThere } from '../support/campaign-fixture.ts'
import { seededRandomness } from '../support/clock.ts'
import { type SendingFixture, sendingFixture } from '../support/sending-fixture.ts'

const number = '+33639983901' as E164
const hourMs = 3_600_000
let here: SendingFixture
let deps: PreferencesDeps
const notAsked = () => {
  throw new Error('nobody asks for it here')
}
beforeAll(async () => {
  here = await sendingFixture({ url: nobodyThere })
  await here.people([number], { agreed: true })
  const { database, vault, audit, contacts, consent, makeId, timers: clock } = here
  deps = {
    ...{ database, vault, audit, contacts, consent, makeId, clock },
    ...{ publicUrl: 'https://sms.example.org', ownUrl: () => null },
    ...{ randomness: seededRandomness('handset'), logger: silentLogger },
    jobs: { enqueue: async () => undefined },
    sendMessage: here.sending.calls.sendMessage,
    refusalOf: async () => null,
    fateOf: notAsked,
    ...{ sensitive: { countOf: notAsked }, answer: null as never, nothingLeaves: notAsked },
    ...{
      erasedPath: notAsked,
      keptAfterErasure: notAsked,
      noticePath: notAsked,
      accountOfNotice: notAsked,
    },
    replyNumbers: notAsked,
  }
}, 120_000)
afterAll(() => here?.close())

const hoursGood = async (messageId: string | null) => {
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ hours: number }>(
      `select round(extract(epoch from useful_until - accepted_at) / 3600.0, 2)::float as hours
       from sending.message where id = $1`,
      [messageId],
    ),
  )
  return rows[0]?.hours
}

test('a link to one’s page reaches a handset that is off for a day, and a code is as short as it lives', async () => {
  const { account, caller, controller } = here
  const tags = [here.vault.numberTag(account.id, number)]
  const [person] = await here.database.inAccount(account.id, async (tx) => [
    ...(await here.contacts.findByTags(tx, account.id, tags)).values(),
  ])
  const asked = { contactId: person?.id ?? notAsked(), sendFrom: 'LUMEN' }
  const link = await sendOwnLink(deps, caller, asked)
  expect(await hoursGood(link.messageId)).toBeCloseTo(48, 1)
  const at = deps.clock.now()
  const code = await send(deps, systemCaller(account, 'form', 'test'), {
    ...{ form: { controllerId: controller.id, sender: 'LUMEN' }, number, text: 'Code : 123456' },
    ...{
      hidden: { what: 'code', text: '123456', accountWrote: controller.name },
      at,
      goodUntil: at + codeMs,
    },
  })
  expect(await hoursGood(code)).toBeCloseTo(codeMs / hourMs, 1)
})
