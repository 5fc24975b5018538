// The whole program in the process of a test: from its build, so that the processes and threads
// that it begins need no loader, or from its sources where there is none.
import { programFile } from './program.ts'

type App = typeof import('../../src/app/index.ts')
type Launcher = typeof import('../../src/app/reading/launch-reader.ts')

export const { configFor, startApp } = (await import(programFile('app/index'))) as App

/** For readers that a test begins without a whole program. */
export const { launchReader } = (await import(programFile('app/reading/launch-reader'))) as Launcher
