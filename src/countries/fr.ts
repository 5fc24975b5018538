// France: every value beside its source. What a lawyer reviews is this file and its printed page.
import type { Evidence, ReviewedRules, Source, Sourced } from './rules.ts'

const checkedOn = '2026-11-24'

function source(title: string, article: string, url: string, evidence: Evidence): Source {
  return { title, article, url, checkedOn, evidence }
}

const lawElectronic = source(
  'Code des postes et des communications électroniques',
  'L34-5',
  'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042155961',
  'second_hand',
)
const charter = (article: string): Source =>
  source(
    'Charte Business Messaging de l’af2m, en vigueur depuis le 1er mars 2026',
    article,
    'https://af2m.org/charte-business-messaging/',
    'second_hand',
  )
const ours = (article: string): Source =>
  source(
    'Choix prudent d’Accord, plus strict que la charte',
    article,
    'https://af2m.org/charte-business-messaging/',
    'default',
  )
const senderCharter = source(
  'af2m, protection des OADC sensibles',
  'liste SI et liste ISA; filtrage renforcé depuis le 10 mars 2025',
  'https://af2m.org/protection-des-oadc-sensibles',
  'read',
)
const numberingPlan = source(
  'Arcep, décision 2018-0881, plan de numérotation consolidé au 1er janvier 2026',
  '2.3.2 f',
  'https://www.arcep.fr/uploads/tx_gsavis/18-0881.pdf',
  'second_hand',
)
const retention = source(
  'CNIL, référentiel de gestion commerciale (délibération 2021-131)',
  'durées de conservation',
  'https://www.faceaurisque.com/base-reglementaire/',
  'second_hand',
)

/**
 * Its words as amended by the law of 30 June 2025, article 13, read in a public copy of the code.
 */
const lawOnCalls: Source = {
  title: 'Code de la consommation, en vigueur depuis le 11 août 2026 (loi 2025-594, article 13)',
  article: 'L223-2',
  url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000051830282',
  checkedOn: '2026-11-28',
  evidence: 'second_hand',
}

export function from<T>(value: T, where: Source): Sourced<T> {
  return { value, source: where }
}

