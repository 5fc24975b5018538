// A real browser from npm: headless Chromium, unpacked once per user, with the libraries it lacks.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

export type TestBrowser = { browser: Browser; close(): Promise<void> }

/** Unpacked beside other temporary files, for this user: another's copy could not be run. */
const folder = join(tmpdir(), `accord-browser-${userInfo().uid}`)

type Unpacked = { path: string; libraries: string | null }

async function unpack(withLibraries: boolean): Promise<Unpacked> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = { TMPDIR: process.env['TMPDIR'], AWS: process.env['AWS_EXECUTION_ENV'] }
  process.env['TMPDIR'] = folder
  // The package carries the libraries for a bare Amazon Linux; naming that place unpacks them.
  if (withLibraries) process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const path = await packed.executablePath()
    const libraries = join(folder, 'al2023', 'lib')
    return { path, libraries: existsSync(libraries) ? libraries : null }
  } finally {
    restore('TMPDIR', kept.TMPDIR)
    restore('AWS_EXECUTION_ENV', kept.AWS)
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

function lacksLibraries(path: string): boolean {
  try {
    return execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found')
  } catch {
    return false
  }
}

/** Starts a browser without any network but this machine's; it goes when the test closes it. */
export async function startBrowser(): Promise<TestBrowser> {
  let unpacked = await unpack(false)
  if (lacksLibraries(unpacked.path)) unpacked = await unpack(true)
  const { libraries } = unpacked
  const browser = await chromium.launch({
    executablePath: unpacked.path,
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
    ...(libraries === null ? {} : { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  })
  return { browser, close: () => browser.close() }
}
