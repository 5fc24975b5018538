// Countries that nobody has gone through yet: notes for whoever will, and no marketing meanwhile.
import type { BothLanguages, DraftRules } from './rules.ts'

type Note = readonly [text: string, title: string, url: string]

function draft(country: string, name: BothLanguages, ...notes: readonly Note[]): DraftRules {
  return {
    country,
    name,
    reviewed: false,
    notes: notes.map(([value, title, url]) => ({
      value,
      source: { title, article: '', url, checkedOn: '2026-11-24', evidence: 'second_hand' },
    })),
  }
}

export const drafts: readonly DraftRules[] = [
  draft('BE', { fr: 'Belgique', en: 'Belgium' }, [
    'Prior consent; an objection is acknowledged and lists are kept. Alphanumeric senders are overwritten or refused.',
    'Royal decree of 4 April 2003; CEL XII.13',
    'https://www.ejustice.just.fgov.be/eli/arrete/2003/04/04/2003011238/justel',
  ]),
  draft('DE', { fr: 'Allemagne', en: 'Germany' }, [
    'Express prior consent; the proof must come from the telephone itself (grade 2 at least).',
    'UWG § 7(2) no. 2',
    'https://lxgesetze.de/uwg/7',
  ]),
  draft('ES', { fr: 'Espagne', en: 'Spain' }, [
    'Prior request or express authorisation. Aliases not in the CNMC register are blocked since 15 September 2026. Cautious hours: Monday to Friday, 09:00 to 21:00.',
    'LSSI 21; CNMC alias register',
    'https://www.boe.es/buscar/act.php?id=BOE-A-2002-13758',
  ]),
  draft('IT', { fr: 'Italie', en: 'Italy' }, [
    'Consent; the exception for existing customers covers e-mail only. AGCOM alias register.',
    'Codice privacy, art. 130',
    'https://www.agcom.it/node/1149/printable/print',
  ]),
  draft('NL', { fr: 'Pays-Bas', en: 'Netherlands' }, [
    'Prior consent, for legal persons too since 2009.',
    'Telecommunicatiewet 11.7',
    'https://wetten.overheid.nl/BWBR0009950/',
  ]),
  draft('LU', { fr: 'Luxembourg', en: 'Luxembourg' }, [
    'Consent for automated communication systems and electronic mail.',
    'Law of 30 May 2005, art. 11',
    'http://data.legilux.public.lu/file/eli-etat-leg-tc-2011-08-10-n1-jo-fr-html.html',
  ]),
  draft('AT', { fr: 'Autriche', en: 'Austria' }, [
    'Consent, SMS included; the offence is committed where the message is received.',
    'TKG 2021 § 174',
    'https://ogd.ris.bka.gv.at/Dokumente/Bundesnormen/NOR40238632/NOR40238632.html',
  ]),
  draft('PT', { fr: 'Portugal', en: 'Portugal' }, [
    'Prior consent; lists of consents and refusals are kept.',
    'Law 41/2004, art. 13-A',
    'https://www.dnoticias.pt/2022/2/11/296495-chamadas-emails-e-sms-de-marketing-nao-consentidos-motivam-aumento-de-queixas-a-proteccao-de-dados/',
  ]),
  draft('PL', { fr: 'Pologne', en: 'Poland' }, [
    'Consent only; no exception for existing customers was found.',
    'PKE art. 398, since 10 November 2024',
    'https://radcaprawny.kirp.pl/archiwum/praktyka/zakaz-cold-callingu-w-prawie-komunikacji-elektronicznej',
  ]),
  draft('IE', { fr: 'Irlande', en: 'Ireland' }, [
    'Consent; existing customers within 12 months. Unregistered sender ids are blocked since 3 October 2025.',
    'SI 336/2011, regulation 13',
    'https://www.dataprotection.ie/docs/DIRECT-MARKETING-A-GENERAL-GUIDE-FOR-DATA-CONTROLLERS/905.htm',
  ]),
  draft('GB', { fr: 'Royaume-Uni', en: 'United Kingdom' }, [
    'Consent or soft opt-in; generic sender names are refused.',
    'PECR, regulation 22',
    'https://m.wiggin.eu/insight/charitable-purpose-soft-opt-in-ico-launches-consultation',
  ]),
  draft('CH', { fr: 'Suisse', en: 'Switzerland' }, [
    'Consent, correct sender, free refusal in each automated mass message.',
    'UWG 3(1)(o)',
    'https://www.bakom.admin.ch/bakom/en/homepage/telecommunication/practical-info/spam-spamming-spammer/when-is-mass-sending-allowed.html',
  ]),
]
