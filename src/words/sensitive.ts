// Sentences of sensitive: why a legal basis may not be recorded, approved or used.
import { bilingual } from './sentences.ts'

export const sensitiveWords = bilingual({
  en: {
    'sensitive.legal_basis_not_found': 'There is no such legal basis in this account.',
    'sensitive.legal_basis_not_proposed':
      'This legal basis is “{state}”: only a proposed one can be approved. Record a new one.',
    'sensitive.legal_basis_ended':
      'This legal basis has ended already; what was kept on it is erased.',
    'sensitive.approver_is_author':
      'You recorded this legal basis yourself. Another person must approve it: your data-protection officer, for example. Invite them under Settings.',
    'sensitive.approver_is_no_user':
      'A legal basis is approved by a person who is logged in; an API token answers for nothing.',
    'sensitive.author_is_nobody':
      'Nobody known made the token that recorded this legal basis. Record it again, logged in or with a token that you make yourself.',
    'sensitive.controller_not_found': 'There is no such legal entity in this account.',
    'sensitive.contact_not_found': 'There is no such contact in this account.',
    'sensitive.legal_basis_unusable':
      'For a column of this kind ({category}) choose a legal basis that is in force for it. All sensitive columns of a file rest on legal bases of one legal entity.',
    'sensitive.basis_not_for_category':
      'This legal basis does not cover that category. Health care covers health alone; a not-for-profit body covers religion, politics and trade unions; convictions stand under article 10.',
    'sensitive.law_missing': 'This legal basis is a law: name the text and its article.',
    'sensitive.wording_missing': 'Explicit consent was given to words: choose the wording.',
    'sensitive.wording_unusable':
      'This wording is not published, or is of another legal entity. Choose another.',
    'sensitive.wording_names_not_category':
      'These words do not name that category of data: nobody agreed to it explicitly. Write and publish words that do.',
    'sensitive.end_in_past': 'The end lies in the past. Choose a later day.',
    'sensitive.end_too_far':
      'A legal basis is looked at again every three years: choose an earlier end.',
  },
  fr: {
    'sensitive.legal_basis_not_found': 'Ce fondement n’existe pas dans ce compte.',
    'sensitive.legal_basis_not_proposed':
      'Ce fondement est à l’état « {state} » : seul un fondement proposé s’approuve. Enregistrez-en un nouveau.',
    'sensitive.legal_basis_ended':
      'Ce fondement a déjà pris fin ; ce qui était gardé sur lui est effacé.',
    'sensitive.approver_is_author':
      'Vous avez enregistré ce fondement vous-même. Une autre personne doit l’approuver : votre DPO, par exemple. Invitez-la dans les réglages.',
    'sensitive.approver_is_no_user':
      'Un fondement est approuvé par une personne connectée ; un jeton d’API ne répond de rien.',
    'sensitive.author_is_nobody':
      'Le jeton qui a enregistré ce fondement n’a été créé par personne de connu. Enregistrez-le à nouveau, en session ou avec un jeton que vous créez vous-même.',
    'sensitive.controller_not_found': 'Cette entité n’existe pas dans ce compte.',
    'sensitive.contact_not_found': 'Ce contact n’existe pas dans ce compte.',
    'sensitive.legal_basis_unusable':
      'Pour une colonne de cette nature ({category}), choisissez un fondement en vigueur pour elle. Toutes les colonnes sensibles d’un fichier reposent sur des fondements d’une même entité.',
    'sensitive.basis_not_for_category':
      'Ce fondement ne couvre pas cette catégorie. Les soins couvrent la santé seule ; un organisme à but non lucratif, la religion, la politique et le syndicat ; les condamnations relèvent de l’article 10.',
    'sensitive.law_missing': 'Ce fondement est une loi : nommez le texte et son article.',
    'sensitive.wording_missing':
      'Un consentement explicite a été donné à des mots : choisissez le texte.',
    'sensitive.wording_unusable':
      'Ce texte n’est pas publié, ou il est d’une autre entité. Choisissez-en un autre.',
    'sensitive.wording_names_not_category':
      'Ces mots ne nomment pas cette catégorie de données : personne ne l’a acceptée explicitement. Écrivez et publiez des mots qui la nomment.',
    'sensitive.end_in_past': 'La fin est dans le passé. Choisissez un jour plus tardif.',
    'sensitive.end_too_far':
      'Un fondement se revoit tous les trois ans : choisissez une fin plus proche.',
  },
})
