// What is done about training: topics and sessions are written, users confirm, everybody is shown.
import { accountOf } from '../../accounts/index.ts'
import { dayIn } from '../../countries/index.ts'
import { type Caller, isoTime, isoTimeOrNull, type UserId } from '../../kernel/index.ts'
import { notify, notifyStaff } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  type AttestationRequest,
  type OwnTraining,
  type OwnTrainingItem,
  sessionsShown,
  type TrainedRole,
  type TrainingSession,
  type TrainingSessionRequest,
  type TrainingTopicRequest,
  type TrainingView,
  topicsMax,
} from '../contract-training.ts'
import type { AccountabilityDeps, Scope, Whose } from '../deps.ts'
import { addEntry } from '../entries.ts'
import { accountabilityError } from '../errors.ts'
import { type NameOf, namesOf } from '../names.ts'
import { attestationPlace, type HeldTraining, readTraining, type SessionEntry } from './kept.ts'
import { lastOf, personOf, type Trainee, traineesOf } from './people.ts'
import { standingOf, topicsOf, unconfirmed } from './standing.ts'

const whoseOf = (scope: Scope, { accountId }: Caller): Whose =>
  scope === 'account' ? accountId : null

type Read = { held: HeldTraining; trainees: Trainee[]; whose: Whose }

async function read(deps: AccountabilityDeps, tx: Tx, scope: Scope, caller: Caller): Promise<Read> {
  const whose = whoseOf(scope, caller)
  const held = await readTraining(deps, tx, whose, caller.language)
  return { held, whose, trainees: await traineesOf(deps, tx, whose) }
}

function sessionView(
  entry: SessionEntry,
  { held, trainees }: Read,
  nameOf: NameOf,
): TrainingSession {
  const { place: id, at, by, content } = entry
  const { attendees, ...session } = content
  return {
    ...{ id, ...session, at: isoTime(at), by: nameOf(by) },
    attendees: attendees.map((userId) => {
      const said = held.attestations.get(attestationPlace(userId, session.topic))
      const isOfThis = said?.content.sessionId === id
      return {
        ...{ userId, confirmedAt: isoTimeOrNull(isOfThis ? said.at : null) },
        name: trainees.find((one) => one.userId === userId)?.name ?? nameOf(`user:${userId}`),
      }
    }),
  }
}

async function viewIn(
  deps: AccountabilityDeps,
  tx: Tx,
  scope: Scope,
  caller: Caller,
): Promise<TrainingView> {
  const found = await read(deps, tx, scope, caller)
  const { held, trainees } = found
  const at = deps.clock.now()
  const sessions = held.sessions.slice(0, sessionsShown)
  const nameOf = await namesOf(deps, tx, caller, [
    ...sessions.map(({ by }) => by),
    ...sessions.flatMap(({ content }) => content.attendees.map((id) => `user:${id}`)),
  ])
  const people = trainees.map((one) => personOf(held, one, at))
  return {
    topics: [...held.topics],
    people,
    trained: people.filter(({ isTrained }) => isTrained).length,
    lastOn: lastOf(people),
    sessions: sessions.map((one) => sessionView(one, found, nameOf)),
  }
}

export const readAllTraining = (
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<TrainingView> =>
  deps.database.inAccount(caller.accountId, (tx) => viewIn(deps, tx, scope, caller))

export function writeTopic(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  { id, ...content }: TrainingTopicRequest,
): Promise<TrainingView> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { held, whose } = await read(deps, tx, scope, caller)
    const own = held.topics.filter(({ isOfProgram }) => !isOfProgram)
    if (id !== null && !own.some((one) => one.id === id)) {
      throw accountabilityError('accountability.topic_not_found')
    }
    if (id === null && own.length >= topicsMax) {
      throw accountabilityError('accountability.too_much_written')
    }
    const place = id ?? deps.makeId()
    await addEntry(deps, tx, caller, { whose, kind: 'topic', place, content })
    await deps.record(tx, caller, {
      action: 'accountability.topic_written',
      details: { scope, topic: place, isArchived: content.isArchived },
    })
    return viewIn(deps, tx, scope, caller)
  })
}

