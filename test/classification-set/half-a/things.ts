// Half A: files about goods, places, companies and measures, with what looks like people in them.
import * as id from '../identity-numbers.ts'
import { french } from '../people.ts'
import { col, type Template } from '../template.ts'
import * as v from '../values.ts'

const noHeader = { hasHeader: false } as const
const people = french

export const things: readonly Template[] = [
  {
    id: 'a-catalogue',
    people,
    columns: [
      col('Nom du produit', 'product', v.product),
      col('EAN13', 'ean', v.from(id.ean13)),
      col('Prix TTC', 'amount', v.amount),
      col('Stock', ['quantity', 'number'], v.count),
      col('Marque', 'company', v.oneOf('Oslo', 'Martin', 'Camif')),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'a-stock-nom',
    people,
    columns: [
      col('Nom', ['product', 'text', 'category'], v.product),
      col(
        'Réf',
        'reference',
        v.from((rng) => `${rng.letters(3)}-${rng.digits(4)}`),
      ),
      col('Qté', ['quantity', 'number'], v.count),
      col('Prix', 'amount', v.amount),
    ],
    writings: [{}, { format: 'xlsx' }],
  },
  {
    id: 'a-orders',
    people,
    columns: [
      col(
        'N° commande',
        'order_number',
        v.from((rng) => `06${rng.digits(8)}`),
      ),
      col('Date commande', 'date', v.recentSlashed),
      col('Montant', 'amount', v.euros),
      col('Statut', 'status', v.oneOf('livrée', 'payée', 'annulée')),
    ],
    writings: [{}, { ...noHeader, delimiter: ',' }],
  },
  {
    id: 'a-prospect-companies',
    people,
    columns: [
      col('Raison sociale', 'company', v.company),
      col('SIRET', 'siret', v.from(id.siret)),
      col(
        'Code APE',
        ['code', 'category', 'text', 'reference'],
        v.from((rng) => `${rng.digits(4)}${rng.letters(1)}`),
      ),
      col('Ville', 'city', v.frenchCity),
      col('Effectif', ['quantity', 'number'], v.count),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'a-suppliers',
    people,
    columns: [
      col('Fournisseur', 'company', v.company),
      col('SIREN', 'siren', v.from(id.siren)),
      col('N° TVA', 'vat_number', v.from(id.frenchVat)),
      col('Délai', ['quantity', 'number', 'text'], v.count),
    ],
    writings: [{}],
  },
  {
    id: 'a-companies-with-phones',
    people,
    columns: [
      col('Société', 'company', v.company),
      col('Standard', 'phone', v.landline),
      col('Secteur', ['category', 'city', 'text'], v.oneOf('BTP', 'Santé', 'Industrie')),
    ],
    writings: [{}],
  },
  {
    id: 'a-communes',
    people,
    columns: [
      col('Commune', 'city', v.frenchCity),
      col(
        'Code INSEE',
        ['code', 'postal_code', 'number', 'reference', 'region', 'identifier'],
        v.from((rng) => rng.digits(5)),
      ),
      col('Département', 'region', v.oneOf('Finistère', 'Nord', 'Var')),
      col(
        'Population',
        ['quantity', 'number'],
        v.from((rng) => String(rng.int(100, 90000))),
      ),
    ],
    writings: [{ delimiter: ',' }, { ...noHeader }],
  },
  {
    id: 'a-pets',
    people,
    columns: [
      col('Animal', 'product', v.oneOf('Rex', 'Félix', 'Médor', 'Lola', 'Caramel')),
      col('N° puce', 'pet_chip', v.from(id.petChip)),
      col(
        'Race',
        ['category', 'text', 'product', 'ethnic_origin'],
        v.oneOf('Berger', 'Siamois', 'Epagneul'),
      ),
      col('Poids', ['quantity', 'number', 'amount'], v.dotAmount),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'a-campaign-figures',
    people,
    columns: [
      col(
        'Nom de la campagne',
        'category',
        v.oneOf('Soldes été', 'Black Friday', 'Rentrée', 'Noël Martin'),
      ),
      col('SMS envoyés', 'quantity', v.count),
      col(
        'Taux de clic',
        'percentage',
        v.from((rng) => `${rng.int(1, 30)} %`),
      ),
      col('Date envoi', 'date', v.recentSlashed),
    ],
    writings: [{}],
  },
  {
    id: 'a-sensors',
    people,
    columns: [
      col('station', ['city', 'text', 'code', 'identifier'], v.oneOf('ST-01', 'ST-02', 'ST-03')),
      col('date', 'date', v.recentStamp),
      col(
        'temp',
        ['quantity', 'number', 'amount'],
        v.from((rng) => `${rng.int(-5, 35)}.${rng.int(0, 9)}`),
      ),
      col('humidity', ['quantity', 'percentage', 'number', 'amount'], v.count),
    ],
    writings: [{ delimiter: ',' }, { delimiter: ',', ...noHeader }],
  },
  {
    id: 'a-books',
    people,
    columns: [
      col(
        'Titre',
        ['product', 'civility', 'text', 'free_text'],
        v.oneOf(
          'Madame Bovary',
          'Le Grand Meaulnes',
          'Thérèse Raquin',
          'Jane Eyre',
          'Les Misérables',
        ),
      ),
      col('ISBN', 'ean', v.from(id.isbn13)),
      col('Éditeur', 'company', v.oneOf('Gallimard', 'Albin Michel', 'Robert Laffont')),
      col('Prix', 'amount', v.amount),
    ],
    writings: [{}],
  },
  {
    id: 'a-accounting',
    people,
    columns: [
      col('Date', 'date', v.recentSlashed),
      col(
        'Compte',
        ['code', 'number', 'reference', 'bank_account', 'identifier'],
        v.oneOf('411000', '512000', '706000'),
      ),
      col(
        'Libellé',
        ['product', 'free_text', 'text'],
        v.oneOf('Facture EDF', 'Loyer bureau', 'Virement client', 'Frais bancaires'),
      ),
      col('Débit', ['amount', 'number'], v.sparse(0.5, v.amount)),
      col('Crédit', ['amount', 'number'], v.sparse(0.5, v.amount)),
    ],
    writings: [{}, { encoding: 'windows-1252' }],
  },
  {
    id: 'a-survey',
    people,
    columns: [
      col('Sexe', 'gender', v.sex),
      col("Tranche d'âge", 'age', v.oneOf('18-25', '26-35', '36-50', '51-65')),
      col(
        'Satisfaction',
        ['number', 'quantity', 'text', 'category'],
        v.oneOf('1', '2', '3', '4', '5'),
      ),
      col('Recommanderiez-vous ?', ['boolean', 'text'], v.yesNo),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'a-first-name-statistics',
    people,
    columns: [
      col('Prénom', ['category', 'first_name'], v.harmless(v.first)),
      col('Nombre', ['quantity', 'number'], v.count),
      col('Année', ['date', 'number'], v.oneOf('2019', '2020', '2021')),
    ],
    writings: [{}],
  },
  {
    id: 'a-rooms',
    people,
    columns: [
      col(
        'Salle',
        ['city', 'product', 'text'],
        v.oneOf('Marie Curie', 'Louis Pasteur', 'Victor Hugo', 'Simone Veil'),
      ),
      col('Capacité', ['quantity', 'number'], v.count),
      col('Étage', ['number', 'quantity', 'text'], v.oneOf('0', '1', '2')),
    ],
    writings: [{}],
  },
  {
    id: 'a-domains',
    people,
    columns: [
      col('Nom de domaine', 'url', v.oneOf('example.org', 'exemple.fr', 'example.net')),
      col('Date expiration', 'date', v.recentIso),
      col('Prix HT', 'amount', v.amount),
    ],
    writings: [{}],
  },
  {
    id: 'a-phone-models',
    people,
    columns: [
      col(
        'Téléphone',
        ['product', 'category', 'text', 'reference'],
        v.oneOf('Galaxy S21', 'iPhone 13', 'Pixel 7', 'Nokia 3310'),
      ),
      col('Mémoire', ['quantity', 'text', 'category', 'code'], v.oneOf('64 Go', '128 Go')),
      col('Prix', 'amount', v.amount),
    ],
    writings: [{}],
  },
]
