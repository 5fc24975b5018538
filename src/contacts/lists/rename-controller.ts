// A legal entity gets another name: what was agreed to keeps the name that people read.
import type { Caller, ControllerId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Controller } from '../contact.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { keepFormerName, lockController, nameController } from './controller-store.ts'

export async function renameController(
  deps: ContactsRoutesDeps,
  tx: Tx,
  caller: Caller,
  { id, name }: { id: ControllerId; name: string },
): Promise<Controller> {
  const { accountId } = caller
  const held = await lockController(tx, accountId, id)
  if (held === null) throw contactsError('contacts.controller_not_found')
  if (held.name === name) return held
  const at = deps.clock.now()
  if (!(await nameController(tx, accountId, { id, name }))) {
    throw contactsError('contacts.controller_exists')
  }
  await keepFormerName(tx, accountId, { controllerId: id, name: held.name, usedUntil: at })
  const details = { controllerId: id }
  await deps.audit.record(tx, caller, { action: 'contacts.controller_renamed', details })
  return { ...held, name }
}
