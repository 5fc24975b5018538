// Checks that the port is free before anything else starts, with a clear error if not.
import { createServer } from 'node:net'
import { appError } from './errors.ts'

export type Address = { host: string; port: number }

/**
 * Fails with the sentence that `listen` would deserve, in a few milliseconds instead of seconds.
 */
export async function demandPort(address: Address): Promise<void> {
  if (address.port === 0) return
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ ...address, exclusive: true }, resolve)
    })
  } catch (error) {
    throw portFault(error, address)
  } finally {
    probe.close()
  }
}

export function portFault(error: unknown, { host, port }: Address): unknown {
  const details = { host, port: String(port) }
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return appError(
        'app.port_in_use',
        `Port ${port} on ${host} is in use by another program: stop it, or choose another port, as in ACCORD_PORT=8471.`,
        details,
      )
    case 'EACCES':
      return appError(
        'app.port_not_allowed',
        `This user may not listen on port ${port}: choose one above 1023 with ACCORD_PORT.`,
        details,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return appError(
        'app.address_unknown',
        `This machine has no address ${host}: set ACCORD_HOST to one that it has, such as 127.0.0.1.`,
        details,
      )
    default:
      return error
  }
}
