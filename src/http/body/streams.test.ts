// What passes through the server as a stream: a file that comes, a file that leaves, progress.
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { bearer, callerWith, upload } from '../../../test/support/http-routes.ts'
import { testServer } from '../../../test/support/test-server.ts'
import { AppError, type Caller } from '../../kernel/index.ts'
import { defineDownload, defineProgress, type Route } from '../index.ts'

const servers: FastifyInstance[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serverOf(route: Route, caller: Caller | null): Promise<FastifyInstance> {
  const server = await testServer([route], {
    authenticate: async () => (caller === null ? null : { caller, via: 'token' }),
    onFailure: () => undefined,
  })
  servers.push(server)
  return server
}

function form(fields: Record<string, string>, file: string | null): [string, string] {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  if (file !== null) {
    parts.push(
      `--b\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\n` +
        `content-type: text/csv\r\n\r\n${file}\r\n`,
    )
  }
  return [`${parts.join('')}--b--\r\n`, 'multipart/form-data; boundary=b']
}

test('a file arrives as a stream with its fields; too large, missing or cut is said', async () => {
  const send = async (payload: string, contentType: string, max = 1_000_000) => {
    const server = await serverOf(upload(max), callerWith('imports.run'))
    const headers = { ...bearer, 'content-type': contentType }
    const answer = await server.inject({ method: 'POST', url: '/v1/files', headers, payload })
    return [answer.statusCode, answer.json().code ?? answer.json()]
  }
  const whole = form({ country: 'FR' }, 'a;b\n'.repeat(50_000))
  expect(await send(...whole)).toEqual([201, { name: 'list.csv', octets: 200_000, country: 'FR' }])
  expect(await send(...whole, 1000)).toEqual([413, 'http.file_too_large'])
  expect(await send(...form({ country: 'FR' }, null))).toEqual([400, 'http.file_missing'])
  expect(await send(...form({}, 'a'))).toEqual([400, 'http.input_invalid'])
  expect(await send('{}', 'application/json')).toEqual([415, 'http.media_type_unsupported'])
  const behind = whole[0].replace('--b--', form({ purpose: 'news' }, null)[0])
  expect(await send(behind, whole[1])).toEqual([400, 'http.part_behind_file'])
  const twice = whole[0].replace('--b--', form({}, 'c;d')[0])
  expect(await send(twice, whole[1])).toEqual([400, 'http.part_behind_file'])
  const cut = whole[0].slice(0, 1000)
  expect(await send(cut, whole[1])).toEqual([400, 'http.multipart_malformed'])
})

test('progress is a stream of events, and an early failure is still a problem document', async () => {
  const progress = (fail: boolean) =>
    defineProgress({
      path: '/v1/progress',
      needs: 'none',
      summary: 'Follow',
      event: z.object({ done: z.number() }),
      handle: async function* () {
        if (fail) throw new AppError('imports.not_found', 'not_found', 'No such import.')
        yield { done: 1 }
        yield { done: 2 }
      },
    })
  const server = await serverOf(progress(false), null)
  const answer = await server.inject({ url: '/v1/progress' })
  expect(answer.headers['content-type']).toContain('text/event-stream')
  expect(answer.body).toBe('data: {"done":1}\n\ndata: {"done":2}\n\n')
  const failed = await (await serverOf(progress(true), null)).inject({ url: '/v1/progress' })
  expect([failed.statusCode, failed.json().code]).toEqual([404, 'imports.not_found'])
})

test('a download has a name that no browser mistakes', async () => {
  const download = defineDownload({
    path: '/v1/file',
    needs: 'none',
    summary: 'Fetch',
    mediaType: 'text/csv; charset=utf-8',
    handle: async () => ({
      fileName: 'refusés "1".csv',
      mediaType: 'text/csv; charset=utf-8',
      stream: Readable.from(['a;b\n', '1;2\n']),
    }),
  })
  const answer = await (await serverOf(download, null)).inject({ url: '/v1/file' })
  expect(answer.body).toBe('a;b\n1;2\n')
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="refus_s _1_.csv"; filename*=UTF-8''refus%C3%A9s%20%221%22.csv`,
  )
})
