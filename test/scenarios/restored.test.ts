// A database put back to a moment in mid-campaign: nothing leaves until released,
// then nothing twice.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import type { MessageView, RestorationView } from '../../src/sending/contract.ts'
import { realTimers } from '../support/clock.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { type Accord, asked, logInOwner, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const people = 60

async function begin(): Promise<{ accord: Accord; sandbox: Sandbox; aside: string }> {
  const sandbox = await startSandbox()
  closers.push(() => sandbox.close())
  const aside = newTestFolder()
  closers.push(() => removeTestFolder(aside))
  const accord = await startAccord({
    startsAt: '2026-11-25T09:30:00Z',
    environment: {
      ACCORD_OPERATOR: `smpp://accord:secret@127.0.0.1:${sandbox.port}?rate=10&window=2`,
    },
  })
  closers.push(() => accord.stop())
  return { accord, sandbox, aside }
}

/** As `cp -a` of an administrator: owners and modes as they are. */
function copy(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  expect(spawnSync('cp', ['-a', from, to]).status).toBe(0)
}

async function launchedCampaign(accord: Accord): Promise<string> {
  await asked(accord, 'POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
  const list = await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'Rendez-vous' })
  const contactIds: string[] = []
  for (let index = 0; index < people; index += 1) {
    const number = `+336399830${String(index).padStart(2, '0')}`
    type Made = { contact: { id: string } }
    contactIds.push((await asked<Made>(accord, 'POST', '/v1/contacts', { number })).contact.id)
  }
  await asked(accord, 'POST', `/v1/lists/${list.id}/members`, { contactIds })
  const { id } = await asked<CampaignView>(accord, 'POST', '/v1/campaigns', {
    name: 'Rappel',
    listId: list.id,
    class: 'alert',
    basis: 'contract',
    sender: 'LUMEN',
    text: 'Votre rendez-vous est demain.',
    ifUnsure: 'twice_rather_than_never',
    usefulUntil: '2026-11-25T20:00:00Z',
  })
  const sheet = await asked<CheckSheet>(accord, 'GET', `/v1/campaigns/${id}/check-sheet`)
  await asked(accord, 'POST', `/v1/campaigns/${id}/approve`, { hash: sheet.hash })
  await asked(accord, 'POST', `/v1/campaigns/${id}/launch`)
  return id
}

const alert = (accord: Accord, to: string) =>
  asked<MessageView>(accord, 'POST', '/v1/messages', {
    to,
    text: 'Votre colis est arrivé.',
    class: 'alert',
    basis: 'contract',
    sender: 'LUMEN',
  })

async function taken(sandbox: Sandbox, count: number): Promise<void> {
  for (let turn = 0; turn < 6 && sandbox.taken().length < count - 20; turn += 1) {
    await realTimers.sleep(2_000)
  }
  await eventually(async () => (sandbox.taken().length >= count ? true : null))
}

async function restoration(accord: Accord): Promise<RestorationView> {
  const { owner } = accord
  return (await accord.call<RestorationView>(owner.cookie, 'GET', '/v1/restoration')).body
}

