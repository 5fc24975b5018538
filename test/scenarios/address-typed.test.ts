// What is typed into the form of an address becomes one that the server reads the same way.
import { expect, test } from 'vitest'
import { parseOperatorUrl } from '../../src/routing/index.ts'
import {
  type AddressDraft,
  emptyAddress,
  urlOf,
} from '../../src/web/screens/installation/operator/address-draft.ts'

const draft = (part: Partial<AddressDraft>): AddressDraft => ({
  ...emptyAddress,
  host: 'smpp.example.org',
  user: 'compte',
  password: 'secret',
  ...part,
})

test.each<[string, Partial<AddressDraft>, object]>([
  ['as it is', {}, { host: 'smpp.example.org', port: 2775, usesTls: false, binds: 1 }],
  ['enciphered', { usesTls: true, port: '3550' }, { usesTls: true, port: 3550 }],
  ['with a rate', { rate: '100', binds: '4' }, { segmentsPerSecond: 100, binds: 4 }],
  ['an IPv4 address', { host: '127.0.0.1' }, { host: '127.0.0.1' }],
  ['an IPv6 address', { host: '::1' }, { host: '::1' }],
  ['a user with signs', { user: 'a:b@c/d' }, { systemId: 'a:b@c/d' }],
])('%s', (_name, part, read) => {
  expect(parseOperatorUrl(urlOf(draft(part)))).toMatchObject(read)
})

test('a password keeps each of its signs', () => {
  const password = 'p@ss/w:o?rd#%é&rate=1'
  expect(parseOperatorUrl(urlOf(draft({ password }))).password.reveal('match')).toBe(password)
})

test.each(['elsewhere.example.org/x', 'a@b', 'a?rate=1', 'a#b'])(
  'the host %s leads nowhere else: it is no name that anything has',
  (host) => {
    const read = parseOperatorUrl(urlOf(draft({ host })))
    expect(read).toMatchObject({ port: 2775, systemId: 'compte', segmentsPerSecond: null })
    expect(read.host).toMatch(/%/)
  },
)

test('no host is refused', () => {
  expect(() => parseOperatorUrl(urlOf(draft({ host: ' ' })))).toThrow()
})
