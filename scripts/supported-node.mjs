// The Node that Accord runs on: the machine's where it is new enough, else one from npm.
// Plain JavaScript for Node 20, with Node's own modules only: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'node')
/** `engines` in package.json is less: that is what these scripts can begin with. */
export const nodeMin = [22, 22]
/** Told to the process that takes over: whose death is its own. */
const guard = 'ACCORD_HANDED_OVER_BY'

export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > nodeMin[0] || (major === nodeMin[0] && minor >= nodeMin[1])
}

/**
 * Returns where this Node is new enough. Else the program begins again under the one from npm, with
 * the same arguments and streams; this process passes on signals, ends with it, and never returns.
 */
export async function onSupportedNode(words = process.argv.slice(1)) {
  if (isNewEnough(process.versions.node)) {
    endWithGuard()
    return
  }
  const program = nodeFromNpm()
  // `node` of whatever it begins is the same one.
  const path = `${dirname(program)}${delimiter}${process.env.PATH ?? ''}`
  const child = spawn(program, [...process.execArgv, ...words], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, [guard]: String(process.pid) },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.once('error', (error) => fail(`${program} does not run (${error.message}). ${advice}`))
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
  await new Promise(() => undefined)
}

/** Who handed over may be killed without a chance to say so: that counts as a hang-up. */
function endWithGuard() {
  const from = process.env[guard]
  delete process.env[guard]
  if (from !== String(process.ppid)) return
  const watch = setInterval(() => {
    if (String(process.ppid) === from) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGHUP')
  }, 200)
  watch.unref()
}

/** Its program, after installing it where it is missing. */
function nodeFromNpm() {
  const name = `node-${process.platform}-${process.arch}`
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const wanted = packages[`node_modules/${name}`]
  if (wanted === undefined) fail(advice)
  const installed = join(folder, 'node_modules', name)
  const program = join(installed, 'bin', 'node')
  if (versionIn(installed) === wanted.version && existsSync(program)) return program
  process.stderr.write(
    `This Node is ${process.versions.node}, which is too old: installing ${wanted.version} from npm (once; 53 MB)…\n`,
  )
  const done = runNpm(
    ['ci', '--no-fund', '--no-audit', '--no-update-notifier', '--ignore-scripts'],
    folder,
  )
  if (!done.ok) fail(`Node could not be installed: ${done.why}. Check the network, or: ${advice}`)
  // It needs the GNU C library, which Alpine does not have.
  const told = spawnSync(program, ['--version'], { encoding: 'utf8' })
  if (told.status !== 0) fail(`${program} does not run here. ${advice}`)
  return program
}

const advice =
  `Accord needs Node ${nodeMin.join('.')} or newer, best 24; this is ${process.versions.node}. ` +
  'Install a newer Node and try again.'

/** Null where nothing is installed. */
function versionIn(installed) {
  try {
    return JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version
  } catch {
    return null
  }
}

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/**
 * Runs a program with its output on standard error, so that standard output stays the command's.
 */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, { stdio: ['ignore', 2, 2], ...options })
  if (result.error) return { ok: false, why: result.error.message }
  return {
    ok: result.status === 0,
    why: `${program} ${args[0] ?? ''} ended with ${result.status ?? result.signal}`,
  }
}

/**
 * npm runs under the machine's Node, which some systems' npm cannot do without. So it warns of
 * packages that need a newer one, though they never meet this one: `npm run check` asks whether
 * each supports the oldest Node that Accord runs on, and here only errors are shown.
 */
export function runNpm(args, cwd) {
  const words = [...args, `--prefix=${cwd}`, '--loglevel=error']
  const ours = join(folder, 'node_modules')
  const path = (process.env.PATH ?? '').split(delimiter).filter((place) => !place.startsWith(ours))
  const options = { cwd, env: { ...process.env, PATH: path.join(delimiter) } }
  // npm tells its own path to the scripts it runs; outside npm it is looked up on the PATH.
  const { npm_execpath: own, npm_node_execpath: node } = process.env
  if (own && node && /npm-cli\.js$/.test(own)) return run(node, [own, ...words], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, options)
}
