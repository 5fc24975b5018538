// Starts the sandbox from its flags, and stops when asked or orphaned.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sandboxTimersAhead } from './clock.ts'
import { idStyles } from './message-ids.ts'
import type { SandboxOptions } from './options.ts'
import { startSandbox } from './start-sandbox.ts'

const flags = {
  host: { type: 'string' },
  port: { type: 'string' },
  'system-id': { type: 'string' },
  password: { type: 'string' },
  /** A file with the password alone, so that no process list shows it. */
  'password-file': { type: 'string' },
  'control-port': { type: 'string' },
  'show-personal-data': { type: 'boolean' },
  log: { type: 'string' },
  keep: { type: 'string' },
  seed: { type: 'string' },
  'receipt-delay': { type: 'string' },
  'late-receipt': { type: 'string' },
  'answer-delay': { type: 'string' },
  'late-answer': { type: 'string' },
  'no-magic': { type: 'boolean' },
  'answer-ids': { type: 'string' },
  'receipt-ids': { type: 'string' },
  'receipt-form': { type: 'string' },
  throttle: { type: 'string' },
  'undeliverable-share': { type: 'string' },
  faults: { type: 'string' },
  /** How many milliseconds its clock is ahead of the machine's. */
  'clock-ahead': { type: 'string' },
  'with-parent': { type: 'boolean' },
} as const

type Values = { [Name in keyof typeof flags]?: string | boolean }

export async function runSandbox(args: string[]): Promise<void> {
  let options: SandboxOptions
  let withParent = false
  let aheadMs = 0
  try {
    const { values } = parseArgs({ args, options: flags, strict: true })
    withParent = values['with-parent'] === true
    options = optionsOf(values)
    aheadMs = numberOf(values, 'clock-ahead') ?? 0
  } catch (error) {
    refuse(error)
    return
  }
  try {
    const sandbox = await startSandbox(options, sandboxTimersAhead(aheadMs))
    const { host, port, controlPort } = sandbox
    process.stdout.write(`${JSON.stringify({ host, port, controlPort, pid: process.pid })}\n`)
    const end = (): void => {
      void sandbox.close().then(() => process.exit(0))
    }
    process.on('SIGTERM', end)
    process.on('SIGINT', end)
    if (withParent) process.stdin.on('close', end).on('end', end).resume()
  } catch (error) {
    refuse(error)
  }
}

function refuse(error: unknown): void {
  const { code, port } = error as { code?: string; port?: number }
  const message =
    code === 'EADDRINUSE'
      ? `port ${port} is in use; give another with --port, or 0 for any free one`
      : (error as Error).message
  process.stderr.write(`sandbox: ${message}\n`)
  process.exitCode = 1
}

function optionsOf(values: Values): SandboxOptions {
  const options: SandboxOptions = { ...textsOf(values) }
  const set = <Name extends keyof SandboxOptions>(
    name: Name,
    value: SandboxOptions[Name] | undefined,
  ): void => {
    if (value !== undefined) options[name] = value
  }
  set('port', numberOf(values, 'port'))
  set('controlPort', numberOf(values, 'control-port'))
  set('messagesKept', numberOf(values, 'keep'))
  set('seed', numberOf(values, 'seed'))
  set('receiptDelayMs', numberOf(values, 'receipt-delay'))
  set('lateReceiptMs', numberOf(values, 'late-receipt'))
  set('answerDelayMs', numberOf(values, 'answer-delay'))
  set('lateAnswerMs', numberOf(values, 'late-answer'))
  set('submitsPerSecondMax', numberOf(values, 'throttle'))
  set('undeliverableShare', numberOf(values, 'undeliverable-share'))
  set('answerIds', oneOf(values, 'answer-ids', idStyles))
  set('receiptIds', oneOf(values, 'receipt-ids', [...idStyles, 'same'] as const))
  set('receiptForm', oneOf(values, 'receipt-form', ['both', 'text', 'tlv'] as const))
  set('isMagic', values['no-magic'] === true ? false : undefined)
  set('showsPersonalData', values['show-personal-data'] === true ? true : undefined)
  if (typeof values.faults === 'string') set('faults', JSON.parse(values.faults))
  return options
}

function textsOf(values: Values): SandboxOptions {
  const { host, log } = values
  const systemId = values['system-id']
  const file = values['password-file']
  const password = typeof file === 'string' ? readFileSync(file, 'utf8').trim() : values.password
  if ((systemId === undefined) !== (password === undefined)) {
    throw new Error('give --system-id and its password together, or neither')
  }
  return {
    ...(typeof host === 'string' ? { host } : {}),
    ...(typeof log === 'string' ? { logFile: log } : {}),
    ...(typeof systemId === 'string' && typeof password === 'string'
      ? { accounts: [{ systemId, password }] }
      : {}),
  }
}

function numberOf(values: Values, name: keyof Values): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const number = Number(text)
  if (text === '' || !(number >= 0)) throw new Error(`--${name} is no number: ${String(text)}`)
  return number
}

function oneOf<const T extends string>(
  values: Values,
  name: keyof Values,
  known: readonly T[],
): T | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const found = known.find((one) => one === text)
  if (found === undefined) throw new Error(`--${name} is one of ${known.join(', ')}`)
  return found
}
