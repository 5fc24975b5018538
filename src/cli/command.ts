// What a command of the terminal is: a name, a sentence about it, and a function of its arguments.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Language } from '../kernel/index.ts'

/** Where a command reads and writes; a test gives its own. */
export type CommandIo = {
  stdin: NodeJS.ReadableStream
  /** `isTTY`: somebody reads it now, and it is kept nowhere. */
  stdout: { write(text: string | Uint8Array): unknown; isTTY?: boolean }
  stderr: { write(text: string | Uint8Array): unknown }
  language: Language
}

/** One file a command: `src/cli/<name>.ts` exports `command`. Returns the exit code. */
export type Command = {
  name: string
  summary: Record<Language, string>
  /** How it is called and what its options are; shown by `accord help <name>`. */
  usage: string
  run(args: readonly string[], io: CommandIo): Promise<number>
}

/** Exit codes of every command: done, it failed, it was called wrongly. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const

/** Options and the words beside them; an option that is not known is refused with its name. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
}

/** Called wrongly: how it is called. */
export function misused(io: CommandIo, usage: string): number {
  io.stderr.write(`${usage}\n`)
  return exitCodes.usage
}
