// What must be there before anything runs: the packages and the build.
// Plain JavaScript with Node's own modules only, since it runs before the installation.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, run, runNpm } from './supported-node.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** True when what npm says it installed holds each package of the lockfile in its version. */
function isInstalled() {
  const told = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(told)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const there = JSON.parse(readFileSync(told, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
  )
}

/** Installs the packages of the lockfile unless they are there. */
export function ensureInstalled() {
  if (isInstalled()) return
  process.stderr.write('Installing the packages (once; about half a minute)…\n')
  const done = runNpm(['ci', '--no-fund', '--no-audit'], root)
  if (!done.ok) {
    fail(
      `The packages could not be installed: ${done.why}. Check the network or the npm registry setting, then try again.`,
    )
  }
}

/** A fingerprint of everything that the build reads: paths, sizes and times. */
function sourceFingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (!/\.test\.tsx?$/.test(entry.name)) {
        const { size, mtimeMs } = statSync(path)
        hash.update(`${path}\0${size}\0${mtimeMs}\n`)
      }
    }
  }
  walk(join(root, 'src'))
  for (const file of ['tsconfig.json', 'tsconfig.build.json', 'vite.config.ts']) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** Builds dist/ unless it is there and true. */
export function ensureBuilt() {
  const stamp = join(root, 'dist', '.built')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceFingerprint()) return
  process.stderr.write('Building (once after each change; a few seconds)…\n')
  build()
}

/** Builds the server with the compiler and the web app with Vite. */
export function build() {
  const fingerprint = sourceFingerprint()
  const dist = join(root, 'dist')
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  // Types are judged by `npm run check`; here the compiler only has to write.
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root })
  if (!existsSync(join(dist, 'kernel', 'index.js'))) {
    fail('The build wrote nothing: run `npm run check` to see why.')
  }
  copyData(join(root, 'src'), dist)
  const bundler = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const web = run(process.execPath, [bundler, 'build', '--logLevel', 'warn'], {
    cwd: root,
  })
  if (!web.ok) fail(`The web app could not be built: ${web.why}.`)
  writeFileSync(join(dist, '.built'), fingerprint)
}

/** What the program reads beside its code: migrations, lists of words, tables. */
function copyData(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyData(join(from, entry.name), join(to, entry.name))
    else if (/\.(?:sql|tsv)$/.test(entry.name)) {
      mkdirSync(to, { recursive: true })
      writeFileSync(join(to, entry.name), readFileSync(join(from, entry.name)))
    }
  }
}
