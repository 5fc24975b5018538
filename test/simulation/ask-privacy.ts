// Asks after each run whether erased is erased, and whether anything personal stands in clear.
import type { AccountId, SubjectId } from '../../src/kernel/index.ts'
import { waitingRows } from '../../src/sending/store/bundle-store.ts'
import { hasKey } from '../../src/vault/index.ts'
import type { LedgerOfTruth } from './ledger-of-truth.ts'
import type { World } from './world.ts'

type Asked = { world: World; truth: LedgerOfTruth }

/** 7 and 8. */
export async function askPrivacy(asked: Asked): Promise<string[]> {
  const { world, truth } = asked
  const numbers = new Set([...truth.people.values()].map(({ number }) => number))
  const digits = [...numbers].map((number) => number.slice(1)).join('|')
  const inTables = await inClear(world, digits)
  return [
    ...(await askErased(asked)),
    ...(await askKeys(asked)),
    ...inTables.map((table) => `8: a number stands in clear in ${table}`),
    ...askTold(world, new RegExp(digits)),
  ]
}

/** 7: no row of an erased person is left, and nothing of theirs waits. */
async function askErased({ world, truth }: Asked): Promise<string[]> {
  const erased = truth.deeds.flatMap(({ action, subjectId }) =>
    action === 'contacts.deleted' && subjectId !== null ? [subjectId] : [],
  )
  const rows = await world.onlooker.ask<{ subject_id: SubjectId }>(
    `select subject_id from contacts.contact where subject_id = any($1)
     union all select m.subject_id from ${waitingRows} q
     join sending.message m on m.account_id = q.account_id and m.id = q.message_id
     where m.subject_id = any($1)`,
    [erased],
  )
  return rows.map(({ subject_id }) => `7: a row of ${subject_id}, who was erased, is left`)
}

/** 7: the key of whoever was erased is gone, and everyone else's still opens. */
async function askKeys({ world, truth }: Asked): Promise<string[]> {
  const broken: string[] = []
  const there = await world.onlooker.ask<{ account_id: AccountId; subject_id: SubjectId }>(
    'select account_id, subject_id from contacts.contact',
  )
  for (const { id } of world.accounts) {
    const gone = truth.deeds.flatMap(({ accountId, action, subjectId }) =>
      accountId === id && action === 'contacts.deleted' && subjectId !== null ? [subjectId] : [],
    )
    const here = there.flatMap((one) => (one.account_id === id ? [one.subject_id] : []))
    const opened = await world.test.database.inAccount(id, (tx) =>
      world.vault.openSubjects(tx, id, [...gone, ...here]),
    )
    const opens = (subjectId: SubjectId): boolean => {
      const keys = opened.get(subjectId)
      return keys !== undefined && hasKey(keys.contactKey)
    }
    for (const one of gone) if (opens(one)) broken.push(`7: ${one} was erased, and opens`)
    for (const one of here) if (!opens(one)) broken.push(`7: ${one} was not erased, and is shut`)
  }
  return broken
}

/** 8: no line of a log and no series of a metric names a number. And none tells of a mistake. */
function askTold({ processes, lines }: World, digits: RegExp): string[] {
  const told = processes.map(({ metrics }) => metrics.text())
  const broken: string[] = []
  if (told.some((text) => digits.test(text))) broken.push('8: a metric tells a number')
  for (const line of lines) {
    if (digits.test(line)) broken.push('8: a line of the log tells a number')
    if (mistakes.test(line)) broken.push(`the program told of a mistake of its own: ${line.trim()}`)
  }
  return broken
}

const mistakes = /"failure":"(Bug|Type|Range|Reference|Syntax)Error"/

/** Tables in which one of these numbers can be read. */
async function inClear(world: World, digits: string): Promise<string[]> {
  const { onlooker } = world
  const rows = await onlooker.ask<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`,
  )
  const ask = ({ name }: { name: string }) =>
    `(select '${name}' as name where exists (select from ${name} t where t::text ~ $1))`
  const found = await onlooker.ask<{ name: string }>(rows.map(ask).join(' union all '), [digits])
  return found.map(({ name }) => name)
}
