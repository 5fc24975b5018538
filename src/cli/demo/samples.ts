// The demo's sample files and the verifier that it runs, both shipped with the program.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** From `src/cli/demo` and `dist/cli/demo` alike. */
const root = new URL('../../../', import.meta.url)

export const sampleFiles = ['boutique.csv', 'cabinet.xlsx', 'ecole.csv'] as const
export type SampleFile = (typeof sampleFiles)[number]

export const samplesFolder = fileURLToPath(new URL('samples', root))

export function readSample(folder: string, name: SampleFile): Uint8Array {
  return readFileSync(join(folder, name))
}

/** Asked before anything is started. */
export function hasSamples(folder: string): boolean {
  return sampleFiles.every((name) => existsSync(join(folder, name)))
}

export const verifierPath = fileURLToPath(new URL('verify.mjs', root))