export function writeSession(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  input: TrainingSessionRequest,
): Promise<TrainingView> {
  const { id, ...session } = input
  const attendees = [...new Set(session.attendees)]
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { held, trainees, whose } = await read(deps, tx, scope, caller)
    const before = held.sessions.find(({ place }) => place === id)
    if (id !== null && before === undefined) {
      throw accountabilityError('accountability.session_not_found')
    }
    const topic = held.topics.find((one) => one.id === session.topic)
    if (topic === undefined) throw accountabilityError('accountability.topic_not_found')
    const at = deps.clock.now()
    const { zone } = await accountOf(tx, caller.accountId)
    if (session.heldOn > dayIn(zone, at)) throw accountabilityError('accountability.session_later')
    // Who left since stays named.
    const known = new Set([
      ...trainees.map(({ userId }) => userId),
      ...(before?.content.attendees ?? []),
    ])
    if (attendees.some((one) => !known.has(one))) {
      throw accountabilityError('accountability.user_unknown')
    }
    const place = id ?? deps.makeId()
    const content = { ...session, attendees }
    await addEntry(deps, tx, caller, { whose, kind: 'session', place, content })
    await deps.record(tx, caller, {
      action: 'accountability.session_recorded',
      details: { scope, session: place, attendees: attendees.length },
    })
    const told = { kind: 'training_due', about: place, at } as const
    const details = { name: topic.name, variant: 'confirm' }
    if (whose === null) await notifyStaff(tx, { ...told, details })
    else {
      for (const userId of attendees) {
        const only = userId as UserId
        await notify(tx, whose, { ...told, details, only, step: `confirm:${userId}` })
      }
    }
    return viewIn(deps, tx, scope, caller)
  })
}

const roleOfStaff: TrainedRole = 'installation_owner'

async function ownIn(
  deps: AccountabilityDeps,
  tx: Tx,
  scope: Scope,
  caller: Caller,
): Promise<OwnTrainingItem[]> {
  const { by } = caller
  if (by.kind !== 'user') throw accountabilityError('accountability.users_only')
  if (scope === 'installation' && !caller.rights.has('installation.manage')) return []
  const { userId } = by
  const { held, trainees } = await read(deps, tx, scope, caller)
  const role =
    scope === 'installation' ? roleOfStaff : trainees.find((one) => one.userId === userId)?.role
  if (role === undefined) return []
  const at = deps.clock.now()
  return topicsOf(held, role).map((topic) => {
    const waiting = unconfirmed(held, { userId, topic })
    return {
      ...{ scope, topic, standing: standingOf(held, { userId, topic, at }) },
      session:
        waiting === null
          ? null
          : {
              id: waiting.place,
              heldOn: waiting.content.heldOn,
              trainer: waiting.content.trainer,
              content: waiting.content.content,
            },
    }
  })
}

const bothIn = async (deps: AccountabilityDeps, tx: Tx, caller: Caller): Promise<OwnTraining> => ({
  items: [
    ...(await ownIn(deps, tx, 'account', caller)),
    ...(await ownIn(deps, tx, 'installation', caller)),
  ],
})

export const readOwnTraining = (deps: AccountabilityDeps, caller: Caller): Promise<OwnTraining> =>
  deps.database.inAccount(caller.accountId, (tx) => bothIn(deps, tx, caller))

/** Nobody confirms for somebody else. */
export async function attest(
  deps: AccountabilityDeps,
  caller: Caller,
  { scope, topic, sessionId }: AttestationRequest,
): Promise<OwnTraining> {
  const { by } = caller
  if (by.kind !== 'user') throw accountabilityError('accountability.users_only')
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const items = await ownIn(deps, tx, scope, caller)
    const item = items.find((one) => one.topic.id === topic)
    if (item === undefined) throw accountabilityError('accountability.topic_not_found')
    if (sessionId !== null && item.session?.id !== sessionId) {
      throw accountabilityError('accountability.not_invited')
    }
    const heldOn = sessionId === null ? null : (item.session?.heldOn ?? null)
    await addEntry(deps, tx, caller, {
      ...{ whose: whoseOf(scope, caller), kind: 'attestation' },
      place: attestationPlace(by.userId, topic),
      content: { sessionId, heldOn },
    })
    await deps.record(tx, caller, {
      action: 'accountability.training_confirmed',
      details: { scope, topic, hasSession: sessionId !== null },
    })
    return bothIn(deps, tx, caller)
  })
}
