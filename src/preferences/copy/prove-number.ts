// A person shows that the number is theirs before a copy of their data opens: by a code to it.
import { timingSafeEqual } from 'node:crypto'
import { systemCaller } from '../../accounts/index.ts'
import type { Exchange } from '../../http/index.ts'
import type { Instant, Language } from '../../kernel/index.ts'
import { takeTurn } from '../../storage/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { codeMs, mayWriteToHandset, sendCode } from '../handset-code.ts'
import { openLink } from '../page-link.ts'
import { type Known, personOf } from '../person-page.ts'
import { openAtOnce } from '../requests/identity-facts.ts'

/** How long one code opens whatever the page gives; as long as somebody reads and saves it. */
const provenMs = 30 * 60_000
/** A link lives for weeks: by the day, so that who has it alone does not guess its way in. */
const tries = [
  { door: 'copy.code', max: 5, perMs: codeMs },
  { door: 'copy.code_day', max: 15, perMs: 24 * 60 * 60_000 },
]
const cookieName = 'accord_person'

type Deps = Pick<PreferencesDeps, 'vault' | 'clock'>

/**
 * The code of a link in a quarter of an hour, under a key of the installation: nothing is stored,
 * and who has the link alone cannot know it. It counts in the next one too, so that it lives at
 * least as long as the message says.
 */
function codeOf({ vault }: Deps, token: string, slot: number): string {
  const tag = vault.installationTag('copy_code', `${token} ${slot}`)
  return String(tag.readUInt32BE() % 1_000_000).padStart(6, '0')
}

const slotOf = (at: Instant): number => Math.floor(at / codeMs)

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one, 'utf8'), Buffer.from(other, 'utf8')]
  return a.length === b.length && timingSafeEqual(a, b)
}

const markOf = ({ vault }: Deps, token: string, until: string): string =>
  vault.installationTag('copy_proven', `${token} ${until}`).toString('base64url')

/** Whether this browser showed it a short while ago. */
export function isProven(deps: Deps, token: string, exchange: Exchange): boolean {
  const [until = '', mark = ''] = (exchange.cookie(cookieName) ?? '').split('.')
  if (!/^\d{1,15}$/.test(until) || Number(until) <= deps.clock.now()) return false
  return isSame(mark, markOf(deps, token, until))
}

/** For the pages of this link alone, and for this browser. */
export function keepProven(
  deps: Deps & Pick<PreferencesDeps, 'publicUrl'>,
  token: string,
  exchange: Exchange,
): void {
  const until = String(deps.clock.now() + provenMs)
  const secure = deps.publicUrl?.startsWith('https:') ? '; Secure' : ''
  exchange.setHeader(
    'set-cookie',
    `${cookieName}=${until}.${markOf(deps, token, until)}; Path=/p/${token}; HttpOnly; ` +
      `SameSite=Strict; Max-Age=${provenMs / 1000}${secure}`,
  )
}

/** Counted with all that forms and links send to this handset: nobody is flooded. */
export async function sendCopyCode(
  deps: PreferencesDeps,
  token: string,
  asked: { language: Language; traceId: string },
): Promise<{ known: Known; isSent: boolean }> {
  const whose = await openLink(deps, token)
  const { accountId } = whose
  const { known, controller, sender } = await deps.database.inAccount(accountId, async (tx) => ({
    known: await personOf(deps, tx, whose),
    // Where a code opens nothing, none is sent.
    opens: await openAtOnce(tx, whose),
    controller: await deps.contacts.controller(tx, accountId, 'default'),
    sender: await deps.answer.senderOf(tx, accountId),
  }))
  const none = { known, isSent: false }
  if (controller === null || sender === null) return none
  const tag = deps.vault.numberTag(accountId, known.number)
  if (!(await mayWriteToHandset(deps, accountId, tag))) return none
  const at = deps.clock.now()
  const code = codeOf(deps, token, slotOf(at))
  const caller = systemCaller(known.account, 'person_page', asked.traceId)
  const sent = await sendCode(deps, caller, {
    ...{ controller, sender, number: known.number, code, at, language: asked.language },
    says: 'preferences.answer_code_message',
  })
  return { known, isSent: sent !== null }
}

/** Each try is counted before it is judged. */
export async function tryCopyCode(
  deps: PreferencesDeps,
  token: string,
  code: string,
): Promise<{ known: Known; fault: 'wrong' | 'over' | null }> {
  const whose = await openLink(deps, token)
  const known = await deps.database.inAccount(whose.accountId, (tx) => personOf(deps, tx, whose))
  const at = deps.clock.now()
  const of = deps.vault.installationTag('copy_tries', token).toString('hex')
  for (const limit of tries) {
    const { allowed } = await takeTurn(deps.database, { ...limit, of, now: new Date(at) })
    if (!allowed) return { known, fault: 'over' }
  }
  const typed = code.replace(/\s/g, '')
  const slot = slotOf(at)
  const isRight = [slot, slot - 1].some((one) => isSame(typed, codeOf(deps, token, one)))
  return { known, fault: isRight ? null : 'wrong' }
}
