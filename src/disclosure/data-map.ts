// A label for every column of disclosure: what is published holds nobody who is written to.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string, keep = 'as long as the account'): DataLabel => ({
  kind: 'none',
  why,
  keep,
  erase: 'not_personal',
})
const ofInstallation = (why: string) => none(why, 'as long as the installation')
const published = (why: string, keep: string): DataLabel =>
  none(`${why}; published on purpose`, keep)

export const disclosureDataMap: DataMap = {
  'disclosure.declared': {
    account_id: none('whose register'),
    declared_id: none('orders what was declared'),
    place: none('which processing, or the account itself'),
    field: none('what is said of it'),
    value: published(
      'how to reach the organisation and its data protection officer',
      'as long as the account',
    ),
    declared_by: none('which user or token declared it'),
    declared_at: none('when'),
  },
  'disclosure.installation_declared': {
    declared_id: ofInstallation('orders what was declared'),
    field: ofInstallation('what is said of the installation'),
    value: published('how to reach whoever runs it and the officer', 'as long as the installation'),
    declared_by: ofInstallation('which user or token declared it'),
    declared_at: ofInstallation('when'),
  },
  'disclosure.page': {
    account_id: none('whose notice'),
    code: none('its public address'),
  },
  'disclosure.version': {
    account_id: none('whose notice'),
    version: none('counted from 1'),
    sha256: none('tells a change'),
    texts: none('what the notice said, in both languages'),
    published_at: none('since when it said so'),
  },
  'disclosure.installation_version': {
    version: ofInstallation('counted from 1'),
    sha256: ofInstallation('tells a change'),
    texts: ofInstallation('what the notice said, in both languages'),
    published_at: ofInstallation('since when it said so'),
  },
  'disclosure.breach': {
    breach_id: ofInstallation('names a breach'),
    number: ofInstallation('its number in the register'),
    recorded_at: ofInstallation('when it was entered'),
  },
  'disclosure.breach_step': {
    breach_id: ofInstallation('which breach'),
    step_id: ofInstallation('orders the history'),
    step: ofInstallation('what was done'),
    at: ofInstallation('when'),
    by: ofInstallation('which user or token did it'),
    voids: ofInstallation('which step was taken back'),
    letter: ofInstallation('of a letter, to whom'),
    language: ofInstallation('of a letter, its language'),
    content_sealed: {
      kind: 'attribute',
      why: 'What staff wrote of the breach, and the letters (GDPR, article 33(5)).',
      keep: 'as long as the installation',
      erase: 'Kept: the law asks for the record; no person written to is named in it.',
    },
  },
  'disclosure.breach_account': {
    account_id: none('whose data'),
    breach_id: none('which breach'),
    measured_id: none('orders the counts'),
    measured_at: none('when it was counted'),
    figures: none('how many people and records, and which kinds of data; no person'),
  },
  'disclosure.breach_notice': {
    account_id: none('who was told'),
    breach_id: none('of which breach'),
    told_at: none('when'),
  },
  'disclosure.account_breach': {
    account_id: none('whose register'),
    breach_id: none('names a breach that the account recorded'),
    number: none('its number in the register of the account'),
    recorded_at: none('when it was entered'),
  },
  'disclosure.account_breach_step': {
    account_id: none('whose register'),
    breach_id: none('which breach'),
    step_id: none('orders the history'),
    step: none('what the account did'),
    at: none('when'),
    by: none('which user or token did it'),
    voids: none('which step was taken back'),
    letter: none('of a letter, to whom'),
    language: none('of a letter, its language'),
    content_sealed: {
      kind: 'attribute',
      why: 'What the account wrote of a breach, and its letters (GDPR, article 33(5)).',
      keep: 'as long as the account',
      erase: 'Kept: the law asks for the record; no person written to is named in it.',
    },
  },
  'disclosure.found': {
    account_id: none('whose contacts and files'),
    looked_at: none('when they were looked through'),
    fields: none('which fields contacts hold, not with what'),
    types: none('which types of data files held'),
    has_contacts: none('whether there is a contact'),
    has_files: none('whether a file was imported'),
  },
}
