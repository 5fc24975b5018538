// The people behind many numbers, opened: those that the account does not know yet are made.
import type { AccountId, E164, Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { openContacts } from './body.ts'
import { type BulkDeps, bulkUpsert } from './bulk-upsert.ts'
import type { OpenedPerson } from './contact.ts'
import { newSubjectRow } from './save-contact.ts'
import { findByTags } from './store.ts'

type Numbers = {
  accountId: AccountId
  numbers: readonly E164[]
  at: Instant
  /** For these nobody is made. */
  known: ReadonlySet<E164>
}

/** One answer a number, in their order; null for a person who is erased, or is not made. */
export async function peopleOfNumbers(
  deps: BulkDeps,
  tx: Tx,
  input: Numbers,
): Promise<(OpenedPerson | null)[]> {
  const { accountId, numbers, known: onlyKnown } = input
  const keyOf = (number: E164) => deps.vault.numberTag(accountId, number).toString('latin1')
  const keys = numbers.map(keyOf)
  const byKey = new Map(keys.map((key, index) => [key, numbers[index] as E164]))
  const people = await known(deps, tx, accountId, [...byKey.keys()])
  const unknown = new Map(
    [...byKey].filter(([key, number]) => !people.has(key) && !onlyKnown.has(number)),
  )
  if (unknown.size > 0) {
    const made = await makePeople(deps, tx, input, unknown)
    for (const [key, person] of made) people.set(key, person)
  }
  return keys.map((key) => people.get(key) ?? null)
}

type People = Map<string, OpenedPerson | null>

async function known(
  deps: BulkDeps,
  tx: Tx,
  accountId: AccountId,
  keys: readonly string[],
): Promise<People> {
  const tags = keys.map((key) => Buffer.from(key, 'latin1'))
  const found = await findByTags(tx, accountId, tags)
  const opened = await openContacts(deps.vault, tx, accountId, found)
  return new Map(
    found.map(({ sealed: _, ...contact }) => {
      const open = opened.get(contact.subjectId)
      const person =
        open === undefined ? null : { keys: open.keys, fields: open.body.fields, ...contact }
      return [contact.numberTag.toString('latin1'), person]
    }),
  )
}

/** What was just written is known, and is not read back; but for whom somebody else made first. */
async function makePeople(
  deps: BulkDeps,
  tx: Tx,
  { accountId, at }: Numbers,
  unknown: ReadonlyMap<string, E164>,
): Promise<People> {
  const rows = [...unknown.values()].map(newSubjectRow)
  const batch = { accountId, rows, importId: null, listId: null, at, areNew: true }
  const report = await bulkUpsert(deps, tx, batch)
  const people: People = new Map()
  const others: string[] = []
  for (const [index, key] of [...unknown.keys()].entries()) {
    const [saved, row] = [report.rows[index], rows[index]]
    if (saved === undefined || row === undefined) continue
    if (saved.outcome === 'inserted') {
      const { country, territory, zone, postcodeArea, fields } = row
      const { marketingState, quarantineReason } = row
      const { contactId: id, subjectId } = saved
      const numberTag = Buffer.from(key, 'latin1')
      const place = { country, territory, zone, postcodeArea }
      const { keys } = saved
      people.set(key, {
        id,
        subjectId,
        numberTag,
        ...place,
        marketingState,
        quarantineReason,
        restrictedAt: null,
        fields,
        keys,
      })
    } else others.push(key)
  }
  if (others.length === 0) return people
  return new Map([...people, ...(await known(deps, tx, accountId, others))])
}
