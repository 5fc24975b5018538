// `accord <command>`: finds the command's file, runs it, and turns a failure into one sentence.
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { type Command, type CommandIo, exitCodes } from './command.ts'
import { terminalLanguage } from './language.ts'

const here = fileURLToPath(import.meta.url)
/** `.ts` from the sources, `.js` from the build. */
const extension = extname(here)
/** Files of this folder that are not commands. */
const notCommands = new Set(
  'ask-server main command folders forecast-import json-lines language send-import'.split(' '),
)

export function commandNames(): string[] {
  return readdirSync(dirname(here))
    .filter((file) => extname(file) === extension && !/\.(test|d)\.ts$/.test(file))
    .map((file) => file.slice(0, -extension.length))
    .filter((name) => !notCommands.has(name) && /^[a-z][a-z-]*$/.test(name))
    .sort()
}

/** Imported when asked for: `accord segments` needs no server and loads none. */
async function load(name: string): Promise<Command> {
  const module = (await import(new URL(`./${name}${extension}`, import.meta.url).href)) as {
    command: Command
  }
  return module.command
}

export async function main(args: readonly string[], io: CommandIo): Promise<number> {
  const [first, ...rest] = args
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    return help(rest[0], io)
  }
  if (first === '--version' || first === 'version') {
    const { version } = await import(new URL(`../app/version${extension}`, import.meta.url).href)
    io.stdout.write(`accord ${version}\n`)
    return exitCodes.done
  }
  if (!commandNames().includes(first)) {
    io.stderr.write(`${say[io.language].unknown(first)}\n`)
    return exitCodes.usage
  }
  const command = await load(first)
  if (rest.includes('--help') || rest.includes('-h')) return help(first, io)
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (isMisuse(error)) {
      io.stderr.write(`accord ${first}: ${error.message}\n\n${command.usage.trimEnd()}\n`)
      return exitCodes.usage
    }
    io.stderr.write(`${failureSentence(error, io.language)}\n`)
    return exitCodes.failed
  }
}

/** Node's parser of arguments met an option that the command does not have. */
function isMisuse(error: unknown): error is Error {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith(misuse)
}
const misuse = 'ERR_PARSE_ARGS'

/** An AppError is told in the reader's language; a bug shows where it happened, to be reported. */
export function failureSentence(error: unknown, language: Language): string {
  if (error instanceof AppError) {
    return sentence(language, error.code, error.details) ?? error.message
  }
  const where = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${say[language].bug}\n${where}`
}

async function help(name: string | undefined, io: CommandIo): Promise<number> {
  if (name !== undefined && commandNames().includes(name)) {
    const command = await load(name)
    io.stdout.write(`${command.summary[io.language]}\n\n${command.usage.trimEnd()}\n`)
    return exitCodes.done
  }
  const commands = await Promise.all(commandNames().map(load))
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map(
    (command) => `  ${command.name.padEnd(width)}  ${command.summary[io.language]}`,
  )
  io.stdout.write(`${say[io.language].head}\n\n${lines.join('\n')}\n\n${say[io.language].foot}\n`)
  return exitCodes.done
}

/** `docs/reference/cli.md`. */
export async function commandPages(): Promise<string> {
  const commands = await Promise.all(commandNames().map(load))
  const sections = commands.map(
    ({ name, summary, usage }) =>
      `## accord ${name}\n\n${summary.en}.\n\n\`\`\`text\n${usage.trimEnd()}\n\`\`\``,
  )
  return `# The command line

<!-- Written by \`npm run docs\` from the code; do not edit. -->

\`npx accord <command>\` in a clone. Results are on standard output, everything else on standard
error. Exit code 0: done; 1: it failed, and one sentence says what to do; 2: it was called wrongly.
\`--lang fr|en\` chooses the language.

${sections.join('\n\n')}
`.replaceAll('..\n', '.\n')
}

const say = {
  en: {
    head: 'accord <command> [options]',
    foot: '`accord help <command>` tells its options. `--lang fr|en` chooses the language.',
    unknown: (name: string) => `accord: there is no command “${name}”; \`accord help\` lists them.`,
    bug: 'Something is wrong in Accord itself; please report what follows.',
  },
  fr: {
    head: 'accord <commande> [options]',
    foot: '`accord help <commande>` donne ses options. `--lang fr|en` choisit la langue.',
    unknown: (name: string) =>
      `accord : la commande « ${name} » n’existe pas ; \`accord help\` les énumère.`,
    bug: 'Une erreur vient d’Accord lui-même ; merci de signaler ce qui suit.',
  },
} as const

/** The command as a process: its arguments, its streams, its exit code. */
export async function runFromTerminal(): Promise<void> {
  const { args, language } = terminalLanguage(process.argv.slice(2))
  // A reader that has seen enough (`accord … | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done)
    throw error
  })
  const { stdin, stdout, stderr } = process
  process.exitCode = await main(args, { stdin, stdout, stderr, language })
}

// Run as a program, and not imported by `bin/accord.mjs` or a test.
const program = process.argv[1]
if (program !== undefined && existsSync(program) && realpathSync(program) === here)
  await runFromTerminal()
