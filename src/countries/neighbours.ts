// The neighbours' rules, each value beside its source; what is common to all is in neighbour-pack.
import { ages, agesRemembered, common, from, pack, source } from './neighbour-pack.ts'
import type { ReviewedRules } from './rules.ts'

const belgianSenders = source(
  'Operators’ guides for Belgium',
  '',
  'https://www.openmarket.com/docs/Content/globalcoverage/country/belgium.htm',
  'read',
)
const belgium = pack({
  country: 'BE',
  name: { fr: 'Belgique', en: 'Belgium' },
  law: source(
    'Code de droit économique; arrêté royal du 4 avril 2003',
    'XII.13',
    'https://www.ejustice.just.fgov.be/eli/arrete/2003/04/04/2003011238/justel',
    'second_hand',
  ),
  optional: from(
    ['soft_opt_in'],
    source(
      'Arrêté royal du 4 avril 2003',
      'art. 1 (details from memory)',
      'https://www.ejustice.just.fgov.be/eli/arrete/2003/04/04/2003011238/justel',
      'memory',
    ),
  ),
  optOut: ['STOP au {code}', 'STOP naar {code}', 'STOP an {code}'],
  names: from('refused', belgianSenders),
  age: from(13, ages),
  languages: ['fr', 'nl', 'de'],
  openPoints: [
    [
      'Whether a name is shown as sender: guides disagree. Here: refused; a short code or a Belgian number is shown.',
      belgianSenders,
    ],
    [
      'An objection is acknowledged (royal decree, art. 2). The answer is sent by whoever runs the short code.',
      source(
        'Arrêté royal du 4 avril 2003',
        'art. 2',
        'https://www.ejustice.just.fgov.be/eli/arrete/2003/04/04/2003011238/justel',
        'second_hand',
      ),
    ],
  ],
})

const swissLaw = source(
  'UWG',
  '3(1)(o)',
  'https://www.bakom.admin.ch/bakom/en/homepage/telecommunication/practical-info/spam-spamming-spammer/when-is-mass-sending-allowed.html',
  'read',
)
const switzerland = pack({
  country: 'CH',
  name: { fr: 'Suisse', en: 'Switzerland' },
  law: swissLaw,
  optional: from(['soft_opt_in'], swissLaw),
  optOut: ['STOP an {code}', 'STOP au {code}', 'STOP al {code}'],
  names: from('allowed', common('the sender must be correct (UWG 3(1)(o))')),
  age: from(16, common('the GDPR does not apply in Switzerland: its strictest age stands in')),
  languages: ['de', 'fr', 'it'],
  openPoints: [
    [
      'A law firm accepts tacit consent. Here: explicit only.',
      source('Mondaq', '', 'https://www.mondaq.com/privacy-protection/1651264/', 'read'),
    ],
  ],
})

const luxembourgLaw = source(
  'Loi du 30 mai 2005',
  'art. 11(1)',
  'http://data.legilux.public.lu/file/eli-etat-leg-tc-2011-08-10-n1-jo-fr-html.html',
  'read',
)
const luxembourg = pack({
  country: 'LU',
  name: { fr: 'Luxembourg', en: 'Luxembourg' },
  law: luxembourgLaw,
  optOut: ['STOP au {code}', 'STOP an {code}'],
  names: from('allowed', common('no register found')),
  age: from(16, agesRemembered),
  languages: ['fr', 'de', 'lb'],
  openPoints: [
    [
      'The exception for existing customers (art. 11(2)) and the rule for businesses were not read. Here: consent only.',
      luxembourgLaw,
    ],
  ],
})

const uwg = source('UWG', '§ 7(2) no. 2, § 7(3)', 'https://lxgesetze.de/uwg/7', 'read')
const germanProof = source(
  'BGH I ZR 164/09, as reported',
  '',
  'https://www.telerivet.com/blog/germany-sms-compliance-uwg-gdpr',
  'read',
)
const germany = pack({
  country: 'DE',
  name: { fr: 'Allemagne', en: 'Germany' },
  law: uwg,
  optional: from(['soft_opt_in'], uwg),
  minimumProof: from(2, germanProof),
  optOut: ['STOP an {code}'],
  names: from('allowed', common('no register found')),
  age: from(16, agesRemembered),
  languages: ['de'],
  registers: [
    [
      'None binds by law; competitors may sue over a message without proof.',
      source(
        'FEDMA',
        '',
        'https://www.fedma.org/legalfacts/germany-lfp/marketing-germany-lfp/sms-marketing-b2b-b2c-opt-in/',
        'read',
      ),
    ],
  ],
  openPoints: [
    [
      'Double opt-in is no duty, and courts treat it as the strongest evidence; it must come from the telephone. Here: level 2 at least.',
      germanProof,
    ],
  ],
})

