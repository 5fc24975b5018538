// What the columns of contacts hold.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const keepContact = 'Until the contact is deleted or its keeping time ends.'
const deleted = 'Deleted with the row.'
const keepAccount = 'As long as the account.'

const none = (why: string, keep = keepContact): DataLabel => ({
  kind: 'none',
  why,
  keep,
  erase: deleted,
})
const attribute = (why: string): DataLabel => ({
  kind: 'attribute',
  why,
  keep: keepContact,
  erase: deleted,
})
const pseudonymous = (why: string): DataLabel => ({
  kind: 'pseudonymous',
  why,
  keep: keepContact,
  erase: deleted,
})

const sealed: DataLabel = {
  kind: 'direct',
  why: 'Number, names, e-mail, postcode, birth date: whom to write to and how to address them.',
  keep: keepContact,
  erase: 'Deleted with the row; copies open no more once the person’s contact key is destroyed.',
}

const rowOfContact = {
  account_id: none('Whose contact it is.'),
  id: pseudonymous('Names the contact in the account.'),
  subject_id: pseudonymous('Finds the person’s keys.'),
  number_tag: pseudonymous('Recognises the number without holding it.'),
  sealed,
  country: attribute('Which country’s rules apply.'),
  territory: attribute('Where the number belongs.'),
  zone: attribute('In which hours messages may go.'),
  postcode_area: attribute('Which local holidays count: the département, not the postcode.'),
  marketing_state: none('Whether consent is proven.'),
  quarantine_reason: none('What is missing.'),
  fields_held: none('Which fields are filled, not with what.'),
} as const

export const contactsDataMap: DataMap = {
  'contacts.contact': {
    ...rowOfContact,
    import_id: none('Which import brought it.'),
    created_at: none('Since when it is kept.'),
    updated_at: none('When it last changed.'),
  },
  'contacts.list': {
    account_id: none('Whose list it is.', keepAccount),
    id: none('Names the list.', keepAccount),
    number: none('Names the list to other platforms’ clients.', keepAccount),
    name: none('What users call it; it must not name a person.', keepAccount),
    controller_id: none('For which legal entity alone its people are written to.', keepAccount),
    created_at: none('Orders the lists.', keepAccount),
  },
  'contacts.list_member': {
    account_id: none('Whose list it is.'),
    list_id: pseudonymous('Which list the contact is in.'),
    contact_id: pseudonymous('Which contact.'),
    added_at: none('Since when.'),
  },
  'contacts.controller': {
    account_id: none('Whose legal entity it is.', keepAccount),
    id: none('Names it.', keepAccount),
    name: none('The entity as people read it: a company, named in wordings.', keepAccount),
    is_default: none('Which is meant when none is named.', keepAccount),
    created_at: none('Orders them.', keepAccount),
  },
}
