// What a developer is told of a program that was not reached: real connections on this machine.
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { testAuthority } from '../../../test/support/certificate.ts'
import { makeSecret, systemRandomness } from '../../app/index.ts'
import { handOn } from './hand-on.ts'

const event = {
  ...{ id: '01a210d0-21d9-75bb-863c-000000000001', event: 'import.finished' as const },
  ...{ at: '2026-11-25T09:00:00Z', body: '{}' },
}

async function handedTo(program: http.Server, scheme: 'http' | 'https') {
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve))
  const { port } = program.address() as AddressInfo
  try {
    return await handOn(event, {
      to: new URL(`${scheme}://127.0.0.1:${port}/hook`),
      secret: makeSecret(systemRandomness),
      stopped: new AbortController().signal,
    })
  } finally {
    program.closeAllConnections()
    await new Promise((resolve) => program.close(resolve))
  }
}
const accepts: http.RequestListener = (_request, response) => response.writeHead(204).end()
const vouched = testAuthority()

test('a program without TLS is no matter of certificates', async () => {
  expect(await handedTo(http.createServer(accepts), 'http')).toEqual({ status: 204, error: null })
  expect(await handedTo(http.createServer(accepts), 'https')).toEqual({
    ...{ status: null, error: 'tls_failed' },
  })
})

test('a program whose TLS is too old is none either', async () => {
  const own = vouched.vouchFor('localhost')
  const old = https.createServer(
    { ...own, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    accepts,
  )
  expect(await handedTo(old, 'https')).toEqual({ status: null, error: 'tls_failed' })
})

test('a certificate that nobody known vouches for is told as such', async () => {
  const own = https.createServer(vouched.vouchFor('localhost'), accepts)
  expect(await handedTo(own, 'https')).toEqual({ status: null, error: 'certificate_failed' })
})
