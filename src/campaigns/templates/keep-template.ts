// Templates are written, changed (which makes a version), archived and read.
import type { AccountId, Caller } from '../../kernel/index.ts'
import { readTemplate } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { TemplateChange, TemplateRequest } from '../contract-compose.ts'
import { customKnown } from '../custom-fields.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { userOf } from '../user-of.ts'
import * as store from './store.ts'
import type { Template, TemplateVersion } from './template.ts'

/** More than anybody chooses from; archived ones count. */
const templatesMax = 2_000
/** A screen shows so many; older ones stay, for the campaigns that name them. */
const versionsShown = 100

type Seals = Pick<CampaignsDeps['vault'], 'sealForAccount' | 'openForAccount'>

const place = (templateId: string, version: number) => ({
  table: 'campaigns.template_version',
  column: 'text_sealed',
  rowId: `${templateId} ${version}`,
})

function sealText(seals: Seals, accountId: AccountId, id: string, version: number, text: string) {
  return seals.sealForAccount(accountId, place(id, version), Buffer.from(text, 'utf8'))
}

function openText(seals: Seals, accountId: AccountId, id: string, version: number, sealed: Buffer) {
  return seals.openForAccount(accountId, place(id, version), sealed).toString('utf8')
}

function opened(seals: Seals, accountId: AccountId, sealed: store.SealedTemplate): Template {
  const { textSealed, ...template } = sealed
  return {
    ...template,
    text: openText(seals, accountId, template.id, template.version, textSealed),
  }
}

async function demandFields(
  deps: CampaignsDeps,
  tx: Tx,
  accountId: AccountId,
  text: string,
): Promise<void> {
  const template = readTemplate(text, await customKnown(deps, tx, accountId, { text, age: 'new' }))
  if (!template.ok) {
    throw campaignsError('campaigns.merge_field_unknown', { field: template.field })
  }
}

export async function createTemplate(
  deps: CampaignsDeps,
  caller: Caller,
  request: TemplateRequest,
): Promise<Template> {
  const { accountId } = caller
  const id = deps.makeId()
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    await demandFields(deps, tx, accountId, request.text)
    if ((await store.countTemplates(tx, accountId)) >= templatesMax) {
      throw campaignsError('campaigns.templates_too_many', { max: templatesMax })
    }
    const { name, class: messageClass, text } = request
    await store.insertTemplate(tx, accountId, { id, name, class: messageClass, at })
    await writeVersion(deps, tx, caller, { id, version: 1, text, at })
    await deps.record(tx, caller, { action: 'campaigns.template_made', details: { template: id } })
    return found(deps, tx, accountId, id)
  })
}

/** Another text is another version; a name alone is not. */
export async function changeTemplate(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
  change: TemplateChange,
): Promise<Template> {
  const { accountId } = caller
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    if (change.text !== undefined) await demandFields(deps, tx, accountId, change.text)
    await store.lockTemplate(tx, accountId, id)
    const before = await found(deps, tx, accountId, id)
    if (before.archivedAt !== null) throw campaignsError('campaigns.template_archived')
    const { name = before.name, text = before.text } = change
    const isNew = text !== before.text
    const version = isNew ? before.version + 1 : before.version
    if (isNew) await writeVersion(deps, tx, caller, { id, version, text, at })
    await store.changeTemplate(tx, accountId, { id, name, version, at })
    const details = { template: id, version }
    await deps.record(tx, caller, { action: 'campaigns.template_changed', details })
    return found(deps, tx, accountId, id)
  })
}

async function writeVersion(
  { vault }: CampaignsDeps,
  tx: Tx,
  caller: Caller,
  { id, version, text, at }: { id: string; version: number; text: string; at: number },
): Promise<void> {
  const { accountId } = caller
  const textSealed = sealText(vault, accountId, id, version, text)
  const by = userOf(caller)
  await store.insertVersion(tx, accountId, { templateId: id, version, textSealed, by, at })
}

export async function archiveTemplate(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
  isArchived: boolean,
): Promise<Template> {
  const { accountId } = caller
  const at = isArchived ? deps.clock.now() : null
  return deps.database.inAccount(accountId, async (tx) => {
    const isThere = await store.archiveTemplate(tx, accountId, { id, at })
    if (!isThere) throw campaignsError('campaigns.template_not_found')
    const action = isArchived ? 'campaigns.template_archived' : 'campaigns.template_restored'
    await deps.record(tx, caller, { action, details: { template: id } })
    return found(deps, tx, accountId, id)
  })
}

async function found(
  { vault }: Pick<CampaignsDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<Template> {
  const sealed = await store.findTemplate(tx, accountId, id)
  if (sealed === null) throw campaignsError('campaigns.template_not_found')
  return opened(vault, accountId, sealed)
}

export async function readOneTemplate(
  deps: CampaignsDeps,
  { accountId }: Caller,
  id: string,
): Promise<Template> {
  return deps.database.inAccount(accountId, (tx) => found(deps, tx, accountId, id))
}

export async function readTemplates(
  deps: CampaignsDeps,
  { accountId }: Caller,
  page: store.TemplatePage,
): Promise<{ items: Template[]; last: Template | null }> {
  const asked = { ...page, limit: page.limit + 1 }
  const rows = await deps.database.inAccount(accountId, (tx) =>
    store.listTemplates(tx, accountId, asked),
  )
  const items = rows.slice(0, page.limit).map((row) => opened(deps.vault, accountId, row))
  return { items, last: rows.length > page.limit ? (items.at(-1) ?? null) : null }
}

export async function readVersions(
  deps: CampaignsDeps,
  { accountId }: Caller,
  id: string,
): Promise<TemplateVersion[]> {
  return deps.database.inAccount(accountId, async (tx) => {
    await found(deps, tx, accountId, id)
    const rows = await store.listVersions(tx, accountId, { templateId: id, limit: versionsShown })
    return rows.map(({ textSealed, ...row }) => ({
      ...row,
      text: openText(deps.vault, accountId, id, row.version, textSealed),
    }))
  })
}
