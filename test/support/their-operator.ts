// An operator made with the npm package `smpp`: it takes what comes, and says a moment later that
// it was delivered.
import { type TheirPdu, type TheirSession, theirSmpp } from './their-smpp.ts'

export type Taken = { from: string; to: string; text: string }
export type TheirOperator = {
  port: number
  /** What it has taken, in its order. */
  taken: Taken[]
  close(): Promise<void>
}

export async function theirOperator(login: {
  user: string
  password: string
  /** One that comes back stands where it stood. */
  port?: number
}): Promise<TheirOperator> {
  const taken: Taken[] = []
  const sessions = new Set<TheirSession>()
  const server = theirSmpp.createServer((session) => {
    sessions.add(session)
    session.on('error', () => session.close())
    session.on('bind_transceiver', (pdu) => {
      const isKnown = pdu['system_id'] === login.user && pdu['password'] === login.password
      session.send(pdu.response(isKnown ? { system_id: 'theirs' } : { command_status: 0x0d }))
    })
    session.on('enquire_link', (pdu) => session.send(pdu.response()))
    session.on('unbind', (pdu) => session.send(pdu.response()))
    session.on('submit_sm', (pdu) => take(session, pdu))
  })
  function take(session: TheirSession, pdu: TheirPdu): void {
    const { message } = pdu['short_message'] as { message: string }
    const [from, to] = [String(pdu['source_addr']), String(pdu['destination_addr'])]
    taken.push({ from, to, text: message })
    const id = `theirs-${taken.length}`
    session.send(pdu.response({ message_id: id }))
    const short_message =
      `id:${id} sub:001 dlvrd:001 submit date:2611251000 done date:2611251000 ` +
      'stat:DELIVRD err:000 text:'
    const receipt = { esm_class: 4, source_addr: to, destination_addr: from, short_message }
    setTimeout(() => session.deliver_sm(receipt), 20)
  }
  await new Promise<void>((resolve) => server.listen(login.port ?? 0, '127.0.0.1', resolve))
  return {
    port: server.address().port,
    taken,
    close: async () => {
      for (const session of sessions) session.close()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}
