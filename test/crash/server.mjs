// The server that is killed: the whole program with a clock moved to a lawful hour.
// Says one line of JSON once it answers; its variables are those of any installation.
const [, , program, aheadMs] = process.argv
const { configFor, realTimers, startApp } = await import(program)
const timers = { ...realTimers, now: () => realTimers.now() + Number(aheadMs) }
const app = await startApp(configFor(process.env), { timers })
process.stdout.write(`${JSON.stringify({ url: app.url, setupCode: app.setupCode })}\n`)
process.on('SIGTERM', () => void app.stop().then(() => process.exit(0)))
// Whoever started it and died leaves nothing running.
process.stdin.once('close', () => void app.stop().then(() => process.exit(0))).resume()
