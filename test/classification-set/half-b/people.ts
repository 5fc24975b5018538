// Half B: lists of people from other trades, countries and programs than those of half A.
import * as id from '../identity-numbers.ts'
import { french, peopleOf } from '../people.ts'
import { col, type Template } from '../template.ts'
import * as v from '../values.ts'

const noHeader = { hasHeader: false } as const

export const people: readonly Template[] = [
  {
    id: 'b-hotel-guests',
    people: peopleOf('en', 'de', 'it', 'fr', 'world'),
    columns: [
      col('Guest', 'name', v.firstLast),
      col('Arrival', 'date', v.recentIso),
      col('Nights', ['quantity', 'number'], v.count),
      col(
        'Passport no.',
        'passport',
        v.from((rng) => `${rng.letters(2)}${rng.digits(7)}`),
      ),
      col('Nationality', ['nationality', 'country'], v.oneOf('British', 'German', 'Italian')),
      col('Dietary needs', 'health', v.sparse(0.2, v.oneOf('gluten free', 'nut allergy'))),
    ],
    writings: [{ delimiter: ',' }, { format: 'xlsx', titles: ['Guest register', 'Spring 2024'] }],
  },
  {
    id: 'b-shopify',
    people: french,
    columns: [
      col('First Name', 'first_name', v.first),
      col('Last Name', 'last_name', v.last),
      col('Email', 'email', v.email),
      col('Accepts Email Marketing', 'consent', v.oneOf('yes', 'no')),
      col('Default Address Phone', 'phone', v.plusMobile),
      col('Default Address Address1', 'postal_address', v.street),
      col('Default Address Zip', 'postal_code', v.postcode),
      col('Total Spent', 'amount', v.dotAmount),
      col('Total Orders', ['quantity', 'number', 'order_number'], v.count),
      col('Tags', ['category', 'text'], v.oneOf('vip', 'newsletter', '')),
    ],
    writings: [{ delimiter: ',', quoteAll: true }],
  },
  {
    id: 'b-donors',
    people: french,
    columns: [
      col('Donateur', 'name', v.lastFirst),
      col('Don (€)', ['amount', 'number', 'quantity'], v.count),
      col(
        'Reçu fiscal n°',
        ['order_number', 'reference', 'identifier', 'number', 'tax_id'],
        v.from((rng) => `RF${rng.digits(6)}`),
      ),
      col('Adresse complète', 'postal_address', v.wholeAddress),
      col('Adresse de courriel', 'email', v.email),
    ],
    writings: [{ encoding: 'windows-1252' }, { ...noHeader }],
  },
  {
    id: 'b-library',
    people: french,
    columns: [
      col('LECTEUR', 'name', v.lastCommaFirst),
      col(
        'CARTE',
        ['identifier', 'number', 'code', 'credit_card'],
        v.from((rng) => rng.digits(8)),
      ),
      col('DATE_NAIS', 'birth_date', v.bornShort),
      col('TEL_FIXE', 'phone', v.landline),
      col('TEL_GSM', 'phone', v.sparse(0.5, v.mobile)),
    ],
    writings: [{ delimiter: '|' }, { encoding: 'utf-16le', delimiter: '\t' }],
  },
  {
    id: 'b-nursery',
    people: french,
    columns: [
      col("Nom de l'enfant", ['last_name', 'name'], v.last),
      col("Prénom de l'enfant", 'first_name', v.first),
      col('Date de naissance enfant', 'birth_date', v.bornSlashed),
      col('P.A.I.', 'health', v.oneOf('oui', 'non', '')),
      col('Allergies', 'health', v.sparse(0.3, v.oneOf('arachide', 'œuf', 'lait'))),
      col('Responsable légal 1', 'name', v.firstLast),
      col('Port. resp. 1', 'phone', v.spacedMobile),
    ],
    writings: [{}, { format: 'xlsx' }],
  },
  {
    id: 'b-german-staff',
    people: peopleOf('de', 'world'),
    columns: [
      col(
        'Personalnummer',
        'identifier',
        v.from((rng) => rng.digits(5)),
      ),
      col('Familienname', 'last_name', v.last),
      col('Rufname', 'first_name', v.first),
      col('Geburtstag', 'birth_date', v.bornDotted),
      col('Steuerliche Identifikationsnummer', 'tax_id', v.from(id.germanTaxId)),
      col('IBAN', 'iban', v.from(id.germanIban)),
      col('Konfession', 'religion', v.oneOf('ev', 'rk', '--')),
      col('Schwerbehinderung', 'health', v.oneOf('ja', 'nein')),
      col('Eintrittsdatum', 'date', v.recentSlashed),
    ],
    writings: [{}, { encoding: 'iso-8859-15' }],
  },
  {
    id: 'b-british-staff',
    people: peopleOf('en'),
    columns: [
      col('Employee', 'name', v.lastCommaFirst),
      col('National Insurance No', 'national_id', v.from(id.nino)),
      col('Start date', 'date', v.recentIso),
      col('Home telephone', 'phone', v.britishMobile),
      col('Disability', 'health', v.oneOf('none', 'dyslexia', 'prefer not to say')),
      col(
        'Ethnic background',
        'ethnic_origin',
        v.oneOf('White British', 'Asian', 'Mixed', 'Black Caribbean'),
      ),
      col('Union member', 'trade_union', v.oneOf('Y', 'N')),
    ],
    writings: [{ delimiter: ',' }, { delimiter: '\t' }],
  },
  {
    id: 'b-spanish-pupils',
    people: peopleOf('es'),
    columns: [
      col('Alumno', 'name', v.lastCommaFirst),
      col('NIE', ['national_id', 'tax_id'], v.from(id.spanishNie)),
      col('Curso', 'school_class', v.oneOf('1º ESO', '2º ESO', '3º ESO')),
      col('Tutor', 'name', v.firstLast),
      col('Teléfono tutor', 'phone', v.spanishMobile),
      col('Alergias', 'health', v.sparse(0.2, v.oneOf('polen', 'frutos secos'))),
    ],
    writings: [{}, { encoding: 'windows-1252', delimiter: ',' }],
  },
  {
    id: 'b-italian-customers',
    people: peopleOf('it'),
    columns: [
      col('Nominativo', 'name', v.firstLast),
      col('C.F.', ['tax_id', 'national_id'], v.from(id.codiceFiscale)),
      col('Recapito', 'phone', v.italianMobile),
      col('E-mail', 'email', v.email),
      col('Comune', 'city', v.city),
    ],
    writings: [{}, { ...noHeader, delimiter: ',' }],
  },
  {
    id: 'b-dutch-members',
    people: peopleOf('nl'),
    columns: [
      col(
        'Lidnummer',
        'identifier',
        v.from((rng) => rng.digits(6)),
      ),
      col(
        'Voorletters',
        ['first_name', 'text', 'name', 'code'],
        v.from((rng) => `${rng.letters(1)}.${rng.letters(1)}.`),
      ),
      col('Achternaam', 'last_name', v.last),
      col('Telefoon', 'phone', v.dutchMobile),
      col('E-mailadres', 'email', v.email),
      col('IBAN', 'iban', v.sparse(0.7, v.from(id.belgianIban))),
    ],
    writings: [{}, { encoding: 'utf-8-bom', delimiter: ',' }],
  },
  {
    id: 'b-polish-workers',
    people: peopleOf('world', 'fr'),
    columns: [
      col('Intérimaire', 'name', v.firstLast),
      col('PESEL', 'national_id', v.from(id.pesel)),
      col(
        'Mission',
        ['job', 'text', 'product', 'category'],
        v.oneOf('Cariste', 'Maçon', 'Préparateur'),
      ),
      col('Taux horaire', ['amount', 'percentage', 'number'], v.amount),
    ],
    writings: [{}],
  },
  {
    id: 'b-portuguese-clients',
    people: peopleOf('world'),
    columns: [
      col('Client', ['name'], v.firstLast),
      col('NIF', 'tax_id', v.from(id.portugueseNif)),
      col('Achats', ['amount', 'quantity', 'number'], v.amount),
    ],
    writings: [{}],
  },
  {
    id: 'b-irish-students',
    people: peopleOf('en'),
    columns: [
      col('Student name', 'name', v.firstLast),
      col('PPSN', 'national_id', v.from(id.pps)),
      col('Date of Birth', 'birth_date', v.bornSlashed),
      col('Special educational needs', 'health', v.oneOf('none', 'dyslexia', 'ADHD', '')),
      col('Religion', 'religion', v.oneOf('Catholic', 'None', 'Church of Ireland')),
    ],
    writings: [{ delimiter: ',' }],
  },
  {
    id: 'b-upper-case-dump',
    people: french,
    columns: [
      col('NOM_CLI', ['last_name', 'name'], v.plainUpperLast),
      col(
        'PREN_CLI',
        'first_name',
        v.from((_, who) => v.plain(who.first).toUpperCase()),
      ),
      col('ADR1_CLI', 'postal_address', v.street),
      col('CPOST', 'postal_code', v.postcode),
      col('VILLE_CLI', 'city', v.city),
      col('TELPORT', 'phone', v.mobile),
    ],
    writings: [{ delimiter: '\t' }, { delimiter: '|', encoding: 'windows-1252' }],
  },
  {
    id: 'b-no-header-insured',
    people: french,
    columns: [
      col(
        '',
        ['reference', 'identifier', 'code', 'order_number'],
        v.from((rng) => `SIN${rng.digits(6)}`),
      ),
      col('', 'name', v.firstLast),
      col('', 'nir', v.from(id.nir)),
      col('', 'licence_plate', v.plate),
      col('', 'amount', v.euros),
    ],
    writings: [{ ...noHeader }, { ...noHeader, format: 'xlsx' }],
  },
  {
    id: 'b-no-header-german',
    people: peopleOf('de'),
    columns: [
      col('', 'first_name', v.first),
      col('', 'last_name', v.last),
      col('', 'postal_address', v.street),
      col('', ['postal_code', 'number'], v.germanPostcode),
      col('', 'city', v.city),
      col('', 'phone', v.germanMobile),
    ],
    writings: [{ ...noHeader }],
  },
  {
    id: 'b-no-header-spanish',
    people: peopleOf('es'),
    columns: [
      col('', 'name', v.firstLast),
      col('', ['national_id', 'tax_id'], v.from(id.spanishDni)),
      col('', 'email', v.email),
      col('', 'birth_date', v.bornSlashed),
    ],
    writings: [{ ...noHeader, delimiter: ',' }],
  },
  {
    id: 'b-asylum-association',
    people: peopleOf('world'),
    columns: [
      col('Personne accompagnée', 'name', v.firstLast),
      col(
        "Pays d'origine",
        ['country', 'ethnic_origin', 'nationality'],
        v.oneOf('Guinée', 'Syrie', 'Afghanistan'),
      ),
      col(
        'Titre de séjour',
        'id_card',
        v.from((rng) => rng.digits(10)),
      ),
      col('Religion', 'religion', v.sparse(0.5, v.oneOf('musulmane', 'chrétienne'))),
      col('Suivi psychologique', 'health', v.yesNo),
    ],
    writings: [{}],
  },
  {
    id: 'b-probation',
    people: french,
    columns: [
      col('Nom Prénom', 'name', v.lastFirst),
      col(
        "N° d'écrou",
        ['criminal_record', 'identifier'],
        v.from((rng) => rng.digits(5)),
      ),
      col('Condamnation', 'criminal_record', v.oneOf('vol', 'escroquerie', 'violences')),
      col('Fin de peine', ['date', 'criminal_record'], v.recentSlashed),
    ],
    writings: [{}],
  },
  {
    id: 'b-lgbt-centre',
    people: french,
    columns: [
      col('Prénom', 'first_name', v.first),
      col('Contact', ['phone', 'email', 'name'], v.spacedMobile),
      col(
        'Orientation sexuelle',
        'sexual_orientation',
        v.oneOf('gay', 'lesbienne', 'bi', 'hétéro'),
      ),
    ],
    writings: [{}],
  },
  {
    id: 'b-delivery-rounds',
    people: french,
    columns: [
      col('Tournée', ['category', 'code', 'text', 'city', 'reference'], v.oneOf('T1', 'T2', 'T3')),
      col('Destinataire', 'name', v.sometimes(0.15, v.harmless(v.company), v.firstLast)),
      col(
        'Adresse',
        'postal_address',
        v.from((rng, who) => `${v.said(v.street, { rng, person: who, index: 0 })}\n3e étage`),
      ),
      col(
        'Digicode',
        ['code', 'number', 'text'],
        v.from((rng) => `${rng.digits(4)}A`),
      ),
      col('Tél.', 'phone', v.mixedMobile),
    ],
    writings: [{ newline: '\r\n' }],
  },
  {
    id: 'b-candidates',
    people: peopleOf('fr', 'world'),
    columns: [
      col('Candidat', 'name', v.firstLast),
      col('Poste visé', 'job', v.oneOf('Infirmier', 'Commercial', 'Développeuse')),
      col(
        'Linkedin',
        'username',
        v.from(
          (rng, who) =>
            `https://www.linkedin.com/in/${v
              .plain(who.first)
              .toLowerCase()
              .replace(/[^a-z]/g, '')}-${rng.int(1, 999)}`,
        ),
      ),
      col('RQTH', 'health', v.oneOf('oui', 'non')),
      col('Disponibilité', ['date', 'text'], v.recentSlashed),
    ],
    writings: [{}, { delimiter: ',', encoding: 'utf-8-bom' }],
  },
]
