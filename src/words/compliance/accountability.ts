// Errors of assessments, training and reviews.
import { bilingual } from '../sentences.ts'

export const accountabilityWords = bilingual({
  en: {
    'accountability.question_unknown':
      'This question is not asked here. Open the assessment again.',
    'accountability.answer_unfit':
      'This answer does not fit the question: a criterion takes yes or no, a severity or a likelihood one of four levels, and a choice of your own its reason.',
    'accountability.measure_unknown':
      'One of these measures is not known here. Open the assessment again and choose from the list.',
    'accountability.assessment_incomplete':
      'This assessment cannot be validated yet. Still to be answered: {lacks}.',
    'accountability.version_not_found': 'This version of the assessment does not exist.',
    'accountability.processing_not_found':
      'The register has no such processing. Choose one of those that it lists.',
    'accountability.processing_ended':
      'The register has this processing no more. Its plan can be written and closed; answers and versions stay as they are.',
    'accountability.too_much_written':
      'So much was written here that no more is kept. Ask whoever runs the installation.',
    'accountability.topic_not_found': 'This training does not exist. Open the page again.',
    'accountability.session_not_found':
      'This training session does not exist. Open the page again.',
    'accountability.session_later': 'This lies in the future. Record a session once it was held.',
    'accountability.user_unknown':
      'One of these people is not a user here. Open the page again and choose from the list.',
    'accountability.not_invited':
      'The list of this session does not name you. Ask whoever recorded it to add you.',
    'accountability.users_only':
      'Only a user can confirm their own training: log in. An API token cannot.',
    'accountability.review_not_found': 'This review, or this document, does not exist.',
    'accountability.review_undecided':
      'A decision needs who decided, on which day, and why. Write all three, or none.',
    'accountability.review_names_unsaid':
      'A decision on the names of those who looked must say whether they are given (`staffNames`). No other review says so.',
    'accountability.document_type_unknown': 'Only PDF files are kept here.',
    'accountability.too_many_documents':
      'This review has as many documents as can be kept. Record a new review that names this one.',
  },
  fr: {
    'accountability.question_unknown':
      'Cette question n’est pas posée ici. Rouvrez l’analyse d’impact.',
    'accountability.answer_unfit':
      'Cette réponse ne convient pas à la question : un critère demande oui ou non, une gravité ou une vraisemblance l’un des quatre niveaux, et votre propre choix sa raison.',
    'accountability.measure_unknown':
      'L’une de ces mesures n’est pas connue ici. Rouvrez l’analyse et choisissez dans la liste.',
    'accountability.assessment_incomplete':
      'Cette analyse ne peut pas encore être validée. Il reste à répondre : {lacks}.',
    'accountability.version_not_found': 'Cette version de l’analyse n’existe pas.',
    'accountability.processing_not_found':
      'Le registre n’a pas ce traitement. Choisissez-en un de sa liste.',
    'accountability.processing_ended':
      'Le registre n’a plus ce traitement. Son plan peut être écrit et clos ; réponses et versions restent comme elles sont.',
    'accountability.too_much_written':
      'Tant de choses ont été écrites ici que rien de plus n’est gardé. Adressez-vous à l’administration de l’installation.',
    'accountability.topic_not_found': 'Cette formation n’existe pas. Rouvrez la page.',
    'accountability.session_not_found': 'Cette séance de formation n’existe pas. Rouvrez la page.',
    'accountability.session_later':
      'Cette date est dans le futur. Inscrivez une séance une fois qu’elle a eu lieu.',
    'accountability.user_unknown':
      'L’une de ces personnes n’est pas utilisatrice ici. Rouvrez la page et choisissez dans la liste.',
    'accountability.not_invited':
      'La liste de cette séance ne vous nomme pas. Demandez à qui l’a inscrite de vous ajouter.',
    'accountability.users_only':
      'Chacun confirme soi-même sa formation : connectez-vous. Un jeton d’API ne le peut pas.',
    'accountability.review_not_found': 'Cet avis, ou ce document, n’existe pas.',
    'accountability.review_undecided':
      'Une décision demande qui a décidé, quel jour et pourquoi. Écrivez les trois, ou aucun.',
    'accountability.review_names_unsaid':
      'Une décision sur les noms de ceux qui ont consulté doit dire s’ils sont donnés (`staffNames`). Aucun autre avis ne le dit.',
    'accountability.document_type_unknown': 'Seuls des fichiers PDF sont gardés ici.',
    'accountability.too_many_documents':
      'Cet avis a autant de documents qu’il peut en garder. Enregistrez-en un nouveau qui le cite.',
  },
})
