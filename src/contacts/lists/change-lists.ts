// Lists renamed, deleted, made one or dealt out; each deed stands in the log.
import type { Caller, ListId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { List } from '../contact.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import {
  copyMembers,
  dealMembers,
  deleteLists,
  lockLists,
  renameList,
} from './list-change-store.ts'
import { countMembers, findList } from './list-store.ts'
import { createList } from './make-list.ts'

async function held(tx: Tx, { accountId }: Caller, listIds: readonly ListId[]): Promise<List[]> {
  const there = await lockLists(tx, accountId, listIds)
  const lists: List[] = []
  for (const id of listIds) {
    const list = there.has(id) ? await findList(tx, accountId, id) : null
    if (list === null) throw contactsError('contacts.list_not_found')
    lists.push(list)
  }
  return lists
}

async function heldOne(tx: Tx, caller: Caller, listId: ListId): Promise<List> {
  const [list] = await held(tx, caller, [listId])
  if (list === undefined) throw contactsError('contacts.list_not_found')
  return list
}

/** A campaign that still has to read a list would go out to nobody, and say nothing of it. */
async function demandUnused(
  deps: ContactsRoutesDeps,
  tx: Tx,
  { accountId }: Caller,
  listIds: readonly ListId[],
): Promise<void> {
  const campaigns = await deps.campaignsOf(tx, accountId, listIds)
  if (campaigns > 0) throw contactsError('contacts.list_in_use', { campaigns })
}

export async function nameList(
  deps: ContactsRoutesDeps,
  tx: Tx,
  caller: Caller,
  { listId, name }: { listId: ListId; name: string },
): Promise<void> {
  await heldOne(tx, caller, listId)
  await renameList(tx, caller.accountId, listId, name)
  await deps.audit.record(tx, caller, { action: 'contacts.list_renamed', details: { listId } })
}

export async function deleteList(
  deps: ContactsRoutesDeps,
  tx: Tx,
  caller: Caller,
  listId: ListId,
): Promise<void> {
  await heldOne(tx, caller, listId)
  const members = await countMembers(tx, caller.accountId, listId)
  await demandUnused(deps, tx, caller, [listId])
  await deleteLists(tx, caller.accountId, [listId])
  const details = { listId, members }
  await deps.audit.record(tx, caller, { action: 'contacts.list_deleted', details })
}

/** The others' people join the first, and the others end. */
export async function mergeLists(
  deps: ContactsRoutesDeps,
  tx: Tx,
  caller: Caller,
  { into, from }: { into: ListId; from: readonly ListId[] },
): Promise<number> {
  const others = [...new Set(from)].filter((id) => id !== into)
  if (others.length === 0) throw contactsError('contacts.nothing_to_merge')
  const [first, ...rest] = await held(tx, caller, [into, ...others])
  // Whoever was written to for one entity alone would be written to for all of them.
  if (rest.some(({ controllerId }) => controllerId !== first?.controllerId)) {
    throw contactsError('contacts.lists_of_different_entities')
  }
  await demandUnused(deps, tx, caller, others)
  const at = deps.clock.now()
  const joined = await copyMembers(tx, caller.accountId, { into, from: others, at })
  await deleteLists(tx, caller.accountId, others)
  const details = { listId: into, lists: others.length, joined }
  await deps.audit.record(tx, caller, { action: 'contacts.lists_merged', details })
  return joined
}

/** Parts of one size, dealt by chance: the list itself stays as it is. */
export async function splitList(
  deps: ContactsRoutesDeps,
  tx: Tx,
  caller: Caller,
  { listId, parts }: { listId: ListId; parts: number },
): Promise<ListId[]> {
  const { accountId } = caller
  const { name, controllerId } = await heldOne(tx, caller, listId)
  const members = await countMembers(tx, caller.accountId, listId)
  if (members < parts) throw contactsError('contacts.too_few_to_split', { members })
  const at = deps.clock.now()
  const made: ListId[] = []
  for (let part = 1; part <= parts; part += 1) {
    const named = `${name.slice(0, nameMax - 10)} ${part}/${parts}`
    made.push((await createList(deps, tx, accountId, { name: named, at, controllerId })).id)
  }
  await dealMembers(tx, accountId, { from: listId, into: made, at })
  const details = { listId, parts, members }
  await deps.audit.record(tx, caller, { action: 'contacts.list_split', details })
  return made
}

const nameMax = 120
