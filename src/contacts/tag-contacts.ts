// Gives contacts of before the tags that they are found by:
// until then nobody can say what they said.
import type { AccountId, ContactId } from '../kernel/index.ts'
import { type Repeated, repeated, type Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import { openContacts } from './body.ts'
import { foundBy } from './found-by.ts'
import { readUntagged, writeTags } from './tag-store.ts'

const pageContacts = 1_000
const pauseMs = 3_600_000

export type TagDeps = {
  database: Database
  vault: Vault
  timers: Timers
  logger: Pick<Logger, 'error'>
  accounts(database: Database): Promise<readonly { id: AccountId }[]>
}

/** At each start and then by the hour; where all have theirs it asks one index. */
export function runTagging(deps: TagDeps): Repeated {
  return repeated(deps.timers, 0, async (isStopping) => {
    try {
      for (const { id } of await deps.accounts(deps.database)) {
        if (!deps.vault.hasAccountKeys(id) || !deps.vault.hasSuppressionKey(id)) continue
        await tagContacts(deps, id, isStopping).catch((error: unknown) => {
          // One account's trouble does not stand before the others.
          const fields = { accountId: id, ...failureFields(error) }
          deps.logger.error('contacts.tagging_failed', fields)
        })
      }
    } catch (error) {
      deps.logger.error('contacts.tagging_failed', failureFields(error))
    }
    return pauseMs
  })
}

/** Page by page, each in a transaction of its own; those whose key is gone stay as they are. */
export async function tagContacts(
  deps: Pick<TagDeps, 'database' | 'vault'>,
  accountId: AccountId,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let after: ContactId | null = null
  let tagged = 0
  while (!isStopping()) {
    const page: { last: ContactId | null; tagged: number } = await deps.database.inAccount(
      accountId,
      async (tx) => {
        const found = await readUntagged(tx, accountId, { after, limit: pageContacts })
        const opened = await openContacts(deps.vault, tx, accountId, found)
        const rows = found.flatMap(({ id, subjectId }) => {
          const body = opened.get(subjectId)?.body
          if (body === undefined) return []
          return [{ id, ...foundBy(deps.vault, accountId, body.number, body.fields) }]
        })
        const last = found.length < pageContacts ? null : (found.at(-1)?.id ?? null)
        return { last, tagged: await writeTags(tx, accountId, rows) }
      },
    )
    tagged += page.tagged
    if (page.last === null) return tagged
    after = page.last
  }
  return tagged
}
