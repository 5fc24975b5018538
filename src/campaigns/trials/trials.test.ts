// A text is tried on one's own telephone: who has the code has it,
// and no campaign counts the message.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { campaignsDeps, nobodyThere } from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { asE164, assert, type Caller, type SubjectId } from '../../kernel/index.ts'
import type { SendMessage } from '../../sending/index.ts'
import { forgetTurns } from '../../storage/index.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsHolder } from './hold-subject.ts'
import { sendTrial } from './send-trial.ts'
import { sealTestNumbers } from './test-number-keys.ts'
import * as numbers from './test-numbers.ts'

let fixture: SendingFixture
let deps: CampaignsDeps
/** What stands in the log. */
const recorded: { action: string; details: object }[] = []
/** What was asked of the door, which is the real one. */
const asked: Parameters<SendMessage>[] = []
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  const real = campaignsDeps(fixture)
  deps = {
    ...real,
    record: async (_tx, _caller, { action, details }) => {
      recorded.push({ action, details })
    },
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

test('a telephone has a key of its own, and goes with a person of that number', async () => {
  const { database, vault, makeId } = deps
  const { id: accountId } = fixture.account
  const [kept, old] = [fictionNumber(11), fictionNumber(12)]
  await numbers.addTestNumber(deps, fixture.caller, { ...mine, name: 'Zoé', number: kept })
  const id = makeId()
  const place = { table: 'campaigns.test_number', column: 'number_sealed', rowId: id }
  await database.inAccount(accountId, (tx) =>
    tx.query(
      `insert into campaigns.test_number (account_id, id, name, number_sealed, number_tag,
         tries_left, confirmed_at, added_at) values ($1, $2, 'Théo', $3, $4, 5, now(), now())`,
      [
        ...[accountId, id, vault.sealForAccount(accountId, place, Buffer.from(old, 'utf8'))],
        vault.numberTag(accountId, old),
      ],
    ),
  )
  const shown = async () =>
    (await numbers.readTestNumbers(deps, fixture.caller)).map(({ name, to }) => [name, to])
  const both = [
    ['Zoé', '+33 6 ** ** ** 11'],
    ['Théo', '+33 6 ** ** ** 12'],
  ]
  expect(await shown()).toEqual(expect.arrayContaining(both))
  await sealTestNumbers({ database, vault }, accountId)
  expect(await shown()).toEqual(expect.arrayContaining(both))
  const keysHeld = () =>
    database.inAccount(accountId, async (tx) => {
      const { rows } = await tx.query<{ name: string | null; key: SubjectId }>(
        'select name, number_key as key from campaigns.test_number where account_id = $1',
        [accountId],
      )
      expect(rows.every(({ name }) => name === null)).toBe(true)
      return rows.map(({ key }) => key)
    })
  const before = await keysHeld()
  const tags = [kept, old].map((number) => vault.numberTag(accountId, number))
  const erase = campaignsHolder({ vault }).eraseNumbers
  const gone = await database.inAccount(accountId, async (tx) => erase?.(tx, accountId, tags, true))
  expect(gone).toEqual({ test_numbers: 2 })
  const after = await keysHeld()
  const ended = before.filter((key) => !after.includes(key))
  expect(ended).toHaveLength(2)
  const open = await database.inAccount(accountId, (tx) => vault.openSubjects(tx, accountId, ended))
  expect([...open.keys()]).toEqual([])
  expect((await shown()).map(([name]) => name)).not.toContain('Zoé')
})

test('what a sandbox account needed no code for needs one once the account sends for real', async () => {
  const number = '+33612345670'
  const { id } = await numbers.addTestNumber(deps, fixture.caller, { ...mine, number })
  await become('live')
  try {
    const [shown] = (await numbers.readTestNumbers(deps, fixture.caller)).filter(
      (one) => one.id === id,
    )
    expect(shown).toMatchObject({ isConfirmed: false, codeUntil: null })
    await expect(
      sendTrial(deps, fixture.caller, { ...advertising, numberId: id }),
    ).rejects.toMatchObject({ code: 'campaigns.test_number_not_confirmed' })
    await expect(
      numbers.confirmTestNumber(deps, fixture.caller, { id, code: '000000' }),
    ).rejects.toMatchObject({ code: 'campaigns.test_code_over' })
  } finally {
    await become('sandbox')
  }
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

describe('whoever may not see numbers in clear', () => {
  const made = (last: number) => `+3361234${String(5700 + last)}`
  const objecting = made(99)
  let writer: Caller
  beforeAll(async () => {
    await become('live')
    const rights = new Set(fixture.caller.rights)
    rights.delete('contacts.reveal')
    writer = { ...fixture.caller, rights, language: 'en' }
    const number = asE164(objecting)
    assert(number !== null, 'a number')
    await fixture.database.inAccount(fixture.account.id, (tx) =>
      fixture.consent.recordStop(tx, fixture.caller, {
        tag: fixture.vault.suppressionTag(fixture.account.id, number),
        keys: null,
        scope: 'all',
        reason: 'desk',
        origin: 'phone',
        at: fixture.timers.now(),
      }),
    )
  })
  beforeEach(() => forgetTurns(fixture.database, { door: 'trial.account', of: fixture.account.id }))
  afterAll(() => become('sandbox'))

  const answerTo = async (caller: Caller, number: string, sender = 'LUMEN') => {
    const asked = numbers.addTestNumber(deps, caller, { name: 'Camille', sender, number })
    return asked.then(
      () => 'sent',
      ({ code, details }) => `${code}: ${details?.why}`,
    )
  }

  test('learns by a wrong sender nothing of a number, and nothing is asked of it', async () => {
    const [before, doorBefore] = [recorded.length, asked.length]
    const why = 'This sender is not registered for this account and country.'
    for (const caller of [writer, { ...fixture.caller, language: 'en' as const }]) {
      for (const number of [objecting, made(1)]) {
        expect(await answerTo(caller, number, 'JAMAIS')).toBe(`campaigns.test_code_refused: ${why}`)
      }
    }
    expect([recorded.length, asked.length]).toEqual([before, doorBefore])
  })

  test('is not told why no code goes to a number; who may see numbers is, and both are logged', async () => {
    const before = recorded.length
    expect(await answerTo(writer, objecting)).toBe(
      'campaigns.test_code_refused: No code can be sent to this number.',
    )
    expect(await answerTo({ ...fixture.caller, language: 'en' }, objecting)).toBe(
      'campaigns.test_code_refused: This number has objected to such messages.',
    )
    const looked = {
      action: 'contacts.numbers_asked',
      details: { where: 'test_numbers.add', numbers: 1 },
    }
    expect(recorded.slice(before)).toEqual([looked, looked])
  })

  test.each([
    ['of a wrong sender', 'JAMAIS', (index: number) => made(index)],
    ['of one number that objects', 'LUMEN', () => objecting],
  ])('gets twenty refused codes an hour %s, and no more', async (_what, sender, numberAt) => {
    const answers: string[] = []
    for (let index = 0; index < 25; index += 1) {
      answers.push(await answerTo(writer, numberAt(index), sender))
    }
    const isRefused = answers.map((answer) => answer.startsWith('campaigns.test_code_refused'))
    expect(isRefused).toEqual(answers.map((_, index) => index < 20))
    expect(new Set(answers.slice(20))).toEqual(
      new Set(['campaigns.test_codes_too_many: undefined']),
    )
  })
})
