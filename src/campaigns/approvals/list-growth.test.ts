// A campaign goes to the people of the sheet that was approved, and not to whoever joined its list.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptAll,
  campaignsDeps,
  campaignTo,
  nobodyThere,
} from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { Caller, CampaignId, UserId } from '../../kernel/index.ts'
import type { CampaignsDeps } from '../deps.ts'
import { makeCheckSheet } from '../make-check-sheet.ts'
import { approveCampaign, launchCampaign, pauseCampaign, resumeCampaign } from '../run-campaign.ts'
import { findCampaign } from '../store.ts'
import { putAnotherAbove } from './approval-store.ts'

let fixture: SendingFixture
let deps: CampaignsDeps
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  deps = campaignsDeps(fixture)
}, 120_000)
afterAll(() => fixture.close())

const userIds = ['01900000-0000-7000-8000-0000000000a1', '01900000-0000-7000-8000-0000000000a2']
const [ada, bo] = userIds.map(
  (userId) => (): Caller => ({
    ...fixture.caller,
    by: { kind: 'user', userId: userId as UserId },
    rights: new Set(['campaigns.prepare', 'campaigns.approve']),
  }),
) as [() => Caller, () => Caller]

/** Above so many somebody else approves; null: nobody has to. */
const bound = (above: number | null) =>
  fixture.database.inAccount(fixture.account.id, (tx) =>
    putAnotherAbove(tx, fixture.account.id, { above, at: fixture.timers.now() }),
  )

let next = 0
const numbersOf = (count: number) => Array.from({ length: count }, () => fictionNumber(next++))
const agreed = (count: number) => fixture.people(numbersOf(count), { agreed: true })

/** People join the list behind whoever reads its sheet. */
async function join(listId: string, count: number): Promise<void> {
  const { listId: from } = await agreed(count)
  await fixture.test.asSuperuser((client) =>
    client.query(
      `insert into contacts.list_member (account_id, list_id, contact_id, added_at)
       select account_id, $2, contact_id, added_at from contacts.list_member
       where account_id = $1 and list_id = $3`,
      [fixture.account.id, listId, from],
    ),
  )
}

async function draft(people: number) {
  const { listId } = await agreed(people)
  const { id } = await campaignTo({ ...fixture, caller: ada() }, deps, listId)
  const { hash } = await makeCheckSheet(deps, ada(), id)
  return { id, hash, listId }
}
const stateOf = async (id: CampaignId) => {
  const { database, vault, account } = fixture
  return (await database.inAccount(account.id, (tx) => findCampaign(tx, vault, account.id, id)))
    ?.state
}
const refusedBy = (code: string) => expect.objectContaining({ code })

test('many who joined the list since the sheet was made are approved by nobody', async () => {
  const { id, hash, listId } = await draft(3)
  await join(listId, 11)
  const changed = refusedBy('campaigns.sheet_changed')
  await expect(approveCampaign(deps, bo(), { id, hash, launch: true })).rejects.toEqual(changed)
  const { hash: whole, people } = await makeCheckSheet(deps, ada(), id)
  expect(people).toBe(14)
  await approveCampaign(deps, bo(), { id, hash: whole, launch: false })
  await join(listId, 11)
  await expect(launchCampaign(deps, bo(), id)).rejects.toEqual(changed)
  expect(await stateOf(id)).toBe('approved')
})

test('others in the place of those who were read are approved by nobody either', async () => {
  const { id, hash, listId } = await draft(12)
  await approveCampaign(deps, bo(), { id, hash, launch: false })
  await fixture.test.asSuperuser((client) =>
    client.query('delete from contacts.list_member where list_id = $1', [listId]),
  )
  await join(listId, 12)
  const changed = refusedBy('campaigns.sheet_changed')
  await expect(launchCampaign(deps, bo(), id)).rejects.toEqual(changed)
  expect(await stateOf(id)).toBe('approved')
})

test('a few who joined meanwhile need no other sheet', async () => {
  const { id, hash, listId } = await draft(3)
  await join(listId, 10)
  await approveCampaign(deps, ada(), { id, hash, launch: true })
  expect(await stateOf(id)).toBe('accepting')
})

test('its author alone approves a small list, and does not let it grow past the bound', async () => {
  await bound(5)
  const another = refusedBy('campaigns.needs_another')
  const { id, hash, listId } = await draft(4)
  await approveCampaign(deps, ada(), { id, hash, launch: false })
  await join(listId, 3)
  await expect(launchCampaign(deps, ada(), id)).rejects.toEqual(another)
  await expect(approveCampaign(deps, ada(), { id, hash, launch: true })).rejects.toEqual(another)
  await approveCampaign(deps, bo(), { id, hash, launch: true })
  await bound(null)
})

test('what is paused before its list was read goes on with more people by another hand', async () => {
  await bound(5)
  const { id, hash, listId } = await draft(4)
  await approveCampaign(deps, ada(), { id, hash, launch: true })
  await pauseCampaign(deps, ada(), id)
  await join(listId, 30)
  const another = refusedBy('campaigns.needs_another')
  await expect(resumeCampaign(deps, ada(), id)).rejects.toEqual(another)
  await resumeCampaign(deps, bo(), id)
  await acceptAll(fixture, deps, id)
  expect(await stateOf(id)).toBe('running')
  await bound(null)
})
