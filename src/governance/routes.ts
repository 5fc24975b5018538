// The HTTP of suppliers and contracts; thin.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type FilesErrorCode, holdInMemory, takeUpload } from '../files/index.ts'
import { defineDownload, defineRoute, defineUpload, type Route } from '../http/index.ts'
import type { AccountId } from '../kernel/index.ts'
import { accountSuppliers, objectToChange, withdrawOwnObjection } from './account-suppliers.ts'
import { documentOctetsMax } from './contract.ts'
import { governanceApi } from './contract-api.ts'
import type { SealingDeps } from './deps.ts'
import { addContractDocument, describeSupplier, openContractDocument } from './manage-details.ts'
import { addSubprocessor, removeSubprocessor } from './manage-subprocessors.ts'
import { addContract, addSupplier, endContract, listSuppliers } from './manage-suppliers.ts'
import { answerObjection, objectionsTo } from './objections.ts'
import { tellChanges } from './tell-changes.ts'

const tooManyFiles: readonly FilesErrorCode[] = ['files.uploads_too_many', 'files.reading_busy']

export function governanceRoutes(deps: SealingDeps): Route[] {
  return [
    ...supplierRoutes(deps),
    ...documentRoutes(deps),
    ...subprocessorRoutes(deps),
    ...accountRoutes(deps),
  ]
}

function supplierRoutes(deps: SealingDeps): Route[] {
  return [
    defineRoute({
      ...governanceApi['GET /v1/suppliers'],
      needs: 'routes.read',
      summary: 'List suppliers with their contracts and how each stands',
      handle: async () => ({ items: await listSuppliers(deps) }),
    }),
    defineRoute({
      ...governanceApi['POST /v1/suppliers'],
      needs: 'installation.manage',
      summary: 'Add a supplier',
      handle: (caller, { body }) => addSupplier(deps, caller, body),
    }),
    defineRoute({
      ...governanceApi['PUT /v1/suppliers/{id}'],
      needs: 'installation.manage',
      summary: 'Declare how a supplier processes: retention, countries, addresses, role',
      description:
        'A country outside the European Economic Area asks each contract for a transfer instrument: without one, the supplier’s routes close.',
      errors: ['governance.supplier_not_found'],
      handle: (caller, { params, body }) => describeSupplier(deps, caller, params.id, body),
    }),
    defineRoute({
      ...governanceApi['POST /v1/suppliers/{id}/contracts'],
      needs: 'installation.manage',
      summary: 'Add a contract with a supplier',
      errors: ['governance.supplier_not_found', 'governance.contract_dates_swapped'],
      handle: (caller, { params, body }) => addContract(deps, caller, params.id, body),
    }),
    defineRoute({
      ...governanceApi['POST /v1/suppliers/{id}/contracts/{contractId}/end'],
      needs: 'installation.manage',
      summary: 'End a contract now; the supplier’s routes close',
      errors: ['governance.contract_not_found'],
      handle: (caller, { params }) => endContract(deps, caller, params.id, params.contractId),
    }),
  ]
}

function documentRoutes(deps: SealingDeps): Route[] {
  const hold = holdInMemory()
  return [
    defineUpload({
      ...governanceApi['POST /v1/suppliers/{id}/contracts/{contractId}/documents'],
      needs: 'installation.manage',
      summary: 'Add the signed contract as a PDF; it is sealed',
      description: 'A PDF by its first octets, up to 10 MiB; ten for each contract at most.',
      fileOctetsMax: documentOctetsMax,
      errors: [
        'governance.contract_not_found',
        'governance.document_type_unknown',
        'governance.too_many_documents',
        ...tooManyFiles,
      ],
      handle: async (caller, { params, file }) => {
        await takeUpload(deps, caller.accountId)
        const place = { supplierId: params.id, contractId: params.contractId }
        return hold(caller.accountId, async () =>
          addContractDocument(deps, caller, place, await buffer(file.stream)),
        )
      },
    }),
    defineDownload({
      ...governanceApi['GET /v1/suppliers/{id}/contracts/{contractId}/documents/{documentId}'],
      needs: 'installation.manage',
      summary: 'Download a signed contract; who looked and when is recorded',
      mediaType: 'application/pdf',
      errors: ['governance.document_not_found'],
      handle: async (caller, { params }) => {
        const { id: supplierId, contractId, documentId } = params
        const bytes = await openContractDocument(deps, caller, {
          ...{ supplierId, contractId, documentId },
        })
        return {
          fileName: `contract-${documentId.slice(-8)}.pdf`,
          mediaType: 'application/pdf',
          stream: Readable.from([bytes]),
        }
      },
    }),
  ]
}

