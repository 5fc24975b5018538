// Faults that no part of the program makes: a damaged row, an account whose key file is missing.
import type { MessageId } from '../../src/kernel/index.ts'
import { unbundleMessages } from '../../src/sending/store/bundle-store.ts'
import type { SendingFixture } from './sending-fixture.ts'

/** Statements that no part of the program may make, as a fault of a disk or a restore does. */
export async function behindItsBack(
  fixture: SendingFixture,
  ...statements: [text: string, values: unknown[]][]
): Promise<void> {
  await fixture.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    for (const [sql, values] of statements) await client.query(sql, values)
  })
}

/** A bit of a sealed body turns, as on a disk: it opens no more. */
export const damageBody = `update sending.message
  set body_sealed = set_byte(body_sealed, 20, get_byte(body_sealed, 20) # 1) where id = $1`

/** Another account with the same people and messages, whose key file is not in the folder. */
export async function accountWithoutKeys(
  fixture: SendingFixture,
  ids: readonly MessageId[],
): Promise<readonly MessageId[]> {
  const other = fixture.makeId()
  const copied = ids.map(() => fixture.makeId() as MessageId)
  const copy = (table: string, change = "'{}'::jsonb", which = 'true') =>
    `insert into ${table} select (jsonb_populate_record(null::${table},
       to_jsonb(t) || jsonb_build_object('account_id', $1::text) || ${change})).*
     from ${table} t where account_id = $2 and ${which}`
  const renamed = (column: string) =>
    `jsonb_build_object('${column}', ($4::text[])[array_position($3::text[], t.${column}::text)])`
  const values = [other, fixture.account.id]
  const messages = [...values, ids, copied]
  await fixture.database.inAccount(fixture.account.id, (tx) =>
    unbundleMessages(tx, fixture.account.id, ids),
  )
  await behindItsBack(
    fixture,
    [copy('vault.page'), values],
    [copy('vault.tail'), values],
    [copy('sending.terms'), values],
    [copy('sending.message', renamed('id'), 't.id::text = any($3)'), messages],
    [copy('sending.queue', renamed('message_id'), 't.message_id::text = any($3)'), messages],
  )
  return copied
}
