// The installation that the bench measures, as a process of its own, from the build.
// Says one line of JSON once it listens; ends when its standard input does.
import { configFor, realTimers, startApp } from '../../dist/app/index.js'

const ahead = Number(process.argv[2])
const timers = { ...realTimers, now: () => realTimers.now() + ahead }
const app = await startApp(configFor(process.env), { timers })
const { url, setupCode, databasePid } = app
const { version, origin } = app.postgres
process.stdout.write(
  `${JSON.stringify({ url, setupCode, databasePid, postgres: `${version} (${origin})` })}\n`,
)
process.stdin.once('close', () => void app.stop().then(() => process.exit(0))).resume()
process.on('SIGINT', () => undefined)
