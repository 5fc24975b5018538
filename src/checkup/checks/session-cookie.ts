// Whether the session's cookie stays out of reach of scripts, other sites and open connections.
import { type Check, fine, gap, listed } from '../check.ts'

export const sessionCookie: Check = {
  name: 'session_cookie',
  group: 'access',
  cnil: [4, 10],
  recyf: [10],
  judge: ({ settings: { sessionCookie: cookie, publicUrl } }) => {
    const wanted = ['HttpOnly', 'SameSite=Strict']
    if (publicUrl?.startsWith('https:')) wanted.push('Secure')
    const flags = cookie.split(';').map((part) => part.trim())
    const missing = wanted.filter((flag) => !flags.includes(flag))
    if (missing.length > 0) return gap('missing', { names: listed(missing) })
    return fine('flags', { names: listed(wanted) })
  },
}
