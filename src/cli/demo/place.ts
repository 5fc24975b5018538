// Where the demo plays: the running installation, or a temporary one with a clock of its own.
import {
  type Config,
  openOffice,
  runningServer,
  startTemporaryInstallation,
} from '../../app/index.ts'
import { marketingWindow } from '../../countries/index.ts'
import type { Instant, Language, Timers } from '../../kernel/index.ts'

export type Place = {
  kind: 'running' | 'temporary'
  url: string
  token: string
  sandboxControlPort: number
  /** How far the installation's clock is ahead of the machine's. */
  aheadMs: number
  /** The folder that stays, when it was asked to. */
  folder: string | null
  leave(): Promise<void>
}

/** Segments a second: slow enough for a STOP to come in the middle of a small campaign. */
const segmentsPerSecond = 20

const hourMs = 3_600_000
/** The demo takes a minute; what is lawful must stay so for longer. */
const marginMs = hourMs / 4
/** Alsace has holidays of its own, and each of these a clock of its own. */
const asked = [
  { territory: 'FR', postcode: '67000' },
  { territory: 'GP', postcode: null },
  { territory: 'GF', postcode: null },
  { territory: 'RE', postcode: null },
] as const

/** Now, or the next full hour at which marketing may leave to all of them. */
export function lawfulInstant(now: Instant): Instant {
  const isLawful = (at: Instant) =>
    asked.every(({ territory, postcode }) => {
      const window = marketingWindow(territory, at, { postcode })
      return window.open && window.closesAt - at > marginMs
    })
  if (isLawful(now)) return now
  let at = Math.ceil(now / hourMs) * hourMs
  while (!isLawful(at)) at += hourMs
  return at
}

export type PlaceOptions = {
  language: Language
  timers: Timers
  accountName: string
  keep: boolean
}

export async function temporaryPlace(options: PlaceOptions): Promise<Place> {
  const { language, accountName, keep, timers } = options
  const now = timers.now()
  const aheadMs = lawfulInstant(now) - now
  const installation = await startTemporaryInstallation({
    language,
    accountName,
    keep,
    aheadMs,
    link: `rate=${segmentsPerSecond}`,
    sandboxFlags: ['--show-personal-data'],
  })
  const { url, token, sandboxControlPort, folder } = installation
  return {
    kind: 'temporary',
    url,
    token,
    sandboxControlPort,
    aheadMs,
    folder: keep ? folder : null,
    leave: () => installation.stop(),
  }
}

/**
 * The running installation, by the token given or one made as `accord token` does. Null where none
 * runs, where it has no sandbox account, or where its operator is not the sandbox: the demo writes
 * to nobody's telephone.
 */
export async function runningPlace(config: Config, given: string | null): Promise<Place | null> {
  const server = runningServer(config.dataFolder)
  if (server === null || server.url === null || server.sandboxControlPort === null) return null
  const token = given ?? (await tokenOfSandboxAccount(config))
  if (token === null || !(await isSandboxAccount(server.url, token))) return null
  return {
    kind: 'running',
    url: server.url,
    token,
    sandboxControlPort: server.sandboxControlPort,
    aheadMs: 0,
    folder: null,
    leave: async () => undefined,
  }
}

async function tokenOfSandboxAccount(config: Config): Promise<string | null> {
  const office = await openOffice(config)
  try {
    const account = (await office.accounts()).find(({ kind }) => kind === 'sandbox')
    if (account === undefined) return null
    return await office.createToken({ accountNumber: account.number, name: 'demo', rights: 'all' })
  } finally {
    await office.close()
  }
}

async function isSandboxAccount(url: string, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${url}/v1/account`, { headers })
  return answer.ok && ((await answer.json()) as { kind: string }).kind === 'sandbox'
}
