// Reads a profile of the processor's time: each sample given to the step of its innermost frame.
import { readFileSync } from 'node:fs'

export type Frame = { functionName: string; url: string }
type ProfileNode = { id: number; callFrame: Frame; children?: number[] }
export type Profile = {
  nodes: ProfileNode[]
  samples: number[]
  timeDeltas: number[]
  /** Microseconds of the machine's steady clock. */
  startTime: number
}

/** Between two instants of the steady clock, in microseconds. */
export type Span = { from: number; to: number }

export const readProfile = (file: string): Profile =>
  JSON.parse(readFileSync(file, 'utf8')) as Profile

/** Of `process.hrtime`, as profiles have it. */
export const steadyMicros = (): number => Number(process.hrtime.bigint() / 1_000n)

/** Seconds by step; frames without a step are their caller's, and idle time is nobody's. */
export function secondsBySteps<Step extends string>(
  profile: Profile,
  how: { stepOf(frame: Frame): Step | null; rest: Step; span?: Span },
): Map<Step, number> {
  const seconds = new Map<Step, number>()
  const steps = stepsOfNodes(profile, how)
  let at = profile.startTime
  for (const [index, id] of profile.samples.entries()) {
    const delta = profile.timeDeltas[index] ?? 0
    at += delta
    if (how.span !== undefined && (at < how.span.from || at > how.span.to)) continue
    const step = steps.get(id) ?? null
    if (step !== null) seconds.set(step, (seconds.get(step) ?? 0) + delta / 1e6)
  }
  return seconds
}

function stepsOfNodes<Step extends string>(
  profile: Profile,
  how: { stepOf(frame: Frame): Step | null; rest: Step },
): Map<number, Step | null> {
  const steps = new Map<number, Step | null>()
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const [root] = profile.nodes
  if (root === undefined) return steps
  const walk = [{ node: root, step: how.rest }]
  for (let next = walk.pop(); next !== undefined; next = walk.pop()) {
    const { callFrame, id, children } = next.node
    const step = how.stepOf(callFrame) ?? next.step
    steps.set(id, callFrame.functionName === '(idle)' ? null : step)
    for (const child of children ?? []) {
      const node = nodes.get(child)
      if (node !== undefined) walk.push({ node, step })
    }
  }
  return steps
}
