// Addresses the program may connect to: only global unicast ones.
import { type LookupAddress, lookup } from 'node:dns'
import net from 'node:net'
import type { Resolve } from './resolve.ts'

/** Whether a connection may go there; judged after the name is resolved, for each connection. */
export type OutgoingAddresses = {
  /** `isOpen`: what is said can be read on the way, so that it stays within the named networks. */
  allows(address: string, how?: { isOpen: boolean }): boolean
  /** The installation's configuration names networks that are not public. */
  hasPrivate: boolean
}

/** The code of the error that a refused address ends with, beside those of the system. */
export const addressNotAllowed = 'EADDRNOTALLOWED'

/** IANA's special-purpose registry, and what some clouds answer from to their own machines. */
const specialV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** Of what is global: protocol assignments and Teredo, documentation, 6to4. */
const specialV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const

const special = new net.BlockList()
for (const [network, prefix] of specialV4) special.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of specialV6) special.addSubnet(network, prefix, 'ipv6')
/**
 * All of IPv6 that is global unicast. What lies outside is loopback, local, multicast, or an IPv4
 * address in disguise (::a.b.c.d, ::ffff:a.b.c.d, 64:ff9b::), which is given as IPv4 or not at all.
 */
const global = new net.BlockList()
global.addSubnet('2000::', 3, 'ipv6')

function isGlobal(address: string, family: 'ipv4' | 'ipv6'): boolean {
  if (family === 'ipv6' && !global.check(address, 'ipv6')) return false
  return !special.check(address, family)
}

/** Null for what is no network; an address alone is a network of its own. */
export function networkOf(text: string): { network: string; prefix: number } | null {
  const [network = '', length, ...more] = text.trim().split('/')
  const family = net.isIP(network)
  if (family === 0 || network.includes('%') || more.length > 0) return null
  const longest = family === 6 ? 128 : 32
  const prefix = length === undefined ? longest : /^\d{1,3}$/.test(length) ? Number(length) : -1
  return prefix >= 0 && prefix <= longest ? { network, prefix } : null
}

/** `networks`: those beside the public ones, from the installation's configuration alone. */
export function outgoingAddresses(networks: readonly string[]): OutgoingAddresses {
  const named = new net.BlockList()
  for (const text of networks) {
    const found = networkOf(text)
    if (found === null) throw new Error('a network that the configuration has not read')
    named.addSubnet(found.network, found.prefix, net.isIP(found.network) === 6 ? 'ipv6' : 'ipv4')
  }
  return {
    hasPrivate: networks.length > 0,
    allows: (address, { isOpen } = { isOpen: false }) => {
      const number = net.isIP(address)
      // A zone names an interface of this machine.
      if (number === 0 || address.includes('%')) return false
      const family = number === 6 ? 'ipv6' : 'ipv4'
      return named.check(address, family) || (!isOpen && isGlobal(address, family))
    },
  }
}

/** Where nothing is configured. */
export const publicAddresses = outgoingAddresses([])

export type AddressRule = (address: string) => boolean

/**
 * A host that is an address is judged as it stands; a name by `lookupAllowed`, once it is resolved.
 */
export function isRefusedLiteral(host: string, allows: AddressRule): boolean {
  return net.isIP(host) !== 0 && !allows(host)
}

/** Resolved and judged in one step: a name that answers otherwise the second time gains nothing. */
export function lookupAllowed(
  allows: AddressRule,
  resolve: Resolve | null = null,
): net.LookupFunction {
  return (hostname, options, callback) => {
    const judge = (found: readonly LookupAddress[]) => {
      const allowed = found.filter(({ address }) => allows(address))
      const [first] = allowed
      if (first === undefined) callback(notAllowed(), '', 0)
      else if (options.all === true) callback(null, allowed)
      else callback(null, first.address, first.family)
    }
    if (resolve !== null) {
      resolve(hostname).then(judge, (error) => callback(error, '', 0))
      return
    }
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error === null) judge(found)
      else callback(error, '', 0)
    })
  }
}

export function notAllowed(): NodeJS.ErrnoException {
  return Object.assign(new Error('the address is not one that the installation may connect to'), {
    code: addressNotAllowed,
  })
}
