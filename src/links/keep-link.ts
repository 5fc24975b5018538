// The account's side of links: switched on, made, shown, switched off.
import { type Account, accountOf } from '../accounts/index.ts'
import { leavingOrigin } from '../http/index.ts'
import { type Caller, isoTime, isoTimeOrNull } from '../kernel/index.ts'
import type { LinkView } from './contract.ts'
import type { LinksDeps } from './deps.ts'
import { linksError } from './errors.ts'
import * as store from './store.ts'
import { targetOf } from './target.ts'

/** Without 0, 1, i, l and o: somebody may type it from a screen. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const codeLength = 8
/** Beyond this the remainder would prefer some letters. */
const evenOctets = 256 - (256 % alphabet.length)
/** Eight of thirty-one letters: a code that is taken already is hardly ever drawn, twice never. */
const draws = 5
const linksMax = 10_000
const daysShown = 90

export function drawCode(randomness: LinksDeps['randomness']): string {
  let code = ''
  while (code.length < codeLength) {
    for (const octet of randomness.bytes(codeLength)) {
      if (octet < evenOctets && code.length < codeLength) code += alphabet[octet % alphabet.length]
    }
  }
  return code
}

/** Null while there is no address under which a handset would reach this server. */
function originFor(deps: LinksDeps, account: Pick<Account, 'kind'>): string | null {
  return deps.linkUrl ?? leavingOrigin(deps, account)
}

const shortOf = (origin: string | null, code: string): string => `${origin ?? ''}/l/${code}`

function viewOf(origin: string | null, link: store.Link, clicks: store.Clicks): LinkView {
  return {
    id: link.id,
    shortUrl: shortOf(origin, link.code),
    target: link.target,
    createdAt: isoTime(link.createdAt),
    offAt: isoTimeOrNull(link.offAt),
    clicks,
  }
}

export async function readSettings(deps: LinksDeps, { accountId }: Caller) {
  return deps.database.inAccount(accountId, async (tx) => {
    const origin = originFor(deps, await accountOf(tx, accountId))
    const example = origin === null ? null : shortOf(origin, 'abcd2345')
    return { isOn: await store.isOn(tx, accountId), example }
  })
}

export async function changeSettings(deps: LinksDeps, caller: Caller, isOn: boolean) {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const origin = originFor(deps, await accountOf(tx, accountId))
    if (isOn && origin === null) throw linksError('links.address_missing')
    await store.writeSetting(tx, accountId, { isOn, at: deps.clock.now() })
    await deps.record(tx, caller, {
      action: isOn ? 'links.switched_on' : 'links.switched_off',
      details: {},
    })
  })
  return readSettings(deps, caller)
}

export async function makeLink(deps: LinksDeps, caller: Caller, text: string): Promise<LinkView> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    if (!(await store.isOn(tx, accountId))) throw linksError('links.switched_off')
    const origin = originFor(deps, await accountOf(tx, accountId))
    if (origin === null) throw linksError('links.address_missing')
    const known = [origin, deps.publicUrl, deps.linkUrl].filter((one) => one !== null)
    const target = targetOf(text, known)
    if ((await store.countOn(tx, accountId)) >= linksMax) throw linksError('links.too_many')
    const kept = { id: deps.makeId(), target, createdAt: deps.clock.now(), offAt: null }
    for (let draw = 0; draw < draws; draw += 1) {
      const link = { ...kept, code: drawCode(deps.randomness) }
      if (!(await store.insertLink(tx, accountId, link))) continue
      await deps.record(tx, caller, { action: 'links.made', details: { link: kept.id } })
      return viewOf(origin, link, store.clicksIn(new Map(), link.id))
    }
    throw new Error('no free code was drawn')
  })
}

export async function readLinks(
  deps: LinksDeps,
  { accountId }: Caller,
  page: Parameters<typeof store.listLinks>[2],
): Promise<{ items: LinkView[]; last: store.Link | null }> {
  return deps.database.inAccount(accountId, async (tx) => {
    const origin = originFor(deps, await accountOf(tx, accountId))
    const found = await store.listLinks(tx, accountId, { ...page, limit: page.limit + 1 })
    const links = found.slice(0, page.limit)
    const clicks = await store.clicksOf(
      tx,
      accountId,
      links.map(({ id }) => id),
    )
    const items = links.map((link) => viewOf(origin, link, store.clicksIn(clicks, link.id)))
    return { items, last: found.length > page.limit ? (links.at(-1) ?? null) : null }
  })
}

export async function readLink(deps: LinksDeps, { accountId }: Caller, id: string) {
  return deps.database.inAccount(accountId, async (tx) => {
    const origin = originFor(deps, await accountOf(tx, accountId))
    const link = await store.findLink(tx, accountId, id)
    if (link === null) throw linksError('links.link_not_found')
    const all = await store.clicksOf(tx, accountId, [id])
    const days = await store.clicksByDay(tx, accountId, { id, days: daysShown })
    return {
      link: viewOf(origin, link, store.clicksIn(all, id)),
      days: [...days].map(([day, clicks]) => ({ day, clicks })),
    }
  })
}

/** Said twice it is off all the same. */
export async function switchLinkOff(
  deps: LinksDeps,
  caller: Caller,
  id: string,
): Promise<LinkView> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const isNew = await store.switchOff(tx, accountId, { id, at: deps.clock.now() })
    if (isNew) await deps.record(tx, caller, { action: 'links.link_off', details: { link: id } })
  })
  return (await readLink(deps, caller, id)).link
}
