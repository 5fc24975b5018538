// Half A: what stands in notes and odd cells, and notes in which nothing identifies.
import * as id from '../identity-numbers.ts'
import { french, peopleOf } from '../people.ts'
import { type Cell, col, type Maker, type Row, type Template } from '../template.ts'
import * as v from '../values.ts'

type Types = Exclude<Cell, string>['holds']

/** A file of things in which every twentieth note holds something. */
function noted(id: string, holds: Types, say: (row: Row) => string, usual = v.remark): Template {
  const note: Maker = (row) => (row.index % 20 === 7 ? { text: say(row), holds } : usual(row))
  return {
    id: `a-note-${id}`,
    people: french,
    columns: [
      col(
        'Réf',
        'reference',
        v.from((rng) => `R-${rng.digits(5)}`),
      ),
      col('Article', 'product', v.product),
      col('Note', 'free_text', note),
    ],
    writings: [{}, { delimiter: ',', encoding: 'utf-8-bom' }],
  }
}

const plainLast = ({ person }: Row) => v.plain(person.last).split(' ')[0] ?? ''

export const notes: readonly Template[] = [
  noted(
    'known-name',
    ['name'],
    ({ rng }) =>
      `vu avec ${rng.pick(['Sophie Martin', 'Jean Dubois', 'Camille Petit', 'Karim Benali'])} hier`,
  ),
  noted(
    'title-in-small',
    ['name'],
    ({ rng }) =>
      `rappeler ${rng.pick(['mme durand', 'mr petit', 'monsieur martin', 'madame moreau'])} demain`,
  ),
  noted('dotted-number', ['phone'], (row) => `tel : ${v.said(v.dottedMobile, row)} le soir`),
  noted('foreign-number', ['phone'], (row) => `call ${v.said(v.germanPlusMobile, row)} please`),
  noted('mail', ['email'], (row) => `écrire à ${v.said(v.email, row)}.`),
  noted('corsican-nir', ['nir'], ({ rng, person }) => `n°ss ${id.nir(rng, person, 'corsica')}`),
  noted('ine', ['ine'], ({ rng }) => `INE : ${id.ineRnie(rng)}`),
  noted(
    'fiscal-code',
    ['tax_id'],
    ({ rng, person }) => `codice ${id.codiceFiscale(rng, person)} da verificare`,
  ),
  noted('ahv', ['national_id'], ({ rng }) => `AVS ${id.swissAhv(rng)} fourni`),
  noted('dni', ['national_id'], ({ rng }) => `DNI ${id.spanishDni(rng)} entregado`),
  noted(
    'born-and-mail',
    ['birth_date', 'email'],
    (row) => `née le ${v.said(v.bornSlashed, row)}, ${v.said(v.email, row)}`,
  ),
  noted(
    'address-and-number',
    ['postal_address', 'phone'],
    (row) => `livrer au ${row.rng.int(1, 90)} rue des Lilas, tél. ${v.said(v.spacedMobile, row)}`,
  ),
  noted('plate', ['licence_plate'], (row) => `véhicule ${v.said(v.plate, row)} en panne`),
  noted('iban', ['iban'], ({ rng }) => `virer sur ${id.inFours(id.frenchIban(rng))}`),
  {
    id: 'a-note-nothing',
    people: french,
    columns: [
      col('Jour', ['date', 'text'], v.recentSlashed),
      col(
        'Observations',
        'free_text',
        v.oneOf(
          'commande 0612345 livrée le 12/03/2024',
          'réunion salle Victor Hugo à 14h30',
          'passage au lycée Jean Moulin',
          'facture 2024-000123 payée',
          'produit 3017620422003 en rupture',
          'rendez-vous rue Jean Jaurès annulé',
          'version 2.10.3 installée sur le poste 12',
          'chez Monsieur Bricolage, rayon peinture',
          'voir avec le service client de Paris',
          'le modèle Alice est remplacé par Camille',
        ),
      ),
    ],
    writings: [{}, { hasHeader: false }],
  },
  {
    id: 'a-name-in-odd-row',
    people: french,
    columns: [
      col(
        'Code',
        ['code', 'reference', 'identifier'],
        v.from((rng) => `K${rng.digits(4)}`),
      ),
      col(
        'Libellé',
        ['product', 'text', 'free_text'],
        v.once(
          33,
          v.remarkWith(['name'], (row) => `Mme ${plainLast(row)}`),
          v.product,
        ),
      ),
      col('Qté', ['quantity', 'number'], v.count),
    ],
    writings: [{}],
  },
  {
    id: 'a-identifier-is-mail',
    people: peopleOf('en', 'fr'),
    columns: [
      col('Identifiant', ['email', 'username'], v.email),
      col('Inscrit le', 'date', v.recentIso),
      col('Adresse IP', 'ip_address', v.ip),
    ],
    writings: [{ delimiter: ',' }],
  },
  {
    id: 'a-code-is-nir',
    people: french,
    columns: [
      col('Code', ['nir'], v.from(id.nir)),
      col('Taux', ['percentage', 'number', 'amount'], v.count),
    ],
    writings: [{}],
  },
  {
    id: 'a-two-numbers-a-cell',
    people: french,
    columns: [
      col(
        'Contact',
        'phone',
        v.from((rng) => `${v.mobileDigits(rng)} / ${v.mobileDigits(rng)}`),
      ),
      col('Lot', ['reference', 'code', 'number'], v.count),
    ],
    writings: [{}, { hasHeader: false }],
  },
]
