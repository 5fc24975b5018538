// Asks after each run whether the ledger is whole, and holds what people were told is recorded.
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AccountId, EntryId } from '../../src/kernel/index.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import type { KnownDecision, LedgerOfTruth } from './ledger-of-truth.ts'
import type { SimulatedOperators } from './operator.ts'
import type { Machine, SimulatedAccount, World } from './world.ts'

const verifier = new URL('../../verify.mjs', import.meta.url).pathname
/** Each is opened and proven; more of them would show nothing else. */
const disclosedMax = 5

/** Checkpoints as they stood in the middle of the run: what they signed is not rewritten later. */
export type KeptCheckpoints = Map<AccountId, string>

export function keepCheckpoints(world: World, kept: KeptCheckpoints): void {
  for (const { id } of world.accounts) {
    for (const { dataFolder } of world.machines) {
      if (kept.has(id)) continue
      try {
        kept.set(id, readFileSync(join(dataFolder, 'ledger', id, 'checkpoint'), 'utf8'))
      } catch {
        // That machine has not published yet.
      }
    }
  }
}

type Asked = {
  world: World
  truth: LedgerOfTruth
  operators: SimulatedOperators
  checkpoints: KeptCheckpoints
}

/** 6, and of 1 and 2 what the ledger has to say. */
export async function askLedger(asked: Asked): Promise<string[]> {
  const { world } = asked
  const [first, second] = world.machines
  const verdicts = world.accounts.map(async (account, index) => [
    ...(await verify(asked, account, index === 0 ? first : second)),
    ...(await askComparison(account, index === 0 ? first : second)),
    ...(await askPlaces(world, account.id)),
  ])
  return [
    ...(await Promise.all(verdicts)).flat(),
    ...(await askDecisions(asked)),
    ...(await askStates(world)),
    ...(await askLegalBases(world)),
    ...(await askStops(asked)),
    ...world.alarms.map(({ kind, count }) => `6: a false alarm of the guard: ${kind} ${count}`),
  ]
}

/** By the verifier that an auditor has, against a checkpoint that she kept. */
async function verify(
  { world, truth, checkpoints }: Asked,
  { id, caller }: SimulatedAccount,
  { consent }: Machine,
): Promise<string[]> {
  const folder = newTestFolder()
  try {
    await consent.sequenceOnce(id)
    const disclose = disclosedOf(truth, id)
    await world.test.database.inAccount(id, async (tx) => {
      for await (const { path, bytes } of await consent.exportLedger(tx, id, { disclose })) {
        const file = join(folder, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, bytes)
      }
    })
    const older = checkpoints.get(caller.accountId)
    if (older !== undefined) writeFileSync(join(folder, 'older'), older)
    const against = older === undefined ? [] : ['--older-checkpoint', join(folder, 'older')]
    const told = await run([verifier, folder, ...against])
    return told.isTrue ? [] : [`6: the verifier says no: ${told.text}`]
  } finally {
    removeTestFolder(folder)
  }
}

/** All that the tables say is what the ledger, the chains and the evidence say. */
async function askComparison(
  { id, caller }: SimulatedAccount,
  { consent }: Machine,
): Promise<string[]> {
  await consent.watch(id)
  const { differences } = await consent.reconcile(caller)
  return Object.entries(differences).map(
    ([kind, count]) => `6: the database differs from the ledger: ${kind} ${count}`,
  )
}

/** Those of people who were erased open to nobody. */
function disclosedOf(truth: LedgerOfTruth, accountId: AccountId): EntryId[] {
  const open = truth.decisions.filter(
    (one) => one.accountId === accountId && !truth.person(accountId, one.number).mayBeErased,
  )
  return open.slice(-disclosedMax).map(({ entryId }) => entryId)
}

const run = (args: readonly string[]) =>
  new Promise<{ isTrue: boolean; text: string }>((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      const wrong = stdout.split('\n').filter((line) => /^(WRONG| {6})/.test(line))
      resolve({ isTrue: error === null, text: [...wrong, stderr].join(' ').trim() })
    })
  })

