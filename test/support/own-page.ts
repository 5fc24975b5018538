// The link to a person's own page, read where it goes: on the (imagined) handset, and nowhere else.
import type { Accord } from './scenario.ts'

/** Path and query of the page of this contact. */
export async function ownPageOf(
  { call }: Pick<Accord, 'call'>,
  token: string,
  contactId: string,
): Promise<string> {
  const sendFrom = 'Tilleuls'
  await call(token, 'POST', '/v1/senders', { name: sendFrom })
  const link = { contactId, sendFrom }
  const sent = await call<{ messageId: string }>(token, 'POST', '/v1/person-links', link)
  if (sent.status !== 201) throw new Error(`no link: ${JSON.stringify(sent.body)}`)
  const path = `/v1/messages/${sent.body.messageId}/handset`
  const reason = 'reads the link as the person does'
  const shown = await call<{ text: string }>(token, 'POST', path, { reason })
  const found = /\/p\/[A-Za-z0-9_-]{22}/.exec(shown.body.text)?.[0]
  if (found === undefined) throw new Error('the message holds no link')
  return found
}
