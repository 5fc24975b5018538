// What the database says of itself: roles, row-level security, how it is reached, a sample of what
// is sealed.
import { accountsInAnyAccount } from '../../accounts/index.ts'
import type { AccountId, DataKind, DataMap } from '../../kernel/index.ts'
import {
  type Database,
  newerRelease,
  releasedOn,
  SqlError,
  type Tx,
  versionIn,
} from '../../storage/index.ts'
import type { CheckupDeps } from '../deps.ts'
import type { DatabaseFacts, PostgresFacts } from '../facts.ts'
import * as store from '../store.ts'

type Needs = Pick<CheckupDeps, 'database' | 'clock' | 'dataMaps' | 'storage'>

export async function measureDatabase(
  deps: Needs,
): Promise<{ database: DatabaseFacts; postgres: PostgresFacts }> {
  const { database, clock } = deps
  const maps = deps.dataMaps()
  const tables = maps.flatMap((map) => Object.keys(map))
  const schemas = [...new Set(tables.map((table) => table.split('.')[0] ?? ''))]
  const asApp = await database.inInstallation(async (tx) => {
    // The clock is read beside the question, not after what stands before it.
    const connection = await store.readConnection(tx)
    const clockAheadMs = clock.now() - connection.at
    const roles = await store.readRoles(tx, schemas)
    const security = await store.readRowSecurity(tx, schemas)
    return {
      connection,
      clockAheadMs,
      roles,
      security,
      types: await store.readColumnTypes(tx, schemas),
    }
  })
  const engine = await database.inAnyAccount((tx) => store.readRoles(tx, schemas))
  const known = new Set(asApp.roles.map(({ name }) => name))
  const { connection, security, clockAheadMs } = asApp
  const version = versionIn(connection.version) ?? connection.version
  return {
    postgres: { version, releasedOn: releasedOn(version), newer: newerRelease(version) },
    database: {
      roles: [...asApp.roles, ...engine.filter(({ name }) => !known.has(name))],
      accountTables: security.count,
      withoutRowSecurity: security.without,
      wire: {
        isLocal: connection.isLocal,
        isEncrypted: connection.isEncrypted,
        verifiesServer: verifiesServer(deps.storage.wayIn.address.ssl),
      },
      sealed: await measureSealed(database, maps, asApp.types),
      clockAheadMs,
    },
  }
}

const verifiesServer = (ssl: CheckupDeps['storage']['wayIn']['address']['ssl']) =>
  typeof ssl === 'object' ? ssl.rejectUnauthorized !== false : ssl

/** Of these the program keeps nothing in clear. */
const sealedKinds: ReadonlySet<DataKind> = new Set(['direct', 'linkable', 'special', 'financial'])
/** Accounts that are looked into: the oldest ones. */
const accountsMax = 20

async function measureSealed(
  database: Database,
  maps: readonly DataMap[],
  types: readonly store.ColumnType[],
): Promise<DatabaseFacts['sealed']> {
  const typeOf = new Map(types.map(({ table, column, type }) => [`${table}.${column}`, type]))
  const ofAccount = new Set(
    types.flatMap((one) => (one.column === 'account_id' ? [one.table] : [])),
  )
  const columns = maps.flatMap((map) =>
    Object.entries(map).flatMap(([table, labels]) =>
      Object.entries(labels).flatMap(([column, { kind }]) =>
        sealedKinds.has(kind) && typeOf.has(`${table}.${column}`) ? [{ table, column }] : [],
      ),
    ),
  )
  const named = (one: { table: string; column: string }) => `${one.table}.${one.column}`
  const isSealedType = (one: (typeof columns)[number]) => typeOf.get(named(one)) === 'bytea'
  const inClear = new Set(columns.filter((one) => !isSealedType(one)).map(named))
  let values = 0
  const look = async (tx: Tx, accountId: AccountId | null) => {
    for (const one of columns.filter(isSealedType)) {
      if (ofAccount.has(one.table) !== (accountId !== null)) continue
      const found = await sampled(tx, { ...one, accountId })
      values += found.length
      if (found.some(isReadable)) inClear.add(named(one))
    }
  }
  await database.inInstallation((tx) => look(tx, null))
  for (const { id } of (await accountsInAnyAccount(database)).slice(0, accountsMax))
    await database.inAccount(id, (tx) => look(tx, id), { byIndex: true })
  return { columns: columns.length, values, inClear: [...inClear].sort() }
}

/** A column that this role may not read is nobody's to read by it. */
async function sampled(
  tx: Tx,
  column: Parameters<typeof store.sampleColumn>[1],
): Promise<Buffer[]> {
  const isNotAllowed = (error: unknown) => error instanceof SqlError && error.sqlState === '42501'
  return (await tx.attempt(() => store.sampleColumn(tx, column), isNotAllowed)) ?? []
}

/** What seals adds to every value: no sealed one is shorter. */
const sealOctetsMin = 17

/** Text without control characters, which octets of a cipher are only by a rare chance. */
export function isReadable(value: Buffer): boolean {
  if (value.length === 0) return false
  if (value.length < sealOctetsMin) return true
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(value)
    return !/[\p{Cc}\p{Cn}\p{Co}]/u.test(text.replace(/[\t\n\r]/g, ' '))
  } catch {
    return false
  }
}