const tkg = source(
  'TKG 2021',
  '§ 174(3), (4), (6)',
  'https://ogd.ris.bka.gv.at/Dokumente/Bundesnormen/NOR40238632/NOR40238632.html',
  'second_hand',
)
const austria = pack({
  country: 'AT',
  name: { fr: 'Autriche', en: 'Austria' },
  law: tkg,
  optional: from(['soft_opt_in'], tkg),
  minimumProof: from(2, {
    ...common('after Germany; § 174 asks for proof of consent'),
    url: 'https://www.werbe.at/dos-donts/recht-werbung/telefonwerbung-e-mail-werbung/',
  }),
  optOut: ['STOP an {code}'],
  names: from(
    'registered',
    source(
      'Operators’ guides for Austria',
      '',
      'https://help.pushtech.com/hc/en-us/articles/15407493751954',
      'read',
    ),
  ),
  age: from(14, ages),
  languages: ['de'],
  openPoints: [
    [
      'Whether sender names must be registered: sources disagree. Here: a reference is asked for.',
      source(
        'CM.com, sender rules',
        '',
        'https://help.pushtech.com/hc/en-us/articles/15407493751954',
        'read',
      ),
    ],
  ],
})

const lssi = source(
  'LSSI',
  '21.1, 21.2',
  'https://www.boe.es/buscar/act.php?id=BOE-A-2002-13758',
  'second_hand',
)
const spanishHours = source(
  'TRLGDCU, written for calls, applied to SMS by caution',
  '96.2',
  'https://www.consumoresponde.es/',
  'read',
)
const cnmc = source(
  'CNMC, alias register; Order TDF/558/2026',
  '',
  'https://cambioslegales.es/en/blog/sms-blocking-unregistered-aliases-september-2026',
  'read',
)
const spain = pack({
  country: 'ES',
  name: { fr: 'Espagne', en: 'Spain' },
  law: lssi,
  optional: from(['soft_opt_in'], lssi),
  hours: from({ from: '09:00', until: '21:00' }, spanishHours),
  days: from(['mon', 'tue', 'wed', 'thu', 'fri'], spanishHours),
  optOut: ['BAJA al {code}', 'STOP al {code}'],
  names: from('registered', cnmc),
  age: from(14, ages),
  languages: ['es', 'ca', 'gl', 'eu'],
  registers: [
    ['Aliases not in the CNMC register are blocked since 15 September 2026.', cnmc],
    [
      'The Robinson list concerns advertising without consent; Accord sends none.',
      common('advertising exclusion lists'),
    ],
  ],
  openPoints: [
    ['The hours are written for telephone calls. Here: they bind SMS too.', spanishHours],
  ],
})

const codice = source(
  'Codice privacy',
  'art. 130(1), (2), (4)',
  'https://www.dgrs.it/lapplicazione-in-italia-della-disciplina-del-soft-spam-e-linterpretazione-dei-paesi-europei-unanalisi-comparata/',
  'read',
)
const agcom = source(
  'AGCOM, alias register (delibera 12/23/CIR)',
  '',
  'https://www.agcom.it/node/1149/printable/print',
  'read',
)
const italy = pack({
  country: 'IT',
  name: { fr: 'Italie', en: 'Italy' },
  law: codice,
  optional: from([], codice),
  optOut: ['STOP al {code}'],
  names: from('registered', agcom),
  age: from(14, ages),
  languages: ['it', 'de'],
  registers: [
    ['Aliases belong to holders of a VAT or tax code, through an authorised provider.', agcom],
  ],
  openPoints: [
    ['The exception for existing customers is written for e-mail only. Here: none by SMS.', codice],
  ],
})

const dutchLaw = source(
  'Telecommunicatiewet',
  '11.7',
  'https://wetten.overheid.nl/BWBR0009950/',
  'second_hand',
)
const netherlands = pack({
  country: 'NL',
  name: { fr: 'Pays-Bas', en: 'Netherlands' },
  law: dutchLaw,
  optional: from(['soft_opt_in'], dutchLaw),
  optOut: ['STOP naar {code}'],
  names: from('allowed', common('no register found')),
  age: from(16, ages),
  languages: ['nl'],
  openPoints: [
    [
      'Businesses are protected too, since 2009; the burden of proof is the sender’s.',
      source(
        'BTU advocaten',
        '',
        'https://www.btu-advocaten.nl/nieuws/spamverbod-nu-ook-aan-bedrijven-vanaf-1-oktober-2009-niet-voor-bestaande-klanten',
        'read',
      ),
    ],
  ],
})

