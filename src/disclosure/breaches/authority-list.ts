// The authorities that breaches are notified to, each with its site as a source had it on a day.
// Data alone: whoever changes a line reads the source again and writes the day.
import type { BreachCountry } from '../contract-breaches.ts'

export type AuthoritySource = {
  /** As it is told to whoever notifies. */
  title: string
  address: string
  /** The day on which what stands here was read in it. */
  readOn: string
}

/** `site`: null where no source names one for certain. */
export type ListedAuthority = {
  name: string
  site: { url: string; source: AuthoritySource } | null
  /** Breaches that become known from that day on. */
  from: string
}

/**
 * The Board's own list of its members. Where it has an address with http, the site is written here
 * with https. It was read in a public transcript of that day.
 */
const board: AuthoritySource = {
  title: 'European Data Protection Board, list of members',
  address: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
  readOn: '2026-09-03',
}
/** Each of its entries names the page of the authority that it was taken from. */
const directory: AuthoritySource = {
  title: 'Datenanfragen.de, directory of supervisory authorities',
  address: 'https://github.com/datenanfragen/data/tree/master/supervisory-authorities',
  readOn: '2026-12-01',
}

/** Since the GDPR; in the European Economic Area, and under the Swiss law, since another day. */
const [ofUnion, ofEea, ofSwissLaw] = ['2018-05-25', '2018-07-20', '2023-09-01']

const listed = (
  name: string,
  url: string,
  source: AuthoritySource = board,
  from = ofUnion,
): readonly ListedAuthority[] => [{ name, site: { url, source }, from }]

/** Names in a language of each country. */
export const authorityList: Readonly<Record<BreachCountry, readonly ListedAuthority[]>> = {
  FR: listed('CNIL', 'https://www.cnil.fr'),
  AT: listed('Österreichische Datenschutzbehörde', 'https://www.dsb.gv.at'),
  BE: listed('Autorité de protection des données', 'https://www.autoriteprotectiondonnees.be'),
  BG: listed('Комисия за защита на личните данни', 'https://www.cpdp.bg'),
  CH: listed(
    'Préposé fédéral à la protection des données et à la transparence',
    ...(['https://www.edoeb.admin.ch', directory, ofSwissLaw] as const),
  ),
  CY: listed(
    'Office of the Commissioner for Personal Data Protection',
    'https://www.dataprotection.gov.cy',
  ),
  CZ: listed('Úřad pro ochranu osobních údajů', 'https://uoou.gov.cz'),
  // Each Land has its own for companies: that of the federation, which the Board lists, is not
  // theirs.
  DE: [{ name: 'Datenschutz-Aufsichtsbehörde des Bundeslandes', site: null, from: ofUnion }],
  DK: listed('Datatilsynet (Danmark)', 'https://www.datatilsynet.dk'),
  EE: listed('Andmekaitse Inspektsioon', 'https://www.aki.ee'),
  ES: listed('Agencia Española de Protección de Datos', 'https://www.aepd.es'),
  FI: listed('Tietosuojavaltuutetun toimisto', 'https://tietosuoja.fi', directory),
  GB: listed('Information Commissioner’s Office', 'https://ico.org.uk', directory),
  GR: listed('Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα', 'https://www.dpa.gr'),
  HR: listed('Agencija za zaštitu osobnih podataka', 'https://azop.hr'),
  HU: listed('Nemzeti Adatvédelmi és Információszabadság Hatóság', 'https://www.naih.hu'),
  IE: listed('Data Protection Commission', 'https://www.dataprotection.ie'),
  IS: listed('Persónuvernd', 'https://www.personuvernd.is', board, ofEea),
  IT: listed('Garante per la protezione dei dati personali', 'https://www.garanteprivacy.it'),
  LI: listed(
    'Datenschutzstelle Fürstentum Liechtenstein',
    ...(['https://www.datenschutzstelle.li', board, ofEea] as const),
  ),
  LT: listed('Valstybinė duomenų apsaugos inspekcija', 'https://vdai.lrv.lt'),
  LU: listed(
    'Commission nationale pour la protection des données',
    ...(['https://cnpd.public.lu', directory] as const),
  ),
  LV: listed('Datu valsts inspekcija', 'https://www.dvi.gov.lv'),
  MT: listed(
    'Office of the Information and Data Protection Commissioner',
    ...(['https://idpc.org.mt', directory] as const),
  ),
  NL: listed('Autoriteit Persoonsgegevens', 'https://autoriteitpersoonsgegevens.nl'),
  NO: listed('Datatilsynet (Norge)', 'https://www.datatilsynet.no', board, ofEea),
  PL: listed('Urząd Ochrony Danych Osobowych', 'https://uodo.gov.pl'),
  PT: listed('Comissão Nacional de Proteção de Dados', 'https://www.cnpd.pt'),
  RO: listed(
    'Autoritatea Naţională de Supraveghere a Prelucrării Datelor cu Caracter Personal',
    'https://www.dataprotection.ro',
  ),
  SE: listed('Integritetsskyddsmyndigheten', 'https://www.imy.se'),
  SI: listed('Informacijski pooblaščenec', 'https://www.ip-rs.si'),
  SK: listed(
    'Úrad na ochranu osobných údajov Slovenskej republiky',
    ...(['https://dataprotection.gov.sk', directory] as const),
  ),
}
