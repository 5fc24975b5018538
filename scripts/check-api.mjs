// The OpenAPI document by others' eyes: Redocly's linter,
// and a client's types that have to compile.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './infrastructure.mjs'

const place = process.argv[2] ?? join(root, 'docs', 'reference', 'openapi.json')
const source = readFileSync(place, 'utf8')

/** Redocly's own recommended rules; a warning fails as well. */
async function lint() {
  const { createConfig, lintFromString } = await import('@redocly/openapi-core')
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source, absoluteRef: place, config })
  for (const { severity, ruleId, message, location } of problems.slice(0, 20)) {
    process.stderr.write(`${severity} ${ruleId} ${location[0]?.pointer ?? ''}: ${message}\n`)
  }
  if (problems.length > 20) process.stderr.write(`and ${problems.length - 20} more\n`)
  return problems.length === 0
}

/**
 * openapi-typescript works with the compiler's older programming interface,
 * which 5 is the last to have.
 */
const resolveOlder = `export async function resolve(specifier, context, next) {
  const isIts = specifier === 'typescript' && context.parentURL?.includes('/openapi-typescript/')
  return next(isIts ? 'typescript5' : specifier, context)
}`

/** Asks of the client what an integrator would: a body, an answer, and the codes of a failure. */
const use = `import type { components, paths } from './client.ts'

type Send = paths['/v1/messages']['post']
export const body: Send['requestBody']['content']['application/json'] = {
  to: '+33639980001',
  sender: 'SANDBOX',
  class: 'alert',
  basis: 'contract',
  text: 'Your order is ready.',
}
type Answer = Send['responses'][202]['content']['application/json']
export const tell = (message: Answer): string => message.failure?.sentence ?? message.state
type Cancel = paths['/v1/messages/{id}/cancel']['post']['responses']
export const late: Cancel[409]['content']['application/problem+json']['code'] =
  'sending.message_not_waiting'
export const read = (message: components['schemas']['Message']): string => message.id
`

/** A field with a default may be left out of what is asked for. */
const options = { silent: true, defaultNonNullable: false }

async function types() {
  register(`data:text/javascript,${encodeURIComponent(resolveOlder)}`, pathToFileURL(`${root}/`))
  const { astToString, default: openapiTypes } = await import('openapi-typescript')
  const text = astToString(await openapiTypes(JSON.parse(source), options))
  const folder = join(root, 'node_modules', '.cache', 'accord-api')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'client.ts'), text)
  writeFileSync(join(folder, 'use.ts'), use)
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const words = '--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false'
  const more = '--noUncheckedIndexedAccess --allowImportingTsExtensions --module nodenext --types'
  const args = [tsc, ...`${words} ${more}`.split(' '), '', join(folder, 'use.ts')]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  rmSync(folder, { recursive: true, force: true })
  return status === 0
}

const isLinted = await lint()
const compiles = await types()
process.exit(isLinted && compiles ? 0 : 1)
