// Accounts through their routes on a real database: a server, an owner, and who calls.
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import {
  type AccountsDeps,
  accountsRoutes,
  argon2Passwords,
  authenticateWith,
  idempotencyStore,
  judgeHere,
  newSetupCode,
  type UserMail,
} from '../../src/accounts/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { makeTestId, seededRandomness, type TestClock, testClock } from './clock.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'
import { testServer } from './test-server.ts'

export const password = 'les cerises de juin'
export const setup = {
  accountName: 'Boutique des Tilleuls',
  name: 'Camille Exemple',
  email: 'camille@example.org',
  password,
}
// The cost of real passwords would only slow the tests down.
const passwords = argon2Passwords({ memoryKiB: 64, passes: 1, lanes: 1 })
/** Its dictionaries are read once for all tests of a file. */
const judgePassword = judgeHere()

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type By = {
  cookie?: string | null | undefined
  token?: string
  /** The address that the request comes from; this machine's by default. */
  from?: string
}
export type Answer = {
  status: number
  body: Record<string, unknown>
  /** What a browser would send back. */
  cookie: string | null
  setCookies: string[]
}
export type Recorded = {
  action: string
  accountId: string
  by: string
  details: Readonly<Record<string, string | number | boolean>>
}

export type AccountsFixture = {
  store: TestDatabase
  clock: TestClock
  deps: AccountsDeps
  server: FastifyInstance
  recorded: Recorded[]
  mails: UserMail[]
  /** How many passwords were looked at. */
  verified(): number
  call(method: Method, url: string, by?: By, body?: object): Promise<Answer>
  ownerCookie(): Promise<string>
  logIn(by?: By, as?: { email?: string; password?: string }): Promise<Answer>
  close(): Promise<void>
}

export async function accountsFixture(options = { secureCookie: false }): Promise<AccountsFixture> {
  const store = await testDatabase()
  const folder = newTestFolder()
  const clock = testClock()
  const randomness = seededRandomness()
  const { database } = store
  const vault = await openVault({ database, keysFolder: join(folder, 'keys'), randomness })
  const recorded: Recorded[] = []
  const mails: UserMail[] = []
  let verified = 0
  const deps: AccountsDeps = {
    database,
    vault,
    clock,
    randomness,
    makeId: makeTestId(clock, randomness),
    passwords: {
      hash: passwords.hash,
      verify: (hash, text) => {
        verified += 1
        return passwords.verify(hash, text)
      },
    },
    judgePassword,
    siteUrl: () => 'https://accord.example.org',
    record: async (_tx, { accountId, by }, { action, details }) => {
      const actor = by.kind === 'user' ? by.userId : by.kind === 'token' ? by.tokenId : by.what
      recorded.push({ action, accountId, by: actor, details })
    },
    mailsLeave: () => false,
    sendMail: async (_tx, mail) => {
      mails.push(mail)
    },
    accountHolds: async () => ({ people: false, waiting: false }),
    accountResumed: async () => undefined,
    clockSet: async () => undefined,
    accountMade: async () => undefined,
  }
  const server = await testServer(accountsRoutes(deps, options), {
    authenticate: authenticateWith(deps, options),
    timers: clock,
    idempotency: idempotencyStore(deps),
    onFailure: (error) => console.error(error),
  })
  const call = (method: Method, url: string, by: By = {}, body?: object) =>
    asked(server, { method, url, by, body })
  return {
    store,
    clock,
    deps,
    server,
    recorded,
    mails,
    verified: () => verified,
    call,
    ownerCookie: async () => {
      const code = await newSetupCode(deps)
      const answer = await call('POST', '/v1/setup', {}, { ...setup, code })
      if (answer.status !== 201) throw new Error(`the setup was answered ${answer.status}`)
      return answer.cookie ?? ''
    },
    logIn: (by = {}, as = {}) =>
      call('POST', '/v1/sessions', by, { email: setup.email, password, ...as }),
    close: async () => {
      await server.close()
      await store.close()
      removeTestFolder(folder)
    },
  }
}

async function asked(
  server: FastifyInstance,
  request: { method: Method; url: string; by: By; body: object | undefined },
): Promise<Answer> {
  const { method, url, by, body } = request
  const answer = await server.inject({
    method,
    url,
    ...(by.from === undefined ? {} : { remoteAddress: by.from }),
    headers: {
      origin: 'http://localhost',
      host: 'localhost',
      ...(by.cookie ? { cookie: by.cookie } : {}),
      ...(by.token ? { authorization: `Bearer ${by.token}` } : {}),
    },
    ...(body === undefined ? {} : { payload: body }),
  })
  const setCookies = [answer.headers['set-cookie'] ?? []].flat()
  return {
    status: answer.statusCode,
    body: answer.body === '' ? {} : answer.json(),
    cookie: setCookies.length === 0 ? null : setCookies.map((one) => one.split(';')[0]).join('; '),
    setCookies,
  }
}
