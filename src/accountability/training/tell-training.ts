// What others are told of training: the open points, reminders to users, the fact in the notice.
import type { Measure } from '../../disclosure/index.ts'
import { dayIn } from '../../disclosure/index.ts'
import type { Caller, Language, UserId } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { trainingWords } from '../../words/index.ts'
import type { AccountabilityDeps, Scope, Whose } from '../deps.ts'
import type { AccountabilityPoint } from '../point.ts'
import { readTraining } from './kept.ts'
import { lastOf, personOf, traineesOf } from './people.ts'
import { counts } from './standing.ts'

type Deps = Pick<AccountabilityDeps, 'vault' | 'clock'>

async function peopleNow(deps: Deps, tx: Tx, whose: Whose, language: Language) {
  const held = await readTraining(deps, tx, whose, language)
  const at = deps.clock.now()
  const trainees = await traineesOf(deps, tx, whose)
  return { held, people: trainees.map((one) => personOf(held, one, at)) }
}

/** One for each person whose training is missing or over. */
export async function trainingPoints(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<AccountabilityPoint[]> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const whose = scope === 'account' ? caller.accountId : null
    const { held, people } = await peopleNow(deps, tx, whose, caller.language)
    const staff = trainingWords[caller.language].ofInstallation
    return people.flatMap(({ name, topics }) => {
      const open = topics.filter((one) => !counts(one))
      const names = held.topics.filter(({ id }) => open.some(({ topic }) => topic === id))
      const what = names.map((one) => one.name).join(', ')
      // Staff are trained for their account and for the installation: two points of one person.
      const who = scope === 'account' ? name : staff.replace('{name}', () => name)
      return open.length === 0 ? [] : [{ by: null, details: { name: who, what } }]
    })
  })
}

/** Harmless to repeat: each end of a training is told once. */
export async function tellTrainingDue(
  deps: AccountabilityDeps,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<void> {
  await deps.database.inAccount(accountId, async (tx) => {
    const at = deps.clock.now()
    const { held, people } = await peopleNow(deps, tx, accountId, 'fr')
    for (const { userId, topics } of people) {
      for (const { topic, state, validUntil } of topics) {
        if (state !== 'ends_soon' || validUntil === null) continue
        const name = held.topics.find(({ id }) => id === topic)?.name ?? ''
        const days = Math.max(0, Math.ceil((Date.parse(validUntil) - at) / 86_400_000))
        await notify(tx, accountId, {
          ...{ kind: 'training_due', about: null, step: `${userId}:${topic}:${validUntil}`, at },
          ...{ only: userId as UserId, details: { name, days } },
        })
      }
    }
  })
}

/** Said only once somebody was trained: how many of those who have a role, and when last. */
export async function trainingMeasure(deps: Deps, tx: Tx, whose: Whose): Promise<Measure[]> {
  const { people } = await peopleNow(deps, tx, whose, 'en')
  const last = lastOf(people)
  if (last === null) return []
  const trained = people.filter(({ isTrained }) => isTrained).length
  const say = (language: Language) => {
    const words = trainingWords[language]
    const measure = whose === null ? words.staffMeasure : words.measure
    return measure
      .replace('{trained}', String(trained))
      .replace('{count}', String(people.length))
      .replace('{day}', dayIn(language, Date.parse(last)))
  }
  const text = { fr: say('fr'), en: say('en') }
  const code = whose === null ? 'staff_training' : 'training'
  return [{ code, type: 'other', isLive: true, text }]
}
