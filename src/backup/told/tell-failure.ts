// Tells whoever manages the installation that a backup, a drill or the changes failed; once a day.
import type { Instant } from '../../kernel/index.ts'
import { notifyStaff } from '../../notifications/index.ts'
import type { Database } from '../../storage/index.ts'
import type { RunKind } from '../deps.ts'

const dayMs = 86_400_000

export async function tellFailure(
  { database }: { database: Database },
  kind: RunKind | 'changes',
  at: Instant,
): Promise<void> {
  await database.inInstallation((tx) =>
    notifyStaff(tx, {
      kind: `${kind}_failed`,
      about: null,
      step: String(Math.floor(at / dayMs)),
      at,
    }),
  )
}
