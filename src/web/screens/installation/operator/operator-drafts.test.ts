// What is typed of an operator is what the API takes, and keys are never shown again.
import { expect, test } from 'vitest'
import { newRoute } from '../../../../routing/contract.ts'
import { advancedLack, advancedRequest, emptyAdvanced, isPlain } from './advanced-draft.ts'
import { emptyHttp, type HttpDraft, httpDraftOf, httpLack, httpRequest } from './http-draft.ts'

const typed: HttpDraft = {
  ...emptyHttp,
  url: 'https://api.example.org/v1/messages',
  auth: ' Bearer a-key ',
  receiptSecret: 'sixteen-letters-and-more',
  rate: '50',
  headers: 'X-Client: 4512\n\nX-Zone : eu: west ',
  idAt: 'messages.0.id',
  codeAt: 'messages.0.status',
  accepted: '0, 1 ,',
  isList: true,
  listAt: '',
  receiptIdAt: 'id',
  stateAt: 'state',
}

test('what is typed of an HTTP operator is what the API takes', () => {
  const http = httpRequest(typed)
  const url = typed.url
  const read = newRoute.parse({ url, supplierId: crypto.randomUUID(), name: 'A', http })
  expect(read.http).toMatchObject({
    auth: 'Bearer a-key',
    window: 20,
    rate: 50,
    timeoutMs: 15_000,
    headers: { 'X-Client': '4512', 'X-Zone': 'eu: west' },
    body: { to: '{to}', from: '{from}', text: '{text}' },
    answer: { idAt: 'messages.0.id', codeAt: 'messages.0.status', accepted: ['0', '1'] },
    receipt: {
      listAt: '',
      idAt: 'id',
      stateAt: 'state',
      errorAt: null,
      states: { undeliverable: ['UNDELIVERABLE', 'FAILED'], enroute: [] },
    },
  })
  expect(httpRequest({ ...typed, isList: false, listAt: 'x' }).receipt.listAt).toBeNull()
})

test('what cannot be read is said before anything is sent', () => {
  const lack = (part: Partial<HttpDraft>) => httpLack({ ...typed, ...part })
  expect(lack({})).toBeNull()
  expect(lack({ url: '' })).toBeNull()
  expect(lack({ url: 'smpp://u:p@host' })).toBe('place')
  expect(lack({ body: '{"to": {to}}' })).toBe('body')
  expect(lack({ body: '"{to}"' })).toBe('body')
  expect(lack({ headers: 'no colon here' })).toBe('headers')
  expect(lack({ headers: 'X-Client: …' })).toBe('hidden')
  expect(lack({ body: '{"key": "…"}' })).toBe('hidden')
})

test('a route that is there shows its description without keys, and keeps words not asked for', () => {
  const http = {
    url: 'https://api.example.org/…',
    headers: { 'X-Client': '…' },
    authHeader: 'X-Key',
    body: { key: '…', to: '{to}' },
    numberForm: 'digits' as const,
    answer: { idAt: 'id', codeAt: null, accepted: [], throttle: ['9'], retry: [] },
    receipt: {
      listAt: null,
      idAt: 'id',
      stateAt: 'state',
      errorAt: null,
      states: { delivered: ['OK'], deleted: ['GONE'] },
    },
    timeoutMs: 5_000,
  }
  const operator = { windowMax: 3, segmentsPerSecond: null } as Parameters<typeof httpDraftOf>[0]
  const draft = httpDraftOf(operator, http)
  expect(draft).toMatchObject({ url: '', auth: '', receiptSecret: '', window: '3', rate: '' })
  expect(httpLack(draft)).toBe('hidden')
  const anew = { ...draft, headers: '', body: '{"key": "k", "to": "{to}"}' }
  expect(httpLack(anew)).toBeNull()
  const { receipt, ...asked } = httpRequest(anew, http)
  expect(asked).toMatchObject({ numberForm: 'digits', rate: null, timeoutMs: 5_000 })
  expect(receipt.states).toMatchObject({ delivered: ['OK'], deleted: ['GONE'] })
})

test('advanced settings are those that the protocol and its encryption use', () => {
  const draft = {
    ...emptyAdvanced,
    tlsCa: '-----BEGIN CERTIFICATE-----',
    perBind: '10',
    perSender: '0,1',
  }
  expect(advancedRequest(draft, { kind: 'smpp', usesTls: true })).toEqual({
    shiftTables: [],
    senderSegmentsPerSecond: 0.1,
    optOutCodes: [],
    deadNumberCodes: ['1'],
    tlsCa: '-----BEGIN CERTIFICATE-----',
    tlsServerName: null,
    concatenation: 'udh8',
    bindSegmentsPerSecond: 10,
    receiptOffsetMinutes: 0,
  })
  const http = advancedRequest(draft, { kind: 'http', usesTls: false })
  expect(http).not.toHaveProperty('bindSegmentsPerSecond')
  expect(http.tlsCa).toBeNull()
})

test('a number that is none is said; nothing set is told from something set', () => {
  const lack = (part: Partial<typeof emptyAdvanced>) => advancedLack({ ...emptyAdvanced, ...part })
  expect(lack({ perSender: '0.5', receiptOffset: '-60' })).toBeNull()
  expect(lack({ perSender: 'many' })).toBe('number')
  expect(lack({ perBind: '1.5' })).toBe('number')
  expect(lack({ receiptOffset: '' })).toBe('number')
  expect(isPlain(emptyAdvanced, 'smpp')).toBe(true)
  expect(isPlain({ ...emptyAdvanced, concatenation: 'payload' }, 'smpp')).toBe(false)
  expect(isPlain({ ...emptyAdvanced, concatenation: 'payload' }, 'http')).toBe(true)
  expect(isPlain({ ...emptyAdvanced, tlsServerName: 'smpp.example' }, 'smpp')).toBe(false)
})
