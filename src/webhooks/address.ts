// Where events of an account may go: judged when the address is given, and at each delivery.
import net from 'node:net'
import type { AddressRule, OutgoingAddresses, Resolve } from '../outgoing/index.ts'
import { urlMax } from './contract.ts'
import { webhooksError } from './errors.ts'

const loopback = new net.BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const isLoopback = (address: string): boolean =>
  loopback.check(address, net.isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * What leaves unencrypted stays on this machine, where the configuration says so, and is of a trial
 * account. Anything else is https.
 */
export function ruleFor(addresses: OutgoingAddresses, url: URL): AddressRule {
  if (url.protocol === 'https:') return (address) => addresses.allows(address)
  return (address) => isLoopback(address) && addresses.allows(address, { isOpen: true })
}

export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

/** A name that leads nowhere yet may lead somewhere tomorrow; one that leads inside is refused. */
export async function readAddress(
  { addresses, resolve }: { addresses: OutgoingAddresses; resolve: Resolve },
  text: string,
  { isTrial }: { isTrial: boolean },
): Promise<URL> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw webhooksError('webhooks.url_invalid')
  }
  // What is kept is percent-encoded: an accent of one character becomes six.
  if (url.href.length > urlMax) throw webhooksError('webhooks.url_invalid')
  const isHttp = url.protocol === 'http:'
  if (url.protocol !== 'https:' && !(isHttp && isTrial)) throw webhooksError('webhooks.url_invalid')
  const allows = ruleFor(addresses, url)
  const found = await addressesOf(resolve, hostOf(url))
  if (found.some((address) => !allows(address))) {
    throw webhooksError(isHttp ? 'webhooks.url_invalid' : 'webhooks.url_not_public')
  }
  if (isHttp && found.length === 0) throw webhooksError('webhooks.url_invalid')
  return url
}

/** None where the name leads nowhere, or was not resolved in time. */
async function addressesOf(resolve: Resolve, host: string): Promise<string[]> {
  if (net.isIP(host) !== 0) return [host]
  const found = await resolve(host).catch(() => [])
  return found.map(({ address }) => address)
}
