// How far heaps grow before they are looked through: further while a file comes in.
import { setFlagsFromString } from 'node:v8'

/** A third of the walks through what lives long: an eighth of the work, for 120 MiB. */
const whileImportingPercent = 150
const flag = '--heap-growing-percent='

/** As the process was started with it; 0 is the runtime's own habit. */
function usualPercent(args: readonly string[]): number {
  const given = args.find((arg) => arg.startsWith(flag))
  return Number(given?.slice(flag.length) ?? 0)
}

let imports = 0

/**
 * Until what is returned is called, once. Of the process as a whole, since the runtime has no such
 * setting for a thread; it is read at each collection (docs/reference/import-budget.md).
 */
export function growFurther(): () => void {
  const usual = usualPercent(process.execArgv)
  if (usual === 0 || usual >= whileImportingPercent) return () => undefined
  imports += 1
  setFlagsFromString(`${flag}${whileImportingPercent}`)
  return () => {
    imports -= 1
    if (imports === 0) setFlagsFromString(`${flag}${usual}`)
  }
}
