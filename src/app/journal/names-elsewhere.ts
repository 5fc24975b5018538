// Names of what the journal's entries are about, from the rooms that stand right of contacts.
import { actorNames } from '../../accounts/index.ts'
import { namesOfCampaigns } from '../../campaigns/index.ts'
import type { Wordings } from '../../consent/index.ts'
import type { NamesElsewhere } from '../../contacts/index.ts'
import { readSuppliers } from '../../governance/index.ts'
import { nameImports } from '../../intake/index.ts'
import type { TokenId, UserId, WordingId } from '../../kernel/index.ts'
import { readForms, readKeywords } from '../../preferences/index.ts'
import { readRoutes, readSenders } from '../../routing/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'

type Deps = { database: Database; vault: Vault; consent: Pick<Wordings, 'findWording'> }

/** Of no kind is anything read that no entry of the page is about. */
export function namesElsewhere({ database, vault, consent }: Deps): NamesElsewhere {
  return async (tx, accountId, idsOf) => {
    const imports = await nameImports({ vault }, tx, accountId, idsOf(['import']))
    const wordings = await Promise.all(
      idsOf(['wording']).map((id) => consent.findWording(tx, accountId, id as WordingId)),
    )
    const forms = idsOf(['form']).length === 0 ? [] : await readForms(tx, accountId)
    const keywords = idsOf(['keyword']).length === 0 ? [] : await readKeywords(tx, accountId)
    const users = idsOf(['user']) as readonly UserId[]
    const tokens = idsOf(['token']) as readonly TokenId[]
    const named = await actorNames(vault, tx, accountId, { users, tokens })
    const of = (kind: 'user' | 'token') => (id: string) => {
      const name = named.get(id)
      return name === undefined ? [] : [{ kind, id, name }]
    }
    const senders = idsOf(['sender']).length === 0 ? [] : await readSenders(tx, accountId)
    const isOfInstallation = idsOf(['route', 'supplier']).length > 0
    const [routes, suppliers] = isOfInstallation
      ? await database.inInstallation(async (all) => [
          await readRoutes(all),
          await readSuppliers(all),
        ])
      : [[], []]
    return [
      ...(await namesOfCampaigns(tx, accountId, idsOf(['campaign', 'template', 'recurring']))),
      ...imports.map((one) => ({ kind: 'import' as const, ...one })),
      ...wordings.flatMap((one) =>
        one === null ? [] : [{ kind: 'wording' as const, id: one.wordingId, name: one.name }],
      ),
      ...forms.map(({ id, name }) => ({ kind: 'form' as const, id, name })),
      ...keywords.map(({ id, word }) => ({ kind: 'keyword' as const, id, name: word })),
      ...users.flatMap(of('user')),
      ...tokens.flatMap(of('token')),
      ...senders.map(({ senderId: id, name }) => ({ kind: 'sender' as const, id, name })),
      ...routes.map(({ route: { routeId: id, name } }) => ({ kind: 'route' as const, id, name })),
      ...suppliers.map(({ supplierId: id, name }) => ({ kind: 'supplier' as const, id, name })),
    ]
  }
}
