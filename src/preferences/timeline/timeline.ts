// One person's life in the account as one line of time: messages, replies, consents, looks,
// requests.
import { actorNames } from '../../accounts/index.ts'
import {
  type Caller,
  type ContactId,
  type Instant,
  isoTime,
  type Right,
  type TokenId,
  type UserId,
} from '../../kernel/index.ts'
import { messagesOfPerson, repliesOfPerson } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import { deedSentence, programPartName } from '../../words/index.ts'
import type { TimelineItem, TimelineKind } from '../contract-timeline.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { Whose } from '../person-page.ts'
import { requestsOfSubject } from '../requests/request-store.ts'

/** Of whichever the caller may not read, nothing is told but that it is not shown. */
const needed: Record<TimelineKind, Right> = {
  message: 'messages.read',
  reply: 'messages.read',
  consent: 'consent.read',
  request: 'consent.read',
  deed: 'audit.read',
}
export type Place = { at: Instant; id: string }
type Asked = { whose: Whose; before: Place | null; limit: number }
type Item = TimelineItem & { instant: Instant }

const nothing = { messageId: null, campaignId: null, who: null, sentence: null, needsReview: false }

export async function readTimeline(
  deps: PreferencesDeps,
  caller: Caller,
  asked: { contactId: ContactId; before: Place | null; limit: number },
): Promise<{ items: TimelineItem[]; last: Place | null; notShown: TimelineKind[] }> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const contact = await deps.contacts.find(tx, accountId, asked.contactId)
    if (contact === null) throw preferencesError('preferences.contact_not_found')
    const { id: contactId, subjectId } = contact
    const about = { ...asked, whose: { accountId, contactId, subjectId } }
    const may = (kind: TimelineKind) => caller.rights.has(needed[kind])
    const found: Item[] = []
    if (may('message')) found.push(...(await ofMessages(deps, tx, caller, about)))
    if (may('consent')) found.push(...(await ofConsents(deps, tx, about)))
    if (may('request')) found.push(...(await ofRequests(tx, about)))
    if (may('deed')) found.push(...(await ofDeeds(deps, tx, caller, about)))
    const { items, last } = cut(found, about)
    const kinds = Object.keys(needed) as TimelineKind[]
    return { items, last, notShown: kinds.filter((kind) => !may(kind)) }
  })
}

/** The newest first; of one instant by the id. */
const isBefore = (one: Place, other: Place): boolean =>
  one.at < other.at || (one.at === other.at && one.id < other.id)

function cut(found: readonly Item[], { before, limit }: Asked) {
  const placeOf = ({ instant, id }: Item): Place => ({ at: instant, id })
  const sorted = found
    .filter((item) => before === null || isBefore(placeOf(item), before))
    .sort((a, b) => (isBefore(placeOf(a), placeOf(b)) ? 1 : -1))
  const shown = sorted.slice(0, limit)
  const end = shown.at(-1)
  return {
    items: shown.map(({ instant: _, ...item }) => item),
    last: sorted.length > limit && end !== undefined ? placeOf(end) : null,
  }
}

/** One more than fit, and what may share the instant of the last. */
const spare = 50

async function ofMessages(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId, language }: Caller,
  { whose, before, limit }: Asked,
): Promise<Item[]> {
  const until = before?.at ?? null
  const reader = { accountId, language, subjectId: whose.subjectId, at: deps.clock.now() }
  const page = { ...reader, until, limit: limit + spare }
  const messages = await messagesOfPerson(deps, tx, page)
  const replies = await repliesOfPerson(tx, page)
  return [
    ...messages.map(
      (message): Item => ({
        ...nothing,
        ...{ id: message.id, instant: Date.parse(message.acceptedAt), at: message.acceptedAt },
        ...{ kind: 'message', code: message.state, messageId: message.id },
        campaignId: message.campaignId,
        sentence: message.failure?.sentence ?? message.sentence,
      }),
    ),
    ...replies.map(
      ({ id, kind, at, needsReview }): Item => ({
        ...nothing,
        ...{ id, instant: at, at: isoTime(at), kind: 'reply', code: kind, needsReview },
      }),
    ),
  ]
}

/** All of them: a person has few. */
async function ofConsents(deps: PreferencesDeps, tx: Tx, { whose }: Asked): Promise<Item[]> {
  const events = await deps.consent.historyOf(tx, whose.accountId, whose.subjectId)
  return events.map(({ entryId, kind, recordedAt, body }): Item => {
    const source = body?.['source'] ?? body?.['origin']
    return {
      ...nothing,
      ...{ id: entryId, instant: recordedAt, at: isoTime(recordedAt), kind: 'consent', code: kind },
      sentence: typeof source === 'string' && source !== '' ? source : null,
    }
  })
}

async function ofRequests(tx: Tx, { whose }: Asked): Promise<Item[]> {
  const requests = await requestsOfSubject(tx, whose.accountId, whose.subjectId)
  return requests.flatMap(({ id, kind, askedAt, answeredAt, answer }): Item[] => {
    const asked: Item = {
      ...nothing,
      ...{ id, instant: askedAt, at: isoTime(askedAt), kind: 'request', code: kind },
    }
    if (answeredAt === null || answer === null) return [asked]
    const code = `${kind}_${answer}`
    const at = isoTime(answeredAt)
    return [asked, { ...asked, id: `${id}:answer`, instant: answeredAt, at, code }]
  })
}

async function ofDeeds(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId, language }: Caller,
  { whose, limit }: Asked,
): Promise<Item[]> {
  const before = null
  const all = { subjectId: whose.subjectId, action: null, before, limit: limit + deedsMax }
  const deeds = await deps.audit.list(tx, accountId, all)
  const ofKind = (wanted: string) =>
    deeds.flatMap(({ actorKind, actor }) => (actorKind === wanted ? [actor] : []))
  const actors = { users: ofKind('user') as UserId[], tokens: ofKind('token') as TokenId[] }
  const names = await actorNames(deps.vault, tx, accountId, actors)
  return deeds.map(
    ({ id, at, action, actorKind, actor }): Item => ({
      ...nothing,
      ...{ id, instant: at, at: isoTime(at), kind: 'deed', code: action },
      sentence: deedSentence(language, action),
      who: actorKind === 'system' ? programPartName(language, actor) : (names.get(actor) ?? null),
    }),
  )
}

/** The looks at one person that are told here; the journal has all of them. */
const deedsMax = 500
