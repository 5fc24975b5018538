// The installation that the bench measures, as a process of its own, from the build.
// Says one line of JSON once it listens; ends when its standard input does.
import { startTemporaryInstallation } from '../../dist/app/index.js'
import { lawfulInstant } from '../../dist/cli/demo/place.js'

const now = Date.now()
const installation = await startTemporaryInstallation({
  language: 'en',
  accountName: 'Bench',
  aheadMs: lawfulInstant(now) - now,
  link: process.argv[2],
  sandboxFlags: ['--no-magic', '--receipt-delay', '20'],
})
const { url, token, folder, pids } = installation
process.stdout.write(
  `${JSON.stringify({ url, token, folder, pids: { server: process.pid, ...pids } })}\n`,
)
process.stdin.once('close', () => void installation.stop().then(() => process.exit(0))).resume()
process.on('SIGINT', () => undefined)
