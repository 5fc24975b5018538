// Exports as the platforms write them: recognised, the right number taken,
// and no e-mail opt-in believed.
import { describe, expect, test } from 'vitest'
import { FileClassifier } from '../../classification/index.ts'
import { proposeMapping } from '../mapping/mapping.ts'
import { exportNames, fieldsOfExport, knownExportOf, knownExports } from './known-exports.ts'

/** Header and two rows; numbers of the ranges reserved for fiction, and landlines beside them. */
const files: Record<string, readonly (readonly string[])[]> = {
  shopify: [
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags'.split(
      ',',
    ),
    "'7001,Inès,Exemple,ines@example.org,yes,,75011,0199000001,+33639980001,yes,10.00,1,,no,".split(
      ',',
    ),
    "'7002,Noé,Modèle,noe@example.org,yes,,69003,0199000002,+33639980002,no,0.00,0,,no,".split(','),
  ],
  mailchimp: [
    'Email Address,First Name,Last Name,Address,Phone Number,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LAST_CHANGED,LEID,EUID,NOTES,TAGS'.split(
      ',',
    ),
    'ines@example.org,Inès,Exemple,,+33639980001,2,2026-01-02 10:00:00,192.0.2.1,2026-01-02 10:01:00,192.0.2.1,2026-01-02 10:01:00,501,ab12,,'.split(
      ',',
    ),
    'noe@example.org,Noé,Modèle,,+33639980002,2,2026-01-03 10:00:00,192.0.2.2,2026-01-03 10:01:00,192.0.2.2,2026-01-03 10:01:00,502,ab13,,'.split(
      ',',
    ),
  ],
  brevo: [
    'CONTACT ID;EMAIL;PRENOM;NOM;SMS;WHATSAPP;OPT_IN;DOUBLE_OPT-IN;SMS_CONSENT;SMS_CONSENT_DATE'.split(
      ';',
    ),
    '1;ines@example.org;Inès;Exemple;33639980001;;1;Yes;Oui;2026-02-01 10:00:00'.split(';'),
    '2;noe@example.org;Noé;Modèle;33639980002;;1;Yes;Non;'.split(';'),
  ],
  hubspot: [
    'Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Lifecycle Stage,Marketing contact status,Postal Code'.split(
      ',',
    ),
    '101,Inès,Exemple,ines@example.org,+33199000001,+33639980001,Camille,Lead,Marketing contact,75011'.split(
      ',',
    ),
    '102,Noé,Modèle,noe@example.org,+33199000002,+33639980002,Camille,Customer,Marketing contact,69003'.split(
      ',',
    ),
  ],
  salesforce: [
    'Contact ID,First Name,Last Name,Account Name,Phone,Mobile,Email,Mailing Zip/Postal Code,Email Opt Out,Do Not Call'.split(
      ',',
    ),
    '003AA1,Inès,Exemple,Lumen,01 99 00 00 01,06 39 98 00 01,ines@example.org,75011,0,0'.split(','),
    '003AA2,Noé,Modèle,Lumen,01 99 00 00 02,06 39 98 00 02,noe@example.org,69003,0,1'.split(','),
  ],
  prestashop: [
    'id_customer;Titre;Prénom;Nom;Adresse e-mail;Téléphone mobile;Code postal;Newsletter;Opt-in;Inscription'.split(
      ';',
    ),
    '1;Mme;Inès;Exemple;ines@example.org;0639980001;75011;1;1;2026-01-02 10:00:00'.split(';'),
    '2;M.;Noé;Modèle;noe@example.org;0639980002;69003;0;1;2026-01-03 10:00:00'.split(';'),
  ],
  woocommerce: [
    'customer_id,user_email,billing_first_name,billing_last_name,billing_email,billing_phone,billing_postcode,sms_optin'.split(
      ',',
    ),
    '1,ines@example.org,Inès,Exemple,ines@example.org,0639980001,75011,yes'.split(','),
    '2,noe@example.org,Noé,Modèle,noe@example.org,0639980002,69003,no'.split(','),
  ],
  outlook: [
    'Title,First Name,Last Name,Company,Business Phone,Home Phone,Mobile Phone,E-mail Address,Home Postal Code,Notes'.split(
      ',',
    ),
    ',Inès,Exemple,Lumen,01 99 00 00 01,01 99 00 00 11,06 39 98 00 01,ines@example.org,75011,'.split(
      ',',
    ),
    ',Noé,Modèle,Lumen,01 99 00 00 02,01 99 00 00 12,06 39 98 00 02,noe@example.org,69003,'.split(
      ',',
    ),
  ],
  onde: [
    'Civilité responsable;Nom de famille responsable;Prénom responsable;CP responsable;Téléphone domicile;Téléphone travail;Téléphone portable;Courriel;Nom de famille enfant;Prénom enfant;Classe'.split(
      ';',
    ),
    'MME;EXEMPLE;Inès;75011;0199000001;0199000011;0639980001;ines@example.org;EXEMPLE;Zoé;CE1'.split(
      ';',
    ),
    'M.;MODELE;Noé;69003;0199000002;0199000012;0639980002;noe@example.org;MODELE;Léo;CM2'.split(
      ';',
    ),
  ],
  practice: [
    'Nom;Nom de naissance;Prénom;Date de naissance;Téléphone;Téléphone secondaire;Email;Code postal;Médecin traitant'.split(
      ';',
    ),
    'Exemple;Fictif;Inès;02/03/1980;0639980001;0199000001;ines@example.org;75011;Dr Inventé'.split(
      ';',
    ),
    'Modèle;Fictif;Noé;03/04/1985;0639980002;0199000002;noe@example.org;69003;Dr Inventé'.split(
      ';',
    ),
  ],
}

