// A name asked of the DNS servers of this machine, with an end: it holds no thread, and can be let
// go of. The system's own way (getaddrinfo) holds one of four threads for up to half a minute.
import type { LookupAddress } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import net from 'node:net'
import type { Timers } from '../kernel/index.ts'

export type AskHow = {
  signal: AbortSignal
  timers: Pick<Timers, 'after'>
  /** Else those that the system names. */
  servers?: readonly string[]
  hostsFile?: string
}

/** Of one server; another one, or the same once more, is asked after it. */
const serverMs = 1_500
const tries = 2
/** Where the addresses of one family are there, those of the other are waited for so long. */
const waitForIpv6Ms = 300
/** Many machines reach nothing by IPv6: with it alone nothing might be reached. */
const waitForIpv4Ms = 2_000

const loopback: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]

/** As the system does: the file of hosts first, then the network. */
export async function askNetwork(host: string, how: AskHow): Promise<LookupAddress[]> {
  const name = host.toLowerCase().replace(/\.$/, '')
  const own = await fromHosts(name, how.hostsFile ?? '/etc/hosts')
  if (own.length > 0) return own
  // RFC 6761: these never leave the machine.
  if (name === 'localhost' || name.endsWith('.localhost')) return [...loopback]
  return fromServers(name, how)
}

async function fromHosts(name: string, file: string): Promise<LookupAddress[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().toLowerCase().split(/\s+/)
    const family = net.isIP(address)
    return family !== 0 && names.includes(name) ? [{ address, family }] : []
  })
}

function fromServers(name: string, { signal, timers, servers }: AskHow): Promise<LookupAddress[]> {
  // Let go of while the file was read: nobody is asked.
  if (signal.aborted) return Promise.reject(unresolved('EAI_AGAIN'))
  const resolver = new Resolver({ timeout: serverMs, tries })
  if (servers !== undefined) resolver.setServers(servers)
  return new Promise((resolve, reject) => {
    const found: LookupAddress[] = []
    const failures: unknown[] = []
    let waitedFor = 2
    let isOver = false
    let cancel = () => {}
    const end = () => {
      isOver = true
      cancel()
      signal.removeEventListener('abort', end)
      resolver.cancel()
      found.sort((one, other) => one.family - other.family)
      if (found.length > 0) resolve(found)
      else if (waitedFor > 0) reject(unresolved('EAI_AGAIN'))
      else reject(failures.find((one) => codeOf(one) === 'EAI_AGAIN') ?? failures[0])
    }
    signal.addEventListener('abort', end, { once: true })
    const came = () => {
      waitedFor -= 1
      if (isOver) return
      if (waitedFor === 0) return end()
      const [first] = found
      if (first === undefined) return
      cancel = timers.after(first.family === 4 ? waitForIpv6Ms : waitForIpv4Ms, end)
    }
    const ask = (family: 4 | 6) => {
      const asked = family === 4 ? resolver.resolve4(name) : resolver.resolve6(name)
      asked
        .then(
          (addresses) => found.push(...addresses.map((address) => ({ address, family }))),
          (error) => failures.push(asSystem(error)),
        )
        .finally(came)
    }
    ask(4)
    ask(6)
  })
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** A name that leads nowhere is not found; whatever else is the server's may pass. */
function asSystem(error: NodeJS.ErrnoException): NodeJS.ErrnoException {
  const leadsNowhere = /^(ENOTFOUND|ENODATA|EBADNAME)$/.test(error.code ?? '')
  const code = leadsNowhere ? 'ENOTFOUND' : 'EAI_AGAIN'
  return unresolved(code)
}

const unresolved = (code: string): NodeJS.ErrnoException =>
  Object.assign(new Error('the name was not resolved'), { code })
