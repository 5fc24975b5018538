// Sentences of impact assessments: the sheet, answers that the program measures, changes; what is
// asked stands beside it.
import { glued } from '../sentences.ts'
import { askedEn, askedFr } from './impact-asked.ts'

const english = {
  ...askedEn,
  title: 'Impact assessment: {name}',
  titleOfOne: '{title}, {processing}',
  endedName: 'A processing that has ended',
  processorTitle: 'Impact assessment of this installation',
  levels: { 1: 'Negligible', 2: 'Limited', 3: 'Important', 4: 'Maximal' },
  choices: { yes: 'Yes', no: 'No' },
  counted: {
    sensitive: 'Sensitive data is kept: {classes}.',
    noSensitive: 'No sensitive data and no national identification number is kept.',
    sensitiveAccounts: 'Accounts that keep sensitive data: {count}.',
    people: 'People kept now: {count}.',
    children: 'People for whom a parent’s authorisation was recorded: {count}.',
  },
  screening: 'Screening: the nine criteria',
  reason: 'Why no assessment is made',
  evidence: {
    register: 'Register of processing',
    suppliers: 'Register of suppliers',
    notice: 'Public notice',
    wordings: 'Wordings and forms',
    program: 'What the program does for every account',
    contacts: 'Count of the contacts',
    measures: 'Measures in place on this installation',
    checkup: 'Security check of {day}',
  },
  values: {
    processing: '{name}: {about}',
    undescribed: 'not described yet',
    controller: 'Controller: {name}.',
    processor: 'Processor: {name}, who runs this installation.',
    supplier: 'Supplier: {name} ({country}).',
    officer: 'Data protection officer: {name}.',
    assets:
      'The server with its database, encrypted; the folder of the keys; the backups; the operators’ networks: {names}.',
    noOperator: 'none yet',
    notice: 'The public notice stands at {path}.',
    forms: 'Open forms: {forms}. Published wordings: {wordings}.',
    noForms: 'No wording is published and no form is open.',
    access:
      'A person asks on their personal page, on the public page or by letter. The answer goes out as a sealed archive to read, to print and for programs. Requests have a clock of one month.',
    rectification:
      'A person corrects or asks for erasure on their personal page. Erasure destroys their keys, and a certificate says so.',
    objection:
      'STOP is obeyed at once. The personal page takes restriction and objection. An objection outlives the contact.',
    contract: '{name}: contract complete until {day}.',
    contractOpen: '{name}: contract complete, without an end.',
    contractMissing: '{name}: no complete contract. Its routes are closed.',
    noSupplier: 'No supplier receives data.',
    transfer: '{name} ({country}): {tool}.',
    noTool: 'no transfer tool',
    noTransfer: 'No supplier is outside the European Economic Area.',
    accounts: 'Accounts on this installation: {count}. {categories}',
    retention:
      'Each account sets its periods within the limits of the program; its register lists them.',
    basis:
      'The installation acts on the instructions of its accounts (article 28). Each account has its own legal bases in its register.',
    words:
      'Each account informs its people by its own public notice. The installation has one too, at {path}.',
    consent:
      'Marketing leaves only with a consent in the ledger, checked again at the moment it leaves.',
    minimisation:
      'Accounts choose which fields they keep; sensitive data is kept out unless a legal basis is recorded.',
    failedChecks: 'Checks that found a gap: {names}.',
  },
  changes: {
    data: 'New sort of data: {name}.',
    sensitive: 'New sensitive data: {name}.',
    purpose: 'New processing: {name}.',
    supplier: 'New supplier: {name}.',
    transfer: 'New transfer outside the European Economic Area: {name}.',
    measure: 'A measure is not in place any more: {name}',
    check: 'A check finds a gap now: {name}.',
  },
  points: {
    open: 'criteria that nobody has answered: {count}',
    calledFor: 'it is called for and not validated; criteria met: {count}',
    reopened: 'to be looked at again. {changes}',
  },
  sheet: {
    question: 'Question',
    answer: 'Answer',
    origin: 'From',
    evidence: 'Evidence',
    cites: 'Measures cited',
    missing: 'Missing',
    origins: { measured: 'measured', declared: 'declared', missing: 'missing' },
    states: {
      in_place: 'in place',
      failed: 'failed',
      unknown: 'could not be measured',
      gone: 'not in place any more',
    },
    plan: 'Action plan',
    what: 'What',
    who: 'Who',
    by: 'By',
    done: 'Done on',
    decision: 'Decision of the controller',
    versions: 'Validated versions',
    version: 'Version {number}, {day}',
    notValidated: 'Not validated yet.',
    note: 'Read on {day}. Questions of the CNIL’s PIA method.',
    outcomes: {
      open: 'Criteria without an answer: {count}.',
      called_for: 'An assessment is called for. Criteria met: {count}.',
      not_called_for: 'No assessment is called for. Criteria met: {count}.',
      reasoned:
        'An assessment is called for and is not made; the reason is below. Criteria met: {count}.',
    },
  },
}

