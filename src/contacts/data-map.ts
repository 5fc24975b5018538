// What the columns of contacts hold.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const keepContact =
  'Until the contact is deleted, or the account’s term ends: 36 months at most without a sign of the person (R-130).'
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
  why: 'Number, names, e-mail, postcode, birth date, values of the account’s custom fields: whom to write to, how to address them and what to tell them.',
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
  postcode_area: attribute(
    'Which local holidays count: the département, not the postcode, which is sealed. In clear, since the gate judges pages of thousands by it; the smallest has 76,000 people.',
  ),
  marketing_state: none('Whether consent is proven.'),
  quarantine_reason: none('What is missing.'),
  fields_held: none('Which fields are filled, not with what.'),
} as const

export const contactsDataMap: DataMap = {
  'contacts.contact': {
    ...rowOfContact,
    suppression_tag: pseudonymous('Finds whether the number has objected, without opening it.'),
    email_tag: pseudonymous('Finds the contact of an e-mail without holding it.'),
    reference_tag: pseudonymous('Finds the contact of a reference without holding it.'),
    import_id: none('Which import brought it.'),
    restricted_at: attribute('Since when their data may be kept and not used (GDPR 18).'),
    created_at: none('Since when it is kept.'),
    updated_at: none('When it last changed.'),
  },
  'contacts.list': {
    account_id: none('Whose list it is.', keepAccount),
    id: none('Names the list.', keepAccount),
    number: none('Names the list to other platforms’ clients.', keepAccount),
    name: none(
      'What users call it, for all who may read contacts. In clear: it is the account’s own word for many people, and finds nobody.',
      keepAccount,
    ),
    controller_id: none('For which legal entity alone its people are written to.', keepAccount),
    segment_id: none('The segment whose people were chosen.', keepAccount),
    segment_sealed: none(
      'The rules by which they were chosen, which may name a value; sealed under the account’s key.',
      keepAccount,
    ),
    chosen_at: none('When they were chosen.', keepAccount),
    emptied_at: none('When its people were let go.', keepAccount),
    created_at: none('Orders the lists.', keepAccount),
  },
  'contacts.list_member': {
    account_id: none('Whose list it is.'),
    list_id: pseudonymous('Which list the contact is in.'),
    contact_id: pseudonymous('Which contact.'),
    added_at: none('Since when.'),
  },
  'contacts.held_row': {
    account_id: none('Whose contact it is.'),
    row_id: none('Names the row.'),
    subject_id: pseudonymous('Under whose key it is sealed.'),
    contact_id: pseudonymous('Whom the row would change.'),
    import_id: none('Which import brought it.'),
    line: none('Where it stands in that file.'),
    reason: attribute('Why it was kept apart: a restriction (GDPR 18), or a minor made older.'),
    sealed: {
      ...sealed,
      why: 'What the row says of the person, until somebody decides whether it is right.',
    },
    held_at: none('Since when.'),
  },
  'contacts.segment': {
    account_id: none('Whose segment it is.', keepAccount),
    id: none('Names the segment.', keepAccount),
    name: none(
      'What users call it. In clear: it is the account’s own word for many people.',
      keepAccount,
    ),
    rules_sealed: none(
      'Its rules, which may name a value; sealed under the account’s key.',
      keepAccount,
    ),
    created_at: none('When it was made.', keepAccount),
    updated_at: none('When it last changed.', keepAccount),
  },
  'contacts.custom_field': {
    account_id: none('Whose field it is.', keepAccount),
    id: none('Names the field.', keepAccount),
    key: none('How texts name it.', keepAccount),
    name: none(
      'What users call it. In clear: it is about all people of the account, and holds nobody’s value.',
      keepAccount,
    ),
    type: none('How its values are read and written.', keepAccount),
    is_archived: none('Whether it is still offered.', keepAccount),
    created_at: none('Orders them.', keepAccount),
  },
  'contacts.controller': {
    account_id: none('Whose legal entity it is.', keepAccount),
    id: none('Names it.', keepAccount),
    name: none('The entity as people read it: a company, named in wordings.', keepAccount),
    is_default: none('Which is meant when none is named.', keepAccount),
    created_at: none('Orders them.', keepAccount),
  },
  'contacts.former_name': {
    account_id: none('Whose legal entity it was.', keepAccount),
    controller_id: none('Which entity.', keepAccount),
    name: none('What it was called, as people read it then.', keepAccount),
    used_until: none('When it was renamed.', keepAccount),
  },
  'contacts.retention': {
    account_id: none('Whose choice it is.', keepAccount),
    months: none('How long a contact stays without a sign of the person.', keepAccount),
    told_at: none('Since when the account was told.', keepAccount),
    erases_from: none('Nobody is erased before.', keepAccount),
    paused_until: none('Until when nobody is erased.', keepAccount),
    looked_at: none('When it was last counted.', keepAccount),
    due: none('How many are past their term.', keepAccount),
    soon: none('How many soon will be.', keepAccount),
    erased: none('How many were erased so far.', keepAccount),
    erased_at: none('When the last of them were.', keepAccount),
  },
}
