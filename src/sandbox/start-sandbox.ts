// Starts the sandbox operator: its SMPP port, its control port, and what a test asks of it.
import { type AddressInfo, createServer, type Server } from 'node:net'
import type { Timers } from '../kernel/index.ts'
import { sandboxTimers } from './clock.ts'
import { startControl } from './control.ts'
import type { ReplyTime } from './deliveries.ts'
import { Operator } from './operator.ts'
import { type Habits, habitsByDefault, type SandboxOptions } from './options.ts'
import type { Reply } from './receipts.ts'
import { Session } from './session.ts'
import { TakenLog, type TakenMessage } from './taken-log.ts'

export type SandboxStats = {
  submits: number
  taken: number
  refused: number
  throttled: number
  unanswered: number
  binds: number
  bindsRefused: number
  malformed: number
  faults: number
  receiptsSent: number
  repliesSent: number
  deliveriesAnswered: number
  deliveriesRefused: number
  deliveriesSentAgain: number
  /** Receipts and replies that have not been answered yet, those not due yet included. */
  deliveriesPending: number
  bindsOpen: number
}

export interface Sandbox {
  readonly host: string
  readonly port: number
  readonly controlPort: number | null
  stats(): SandboxStats
  /** What was taken, in order; the newest `messagesKept` of it. Numbers are in clear. */
  taken(): TakenMessage[]
  /** When replies were sent and answered; numbers are in clear. */
  replies(): ReplyTime[]
  /** A reply from a handset. False when no receiving bind is there and none is named. */
  reply(reply: Reply, systemId?: string): boolean
  configure(habits: Partial<Habits>): void
  /** Cuts every connection, as a network does. */
  cutAll(): void
  close(): Promise<void>
}

export async function startSandbox(
  options: SandboxOptions = {},
  timers: Timers = sandboxTimers,
): Promise<Sandbox> {
  const log = new TakenLog(options.messagesKept ?? 200_000, options.logFile)
  const operator = new Operator({
    timers,
    habits: { ...habitsByDefault, ...habitsOf(options) },
    accounts: options.accounts ?? [],
    log,
    seed: options.seed ?? 1,
  })
  const server = createServer((socket) => {
    operator.sessions.add(new Session(socket, operator))
  })
  const host = options.host ?? '127.0.0.1'
  const port = await listening(server, options.port ?? 0, host)
  const sandbox: Omit<Sandbox, 'controlPort' | 'close'> = {
    host,
    port,
    stats: () => statsOf(operator),
    taken: () => log.all(),
    replies: () => operator.deliveries.replyTimes(),
    reply: (reply, systemId) => operator.reply(reply, systemId),
    configure: (habits) => {
      operator.habits = { ...operator.habits, ...habits }
    },
    cutAll: () => {
      for (const session of [...operator.sessions]) session.cut()
    },
  }
  const control =
    options.controlPort === undefined
      ? null
      : await startControl(sandbox, {
          port: options.controlPort,
          showsPersonalData: options.showsPersonalData ?? false,
        })
  return {
    ...sandbox,
    controlPort: control?.port ?? null,
    close: async () => {
      sandbox.cutAll()
      operator.due.clear()
      await Promise.all([closed(server), control?.close(), log.close()])
    },
  }
}

export function habitsOf(options: Readonly<Record<string, unknown>>): Partial<Habits> {
  const known = Object.keys(habitsByDefault).filter((name) => options[name] !== undefined)
  return Object.fromEntries(known.map((name) => [name, options[name]]))
}

function statsOf(operator: Operator): SandboxStats {
  const { receiptsSent, repliesSent, answered, refused, sentAgain } = operator.deliveries.counters
  return {
    ...operator.counters,
    receiptsSent,
    repliesSent,
    deliveriesAnswered: answered,
    deliveriesRefused: refused,
    deliveriesSentAgain: sentAgain,
    deliveriesPending: operator.deliveries.pending + operator.due.size,
    bindsOpen: [...operator.sessions].filter((session) => session.role !== 'none').length,
  }
}

function listening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
