// The SQL of the legal entities that an account sends for, and of what they were called before.
import type { AccountId, ControllerId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Controller, FormerName } from '../contact.ts'

const controllerColumns = 'id, name, is_default as "isDefault", created_at as "createdAt"'

/** The first of an account is its default; null when the name is taken. */
export async function insertController(
  tx: Tx,
  accountId: AccountId,
  controller: { id: ControllerId; name: string; createdAt: Instant },
): Promise<Controller | null> {
  const { rows } = await tx.query<Controller>(
    `insert into contacts.controller (account_id, id, name, is_default, created_at)
     select $1, $2, $3, not exists (select from contacts.controller where account_id = $1), $4
     on conflict do nothing
     returning ${controllerColumns}`,
    [accountId, controller.id, controller.name, toTimestamp(controller.createdAt)],
  )
  return rows[0] ?? null
}

export async function readControllers(tx: Tx, accountId: AccountId): Promise<Controller[]> {
  const { rows } = await tx.query<Controller>(
    {
      name: 'contacts.controllers',
      text: `select ${controllerColumns} from contacts.controller
             where account_id = $1 order by is_default desc, name`,
    },
    [accountId],
  )
  return rows
}

/** Held until the transaction ends: two new names at once are one after the other. */
export async function lockController(
  tx: Tx,
  accountId: AccountId,
  id: ControllerId,
): Promise<Controller | null> {
  const { rows } = await tx.query<Controller>(
    `select ${controllerColumns} from contacts.controller
     where account_id = $1 and id = $2 for no key update`,
    [accountId, id],
  )
  return rows[0] ?? null
}

/** False where another entity of the account has this name. */
export async function nameController(
  tx: Tx,
  accountId: AccountId,
  { id, name }: { id: ControllerId; name: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update contacts.controller set name = $3 where account_id = $1 and id = $2
       and not exists (select from contacts.controller where account_id = $1 and name = $3)`,
    [accountId, id, name],
  )
  return rowCount === 1
}

export async function keepFormerName(
  tx: Tx,
  accountId: AccountId,
  { controllerId, name, usedUntil }: FormerName,
): Promise<void> {
  await tx.query(
    `insert into contacts.former_name (account_id, controller_id, name, used_until)
     values ($1, $2, $3, $4)`,
    [accountId, controllerId, name, toTimestamp(usedUntil)],
  )
}

/** Of all entities of the account, the newest first. */
export async function readFormerNames(tx: Tx, accountId: AccountId): Promise<FormerName[]> {
  const { rows } = await tx.query<FormerName>(
    `select controller_id as "controllerId", name, used_until as "usedUntil"
     from contacts.former_name where account_id = $1 order by used_until desc`,
    [accountId],
  )
  return rows
}
