// accord export FOLDER: the whole installation as files.
import { resolve } from 'node:path'
import { configFromEnvironment, exportToFolder } from '../app/index.ts'
import { moveWords } from '../words/index.ts'
import { type Command, exitCodes } from './command.ts'

export const command: Command = {
  name: 'export',
  summary: { en: moveWords.en.exportSummary, fr: moveWords.fr.exportSummary },
  usage: 'accord export FOLDER',
  run: async (args, io) => {
    const words = moveWords[io.language]
    const [folder, ...more] = args
    if (folder === undefined || more.length > 0 || folder.startsWith('-')) {
      io.stderr.write(`${words.oneFolder}\n`)
      return exitCodes.usage
    }
    const config = configFromEnvironment()
    const path = resolve(folder)
    const { tables, rows } = await exportToFolder(config, path)
    io.stdout.write(
      `${words.exported(tables, rows, path)}\n${words.keysApart(config.keysFolder)}\n`,
    )
    return exitCodes.done
  },
}
