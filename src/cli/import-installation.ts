// accord import-installation FOLDER: an exported installation comes into an empty one.
import { resolve } from 'node:path'
import { configFromEnvironment, importFromFolder } from '../app/index.ts'
import { moveWords } from '../words/index.ts'
import { type Command, exitCodes } from './command.ts'

export const command: Command = {
  name: 'import-installation',
  summary: { en: moveWords.en.importSummary, fr: moveWords.fr.importSummary },
  usage: 'accord import-installation FOLDER',
  run: async (args, io) => {
    const words = moveWords[io.language]
    const [folder, ...more] = args
    if (folder === undefined || more.length > 0 || folder.startsWith('-')) {
      io.stderr.write(`${words.oneFolder}\n`)
      return exitCodes.usage
    }
    const config = configFromEnvironment()
    const { tables, rows, jobs } = await importFromFolder(config, resolve(folder))
    io.stdout.write(
      `${words.imported(tables, rows, jobs)}\n${words.keysFirst(config.keysFolder)}\n`,
    )
    return exitCodes.done
  },
}
