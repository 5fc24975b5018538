// Which addresses may be connected to, in every writing that stands for one of them.
import net from 'node:net'
import { expect, test } from 'vitest'
import { realTimers, seededRandomness } from '../../test/support/clock.ts'
import { Personal } from '../kernel/index.ts'
import {
  addressNotAllowed,
  isRefusedLiteral,
  lookupAllowed,
  networkOf,
  outgoingAddresses,
  publicAddresses,
} from '../outgoing/index.ts'
import { createOperatorLink } from './link/index.ts'

const isAllowed = (address: string) => publicAddresses.allows(address)

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2a00:1450::1', '2600::1'])(
  '%s is public',
  (one) => {
    expect(isAllowed(one)).toBe(true)
  },
)

test.each([
  // This host and this network.
  ...['0.0.0.0', '0.1.2.3', '127.0.0.1', '127.255.0.2', '::', '::1', 'fe80::1', 'fe80::1%lo'],
  // Private and shared networks, the old and the new.
  ...['10.1.2.3', '172.16.0.1', '172.31.0.1', '192.168.1.1', '100.64.0.1', '100.127.0.1'],
  ...['fd00::1', 'fc00::1', 'fec0::1', 'feff::1'],
  // What a cloud tells its own machines, keys included.
  ...['169.254.169.254', 'fd00:ec2::254', '168.63.129.16', '100.100.100.200', '192.0.0.192'],
  // IPv4 in disguise.
  ...['::7f00:1', '::127.0.0.1', '::a00:1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8'],
  ...['::ffff:0:127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::a00:1'],
  ...['2002:7f00:1::', '2002:a9fe:a9fe::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001::1'],
  // Reserved, documentation, tests, to many.
  ...['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '192.88.99.1', '224.0.0.1'],
  ...['240.0.0.1', '255.255.255.255', '2001:db8::1', '3fff::1', '100::1', 'ff02::1', '5f00::1'],
  // No addresses.
  ...['nonsense', '', '2600::1%lo', '0x7f.1', '2130706433'],
])('%s is not', (one) => {
  expect(isAllowed(one)).toBe(false)
})

test('the configuration names networks, and what is in clear stays within them', () => {
  const named = outgoingAddresses(['10.20.0.0/16', '127.0.0.1', 'fd12::/64'])
  const open = { isOpen: true }
  expect(named.hasPrivate).toBe(true)
  for (const one of ['10.20.255.1', '127.0.0.1', 'fd12::9']) {
    expect([named.allows(one), named.allows(one, open)]).toEqual([true, true])
  }
  for (const one of ['10.21.0.1', '127.0.0.2', 'fd12:0:0:1::9', '169.254.169.254']) {
    expect(named.allows(one)).toBe(false)
  }
  expect([named.allows('8.8.8.8'), named.allows('8.8.8.8', open)]).toEqual([true, false])
})

test.each([
  ['10.0.0.0/8', 8],
  ['::1', 128],
  ['10.0.0.1/33', null],
  ['10.0.0.0/', null],
  ['10.0.0.0/8/8', null],
  ['fe80::1%lo', null],
  ['private', null],
])('%s is read as a network of %s bits', (text, prefix) => {
  expect(networkOf(text)?.prefix ?? null).toBe(prefix)
})

test('a name is judged by what it leads to, an address by itself', async () => {
  const ask = (allows: (address: string) => boolean) =>
    new Promise<string | undefined>((resolve) =>
      lookupAllowed(allows)('localhost', { all: true }, (error, found) =>
        resolve(error?.code ?? (found as { address: string }[])[0]?.address),
      ),
    )
  expect(await ask(isAllowed)).toBe(addressNotAllowed)
  expect(['127.0.0.1', '::1']).toContain(await ask(() => true))
  expect(isRefusedLiteral('localhost', isAllowed)).toBe(false)
  expect(isRefusedLiteral('127.0.0.1', isAllowed)).toBe(true)
})

test.each(['127.0.0.1', 'localhost', '::7f00:1'])('no SMPP link is opened to %s', async (host) => {
  let connections = 0
  const server = net.createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  const settings = {
    host,
    port,
    allows: (address: string) => publicAddresses.allows(address),
    systemId: 'acc',
    password: new Personal('geheim'),
    systemType: '',
    bindAs: 'transceiver',
    windowMax: 1,
    segmentsPerSecond: null,
    defaultAlphabet: 'gsm7',
    receiptOffsetMinutes: 0,
  } as const
  for (const tls of [null, {}]) {
    const why = await new Promise((resolve) => {
      const link = createOperatorLink(
        { ...settings, tls },
        {
          timers: realTimers,
          randomness: seededRandomness(host),
          handlers: {
            receipts: async () => undefined,
            inbound: async () => undefined,
            stateChanged: (state) => {
              if (state.kind === 'down') void link.close(10).then(() => resolve(state.why))
            },
          },
        },
      )
      link.start()
    })
    expect(why).toBe('address_not_allowed')
  }
  expect(connections).toBe(0)
  await new Promise((resolve) => server.close(resolve))
})
