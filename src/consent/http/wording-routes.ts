// The HTTP of wordings; thin.
import type { Audit } from '../../audit/index.ts'
import type { Contacts } from '../../contacts/index.ts'
import { defineRoute, type Route } from '../../http/index.ts'
import type { Caller, ControllerId, Language, WordingId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { Wording } from '../consent.ts'
import type * as shapes from '../contract.ts'
import { consentApi } from '../contract-api.ts'
import { consentError, consentErrors, refusalError } from '../errors.ts'
import { isoText } from '../ledger/write-entries.ts'
import type { WordingChange } from '../wording/change-draft.ts'
import type { Wordings } from '../wording/wordings.ts'

type WordingRoutesDeps = {
  database: Database
  consent: Wordings
  contacts: Pick<Contacts, 'controller'>
  audit: Pick<Audit, 'record'>
}

function wordingView(consent: Wordings, wording: Wording, reader: Language): shapes.WordingView {
  const defects = wording.state === 'draft' ? consent.reviewWording(wording, reader) : []
  return {
    id: wording.wordingId,
    name: wording.name,
    version: wording.version,
    language: wording.language,
    medium: wording.medium,
    controllerId: wording.controllerId,
    controllerName: wording.controllerName,
    shownText: wording.shownText,
    sha256: Buffer.from(wording.sha256).toString('hex'),
    channels: [...wording.channels],
    purposes: [...wording.purposes],
    form: wording.form,
    state: wording.state,
    createdAt: isoText(wording.createdAt),
    publishedAt: wording.publishedAt === null ? null : isoText(wording.publishedAt),
    ledgerEntry: wording.entryId,
    defects: defects.map(({ refusal, mend }) => ({ refusal, mend })),
  }
}

async function saveDraft(
  { consent, contacts }: Pick<WordingRoutesDeps, 'consent' | 'contacts'>,
  tx: Tx,
  caller: Caller,
  body: ReturnType<typeof shapes.wordingDraft.parse>,
): Promise<Wording> {
  const controllerId = body.controllerId as ControllerId
  const controller = await contacts.controller(tx, caller.accountId, controllerId)
  if (controller === null) throw consentError('consent.controller_not_found')
  const { replaces, controllerName = controller.name, ...fields } = body
  const draft = { ...fields, controllerId, controllerName }
  const full = replaces === undefined ? draft : { ...draft, replaces: replaces as WordingId }
  return consent.createDraft(tx, caller, full)
}

async function changeDraft(
  { consent, contacts, audit }: WordingRoutesDeps,
  tx: Tx,
  caller: Caller,
  asked: { wordingId: WordingId; change: ReturnType<typeof shapes.wordingChange.parse> },
): Promise<Wording> {
  const { wordingId, change } = asked
  const controllerId = change.controllerId as ControllerId | undefined
  if (controllerId !== undefined) {
    const controller = await contacts.controller(tx, caller.accountId, controllerId)
    if (controller === null) throw consentError('consent.controller_not_found')
  }
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as WordingChange
  const wording = await consent.changeDraft(tx, caller, wordingId, given)
  const details = { wordingId, changed: Object.keys(given).join(', ') }
  await audit.record(tx, caller, { action: 'consent.wording_changed', details })
  return wording
}

export function wordingRoutes(deps: WordingRoutesDeps): Route[] {
  return [...draftRoutes(deps), ...otherWordingRoutes(deps)]
}

function draftRoutes(deps: WordingRoutesDeps): Route[] {
  const { database, consent, audit } = deps
  const errors = ['consent.wording_not_found', 'consent.wording_not_draft']
  return [
    defineRoute({
      ...consentApi['PATCH /v1/wordings/{id}'],
      needs: 'wordings.manage',
      summary: 'Change the draft of a wording, until it is published',
      errors: [...errors, 'consent.controller_not_found'],
      handle: (caller, { params, body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const asked = { wordingId: params.id as WordingId, change: body }
          const wording = await changeDraft(deps, tx, caller, asked)
          return wordingView(consent, wording, caller.language)
        }),
    }),
    defineRoute({
      ...consentApi['DELETE /v1/wordings/{id}'],
      needs: 'wordings.manage',
      summary: 'Delete the draft of a wording',
      description: 'Once it is published a wording stays, since consents name its exact words.',
      errors,
      handle: (caller, { params }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const wordingId = params.id as WordingId
          await consent.removeDraft(tx, caller, wordingId)
          const details = { wordingId }
          await audit.record(tx, caller, { action: 'consent.wording_deleted', details })
        }),
    }),
  ]
}

function otherWordingRoutes({ database, consent, contacts }: WordingRoutesDeps): Route[] {
  return [
    defineRoute({
      ...consentApi['GET /v1/wordings'],
      needs: 'consent.read',
      summary: 'List the wordings of the account, newest first',
      handle: ({ accountId, language }) =>
        database.inAccount(accountId, async (tx) => ({
          items: (await consent.listWordings(tx, accountId)).map((wording) =>
            wordingView(consent, wording, language),
          ),
        })),
    }),
    defineRoute({
      ...consentApi['POST /v1/wordings'],
      needs: 'wordings.manage',
      summary: 'Write the draft of a wording, and learn what keeps it from being published',
      errors: consentErrors,
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const wording = await saveDraft({ consent, contacts }, tx, caller, body)
          return wordingView(consent, wording, caller.language)
        }),
    }),
    defineRoute({
      ...consentApi['GET /v1/wordings/{id}'],
      needs: 'consent.read',
      summary: 'Show one wording',
      errors: ['consent.wording_not_found'],
      handle: ({ accountId, language }, { params }) =>
        database.inAccount(accountId, async (tx) => {
          const wording = await consent.findWording(tx, accountId, params.id as WordingId)
          if (wording === null) throw consentError('consent.wording_not_found')
          return wordingView(consent, wording, language)
        }),
    }),
    defineRoute({
      ...consentApi['POST /v1/wordings/{id}/publish'],
      needs: 'wordings.manage',
      summary: 'Publish a wording: the ledger learns its text, and consents may name it',
      errors: consentErrors,
      handle: (caller, { params }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const done = await consent.publishWording(tx, caller, params.id as WordingId)
          if (done.outcome === 'refused') throw refusalError(done.refusal, done.details)
          return wordingView(consent, done.wording, caller.language)
        }),
    }),
  ]
}
