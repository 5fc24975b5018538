// The npm package `smpp` as a server: an operator made by people who know nothing of us.
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'

export type TheirPdu = Record<string, unknown> & { response(options?: object): TheirPdu }
type Answered = (pdu: TheirPdu) => void
export type TheirSession = {
  on(event: string, listener: (pdu: TheirPdu) => void): void
  send(pdu: TheirPdu): void
  deliver_sm(options: object, answered?: Answered): void
  enquire_link(options: object, answered?: Answered): void
  query_sm(options: object, answered?: Answered): void
  unbind(options: object, answered?: Answered): void
  close(): void
}
type TheirServer = {
  listen(port: number, host: string, ready: () => void): void
  address(): AddressInfo
  close(done: () => void): void
}

/** It has no types of its own. */
export const theirSmpp = createRequire(import.meta.url)('smpp') as {
  createServer(listener: (session: TheirSession) => void): TheirServer
}
