// Which addresses a request may not go to: those of the machine itself and of private networks.
import net from 'node:net'

/** RFC 6890 and its kin: this host, private, shared, link-local (cloud metadata too), reserved. */
const notPublic = new net.BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6')
}

export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return isPrivateAddress(mapped)
  const family = net.isIP(address)
  if (family === 0) return true
  // IPv4 in disguise: NAT64 and 6to4 reach what stands behind them.
  if (family === 6 && /^(?:64:ff9b:|2002:|::[\da-f.]+$)/i.test(address)) return true
  return notPublic.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