export const france: ReviewedRules = {
  country: 'FR',
  name: { fr: 'France', en: 'France' },
  reviewed: true,
  version: checkedOn,
  marketing: {
    legalBases: from(['opt_in'], lawElectronic),
    optionalLegalBases: from(
      ['soft_opt_in', 'b2b_opt_out'],
      source(
        'CNIL, la prospection commerciale par SMS-MMS',
        'professionnels: information et opposition',
        'https://www.cnil.fr/fr/communication-electronique-quelles-regles',
        'second_hand',
      ),
    ),
    hours: from({ from: '08:00', until: '20:00' }, ours('heures')),
    ceiling: from({ from: '08:00', until: '21:30' }, charter('C.1.3')),
    days: from(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], charter('C.1.3')),
    sundays: from(false, ours('dimanches: tolérés, déconseillés')),
    publicHolidays: from(false, ours('jours fériés: tolérés, déconseillés')),
    mayOpenDaysOff: from(true, charter('C.1.3: tolérés')),
    minimumProof: from(1, lawElectronic),
    consentMonths: from(
      24,
      source(
        'Choix d’Accord : aucune durée n’est fixée pour le SMS (EDPB 05/2020 ; CNIL 2021-131)',
        '',
        'https://www.faceaurisque.com/base-reglementaire/',
        'default',
      ),
    ),
    optOutWording: from(['STOP au {code}', 'STOP SMS au {code}'], charter('B.3')),
    validityEndsWithWindow: from(true, charter('C.1.3: l’acheminement reste dans la plage')),
    optOutMention: from('route_stop_text', lawElectronic),
    frequencyCap: from(
      { count: 4, days: 30 },
      source(
        'Choix d’Accord, par analogie avec le démarchage téléphonique',
        'Code de la consommation, D223-9',
        'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000046421823',
        'default',
      ),
    ),
    sectorBans: [
      from(
        {
          id: 'energy_renovation',
          name: {
            fr: 'rénovation énergétique, énergies renouvelables, adaptation du logement',
            en: 'energy renovation, renewable energy, home adaptation',
          },
          patterns: [
            '\\bmaprimerenov',
            '\\bma prime renov',
            '\\brenovation energetique',
            '\\bisolation\\b',
            '\\bpompes? a chaleur\\b',
            '\\bpanneaux? (?:solaires?|photovoltaiques?)\\b',
            '\\bphotovoltaique',
            '\\bmonte[- ]escaliers?\\b',
            '\\bdouches? senior',
            '\\bchaudieres? a (?:granules|condensation)',
            '\\bballons? thermodynamiques?\\b',
          ],
        },
        source(
          'Code de la consommation',
          'L223-8 (loi 2025-594 du 30 juin 2025)',
          'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000051824277',
          'second_hand',
        ),
      ),
      from(
        {
          id: 'training_account',
          name: { fr: 'compte personnel de formation', en: 'personal training account (CPF)' },
          patterns: [
            '\\bcpf\\b',
            '\\bmon compte formation\\b',
            '\\bcompte (?:personnel )?(?:de )?formation\\b',
          ],
        },
        source(
          'Code du travail',
          'L6323-8-1',
          'https://legisocial.fr/actualites-sociales/5648-loi-interdisant-sanctionnant-demarchage-cpf-publiee.html',
          'read',
        ),
      ),
    ],
    shortcodeFamilies: from(
      { '36': 'marketing', '38': 'alert' },
      source(
        'af2m, SMS marketing',
        'numéros 36xxx, 38xxx',
        'https://af2m.org/sms-marketing',
        'read',
      ),
    ),
  },
  alert: { softHours: from({ from: '07:00', until: '22:00' }, ours('messages d’alerte: libres')) },
  senders: from(
    {
      names: 'allowed',
      numbers: 'listed',
      lengthMin: 3,
      lengthMax: 11,
      characters: 'A-Za-z0-9',
      needsLetter: true,
      // biome-ignore format: a list of words
      generic: [
        'ALERT', 'ALERTE', 'ALERTES', 'ALERTS', 'INFO', 'INFOS', 'INFORMATION', 'SMS', 'SMSINFO',
        'INFOSMS', 'RDV', 'RAPPEL', 'RAPPELRDV', 'PAYMENT', 'PAIEMENT', 'BANK', 'BANQUE',
        'MABANQUE', 'PARCEL', 'COLIS', 'VOTRECOLIS', 'LIVRAISON', 'DELIVERY', 'PROMO', 'PROMOS',
        'PROMOTION', 'PUB', 'OFFRE', 'OFFRES', 'SOLDES', 'CODE', 'OTP', 'VERIFY', 'CONTACT',
        'SERVICE', 'SERVICES', 'CLIENT', 'CLIENTS', 'NOTIF', 'NOTICE', 'MESSAGE', 'MESSAGES',
        'URGENT', 'SECURITE', 'SECURITY', 'SUPPORT', 'STOP', 'STOPSMS', 'TEST', 'RESERVATION',
        'COMMANDE', 'ORDER', 'FACTURE', 'INVOICE', 'AMENDE', 'COMPTE', 'ACCOUNT',
      ],
      // biome-ignore format: a list of words
      sensitive: [
        'AMELI', 'CPAM', 'ASSURMALADIE', 'CARTEVITALE', 'CAF', 'IMPOTS', 'DGFIP', 'GOUV', 'GOUVFR',
        'ANTAI', 'AMENDES', 'URSSAF', 'LAPOSTE', 'CHRONOPOST', 'COLISSIMO', 'POLICE',
        'GENDARMERIE', 'FRALERT', 'SAMU', 'POMPIERS', 'FRANCETRAV', 'CRITAIR', 'CPF', 'CNIL',
        'ARCEP',
      ],
    },
    senderCharter,
  ),
  senderNumbers: from(
    // biome-ignore format: a list of numbers
    [
      '937', '938', '9390', '9391', '9392', '9393', '9394', '162', '163', '270', '271', '377',
      '378', '424', '425', '568', '569', '948', '949',
    ],
    numberingPlan,
  ),
  premiumNumbers: from(
    ['81', '82', '89', '118'],
    source(
      'Inciter à appeler un numéro surtaxé est de la prospection',
      'CPCE, L34-5, 3e alinéa',
      'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042155961',
      'second_hand',
    ),
  ),
  ageOfConsent: from(
    15,
    source(
      'RGPD et loi Informatique et Libertés',
      'RGPD 8; loi 78-17, article 45',
      'https://www.twobirds.com/en/capabilities/practices/privacy-and-data-protection/general-data-protection-regulation/gdpr-tracker/children',
      'read',
    ),
  ),
  languages: from(['fr'], ours('langue')),
  registers: [
    from(
      'Names of bodies that are imitated (lists SI and ISA of the af2m). Bloctel ended in August 2026 and never covered SMS.',
      senderCharter,
    ),
  ],
  openPoints: [
    from(
      'Whether a free account is a sale (CJEU C-654/23: narrowly yes; CNIL: no). Here: no.',
      lawElectronic,
    ),
    from(
      'Hours: the charter allows 08:00 to 21:30, most providers 08:00 to 20:00. Here: the narrower by default, the charter as ceiling.',
      charter('C.1.3'),
    ),
    from(
      'Sundays and holidays: tolerated by the charter of 2026, refused by that of 2024. Here: closed unless an account opens them.',
      charter('C.1.3'),
    ),
  ],
  numberStatements: [
    from(
      {
        since: '2026-08-11',
        text: {
          fr: 'Toute sollicitation téléphonique à des fins commerciales suppose votre consentement préalable, sauf si elle intervient dans le cadre de l’exécution d’un contrat en cours (article L. 223-2 du code de la consommation).',
          en: 'Any call for commercial purposes needs your prior consent, unless it is made in the performance of a contract in progress (French consumer code, article L. 223-2).',
        },
      },
      lawOnCalls,
    ),
  ],
  retention: from(
    {
      prospectInactiveDeleteMonths: 36,
      repermissionMonths: 24,
      consentProofAfterEndYears: 5,
      optOutMinYears: 3,
      messageBodyDays: 90,
      receiptMonths: 12,
      rawImportFileDays: 7,
      rejectedRowsDays: 30,
    },
    retention,
  ),
}
