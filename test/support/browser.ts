// A real browser from npm: headless Chromium, unpacked once per user, with the libraries it lacks.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

export type TestBrowser = { browser: Browser; close(): Promise<void> }

/** Unpacked beside other temporary files, for this user: another's copy could not be run. */
const folder = join(tmpdir(), `accord-chromium-${userInfo().uid}`)
const program = join(folder, 'chromium')
/** The libraries for a bare Amazon Linux, which the package carries. */
const libraries = join(folder, 'al2023', 'lib')

/**
 * Test files start at once, and a program that is still being written cannot be run: each unpacks
 * into a folder of its own, and the first that is done gives it the name that all look for.
 */
async function unpack(): Promise<void> {
  if (existsSync(program)) return
  const scratch = mkdtempSync(`${folder}-`)
  await inflateInto(scratch, ({ default: packed }) => packed.executablePath())
  if (lacksLibraries(join(scratch, 'chromium'))) {
    const archive = join(packageFolder(), 'bin', 'al2023.tar.br')
    await inflateInto(scratch, ({ inflate }) => inflate(archive))
  }
  try {
    renameSync(scratch, folder)
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true })
    if (!existsSync(program)) throw error
  }
}

/** The package unpacks into the folder for temporary files and nowhere else. */
async function inflateInto(
  scratch: string,
  inflate: (packed: typeof import('@sparticuz/chromium')) => Promise<string>,
): Promise<void> {
  const kept = process.env['TMPDIR']
  process.env['TMPDIR'] = scratch
  try {
    await inflate(await import('@sparticuz/chromium'))
  } finally {
    if (kept === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = kept
  }
}

const packageFolder = () =>
  dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))

function lacksLibraries(path: string): boolean {
  try {
    return execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found')
  } catch {
    return false
  }
}

/** The browser with all its processes, behind other programs where the processor is short. */
function behindOthers(): string {
  const script = join(folder, 'chromium-behind-others')
  const scratch = `${script}-${process.pid}`
  writeFileSync(scratch, `#!/bin/sh\nexec nice -n 10 '${program}' "$@"\n`, { mode: 0o755 })
  renameSync(scratch, script)
  return script
}

/** Starts a browser without any network but this machine's; it goes when the test closes it. */
export async function startBrowser({ givesWay = false } = {}): Promise<TestBrowser> {
  await unpack()
  const browser = await chromium.launch({
    executablePath: givesWay ? behindOthers() : program,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-dev-shm-usage',
    ],
    ...(existsSync(libraries) ? { env: { ...process.env, LD_LIBRARY_PATH: libraries } } : {}),
  })
  return { browser, close: () => browser.close() }
}
