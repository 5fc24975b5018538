// Whether somebody is trained today: what their role asks for, and what they confirmed; pure.
import type { Instant } from '../../kernel/index.ts'
import type {
  TopicStanding,
  TrainedRole,
  TrainingState,
  TrainingTopic,
} from '../contract-training.ts'
import { attestationPlace, type HeldTraining, type SessionEntry } from './kept.ts'

export const endsSoonDays = 30
const dayMs = 86_400_000

export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

/** The same day so many months later; the last of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

export const topicsOf = (held: HeldTraining, role: TrainedRole): TrainingTopic[] =>
  held.topics.filter(({ roles, isArchived }) => !isArchived && roles.includes(role))

type Asked = { userId: string; topic: TrainingTopic; at: Instant }

/** The newest session that names them and that they have not confirmed. */
export function unconfirmed(
  held: HeldTraining,
  { userId, topic }: Pick<Asked, 'userId' | 'topic'>,
): SessionEntry | null {
  const said = held.attestations.get(attestationPlace(userId, topic.id))
  const saidOn = said === undefined ? '' : (said.content.heldOn ?? dayOf(said.at))
  return (
    held.sessions.find(
      ({ place, content }) =>
        content.topic === topic.id &&
        content.attendees.includes(userId) &&
        content.heldOn >= saidOn &&
        said?.content.sessionId !== place,
    ) ?? null
  )
}

export function standingOf(held: HeldTraining, asked: Asked): TopicStanding {
  const { userId, topic, at } = asked
  const waits = unconfirmed(held, asked) !== null
  const said = held.attestations.get(attestationPlace(userId, topic.id))
  if (said === undefined) {
    return {
      ...{ topic: topic.id, trainedOn: null, validUntil: null },
      state: waits ? 'to_confirm' : 'never',
    }
  }
  const trainedOn = said.content.heldOn ?? dayOf(said.at)
  const validUntil = monthsAfter(trainedOn, topic.validMonths)
  return { topic: topic.id, trainedOn, validUntil, state: stateAt(validUntil, at, waits) }
}

function stateAt(validUntil: string, at: Instant, waits: boolean): TrainingState {
  if (validUntil < dayOf(at)) return waits ? 'to_confirm' : 'expired'
  return validUntil < dayOf(at + endsSoonDays * dayMs) ? 'ends_soon' : 'valid'
}

export const counts = ({ state }: TopicStanding): boolean =>
  state === 'valid' || state === 'ends_soon'
