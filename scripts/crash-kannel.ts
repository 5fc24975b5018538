// Debian's Kannel killed with a backlog, and audited as Accord is: by the operator's own log.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent, get, type RequestOptions } from 'node:http'
import { join } from 'node:path'
import { crashNumber, peopleMax } from '../test/crash/accounts.ts'
import { readTakenLog } from '../test/crash/audit.ts'
import { type OperatorProcess, startOperator } from '../test/crash/processes.ts'
import type { Program } from '../test/support/program.ts'
import { configurationOf, freePort, listens, stopped } from './bench/kannel.ts'
import { sleep } from './bench/wait.ts'

export type KannelCrashOptions = {
  program: Program
  folder: string
  kills: number
  messagesPerKill: number
  tell(line: string): void
}

export type KannelCrashReport = {
  kills: number
  accepted: number
  lost: number
  doubled: number
  /** From a kill to the first message accepted after it, the longest. */
  refusedMs: number
}

/** Its answers come so late that a backlog stands, and a window is under way at each kill. */
const answerDelayMs = 100
const connections = 32
const quietMs = 20_000

export async function crashKannel(options: KannelCrashOptions): Promise<KannelCrashReport> {
  const operator = await startOperator(options.program, options.folder, answerDelayMs)
  const boxes = await startBoxes(operator, join(options.folder, 'kannel'))
  const load = startLoad(boxes.http)
  let kills = 0
  let refusedMs = 0
  try {
    for (; kills < options.kills; kills += 1) {
      const until = load.accepted.length + options.messagesPerKill
      while (load.accepted.length < until) await sleep(20)
      const at = performance.now()
      boxes.kill()
      while (load.lastStartMs() < at) await sleep(20)
      const ms = performance.now() - at
      refusedMs = Math.max(refusedMs, ms)
      const words = `kill ${kills + 1} of ${options.kills}: bearerbox`
      options.tell(`${words}; a message accepted after ${Math.round(ms)} ms`)
    }
    await load.stop()
    await untilQuiet(operator)
  } finally {
    await load.stop()
    await boxes.stop()
    await operator.stop()
  }
  const byTag = (await readTakenLog(operator.logFile)).byTag()
  let doubled = 0
  for (const { again } of byTag.values()) doubled += again
  const lost = load.accepted.filter((tag) => !byTag.has(tag)).length
  return { kills, accepted: load.accepted.length, lost, doubled, refusedMs }
}

type Boxes = { http: number; kill(): void; stop(): Promise<void> }

/** Both are started again whenever they end, as a supervisor of the operating system does. */
async function startBoxes({ login }: OperatorProcess, folder: string): Promise<Boxes> {
  mkdirSync(folder)
  const [admin, box, http] = [await freePort(), await freePort(), await freePort()]
  const file = join(folder, 'kannel.conf')
  const { port: smpp, user, password } = login
  writeFileSync(file, configurationOf({ admin, box, http, smpp, user, password }))
  const running = new Map<string, ChildProcess>()
  let isStopping = false
  const keep = (program: string): void => {
    const child = spawn(program, ['-v', '4', file], { cwd: folder, stdio: 'ignore' })
    running.set(program, child)
    child.once('exit', () => {
      if (!isStopping) setTimeout(() => keep(program), 100)
    })
  }
  keep('bearerbox')
  await listens(box)
  keep('smsbox')
  await listens(http)
  return {
    http,
    kill: () => void running.get('bearerbox')?.kill('SIGKILL'),
    stop: async () => {
      isStopping = true
      for (const child of running.values()) await stopped(child)
    },
  }
}

type Load = { accepted: string[]; lastStartMs(): number; stop(): Promise<void> }

/** A tag of its own for each message; what got no answer counts neither way. */
function startLoad(port: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const accepted: string[] = []
  let lastStartMs = 0
  let sent = 0
  let isSending = true
  const query = 'username=u&password=p&from=LUMEN'
  const worker = async (): Promise<void> => {
    while (isSending) {
      sent += 1
      const [tag, number] = [`K${sent}Z`, crashNumber(sent % peopleMax).slice(1)]
      const text = encodeURIComponent(`Lumen ${tag} : nouvelle collection en boutique.`)
      const startMs = performance.now()
      const path = `/cgi-bin/sendsms?${query}&to=${number}&text=${text}`
      const status = await statusOf({ agent, port, path, host: '127.0.0.1' })
      if (status === 202) {
        accepted.push(tag)
        lastStartMs = Math.max(lastStartMs, startMs)
      } else await sleep(100)
    }
  }
  const workers = Promise.all(Array.from({ length: connections }, worker))
  return {
    accepted,
    lastStartMs: () => lastStartMs,
    stop: async () => {
      isSending = false
      await workers
      agent.destroy()
    },
  }
}

/** Null: no answer came. */
function statusOf(request: RequestOptions): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = get(request, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? null))
      answer.once('error', () => resolve(null))
    })
    asked.once('error', () => resolve(null))
    asked.setTimeout(15_000, () => asked.destroy())
  })
}

/** Nothing has come for a while: its queue is empty. */
async function untilQuiet(operator: OperatorProcess): Promise<void> {
  let [taken, sinceMs] = [-1, performance.now()]
  while (performance.now() - sinceMs < quietMs) {
    const now = (await operator.stats()).taken
    if (now !== taken) [taken, sinceMs] = [now, performance.now()]
    await sleep(500)
  }
}
