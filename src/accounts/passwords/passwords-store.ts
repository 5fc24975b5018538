// The SQL of stored passwords: what each would cost to guess, and nothing of whose it is.
import type { Tx } from '../../storage/index.ts'
import type { PasswordCost } from './passwords.ts'

/** How many passwords are stored, and how many of them with less than this cost. */
export type PasswordsKept = { people: number; weak: number }

type Row = { algorithm: string; cost: string; people: number }

export async function passwordsKept(
  tx: Tx,
  cost: Pick<PasswordCost, 'memoryKiB' | 'passes'>,
): Promise<PasswordsKept> {
  // `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`
  const { rows } = await tx.query<Row>(
    `select split_part(password_hash, '$', 2) as algorithm,
            split_part(password_hash, '$', 4) as cost, count(*)::int as people
     from accounts.user where password_hash is not null and disabled_at is null group by 1, 2`,
  )
  const sum = (of: readonly Row[]) => of.reduce((before, { people }) => before + people, 0)
  return { people: sum(rows), weak: sum(rows.filter((row) => isWeaker(row, cost))) }
}

function isWeaker({ algorithm, cost }: Row, than: Pick<PasswordCost, 'memoryKiB' | 'passes'>) {
  const number = (name: string) => Number(new RegExp(`(?:^|,)${name}=(\\d+)`).exec(cost)?.[1] ?? 0)
  return algorithm !== 'argon2id' || number('m') < than.memoryKiB || number('t') < than.passes
}