test('Data put back in mid-campaign: held, reported, released, and nothing leaves twice', async () => {
  const { accord, sandbox, aside } = await begin()
  const { dataFolder } = accord.config
  expect(accord.app().held).toBeNull()
  const campaign = await launchedCampaign(accord)
  await taken(sandbox, 15)
  await accord.app().stop()
  copy(dataFolder, join(aside, 'data'))
  const beforeGap = sandbox.taken().length
  expect(beforeGap).toBeLessThan(people)

  // A stop and a start are no restoration.
  await accord.restart()
  expect(accord.app().held).toBeNull()
  await alert(accord, '+33639980201')
  await taken(sandbox, people + 1)
  await accord.app().stop()
  copy(join(aside, 'data'), dataFolder)

  await accord.restart()
  expect(accord.app().held).toMatchObject({ why: 'behind' })
  // A session that was ended since would be open again: all have ended.
  expect((await accord.call(accord.owner.cookie, 'GET', '/v1/me')).status).toBe(401)
  await logInOwner(accord)
  const waits = await alert(accord, '+33639980202')
  // Time for some claims, and for a sweep.
  await realTimers.sleep(6_000)
  expect(sandbox.taken()).toHaveLength(people + 1)
  const report = await restoration(accord)
  expect(report).toMatchObject({
    state: 'held',
    why: 'behind',
    isAtLeast: false,
    messages: people + 1 - beforeGap,
    accounts: [
      {
        number: accord.accounts[0].number,
        messages: people + 1 - beforeGap,
        waitingFromBefore: people - beforeGap,
      },
    ],
  })
  expect(Date.parse(report.gapFrom ?? '')).toBeLessThan(Date.parse(report.gapTo ?? ''))
  const mayNot = await accord.call(accord.accounts[0].token, 'POST', '/v1/restoration/release', {})
  expect(mayNot.status).toBe(403)

  // Held still after another start.
  await accord.restart()
  expect(accord.app().held).toMatchObject({ why: 'behind' })
  const { cookie } = accord.owner
  const released = await accord.call<RestorationView>(cookie, 'POST', '/v1/restoration/release', {
    marketing: 'release',
  })
  expect([released.status, released.body.state, released.body.ended]).toEqual([
    200,
    'released',
    people - beforeGap,
  ])
  await taken(sandbox, people + 2)
  await realTimers.sleep(3_000)
  const destinations = sandbox.taken().map(({ destination }) => destination)
  expect(destinations).toHaveLength(people + 2)
  expect(new Set(destinations).size).toBe(people + 2)
  const sent = await asked<MessageView>(accord, 'GET', `/v1/messages/${waits.id}`)
  expect(['submitted', 'delivered']).toContain(sent.state)
  const view = await asked<CampaignView>(accord, 'GET', `/v1/campaigns/${campaign}`)
  expect(view.counts).toMatchObject({ waiting: 0, submitting: 0 })

  await accord.restart()
  expect(accord.app().held).toBeNull()
  const again = await accord.call(cookie, 'POST', '/v1/restoration/release', {})
  expect([again.status, again.body['code']]).toEqual([409, 'sending.nothing_held'])
}, 240_000)

test('Data and keys put back together are known as copies, and sending is held too', async () => {
  const { accord, sandbox, aside } = await begin()
  const { dataFolder, keysFolder } = accord.config
  await asked(accord, 'POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
  await alert(accord, '+33639980201')
  await taken(sandbox, 1)
  await accord.app().stop()
  copy(dataFolder, join(aside, 'data'))
  copy(keysFolder, join(aside, 'keys'))
  await accord.restart()
  await alert(accord, '+33639980202')
  await taken(sandbox, 2)
  await accord.app().stop()
  copy(join(aside, 'data'), dataFolder)
  copy(join(aside, 'keys'), keysFolder)

  await accord.restart()
  expect(accord.app().held).toMatchObject({ why: 'copied', isAtLeast: true })
  await alert(accord, '+33639980203')
  await logInOwner(accord)
  const released = await accord.call(accord.owner.cookie, 'POST', '/v1/restoration/release', {})
  expect(released.body).toMatchObject({ state: 'released', isMarketingKept: true })
  await taken(sandbox, 3)
  await accord.restart()
  expect(accord.app().held).toBeNull()
}, 240_000)

test('A database that has forgotten nothing but a moment is held too: a STOP may have come in it', async () => {
  const { accord, aside } = await begin()
  const { dataFolder } = accord.config
  await accord.app().stop()
  copy(dataFolder, join(aside, 'data'))
  await accord.restart()
  // Two sweeps: the moments that pass are told beside the keys.
  await realTimers.sleep(11_000)
  await accord.app().stop()
  copy(join(aside, 'data'), dataFolder)
  await accord.restart()
  expect(accord.app().held).toMatchObject({ why: 'behind', messages: 0, slices: 0 })
}, 120_000)
