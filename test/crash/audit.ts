// The audit of a crash run: what was accepted, against what the operator took, by its own log.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** A segment as the operator's log has it: who got which part of what, under which id. */
export type TakenSegment = {
  at: number
  destination: string
  tag: string
  part: number
  id: string
}

export class TakenSegments {
  readonly #times = new Map<string, number>()
  /** Every id that the operator gave, as it wrote it. */
  readonly ids = new Set<string>()
  /** When each was taken, by the operator's clock. */
  readonly at: number[] = []

  get segments(): number {
    return this.at.length
  }

  add({ at, destination, tag, part, id }: TakenSegment): void {
    const key = `${tag} ${destination} ${part}`
    this.#times.set(key, (this.#times.get(key) ?? 0) + 1)
    this.ids.add(id)
    this.at.push(at)
  }

  /** How many segments of each tag were taken at all, and how often one was taken again. */
  byTag(): Map<string, { taken: number; again: number }> {
    const found = new Map<string, { taken: number; again: number }>()
    for (const [key, times] of this.#times) {
      const tag = key.slice(0, key.indexOf(' '))
      const sums = found.get(tag) ?? { taken: 0, again: 0 }
      sums.taken += 1
      sums.again += times - 1
      found.set(tag, sums)
    }
    return found
  }
}

/** time, destination, source, `reference.total.part` or -, id, octets as hex. */
export function readLine(line: string): TakenSegment | null {
  const [at, destination, , place, id, octets] = line.split('\t')
  if (!destination || !place || !id || octets === undefined) return null
  // The tag is of letters and digits, which GSM 7 has at the places of ASCII.
  const tag = /[AK]\d+Z/.exec(Buffer.from(octets, 'hex').toString('latin1'))?.[0]
  if (tag === undefined) return null
  return {
    at: Number(at),
    destination,
    tag,
    id,
    part: place === '-' ? 1 : Number(place.split('.')[2]),
  }
}

export async function readTakenLog(file: string): Promise<TakenSegments> {
  const taken = new TakenSegments()
  const lines = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) {
    const segment = readLine(line)
    if (segment === null)
      throw new Error('a line of the operator’s log names no message of the run')
    taken.add(segment)
  }
  return taken
}

/** Of a campaign or of an alert, by the program's own tables, once nothing moves any more. */
export type Told = {
  /** Messages that are there. */
  messages: number
  /** In no state at all: neither waiting nor in flight nor answered nor ended. */
  nowhere: number
  /** Ended and yet in the queue, or the like. */
  inTwo: number
  /** Neither final nor maybe sent when nothing moves any more. */
  stuck: number
  /** Answers of the operator that its log does not have. */
  untrue: number
  /** Told as maybe sent, settled meanwhile or not. */
  maybeSent: number
}
export const toldNothing: Told = {
  messages: 0,
  nowhere: 0,
  inTwo: 0,
  stuck: 0,
  untrue: 0,
  maybeSent: 0,
}

const waysOfLoss = ['missing', 'nowhere', 'inTwo', 'stuck', 'untrue'] as const
export type Verdict = {
  lost: number
  doubled: number
  repeated: number
  maybeSent: number
  /** What `lost` is the sum of. */
  lostAs: Record<(typeof waysOfLoss)[number], number>
}

export const emptyVerdict = (): Verdict => ({
  lost: 0,
  doubled: 0,
  repeated: 0,
  maybeSent: 0,
  lostAs: { missing: 0, nowhere: 0, inTwo: 0, stuck: 0, untrue: 0 },
})

export function addVerdict(sums: Verdict, one: Verdict): void {
  sums.lost += one.lost
  sums.doubled += one.doubled
  sums.repeated += one.repeated
  sums.maybeSent += one.maybeSent
  for (const way of waysOfLoss) sums.lostAs[way] += one.lostAs[way]
}

/** `messages` is null where no answer came: then none and one are both true. */
export type Expected = { messages: number | null; mayRepeat: boolean }

/**
 * One campaign, or one alert. Lost is what was accepted and is neither final nor told as maybe
 * sent, and what is said to be with the operator and is not in its log.
 */
export function judge(
  expected: Expected,
  told: Told,
  taken: { taken: number; again: number } | undefined,
): Verdict {
  const again = taken?.again ?? 0
  const missing = Math.max(0, (expected.messages ?? 0) - told.messages)
  const { nowhere, inTwo, stuck, untrue } = told
  return {
    lost: missing + nowhere + inTwo + stuck + untrue,
    lostAs: { missing, nowhere, inTwo, stuck, untrue },
    doubled: expected.mayRepeat ? 0 : again,
    repeated: expected.mayRepeat ? again : 0,
    maybeSent: told.maybeSent,
  }
}
