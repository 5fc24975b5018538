// The web app's files as they are sent: compressed for who takes it,
// kept for as long as they are true.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { testServer } from '../../test/support/test-server.ts'

const page = '<!doctype html><title>Accord</title>'
const script = 'document.title = "Accord"\n'.repeat(50)
let webRoot: string
let server: FastifyInstance

beforeAll(async () => {
  webRoot = newTestFolder()
  mkdirSync(join(webRoot, 'assets'))
  mkdirSync(join(webRoot, '.vite'))
  writeFileSync(join(webRoot, '.vite', 'manifest.json'), '{}')
  for (const [name, text] of [
    ['index.html', page],
    ['assets/app-1a2b.js', script],
  ] as const) {
    writeFileSync(join(webRoot, name), text)
    writeFileSync(join(webRoot, `${name}.br`), brotliCompressSync(text))
    writeFileSync(join(webRoot, `${name}.gz`), gzipSync(text))
  }
  writeFileSync(join(webRoot, 'assets', 'face-1a2b.woff2'), 'wOF2')
  server = await testServer([], { webRoot, sitePaths: ['/campaigns/:id'] })
})
afterAll(async () => {
  await server.close()
  removeTestFolder(webRoot)
})

const plain = (octets: Buffer) => octets
const packings: [string | undefined, string | undefined, (octets: Buffer) => Buffer][] = [
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['identity', undefined, plain],
  [undefined, undefined, plain],
]

test.each(packings)('who takes %s is sent %s', async (takes, encoding, unpack) => {
  const headers = takes === undefined ? {} : { 'accept-encoding': takes }
  for (const [url, text, kind, kept] of [
    ['/assets/app-1a2b.js', script, 'javascript', 'public, max-age=31536000, immutable'],
    ['/', page, 'text/html', 'no-cache'],
    ['/campaigns/42', page, 'text/html', 'no-cache'],
  ] as const) {
    const answer = await server.inject({ url, headers })
    expect([url, answer.statusCode]).toEqual([url, 200])
    expect([url, unpack(answer.rawPayload).toString()]).toEqual([url, text])
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['content-type']).toContain(kind)
    expect(answer.headers['cache-control']).toBe(kept)
    // A cache on the way keeps one answer for each way of packing.
    expect(answer.headers['vary']).toBe('accept-encoding')
  }
})

test('what has no packed file beside it is sent as it is', async () => {
  const headers = { 'accept-encoding': 'br' }
  const face = await server.inject({ url: '/assets/face-1a2b.woff2', headers })
  expect([face.statusCode, face.body, face.headers['content-encoding']]).toEqual([
    200,
    'wOF2',
    undefined,
  ])
  expect(face.headers['cache-control']).toContain('immutable')
})

test('an asset of an earlier version, and what the build keeps for itself, are not there', async () => {
  for (const url of ['/assets/app-0000.js', '/.vite/manifest.json']) {
    const answer = await server.inject({ url, headers: { 'accept-encoding': 'br' } })
    expect([url, answer.statusCode]).toEqual([url, 404])
    expect(answer.headers['cache-control'] ?? '').not.toContain('immutable')
  }
})