/** The header that each field is taken from, as an import would propose it. */
function proposed(name: string): Record<string, string> {
  const [header = [], ...rows] = files[name] ?? []
  const { columns } = new FileClassifier(header, rows).finish()
  const known = knownExportOf(columns)
  expect(known?.name).toBe(name)
  if (known === null) return {}
  const fields = fieldsOfExport(known, columns, proposeMapping(columns, new Map()).fields)
  return Object.fromEntries([...fields].map(([index, field]) => [field, header[index] ?? '']))
}

test('each known export has a file here', () => {
  expect(Object.keys(files).sort()).toEqual([...exportNames].sort())
  expect(knownExports.map(({ name }) => name)).toEqual([...exportNames])
})

describe('is recognised, with its number and without the opt-ins of e-mail', () => {
  const cases: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
    [
      'shopify',
      { number: 'Phone', consent_given: 'Accepts SMS Marketing', postcode: 'Default Address Zip' },
      ['consent_date'],
    ],
    [
      'mailchimp',
      { number: 'Phone Number', first_name: 'First Name' },
      ['consent_given', 'consent_date'],
    ],
    [
      'brevo',
      {
        number: 'SMS',
        first_name: 'PRENOM',
        last_name: 'NOM',
        consent_given: 'SMS_CONSENT',
        consent_date: 'SMS_CONSENT_DATE',
      },
      [],
    ],
    ['hubspot', { number: 'Mobile Phone Number', postcode: 'Postal Code' }, ['consent_given']],
    ['salesforce', { number: 'Mobile', postcode: 'Mailing Zip/Postal Code' }, ['consent_given']],
    [
      'prestashop',
      { number: 'Téléphone mobile', email: 'Adresse e-mail' },
      ['consent_given', 'consent_date'],
    ],
    ['woocommerce', { number: 'billing_phone', consent_given: 'sms_optin' }, ['consent_date']],
    ['outlook', { number: 'Mobile Phone', email: 'E-mail Address' }, ['consent_given']],
    [
      'onde',
      {
        number: 'Téléphone portable',
        last_name: 'Nom de famille responsable',
        first_name: 'Prénom responsable',
      },
      ['consent_given'],
    ],
    ['practice', { number: 'Téléphone', last_name: 'Nom' }, ['consent_given']],
  ]
  for (const [name, expected, absent] of cases) {
    test(name, () => {
      const fields = proposed(name)
      expect(fields).toMatchObject(expected)
      for (const field of absent) expect(fields[field]).toBeUndefined()
    })
  }
})

test('a file of one’s own is none of them', () => {
  const header = ['Nom', 'Prénom', 'Portable', 'Accord SMS', 'Date']
  const { columns } = new FileClassifier(header, [
    ['Exemple', 'Inès', '0639980001', 'oui', '02/03/2026'],
  ]).finish()
  expect(knownExportOf(columns)).toBeNull()
})
