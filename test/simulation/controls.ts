// Programs that are broken on purpose: what the simulation asks must find each of them.
import { type Sabotage, simulate } from './run-simulation.ts'

export type Control = {
  sabotage: Sabotage
  /** The sentence of a question that finds it. */
  breach: RegExp
  /** A seed that is known to find it soon. */
  first: number
}

export const controls: readonly Control[] = [
  { sabotage: 'requeue', breach: /^4: .* was taken \d+ times$/, first: 26 },
  { sabotage: 'forget', breach: /^3: /, first: 3 },
  { sabotage: 'deaf', breach: /^2: .* left after the person had said no$/, first: 4 },
  { sabotage: 'rewrite', breach: /^6: the verifier says no: /, first: 3 },
  { sabotage: 'discreet', breach: /^9: the log does not tell how campaign /, first: 3 },
  { sabotage: 'miscount', breach: /^3: campaign .* tells \d+ accepted, and has \d+$/, first: 3 },
]

/** Those first that are soon over. */
const seeds = [3, 5, 4, 2, ...Array.from({ length: 14 }, (_, index) => index + 6)]

export async function isFound({ sabotage, breach, first }: Control): Promise<boolean> {
  for (const seed of new Set([first, ...seeds])) {
    const { broken } = await simulate(seed, sabotage)
    if (broken.some((one) => breach.test(one))) return true
  }
  return false
}
