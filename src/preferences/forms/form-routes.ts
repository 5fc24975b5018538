// The HTTP of forms: written, changed, looked at, opened, closed. Thin.
import { accountOf } from '../../accounts/index.ts'
import { defineRoute, type Exchange, type Route } from '../../http/index.ts'
import type { Caller } from '../../kernel/index.ts'
import type * as shapes from '../contract.ts'
import { preferencesApi } from '../contract-api.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesErrors } from '../errors.ts'
import type { Form, FormId } from '../form.ts'
import {
  ageOfConsent,
  closeForm,
  createForm,
  formOf,
  formPreviewed,
  openForm,
  wordingsOf,
} from '../manage-forms.ts'
import { originOf } from '../origin.ts'
import { readForms } from '../store.ts'
import { formViewOf } from '../view.ts'
import { changeForm, deleteForm, duplicateForm } from './change-form.ts'
import { versionOf } from './form-versions.ts'
import { readNotices } from './notice-store.ts'
import { previewOf } from './preview.ts'

export function formRoutes(deps: PreferencesDeps): Route[] {
  return [...readRoutes(deps), ...draftRoutes(deps), ...moveRoutes(deps)]
}

async function viewOf(
  deps: PreferencesDeps,
  caller: Caller,
  exchange: Exchange,
  form: Form,
): Promise<shapes.FormView> {
  const known = await deps.database.inAccount(caller.accountId, async (tx) => {
    const { country } = await accountOf(tx, caller.accountId)
    return {
      wordings: await wordingsOf(deps, tx, form),
      ageOfConsent: ageOfConsent(country),
      isSenderUsable: await deps.answer.isSenderUsable(tx, caller.accountId, form.sender),
      version: versionOf(form, country, deps.clock.now()),
      earlier: await readNotices(tx, caller.accountId, form.id),
    }
  })
  const origin = originOf(deps, exchange)
  return formViewOf(form, { ...known, origin, reader: caller.language })
}

function readRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['GET /v1/forms'],
      needs: 'consent.read',
      summary: 'List the forms that ask people for consent, newest first',
      handle: async (caller, { exchange }) => {
        const forms = await deps.database.inAccount(caller.accountId, (tx) =>
          readForms(tx, caller.accountId),
        )
        const items: shapes.FormView[] = []
        for (const form of forms) items.push(await viewOf(deps, caller, exchange, form))
        return { items }
      },
    }),
    defineRoute({
      ...preferencesApi['GET /v1/forms/{id}'],
      needs: 'consent.read',
      summary: 'Show one form',
      errors: ['preferences.form_not_found'],
      handle: async (caller, { params, exchange }) => {
        const form = await deps.database.inAccount(caller.accountId, (tx) =>
          formOf(tx, caller.accountId, params.id as FormId),
        )
        return viewOf(deps, caller, exchange, form)
      },
    }),
    defineRoute({
      ...preferencesApi['GET /v1/forms/{id}/preview'],
      needs: 'consent.read',
      summary: 'Show the page of a form as people will see it, also of a draft',
      errors: ['preferences.form_not_found'],
      handle: async (caller, { params, query }) =>
        previewOf(deps, await formPreviewed(deps, caller, params.id as FormId), query.language),
    }),
  ]
}

function draftRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['POST /v1/forms'],
      needs: 'wordings.manage',
      summary: 'Write the draft of a form, and learn what keeps it from being opened',
      errors: preferencesErrors,
      handle: async (caller, { body, exchange }) =>
        viewOf(deps, caller, exchange, await createForm(deps, caller, body)),
    }),
    defineRoute({
      ...preferencesApi['PATCH /v1/forms/{id}'],
      needs: 'wordings.manage',
      summary: 'Change a draft, or correct the notice or the sender of an open form',
      description:
        'What is left out stays. Of a draft every part may change. Of an open form the notice and the sender may: its address, wordings and questions stay as people saw them, and each consent names the version of the notice that its person read. A closed form does not change.',
      errors: [
        'preferences.form_not_found',
        'preferences.form_open_fixed',
        'preferences.form_closed',
        'preferences.controller_not_found',
      ],
      handle: async (caller, { params, body, exchange }) =>
        viewOf(deps, caller, exchange, await changeForm(deps, caller, params.id as FormId, body)),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/forms/{id}/copy'],
      needs: 'wordings.manage',
      summary: 'Write a draft with all that another form says, at an address of its own',
      errors: ['preferences.form_not_found'],
      handle: async (caller, { params, body, exchange }) => {
        const copied = { id: params.id as FormId, name: body.name }
        return viewOf(deps, caller, exchange, await duplicateForm(deps, caller, copied))
      },
    }),
    defineRoute({
      ...preferencesApi['DELETE /v1/forms/{id}'],
      needs: 'wordings.manage',
      summary: 'Delete the draft of a form; one that people saw is closed and stays',
      errors: ['preferences.form_not_found', 'preferences.form_not_draft_kept'],
      handle: async (caller, { params }) => deleteForm(deps, caller, params.id as FormId),
    }),
  ]
}

function moveRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['POST /v1/forms/{id}/open'],
      needs: 'wordings.manage',
      summary: 'Open a form to people',
      errors: preferencesErrors,
      handle: async (caller, { params, exchange }) =>
        viewOf(deps, caller, exchange, await openForm(deps, caller, params.id as FormId)),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/forms/{id}/close'],
      needs: 'wordings.manage',
      summary: 'Close a form; what was agreed to on it stands',
      errors: ['preferences.form_not_found'],
      handle: async (caller, { params, exchange }) =>
        viewOf(deps, caller, exchange, await closeForm(deps, caller, params.id as FormId)),
    }),
  ]
}
