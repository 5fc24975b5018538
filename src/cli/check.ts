// `accord check`: how safe this installation is, by what can be measured.
import { type Config, checkInstallation, runningServer } from '../app/index.ts'
import type { CheckupView } from '../checkup/contract.ts'
import { checkCommandWords } from '../words/index.ts'
import { failed, jsonBody, problemOf, serverOf, serverOptions } from './ask-server.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'
import { tellCheckup } from './tell/tell-checkup.ts'

const options = {
  ...folderOptions,
  ...serverOptions,
  online: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

export const command: Command = {
  name: 'check',
  summary: {
    en: 'Say how safe this installation is, what was measured, and what to do',
    fr: 'Dire à quel point cette installation est sûre, ce qui a été mesuré, et que faire',
  },
  usage: `accord check [--online] [--json] [--data FOLDER] [--keys FOLDER]
accord check --token TOKEN [--url ADDRESS] [--online] [--json]

Gaps first, then what could not be told from here, then what is well. Exit code 1 if there is a gap.
Without a token it looks from this shell: folders, database, and the server if one runs; settings
are those of this shell's variables. With a token that may manage the installation (\`--token -\`
reads it from standard input) the running server looks, with its own settings, and keeps what it
finds as that of today. --online runs npm audit, which tells the npm registry which packages are
installed.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    if (positionals.length > 0) return misused(io, command.usage)
    const online = values.online === true
    const config = configOf(values)
    const found =
      values.token === undefined && values.url === undefined
        ? await fromHere(config, io, online)
        : await byServer(values, io, online)
    if (found === null) return exitCodes.failed
    io.stdout.write(values.json ? `${JSON.stringify(found)}\n` : tellCheckup(io.language, found))
    return found.counts.gap > 0 ? exitCodes.failed : exitCodes.done
  },
}

async function fromHere(config: Config, io: CommandIo, online: boolean): Promise<CheckupView> {
  const say = checkCommandWords[io.language]
  const isRunning = runningServer(config.dataFolder) !== null
  io.stderr.write(`${isRunning ? say.fromHere : say.withoutServer}\n`)
  return checkInstallation(config, { language: io.language, online })
}

type Given = { url?: string | undefined; token?: string | undefined; data?: string | undefined }

async function byServer(given: Given, io: CommandIo, online: boolean): Promise<CheckupView | null> {
  const token = given.token === '-' ? undefined : given.token
  const ask = await serverOf({ ...given, token }, io)
  if (ask === null) return null
  const answer = await ask('/v1/checkup', jsonBody({ online }))
  if (answer.ok) return (await answer.json()) as CheckupView
  failed(io, await problemOf(answer))
  return null
}
