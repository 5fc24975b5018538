// What people and customers do in a simulation, each by the program's own doors.

import { createAudit } from '../../src/audit/index.ts'
import { deleteContact } from '../../src/contacts/hold-subject.ts'
import { revealContact } from '../../src/contacts/reveal-contact.ts'
import { readNumber } from '../../src/countries/index.ts'
import type { E164 } from '../../src/kernel/index.ts'
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
  truth.messages.push({ accountId: account.id, tag, number, id })
}

/** A file comes in: people with a consent, or without one. An objection it cannot undo. */
export async function importPeople(
  { process, account, truth, time }: Doing,
  numbers: readonly E164[],
  { agreed, list = 0 }: { agreed: boolean; list?: 0 | 1 },
): Promise<void> {
  const { database, contacts, consent, vault } = process
  const listId = account.lists[list]
  const joining = numbers.map((number) => truth.member(listId, number, time.stamp()))
  if (agreed) {
    for (const number of numbers) truth.person(account.id, number).mayFrom ??= time.stamp()
  } else for (const number of numbers) truth.person(account.id, number)
  const entryIds = await database.inAccount(account.id, async (tx) => {
    const at = time.now
    const report = await contacts.bulkUpsert(tx, {
      accountId: account.id,
      importId: null,
      listId,
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
    if (!agreed) return []
    const recorded = await consent.recordConsents(tx, account.caller, {
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
    return recorded.entryIds
  })
  for (const [index, number] of numbers.entries()) {
    const entryId = entryIds[index] ?? null
    if (entryId === null) continue
    truth.decisions.push({ accountId: account.id, number, kind: 'consent.given', entryId })
  }
  for (const member of joining) member.isFrom ??= time.stamp()
}

/** An objection at the desk; it counts once the desk has its answer. */
export async function object(doing: Doing, number: E164): Promise<void> {
  const { process, account, truth, time } = doing
  const { database, contacts, consent, vault, sending } = process
  const { entryId } = await database.inAccount(account.id, async (tx) => {
    const contact = await contacts.findByNumber(tx, account.id, number)
    const opened =
      contact === null ? null : await vault.openSubjects(tx, account.id, [contact.subjectId])
    return consent.recordStop(tx, account.caller, {
      tag: vault.suppressionTag(account.id, number),
      keys: contact === null ? null : (opened?.get(contact.subjectId) ?? null),
      scope: 'marketing',
      reason: 'objection',
      origin: 'comptoir',
      at: time.now,
    })
  })
  truth.decisions.push({ accountId: account.id, number, kind: 'objection', entryId })
  await sending.nothingLeaves(account.id, number, { scope: 'marketing' })
  truth.ended(account.id, number, time.stamp())
}

/** Somebody takes back one consent; it counts once they have their answer. */
export async function withdraw(doing: Doing, number: E164): Promise<void> {
  const { process, account, truth, time } = doing
  const { database, contacts, consent, vault, sending } = process
  const about = { controllerId: account.controllerId, purpose: 'offers' }
  const done = await database.inAccount(account.id, async (tx) => {
    const contact = await contacts.findByNumber(tx, account.id, number)
    if (contact === null) return null
    const opened = await vault.openSubjects(tx, account.id, [contact.subjectId])
    const keys = opened.get(contact.subjectId)
    if (keys === undefined) return null
    const at = time.now
    const tag = vault.suppressionTag(account.id, number)
    const reason = 'person_page'
    const asked = { ...about, channel: 'sms' as const, at, keys, tag, reason }
    return consent.withdrawConsent(tx, account.caller, asked)
  })
  // Whoever has none to take back has said nothing about one that is given later.
  if (done === null) return
  const { entryId } = done
  truth.decisions.push({ accountId: account.id, number, kind: 'consent.withdrawn', entryId })
  await sending.nothingLeaves(account.id, number, about)
  truth.ended(account.id, number, time.stamp())
}

/** A person is erased: row, key, and what waits. */
export async function erase(doing: Doing, number: E164): Promise<void> {
  const { process, account, truth, time } = doing
  const { database, contacts, consent, vault, makeId, sending } = process
  const audit = createAudit({ vault, clock: time.timersOf(process.owner), makeId })
  truth.person(account.id, number).mayBeErased = true
  const subjectId = await database.inAccount(account.id, async (tx) => {
    const contact = await contacts.findByNumber(tx, account.id, number)
    if (contact === null) return null
    await sending.holder.eraseSubjects(tx, account.id, [contact.subjectId])
    const erased = { contactId: contact.id, asked: null }
    await deleteContact({ vault, audit, proofs: consent }, tx, account.caller, erased)
    return contact.subjectId
  })
  if (subjectId === null) return
  truth.did({ accountId: account.id, action: 'contacts.deleted', subjectId })
  truth.person(account.id, number).erasedFrom = time.stamp()
}

/** Somebody looks at a person's data in clear, and says why: in words that name the person. */
export async function look(doing: Doing, number: E164): Promise<void> {
  const { process, account, truth, time } = doing
  const { database, contacts, vault, makeId } = process
  const audit = createAudit({ vault, clock: time.timersOf(process.owner), makeId })
  const reason = `Rappel demande par ${number.slice(1)}`
  const subjectId = await database.inAccount(account.id, async (tx) => {
    const contact = await contacts.findByNumber(tx, account.id, number)
    if (contact === null) return null
    const shown = { contactId: contact.id, reason }
    return (await revealContact({ vault, audit }, tx, account.caller, shown)).contact.subjectId
  })
  if (subjectId === null) return
  truth.did({ accountId: account.id, action: 'contacts.revealed', subjectId, reason })
}
