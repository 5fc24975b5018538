// The client that a request counts for: an IPv4 address, or an IPv6 network.
import { isIPv6 } from 'node:net'

/**
 * One subscriber has a whole /64 (RFC 6177): counted singly, each request could come from another.
 */
const groupsOfNetwork = 4

export function clientOf(address: string | undefined): string {
  if (address === undefined) return ''
  const plain = address.split('%')[0] ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const left = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array.from({ length: left }, () => '0'), ...last]
  return `${groups.slice(0, groupsOfNetwork).map(shortest).join(':')}::/64`
}

const shortest = (group: string): string => group.replace(/^0+(?=.)/, '')
