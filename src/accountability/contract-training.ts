// HTTP shapes of training: what must be known by whom, sessions, and what each user confirms.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

/** Roles of an account, and of the staff of the installation. */
export const trainedRoles = [
  'owner',
  'approver',
  'sender',
  'writer',
  'viewer',
  'dpo',
  'support',
  'installation_owner',
] as const
export type TrainedRole = (typeof trainedRoles)[number]

/** What the program asks of everybody in these roles; accounts add their own. */
export const programTopics = [
  'basics',
  'consent',
  'rights',
  'security',
  'sensitive',
  'breach',
] as const
export type ProgramTopic = (typeof programTopics)[number]
/** A year: what the authorities recommend for awareness, and what is renewed. */
export const programValidMonths = 12

export const topicsMax = 50
export const attendeesMax = 500
export const sessionsShown = 100

export const trainingStates = ['never', 'to_confirm', 'valid', 'ends_soon', 'expired'] as const
export type TrainingState = (typeof trainingStates)[number]

const topicId = z.string().max(40).describe('The id of the training.')
const day = z.iso.date()
const scope = z
  .enum(['account', 'installation'])
  .describe('Of the account, or of the staff of the installation.')

export const trainingTopic = z.object({
  id: topicId,
  name: z.string(),
  text: z.string().describe('What must be known, as people read it.'),
  roles: z.array(z.enum(trainedRoles)).describe('Who must know it.'),
  validMonths: z.number().int().describe('After so many months it has to be renewed.'),
  isOfProgram: z.boolean().describe('Of the program: it cannot be changed.'),
  isArchived: z.boolean().describe('It is asked of nobody any more.'),
})
export type TrainingTopic = z.output<typeof trainingTopic>

export const trainingSession = z.object({
  id: z.uuid(),
  topic: topicId,
  heldOn: day.describe('The day on which it was held.'),
  trainer: z.string().describe('Who held it.'),
  content: z.string().describe('What was taught.'),
  attendees: z
    .array(
      z.object({
        userId: z.uuid().describe('The user who attended.'),
        name: z.string(),
        confirmedAt: instantText.nullable().describe('When they confirmed it; null: not yet.'),
      }),
    )
    .describe('Who attended.'),
  at: instantText.describe('When it was recorded.'),
  by: z.string().describe('Who recorded it, as the journal names them.'),
})
export type TrainingSession = z.output<typeof trainingSession>

const topicStanding = z.object({
  topic: topicId,
  state: z.enum(trainingStates).describe('`to_confirm`: named in a session, not confirmed yet.'),
  trainedOn: day.nullable().describe('When last; null: never.'),
  validUntil: day.nullable().describe('Until when it counts; null: it never did.'),
})
export type TopicStanding = z.output<typeof topicStanding>

export const trainedPerson = z.object({
  userId: z.uuid().describe('The user.'),
  name: z.string(),
  role: z.enum(trainedRoles).describe('Their role, which says what they must know.'),
  topics: z.array(topicStanding).describe('Of each training that their role asks for.'),
  isTrained: z.boolean().describe('Whether all of them count today.'),
})
export type TrainedPerson = z.output<typeof trainedPerson>

export const trainingView = z.object({
  topics: z.array(trainingTopic).describe('Those of the program first.'),
  people: z.array(trainedPerson).describe('Everybody who has a role here.'),
  trained: z.number().int().describe('How many of them are trained today.'),
  lastOn: day.nullable().describe('When somebody last confirmed a training; null: never.'),
  sessions: z.array(trainingSession).describe('The newest hundred, newest first.'),
})
export type TrainingView = z.output<typeof trainingView>

export const trainingTopicRequest = z
  .object({
    id: z.uuid().nullable().default(null).describe('Which one is changed; null: a new one.'),
    name: z.string().trim().min(3).max(120),
    text: z.string().trim().min(10).max(4_000).describe('What must be known.'),
    roles: z.array(z.enum(trainedRoles)).min(1).max(8).describe('Who must know it.'),
    validMonths: z
      .number()
      .int()
      .min(1)
      .max(60)
      .default(programValidMonths)
      .describe('After so many months it has to be renewed.'),
    isArchived: z.boolean().default(false).describe('True: it is asked of nobody any more.'),
  })
  .meta({
    example: {
      name: 'Envoyer au nom d’une mairie',
      text: 'Qui peut écrire à qui, et ce qui ne s’envoie pas par SMS.',
      roles: ['sender'],
    },
  })
export type TrainingTopicRequest = z.output<typeof trainingTopicRequest>

export const trainingSessionRequest = z
  .object({
    id: z.uuid().nullable().default(null).describe('Which one is changed; null: a new one.'),
    topic: topicId,
    heldOn: day.describe('The day on which it was held.'),
    trainer: z.string().trim().min(1).max(120).describe('Who held it.'),
    content: z.string().trim().max(2_000).default('').describe('What was taught.'),
    attendees: z.array(z.uuid()).min(1).max(attendeesMax).describe('The ids of those who came.'),
  })
  .meta({
    example: {
      ...{ topic: 'basics', heldOn: '2026-11-20', trainer: 'Cabinet Exemple' },
      attendees: ['019bbbbb-0000-7000-8000-000000000002'],
    },
  })
export type TrainingSessionRequest = z.output<typeof trainingSessionRequest>

export const ownTrainingItem = z.object({
  scope,
  topic: trainingTopic,
  standing: topicStanding,
  session: z
    .object({
      id: z.uuid(),
      heldOn: day.describe('The day on which it was held.'),
      trainer: z.string().describe('Who held it.'),
      content: z.string().describe('What was taught.'),
    })
    .nullable()
    .describe('The session that waits for the user’s confirmation; null: none does.'),
})
export type OwnTrainingItem = z.output<typeof ownTrainingItem>
export const ownTraining = z.object({ items: z.array(ownTrainingItem) })
export type OwnTraining = z.output<typeof ownTraining>

export const attestationRequest = z
  .object({
    scope,
    topic: topicId,
    sessionId: z
      .uuid()
      .nullable()
      .default(null)
      .describe('The session attended; null: the text was read here.'),
  })
  .meta({ example: { scope: 'account', topic: 'basics', sessionId: null } })
export type AttestationRequest = z.output<typeof attestationRequest>

named({
  trainingView,
  trainingTopic,
  trainingSession,
  trainedPerson,
  topicStanding,
  trainingTopicRequest,
  trainingSessionRequest,
  ownTraining,
  ownTrainingItem,
  trainingAttestation: attestationRequest,
})
