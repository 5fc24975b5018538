// The domain that mails come from, as the name servers tell it: who may send in its name, and what
// is asked of whoever gets a mail that does not fit.
import dns from 'node:dns'
import { Resolver } from 'node:dns/promises'
import { domainToASCII } from 'node:url'
import { type MailDomain, type MailSettings, type Unseen, unseen } from '../facts.ts'

/** Of all questions together: each name server may use its own time up. */
const withinMs = 15_000

/** Null: no mail server is set, so that nothing comes from the address. */
export async function measureMailDomain(
  mail: MailSettings | null,
): Promise<MailDomain | Unseen | null> {
  if (mail === null) return null
  const domain = domainToASCII(mail.fromDomain).toLowerCase()
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  resolver.setServers(dns.getServers())
  AbortSignal.timeout(withinMs).addEventListener('abort', () => resolver.cancel())
  try {
    const taking = await noneIfUnknown(resolver.resolveMx(domain))
    // One exchange without a name says that no mail is taken (RFC 7505).
    const named = taking.filter(({ exchange }) => exchange !== '')
    const hasHost = async () =>
      (await noneIfUnknown(resolver.resolve4(domain))).length > 0 ||
      (await noneIfUnknown(resolver.resolve6(domain))).length > 0
    return {
      domain,
      takesMail: taking.length > 0 ? named.length > 0 : await hasHost(),
      spf: spfOf(await textsOf(resolver, domain)),
      dmarc: await dmarcOf(resolver, domain),
    }
  } catch {
    return unseen('no_answer')
  }
}

/** What lets every address send: without a sign before it, it means yes (RFC 7208, 4.6.2). */
const everybody = /^\+?(?:all|ip4:[^/]+\/0|ip6:[^/]+\/0)$/i

/** What it includes of other domains is not looked at. */
export function spfOf(texts: readonly string[]): MailDomain['spf'] {
  const records = texts.filter((text) => /^v=spf1(?: |$)/i.test(text))
  const [record] = records
  if (record === undefined) return 'missing'
  // Of several, none counts (RFC 7208, 4.5).
  if (records.length > 1) return 'several'
  return record.split(/ +/).some((term) => everybody.test(term)) ? 'everybody' : 'good'
}

/**
 * Of the domain, else of the nearest above it that has one: it holds for what lies below. Never of
 * what others register names under.
 */
async function dmarcOf(resolver: Resolver, domain: string): Promise<MailDomain['dmarc']> {
  for (const name of [domain, ...domainsAbove(domain)]) {
    const texts = await textsOf(resolver, `_dmarc.${name}`)
    const records = texts.filter((text) => /^v=DMARC1(?:\s*;|$)/i.test(text))
    // Of several, none counts (RFC 7489, 6.6.3).
    if (records.length > 1) return 'several'
    if (records[0] !== undefined) return policyIn(records[0], name === domain)
  }
  return 'missing'
}

/** Second levels that registries sell names under, as co.uk or asso.fr; no list is asked. */
const registered =
  /^(?:ac|asso|co|com|edu|go|gob|gouv|gov|ltd|me|mil|ne|net|nom|or|org|plc|prd|presse|sch|tm)\.[a-z]{2}$/

export function domainsAbove(domain: string): string[] {
  const labels = domain.split('.')
  return labels
    .map((_, from) => labels.slice(from).join('.'))
    .slice(1, -1)
    .filter((name) => !registered.test(name))
}

/** For a domain below the record's, `sp` counts where it stands (RFC 7489, 6.3). */
function policyIn(record: string, isOwn: boolean): MailDomain['dmarc'] {
  const tags = new Map(
    record.split(';').map((tag) => {
      const [name = '', ...value] = tag.split('=')
      return [name.trim().toLowerCase(), value.join('=').trim().toLowerCase()] as const
    }),
  )
  const policy = isOwn ? tags.get('p') : (tags.get('sp') ?? tags.get('p'))
  const isAsked = policy === 'quarantine' || policy === 'reject'
  return isAsked && tags.get('pct') !== '0' ? 'good' : 'asks_nothing'
}

const textsOf = async (resolver: Resolver, name: string): Promise<string[]> =>
  (await noneIfUnknown(resolver.resolveTxt(name))).map((parts) => parts.join(''))

/** That there is none is an answer; that nobody answers is none. */
async function noneIfUnknown<T>(asked: Promise<T[]>): Promise<T[]> {
  try {
    return await asked
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTFOUND' || code === 'ENODATA') return []
    throw error
  }
}
