// The files that other platforms export: how to recognise them, and what their columns are.
//
// Headers as the platforms write them, in English and French. An opt-in that is for e-mail is named
// in `notForSms`, since it looks like a consent and proves none for SMS.
import { type ColumnFinding, headerWords, storageOf } from '../../classification/index.ts'
import type { ImportField } from '../contract.ts'

export const exportNames = [
  'shopify',
  'mailchimp',
  'brevo',
  'hubspot',
  'salesforce',
  'prestashop',
  'woocommerce',
  'outlook',
  'onde',
  'practice',
] as const
export type ExportName = (typeof exportNames)[number]

/** As their makers write themselves. */
export const exportTitles: Readonly<Record<ExportName, string>> = {
  shopify: 'Shopify',
  mailchimp: 'Mailchimp',
  brevo: 'Brevo',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  prestashop: 'PrestaShop',
  woocommerce: 'WooCommerce',
  outlook: 'Outlook',
  onde: 'ONDE',
  practice: 'agenda',
}

export type KnownExport = {
  name: ExportName
  /** One of each group must be there; together they are found in no other export. */
  signs: readonly (readonly string[])[]
  /** By field, the columns that may hold it; the first that is there. */
  fields: Partial<Record<ImportField, readonly string[]>>
  notForSms: readonly string[]
}

export const knownExports: readonly KnownExport[] = [
  {
    name: 'shopify',
    signs: [['Accepts SMS Marketing'], ['Total Spent', 'Total Orders', 'Customer ID']],
    fields: {
      // "Default Address Phone" is often a landline of a delivery.
      number: ['Phone', 'Default Address Phone'],
      first_name: ['First Name'],
      last_name: ['Last Name'],
      email: ['Email'],
      postcode: ['Default Address Zip', 'Zip'],
      consent_given: ['Accepts SMS Marketing'],
    },
    notForSms: ['Accepts Email Marketing', 'Accepts Marketing'],
  },
  {
    name: 'mailchimp',
    signs: [['LEID'], ['EUID'], ['Email Address', 'Adresse e-mail']],
    fields: {
      number: ['SMS Phone Number', 'SMS Phone', 'Phone Number', 'Numéro de téléphone'],
      first_name: ['First Name', 'Prénom'],
      last_name: ['Last Name', 'Nom'],
      email: ['Email Address', 'Adresse e-mail'],
    },
    // When the e-mail address was given and confirmed: nobody was asked about SMS then.
    notForSms: ['OPTIN_TIME', 'CONFIRM_TIME', 'OPTIN_IP', 'CONFIRM_IP'],
  },
  {
    name: 'brevo',
    signs: [
      ['SMS'],
      ['EMAIL'],
      ['PRENOM', 'FIRSTNAME', 'PRÉNOM'],
      ['OPT_IN', 'DOUBLE_OPT-IN', 'SMS_CONSENT', 'WHATSAPP', 'EXT_ID', 'CONTACT ID'],
    ],
    fields: {
      number: ['SMS'],
      first_name: ['PRENOM', 'PRÉNOM', 'FIRSTNAME'],
      last_name: ['NOM', 'LASTNAME'],
      email: ['EMAIL'],
      postcode: ['CODE_POSTAL', 'POSTCODE', 'ZIP'],
      consent_given: ['SMS_CONSENT', 'CONSENTEMENT_SMS'],
      consent_date: ['SMS_CONSENT_DATE', 'SMS_OPTIN_DATE', 'DATE_CONSENTEMENT_SMS'],
    },
    notForSms: ['OPT_IN', 'DOUBLE_OPT-IN', 'OPTIN_TIME'],
  },
  {
    name: 'hubspot',
    signs: [
      ['Record ID', 'Contact ID'],
      ['Contact owner', 'Lifecycle Stage', 'Lead Status'],
    ],
    fields: {
      number: ['Mobile Phone Number', 'WhatsApp Phone Number', 'Phone Number'],
      first_name: ['First Name'],
      last_name: ['Last Name'],
      email: ['Email'],
      postcode: ['Postal Code'],
      consent_given: ['SMS opt-in', 'SMS Consent', 'Opted in to SMS'],
      consent_date: ['SMS opt-in date', 'SMS Consent Date'],
    },
    notForSms: [
      'Marketing contact status',
      'Unsubscribed from all email',
      'Legal basis for processing contact’s data',
      "Legal basis for processing contact's data",
    ],
  },
  {
    name: 'salesforce',
    signs: [
      ['Mobile', 'MobilePhone'],
      ['Account Name', 'AccountId', 'Contact ID', 'Lead ID'],
      ['Email Opt Out', 'HasOptedOutOfEmail', 'Mailing Zip/Postal Code', 'MailingPostalCode'],
    ],
    fields: {
      number: ['MobilePhone', 'Mobile'],
      first_name: ['First Name', 'FirstName'],
      last_name: ['Last Name', 'LastName'],
      email: ['Email'],
      postcode: ['Mailing Zip/Postal Code', 'MailingPostalCode'],
      consent_given: ['SMS Opt In', 'SMS_Opt_In__c', 'SMS_Consent__c'],
      consent_date: ['SMS Opt In Date', 'SMS_Opt_In_Date__c', 'SMS_Consent_Date__c'],
    },
    notForSms: ['Email Opt Out', 'HasOptedOutOfEmail', 'Do Not Call', 'DoNotCall', 'Fax Opt Out'],
  },
  {
    name: 'prestashop',
    signs: [
      ['Titre', 'Social title', 'id_customer', 'id_gender'],
      ['Lettre d’information', "Lettre d'information", 'Newsletter'],
      ['Offres partenaires', 'Opt-in', 'optin'],
    ],
    fields: {
      number: ['phone_mobile', 'Téléphone mobile', 'Mobile phone', 'phone', 'Téléphone'],
      first_name: ['Prénom', 'First name', 'firstname'],
      last_name: ['Nom', 'Last name', 'lastname'],
      email: ['Adresse e-mail', 'Email address', 'email'],
      postcode: ['Code postal', 'Zip/Postal code', 'postcode'],
    },
    // The newsletter and the partners' offers are by e-mail.
    notForSms: [
      'Newsletter',
      'Lettre d’information',
      "Lettre d'information",
      'Offres partenaires',
      'Opt-in',
      'optin',
    ],
  },
  {
    name: 'woocommerce',
    signs: [['billing_phone'], ['billing_first_name', 'billing_last_name', 'billing_email']],
    fields: {
      number: ['billing_phone'],
      first_name: ['billing_first_name', 'first_name'],
      last_name: ['billing_last_name', 'last_name'],
      email: ['billing_email', 'user_email'],
      postcode: ['billing_postcode'],
      consent_given: ['sms_optin', 'sms_consent', 'billing_sms_consent'],
      consent_date: ['sms_optin_date', 'sms_consent_date'],
    },
    notForSms: ['newsletter', 'mailchimp_woocommerce_is_subscribed'],
  },
  {
    name: 'outlook',
    signs: [
      ['Mobile Phone', 'Tél. mobile', 'Téléphone mobile'],
      ['E-mail Address', 'Adresse de messagerie'],
      ['Business Phone', 'Téléphone (bureau)', 'Home Phone', 'Téléphone (domicile)'],
    ],
    fields: {
      number: ['Mobile Phone', 'Tél. mobile', 'Téléphone mobile'],
      first_name: ['First Name', 'Prénom'],
      last_name: ['Last Name', 'Nom'],
      email: ['E-mail Address', 'Adresse de messagerie'],
      postcode: ['Home Postal Code', 'Code postal (domicile)'],
    },
    notForSms: [],
  },
  {
    // ONDE (primary schools), "Élèves de l'école et leurs responsables": the responsible adult's.
    name: 'onde',
    signs: [
      ['Téléphone portable', 'Tél. portable'],
      ['Nom de famille responsable', 'Nom responsable', 'Nom d’usage responsable'],
    ],
    fields: {
      number: ['Téléphone portable', 'Tél. portable'],
      first_name: ['Prénom responsable'],
      last_name: ['Nom de famille responsable', 'Nom d’usage responsable', 'Nom responsable'],
      email: ['Courriel', 'Courriel responsable'],
      postcode: ['CP responsable', 'Code postal responsable', 'CP', 'Code postal'],
    },
    notForSms: [],
  },
  {
    // Medical practices' agendas: the reason of a visit and the rest of the record stay out.
    name: 'practice',
    signs: [
      ['Téléphone', 'Téléphone portable', 'phone_number', 'Téléphone mobile'],
      ['Date de naissance', 'birthdate'],
      ['Nom de naissance', 'maiden_name', 'Médecin traitant', 'N° de dossier'],
    ],
    fields: {
      number: ['Téléphone portable', 'Téléphone mobile', 'Téléphone', 'phone_number'],
      first_name: ['Prénom', 'first_name'],
      last_name: ['Nom', 'Nom d’usage', 'last_name'],
      email: ['Email', 'E-mail', 'email'],
      postcode: ['Code postal', 'zipcode'],
    },
    notForSms: [],
  },
]