function subprocessorRoutes(deps: SealingDeps): Route[] {
  return [
    defineRoute({
      ...governanceApi['POST /v1/suppliers/{id}/subprocessors'],
      needs: 'installation.manage',
      summary: 'Announce a further sub-processor, or one that replaces another',
      description:
        'All accounts are told on screen and by e-mail. Unless it works there already, it begins 30 days later at the earliest, and accounts can object until then.',
      errors: [
        'governance.supplier_not_found',
        'governance.subprocessor_not_found',
        'governance.notice_too_short',
        'governance.removal_too_early',
        'governance.too_many_subprocessors',
      ],
      handle: async (caller, { params, body }) =>
        toldAtOnce(deps, await addSubprocessor(deps, caller, params.id, body)),
    }),
    defineRoute({
      ...governanceApi['POST /v1/suppliers/{id}/subprocessors/{subprocessorId}/end'],
      needs: 'installation.manage',
      summary: 'Announce the end of a sub-processor',
      errors: [
        'governance.supplier_not_found',
        'governance.subprocessor_not_found',
        'governance.removal_too_early',
      ],
      handle: async (caller, { params, body }) => {
        const which = { supplierId: params.id, subprocessorId: params.subprocessorId }
        const until = Date.parse(body.until)
        return toldAtOnce(deps, await removeSubprocessor(deps, caller, which, until))
      },
    }),
    defineRoute({
      ...governanceApi['GET /v1/suppliers/{id}/objections'],
      needs: 'installation.manage',
      summary: 'List what accounts object to the changes of a supplier, newest first',
      errors: ['governance.supplier_not_found'],
      handle: (_caller, { params }) => objectionsTo(deps, params.id),
    }),
    answerRoute(deps),
  ]
}

const answerRoute = (deps: SealingDeps): Route =>
  defineRoute({
    ...governanceApi['POST /v1/suppliers/{id}/changes/{changeId}/objections/{accountId}/answers'],
    needs: 'installation.manage',
    summary: 'Answer what an account objects to a change; the last answer counts',
    description:
      'The account is told on screen and by e-mail. Without an answer by the day of the change, ' +
      'none of its messages goes to this supplier. `other_route` and `may_end` keep it so; ' +
      '`dropped` ends it, and `put_off` until its day. After the day of `put_off` or `may_end` ' +
      'it needs another answer. `other_route` is refused while no open route of another ' +
      'supplier may take what the account sends, or what of it waits.',
    errors: [
      'governance.objection_not_found',
      'governance.objection_closed',
      'governance.answer_day',
      'governance.no_other_route',
      'governance.no_route_for_waiting',
    ],
    handle: async (caller, { params, body }) => {
      const { id: supplierId, changeId } = params
      const accountId = params.accountId as AccountId
      await answerObjection(deps, caller, { supplierId, changeId, accountId }, body)
      return objectionsTo(deps, supplierId)
    },
  })

/** The change is kept: accounts that cannot be told now are told by the watch. */
async function toldAtOnce<View>(deps: SealingDeps, view: View): Promise<View> {
  await tellChanges(deps).catch(() => undefined)
  return view
}

function accountRoutes(deps: SealingDeps): Route[] {
  return [
    defineRoute({
      ...governanceApi['GET /v1/account-suppliers'],
      needs: 'consent.read',
      summary: 'List the suppliers of the installation with their sub-processors',
      description: 'What an account has to know of who processes for it (GDPR, article 28(2)).',
      handle: async (caller) => ({ items: await accountSuppliers(deps, caller) }),
    }),
    defineRoute({
      ...governanceApi['POST /v1/account-suppliers/changes/{id}/objection'],
      needs: 'registers.manage',
      summary: 'Object to a change of sub-processors, until the day it takes effect',
      errors: [
        'governance.change_not_found',
        'governance.objection_too_late',
        'governance.objected_already',
      ],
      handle: async (caller, { params, body }) => ({
        items: await objectToChange(deps, caller, params.id, body.reason),
      }),
    }),
    defineRoute({
      ...governanceApi['DELETE /v1/account-suppliers/changes/{id}/objection'],
      needs: 'registers.manage',
      summary: 'Withdraw the objection to a change: it holds for the account from then on',
      errors: ['governance.objection_not_found', 'governance.objection_closed'],
      handle: async (caller, { params }) => ({
        items: await withdrawOwnObjection(deps, caller, params.id),
      }),
    }),
  ]
}