const french: typeof english = {
  ...askedFr,
  title: 'Analyse d’impact : {name}',
  titleOfOne: '{title}, {processing}',
  endedName: 'Un traitement qui a pris fin',
  processorTitle: 'Analyse d’impact de cette installation',
  levels: { 1: 'Négligeable', 2: 'Limitée', 3: 'Importante', 4: 'Maximale' },
  choices: { yes: 'Oui', no: 'Non' },
  counted: {
    sensitive: 'Des données sensibles sont conservées : {classes}.',
    noSensitive: 'Ni donnée sensible ni numéro d’identification national n’est conservé.',
    sensitiveAccounts: 'Comptes qui conservent des données sensibles : {count}.',
    people: 'Personnes conservées aujourd’hui : {count}.',
    children: 'Personnes avec une autorisation parentale enregistrée : {count}.',
  },
  screening: 'Analyse préalable : les neuf critères',
  reason: 'Pourquoi aucune analyse n’est menée',
  evidence: {
    register: 'Registre des traitements',
    suppliers: 'Registre des fournisseurs',
    notice: 'Notice publique',
    wordings: 'Textes et formulaires',
    program: 'Ce que le programme fait pour tous les comptes',
    contacts: 'Compte des contacts',
    measures: 'Mesures en place sur cette installation',
    checkup: 'Contrôle de sécurité du {day}',
  },
  values: {
    processing: '{name} : {about}',
    undescribed: 'pas encore décrit',
    controller: 'Responsable du traitement : {name}.',
    processor: 'Sous-traitant : {name}, qui exploite cette installation.',
    supplier: 'Fournisseur : {name} ({country}).',
    officer: 'Délégué à la protection des données : {name}.',
    assets:
      'Le serveur et sa base, chiffrée ; le dossier des clés ; les sauvegardes ; les réseaux des opérateurs : {names}.',
    noOperator: 'aucun pour l’instant',
    notice: 'La notice publique est à l’adresse {path}.',
    forms: 'Formulaires ouverts : {forms}. Textes publiés : {wordings}.',
    noForms: 'Aucun texte n’est publié et aucun formulaire n’est ouvert.',
    access:
      'La personne demande sur sa page personnelle, sur la page publique ou par lettre. La réponse part dans une archive scellée, à lire, à imprimer et pour les programmes. Les demandes ont un délai d’un mois.',
    rectification:
      'La personne corrige ou demande l’effacement sur sa page personnelle. L’effacement détruit ses clés, et un certificat l’atteste.',
    objection:
      'STOP est suivi aussitôt. La page personnelle prend la limitation et l’opposition. Une opposition survit au contact.',
    contract: '{name} : contrat complet jusqu’au {day}.',
    contractOpen: '{name} : contrat complet, sans terme.',
    contractMissing: '{name} : aucun contrat complet. Ses routes sont fermées.',
    noSupplier: 'Aucun fournisseur ne reçoit de données.',
    transfer: '{name} ({country}) : {tool}.',
    noTool: 'aucun outil de transfert',
    noTransfer: 'Aucun fournisseur n’est hors de l’Espace économique européen.',
    accounts: 'Comptes de cette installation : {count}. {categories}',
    retention:
      'Chaque compte règle ses durées dans les limites du programme ; son registre les énumère.',
    basis:
      'L’installation agit sur instruction de ses comptes (article 28). Chaque compte a ses propres bases légales dans son registre.',
    words:
      'Chaque compte informe les personnes par sa propre notice publique. L’installation a la sienne, à l’adresse {path}.',
    consent:
      'La publicité ne part qu’avec un consentement inscrit au registre, vérifié encore au moment du départ.',
    minimisation:
      'Les comptes choisissent les champs qu’ils conservent ; les données sensibles restent dehors tant qu’aucune base légale n’est enregistrée.',
    failedChecks: 'Contrôles qui ont trouvé un manque : {names}.',
  },
  changes: {
    data: 'Nouvelle sorte de données : {name}.',
    sensitive: 'Nouvelles données sensibles : {name}.',
    purpose: 'Nouveau traitement : {name}.',
    supplier: 'Nouveau fournisseur : {name}.',
    transfer: 'Nouveau transfert hors de l’Espace économique européen : {name}.',
    measure: 'Une mesure n’est plus en place : {name}',
    check: 'Un contrôle trouve maintenant un manque : {name}.',
  },
  points: {
    open: 'critères sans réponse : {count}',
    calledFor: 'elle est nécessaire et pas validée ; critères remplis : {count}',
    reopened: 'à revoir. {changes}',
  },
  sheet: {
    question: 'Question',
    answer: 'Réponse',
    origin: 'Origine',
    evidence: 'Preuve',
    cites: 'Mesures citées',
    missing: 'Manquant',
    origins: { measured: 'mesuré', declared: 'déclaré', missing: 'manquant' },
    states: {
      in_place: 'en place',
      failed: 'en échec',
      unknown: 'n’a pas pu être mesurée',
      gone: 'n’est plus en place',
    },
    plan: 'Plan d’action',
    what: 'Quoi',
    who: 'Qui',
    by: 'Échéance',
    done: 'Fait le',
    decision: 'Décision du responsable du traitement',
    versions: 'Versions validées',
    version: 'Version {number}, {day}',
    notValidated: 'Pas encore validée.',
    note: 'Lu le {day}. Questions de la méthode PIA de la CNIL.',
    outcomes: {
      open: 'Critères sans réponse : {count}.',
      called_for: 'Une analyse d’impact est nécessaire. Critères remplis : {count}.',
      not_called_for: 'Aucune analyse d’impact n’est nécessaire. Critères remplis : {count}.',
      reasoned:
        'Une analyse d’impact est nécessaire et n’est pas menée ; la raison est ci-dessous. Critères remplis : {count}.',
    },
  },
}

export type ImpactWords = typeof english
export const impactWords = { en: english, fr: glued(french) }
