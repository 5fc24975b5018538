// What people and customers do in a simulation, each by the program's own doors.

import { createAudit } from '../../src/audit/index.ts'
import { deleteContact } from '../../src/contacts/hold-subject.ts'
import { readNumber } from '../../src/countries/index.ts'
import type { CampaignId, E164 } from '../../src/kernel/index.ts'
import {
  acceptMessages,
  assessPeople,
  Plans,
  personBehind,
  type SendOrder,
} from '../../src/sending/index.ts'
import type { LedgerOfTruth } from './ledger-of-truth.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Process, SimulatedAccount } from './world.ts'

export type Doing = {
  process: Process
  account: SimulatedAccount
  truth: LedgerOfTruth
  time: VirtualTime
}

const dayMs = 86_400_000

export type Campaign = { id: CampaignId; tag: string; numbers: readonly E164[]; isLong: boolean }

function orderOf({ account, time }: Doing, tag: string, isLong: boolean): SendOrder {
  const short = `Lumen ${tag} : nouvelle collection en boutique.`
  const filling = 'Les premiers froids sont la, et avec eux les laines, les lampes et les livres.'
  const text = isLong ? `${short} ${filling} ${filling} A bientot chez Lumen ${tag}.` : short
  return {
    accountId: account.id,
    class: 'marketing',
    basis: null,
    purpose: 'offers',
    controllerId: account.controllerId,
    controllerName: account.controllerName,
    sender: 'LUMEN',
    text,
    pieces: [text],
    isSegment: false,
    isAskedFor: false,
    ifUnsure: 'never_twice',
    override: null,
    notBefore: null,
    usefulUntil: time.now + dayMs,
  }
}

/** A page of a campaign, as the room of campaigns accepts one. Asked twice, it writes to nobody twice. */
export async function acceptCampaign(doing: Doing, campaign: Campaign): Promise<void> {
  const { process, account, truth } = doing
  const { database, vault, consent, contacts, sending, makeId } = process
  const { numbers, tag } = campaign
  truth.accountOfTag.set(tag, account.id)
  const order = orderOf(doing, tag, campaign.isLong)
  const accepted = await database.inAccount(account.id, async (tx) => {
    const at = doing.time.now
    const tags = numbers.map((number) => vault.numberTag(account.id, number))
    const known = await contacts.findByTags(tx, account.id, tags)
    const opened = await contacts.openContacts(tx, account.id, [...known.values()])
    const cases = numbers.flatMap((number, index) => {
      const contact = known.get(tags[index]?.toString('hex') ?? '')
      const open = contact === undefined ? undefined : opened.get(contact.subjectId)
      if (contact === undefined || open === undefined) return []
      return [
        {
          order,
          person: personBehind(
            contact.id,
            contact,
            { keys: open.keys, fields: open.body.fields },
            { number, numberUsable: true },
          ),
        },
      ]
    })
    const deps = { consent, vault, ...sending.ports }
    const assessed = await assessPeople(deps, tx, { cases, at, plans: new Plans() })
    const kept = await acceptMessages({ vault, makeId }, tx, {
      accountId: account.id,
      campaignId: campaign.id,
      at,
      messages: assessed.map((one) => ({ order, assessed: one, reference: null })),
      writing: 'careful',
    })
    tx.afterCommit(() => {
      for (const id of kept.routeIds) sending.engine.wake(id)
    })
    return cases.map(({ person }) => person.number)
  })
  for (const number of accepted) {
    truth.messages.push({
      accountId: account.id,
      tag,
      number,
      isMarketing: true,
      mayRepeat: false,
      campaignId: campaign.id,
      id: null,
    })
  }
}