const indexOfHeaders = (columns: readonly ColumnFinding[]): ReadonlyMap<string, number> =>
  new Map([...columns].reverse().map(({ header, index }) => [headerWords(header), index]))

/** The export that a file is, by its header; null when it is none that is known. */
export function knownExportOf(columns: readonly ColumnFinding[]): KnownExport | null {
  const there = indexOfHeaders(columns)
  const has = (header: string) => there.has(headerWords(header))
  return knownExports.find(({ signs }) => signs.every((group) => group.some(has))) ?? null
}

const isAnswer = (field: ImportField | undefined) =>
  field !== undefined && (field === 'objected' || field.startsWith('consent_'))

/** What the export's own columns are, over what was proposed for them by their contents. */
export function fieldsOfExport(
  known: KnownExport,
  columns: readonly ColumnFinding[],
  proposed: ReadonlyMap<number, ImportField>,
): Map<number, ImportField> {
  const there = indexOfHeaders(columns)
  const fields = new Map(proposed)
  for (const header of known.notForSms) {
    const index = there.get(headerWords(header))
    if (index !== undefined && isAnswer(fields.get(index))) fields.delete(index)
  }
  for (const [field, headers] of Object.entries(known.fields) as [ImportField, string[]][]) {
    const index = headers.map((header) => there.get(headerWords(header))).find(mayGoIn)
    if (index === undefined) continue
    for (const [at, taken] of fields) if (taken === field) fields.delete(at)
    fields.set(index, field)
  }
  return fields

  function mayGoIn(index: number | undefined): boolean {
    const column = index === undefined ? undefined : columns[index]
    return column !== undefined && storageOf(column.type) === 'may_be_kept'
  }
}
