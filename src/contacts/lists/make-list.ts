// Makes a list, and a legal entity that the account sends for.
import type { AccountId, ControllerId, Instant, ListId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Controller, List } from '../contact.ts'
import type { ContactsDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { insertController } from './controller-store.ts'
import { insertList } from './list-store.ts'

type Named = { name: string; at: Instant }

export async function createList(
  deps: Pick<ContactsDeps, 'makeId'>,
  tx: Tx,
  accountId: AccountId,
  { name, at, controllerId }: Named & { controllerId: ControllerId | null },
): Promise<List> {
  const id = deps.makeId() as ListId
  return insertList(tx, accountId, { id, name, controllerId, createdAt: at })
}

export async function createController(
  deps: Pick<ContactsDeps, 'makeId'>,
  tx: Tx,
  accountId: AccountId,
  { name, at }: Named,
): Promise<Controller> {
  const id = deps.makeId() as ControllerId
  const made = await insertController(tx, accountId, { id, name, createdAt: at })
  if (made === null) throw contactsError('contacts.controller_exists')
  return made
}
