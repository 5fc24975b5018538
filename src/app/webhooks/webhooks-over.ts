// Webhooks over the rooms that know what events are about.
import { contactIdsOf } from '../../contacts/index.ts'
import { fewAtOnce, outgoingAddresses } from '../../outgoing/index.ts'
import { noteProgramTold } from '../../privacy/index.ts'
import { referencesOf, replyTextOf } from '../../sending/index.ts'
import type { Vault } from '../../vault/index.ts'
import { type WebhooksDeps, webhooksJobs, webhooksRoutes } from '../../webhooks/index.ts'

type Given = Omit<WebhooksDeps, 'vault' | 'addresses' | 'resolve' | 'ports'> & { vault: Vault }

/** `webhookNetworks`: where events may go beside public addresses. */
export function webhooksOver(
  base: Given,
  { webhookNetworks = [] }: { webhookNetworks?: readonly string[] },
) {
  const deps: WebhooksDeps = {
    ...base,
    addresses: outgoingAddresses(webhookNetworks),
    resolve: fewAtOnce(base.timers),
    ports: {
      references: referencesOf,
      replyText: (tx, accountId, id) => replyTextOf(base.vault, tx, accountId, id),
      contactsOf: contactIdsOf,
      erasureTold: noteProgramTold,
    },
  }
  return { routes: webhooksRoutes(deps), handlers: webhooksJobs(deps) }
}
