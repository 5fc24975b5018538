// Sentences of sensitive data: why a legal basis cannot be recorded, approved or used.
import { bilingual } from './sentences.ts'

export const sensitiveWords = bilingual({
  en: {
    'sensitive.legal_basis_not_found': 'There is no such legal basis in this account.',
    'sensitive.legal_basis_not_proposed':
      'This legal basis is “{state}”. Only a proposed one can be approved. Record a new one.',
    'sensitive.legal_basis_ended': 'This legal basis has already ended, and its data is erased.',
    'sensitive.approver_is_author':
      'You recorded this legal basis yourself. Another person must approve it, for example your data protection officer. Invite them under Settings.',
    'sensitive.approver_is_no_user':
      'Only a logged-in user can approve a legal basis, not an API token.',
    'sensitive.author_is_nobody':
      'The creator of the token that recorded this legal basis is unknown. Record it again, logged in or with your own token.',
    'sensitive.controller_not_found': 'There is no such organisation in this account.',
    'sensitive.contact_not_found': 'There is no such contact in this account.',
    'sensitive.data_restricted':
      'This person’s data is restricted: it is kept until the restriction is lifted. Lift it first, or carry out their request to be erased.',
    'sensitive.legal_basis_unusable':
      'Choose a legal basis in force for this column ({category}). All sensitive columns of a file must use legal bases of the same organisation.',
    'sensitive.basis_not_for_category':
      'This legal basis does not cover that category. Care covers only health. A not-for-profit body covers religion, politics and trade unions. Convictions need a basis of article 10.',
    'sensitive.law_missing': 'This legal basis is a law. Give the law and its article.',
    'sensitive.wording_missing': 'Explicit consent needs a wording. Choose it.',
    'sensitive.wording_unusable':
      'This wording is not published, or belongs to another organisation. Choose another.',
    'sensitive.wording_names_not_category':
      'This wording does not mention that category of data, so nobody agreed to it explicitly. Publish a wording that does.',
    'sensitive.end_in_past': 'The last day is in the past. Choose a later day.',
    'sensitive.end_too_far': 'A legal basis lasts three years at most. Choose an earlier last day.',
  },
  fr: {
    'sensitive.legal_basis_not_found': 'Cette base légale n’existe pas dans ce compte.',
    'sensitive.legal_basis_not_proposed':
      'Cette base légale est à l’état « {state} ». Seule une base proposée peut être approuvée. Enregistrez-en une nouvelle.',
    'sensitive.legal_basis_ended':
      'Cette base légale a déjà pris fin, et ses données sont effacées.',
    'sensitive.approver_is_author':
      'Vous avez enregistré cette base légale vous-même. Une autre personne doit l’approuver, par exemple votre délégué à la protection des données. Invitez-la dans les Réglages.',
    'sensitive.approver_is_no_user':
      'Seul un utilisateur connecté peut approuver une base légale, pas un jeton d’API.',
    'sensitive.author_is_nobody':
      'Le créateur du jeton qui a enregistré cette base légale est inconnu. Enregistrez-la à nouveau, connecté ou avec votre propre jeton.',
    'sensitive.controller_not_found': 'Cette organisation n’existe pas dans ce compte.',
    'sensitive.contact_not_found': 'Ce contact n’existe pas dans ce compte.',
    'sensitive.data_restricted':
      'Les données de cette personne sont gelées : elles sont conservées tant que le gel n’est pas levé. Levez-le d’abord, ou exécutez sa demande d’effacement.',
    'sensitive.legal_basis_unusable':
      'Choisissez une base légale en vigueur pour cette colonne ({category}). Toutes les colonnes sensibles d’un fichier doivent utiliser des bases légales de la même organisation.',
    'sensitive.basis_not_for_category':
      'Cette base légale ne couvre pas cette catégorie. Les soins ne couvrent que la santé. Un organisme à but non lucratif couvre la religion, la politique et le syndicat. Les condamnations demandent une base de l’article 10.',
    'sensitive.law_missing': 'Cette base légale est une loi. Indiquez la loi et son article.',
    'sensitive.wording_missing': 'Un consentement explicite demande un texte. Choisissez-le.',
    'sensitive.wording_unusable':
      'Ce texte n’est pas publié, ou appartient à une autre organisation. Choisissez-en un autre.',
    'sensitive.wording_names_not_category':
      'Ce texte ne mentionne pas cette catégorie de données : personne ne l’a acceptée explicitement. Publiez un texte qui la mentionne.',
    'sensitive.end_in_past': 'Le dernier jour est dans le passé. Choisissez un jour plus tardif.',
    'sensitive.end_too_far':
      'Une base légale dure trois ans au plus. Choisissez un dernier jour plus proche.',
  },
})
