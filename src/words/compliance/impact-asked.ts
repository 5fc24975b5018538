// What an impact assessment asks: the nine criteria, CNIL’s questions by section, the three risks.
export const askedEn = {
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
}

export const askedFr: typeof askedEn = {
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
}
