// Half B: other files about things, each with something in it that looks like a person.
import * as id from '../identity-numbers.ts'
import { french, peopleOf } from '../people.ts'
import { col, type Template } from '../template.ts'
import * as v from '../values.ts'

const noHeader = { hasHeader: false } as const
const people = french

export const things: readonly Template[] = [
  {
    id: 'b-wines',
    people,
    columns: [
      col(
        'Cuvée',
        ['product', 'text'],
        v.oneOf('Cuvée Clémence', 'Château Martin', 'Domaine Dubois', 'Clos Saint-Jean'),
      ),
      col(
        'Appellation',
        ['product', 'category', 'city', 'text'],
        v.oneOf('Madiran', 'Sancerre', 'Saint-Émilion'),
      ),
      col('Millésime', ['date', 'number', 'quantity', 'text'], v.oneOf('2018', '2019', '2020')),
      col('Tarif départ cave', 'amount', v.euros),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'b-streets',
    people,
    columns: [
      col(
        'Voie',
        ['postal_address', 'city', 'text'],
        v.harmless(v.oneOf('Rue Victor Hugo', 'Avenue Jean Jaurès', 'Place Simone Veil')),
      ),
      col('Longueur (m)', ['quantity', 'number'], v.count),
      col('Revêtement', ['category', 'text'], v.oneOf('enrobé', 'pavé')),
    ],
    writings: [{}],
  },
  {
    id: 'b-stops',
    people,
    columns: [
      col(
        'stop_id',
        ['identifier', 'code', 'reference'],
        v.from((rng) => `S${rng.digits(4)}`),
      ),
      col(
        'stop_name',
        ['city', 'product', 'text'],
        v.oneOf('Jean Moulin', 'Marie Curie', 'Gare', 'Victor Hugo', 'Charles de Gaulle'),
      ),
      col(
        'stop_lat',
        ['quantity', 'number', 'amount'],
        v.from((rng) => `48.${rng.digits(5)}`),
      ),
      col(
        'stop_lon',
        ['quantity', 'number', 'amount'],
        v.from((rng) => `2.${rng.digits(5)}`),
      ),
    ],
    writings: [{ delimiter: ',' }, { delimiter: ',', ...noHeader }],
  },
  {
    id: 'b-german-articles',
    people: peopleOf('de'),
    columns: [
      col(
        'Artikelname',
        'product',
        v.oneOf('Sofa Emma', 'Tisch Anton', 'Lampe Klara', 'Regal Otto'),
      ),
      col(
        'Artikelnummer',
        'reference',
        v.from((rng) => rng.digits(8)),
      ),
      col('Preis', 'amount', v.amount),
      col('Bestand', ['quantity', 'number'], v.count),
      col(
        'Lieferant',
        'company',
        v.from((_, who) => `${who.last} GmbH`),
      ),
    ],
    writings: [{}, { encoding: 'windows-1252' }],
  },
  {
    id: 'b-english-stock',
    people: peopleOf('en'),
    columns: [
      col(
        'Product name',
        'product',
        v.oneOf('Harry mug', 'Charlotte dress', 'Oliver chair', 'Grace lamp'),
      ),
      col(
        'SKU',
        'reference',
        v.from((rng) => `${rng.letters(2)}${rng.digits(4)}`),
      ),
      col('Barcode', 'ean', v.from(id.ean13)),
      col('Unit price', 'amount', v.dotAmount),
      col(
        'Supplier',
        'company',
        v.from((_, who) => `${who.last} & Sons Ltd`),
      ),
    ],
    writings: [{ delimiter: ',' }, { delimiter: ',', ...noHeader }],
  },
  {
    id: 'b-invoices',
    people,
    columns: [
      col(
        'N° facture',
        'order_number',
        v.from((rng) => `FA${rng.digits(6)}`),
      ),
      col('Date', 'date', v.recentSlashed),
      col('Client', ['company', 'name'], v.harmless(v.from((_, who) => `${who.last} SAS`))),
      col('HT', ['amount', 'number'], v.amount),
      col('TVA', ['amount', 'number'], v.amount),
      col('TTC', ['amount', 'number'], v.amount),
    ],
    writings: [{}, { titles: ['Journal des ventes'] }],
  },
  {
    id: 'b-schools',
    people,
    columns: [
      col(
        'Établissement',
        'company',
        v.oneOf('Collège Jean Moulin', 'Lycée Marie Curie', 'École Jules Ferry'),
      ),
      col(
        'UAI',
        ['code', 'identifier', 'reference', 'text'],
        v.from((rng) => `0${rng.digits(6)}${rng.letters(1, 'ABCDEFGH')}`),
      ),
      col('Académie', ['region', 'text', 'city'], v.oneOf('Rennes', 'Lille', 'Nantes')),
      col('Effectif', ['quantity', 'number'], v.count),
    ],
    writings: [{}],
  },
  {
    id: 'b-vaccine-stock',
    people,
    columns: [
      col('Vaccin', ['product', 'health', 'text'], v.oneOf('Grippe', 'Tétanos', 'ROR')),
      col(
        'Lot',
        'reference',
        v.from((rng) => `L${rng.digits(5)}`),
      ),
      col('Péremption', 'date', v.recentSlashed),
      col('Doses', ['quantity', 'number'], v.count),
    ],
    writings: [{}],
  },
  {
    id: 'b-devices',
    people,
    columns: [
      col(
        'IMEI',
        'imei',
        v.from((rng) => {
          const body = `35${rng.digits(12)}`
          return body + id.luhnDigit(body)
        }),
      ),
      col(
        'Modèle',
        ['reference', 'product', 'category', 'text'],
        v.oneOf('Galaxy A54', 'iPhone 12'),
      ),
      col('Opérateur', ['category', 'company', 'text'], v.oneOf('Orange', 'SFR', 'Bouygues')),
    ],
    writings: [{}],
  },
  {
    id: 'b-loyalty-statistics',
    people,
    columns: [
      col(
        'Magasin',
        ['company', 'city', 'text'],
        v.oneOf('Lyon Part-Dieu', 'Nantes Centre', 'Lille Europe'),
      ),
      col('Nb clients', ['quantity', 'number'], v.count),
      col('Panier moyen', 'amount', v.amount),
      col(
        '% opt-in SMS',
        ['percentage', 'number', 'consent'],
        v.from((rng) => `${rng.int(1, 99)}%`),
      ),
    ],
    writings: [{}, { format: 'xlsx' }],
  },
  {
    id: 'b-timetable',
    people,
    columns: [
      col(
        'Cours',
        ['product', 'category', 'school_class', 'text'],
        v.oneOf('Mathématiques', 'Anglais', 'EPS'),
      ),
      col('Jour', ['text', 'date', 'category'], v.oneOf('lundi', 'mardi', 'jeudi')),
      col('Heure', 'time', v.hour),
      col('Salle', ['city', 'product', 'text', 'code'], v.oneOf('B12', 'C3', 'Gymnase')),
    ],
    writings: [{}],
  },
  {
    id: 'b-parcels',
    people,
    columns: [
      col(
        'Colis',
        ['order_number', 'reference', 'identifier'],
        v.from((rng) => `6A${rng.digits(11)}`),
      ),
      col('Poids (kg)', ['quantity', 'number', 'amount'], v.dotAmount),
      col('Transporteur', 'company', v.oneOf('Colissimo', 'DPD', 'Chronopost')),
      col('Expédié le', 'date', v.recentSlashed),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'b-spanish-suppliers',
    people: peopleOf('es'),
    columns: [
      col(
        'Proveedor',
        'company',
        v.from(
          (rng, who) => `${who.last.split(' ')[0]} ${rng.pick(['S.L.', 'S.A.', 'e Hijos S.L.'])}`,
        ),
      ),
      col(
        'CIF',
        ['vat_number', 'siren', 'code', 'identifier'],
        v.from((rng) => `B${rng.digits(8)}`),
      ),
      col('Importe', 'amount', v.amount),
    ],
    writings: [{}],
  },
  {
    id: 'b-numbers-of-things',
    people,
    columns: [
      col(
        'Compteur',
        ['identifier', 'reference', 'number', 'code'],
        v.from((rng) => rng.digits(14)),
      ),
      col(
        'Index',
        ['number', 'quantity'],
        v.from((rng) => rng.digits(6)),
      ),
      col('Relevé le', 'date', v.recentSlashed),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'b-recipes',
    people,
    columns: [
      col(
        'Recette',
        ['product', 'text'],
        v.oneOf('Tarte Tatin', 'Poire Belle-Hélène', 'Pêche Melba', 'Omelette de la mère Poulard'),
      ),
      col(
        'Allergènes',
        ['health', 'text', 'category'],
        v.oneOf('gluten', 'lait, œuf', 'fruits à coque'),
      ),
      col('Temps (min)', ['quantity', 'number', 'time'], v.count),
    ],
    writings: [{}],
  },
]
