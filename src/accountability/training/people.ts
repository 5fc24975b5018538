// Who has a role, in an account or on the installation, and whether they are trained today.
import { memberNames, memberRoles, staffNames } from '../../accounts/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type TrainedPerson, type TrainedRole, trainedRoles } from '../contract-training.ts'
import type { AccountabilityDeps, Whose } from '../deps.ts'
import type { HeldTraining } from './kept.ts'
import { counts, standingOf, topicsOf } from './standing.ts'

export type Trainee = { userId: string; name: string; role: TrainedRole }

const roleOf = (name: string | undefined): TrainedRole | null =>
  trainedRoles.find((one) => one === name) ?? null

export async function traineesOf(
  { vault }: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  whose: Whose,
): Promise<Trainee[]> {
  if (whose === null) {
    const staff = await staffNames(vault, tx)
    return staff.map(({ id, name }) => ({ userId: id, name, role: 'installation_owner' }))
  }
  const roles = await memberRoles(tx, whose)
  return (await memberNames(vault, tx, whose)).flatMap(({ id, name }) => {
    const role = roleOf(roles.get(id))
    return role === null ? [] : [{ userId: id, name, role }]
  })
}

export const personOf = (
  held: HeldTraining,
  { userId, name, role }: Trainee,
  at: Instant,
): TrainedPerson => {
  const topics = topicsOf(held, role).map((topic) => standingOf(held, { userId, topic, at }))
  return { userId, name, role, topics, isTrained: topics.length > 0 && topics.every(counts) }
}

/** When one of them last was trained; null: nobody ever. */
export const lastOf = (people: readonly TrainedPerson[]): string | null =>
  people
    .flatMap(({ topics }) => topics.flatMap(({ trainedOn }) => trainedOn ?? []))
    .sort()
    .at(-1) ?? null
