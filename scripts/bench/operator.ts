// The operator of the bench: the sandbox as a process of its own, the same for whoever is measured.
import { type ChildProcess, spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sleep } from './wait.ts'

export type OperatorStats = {
  submits: number
  taken: number
  deliveriesAnswered: number
  deliveriesPending: number
}
export type ReplyTime = { from: string; sentAt: number; answeredAt: number | null }

export type BenchOperator = {
  port: number
  pid: number
  /** How far its clock is ahead of the machine's. */
  aheadMs: number
  stats(): Promise<OperatorStats>
  reply(from: string, text: string): Promise<void>
  replies(): Promise<ReplyTime[]>
  /** Resolves once so many more were taken, and each of their receipts answered. */
  done(from: OperatorStats, messages: number): Promise<void>
  stop(): Promise<void>
}

export const receiptDelayMs = 200

/** What is still missing when nothing has come for so long is lost. */
const stillMs = 120_000

export async function startBenchOperator(
  aheadMs: number,
  logFile: string | null = null,
): Promise<BenchOperator> {
  const program = fileURLToPath(new URL('../../dist/sandbox/main.js', import.meta.url))
  const flags = ['--port', '0', '--control-port', '0', '--no-magic', '--with-parent', '--keep', '0']
  const habits = ['--receipt-delay', String(receiptDelayMs), '--clock-ahead', String(aheadMs)]
  const log = logFile === null ? [] : ['--log', logFile, '--show-personal-data']
  const child = spawn(process.execPath, [program, ...flags, ...habits, ...log], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const said = JSON.parse(await firstLineOf(child)) as { port: number; controlPort: number }
  const control = `http://127.0.0.1:${said.controlPort}`
  const get = async <T>(path: string) => (await (await fetch(control + path)).json()) as T
  const stats = () => get<OperatorStats>('/stats')
  return {
    port: said.port,
    pid: child.pid ?? 0,
    aheadMs,
    stats,
    reply: async (from, text) => {
      const body = JSON.stringify({ from, to: '36111', text })
      const answer = await fetch(`${control}/mo`, { method: 'POST', body })
      if (!answer.ok) throw new Error(`the operator did not take a reply: ${answer.status}`)
    },
    replies: () => get<ReplyTime[]>('/replies'),
    done: async (from, messages) => {
      let [last, since] = ['', performance.now()]
      for (;;) {
        const now = await stats()
        const taken = now.taken - from.taken
        const answered = now.deliveriesAnswered - from.deliveriesAnswered
        if (taken >= messages && answered >= messages && now.deliveriesPending === 0) return
        const state = `${taken} of ${messages} segments taken and ${answered} receipts answered`
        if (state !== last) [last, since] = [state, performance.now()]
        if (performance.now() - since > stillMs) throw new Error(`${state}, then nothing more came`)
        await sleep(50)
      }
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.stdin?.end()
      }),
  }
}

export function firstLineOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.once('exit', () => reject(new Error('a process of the bench did not start')))
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const end = text.indexOf('\n')
      if (end !== -1) resolve(text.slice(0, end))
    })
  })
}

export type Taken = { at: number; destination: string; text: string }

/** The operator's log: one line a segment taken. */
export async function* readTaken(file: string): AsyncGenerator<Taken> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [at, destination, , , , octets] = line.split('\t')
    const text = Buffer.from(octets ?? '', 'hex').toString('latin1')
    yield { at: Number(at), destination: destination ?? '', text }
  }
}
