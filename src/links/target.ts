// Where a link may lead: a page of the web that the reader could open by hand.
import { linksError } from './errors.ts'

/**
 * The address as it is kept. An error for what is not https, names a user, or has no public name:
 * a short link hides where it leads, so it leads nowhere that a reader would not expect.
 */
export function targetOf(text: string, ownOrigins: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.protocol !== 'https:') throw linksError('links.target_unfit')
  const { hostname } = url
  const isPublicName = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(hostname)
  const isLocal = /\.(?:local|localhost|internal|lan|home\.arpa)$/.test(hostname)
  if (!isPublicName || isLocal) throw linksError('links.target_unfit')
  if (url.username !== '' || url.password !== '') throw linksError('links.target_unfit')
  // A link to a link would hide its target twice, and could go in a circle.
  const isOwnLink = ownOrigins.includes(url.origin) && url.pathname.startsWith('/l/')
  if (isOwnLink) throw linksError('links.target_unfit')
  return url.href
}
