// Sentences of consent: refusals with what to correct, states, grades of proof, channels.
import { bilingual } from './sentences.ts'

export const consentWords = bilingual({
  en: {
    'consent.text_empty': 'Write the exact text that people see before they agree.',
    'consent.channels_missing': 'Choose at least one channel.',
    'consent.purposes_missing': 'Choose at least one purpose.',
    'consent.preticked':
      'The checkbox is ticked in advance. Leave it unticked: silence or inaction is not consent (GDPR, recital 32).',
    'consent.bundled_terms':
      'The same action accepts the terms of sale or use. Ask for consent in a separate checkbox (GDPR, article 7(2)).',
    'consent.conditional':
      'A service, prize or discount depends on this consent without needing it. Let people refuse without losing anything (GDPR, article 7(4)).',
    'consent.controller_not_named':
      'The text does not say who will write. Add the name “{controller}”. For example: “{example}”',
    'consent.channel_not_named':
      'The text does not say {channels}. Add it, because people consent to each channel separately (CPCE, article L34-5). For example: “{example}”',
    'consent.purposes_bundled':
      'One checkbox covers several purposes ({purposes}). Create one checkbox and one wording for each.',
    'consent.partners_bundled':
      'The text also mentions partners. Sharing data with partners is another purpose: use a separate checkbox and wording, and name the partners.',
    'consent.wording_unknown':
      'There is no such wording in this account. Record the exact text first, then publish it.',
    'consent.wording_not_published':
      'This wording is not published. Publish it before you record a consent to it.',
    'consent.controller_differs':
      'The wording names “{controller}”, but this consent is for another organisation. Use a wording of that organisation.',
    'consent.purpose_not_in_wording':
      'The wording does not cover the purpose “{purpose}”. It covers: {purposes}.',
    'consent.document_unlike_wording':
      'This type of file does not fit the wording: a scan proves a wording read on paper or at a counter, a recording one spoken by phone. Choose the wording that the person read or heard.',
    'consent.given_in_future': 'The date of the consent is in the future. Correct it.',
    'consent.objection_stands':
      'This person has objected. Only they can lift the objection, from their own phone (by keyword or confirmation code). A file cannot.',
    'consent.refused_since':
      'A file reports that this person refused after that date. An older consent does not count. The person can consent again themselves.',
    'consent.legal_basis_off':
      'This legal basis is disabled in this account. An account manager can enable it. Until then, only a consent counts.',
    'consent.legal_basis_not_in_country':
      'The rules of the account’s country or of the person’s country do not allow this legal basis for SMS. Ask for consent.',
    'consent.legal_basis_incomplete':
      'A condition is missing. You need a way to refuse offered when the number was collected, and the reference of the sale (or the professional’s job). For a customer, you also need a number that they gave themselves and offers of your own similar products. If any is missing, ask for consent.',
    'consent.legal_basis_in_future': 'The date is in the future. Correct it.',
    'consent.legal_basis_too_old': 'The sale or the information is too old. Ask for consent.',
    'consent.authorisation_not_needed':
      'This person is old enough to consent alone. No parental authorisation is needed.',
    'consent.authorisation_too_old':
      'An authorisation from that date has expired. Ask the parent again.',
    'consent.authorisation_withdrawn':
      'A parent withdrew their authorisation after that date. Ask the parent again.',
    'consent.authorisation_not_found':
      'There is no parental authorisation for this person, organisation and purpose.',
    'consent.hold_not_found': 'There is no proof to destroy. It may have reached its end date.',
    'consent.wording_not_found': 'There is no such wording in this account.',
    'consent.wording_not_draft': 'A published wording cannot be changed. Create a new version.',
    'consent.entry_not_found': 'There is no such entry in this account’s ledger.',
    'consent.entry_not_sequenced':
      'This entry is still being added to the ledger. Try again in a second.',
    'consent.body_unreadable':
      'The evidence of this entry was erased with the person’s data. The entry itself remains.',
    'consent.contact_went':
      'A contact was deleted during this operation, so nothing was recorded. Try again.',
    'consent.contact_not_found': 'No contact in this account has this number or id.',
    'consent.contact_unclear': 'Give either the contact’s id or the number.',
    'consent.number_invalid': 'This number cannot receive an SMS: {reason}.',
    'consent.document_type_unknown':
      'The content of this file is neither a scan (PDF, JPEG, PNG) nor a recording (MP3, M4A, WAV, OGG, FLAC), whatever its name says. Save it in one of these formats.',
    'consent.document_not_found':
      'This document does not exist, or it was erased with the person’s data.',
    'consent.nothing_to_withdraw': 'There is no valid consent to withdraw.',
    'consent.controller_not_found': 'This organisation does not exist in this account.',
    'consent.ledger_empty': 'The account’s ledger has no entry yet.',
    'consent.disclosed_for_reason':
      'Evidence in clear is shown for a reason: ask for it with POST, and give the reason in the body.',
    'consent.comparison_running':
      'A comparison is running, and it repairs nothing. Wait until it has ended, then repair.',
    'consent.ledger_asked_too_often':
      'Too many requests to the public ledgers from this address. Wait a minute.',
    'consent.ledger_ahead_of_database':
      'The published ledger has more entries ({published}) than the database ({known}), so the database was restored from an older backup. Nothing is added to the ledger until the newer database is back, because it would contradict what was published.',
    'consent.ledger_damaged':
      'Batch {batch} of the ledger does not have the number of entries that was recorded. Nothing more is added to the ledger. Restore the database from a backup.',
    'consent.suppressions_unknown':
      'The record of objections is damaged or incomplete, so some of these numbers may have objected. Nothing was saved or sent. Ask an administrator to compare the database with the ledger and to run `npx accord ledger mend`, then try again.',
    'consent.state.none': 'no consent',
    'consent.state.altered': 'changed outside Accord: not valid',
    'consent.state.withdrawn': 'withdrawn',
    'consent.state.unproven': 'not proven',
    'consent.state.expired': 'expired',
    'consent.state.given': 'valid',
    'consent.scope.marketing': 'no marketing',
    'consent.scope.relational': 'no relational messages',
    'consent.scope.all': 'no messages at all',
    'consent.grade.claimed': 'declared, without proof',
    'consent.grade.import_declared': 'declared by an imported file, with date, source and wording',
    'consent.grade.api_declared': 'declared by your own system',
    'consent.grade.own_form': 'form on this server',
    'consent.grade.recorded_voice': 'recording of what was said',
    'consent.grade.double_opt_in': 'confirmed from the number',
    'consent.grade.signed_paper': 'signed paper',
    'consent.grade.keyword_from_handset': 'keyword sent from the phone',
    'consent.channel.sms': 'by SMS',
    'consent.channel.email': 'by e-mail',
    'consent.channel.mms': 'by MMS',
    'consent.channel.rcs': 'by RCS',
    'consent.channel.voice': 'by phone',
    'consent.channel.post': 'by post',
    'consent.example': 'I agree to receive offers from {controller} {channels}.',
    'consent.export.entry': 'Ledger entry: {kind}',
    'consent.export.state': 'What this account stores about your consent',
  },
  fr: {
    'consent.text_empty': 'Écrivez le texte exact que les personnes voient avant d’accepter.',
    'consent.channels_missing': 'Choisissez au moins un canal.',
    'consent.purposes_missing': 'Choisissez au moins une finalité.',
    'consent.preticked':
      'La case est cochée d’avance. Laissez-la décochée : le silence ou l’inaction ne vaut pas consentement (RGPD, considérant 32).',
    'consent.bundled_terms':
      'La même action accepte les conditions générales. Demandez le consentement dans une case à part (RGPD, article 7, paragraphe 2).',
    'consent.conditional':
      'Un service, un lot ou une remise dépend de ce consentement sans en avoir besoin. Permettez de refuser sans rien perdre (RGPD, article 7, paragraphe 4).',
    'consent.controller_not_named':
      'Le texte ne dit pas qui écrira. Ajoutez le nom « {controller} ». Par exemple : « {example} »',
    'consent.channel_not_named':
      'Le texte ne dit pas {channels}. Ajoutez-le, car le consentement se donne séparément pour chaque canal (CPCE, article L34-5). Par exemple : « {example} »',
    'consent.purposes_bundled':
      'Une seule case couvre plusieurs finalités ({purposes}). Créez une case et un texte pour chacune.',
    'consent.partners_bundled':
      'Le texte mentionne aussi des partenaires. Leur transmettre des données est une autre finalité : utilisez une case et un texte à part, et nommez les partenaires.',
    'consent.wording_unknown':
      'Ce texte de consentement n’existe pas dans ce compte. Enregistrez d’abord le texte exact, puis publiez-le.',
    'consent.wording_not_published':
      'Ce texte n’est pas publié. Publiez-le avant d’enregistrer un consentement.',
    'consent.controller_differs':
      'Le texte nomme « {controller} », mais ce consentement est pour une autre organisation. Prenez un texte de cette organisation.',
    'consent.purpose_not_in_wording':
      'Le texte ne couvre pas la finalité « {purpose} ». Il couvre : {purposes}.',
    'consent.document_unlike_wording':
      'Ce type de fichier ne convient pas au texte : un document numérisé prouve un texte lu sur papier ou au comptoir, un enregistrement un texte dit au téléphone. Choisissez le texte que la personne a lu ou entendu.',
    'consent.given_in_future': 'La date du consentement est dans le futur. Corrigez-la.',
    'consent.objection_stands':
      'Cette personne s’est opposée. Elle seule peut lever l’opposition, depuis son téléphone (par mot-clé ou code de confirmation). Un fichier ne le peut pas.',
    'consent.refused_since':
      'Un fichier indique que cette personne a refusé après cette date. Un consentement plus ancien ne compte pas. La personne peut consentir de nouveau elle-même.',
    'consent.legal_basis_off':
      'Cette base légale est désactivée dans ce compte. Un gestionnaire du compte peut l’activer. D’ici là, seul un consentement compte.',
    'consent.legal_basis_not_in_country':
      'Les règles du pays du compte ou du pays de la personne n’admettent pas cette base légale pour le SMS. Demandez un consentement.',
    'consent.legal_basis_incomplete':
      'Une condition manque. Il faut un moyen de refuser proposé lors du recueil du numéro, et la référence de la vente (ou la fonction du professionnel). Pour un client, il faut aussi un numéro donné par lui-même et des offres de vos propres produits analogues. S’il en manque une, demandez un consentement.',
    'consent.legal_basis_in_future': 'La date est dans le futur. Corrigez-la.',
    'consent.legal_basis_too_old':
      'La vente ou l’information est trop ancienne. Demandez un consentement.',
    'consent.authorisation_not_needed':
      'Cette personne a l’âge de consentir seule. Aucune autorisation parentale n’est nécessaire.',
    'consent.authorisation_too_old':
      'Une autorisation de cette date a expiré. Redemandez au parent.',
    'consent.authorisation_withdrawn':
      'Un parent a retiré son autorisation après cette date. Redemandez au parent.',
    'consent.authorisation_not_found':
      'Il n’y a pas d’autorisation parentale pour cette personne, cette organisation et cette finalité.',
    'consent.hold_not_found':
      'Il n’y a pas de preuve à détruire. Elle a peut-être atteint sa date de fin.',
    'consent.wording_not_found': 'Ce texte de consentement n’existe pas dans ce compte.',
    'consent.wording_not_draft':
      'Un texte publié ne peut plus changer. Créez une nouvelle version.',
    'consent.entry_not_found': 'Cette entrée n’existe pas dans le registre de ce compte.',
    'consent.entry_not_sequenced':
      'Cette entrée est en cours d’ajout au registre. Réessayez dans une seconde.',
    'consent.body_unreadable':
      'La preuve de cette entrée a été effacée avec les données de la personne. L’entrée elle-même demeure.',
    'consent.contact_went':
      'Un contact a été supprimé pendant l’opération : rien n’a été enregistré. Réessayez.',
    'consent.contact_not_found': 'Aucun contact du compte n’a ce numéro ou cet identifiant.',
    'consent.contact_unclear': 'Donnez soit l’identifiant du contact, soit le numéro.',
    'consent.number_invalid': 'Ce numéro ne peut pas recevoir de SMS : {reason}.',
    'consent.document_type_unknown':
      'Le contenu de ce fichier n’est ni un document numérisé (PDF, JPEG, PNG) ni un enregistrement (MP3, M4A, WAV, OGG, FLAC), quel que soit son nom. Enregistrez-le dans un de ces formats.',
    'consent.document_not_found':
      'Ce document n’existe pas, ou il a été effacé avec les données de la personne.',
    'consent.nothing_to_withdraw': 'Aucun consentement valable à retirer.',
    'consent.controller_not_found': 'Cette organisation n’existe pas dans ce compte.',
    'consent.ledger_empty': 'Le registre du compte n’a pas encore d’entrée.',
    'consent.disclosed_for_reason':
      'Une preuve n’est montrée en clair que pour une raison : demandez-la par POST, avec la raison dans le corps.',
    'consent.comparison_running':
      'Une comparaison est en cours, et elle ne répare rien. Attendez qu’elle se termine, puis réparez.',
    'consent.ledger_asked_too_often':
      'Trop de demandes aux registres publics depuis cette adresse. Attendez une minute.',
    'consent.ledger_ahead_of_database':
      'Le registre publié a plus d’entrées ({published}) que la base de données ({known}) : la base vient donc d’une sauvegarde plus ancienne. Rien n’est ajouté au registre tant que la base récente n’est pas revenue, car cela contredirait ce qui a été publié.',
    'consent.ledger_damaged':
      'Le lot {batch} du registre n’a pas le nombre d’entrées enregistré. Plus rien n’est ajouté au registre. Restaurez la base depuis une sauvegarde.',
    'consent.suppressions_unknown':
      'Les oppositions enregistrées sont abîmées ou incomplètes : certains de ces numéros ont pu s’opposer. Rien n’a été enregistré ni envoyé. Demandez à un administrateur de comparer la base avec le registre et de lancer `npx accord ledger mend`, puis réessayez.',
    'consent.state.none': 'aucun consentement',
    'consent.state.withdrawn': 'retiré',
    'consent.state.altered': 'modifié en dehors d’Accord : non valable',
    'consent.state.unproven': 'non prouvé',
    'consent.state.expired': 'expiré',
    'consent.state.given': 'valable',
    'consent.scope.marketing': 'pas de publicité',
    'consent.scope.relational': 'pas de messages relationnels',
    'consent.scope.all': 'aucun message',
    'consent.grade.claimed': 'déclaré, sans preuve',
    'consent.grade.import_declared':
      'déclaré par un fichier importé, avec date, origine et texte montré',
    'consent.grade.api_declared': 'déclaré par votre propre système',
    'consent.grade.own_form': 'formulaire de ce serveur',
    'consent.grade.recorded_voice': 'enregistrement de ce qui a été dit',
    'consent.grade.double_opt_in': 'confirmé depuis le numéro',
    'consent.grade.signed_paper': 'papier signé',
    'consent.grade.keyword_from_handset': 'mot-clé envoyé depuis le téléphone',
    'consent.channel.sms': 'par SMS',
    'consent.channel.email': 'par e-mail',
    'consent.channel.mms': 'par MMS',
    'consent.channel.rcs': 'par RCS',
    'consent.channel.voice': 'par téléphone',
    'consent.channel.post': 'par courrier postal',
    'consent.example': 'J’accepte de recevoir les offres de {controller} {channels}.',
    'consent.export.entry': 'Entrée du registre : {kind}',
    'consent.export.state': 'Ce que ce compte conserve sur votre consentement',
  },
})