const portugueseLaw = source(
  'Lei 41/2004; CNPD, diretriz 2022/1',
  'art. 13-A',
  'https://www.dnoticias.pt/2022/2/11/296495-chamadas-emails-e-sms-de-marketing-nao-consentidos-motivam-aumento-de-queixas-a-proteccao-de-dados/',
  'read',
)
const portugal = pack({
  country: 'PT',
  name: { fr: 'Portugal', en: 'Portugal' },
  law: portugueseLaw,
  optional: from(['soft_opt_in'], portugueseLaw),
  optOut: ['STOP para {code}'],
  names: from('allowed', common('no register found')),
  age: from(13, agesRemembered),
  languages: ['pt'],
  registers: [
    [
      'A national list of legal persons that object (from memory). Here: businesses too are asked for consent.',
      { ...portugueseLaw, evidence: 'memory' },
    ],
  ],
})

const polishLaw = source(
  'Prawo komunikacji elektronicznej, since 10 November 2024',
  'art. 398',
  'https://radcaprawny.kirp.pl/archiwum/praktyka/zakaz-cold-callingu-w-prawie-komunikacji-elektronicznej',
  'read',
)
const poland = pack({
  country: 'PL',
  name: { fr: 'Pologne', en: 'Poland' },
  law: polishLaw,
  optional: from([], polishLaw),
  optOut: ['STOP na {code}'],
  names: from('allowed', common('names of public bodies are reserved (act of 28 July 2023)')),
  age: from(16, agesRemembered),
  languages: ['pl'],
  openPoints: [
    [
      'No exception for existing customers was found; a draft would allow implied consent. Here: neither.',
      polishLaw,
    ],
  ],
})

const irishLaw = source(
  'SI 336/2011',
  'regulation 13',
  'https://www.dataprotection.ie/docs/DIRECT-MARKETING-A-GENERAL-GUIDE-FOR-DATA-CONTROLLERS/905.htm',
  'read',
)
const comreg = source(
  'ComReg, Sender ID registry',
  '',
  'https://irishtimes.com/business/2025/06/05/comreg-plans-overhaul-of-sms-text-message-system-to-help-block-scammers',
  'read',
)
const ireland = pack({
  country: 'IE',
  name: { fr: 'Irlande', en: 'Ireland' },
  law: irishLaw,
  optional: from(['soft_opt_in'], irishLaw),
  optOut: ['STOP to {code}'],
  names: from('registered', comreg),
  age: from(16, ages),
  languages: ['en', 'ga'],
  registers: [['Sender names not in the registry are blocked since 3 October 2025.', comreg]],
  openPoints: [
    [
      'The exception for existing customers lasts 12 months from the sale or the last message (from memory). Here: it is off.',
      { ...irishLaw, evidence: 'memory' },
    ],
  ],
})

const pecr = source(
  'PECR',
  'regulation 22',
  'https://m.wiggin.eu/insight/charitable-purpose-soft-opt-in-ico-launches-consultation',
  'read',
)
const britishSenders = source(
  'Operators’ rules for the United Kingdom',
  '',
  'https://cakraflash.com/uk-sender-id-requirements',
  'read',
)
const unitedKingdom = pack({
  country: 'GB',
  name: { fr: 'Royaume-Uni', en: 'United Kingdom' },
  law: pecr,
  optional: from(['soft_opt_in'], pecr),
  optOut: ['STOP to {code}'],
  names: from('allowed', britishSenders),
  characters: 'A-Za-z0-9_-',
  age: from(13, agesRemembered),
  languages: ['en'],
  openPoints: [
    [
      'Corporate subscribers stand outside regulation 22 (from memory). Here: they are asked for consent.',
      { ...pecr, evidence: 'memory' },
    ],
    [
      'Ofcom’s rules on business messages were due in 2026 and were not found. Foreign long numbers are refused meanwhile.',
      source('Ofcom consultation', '', 'https://www.ofcom.org.uk/', 'read'),
    ],
  ],
})

export const neighbours: readonly ReviewedRules[] = [
  belgium,
  switzerland,
  luxembourg,
  germany,
  austria,
  spain,
  italy,
  portugal,
  netherlands,
  ireland,
  unitedKingdom,
  poland,
]
