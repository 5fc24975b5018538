// A text is tried on one's own telephone: who has the code has it,
// and no campaign counts the message.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignsDeps, nobodyThere } from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { SendMessage } from '../../sending/index.ts'
import type { CampaignsDeps } from '../deps.ts'
import { sendTrial } from './send-trial.ts'
import * as numbers from './test-numbers.ts'

let fixture: SendingFixture
let deps: CampaignsDeps
/** What was asked of the door, which is the real one. */
const asked: Parameters<SendMessage>[] = []
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  const real = campaignsDeps(fixture)
  deps = {
    ...real,
    sendMessage: (...all) => {
      asked.push(all)
      return real.sendMessage(...all)
    },
  }
}, 120_000)
afterAll(() => fixture.close())

const mine = { name: 'Camille', sender: 'LUMEN' }
const advertising = {
  class: 'marketing' as const,
  controllerId: undefined,
  sender: 'LUMEN',
  text: 'Bonjour {first_name}, soldes : -50 % en boutique samedi !',
}

/** Of the account as it is: its messages reach somebody, or nobody. */
const become = (kind: 'live' | 'sandbox') =>
  fixture.test.asSuperuser((client) =>
    client.query('update accounts.account set kind = $2 where account_id = $1', [
      fixture.account.id,
      kind,
    ]),
  )

const stateOf = (messageId: string) =>
  fixture.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{
      campaign: string | null
      marketing: boolean
      reason: string | null
    }>(
      `select m.campaign_id as campaign, m.is_marketing as marketing, o.reason
       from sending.message m left join sending.outcome o on o.message_id = m.id where m.id = $1`,
      [messageId],
    )
    return rows[0]
  })

test('in a sandbox account a number needs no code; advertising leaves for it by itself', async () => {
  const added = await numbers.addTestNumber(deps, fixture.caller, {
    ...mine,
    number: fictionNumber(1),
  })
  expect(added).toMatchObject({ isConfirmed: true, to: '+33 6 ** ** ** 01', codeUntil: null })
  expect(asked).toEqual([])
  const { messageId } = await sendTrial(deps, fixture.caller, {
    ...advertising,
    numberId: added.id,
  })
  expect(asked[0]?.[1].text).toMatch(
    /^Bonjour Camille, soldes : -50 % en boutique samedi !\sSTOP au 36111$/,
  )
  expect(await stateOf(messageId)).toEqual({ campaign: null, marketing: false, reason: null })
})

test('a live account’s number is its own once the code is typed; five wrong ones end it', async () => {
  await become('live')
  try {
    const number = '+33612345678'
    const add = () => numbers.addTestNumber(deps, fixture.caller, { ...mine, number })
    const added = await add()
    expect(added.isConfirmed).toBe(false)
    const trial = () => sendTrial(deps, fixture.caller, { ...advertising, numberId: added.id })
    await expect(trial()).rejects.toMatchObject({ code: 'campaigns.test_number_not_confirmed' })
    const confirm = (code: string) =>
      numbers.confirmTestNumber(deps, fixture.caller, { id: added.id, code })
    const codeOf = () => asked.at(-1)?.[2]?.text ?? ''
    const wrong = () => (codeOf() === '000000' ? '000001' : '000000')
    for (let index = 0; index < 5; index += 1) {
      await expect(confirm(wrong())).rejects.toMatchObject({ code: 'campaigns.test_code_wrong' })
    }
    await expect(confirm(codeOf())).rejects.toMatchObject({ code: 'campaigns.test_code_over' })
    expect((await add()).id).toBe(added.id)
    expect(await confirm(codeOf())).toMatchObject({ isConfirmed: true })
    const { messageId } = await trial()
    expect((await stateOf(messageId))?.campaign).toBeNull()
  } finally {
    await become('sandbox')
  }
})

test('no more than a few codes go to one number', async () => {
  await become('live')
  try {
    const add = () =>
      numbers.addTestNumber(deps, fixture.caller, { ...mine, number: '+33612345678' })
    // Two were sent above.
    await add()
    await expect(add()).rejects.toMatchObject({ code: 'campaigns.test_codes_too_many' })
  } finally {
    await become('sandbox')
  }
})

test('a code that a rule refuses is told with its reason, costs no try, and adds no telephone', async () => {
  await become('live')
  try {
    // A live account takes no number of fiction: one that is made up, and to which nothing goes.
    const number = '+33612345679'
    const add = (sender: string) =>
      numbers.addTestNumber(
        deps,
        { ...fixture.caller, language: 'en' },
        { name: 'Camille', sender, number },
      )
    const why = 'This sender is not registered for this account and country.'
    // More often than codes may leave for a number.
    for (let index = 0; index < 4; index += 1) {
      await expect(add('JAMAIS')).rejects.toMatchObject({
        ...{ code: 'campaigns.test_code_refused', details: { why } },
      })
    }
    const held = await numbers.readTestNumbers(deps, fixture.caller)
    expect(held.map(({ to }) => to.slice(-2))).not.toContain('79')
    // Those that leave count, whatever is refused between.
    for (let index = 0; index < 3; index += 1) {
      await add('LUMEN')
      // It is in the list already: no sentence says that it was not added.
      if (index === 2) continue
      await expect(add('JAMAIS')).rejects.toMatchObject({
        ...{ code: 'campaigns.test_code_not_sent', details: { why } },
      })
    }
    for (const sender of ['LUMEN', 'JAMAIS']) {
      await expect(add(sender)).rejects.toMatchObject({ code: 'campaigns.test_codes_too_many' })
    }
  } finally {
    await become('sandbox')
  }
})
