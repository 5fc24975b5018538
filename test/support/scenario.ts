// A whole Accord for a scenario: embedded database, sandbox operator, two accounts with tokens.
import { expect } from 'vitest'
import type { Config, RunningApp } from '../../src/app/index.ts'
import { rights, type Timers } from '../../src/kernel/index.ts'
import { configFor, startApp } from './app.ts'
import { realTimers } from './clock.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'
import { layInstalled } from './installed-data.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Answer<T> = { status: number; body: T; headers: Headers }

export type ScenarioAccount = {
  id: string
  number: number
  /** All rights of the account, and none over the installation. */
  token: string
}

export type Accord = {
  url: string
  config: Config
  /** The person who set the installation up: all rights, by cookie. */
  owner: { cookie: string; email: string; password: string }
  /** Two sandbox accounts, which must never meet. */
  accounts: readonly [ScenarioAccount, ScenarioAccount]
  app(): RunningApp
  /** `by`: a token, or a cookie as `owner.cookie`. */
  call<T = Record<string, unknown>>(
    by: string,
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<Answer<T>>
  /** Sends a file as multipart/form-data, its fields before it. */
  upload<T = Record<string, unknown>>(
    by: string,
    path: string,
    file: { name: string; bytes: Uint8Array | string },
    fields?: Record<string, string>,
  ): Promise<Answer<T>>
  /** Its clock goes on by so much at once; what truly takes time still takes it. */
  letPass(ms: number): void
  /** Stops in order and starts again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export type AccordOptions = {
  environment?: Record<string, string>
  /** The hour that the installation believes it is when it starts; time goes on from there. */
  startsAt?: string
  /** Its folders are empty: the start makes the database too. Else its tables are laid already. */
  isNew?: boolean
  /** Told of the data folder once the server listens, before anything is asked of it. */
  begun?: (dataFolder: string) => void
}

export async function startAccord(options: AccordOptions = {}): Promise<Accord> {
  // Two folders side by side: the database's own user may enter neither's parent but `/tmp`.
  const folders = [newTestFolder(), newTestFolder()] as const
  const config = configFor({
    ACCORD_DATA: folders[0],
    ACCORD_KEYS: folders[1],
    ACCORD_PORT: '0',
    ACCORD_LANGUAGE: 'en',
    // From the sources a thread takes seconds to begin: those who test it say so.
    ACCORD_ENGINE_THREAD: 'no',
    // A clock that is moved over a night would begin one.
    ACCORD_BACKUP: 'off',
    ...options.environment,
  })
  const { timers, letPass } = movedTimers(options.startsAt)
  if (options.isNew !== true && config.databaseUrl === null) await layInstalled(config.dataFolder)
  let app = await startApp(config, { timers })
  options.begun?.(config.dataFolder)
  const caller = callerOf(() => app.url)
  try {
    const owner = await setUp(caller, app.setupCode ?? '')
    const first = await accountOf(caller, owner.cookie)
    const second = await secondAccount(caller, owner.cookie)
    return {
      get url() {
        return app.url
      },
      config,
      owner,
      accounts: [first, second],
      app: () => app,
      ...caller,
      letPass,
      restart: async () => {
        await app.stop()
        app = await startApp(config, { timers })
      },
      stop: async () => {
        await app.stop()
        for (const folder of folders) removeTestFolder(folder)
      },
    }
  } catch (error) {
    await app.stop()
    throw error
  }
}

/** The machine's clock, moved: a campaign by day can be tried by night. */
export function movedTimers(startsAt: string | undefined): {
  timers: Timers
  letPass(ms: number): void
} {
  let shiftMs = startsAt === undefined ? 0 : Date.parse(startsAt) - realTimers.now()
  return {
    timers: { ...realTimers, now: () => realTimers.now() + shiftMs },
    letPass: (ms) => {
      shiftMs += ms
    },
  }
}

export type Caller = Pick<Accord, 'call' | 'upload'>

export function callerOf(url: () => string): Caller {
  const ask = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    const answer = await fetch(`${url()}${path}`, init)
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    const body = (isJson && text !== '' ? JSON.parse(text) : text) as T
    return { status: answer.status, body, headers: answer.headers }
  }
  return {
    call: (by, method, path, body) =>
      ask(path, {
        method,
        headers: {
          ...credentials(by),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    upload: (by, path, file, fields = {}) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      const bytes = typeof file.bytes === 'string' ? file.bytes : new Uint8Array(file.bytes)
      form.set('file', new Blob([bytes]), file.name)
      return ask(path, { method: 'POST', headers: credentials(by), body: form })
    },
  }
}

/** A program that holds a cookie says so by the header that another site's page cannot set. */
function credentials(by: string): Record<string, string> {
  if (by === '') return {}
  if (/^(?:__Host-)?accord_session=/.test(by)) return { cookie: by, 'x-accord': 'scenario' }
  return { authorization: `Bearer ${by}` }
}

const email = 'camille@example.org'
const password = 'les cerises de juin'

/** The first run, as a person does it on the first page. */
export async function setUp({ call }: Caller, code: string): Promise<Accord['owner']> {
  const answer = await call('', 'POST', '/v1/setup', {
    code,
    accountName: 'Boutique des Tilleuls',
    accountKind: 'sandbox',
    name: 'Camille Exemple',
    language: 'en',
    email,
    password,
  })
  return { cookie: cookieOf(answer), email, password }
}

/** Once more, where the sessions of everybody have ended. */
export async function logInOwner({ call, owner }: Pick<Accord, 'call' | 'owner'>): Promise<void> {
  const { email, password } = owner
  owner.cookie = cookieOf(await call('', 'POST', '/v1/sessions', { email, password }))
}

export function cookieOf(answer: Answer<unknown>): string {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`no cookie: ${JSON.stringify(answer.body)}`)
  return cookie
}

type Me = { account: { id: string; number: number } }

/** By the first account's token; an answer that is no success is told with all that it says. */
export async function asked<T = Record<string, unknown>>(
  accord: Pick<Accord, 'accounts' | 'call'>,
  method: Method,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await accord.call<T>(accord.accounts[0].token, method, path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  return answer.body
}

/** Somebody with this number (E.164) texts 36111: the sandbox operator hands it to the platform. */
export async function textFrom(
  accord: Pick<Accord, 'app'>,
  from: string,
  text: string,
): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${accord.app().sandboxControlPort}/mo`, {
    method: 'POST',
    body: JSON.stringify({ from: from.slice(1), to: '36111', text }),
  })
  expect(answer.status).toBe(202)
}

/** A token of the account that the cookie stands in. */
export async function accountOf({ call }: Caller, cookie: string): Promise<ScenarioAccount> {
  const { body } = await call<Me>(cookie, 'GET', '/v1/me')
  const own = rights.filter((right) => right !== 'installation.manage')
  const made = await call<{ secret: string }>(cookie, 'POST', '/v1/tokens', {
    name: 'scenario',
    rights: own,
  })
  return { id: body.account.id, number: body.account.number, token: made.body.secret }
}

async function secondAccount(caller: Caller, cookie: string): Promise<ScenarioAccount> {
  const { call } = caller
  const before = await call<Me>(cookie, 'GET', '/v1/me')
  const made = await call<{ id: string }>(cookie, 'POST', '/v1/accounts', {
    name: 'École du Port',
    kind: 'sandbox',
  })
  const go = (accountId: string) => call(cookie, 'PUT', '/v1/sessions/current', { accountId })
  await go(made.body.id)
  const account = await accountOf(caller, cookie)
  await go(before.body.account.id)
  return account
}

/** An alert that needs no consent, to a number kept for fiction, from the account's own sender. */
export async function sendAlert({ call, accounts }: Accord, text: string): Promise<string> {
  const sent = await call<{ id: string }>(accounts[0].token, 'POST', '/v1/messages', {
    to: '+33639980001',
    text,
    class: 'alert',
    basis: 'contract',
    sender: 'LUMEN',
  })
  if (sent.status !== 202) throw new Error(`not taken: ${sent.status} ${JSON.stringify(sent.body)}`)
  return sent.body.id
}
