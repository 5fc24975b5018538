// Gives each entry of the journal the names of what it is about.
import type { AuditEntry } from '../../audit/index.ts'
import { type AccountId, maskNumber, type SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { openContacts } from '../body.ts'
import type { AboutKind, AuditAbout } from '../contract.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { contactsOfEntries, namesOfThings } from './names-store.ts'
import { type Thing, toldAbout } from './told-about.ts'

const keyOf = ({ kind, id }: Thing): string => `${kind} ${id}`

/** In the order of the entries; a few statements for a page of them. */
export async function nameEntries(
  deps: Pick<ContactsRoutesDeps, 'vault' | 'namesElsewhere'>,
  tx: Tx,
  accountId: AccountId,
  entries: readonly AuditEntry[],
): Promise<AuditAbout[][]> {
  const told = entries.map(toldAbout)
  const things = told.flatMap(({ things }) => things)
  const idsOf = (kinds: readonly AboutKind[]) => [
    ...new Set(things.flatMap(({ kind, id }) => (kinds.includes(kind) ? [id] : []))),
  ]
  const people = await peopleOf(deps, tx, accountId, {
    subjects: [...new Set(told.flatMap(({ subjectId }) => subjectId ?? []))],
    contacts: idsOf(['contact']),
  })
  const own = await namesOfThings(tx, accountId, idsOf(['list', 'segment', 'field', 'entity']))
  const others = (await deps.namesElsewhere?.(tx, accountId, idsOf)) ?? []
  const names = new Map([...own, ...others].map((one) => [keyOf(one), one.name]))
  const aboutThing = (thing: Thing): AuditAbout => {
    if (thing.kind === 'contact') return people.get(thing.id) ?? goneOf('contact')
    // A message has no name of its own.
    if (thing.kind === 'message') return { ...thing, name: null }
    const name = names.get(keyOf(thing))
    return name === undefined ? goneOf(thing.kind) : { ...thing, name }
  }
  return told.map(({ subjectId, things }, index) => [
    ...(subjectId === null ? [] : [people.get(subjectId) ?? goneOf('contact')]),
    // Who logs in does it to nobody else.
    ...things.filter(({ id }) => id !== entries[index]?.actor).map(aboutThing),
  ])
}

const goneOf = (kind: AboutKind): AuditAbout => ({ kind, id: null, name: null })

/** By subject and by contact. */
async function peopleOf(
  { vault }: Pick<ContactsRoutesDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  asked: { subjects: readonly SubjectId[]; contacts: readonly string[] },
): Promise<Map<string, AuditAbout>> {
  const contacts = await contactsOfEntries(tx, accountId, asked)
  const opened = await openContacts(vault, tx, accountId, contacts)
  return new Map(
    contacts.flatMap(({ id, subjectId }): [string, AuditAbout][] => {
      const number = opened.get(subjectId)?.body.number
      if (number === undefined) return []
      const about: AuditAbout = { kind: 'contact', id, name: maskNumber(number) }
      return [
        [id, about],
        [subjectId, about],
      ]
    }),
  )
}
