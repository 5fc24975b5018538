// What happens when somebody follows a short link: counted in its group, and sent on.
import { failureFields } from '../observability/index.ts'
import type { LinksDeps } from './deps.ts'
import { countClick, leadingInAnyAccount } from './store.ts'
import { type Asking, whoClicked } from './who-clicked.ts'

/** Where it leads; null where there is no such link, or it was switched off. */
export async function followLink(
  deps: LinksDeps,
  code: string,
  asking: Asking,
): Promise<string | null> {
  const found = await deps.database.inAnyAccount((tx) => leadingInAnyAccount(tx, code))
  if (found === null) return null
  const { accountId, id, target } = found
  const click = { id, who: whoClicked(asking), at: deps.clock.now() }
  // Whoever reads the message goes on in any case: a figure is not worth a dead link.
  await deps.database
    .inAccount(accountId, (tx) => countClick(tx, accountId, click))
    .catch((error: unknown) => deps.logger.warn('links.click_not_counted', failureFields(error)))
  return target
}
