// Names asked of a DNS server on this machine, which answers, refuses or is silent.
import { createSocket } from 'node:dgram'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realTimers } from '../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { askNetwork } from './ask-network.ts'
import { fewAtOnce } from './index.ts'

const a = 1
const folder = newTestFolder()
const hostsFile = join(folder, 'hosts')
const socket = createSocket('udp4')
let servers: string[] = []

/** `silent…` is never answered, `gone…` is not there, `half…` is silent of its second family. */
beforeAll(async () => {
  writeFileSync(hostsFile, '# ours\n10.1.2.3 crm crm.internal # the one\nfd00::7\tcrm\n')
  socket.on('message', (query, { port, address }) => {
    const { name, type, end } = questionOf(query)
    if (name.startsWith('silent') || (name.startsWith('half') && type !== a)) return
    const isGone = name.startsWith('gone')
    const answers = isGone || type !== a ? [] : [answerOf()]
    const head = Buffer.alloc(12)
    query.copy(head, 0, 0, 2)
    head.writeUInt16BE(isGone ? 0x8183 : 0x8180, 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(answers.length, 6)
    socket.send(Buffer.concat([head, query.subarray(12, end), ...answers]), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  servers = [`127.0.0.1:${socket.address().port}`]
})
afterAll(() => {
  socket.close()
  removeTestFolder(folder)
})

function questionOf(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.'), type: query.readUInt16BE(at + 1), end: at + 5 }
}
const answerOf = () => Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 93, 184, 216, 34])

const ask = (host: string, signal = new AbortController().signal) =>
  askNetwork(host, { signal, timers: realTimers, servers, hostsFile })
const found = [{ address: '93.184.216.34', family: 4 }]

test('a name leads to its addresses, and to nothing where there is none', async () => {
  expect(await ask('crm.example')).toEqual(found)
  await expect(ask('gone.example')).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

test('where the other family is silent, what is there is enough', async () => {
  expect(await ask('half.example')).toEqual(found)
})

test('the file of hosts comes first, and this machine is no name of the network', async () => {
  expect(await ask('CRM')).toEqual([
    { address: '10.1.2.3', family: 4 },
    { address: 'fd00::7', family: 6 },
  ])
  expect(await ask('crm.internal.')).toEqual([{ address: '10.1.2.3', family: 4 }])
  expect((await ask('a.localhost'))[0]).toEqual({ address: '127.0.0.1', family: 4 })
})

test('what is let go of ends at once', async () => {
  const given = new AbortController()
  const asked = ask('silent.example', given.signal)
  setImmediate(() => given.abort())
  await expect(asked).rejects.toMatchObject({ code: 'EAI_AGAIN' })
})

test('forty silent names hold up no good one for longer than four seconds', {
  timeout: 20_000,
}, async () => {
  const resolve = fewAtOnce(realTimers, (host, signal) =>
    askNetwork(host, { signal, timers: realTimers, servers, hostsFile }),
  )
  const silent = Array.from({ length: 40 }, (_, index) => resolve(`silent${index}.example`))
  const codes = Promise.all(silent.map((one) => one.catch(({ code }) => code)))
  const from = realTimers.monotonicMs()
  expect(await resolve('good.example')).toEqual(found)
  expect(realTimers.monotonicMs() - from).toBeLessThan(4_900)
  expect(new Set(await codes)).toEqual(new Set(['EAI_AGAIN']))
})
