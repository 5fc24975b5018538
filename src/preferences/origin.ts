// The public address for links: the installation's own setting, else where the request came in.
import type { Exchange } from '../http/index.ts'

/** Without a setting the host is what the client says; behind a name of its own, set `ACCORD_URL`. */
export function originOf(
  { publicUrl }: { publicUrl: string | null },
  exchange: Pick<Exchange, 'header'>,
): string {
  if (publicUrl !== null) return publicUrl.replace(/\/$/, '')
  return `http://${exchange.header('host') ?? 'localhost'}`
}
