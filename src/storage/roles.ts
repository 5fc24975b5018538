// The database's roles: made on the first start, or asked for by name when that is not allowed.
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import type { Randomness } from '../kernel/index.ts'
import type { Login } from './connection.ts'
import { withClient } from './connection.ts'
import { backupRole, embeddedRoles, superuser } from './embedded/index.ts'
import { startError } from './errors.ts'
import { makeOwnFolder } from './own-folder.ts'
import type { ServerAddress } from './server-address.ts'

/** How each part of the program logs in. */
export type Logins = { owner: Login; app: Login; engine: Login; jobs: Login }

const serverRoles = ['accord_app', 'accord_engine', 'accord_jobs'] as const
type ServerRole = (typeof serverRoles)[number]

const embeddedLogins: Logins = {
  owner: { user: 'accord_owner' },
  app: { user: 'accord_app' },
  engine: { user: 'accord_engine' },
  jobs: { user: 'accord_jobs' },
}

/** Roles and the database on an embedded server, where the superuser is ours. */
export async function prepareEmbedded(
  address: (database: string) => ServerAddress,
  database: string,
): Promise<Logins> {
  await withClient(address('postgres'), { user: superuser }, async (client) => {
    await ensureBackupRole(client)
    const { rows } = await client.query('select from pg_database where datname = $1', [database])
    if (rows.length > 0) return
    for (const role of embeddedRoles) await createRole(client, `${role} login`)
    await client.query('grant accord_jobs to accord_owner with inherit false, set true')
    await client.query(`create database ${database} owner accord_owner`).catch(ignoreExisting)
  })
  return embeddedLogins
}

/** Data folders of versions before 0.2 do not have it. */
async function ensureBackupRole(client: pg.ClientBase): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [backupRole])
  if (found.rows.length === 0) await createRole(client, `${backupRole} login replication`)
}

/** Two starts at once may both find it missing. */
async function createRole(client: pg.ClientBase, definition: string): Promise<void> {
  await client.query(`create role ${definition}`).catch(ignoreExisting)
}

const alreadyThere = new Set(['42710', '42P04', '23505'])

function ignoreExisting(error: unknown): void {
  if (!alreadyThere.has(String((error as { code?: unknown }).code))) throw error
}

type Powers = {
  name: string
  mayCreateRoles: boolean
  mayTakeRoles: boolean
  missing: ServerRole[]
  tooStrong: string[]
}

/**
 * Roles on a server that somebody else runs. Where the user of DATABASE_URL may create roles, each
 * part of the program gets a login of its own, whose password lies in the keys folder; where it may
 * only take the three roles, it takes one as each connection starts; else the error says what an
 * administrator has to run.
 */
export async function prepareRemote(
  address: ServerAddress,
  owner: Login,
  secrets: { keysFolder: string; randomness: Randomness },
): Promise<Logins> {
  return withClient(address, owner, async (client) => {
    await refuseOldServer(client)
    const before = await powersOf(client)
    if (before.mayCreateRoles) {
      for (const role of before.missing) await createRole(client, `${role} nologin`)
      const now = await powersOf(client)
      if (!now.mayTakeRoles) await takeRoles(client, now.name)
    }
    const powers = await powersOf(client)
    if (powers.missing.length > 0 || !powers.mayTakeRoles) throw rolesMissing(powers.name)
    refuseStrongRoles(powers.tooStrong)
    if (!powers.mayCreateRoles) return oneLogin(owner)
    return ownLogins(client, owner, secrets)
  })
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  )
  const version = rows[0]?.version ?? 0
  if (version >= 170_000) return
  const major = Math.floor(version / 10_000)
  throw startError(
    'storage.postgres_too_old',
    `The server of DATABASE_URL is PostgreSQL ${major}; Accord needs 17 or newer.`,
    { major },
  )
}

