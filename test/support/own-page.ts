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

/** As a person does it: a code to their number, typed; what comes back is their browser's cookie. */
export async function provenOf(
  { call, url }: Pick<Accord, 'call' | 'url'>,
  token: string,
  own: string,
): Promise<string> {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(`${url}${own}/copy/${path}?lang=fr`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
      body: new URLSearchParams(fields),
    })
  const asked = await post('code', {})
  if (asked.status !== 200) throw new Error(`no code: ${asked.status}`)
  const opened = await post('open', { code: await lastCodeOf({ call }, token) })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`the code opens nothing: ${opened.status}`)
  return cookie
}

/** Six digits that the (imagined) handset got last. */
export async function lastCodeOf({ call }: Pick<Accord, 'call'>, token: string): Promise<string> {
  type Found = { items: { id: string }[] }
  const { items } = (await call<Found>(token, 'GET', '/v1/messages?limit=50')).body
  for (const { id } of items) {
    const reason = 'reads the code as the person does'
    const shown = await call<{ text?: string }>(token, 'POST', `/v1/messages/${id}/handset`, {
      reason,
    })
    const code = /\b(\d{6})\b/.exec(shown.body.text ?? '')?.[1]
    if (code !== undefined) return code
  }
  throw new Error('no message holds a code')
}
