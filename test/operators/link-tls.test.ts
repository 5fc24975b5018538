// The SMPP link over TLS: trusts whom it was told to trust, and says so when it does not.
import net from 'node:net'
import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import { testCertificate } from '../support/certificate.ts'
import {
  bound,
  type Heard,
  linkTo,
  segmentsOf,
  settingsFor,
  submitAll,
  until,
} from './link-fixture.ts'

const certificate = testCertificate()
let sandbox: Sandbox
let proxy: tls.Server
let port = 0
const links: Heard[] = []

beforeAll(async () => {
  sandbox = await startSandbox()
  proxy = tls.createServer(certificate, (socket) => {
    const inner = net.connect(sandbox.port, '127.0.0.1')
    for (const one of [socket, inner]) one.on('error', () => one.destroy())
    socket.pipe(inner).pipe(socket)
  })
  proxy.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  port = (proxy.address() as net.AddressInfo).port
})
afterEach(async () => {
  for (const { link } of links.splice(0)) await link.close(100)
})
afterAll(async () => {
  await sandbox.close()
  await new Promise((resolve) => proxy.close(resolve))
})

function started(...given: Parameters<typeof linkTo>): Heard {
  const heard = linkTo(...given)
  links.push(heard)
  heard.link.start()
  return heard
}

test('a trusted operator is bound and takes messages', async () => {
  const heard = started(settingsFor(port, { tls: { ca: certificate.cert } }))
  await bound(heard)
  expect(await submitAll(heard.link, segmentsOf('0001'))).toMatchObject([{ kind: 'accepted' }])
})

test.each([
  ['a certificate that nobody vouches for', {}],
  ['a certificate of another', { ca: testCertificate().cert }],
])('%s is refused before any password is sent', async (_what, settings) => {
  const before = sandbox.stats().binds
  const { link } = started(settingsFor(port, { tls: settings }))
  await until(() => link.state.kind === 'down')
  expect(link.state).toMatchObject({ why: 'tls_failed' })
  expect(sandbox.stats().binds).toBe(before)
})

test('an operator that speaks no TLS is told as such', async () => {
  const { link } = started(settingsFor(sandbox.port, { tls: { ca: certificate.cert } }))
  await until(() => link.state.kind === 'down')
  expect(link.state).toMatchObject({ why: 'tls_failed' })
})