export async function sendAlert(
  doing: Doing,
  alert: { tag: string; number: E164; mayRepeat: boolean },
): Promise<void> {
  const { process, account, truth } = doing
  const { tag, number, mayRepeat } = alert
  truth.accountOfTag.set(tag, account.id)
  if (mayRepeat) truth.mayRepeat.add(tag)
  // Whoever is written to for the first time becomes known by it.
  truth.person(account.id, number)
  const id = await process.sending.sendMessage(account.caller, {
    to: number,
    class: 'alert',
    basis: 'contract',
    sender: 'LUMEN',
    text: `Votre commande ${tag} est au comptoir.`,
    ifUnsure: mayRepeat ? 'twice_rather_than_never' : 'never_twice',
  })
  const accountId = account.id
  truth.messages.push({
    accountId,
    tag,
    number,
    isMarketing: false,
    mayRepeat,
    campaignId: null,
    id,
  })
}

/** A file comes in: people with a consent, or without one. An objection it cannot undo. */
export async function importPeople(
  { process, account, truth, time }: Doing,
  numbers: readonly E164[],
  agreed: boolean,
): Promise<void> {
  const { database, contacts, consent, vault } = process
  if (agreed) {
    for (const number of numbers) truth.person(account.id, number).mayFrom ??= time.stamp()
  } else for (const number of numbers) truth.person(account.id, number)
  await database.inAccount(account.id, async (tx) => {
    const at = time.now
    const report = await contacts.bulkUpsert(tx, {
      accountId: account.id,
      importId: null,
      listId: null,
      at,
      rows: numbers.map((number) => {
        const reading = readNumber(number, { sandbox: true })
        return {
          number,
          fields: { firstName: 'Zoé' },
          country: reading.country ?? 'FR',
          territory: reading.territory ?? 'FR',
          zone: reading.zones[0] ?? 'Europe/Paris',
          postcodeArea: null,
          marketingState: agreed ? ('open' as const) : ('quarantine' as const),
          quarantineReason: agreed ? null : 'no_proof_of_consent',
        }
      }),
    })
    if (!agreed) return
    await consent.recordConsents(tx, account.caller, {
      controllerId: account.controllerId,
      channel: 'sms',
      purpose: 'offers',
      grade: 'import_declared',
      rows: report.rows.map((row, index) => {
        const number = numbers[index] as E164
        return {
          keys: row.keys,
          tag: vault.suppressionTag(account.id, number),
          number,
          wordingId: account.wordingId,
          givenAt: at - dayMs,
          source: 'caisse',
        }
      }),
    })
  })
}

/** An objection at the desk; it counts once the desk has its answer. */
export async function object(doing: Doing, number: E164): Promise<void> {
  const { process, account, truth, time } = doing
  const { database, contacts, consent, vault, sending } = process
  await database.inAccount(account.id, async (tx) => {
    const contact = await contacts.findByNumber(tx, account.id, number)
    const opened =
      contact === null ? null : await vault.openSubjects(tx, account.id, [contact.subjectId])
    await consent.recordStop(tx, account.caller, {
      tag: vault.suppressionTag(account.id, number),
      keys: contact === null ? null : (opened?.get(contact.subjectId) ?? null),
      scope: 'marketing',
      reason: 'objection',
      origin: 'comptoir',
      at: time.now,
    })
  })
  await sending.nothingLeaves(account.id, number, { scope: 'marketing' })
  truth.ended(account.id, number, time.stamp())
}

/** A person is erased: row, key, and what waits. */
export async function erase(doing: Doing, number: E164): Promise<void> {
  const { process, account, truth, time } = doing
  const { database, contacts, consent, vault, makeId, sending } = process
  const audit = createAudit({ vault, clock: time.timersOf(process.owner), makeId })
  const at = time.now
  const isThere = await database.inAccount(account.id, async (tx) => {
    const contact = await contacts.findByNumber(tx, account.id, number)
    if (contact === null) return false
    await sending.holder.eraseSubject(tx, account.id, contact.subjectId)
    await deleteContact({ vault, audit, proofs: consent }, tx, account.caller, contact.id)
    return true
  })
  if (!isThere) return
  truth.person(account.id, number).erasedFrom = time.stamp()
  truth.erasedAt.set(`${account.id} ${number}`, at)
}
