// The reference of sending: the same link to the same sandbox program, without a database.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { realTimers, systemRandomness } from '../../src/app/clock.ts'
import { asE164, Personal } from '../../src/kernel/index.ts'
import { createOperatorLink, type OutgoingSegment } from '../../src/routing/link/index.ts'
import { encodeSegments } from '../../src/wire/index.ts'
import { secondsSince, sleep } from './wait.ts'

const windowMax = 500

/** Submits and waits for every answer and every receipt; messages a second. */
export async function linkReference(count: number): Promise<number> {
  const program = fileURLToPath(new URL('../../dist/sandbox/main.js', import.meta.url))
  const flags = ['--port', '0', '--no-magic', '--receipt-delay', '20', '--with-parent']
  const child = spawn(process.execPath, [program, ...flags], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = await new Promise<{ port: number }>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString('utf8')))),
  )
  let receipts = 0
  const link = createOperatorLink(
    {
      host: '127.0.0.1',
      port: said.port,
      tls: null,
      systemId: 'accord',
      password: new Personal('secret'),
      systemType: '',
      bindAs: 'transceiver',
      windowMax,
      segmentsPerSecond: null,
      defaultAlphabet: 'gsm7',
      receiptOffsetMinutes: 0,
    },
    {
      timers: realTimers,
      randomness: systemRandomness,
      handlers: {
        receipts: async (batch) => {
          receipts += batch.length
        },
        inbound: async () => undefined,
      },
    },
  )
  link.start()
  while (link.state.kind !== 'bound') await sleep(10)
  const start = performance.now()
  await submitAll(count, (segment) => link.submit(segment))
  while (receipts < count) await sleep(5)
  const seconds = secondsSince(start)
  await link.close(100)
  child.stdin.end()
  return count / seconds
}

async function submitAll(
  count: number,
  submit: (segment: OutgoingSegment) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) {
      const n = next
      next += 1
      await submit(segmentOf(n))
    }
  }
  await Promise.all(Array.from({ length: windowMax }, worker))
}

function segmentOf(n: number): OutgoingSegment {
  const encoded = encodeSegments('Bench : bonjour Camille, -20 % ce samedi.\nSTOP au 36111', {
    reference: 1,
  })
  const content = encoded.ok ? encoded.segments[0] : undefined
  const to = asE164(`+336${20_000_000 + n}`)
  if (content === undefined || to === null) throw new Error('the reference text cannot be cut')
  return {
    key: String(n),
    from: { ton: 5, npi: 0, address: 'BENCH' },
    to: new Personal(to),
    content,
    wantsReceipt: true,
  }
}
