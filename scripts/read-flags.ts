// The flags of a long run: one that is not known is told with those that are, and nothing runs.
import { type ParseArgsConfig, parseArgs } from 'node:util'

export function readFlags<const Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`)
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}
Known here: ${known.join(', ')}. More of them in docs/reference/performance.md.\n`)
    process.exit(2)
  }
}