/** Each entry has one place, the places are without a gap, and nothing waits for one. */
async function askPlaces({ onlooker }: World, accountId: AccountId): Promise<string[]> {
  const [row] = await onlooker.ask<
    Record<'entries' | 'size' | 'placed' | 'waiting' | 'gaps', number>
  >(
    `select (select count(*) from consent.entry where account_id = $1) as entries,
       (select size from consent.tree where account_id = $1) as size,
       (select coalesce(sum(entries), 0)::int from consent.sequenced where account_id = $1)
         as placed,
       (select count(*) from consent.unsequenced where account_id = $1) as waiting,
       (select count(*) from (select first_seq, lag(first_seq + entries, 1, 0::bigint)
         over (order by first_seq) as expected from consent.sequenced where account_id = $1) s
         where first_seq <> expected) as gaps`,
    [accountId],
  )
  if (row === undefined) return ['6: an account has no ledger']
  const { entries, size, placed, waiting, gaps } = row
  if (entries === size && placed === size && waiting + gaps === 0) return []
  return [`6: of ${entries} entries ${placed} are placed in a tree of ${size}, with ${gaps} gaps`]
}

/** What somebody was told is recorded has its entry, of its kind. */
async function askDecisions({ world, truth }: Asked): Promise<string[]> {
  const rows = await world.onlooker.ask<{ account_id: AccountId; entry_id: EntryId; kind: string }>(
    'select account_id, entry_id, kind from consent.entry',
  )
  const kinds = new Map(rows.map((row) => [`${row.account_id} ${row.entry_id}`, row.kind]))
  return truth.decisions.flatMap((decision) => {
    const kind = kinds.get(`${decision.accountId} ${decision.entryId}`)
    return isKind(decision, kind) ? [] : [`6: a ${decision.kind} is in the ledger as ${kind}`]
  })
}

/** The objection of somebody whom the account does not know names nobody. */
const isKind = (decision: KnownDecision, kind: string | undefined): boolean =>
  kind === decision.kind || (decision.kind === 'objection' && kind === 'suppression.added')

/** What the gate reads is what the ledger says. */
async function askStates({ onlooker }: World): Promise<string[]> {
  const rows = await onlooker.ask<{ state: string; kind: string | null }>(
    `select s.state, e.kind from consent.state s
     left join consent.entry e on e.account_id = s.account_id and e.entry_id = s.entry_id
     where coalesce(e.kind, '') not in ('consent.given', 'consent.withdrawn', 'objection')
       or (s.state = 'given') <> (e.kind = 'consent.given')
       or (e.kind <> 'objection' and (e.channel <> s.channel or e.purpose <> s.purpose))`,
  )
  return rows.map(({ state, kind }) => `6: the gate reads ${state}, the ledger says ${kind}`)
}

/** 1 and 5: the entry that a message of marketing names is a consent on its wording. */
async function askLegalBases({ onlooker }: World): Promise<string[]> {
  const rows = await onlooker.ask<{ id: string }>(
    `select m.id from sending.message m
     join sending.result r on r.account_id = m.account_id and r.message_id = m.id
     left join consent.entry e on e.account_id = m.account_id and e.entry_id = m.consent_entry_id
     left join consent.wording w on w.account_id = m.account_id and w.wording_id = m.wording_id
     where m.is_marketing and not coalesce(e.kind = 'consent.given' and e.channel = 'sms'
       and e.wording_sha256 = w.sha256 and 'sms' = any(w.channels)
       and e.purpose = any(w.purposes), false)`,
  )
  return rows.map(({ id }) => `1: message ${id} names a consent that the ledger does not hold`)
}

/** 2: a STOP that was answered stands on the number, for one of those who wrote to it. */
async function askStops({ world, truth, operators }: Asked): Promise<string[]> {
  const rows = await world.onlooker.ask<{ account_id: AccountId; tag: string }>(
    "select account_id, encode(tag, 'hex') as tag from consent.suppression",
  )
  const standing = new Set(rows.map(({ account_id, tag }) => `${account_id} ${tag}`))
  const answered = new Set(operators.answered.map(({ from }) => from))
  const broken: string[] = []
  for (const [number, accountId] of truth.stops) {
    if (!answered.has(number)) continue
    const ids = accountId === null ? world.accounts.map(({ id }) => id) : [accountId]
    // Of somebody who is erased, and whose message had no answer, no account is found any more.
    if (ids.some((id) => truth.person(id, number).mayBeErased)) continue
    const isKept = ids.some((id) => {
      const tag = Buffer.from(world.vault.suppressionTag(id, number)).toString('hex')
      return standing.has(`${id} ${tag}`)
    })
    if (!isKept) broken.push('2: a STOP was answered and stands nowhere')
  }
  return broken
}
