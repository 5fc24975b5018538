// The HTTP of preferences for the account: forms, and links to people's pages. Thin.
import { accountOf } from '../accounts/index.ts'
import { defineRoute, type Exchange, type Route } from '../http/index.ts'
import type { Caller, ContactId } from '../kernel/index.ts'
import { sendOwnLink } from './ask-link.ts'
import { requestPages } from './askers/request-pages.ts'
import type * as shapes from './contract.ts'
import { preferencesApi } from './contract-api.ts'
import type { PreferencesDeps } from './deps.ts'
import { deskRoutes } from './desk-routes.ts'
import { preferencesErrors } from './errors.ts'
import type { Form, FormId } from './form.ts'
import { keywordRoutes } from './keyword-routes.ts'
import { logoRoutes } from './logo/logo-routes.ts'
import {
  ageOfConsent,
  closeForm,
  createForm,
  formOf,
  openForm,
  wordingsOf,
} from './manage-forms.ts'
import { originOf } from './origin.ts'
import { pageRoutes } from './page-routes.ts'
import { requestRoutes } from './requests/request-routes.ts'
import { readForms } from './store.ts'
import { timelineRoutes } from './timeline/timeline-routes.ts'
import { formViewOf } from './view.ts'

export function preferencesRoutes(deps: PreferencesDeps): Route[] {
  return [
    ...formRoutes(deps),
    ...keywordRoutes(deps),
    linkRoute(deps),
    ...requestRoutes(deps),
    ...deskRoutes(deps),
    ...timelineRoutes(deps),
    ...logoRoutes(deps),
    ...pageRoutes(deps),
    ...requestPages(deps),
  ]
}

async function viewOf(
  deps: PreferencesDeps,
  caller: Caller,
  exchange: Exchange,
  form: Form,
): Promise<shapes.FormView> {
  const known = await deps.database.inAccount(caller.accountId, async (tx) => {
    const { country } = await accountOf(tx, caller.accountId)
    return { wordings: await wordingsOf(deps, tx, form), ageOfConsent: ageOfConsent(country) }
  })
  const origin = originOf(deps, exchange)
  return formViewOf(form, { ...known, origin, reader: caller.language })
}

function formRoutes(deps: PreferencesDeps): Route[] {
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
      ...preferencesApi['POST /v1/forms'],
      needs: 'wordings.manage',
      summary: 'Write the draft of a form, and learn what keeps it from being opened',
      errors: preferencesErrors,
      handle: async (caller, { body, exchange }) =>
        viewOf(deps, caller, exchange, await createForm(deps, caller, body)),
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

function linkRoute(deps: PreferencesDeps): Route {
  return defineRoute({
    ...preferencesApi['POST /v1/person-links'],
    needs: 'consent.record',
    summary: 'Send somebody the link to their own page, by SMS',
    description:
      'The link goes to the handset and is answered to nobody: whoever has it acts as the person. What your staff do for somebody is done at the desk of the contact.',
    errors: [
      'preferences.handset_written_to',
      'preferences.contact_not_found',
      'preferences.address_missing',
      'preferences.link_not_sent',
    ],
    handle: async (caller, { body }) => {
      const { expiresAt, messageId } = await sendOwnLink(deps, caller, {
        contactId: body.contactId as ContactId,
        sendFrom: body.sendFrom,
      })
      return { messageId, expiresAt: new Date(expiresAt).toISOString() }
    },
  })
}
