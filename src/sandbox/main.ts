// The sandbox operator as a process of its own.
import { runSandbox } from './run-sandbox.ts'

await runSandbox(process.argv.slice(2))
