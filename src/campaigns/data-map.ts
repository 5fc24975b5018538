// A label for every column of campaigns. A campaign names a list and no person.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the account',
  erase: 'not_personal',
})
/** A sender may write anything, a name as well. */
const written = (why: string): DataLabel => ({
  kind: 'attribute',
  why,
  keep: 'as long as the account',
  erase: 'with the account; sealed under its key',
})
const user = (why: string): DataLabel => ({
  kind: 'pseudonymous',
  why,
  keep: 'as long as the account: who decided must be known',
  erase: 'kept: the id says nothing once the user is deleted',
})

export const campaignsDataMap: DataMap = {
  'campaigns.campaign': {
    account_id: none('whose campaign'),
    id: none('names it'),
    number: none('names it for clients that know small numbers only'),
    name: none('for the sender’s own screens'),
    state: none('where it is in its life'),
    list_id: none('whom it is meant for'),
    class: none('marketing or alert, as the sender chose'),
    basis: none('why an alert may leave'),
    purpose: none('what people consented to'),
    controller_id: none('for which legal entity'),
    sender: none('what the telephone shows as from'),
    content_sealed: written('the text, and why an alert that reads like advertising is none'),
    send_at: none('not before'),
    useful_until: none('not after'),
    if_unsure: none('whether an alert is sent again where nobody knows if it left'),
    per_hour: none('how many may leave in an hour'),
    template_id: none('the template that the text was taken from'),
    template_version: none('which version of it'),
    prepared_by: user('who wrote it'),
    sheet_sealed: written('counts, cost, hours and the text that were approved'),
    sheet_hash: none('names the sheet'),
    approved_hash: none('which sheet was approved'),
    approved_by: user('who approved it'),
    approved_at: none('when'),
    accepted_through: none('how far the list has been turned into messages'),
    is_accepted: none('whether the list is through'),
    failure: none('why acceptance stopped'),
    created_at: none('when it was written'),
    started_at: none('when it was launched'),
    ended_at: none('when it ended'),
  },
  'campaigns.template': {
    account_id: none('whose template'),
    id: none('names it'),
    name: none('for the sender’s own screens'),
    class: none('marketing or alert, as its author chose'),
    version: none('which version is the latest'),
    created_at: none('when it was first written'),
    changed_at: none('when it was last changed'),
    archived_at: none('since when it is offered no more'),
  },
  'campaigns.template_version': {
    account_id: none('whose template'),
    template_id: none('of which template'),
    version: none('which version'),
    text_sealed: written('the text of the version'),
    written_by: user('who wrote it'),
    written_at: none('when it was written'),
  },
  'campaigns.test_number': {
    account_id: none('whose telephone'),
    id: none('names it'),
    name: {
      kind: 'attribute',
      why: 'whose telephone it is, as a colleague wrote it',
      keep: 'until somebody removes it',
      erase: 'deleted with the row',
    },
    number_sealed: {
      kind: 'direct',
      why: 'a telephone of the account’s own, on which texts are tried; sealed',
      keep: 'until somebody removes it',
      erase: 'deleted with the row',
    },
    number_tag: {
      kind: 'pseudonymous',
      why: 'a number stands there once; a keyed tag',
      keep: 'until somebody removes it',
      erase: 'deleted with the row',
    },
    code_tag: {
      kind: 'secret',
      why: 'whoever types the code has the telephone; a keyed tag',
      keep: 'until it is confirmed',
      erase: 'deleted with the row',
    },
    code_until: none('until when the code can be typed'),
    tries_left: none('how often a wrong code may still be typed'),
    confirmed_at: none('since when texts may be tried on it'),
    added_by: user('who added it'),
    added_at: none('when it was added'),
  },
}
