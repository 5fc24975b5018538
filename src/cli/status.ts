// `accord status`: whether a server runs on the data folder, where, whether it is ready, how it
// sends e-mails, and how old the last backup is.
import { parseArgs } from 'node:util'
import {
  type Config,
  changesUntil,
  configFromEnvironment,
  isOnDiskOf,
  listBackups,
  realTimers,
  runningServer,
  systemRandomness,
} from '../app/index.ts'
import type { Language } from '../kernel/index.ts'
import { backupCommandWords } from '../words/index.ts'
import { type Command, exitCodes } from './command.ts'
import { tellPostgres } from './tell/tell-postgres.ts'

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const

export const command: Command = {
  name: 'status',
  summary: {
    en: 'Say whether Accord runs, where, and on which PostgreSQL',
    fr: 'Dire si Accord fonctionne, où, et sur quel PostgreSQL',
  },
  usage: `accord status [--data FOLDER] [--json]

Exit code 0 when a server runs on the data folder and is ready, else 1.`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options, strict: true })
    const config = configFromEnvironment({ ACCORD_DATA: values.data })
    const found = runningServer(config.dataFolder)
    const isReady = found?.url != null && (await answers(found.url))
    // A server of an older version tells nothing of it.
    const postgres = found?.postgres ?? null
    const state = { running: found !== null, ready: isReady, url: found?.url ?? null }
    if (values.json) {
      const { sandboxControlPort = null, pid = null } = found ?? {}
      const mail = found?.mail ?? null
      const backup = { ...backupOf(config), mode: backupMode(config) }
      const uploadsLost = found?.uploadsLost ?? []
      const all = { ...state, pid, sandboxControlPort, postgres, mail, backup, uploadsLost }
      io.stdout.write(`${JSON.stringify(all)}\n`)
    } else {
      const lines = [say(io.language, state, config.dataFolder)]
      if (postgres !== null) lines.push(...tellPostgres(io.language, postgres, realTimers.now()))
      if (found?.mail !== undefined) lines.push(sayMail(io.language, found.mail))
      lines.push(...sayBackup(io.language, config))
      lines.push(...backupCommandWords[io.language].uploadsLost(found?.uploadsLost ?? []))
      io.stdout.write(`${lines.join('\n')}\n`)
    }
    return isReady ? exitCodes.done : exitCodes.failed
  },
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3000) })
    return answer.ok
  } catch {
    return false
  }
}

type State = { running: boolean; ready: boolean; url: string | null }

function say(language: Language, { running, ready, url }: State, folder: string): string {
  if (ready) return language === 'fr' ? `Accord fonctionne : ${url}` : `Accord runs at ${url}`
  if (running) return language === 'fr' ? 'Accord démarre.' : 'Accord is starting.'
  return language === 'fr'
    ? `Accord ne fonctionne pas sur ${folder} ; \`npm start\` le démarre.`
    : `Accord does not run on ${folder}; \`npm start\` starts it.`
}

function sayMail(language: Language, server: string | null): string {
  if (server === null) {
    return language === 'fr'
      ? 'E-mails : aucun ne part, car aucun serveur de messagerie n’est configuré (ACCORD_SMTP).'
      : 'E-mails: none is sent, because no mail server is configured (ACCORD_SMTP).'
  }
  return language === 'fr' ? `E-mails : envoyés par ${server}.` : `E-mails: sent through ${server}.`
}

const backupMode = ({ databaseUrl, backup }: Config): 'on' | 'off' | 'elsewhere' =>
  databaseUrl !== null ? 'elsewhere' : backup.folder === null ? 'off' : 'on'

function backupOf({ backup, dataFolder, filesFolder, keysFolder }: Config): {
  newestAt: string | null
  isOnDataDisk: boolean | null
  changesAt: string | null
} {
  if (backup.folder === null) return { newestAt: null, isOnDataDisk: null, changesAt: null }
  const [newest] = listBackups(backup.folder)
  const isOnDataDisk = isOnDiskOf(backup.folder, dataFolder)
  const places = { dataFolder, filesFolder, keysFolder }
  const set = { settings: backup, places, randomness: systemRandomness }
  const last = backup.changes ? changesUntil(set) : null
  const changesAt = last === null ? null : new Date(last).toISOString()
  return { newestAt: newest?.begunAt ?? null, isOnDataDisk, changesAt }
}

const hourMs = 3_600_000
const minuteMs = 60_000

function sayBackup(language: Language, config: Config): string[] {
  const words = backupCommandWords[language]
  const mode = backupMode(config)
  if (mode === 'elsewhere') return [words.statusElsewhere]
  if (mode === 'off') return [words.statusOff]
  const { newestAt, isOnDataDisk, changesAt } = backupOf(config)
  if (newestAt === null) return [words.statusNone]
  const hours = Math.floor((realTimers.now() - Date.parse(newestAt)) / hourMs)
  return [
    words.status(words.hours(hours), newestAt),
    changesAt === null ? words.statusNoChanges : sayChanges(language, changesAt),
    ...(isOnDataDisk === true ? [words.sameDisk] : []),
  ]
}

/** A server that runs writes something every few minutes: what is older than that is behind. */
const behindFromMinutes = 10

function sayChanges(language: Language, changesAt: string): string {
  const words = backupCommandWords[language]
  const minutes = Math.max(0, Math.floor((realTimers.now() - Date.parse(changesAt)) / minuteMs))
  if (minutes < behindFromMinutes) return words.statusChanges(changesAt)
  return words.statusChangesEnd(changesAt, minutes)
}
