// The typeface of papers: Inter, as the screens have it, whole files so that no name lacks a sign.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const files = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  strong: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
} as const
export type Weight = keyof typeof files
export const weights: readonly Weight[] = ['regular', 'strong']

const read = new Map<Weight, Buffer>()

/** Read with the first paper, and kept: some 700 kB. */
export function typeface(weight: Weight): Buffer {
  const known = read.get(weight)
  if (known !== undefined) return known
  const octets = readFileSync(resolve(files[weight]))
  read.set(weight, octets)
  return octets
}
