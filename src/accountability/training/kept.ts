// What is kept of training: topics, sessions, and what each user confirmed.
import { z } from 'zod'
import type { Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { trainingWords } from '../../words/index.ts'
import {
  type ProgramTopic,
  programTopics,
  programValidMonths,
  type TrainedRole,
  type TrainingTopic,
  trainedRoles,
} from '../contract-training.ts'
import type { AccountabilityDeps, Whose } from '../deps.ts'
import { type Entry, readNewest } from '../entries.ts'

const topicContent = z.object({
  name: z.string(),
  text: z.string(),
  roles: z.array(z.enum(trainedRoles)),
  validMonths: z.number(),
  isArchived: z.boolean(),
})
const sessionContent = z.object({
  topic: z.string(),
  heldOn: z.string(),
  trainer: z.string(),
  content: z.string(),
  attendees: z.array(z.string()),
})
/** `heldOn`: of the session attended; null: the text was read. */
const attestationContent = z.object({
  sessionId: z.string().nullable(),
  heldOn: z.string().nullable(),
})
export type SessionContent = z.output<typeof sessionContent>
export type SessionEntry = Entry<SessionContent>
export type AttestationEntry = Entry<z.output<typeof attestationContent>>

/** Who must know what the program asks for. */
const rolesOf: Readonly<Record<ProgramTopic, readonly TrainedRole[]>> = {
  basics: trainedRoles,
  consent: ['owner', 'approver', 'sender', 'writer', 'dpo'],
  rights: ['owner', 'approver', 'sender', 'dpo', 'support', 'installation_owner'],
  security: trainedRoles,
  sensitive: ['owner', 'dpo'],
  breach: ['owner', 'dpo', 'support', 'installation_owner'],
}

export const ofProgram = (language: Language): TrainingTopic[] =>
  programTopics.map((id) => ({
    ...{ id, ...trainingWords[language].topics[id] },
    roles: [...rolesOf[id]],
    ...{ validMonths: programValidMonths, isOfProgram: true, isArchived: false },
  }))

export const attestationPlace = (userId: string, topic: string) => `${userId}:${topic}`

export type HeldTraining = {
  topics: readonly TrainingTopic[]
  /** Newest first by their day. */
  sessions: readonly SessionEntry[]
  /** By user and topic. */
  attestations: ReadonlyMap<string, AttestationEntry>
}

export async function readTraining(
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  whose: Whose,
  language: Language,
): Promise<HeldTraining> {
  const own = await readNewest(deps, tx, whose, 'topic', topicContent)
  const sessions = await readNewest(deps, tx, whose, 'session', sessionContent)
  const attestations = await readNewest(deps, tx, whose, 'attestation', attestationContent)
  return {
    topics: [
      ...ofProgram(language),
      ...own.map(({ place: id, content }) => ({ id, ...content, isOfProgram: false })),
    ],
    sessions: sessions.sort((one, other) => other.content.heldOn.localeCompare(one.content.heldOn)),
    attestations: new Map(attestations.map((one) => [one.place, one])),
  }
}
