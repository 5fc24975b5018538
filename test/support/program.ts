// The program as tests run it in processes of its own: its build where there is a true one, else
// its sources.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where it is: its sources, which Node runs as they are, or a build. */
export type Program = { folder: string; extension: 'ts' | 'js' }

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `npm test` builds first and says so; a file that is run by itself takes the sources. */
const isBuilt = process.env['ACCORD_TEST_BUILT'] === 'yes'

export const program: Program = isBuilt
  ? { folder: join(root, 'dist'), extension: 'js' }
  : { folder: join(root, 'src'), extension: 'ts' }

export const programFile = (name: string): string =>
  join(program.folder, `${name}.${program.extension}`)

export const commandFile = programFile('cli/main')

/** The command `accord`, before its own words. */
export const commandWords: readonly string[] = [process.execPath, commandFile]

/** A script that does what `npx` does with `accord`: nothing has to be installed for the test. */
export const npxScript = `#!/bin/sh\nshift\nexec '${commandWords.join("' '")}' "$@"\n`
