// Half B: contact points in pairs or alone, and identifiers where nobody looks for them.
import * as id from '../identity-numbers.ts'
import { french, peopleOf } from '../people.ts'
import { col, type Template } from '../template.ts'
import * as v from '../values.ts'

const noHeader = { hasHeader: false } as const

export const numbers: readonly Template[] = [
  {
    id: 'b-sms-list',
    people: french,
    columns: [
      col(
        'MSISDN',
        'phone',
        v.from((rng) => `3363998${rng.digits(4)}`),
      ),
      col('LIBRE1', ['text', 'category', 'city'], v.oneOf('A', 'B')),
    ],
    writings: [{ delimiter: ',' }, { delimiter: ';', ...noHeader }],
  },
  {
    id: 'b-foreign-numbers',
    people: peopleOf('de', 'en', 'it'),
    columns: [
      col('Phone Number', 'phone', v.sometimes(0.4, v.germanPlusMobile, v.italianMobile)),
      col('Country', 'country', v.oneOf('DE', 'IT', 'GB')),
    ],
    writings: [{ delimiter: ',' }, { delimiter: ',', ...noHeader }],
  },
  {
    id: 'b-sparse-mails',
    people: french,
    columns: [
      col(
        'Ref dossier',
        ['reference', 'identifier', 'order_number'],
        v.from((rng) => `D-${rng.digits(5)}`),
      ),
      col('Mail', 'email', v.sparse(0.05, v.email)),
      col('Tel', 'phone', v.sparse(0.05, v.mobile)),
    ],
    writings: [{ rows: 400 }],
  },
  {
    id: 'b-one-in-a-hundred-thousand',
    people: french,
    columns: [
      col('num', ['number', 'identifier'], v.rank),
      col('article', 'product', v.product),
      col(
        'obs',
        'free_text',
        v.once(
          73_210,
          v.remarkWith(['nir'], ({ rng, person }) => `${id.nir(rng, person)}`),
          v.remark,
        ),
      ),
      col('prix', 'amount', v.amount),
    ],
    writings: [{ rows: 100_000 }],
  },
  {
    id: 'b-mail-in-description',
    people: french,
    columns: [
      col('Issue', ['number', 'order_number', 'identifier', 'text', 'reference'], v.rank),
      col(
        'Summary',
        'free_text',
        v.oneOf('Printer does not print', 'Login page is slow', 'Invoice has the wrong total'),
      ),
      col(
        'Details',
        'free_text',
        v.sometimes(
          0.08,
          v.remarkWith(['email'], (row) => `please answer to ${v.said(v.email, row)} soon`),
          v.oneOf('happens every morning', 'since the last update', 'only in one office'),
        ),
      ),
    ],
    writings: [{ delimiter: ',' }],
  },
  {
    id: 'b-address-and-plate',
    people: french,
    columns: [
      col(
        'Plaque',
        'licence_plate',
        v.from(
          (rng) =>
            `${rng.letters(2, 'ABCDEFGH')}${rng.digits(2)}${rng.int(1, 9)}${rng.letters(2, 'ABCDEFGH')}`,
        ),
      ),
      col('Domicile', 'postal_address', v.street),
      col('Amende', ['amount', 'number', 'criminal_record'], v.oneOf('35,00', '135,00')),
    ],
    writings: [{}],
  },
  {
    id: 'b-born-and-address',
    people: french,
    columns: [
      col('ddn', 'birth_date', v.bornSlashed),
      col('adr', 'postal_address', v.street),
      col('cp', 'postal_code', v.postcode),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'b-corsican-nir',
    people: french,
    columns: [
      col(
        'N°SS',
        'nir',
        v.from((rng, who) => id.spacedNir(id.nir(rng, who, 'corsica'))),
      ),
      col('Caisse', ['company', 'text', 'category', 'number'], v.oneOf('CPAM', 'MSA')),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'b-nne',
    people: french,
    columns: [
      col('Identifiant national', 'ine', v.from(id.ineNne)),
      col(
        'Note',
        ['number', 'quantity', 'free_text', 'amount'],
        v.from((rng) => `${rng.int(2, 19)},${rng.pick(['0', '5'])}`),
      ),
    ],
    writings: [{}],
  },
  {
    id: 'b-bank-orders',
    people: french,
    columns: [
      col('Compte débité', ['iban', 'bank_account'], v.from(id.frenchIban)),
      col('Montant', 'amount', v.amount),
      col(
        'Référence',
        'reference',
        v.from((rng) => `VIR${rng.digits(7)}`),
      ),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'b-user-accounts',
    people: french,
    columns: [
      col('login', 'username', v.username),
      col('last_ip', 'ip_address', v.ip),
      col('role', ['job', 'category', 'text'], v.oneOf('admin', 'editor', 'viewer')),
    ],
    writings: [{ delimiter: ',' }],
  },
  {
    id: 'b-swiss-numbers',
    people: peopleOf('fr', 'de'),
    columns: [
      col('AVS', 'national_id', v.from(id.swissAhv)),
      col('canton', 'region', v.oneOf('VD', 'GE', 'BE', 'ZH')),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'b-british-landline',
    people: peopleOf('en'),
    columns: [
      col('Contact no', 'phone', v.britishMobile),
      col('Address line 1', 'postal_address', v.street),
      col('Town', 'city', v.city),
      col('Post code', 'postal_code', v.britishPostcode),
    ],
    writings: [{ delimiter: ',' }],
  },
]
