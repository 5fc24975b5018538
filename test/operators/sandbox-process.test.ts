// The sandbox as a process of its own: says where it listens, and never outlives its parent.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Personal } from '../../src/kernel/index.ts'
import { programFile } from '../support/program.ts'
import { bound, linkTo, segmentsOf, settingsFor, submitAll, until } from './link-fixture.ts'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function sandboxProcess(...flags: string[]) {
  const args = [programFile('sandbox/main'), ...flags]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  children.push(child)
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    output += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  return { child, output: () => output, errors: () => errors }
}

test('it says where it listens in one line, takes messages, and ends with its parent', async () => {
  const { child, output } = sandboxProcess(
    ...['--port', '0', '--control-port', '0', '--with-parent'],
    ...['--system-id', 'accord', '--password', 'of-a-test', '--receipt-delay', '10'],
  )
  await until(() => output().includes('\n'), 15_000)
  const said = JSON.parse(output()) as { port: number; controlPort: number; pid: number }
  expect(said.pid).toBe(child.pid)
  const heard = await bound(linkTo(settingsFor(said.port, { password: new Personal('of-a-test') })))
  expect(await submitAll(heard.link, segmentsOf('0001'))).toMatchObject([{ kind: 'accepted' }])
  await until(() => heard.receipts.length === 1)
  const stats = await fetch(`http://127.0.0.1:${said.controlPort}/stats`)
  expect(await stats.json()).toMatchObject({ taken: 1 })
  await heard.link.close(100)
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('a port in use and a wrong flag are told in one sentence', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as { port: number }
  const busy = sandboxProcess('--port', String(port))
  const wrong = sandboxProcess('--receipt-ids', 'roman')
  const codes = await Promise.all(
    [busy, wrong].map(async ({ child }) => (await once(child, 'exit'))[0]),
  )
  holder.close()
  expect(codes).toEqual([1, 1])
  expect(busy.errors()).toBe(
    `sandbox: port ${port} is in use; give another with --port, or 0 for any free one\n`,
  )
  expect(wrong.errors()).toMatch(/^sandbox: --receipt-ids is one of decimal, .*same\n$/)
})
