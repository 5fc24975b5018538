// What is told of a request that failed, or of an answer: by the code of an error, and over real
// connections on this machine.
import http from 'node:http'
import https from 'node:https'
import net, { type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { testAuthority } from '../../test/support/certificate.ts'
import { realTimers } from '../../test/support/clock.ts'
import { makeAgent, type Posted, postJson, type Trust, tlsFaultOf } from './index.ts'
import { whyNotConnected } from './not-connected.ts'

test.each([
  ['EADDRNOTALLOWED', 'address_not_allowed', null],
  ['ENOTFOUND', 'host_not_found', null],
  ['EAI_AGAIN', 'host_not_found', null],
  ['ECONNREFUSED', 'connection_refused', null],
  ['ECONNRESET', 'connection_refused', null],
  ['EHOSTUNREACH', 'connection_refused', null],
  ['HPE_INVALID_CONSTANT', 'connection_refused', null],
  [undefined, 'connection_refused', null],
  ['', 'connection_refused', null],
  // A word that only looks like one of TLS.
  ['EXSSLX', 'connection_refused', null],
  ['ECERTAIN', 'connection_refused', null],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls_failed', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls_failed', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls_failed', 'certificate'],
  ['CERT_HAS_EXPIRED', 'tls_failed', 'certificate'],
  ['HOSTNAME_MISMATCH', 'tls_failed', 'certificate'],
  ['INVALID_PURPOSE', 'tls_failed', 'certificate'],
  ['UNABLE_TO_GET_CRL', 'tls_failed', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_failed', 'certificate'],
  ['ERR_TLS_HANDSHAKE_TIMEOUT', 'tls_failed', 'handshake'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls_failed', 'handshake'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls_failed', 'handshake'],
  ['EPROTO', 'tls_failed', 'handshake'],
] as const)('the code %s means %s', (code, why, fault) => {
  expect([whyNotConnected(code), tlsFaultOf(code)]).toEqual([why, fault])
})

const authority = testAuthority()
const accepts: http.RequestListener = (_request, response) => response.writeHead(204).end()

/** What is posted to a program of this machine, under whatever name. */
async function postedTo(
  program: net.Server,
  { url, trust = {} }: { url: (port: number) => string; trust?: Trust },
): Promise<Posted> {
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve))
  const { port } = program.address() as AddressInfo
  const posted = await post(url(port), trust)
  if (program instanceof http.Server) program.closeAllConnections()
  await new Promise((resolve) => program.close(resolve))
  return posted
}

async function post(text: string, trust: Trust = {}): Promise<Posted> {
  const url = new URL(text)
  const agent = makeAgent(url, { connectionsMax: 1, trust })
  const here = [{ address: '127.0.0.1', family: 4 }]
  const resolve = (host: string) =>
    host.startsWith('gone')
      ? Promise.reject(Object.assign(new Error(`no ${host}`), { code: 'ENOTFOUND' }))
      : Promise.resolve(here)
  try {
    return await postJson({
      ...{ url, headers: {}, body: '{}', agent, timeoutMs: 10_000, allows: () => true },
      ...{ resolve, timers: realTimers },
    })
  } finally {
    agent.destroy()
  }
}
const notConnected = (why: string) => ({ kind: 'not_connected', why })

test('a host is no fault of TLS for its name', async () => {
  expect(await post('https://gone-tls-ssl-cert-verify.example/')).toEqual(
    notConnected('host_not_found'),
  )
  const closed = net.createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  expect(await post(`https://tls-ssl-cert.example:${port}/`)).toEqual(
    notConnected('connection_refused'),
  )
})

test('a program without TLS, or with a certificate that is not good here, is told as such', async () => {
  const url = (port: number) => `https://shop.example:${port}/`
  expect(await postedTo(http.createServer(accepts), { url })).toEqual(notConnected('tls_failed'))
  const ours = authority.vouchFor('shop.example')
  const trust = { ca: authority.cert }
  expect(await postedTo(https.createServer(ours, accepts), { url })).toEqual(
    notConnected('tls_failed'),
  )
  const over = authority.vouchFor('shop.example', new Date('2025-01-01T00:00:00Z'))
  expect(await postedTo(https.createServer(over, accepts), { url, trust })).toEqual(
    notConnected('tls_failed'),
  )
  const another = authority.vouchFor('other.example')
  expect(await postedTo(https.createServer(another, accepts), { url, trust })).toEqual(
    notConnected('tls_failed'),
  )
  expect(await postedTo(https.createServer(ours, accepts), { url, trust })).toMatchObject({
    ...{ kind: 'answered', status: 204 },
  })
})

test('an answer is told with the wait that it asks for, the first of several', async () => {
  const url = (port: number) => `http://shop.example:${port}/`
  const asks = http.createServer((_request, response) =>
    response
      .writeHead(
        429,
        [
          ['Retry-After', ' 120 '],
          ['Retry-After', '7'],
        ].flat(),
      )
      .end('later'),
  )
  expect(await postedTo(asks, { url })).toEqual({
    ...{ kind: 'answered', status: 429, body: 'later', retryAfter: '120' },
  })
  expect(await postedTo(http.createServer(accepts), { url })).toEqual({
    ...{ kind: 'answered', status: 204, body: '', retryAfter: undefined },
  })
})
