// Sentences of impact assessments: criteria, questions, answers that the program measures, changes.
import { glued } from '../sentences.ts'

const english = {
  title: 'Impact assessment: {name}',
  titleOfOne: '{title}, {processing}',
  endedName: 'A processing that has ended',
  processorTitle: 'Impact assessment of this installation',
  levels: { 1: 'Negligible', 2: 'Limited', 3: 'Important', 4: 'Maximal' },
  choices: { yes: 'Yes', no: 'No' },
  criteria: {
    scoring: {
      label: 'Evaluation or scoring',
      help: 'People are profiled or graded: solvency, behaviour, performance, health.',
    },
    automated_decision: {
      label: 'Automated decision with a legal or similar effect',
      help: 'A program alone decides something that matters for the person.',
    },
    monitoring: {
      label: 'Systematic monitoring',
      help: 'People are observed over time: their places, their visits, what they click.',
    },
    sensitive: {
      label: 'Sensitive or highly personal data',
      help: 'Health, religion, opinions, offences (articles 9 and 10), or a national identification number.',
    },
    large_scale: {
      label: 'Large scale',
      help: 'Many people, much data, for long or over a wide area. No law gives a number; the program proposes “yes” from 10,000 people on.',
    },
    matching: {
      label: 'Matching or combining data sets',
      help: 'Data of several sources or purposes is combined in a way that people do not expect.',
    },
    vulnerable: {
      label: 'Vulnerable people',
      help: 'Children, patients, elderly people, employees: whoever cannot easily refuse.',
    },
    innovation: {
      label: 'Innovative use, new technology',
      help: 'A technique whose effects on people are not well known yet.',
    },
    preventing: {
      label: 'Keeping people from a right, a service or a contract',
      help: 'What is processed decides whether somebody gets something.',
    },
  },
  counted: {
    sensitive: 'Sensitive data is kept: {classes}.',
    noSensitive: 'No sensitive data and no national identification number is kept.',
    sensitiveAccounts: 'Accounts that keep sensitive data: {count}.',
    people: 'People kept now: {count}.',
    children: 'People for whom a parent’s authorisation was recorded: {count}.',
  },
  screening: 'Screening: the nine criteria',
  reason: 'Why no assessment is made',
  sections: {
    overview: 'Context: overview',
    data: 'Context: data, processes and supporting assets',
    proportionality: 'Fundamental principles: proportionality and necessity',
    rights: 'Fundamental principles: rights of people',
    measures: 'Risks: existing or planned measures',
    access: 'Risks: illegitimate access to data',
    modification: 'Risks: unwanted modification of data',
    disappearance: 'Risks: disappearance of data',
    validation: 'Validation: opinions',
  },
  questions: {
    'overview.processing': {
      label: 'What is the processing under consideration?',
      help: 'Its purposes and what is at stake. Add what the program cannot know.',
    },
    'overview.responsibilities': {
      label: 'What are the responsibilities linked to the processing?',
      help: 'Controller, processors and joint controllers, with what each does.',
    },
    'overview.standards': {
      label: 'Are there standards that apply to the processing?',
      help: 'Codes of conduct, certifications, a reference of the authority.',
    },
    'data.which': {
      label: 'What is the data processed?',
      help: 'Which data of whom, kept how long, and who receives it.',
    },
    'data.lifecycle': {
      label: 'How does the life cycle of the data work?',
      help: 'From collection to erasure, step by step: where it comes from, who uses it, how it ends.',
    },
    'data.assets': {
      label: 'What are the supporting assets of the data?',
      help: 'Servers, programs, networks, people and paper. Add your own: phones, exports, other programs.',
    },
    'proportionality.purposes': {
      label: 'Are the purposes of the processing specified, explicit and legitimate?',
      help: 'The register answers once each purpose is described in it.',
    },
    'proportionality.basis': {
      label: 'On what legal basis is the processing lawful?',
      help: 'Consent, contract, legal obligation, legitimate interest …',
    },
    'proportionality.minimisation': {
      label: 'Is the data collected adequate, relevant and limited to what is necessary?',
      help: 'Say for each field why it is needed, and what you decided not to collect.',
    },
    'proportionality.accuracy': {
      label: 'Is the data accurate and kept up to date?',
      help: 'How errors are found and corrected.',
    },
    'proportionality.retention': {
      label: 'How long is the data kept?',
      help: 'The periods that are set here answer; add why they are as they are.',
    },
    'rights.information': {
      label: 'How are people informed of the processing?',
      help: 'The public notice and the words of your forms.',
    },
    'rights.consent': {
      label: 'Where it applies, how is people’s consent obtained?',
      help: 'The wordings that are published, and the forms that show them.',
    },
    'rights.access': {
      label: 'How can people exercise their rights of access and portability?',
      help: 'The personal page answers them; add other ways.',
    },
    'rights.rectification': {
      label: 'How can people exercise their rights to rectification and erasure?',
      help: 'The personal page and your answers to requests.',
    },
    'rights.objection': {
      label: 'How can people exercise their rights to restriction and objection?',
      help: 'STOP, the personal page, the public page.',
    },
    'rights.processors': {
      label: 'Are the obligations of processors clearly defined and governed by a contract?',
      help: 'The register of suppliers answers.',
    },
    'rights.transfers': {
      label: 'If data leaves the European Union, is it protected equivalently?',
      help: 'Countries and transfer tools, from the contracts of suppliers.',
    },
    'measures.program': {
      label: 'Which existing or planned measures treat the risks?',
      help: 'What the program measured. Add what you planned.',
    },
    'measures.organisation': {
      label: 'Which measures does your organisation take itself?',
      help: 'Premises, workstations, policies, training.',
    },
    'validation.dpo': {
      label: 'What is the opinion of the data protection officer?',
      help: 'May the processing go on, and under which conditions? Article 35(2).',
    },
    'validation.people': {
      label: 'What is the opinion of the people concerned, or their representatives?',
      help: 'Or why it was not sought. Article 35(9).',
    },
  },
  risks: {
    impacts: {
      label: 'What could be the main impacts on people if the risk occurred?',
      help: 'What would happen to them: unwanted messages, a disclosed illness, a missed appointment.',
    },
    threats: {
      label: 'What are the main threats that could lead to the risk?',
      help: 'How it could happen: a stolen password, a lost file, a fault of a program.',
    },
    sources: {
      label: 'What could be its sources?',
      help: 'Who or what: a user by mistake, an outsider, a supplier, fire, a fault.',
    },
    measures: {
      label: 'Which of the measures contribute to treating the risk?',
      help: 'The program names those in place here. Cite others, or write your own.',
    },
    severity: {
      label: 'How do you estimate the severity of the risk, given impacts and measures?',
      help: 'CNIL’s four levels: negligible, limited, important, maximal.',
    },
    likelihood: {
      label: 'How do you estimate the likelihood of the risk, given threats, sources and measures?',
      help: 'CNIL’s four levels: negligible, limited, important, maximal.',
    },
  },
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
  title: 'Analyse d’impact : {name}',
  titleOfOne: '{title}, {processing}',
  endedName: 'Un traitement qui a pris fin',
  processorTitle: 'Analyse d’impact de cette installation',
  levels: { 1: 'Négligeable', 2: 'Limitée', 3: 'Importante', 4: 'Maximale' },
  choices: { yes: 'Oui', no: 'Non' },
  criteria: {
    scoring: {
      label: 'Évaluation ou notation',
      help: 'Les personnes sont profilées ou notées : solvabilité, comportement, performance, santé.',
    },
    automated_decision: {
      label: 'Décision automatique avec effet légal ou similaire',
      help: 'Un programme décide seul de quelque chose qui compte pour la personne.',
    },
    monitoring: {
      label: 'Surveillance systématique',
      help: 'Les personnes sont observées dans la durée : leurs lieux, leurs visites, leurs clics.',
    },
    sensitive: {
      label: 'Données sensibles ou à caractère hautement personnel',
      help: 'Santé, religion, opinions, infractions (articles 9 et 10), ou numéro d’identification national.',
    },
    large_scale: {
      label: 'Large échelle',
      help: 'Beaucoup de personnes, de données, de temps ou de territoire. Aucun texte ne donne de nombre ; le programme propose « oui » à partir de 10 000 personnes.',
    },
    matching: {
      label: 'Croisement d’ensembles de données',
      help: 'Des données de plusieurs sources ou finalités sont croisées d’une façon inattendue pour les personnes.',
    },
    vulnerable: {
      label: 'Personnes vulnérables',
      help: 'Enfants, patients, personnes âgées, salariés : des personnes qui peuvent difficilement refuser.',
    },
    innovation: {
      label: 'Usage innovant, nouvelle technologie',
      help: 'Une technique dont les effets sur les personnes sont encore mal connus.',
    },
    preventing: {
      label: 'Exclusion du bénéfice d’un droit, d’un service ou d’un contrat',
      help: 'Le traitement décide si quelqu’un obtient quelque chose.',
    },
  },
  counted: {
    sensitive: 'Des données sensibles sont conservées : {classes}.',
    noSensitive: 'Ni donnée sensible ni numéro d’identification national n’est conservé.',
    sensitiveAccounts: 'Comptes qui conservent des données sensibles : {count}.',
    people: 'Personnes conservées aujourd’hui : {count}.',
    children: 'Personnes avec une autorisation parentale enregistrée : {count}.',
  },
  screening: 'Analyse préalable : les neuf critères',
  reason: 'Pourquoi aucune analyse n’est menée',
  sections: {
    overview: 'Contexte : vue d’ensemble',
    data: 'Contexte : données, processus et supports',
    proportionality: 'Principes fondamentaux : proportionnalité et nécessité',
    rights: 'Principes fondamentaux : droits des personnes',
    measures: 'Risques : mesures existantes ou prévues',
    access: 'Risques : accès illégitime à des données',
    modification: 'Risques : modification non désirée de données',
    disappearance: 'Risques : disparition de données',
    validation: 'Validation : avis',
  },
  questions: {
    'overview.processing': {
      label: 'Quel est le traitement qui fait l’objet de l’étude ?',
      help: 'Ses finalités et ses enjeux. Ajoutez ce que le programme ne peut pas savoir.',
    },
    'overview.responsibilities': {
      label: 'Quelles sont les responsabilités liées au traitement ?',
      help: 'Responsable, sous-traitants et responsables conjoints, avec le rôle de chacun.',
    },
    'overview.standards': {
      label: 'Quels sont les référentiels applicables ?',
      help: 'Codes de conduite, certifications, référentiel de l’autorité.',
    },
    'data.which': {
      label: 'Quelles sont les données traitées ?',
      help: 'Quelles données de qui, conservées combien de temps, et qui les reçoit.',
    },
    'data.lifecycle': {
      label: 'Comment le cycle de vie des données se déroule-t-il ?',
      help: 'De la collecte à l’effacement, étape par étape : d’où elles viennent, qui s’en sert, comment elles finissent.',
    },
    'data.assets': {
      label: 'Quels sont les supports des données ?',
      help: 'Serveurs, programmes, réseaux, personnes et papier. Ajoutez les vôtres : téléphones, exports, autres logiciels.',
    },
    'proportionality.purposes': {
      label: 'Les finalités du traitement sont-elles déterminées, explicites et légitimes ?',
      help: 'Le registre répond dès que chaque finalité y est décrite.',
    },
    'proportionality.basis': {
      label: 'Quel est le fondement qui rend le traitement licite ?',
      help: 'Consentement, contrat, obligation légale, intérêt légitime…',
    },
    'proportionality.minimisation': {
      label:
        'Les données collectées sont-elles adéquates, pertinentes et limitées à ce qui est nécessaire ?',
      help: 'Dites pour chaque champ pourquoi il est nécessaire, et ce que vous avez choisi de ne pas collecter.',
    },
    'proportionality.accuracy': {
      label: 'Les données sont-elles exactes et tenues à jour ?',
      help: 'Comment les erreurs sont trouvées et corrigées.',
    },
    'proportionality.retention': {
      label: 'Quelle est la durée de conservation des données ?',
      help: 'Les durées réglées ici répondent ; ajoutez pourquoi elles sont ainsi.',
    },
    'rights.information': {
      label: 'Comment les personnes concernées sont-elles informées du traitement ?',
      help: 'La notice publique et les textes de vos formulaires.',
    },
    'rights.consent': {
      label: 'Si applicable, comment le consentement des personnes est-il obtenu ?',
      help: 'Les textes publiés, et les formulaires qui les montrent.',
    },
    'rights.access': {
      label:
        'Comment les personnes peuvent-elles exercer leurs droits d’accès et à la portabilité ?',
      help: 'Leur page personnelle y répond ; ajoutez d’autres moyens.',
    },
    'rights.rectification': {
      label:
        'Comment les personnes peuvent-elles exercer leurs droits de rectification et d’effacement ?',
      help: 'La page personnelle et vos réponses aux demandes.',
    },
    'rights.objection': {
      label:
        'Comment les personnes peuvent-elles exercer leurs droits de limitation et d’opposition ?',
      help: 'STOP, la page personnelle, la page publique.',
    },
    'rights.processors': {
      label:
        'Les obligations des sous-traitants sont-elles clairement définies et contractualisées ?',
      help: 'Le registre des fournisseurs répond.',
    },
    'rights.transfers': {
      label:
        'En cas de transfert hors de l’Union européenne, les données sont-elles protégées de manière équivalente ?',
      help: 'Pays et outils de transfert, d’après les contrats des fournisseurs.',
    },
    'measures.program': {
      label: 'Quelles mesures existantes ou prévues traitent les risques ?',
      help: 'Ce que le programme a mesuré. Ajoutez ce que vous prévoyez.',
    },
    'measures.organisation': {
      label: 'Quelles mesures votre organisation prend-elle elle-même ?',
      help: 'Locaux, postes de travail, règles, formation.',
    },
    'validation.dpo': {
      label: 'Quel est l’avis du délégué à la protection des données ?',
      help: 'Le traitement peut-il être mis en œuvre, et à quelles conditions ? Article 35(2).',
    },
    'validation.people': {
      label: 'Quel est l’avis des personnes concernées ou de leurs représentants ?',
      help: 'Ou pourquoi il n’a pas été demandé. Article 35(9).',
    },
  },
  risks: {
    impacts: {
      label:
        'Quels pourraient être les principaux impacts sur les personnes si le risque se produisait ?',
      help: 'Ce qui leur arriverait : messages non désirés, maladie révélée, rendez-vous manqué.',
    },
    threats: {
      label:
        'Quelles sont les principales menaces qui pourraient permettre la réalisation du risque ?',
      help: 'Comment cela arriverait : mot de passe volé, fichier perdu, défaut d’un programme.',
    },
    sources: {
      label: 'Quelles sources de risques pourraient en être à l’origine ?',
      help: 'Qui ou quoi : un utilisateur par erreur, une personne extérieure, un fournisseur, un incendie, une panne.',
    },
    measures: {
      label: 'Quelles mesures, parmi celles identifiées, contribuent à traiter le risque ?',
      help: 'Le programme nomme celles en place ici. Citez-en d’autres, ou écrivez les vôtres.',
    },
    severity: {
      label: 'Comment estimez-vous la gravité du risque, selon les impacts et les mesures ?',
      help: 'Les quatre niveaux de la CNIL : négligeable, limitée, importante, maximale.',
    },
    likelihood: {
      label:
        'Comment estimez-vous la vraisemblance du risque, selon les menaces, les sources et les mesures ?',
      help: 'Les quatre niveaux de la CNIL : négligeable, limitée, importante, maximale.',
    },
  },
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
