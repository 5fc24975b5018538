// The address of an SMPP operator as a form holds it, and as the API takes it.

export type AddressDraft = {
  host: string
  port: string
  usesTls: boolean
  user: string
  password: string
  /** Parts a second; empty: no limit. */
  rate: string
  binds: string
}

export const emptyAddress: AddressDraft = {
  host: '',
  port: '2775',
  usesTls: false,
  user: '',
  password: '',
  rate: '',
  binds: '1',
}

/** Whatever is typed stays in its own part: no field can add another one. */
export function urlOf(draft: AddressDraft): string {
  const scheme = draft.usesTls ? 'smpps' : 'smpp'
  const query = new URLSearchParams()
  if (draft.rate !== '') query.set('rate', draft.rate)
  if (draft.binds !== '1') query.set('binds', draft.binds)
  const asked = query.toString()
  const host = hostOf(draft.host)
  const login = `${encodeURIComponent(draft.user)}:${encodeURIComponent(draft.password)}`
  return `${scheme}://${login}@${host}:${draft.port}${asked === '' ? '' : `?${asked}`}`
}

/** An IPv6 address stands in brackets; a sign that ends a host is written so that it ends none. */
function hostOf(text: string): string {
  const host = text.trim()
  return /^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(host) ? `[${host}]` : encodeURIComponent(host)
}
