// Half A: files where what identifies is a number, a pair of contact points, or one odd row.
import * as id from '../identity-numbers.ts'
import { french, peopleOf } from '../people.ts'
import { col, type Template } from '../template.ts'
import * as v from '../values.ts'

const noHeader = { hasHeader: false } as const

export const numbers: readonly Template[] = [
  {
    id: 'a-numbers-alone',
    people: french,
    columns: [col('Mobile', 'phone', v.mixedMobile)],
    writings: [{}, { ...noHeader }, { format: 'xlsx' }],
  },
  {
    id: 'a-mails-alone',
    people: french,
    columns: [
      col('email', 'email', v.email),
      col('inscrit_le', ['date', 'consent_date'], v.recentIso),
    ],
    writings: [{ delimiter: ',' }, { delimiter: ',', ...noHeader }],
  },
  {
    id: 'a-number-and-mail',
    people: french,
    columns: [
      col('portable', 'phone', v.sparse(0.6, v.mixedMobile)),
      col('courriel', 'email', v.sparse(0.6, v.email)),
      col('points', ['quantity', 'number'], v.count),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'a-number-and-address',
    people: french,
    columns: [
      col('Adresse livraison', 'postal_address', v.street),
      col('CP', 'postal_code', v.postcode),
      col('Ville', 'city', v.city),
      col('Téléphone', 'phone', v.spacedMobile),
      col('Créneau', ['time', 'text', 'category'], v.hour),
    ],
    writings: [{}, { ...noHeader, delimiter: '|' }],
  },
  {
    id: 'a-newsletter-log',
    people: french,
    columns: [
      col('Email', 'email', v.email),
      col('Adresse IP', 'ip_address', v.ip),
      col('Date inscription', ['date', 'consent_date'], v.recentStamp),
    ],
    writings: [{ delimiter: ',' }, { delimiter: ',', ...noHeader }],
  },
  {
    id: 'a-web-log',
    people: french,
    columns: [
      col('timestamp', ['date', 'time'], v.recentStamp),
      col('remote_addr', 'ip_address', v.sometimes(0.2, v.ipv6, v.ip)),
      col('path', ['url', 'text', 'code'], v.oneOf('/', '/panier', '/produit/12', '/contact')),
      col('status', ['status', 'number', 'code'], v.oneOf('200', '404', '301')),
    ],
    writings: [{ delimiter: '\t' }],
  },
  {
    id: 'a-garage',
    people: french,
    columns: [
      col('Immatriculation', 'licence_plate', v.plate),
      col(
        'Modèle',
        ['reference', 'product', 'category', 'text'],
        v.oneOf('Clio', '208', 'C3', 'Yaris'),
      ),
      col(
        'Km',
        ['quantity', 'number'],
        v.from((rng) => String(rng.int(1000, 200000))),
      ),
      col('Tél client', 'phone', v.spacedMobile),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'a-birthdays',
    people: french,
    columns: [
      col('naissance', 'birth_date', v.bornIso),
      col('mobile', 'phone', v.plusMobile),
      col('achat', ['date'], v.recentIso),
    ],
    writings: [{ delimiter: ',' }, { delimiter: ',', ...noHeader }],
  },
  {
    id: 'a-lost-zeros',
    people: french,
    columns: [col('Nom', 'last_name', v.last), col('Portable', 'phone', v.zerolessMobile)],
    writings: [{ format: 'xlsx' }, {}],
  },
  {
    id: 'a-overseas',
    people: french,
    columns: [
      col('Téléphone', 'phone', v.overseasMobile),
      col('Commune', 'city', v.oneOf('Saint-Denis', 'Fort-de-France', 'Cayenne', 'Pointe-à-Pitre')),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'a-nir-in-one-note',
    people: french,
    columns: [
      col(
        'Réf.',
        'reference',
        v.from((rng) => `R${rng.digits(6)}`),
      ),
      col('Objet', ['product', 'text', 'category'], v.oneOf('Volet', 'Porte', 'Store')),
      col(
        'Commentaire',
        'free_text',
        v.once(
          61,
          v.remarkWith(
            ['nir'],
            ({ rng, person }) => `sécu ${id.spacedNir(id.nir(rng, person))} à vérifier`,
          ),
          v.remark,
        ),
      ),
    ],
    writings: [{}, { rows: 3000 }],
  },
  {
    id: 'a-number-and-mail-in-notes',
    people: french,
    columns: [
      col('id', 'identifier', v.rank),
      col(
        'notes',
        'free_text',
        v.sometimes(
          0.1,
          v.remarkWith(
            ['phone', 'email'],
            (row) => `joindre au ${v.said(v.spacedMobile, row)} ou ${v.said(v.email, row)}`,
          ),
          v.remark,
        ),
      ),
    ],
    writings: [{}, { delimiter: ',' }],
  },
  {
    id: 'a-person-in-notes',
    people: french,
    columns: [
      col(
        'Ticket',
        'order_number',
        v.from((rng) => rng.digits(7)),
      ),
      col(
        'Description',
        'free_text',
        v.sometimes(
          0.05,
          v.remarkWith(
            ['name'],
            ({ person }) =>
              `appel de ${person.isWoman ? 'Mme' : 'M.'} ${person.last.replace(/ .*/, '')} ce matin`,
          ),
          v.remark,
        ),
      ),
    ],
    writings: [{}],
  },
  {
    id: 'a-tax-numbers',
    people: french,
    columns: [
      col('Numéro fiscal', 'tax_id', v.from(id.spi)),
      col('Revenu', ['amount', 'number'], v.count),
    ],
    writings: [{}],
  },
  {
    id: 'a-nir-alone',
    people: french,
    columns: [
      col('num_secu', 'nir', v.from(id.nir)),
      col('regime', ['category', 'text', 'health'], v.oneOf('général', 'agricole')),
    ],
    writings: [{}, { ...noHeader, delimiter: ',' }],
  },
  {
    id: 'a-german-insurance',
    people: peopleOf('de'),
    columns: [
      col(
        'Versichertennummer',
        'health_insurance_id',
        v.from((rng) => {
          const letter = rng.letters(1)
          const digits = rng.digits(8)
          const body = String(letter.charCodeAt(0) - 64).padStart(2, '0') + digits
          const sum = [...body].reduce((total, digit, at) => {
            const product = Number(digit) * (at % 2 === 0 ? 1 : 2)
            return total + (product > 9 ? product - 9 : product)
          }, 0)
          return letter + digits + (sum % 10)
        }),
      ),
      col('Steuer-ID', 'tax_id', v.from(id.germanTaxId)),
      col('Telefon', 'phone', v.germanPlusMobile),
    ],
    writings: [{}],
  },
  {
    id: 'a-british-health',
    people: peopleOf('en'),
    columns: [
      col('NHS number', 'health_insurance_id', v.from(id.nhs)),
      col('NI number', 'national_id', v.from(id.nino)),
      col(
        'Surgery',
        ['company', 'text', 'city', 'health'],
        v.oneOf('Elm Lane', 'Riverside', 'Oak House'),
      ),
    ],
    writings: [{ delimiter: ',' }],
  },
  {
    id: 'a-cards',
    people: french,
    columns: [
      col('Numéro de carte', 'credit_card', v.from(id.card)),
      col('Expiration', ['date', 'text', 'code'], v.oneOf('12/26', '03/27', '09/25')),
      col('Montant', 'amount', v.amount),
    ],
    writings: [{}, { ...noHeader }],
  },
  {
    id: 'a-pseudonyms',
    people: french,
    columns: [
      col('Pseudo', 'username', v.username),
      col('Dernière connexion', 'date', v.recentStamp),
      col('email', 'email', v.email),
    ],
    writings: [{ delimiter: ',' }],
  },
]
