// A program that has one file read, says which process read it, and then waits to be killed.
import { classifyingReadings } from './classifying-readings.ts'
import { readersBegun } from './readers-begun.ts'

const { readers } = readersBegun()
const readings = classifyingReadings({ idleMs: 3_600_000 })
await readings.read({ kind: 'classify', path: process.argv[2] ?? '', sheet: null })
process.stdout.write(`${readers[0]?.pid}\n`)
setInterval(() => undefined, 60_000)
