// `accord start`: starts the platform, says where it is, and stops it all on Ctrl-C.
import { parseArgs } from 'node:util'
import {
  type Config,
  configFromEnvironment,
  ownRouteName,
  type RunningApp,
  realTimers,
  startApp,
} from '../app/index.ts'
import type { Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { type Command, type CommandIo, exitCodes } from './command.ts'
import { tellPostgres } from './tell/tell-postgres.ts'

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  keys: { type: 'string' },
  operator: { type: 'string' },
} as const

export const command: Command = {
  name: 'start',
  summary: {
    en: 'Start the platform: database, web app, API and the sandbox operator',
    fr: 'Démarrer la plateforme : base de données, web, API et opérateur d’essai',
  },
  usage: `accord start [--port 8470] [--host 127.0.0.1] [--data FOLDER] [--keys FOLDER]
             [--operator smpp://user:password@127.0.0.1:2775]

Each option stands before the variable of the same sense (ACCORD_PORT, ACCORD_HOST, ACCORD_DATA,
ACCORD_KEYS, ACCORD_OPERATOR); docs/reference/config.md lists them all.`,
  run: async (args, io) => {
    const config = configFrom(args)
    // Watched from here on: a start that is cut off would leave its database running.
    const stopping = watchSignals(io)
    const app = await startApp(config, {
      onMigrating: ({ from, to, steps }) => {
        const details = { from, to, steps: String(steps) }
        io.stderr.write(`${tell(io.language, 'app.migrating', details)}\n`)
      },
      onLinkDown: (route, why) => {
        io.stderr.write(`${routeToTell(route, config)}: ${tell(io.language, `down.${why}`)}\n`)
      },
      onProxyUntrusted: () => io.stderr.write(`${tell(io.language, 'app.proxy_untrusted')}\n`),
    })
    announce(app, config, io)
    await stopping.asked
    stopping.onSecond(() => stopAtOnce(app))
    await app.stop()
    io.stderr.write(`${tell(io.language, 'app.stopped')}\n`)
    stopping.end()
    return exitCodes.done
  },
}

function configFrom(args: readonly string[]): Config {
  const { values } = parseArgs({ args: [...args], options, strict: true })
  return configFromEnvironment({
    ACCORD_PORT: values.port,
    ACCORD_HOST: values.host,
    ACCORD_DATA: values.data,
    ACCORD_KEYS: values.keys,
    ACCORD_OPERATOR: values.operator,
  })
}

/** Its own route keeps its name wherever it leads; an operator named at the start is no sandbox. */
function routeToTell(name: string, { operatorUrl }: Config): string {
  return name === ownRouteName && operatorUrl !== null ? new URL(operatorUrl).host : name
}

type Details = Record<string, string>
const tell = (language: Language, key: string, details: Details = {}) =>
  sentence(language, key, details) ?? key

function announce(app: RunningApp, config: Config, io: CommandIo): void {
  const say = (key: string, details: Details = {}) => tell(io.language, key, details)
  const lines = [
    say('app.ready', { url: app.url }),
    say('app.data_at', { data: config.dataFolder, keys: config.keysFolder }),
    ...tellPostgres(io.language, app.postgres, realTimers.now()),
    ...(app.logPath === null ? [] : [say('app.log_at', { path: app.logPath })]),
    config.operatorUrl === null
      ? say('app.operator_sandbox')
      : say('app.operator_named', { operator: new URL(config.operatorUrl).host }),
  ]
  if (app.setupCode !== null) {
    lines.push('', say('app.first_run'), `  ${app.url}/start#${app.setupCode}`)
  }
  if (app.recoveryCopy !== null) {
    // What is no terminal is kept: a journal, a file. The key would stand in it for years.
    if (io.stdout.isTTY === true) lines.push('', say('app.recovery'), `  ${app.recoveryCopy}`)
    else lines.push('', say('app.recovery_elsewhere'))
  }
  if (app.held !== null) lines.push('', say('app.held'))
  lines.push('', say('app.stop_hint'))
  io.stdout.write(`${lines.join('\n')}\n`)
}

type Stopping = { asked: Promise<void>; onSecond(act: () => never): void; end(): void }

/** npm hands on the Ctrl-C that the terminal gave to both: a second one so soon is the same. */
const sameSignalMs = 500

/**
 * The first signal asks for a stop in order, and a second one does not wait for that: but for a
 * hang-up, since whoever started us has gone, which is no second wish.
 */
function watchSignals(io: CommandIo): Stopping {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let isAsked = false
  let mayHurry = false
  let hurry = (): never => process.exit(exitCodes.failed)
  let forget = () => {}
  const asked = new Promise<void>((resolve) => {
    const onSignal = (signal: NodeJS.Signals) => {
      if (mayHurry && signal !== 'SIGHUP') hurry()
      if (isAsked) return
      isAsked = true
      io.stderr.write(`${tell(io.language, 'app.stopping')}\n`)
      const cancel = realTimers.after(sameSignalMs, () => {
        mayHurry = true
      })
      forget = () => {
        cancel()
        for (const signal of signals) process.removeListener(signal, onSignal)
      }
      resolve()
    }
    for (const signal of signals) process.on(signal, onSignal)
  })
  return {
    asked,
    onSecond: (act) => {
      hurry = act
    },
    end: () => forget(),
  }
}

/** The database is told to shut down fast, which it does without us; nothing accepted is lost. */
function stopAtOnce(app: RunningApp): never {
  try {
    if (app.databasePid !== null) process.kill(app.databasePid, 'SIGINT')
  } catch {
    // It has gone already.
  }
  process.exit(exitCodes.failed)
}
