// Names asked of a DNS server on this machine, which answers, refuses or is silent.
import { createSocket } from 'node:dgram'
import { EventEmitter, once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realTimers } from '../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import type { Timers } from '../kernel/index.ts'
import { askNetwork } from './ask-network.ts'
import { fewAtOnce } from './index.ts'

const a = 1
const folder = newTestFolder()
const hostsFile = join(folder, 'hosts')
const socket = createSocket('udp4')
const events = new EventEmitter()
const queries: string[] = []
let servers: string[] = []

/**
 * `silent…` is never answered, `gone…` is not there, `half…` is silent of its second family, `six…`
 * of its first; `late…` has both, and tells its first long after its second.
 */
beforeAll(async () => {
  writeFileSync(hostsFile, '# ours\n10.1.2.3 crm crm.internal # the one\nfd00::7\tcrm\n')
  socket.on('message', (query, { port, address }) => {
    const { name, type, end } = questionOf(query)
    queries.push(name)
    events.emit('query', name)
    const [kind = ''] = /^[a-z]+/.exec(name) ?? []
    const silentOf: Record<string, boolean> = { silent: true, half: type !== a, six: type === a }
    if (silentOf[kind] === true) return
    const isGone = kind === 'gone'
    const has6 = kind === 'six' || kind === 'late'
    const answers = isGone || (type !== a && !has6) ? [] : [answerOf(type)]
    const head = Buffer.alloc(12)
    query.copy(head, 0, 0, 2)
    head.writeUInt16BE(isGone ? 0x8183 : 0x8180, 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(answers.length, 6)
    const answer = Buffer.concat([head, query.subarray(12, end), ...answers])
    const isLate = kind === 'late' && type === a
    realTimers.after(isLate ? 600 : 0, () => socket.send(answer, port, address))
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
const answerOf = (type: number) => {
  const address = type === a ? [93, 184, 216, 34] : [0xfd, ...Array<number>(14).fill(0), 7]
  return Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, address.length, ...address])
}

const ask = (host: string, signal = new AbortController().signal) =>
  askNetwork(host, { signal, timers: realTimers, servers, hostsFile })
const found = [{ address: '93.184.216.34', family: 4 }]
const found6 = [{ address: 'fd00::7', family: 6 }]

test('a name leads to its addresses, and to nothing where there is none', async () => {
  expect(await ask('crm.example')).toEqual(found)
  await expect(ask('gone.example')).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

test('where the other family is silent, what is there is enough', async () => {
  expect(await ask('half.example')).toEqual(found)
  expect(await ask('six.example')).toEqual(found6)
})

test('an IPv4 address that comes late is waited for, since IPv6 may lead nowhere', async () => {
  expect(await ask('late.example')).toEqual([...found, ...found6])
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
  await once(events, 'query')
  given.abort()
  const refused = expect(asked).rejects.toMatchObject({ code: 'EAI_AGAIN' })
  // It waits for nothing but itself: c-ares says later that it was cancelled.
  let isOver = false
  asked.catch(() => {
    isOver = true
  })
  await Promise.resolve().then(() => undefined)
  expect(isOver).toBe(true)
  await refused
})

test('what was let go of before its turn asks nobody', async () => {
  const given = new AbortController()
  const asked = ask('silentbefore.example', given.signal)
  given.abort()
  await expect(asked).rejects.toMatchObject({ code: 'EAI_AGAIN' })
  await expect(ask('silentbefore.example', given.signal)).rejects.toMatchObject({
    code: 'EAI_AGAIN',
  })
  // Another one goes to the same server after it: what had been asked would be there.
  await ask('crm.example')
  expect(queries).not.toContain('silentbefore.example')
})

test('forty silent names hold up a good one for no longer than one of them may take', {
  timeout: 20_000,
}, async () => {
  // The wait for a turn is long here, so that a busy machine is not taken for a slow name.
  const after: Timers['after'] = (ms, call) => realTimers.after(ms < 5_000 ? ms / 2 : ms * 3, call)
  const resolve = fewAtOnce({ ...realTimers, after }, (host, signal) =>
    askNetwork(host, { signal, timers: realTimers, servers, hostsFile }),
  )
  const silent = Array.from({ length: 40 }, (_, index) => resolve(`silent${index}.example`))
  const codes = Promise.all(silent.map((one) => one.catch(({ code }) => code)))
  expect(await resolve('good.example')).toEqual(found)
  expect(new Set(await codes)).toEqual(new Set(['EAI_AGAIN']))
})
