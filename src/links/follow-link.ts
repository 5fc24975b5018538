// What happens when somebody follows a short link: counted in its group, and sent on.
import { failureFields } from '../observability/index.ts'
import type { CountClick } from './count-clicks.ts'
import type { LinksDeps } from './deps.ts'
import { leadingInAnyAccount } from './store.ts'
import { type Asking, whoClicked } from './who-clicked.ts'

/** Where it leads; null where there is no such link, or it was switched off. */
export async function followLink(
  deps: Pick<LinksDeps, 'database' | 'logger'> & { countClick: CountClick },
  code: string,
  asking: Asking,
): Promise<string | null> {
  const found = await deps.database.inAnyAccount((tx) => leadingInAnyAccount(tx, code))
  if (found === null) return null
  const { accountId, id, target } = found
  // Whoever reads the message goes on in any case: a figure is not worth a dead link.
  await deps
    .countClick({ accountId, id, who: whoClicked(asking) })
    .catch((error: unknown) => deps.logger.warn('links.click_not_counted', failureFields(error)))
  return target
}
