// The platform from its sources: a change restarts the server, the web app is changed in place.
import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { watch } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { realTimers } from '../src/app/clock.ts'
import { configFromEnvironment } from '../src/app/config.ts'
import { startEmbedded } from '../src/storage/embedded/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const config = configFromEnvironment()
const webPort = process.env['ACCORD_DEV_PORT'] ?? '5173'
const webUrl = `http://127.0.0.1:${webPort}`

/** Kept over all restarts: a server that finds it running shares it, and begins sooner. */
const database =
  config.databaseUrl === null ? await startEmbedded(config.dataFolder, realTimers) : null

const environment = {
  // Links lead to where the web app is.
  ACCORD_URL: webUrl,
  // From sources a thread of its own takes seconds to begin.
  ACCORD_ENGINE_THREAD: 'no',
  ACCORD_DEV_SERVER: `http://127.0.0.1:${config.port}`,
  ...process.env,
}

function start(...words: string[]): ChildProcess {
  return spawn(process.execPath, words, { cwd: root, env: environment, stdio: 'inherit' })
}

const startWeb = () => start('node_modules/vite/bin/vite.js', '--port', webPort, '--strictPort')
const startServer = () => start('src/cli/main.ts', 'start', ...process.argv.slice(2))

const changes = new EventEmitter()
let changed = 0
let isEnding = false

const isServers = (file: string) =>
  /\.(ts|sql|tsv)$/.test(file) && !file.endsWith('.test.ts') && !file.startsWith(`web${sep}`)

let waiting: NodeJS.Timeout | undefined
watch(join(root, 'src'), { recursive: true }, (_, file) => {
  if (file === null || !isServers(file)) return
  // An editor writes a file in several steps, and git many files at once.
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    changed += 1
    changes.emit('one')
  }, 100)
})

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function onSignal(): void {
  isEnding = true
  changes.emit('one')
}
process.on('SIGINT', onSignal)
process.on('SIGTERM', onSignal)

const web = startWeb()
while (!isEnding) {
  const before = changed
  const server = startServer()
  const ended = once(server, 'exit')
  const next = once(changes, 'one')
  await Promise.race([ended, next])
  if (changed === before && !isEnding) {
    process.stderr.write('The server ended. It starts again when a file changes.\n')
    await next
  }
  await end(server)
}
await end(web)
await database?.stop()
process.exit(0)
