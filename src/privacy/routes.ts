// The HTTP of the deletion of an account: by its owner, and by whoever manages the installation.
import { tarOf } from '../consent/index.ts'
import { cursorPart, defineCursor, defineDownload, defineRoute, type Route } from '../http/index.ts'
import type { Caller, Right } from '../kernel/index.ts'
import { askDeletion } from './account-deletion/ask-deletion.ts'
import { certificatePage, certificatePdf } from './account-deletion/certificate-page.ts'
import {
  certificateOfDeletion,
  deleteByLetter,
  pageOfDeletions,
  undoByStaff,
} from './account-deletion/manage-deletions.ts'
import { readStanding } from './account-deletion/standing.ts'
import { undoDeletion } from './account-deletion/undo-deletion.ts'
import { privacyApi } from './contract-api.ts'
import type { PrivacyDeps } from './deps.ts'
import { privacyError } from './errors.ts'
import { privacyPages, textFile } from './pages.ts'
import { piecesOf } from './pieces.ts'

/** An owner is slower; each try is counted beside it. */
const asksPerMinute = 20
/** Each reads everything. */
const exportsPerMinute = 6

const deletionCursor = defineCursor('account_deletions', {
  askedAt: cursorPart.instant(),
  id: cursorPart.uuid(),
})

export function privacyRoutes(deps: PrivacyDeps): Route[] {
  return [...ownerRoutes(deps), exportRoute(deps), ...staffRoutes(deps), ...privacyPages(deps)]
}

function ownerRoutes(deps: PrivacyDeps): Route[] {
  return [
    defineRoute({
      ...privacyApi['GET /v1/account/deletion'],
      needs: 'account.read',
      summary: 'Show whether the account is to be deleted, when, and what is kept of it',
      handle: (caller) => readStanding(deps, caller),
    }),
    defineRoute({
      ...privacyApi['POST /v1/account/deletion'],
      needs: 'account.manage',
      summary: 'Ask for the deletion of the account, with the password of an owner',
      description:
        'From then on nothing leaves; reading and exporting go on until the account is deleted. ' +
        'Each owner gets an e-mail with a link that undoes it. An API token is refused: an owner ' +
        'does it who is logged in.',
      perMinuteMax: asksPerMinute,
      errors: [
        'accounts.owner_in_person',
        'accounts.password_wrong',
        'accounts.second_factor_asked',
        'accounts.second_factor_wrong',
        'accounts.passkey_wrong',
        'accounts.second_factor_paused',
        'accounts.too_many_attempts',
        'privacy.deletion_waits',
        'privacy.staff_left_without_account',
      ],
      handle: (caller, { body }) => askDeletion(deps, caller, body),
    }),
    defineRoute({
      ...privacyApi['DELETE /v1/account/deletion'],
      needs: 'account.manage',
      summary: 'Undo the deletion of the account while it waits; what was kept leaves again',
      errors: ['privacy.deletion_not_found', 'privacy.deletion_not_waiting'],
      handle: async (caller) => {
        await undoDeletion(deps, caller, { how: 'screen', reason: null })
        return readStanding(deps, caller)
      },
    }),
  ]
}

/** All of it in clear: whoever takes it has every right that it would take piece by piece. */
const rightsOfExport: readonly Right[] = ['contacts.reveal', 'ledger.export', 'messages.read']

function demandAll(caller: Caller): void {
  if (rightsOfExport.every((right) => caller.rights.has(right))) return
  throw privacyError('privacy.export_needs_owner')
}

function exportRoute(deps: PrivacyDeps): Route {
  return defineDownload({
    ...privacyApi['POST /v1/account/export'],
    needs: 'account.manage',
    summary: 'Take everything of the account: people, proofs, campaigns, registers, settings',
    description:
      'A tar archive, written as it is read. Its README.html says what each folder holds, and ' +
      'what is not in it and why. Numbers and texts stand in it in clear, so that it needs the ' +
      'rights to see them; data of articles 9 and 10 is there for whoever may reveal it. The ' +
      'journal says who took it, and why. `node verify.mjs` checks the consents in it.',
    mediaType: 'application/x-tar',
    perMinuteMax: exportsPerMinute,
    errors: ['privacy.export_needs_owner', 'consent.suppressions_unknown'],
    handle: async (caller, { body: { reason } }) => {
      demandAll(caller)
      await deps.database.inAccount(caller.accountId, (tx) =>
        deps.record(tx, caller, {
          ...{ action: 'privacy.account_exported', reason },
          details: { sensitive: caller.rights.has('sensitive.reveal') },
        }),
      )
      const stream = tarOf(deps.exportParts(caller))
      return { fileName: 'accord-account.tar', mediaType: 'application/x-tar', stream }
    },
  })
}

function staffRoutes(deps: PrivacyDeps): Route[] {
  return [
    defineRoute({
      ...privacyApi['GET /v1/account-deletions'],
      needs: 'installation.manage',
      summary: 'List deletions of accounts, newest first, with their certificates',
      handle: async (_caller, { query }) => {
        const { items, last } = await pageOfDeletions(deps, {
          before: deletionCursor.read(query.cursor),
          state: query.state ?? null,
          limit: query.limit,
        })
        return { items, nextCursor: last === null ? null : deletionCursor.write(last) }
      },
    }),
    defineRoute({
      ...privacyApi['POST /v1/account-deletions'],
      needs: 'installation.manage',
      summary: 'Ask for the deletion of an account whose owner wrote a letter',
      errors: [
        'accounts.account_not_found',
        'privacy.deletion_waits',
        'privacy.staff_left_without_account',
      ],
      handle: (caller, { body }) => deleteByLetter(deps, caller, body),
    }),
    defineRoute({
      ...privacyApi['POST /v1/account-deletions/{id}/undo'],
      needs: 'installation.manage',
      summary: 'Undo the deletion of an account while it waits',
      errors: ['privacy.deletion_not_found', 'privacy.deletion_not_waiting'],
      handle: (caller, { params, body }) =>
        undoByStaff(deps, caller, { id: params.id, reason: body.reason }),
    }),
    defineDownload({
      ...privacyApi['GET /v1/account-deletions/{id}/certificate'],
      needs: 'installation.manage',
      summary: 'Read the certificate of a deletion: a page, a tagged PDF, or the signed file',
      mediaType: 'text/html; charset=utf-8',
      errors: ['privacy.deletion_not_found', 'privacy.certificate_not_there'],
      handle: async (caller, { params, query }) => {
        const note = await certificateOfDeletion(deps, params.id)
        if (query.form === 'note') return textFile('certificate.txt', note)
        const page = certificatePage(caller.language, note, null)
        if (query.form === 'pdf') {
          return certificatePdf(page, note, deps.clock.now())
        }
        const mediaType = 'text/html; charset=utf-8'
        return { fileName: 'certificate.html', mediaType, stream: piecesOf(page) }
      },
    }),
  ]
}