async function powersOf(client: pg.Client): Promise<Powers> {
  const me = await client.query<{ name: string; creates: boolean }>(
    `select rolname as name, rolsuper or rolcreaterole as creates
     from pg_roles where rolname = current_user`,
  )
  const roles = await client.query<{ name: ServerRole; strong: boolean; taken: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls as strong,
            pg_has_role(current_user, oid, 'set') as taken
     from pg_roles where rolname = any($1)`,
    [[...serverRoles]],
  )
  const found = new Set(roles.rows.map(({ name }) => name))
  return {
    name: me.rows[0]?.name ?? '',
    mayCreateRoles: me.rows[0]?.creates ?? false,
    mayTakeRoles: roles.rows.every(({ taken }) => taken),
    missing: serverRoles.filter((role) => !found.has(role)),
    tooStrong: roles.rows.filter(({ strong }) => strong).map(({ name }) => name),
  }
}

/** To hand the queue's schema over, and to take a role as a connection starts. */
async function takeRoles(client: pg.Client, me: string): Promise<void> {
  await client
    .query(`grant ${serverRoles.join(', ')} to ${identifier(me)} with inherit false, set true`)
    .catch(() => {
      throw rolesMissing(me)
    })
}

function rolesMissing(me: string): Error {
  const user = identifier(me)
  const sql = [
    ...serverRoles.map((role) => `CREATE ROLE ${role} NOLOGIN;`),
    `GRANT ${serverRoles.join(', ')} TO ${user} WITH INHERIT FALSE, SET TRUE;`,
  ].join(' ')
  return startError(
    'storage.roles_missing',
    `The user ${user} of DATABASE_URL may not make the roles that Accord runs as: have an ` +
      `administrator run, leaving out the roles that exist: ${sql}`,
    { user: me, sql },
  )
}

function refuseStrongRoles(names: readonly string[]): void {
  const name = names[0]
  if (name === undefined) return
  throw startError(
    'storage.role_too_strong',
    `The role ${name} could read across accounts: have an administrator run: ALTER ROLE ${name} ` +
      'NOSUPERUSER NOBYPASSRLS;',
    { role: name },
  )
}

/** One login that takes a role as each connection starts; RESET ROLE leads back to that role. */
export function oneLogin(owner: Login): Logins {
  return {
    owner,
    app: { ...owner, role: 'accord_app' },
    engine: { ...owner, role: 'accord_engine' },
    jobs: { ...owner, role: 'accord_jobs' },
  }
}

type StoredLogins = Record<ServerRole, { user: string; password: string }>

async function ownLogins(
  client: pg.Client,
  owner: Login,
  secrets: { keysFolder: string; randomness: Randomness },
): Promise<Logins> {
  const file = join(secrets.keysFolder, 'database-logins.json')
  const stored: StoredLogins = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as StoredLogins)
    : keep(file, newLogins(secrets.randomness))
  const { rows } = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any($1)',
    [serverRoles.map((role) => stored[role].user)],
  )
  const found = new Set(rows.map(({ name }) => name))
  for (const role of serverRoles) {
    const { user, password } = stored[role]
    if (found.has(user)) continue
    const verifier = scramVerifier(password, secrets.randomness.bytes(16))
    await createRole(client, `${identifier(user)} login in role ${role} password '${verifier}'`)
  }
  const login = (role: ServerRole): Login => ({ ...stored[role], role })
  return {
    owner,
    app: login('accord_app'),
    engine: login('accord_engine'),
    jobs: login('accord_jobs'),
  }
}

/** The names carry a random part: several installations may share one server. */
function newLogins(randomness: Randomness): StoredLogins {
  const mark = Buffer.from(randomness.bytes(4)).toString('hex')
  const login = (role: ServerRole): { user: string; password: string } => ({
    user: `${role}_${mark}`,
    password: Buffer.from(randomness.bytes(24)).toString('base64url'),
  })
  return {
    accord_app: login('accord_app'),
    accord_engine: login('accord_engine'),
    accord_jobs: login('accord_jobs'),
  }
}

/** Written whole before any role is made with it, so that no password is ever lost. */
function keep(file: string, logins: StoredLogins): StoredLogins {
  makeOwnFolder(dirname(file))
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
  return logins
}

const scramIterations = 4096

/** What the server stores (RFC 5803), made here so that no password stands in a statement. */
export function scramVerifier(password: string, salt: Uint8Array): string {
  const salted = pbkdf2Sync(password, salt, scramIterations, 32, 'sha256')
  const hmac = (word: string): Buffer => createHmac('sha256', salted).update(word).digest()
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64')
  const serverKey = hmac('Server Key').toString('base64')
  const salt64 = Buffer.from(salt).toString('base64')
  return `SCRAM-SHA-256$${scramIterations}:${salt64}$${storedKey}:${serverKey}`
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
