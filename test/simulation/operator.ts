// The operators of a simulation: the sandbox's own, over the simulated network, with all they saw.
import type { Socket } from 'node:net'
import type { Instant } from '../../src/kernel/index.ts'
import { Operator } from '../../src/sandbox/operator.ts'
import { type Fault, faultKinds, type Habits, habitsByDefault } from '../../src/sandbox/options.ts'
import { Session } from '../../src/sandbox/session.ts'
import { TakenLog, type TakenMessage } from '../../src/sandbox/taken-log.ts'
import { decodePdu, Framer, messageOctets, type Pdu } from '../../src/wire/index.ts'
import type { Chance } from '../support/seeded-chance.ts'
import type { MemoryNetwork, MemorySocket } from './memory-network.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A submission as it left a process, whether or not it ever arrived. */
export type Written = {
  stamp: number
  at: Instant
  /** Of the operator that it was written to. */
  port: number
  destination: string
  tag: string
}
/** A reply that a process answered with "kept". */
export type AnsweredReply = { stamp: number; from: string }

export type SimulatedOperator = {
  port: number
  taken(): readonly TakenMessage[]
  reply(from: string, text: string): void
  /** Habits and faults of the seed; none of them: an operator that does everything well. */
  misbehave(chance: Chance): void
  behave(): void
  /** Refuses connections for a while, after it has cut all. */
  goAway(ms: number): void
  pending(): number
}

/** All of them, and what they saw together, in its order. */
export type SimulatedOperators = {
  each: readonly SimulatedOperator[]
  taken(): TakenMessage[]
  written: readonly Written[]
  answered: readonly AnsweredReply[]
  behave(): void
  pending(): number
}

type Seen = { written: Written[]; answered: AnsweredReply[]; time: VirtualTime }

export const firstPort = 2775

const tagPattern = /[AK]\d+Z/
export const tagOf = (octets: Uint8Array): string =>
  tagPattern.exec(Buffer.from(octets).toString('latin1'))?.[0] ?? ''

const well: Habits = { ...habitsByDefault, isMagic: false, receiptDelayMs: 400, answerDelayMs: 2 }

export function startOperators(
  time: VirtualTime,
  network: MemoryNetwork,
  { seed, count }: { seed: number; count: number },
): SimulatedOperators {
  const seen: Seen = { written: [], answered: [], time }
  const each = Array.from({ length: count }, (_, index) =>
    startOperator(network, seen, { seed: seed + index, port: firstPort + index }),
  )
  return {
    each,
    taken: () => each.flatMap((one) => [...one.taken()]),
    written: seen.written,
    answered: seen.answered,
    behave: () => {
      for (const one of each) one.behave()
    },
    pending: () => each.reduce((sum, one) => sum + one.pending(), 0),
  }
}

function startOperator(
  network: MemoryNetwork,
  seen: Seen,
  { seed, port }: { seed: number; port: number },
): SimulatedOperator {
  const { time } = seen
  const log = new TakenLog(100_000, undefined)
  const timers = time.timersOf(null)
  const operator = new Operator({ timers, habits: well, accounts: [], log, seed })
  let awayUntil = 0

  network.listeners.set(port, {
    isAway: () => time.now < awayUntil,
    accept: (socket) => {
      watch(socket, seen)
      operator.sessions.add(new Session(socket as unknown as Socket, operator))
    },
  })
  return {
    port,
    taken: () => log.all(),
    reply: (from, text) => {
      operator.reply({ from: from.slice(1), to: '36111', text }, 'accord')
    },
    misbehave: (chance) => {
      operator.habits = habitsOf(chance)
    },
    behave: () => {
      operator.habits = { ...well, receiptIds: operator.habits.receiptIds }
    },
    goAway: (ms) => {
      awayUntil = Math.max(awayUntil, time.now + ms)
      network.cutAll({ port })
    },
    pending: () => operator.deliveries.pending + operator.due.size,
  }
}

function habitsOf(chance: Chance): Habits {
  const faults: Fault[] = []
  for (let count = chance.between(0, 4); count > 0; count -= 1) {
    const kind = chance.pick(faultKinds)
    const atSubmit = chance.between(1, 60)
    faults.push({ kind, atSubmit, everySubmits: chance.between(15, 80) })
  }
  return {
    ...well,
    faults,
    answerDelayMs: chance.pick([0, 0, 5, 200, 1_500]),
    receiptDelayMs: chance.pick([0, 1, 400, 5_000]),
    answerIds: chance.pick(['decimal', 'hex', 'HEX', 'padded'] as const),
    receiptIds: chance.pick(['same', 'same', 'decimal', 'hex'] as const),
    receiptForm: chance.pick(['both', 'both', 'text', 'tlv'] as const),
    echoesReference: chance.is(0.5),
    undeliverableShare: chance.pick([0, 0.2]),
    submitsPerSecondMax: chance.pick([null, null, 30]),
  }
}

/**
 * Reads along what a process writes, and what it is given: submissions, and replies with answers.
 */
function watch(socket: MemorySocket, { written, answered, time }: Seen): void {
  const { peer, port } = socket
  if (peer === null) return
  const replies = new Map<number, string>()
  const toProcess = reader((pdu) => {
    if (pdu.command === 'deliver_sm' && pdu.esmClass === 0) replies.set(pdu.sequence, pdu.source)
  })
  const fromProcess = reader((pdu) => {
    if (pdu.command === 'submit_sm') {
      const tag = tagOf(messageOctets(pdu))
      const [stamp, at] = [time.stamp(), time.now]
      written.push({ stamp, at, port, destination: `+${pdu.destination}`, tag })
    }
    const from = pdu.command === 'deliver_sm_resp' ? replies.get(pdu.sequence) : undefined
    if (from !== undefined && pdu.status === 0) {
      replies.delete(pdu.sequence)
      answered.push({ stamp: time.stamp(), from: `+${from}` })
    }
  })
  socket.onWrite = toProcess
  peer.onWrite = fromProcess
}

function reader(read: (pdu: Pdu) => void): (octets: Uint8Array) => void {
  const framer = new Framer()
  return (octets) => {
    for (const frame of framer.push(octets).frames) {
      const decoded = decodePdu(frame)
      if (decoded.ok) read(decoded.pdu)
    }
  }
}
