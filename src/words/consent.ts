// Sentences of consent: refusals with what to mend, states, grades of evidence, channels.
import { bilingual } from './sentences.ts'

export const consentWords = bilingual({
  en: {
    'consent.text_empty': 'Write the exact text that people see before they agree.',
    'consent.channels_missing': 'Say by which means you will write: choose at least one channel.',
    'consent.purposes_missing': 'Say what the messages are about: choose at least one purpose.',
    'consent.preticked':
      'The box is ticked in advance. Leave it unticked: silence or inaction is not consent (GDPR, recital 32).',
    'consent.bundled_terms':
      'The same act accepts the terms of sale or use. Ask for consent in a box of its own (GDPR, article 7(2)).',
    'consent.conditional':
      'A service, prize or discount depends on this consent without needing it. Let people refuse without losing anything (GDPR, article 7(4)).',
    'consent.controller_not_named':
      'The text does not say who will write. Name “{controller}” in it. For example: “{example}”',
    'consent.channel_not_named':
      'The text does not say {channels}. Add it to the words people see, since consent is given for each means of contact (CPCE, article L34-5). For example: “{example}”',
    'consent.purposes_bundled':
      'One box stands for several purposes ({purposes}). Make one box and one wording for each.',
    'consent.partners_bundled':
      'The text also speaks of partners. Passing data to partners is another purpose: make it a box and a wording of its own, and name the partners.',
    'consent.wording_unknown':
      'There is no such wording in this account. Record the exact text first, then publish it.',
    'consent.wording_not_published':
      'This wording is not published. Publish it first: the ledger must know a text before a consent can name it.',
    'consent.controller_differs':
      'The wording names “{controller}”, not the legal entity that this consent is for. Use a wording of that entity.',
    'consent.purpose_not_in_wording':
      'The wording does not cover the purpose “{purpose}”. It covers: {purposes}.',
    'consent.document_unlike_wording':
      'The file does not show this wording: a scan shows words that were read on paper or at a counter, a recording words that were said on the telephone. Choose the wording that the person read or heard.',
    'consent.given_in_future': 'The date of the consent lies in the future. Correct it.',
    'consent.objection_stands':
      'This person has objected. Only their own act from the handset (a keyword, or a confirmation sent to the number) can lift it; a file cannot.',
    'consent.refused_since':
      'A file has told that this person said no after that day. An older yes does not count: they may agree anew by an act of their own.',
    'consent.legal_basis_off':
      'This legal basis is off in this account. Who may manage the account can switch it on, with a reason; until then only a consent counts.',
    'consent.legal_basis_not_in_country':
      'The rules of the account’s country, or of the person’s, do not allow this legal basis for SMS. Ask for a consent.',
    'consent.legal_basis_incomplete':
      'A condition is missing: a refusal offered when the number was collected, the reference of the sale (or the role of the professional), and, for a customer, a number that they gave themselves and offers of your own similar products. Without all of them, ask for a consent.',
    'consent.legal_basis_in_future': 'The date lies in the future. Correct it.',
    'consent.legal_basis_too_old':
      'The sale, or the telling, is too long ago to stand for a customer of today. Ask for a consent.',
    'consent.authorisation_not_needed':
      'This person is of the age at which they agree for themselves: no parent speaks for them.',
    'consent.authorisation_too_old':
      'A word of that day counts no more, as a consent of that day would not. Ask the parent again.',
    'consent.authorisation_withdrawn':
      'A parent took their word back after that day. Only a word that is given later counts: ask the parent again.',
    'consent.authorisation_not_found':
      'No parent’s word stands for this person, for this entity and purpose.',
    'consent.hold_not_found': 'No proof of such a person is held; it may have come to its day.',
    'consent.wording_not_found': 'There is no such wording in this account.',
    'consent.wording_not_draft':
      'This wording is published and does not change. Make a new version.',
    'consent.entry_not_found': 'There is no such entry in this account’s ledger.',
    'consent.entry_not_sequenced':
      'This entry is recorded but has no place in the tree yet. Try again in a second.',
    'consent.body_unreadable':
      'The evidence of this entry was erased with the person’s key. The entry itself remains.',
    'consent.contact_went':
      'A contact was deleted while this was being recorded. Ask again: nothing was kept.',
    'consent.contact_not_found': 'The account has no contact with this number or id.',
    'consent.contact_unclear': 'Give either the contact’s id or the number.',
    'consent.number_invalid': 'This is not a number that can receive an SMS: {reason}.',
    'consent.document_type_unknown':
      'This file is neither a scan (PDF, JPEG, PNG) nor a recording (MP3, M4A, WAV, OGG, FLAC): its first octets say so, whatever its name. Save it in one of these formats.',
    'consent.document_not_found': 'There is no such document, or it was erased with the person.',
    'consent.nothing_to_withdraw': 'There is no consent in force to withdraw.',
    'consent.controller_not_found': 'The account has no such legal entity.',
    'consent.ledger_empty': 'The account’s ledger has no entry yet.',
    'consent.ledger_asked_too_often':
      'The public part of ledgers was read too often from this address. Wait a minute.',
    'consent.ledger_ahead_of_database':
      'The published ledger is longer ({published}) than the database knows ({known}): the database was restored from an older backup. Nothing is sequenced until the newer database is back, since another entry in the same place would be a fork.',
    'consent.ledger_damaged':
      'The entries of batch {batch} are not as many as were recorded. Nothing is sequenced; restore the database from a backup.',
    'consent.suppressions_unknown':
      'The record of objections is damaged or not complete, so nobody can say whether some of these numbers have objected. Nothing was kept or sent. An administrator compares the database with the ledger and runs `accord ledger mend`; then ask again.',
    'consent.state.none': 'no consent',
    'consent.state.altered': 'changed outside the program: counts for nothing',
    'consent.state.withdrawn': 'withdrawn',
    'consent.state.unproven': 'not proven',
    'consent.state.expired': 'expired',
    'consent.state.given': 'in force',
    'consent.scope.marketing': 'no marketing',
    'consent.scope.relational': 'no relational messages',
    'consent.scope.all': 'no messages at all',
    'consent.grade.claimed': 'claimed, without proof',
    'consent.grade.import_declared': 'declared by an imported file, with date, source and wording',
    'consent.grade.api_declared': 'declared by your own system',
    'consent.grade.own_form': 'form seen by this server',
    'consent.grade.recorded_voice': 'recording of what was said',
    'consent.grade.double_opt_in': 'confirmed from the number',
    'consent.grade.signed_paper': 'signed paper',
    'consent.grade.keyword_from_handset': 'keyword sent from the handset',
    'consent.channel.sms': 'by SMS',
    'consent.channel.email': 'by e-mail',
    'consent.channel.mms': 'by MMS',
    'consent.channel.rcs': 'by RCS',
    'consent.channel.voice': 'by telephone',
    'consent.channel.post': 'by post',
    'consent.example': 'I agree to receive offers from {controller} {channels}.',
    'consent.export.entry': 'Ledger entry: {kind}',
    'consent.export.state': 'What the account holds of your consent',
  },
  fr: {
    'consent.text_empty': 'Écrivez le texte exact que les personnes voient avant d’accepter.',
    'consent.channels_missing': 'Dites par quel moyen vous écrirez : choisissez au moins un canal.',
    'consent.purposes_missing':
      'Dites de quoi parleront les messages : choisissez au moins une finalité.',
    'consent.preticked':
      'La case est cochée d’avance. Laissez-la décochée : le silence ou l’inaction ne vaut pas consentement (RGPD, considérant 32).',
    'consent.bundled_terms':
      'Le même geste accepte les conditions générales. Demandez le consentement dans une case à part (RGPD, article 7, paragraphe 2).',
    'consent.conditional':
      'Un service, un lot ou une remise dépend de ce consentement sans en avoir besoin. Permettez de refuser sans rien perdre (RGPD, article 7, paragraphe 4).',
    'consent.controller_not_named':
      'Le texte ne dit pas qui écrira. Nommez-y « {controller} ». Par exemple : « {example} »',
    'consent.channel_not_named':
      'Le texte ne dit pas {channels}. Ajoutez-le aux mots que les personnes voient, car le consentement se donne pour chaque moyen de contact (CPCE, article L34-5). Par exemple : « {example} »',
    'consent.purposes_bundled':
      'Une seule case vaut pour plusieurs finalités ({purposes}). Faites une case et un texte pour chacune.',
    'consent.partners_bundled':
      'Le texte parle aussi de partenaires. Leur transmettre des données est une autre finalité : faites-en une case et un texte à part, et nommez les partenaires.',
    'consent.wording_unknown':
      'Ce texte de consentement n’existe pas dans ce compte. Enregistrez d’abord le texte exact, puis publiez-le.',
    'consent.wording_not_published':
      'Ce texte n’est pas publié. Publiez-le d’abord : le registre doit connaître un texte avant qu’un consentement le nomme.',
    'consent.controller_differs':
      'Le texte nomme « {controller} », et non l’entité pour laquelle ce consentement est donné. Prenez un texte de cette entité.',
    'consent.purpose_not_in_wording':
      'Le texte ne couvre pas la finalité « {purpose} ». Il couvre : {purposes}.',
    'consent.document_unlike_wording':
      'Le fichier ne montre pas ce texte : une numérisation montre des mots lus sur papier ou au comptoir, un enregistrement des mots dits au téléphone. Choisissez le texte que la personne a lu ou entendu.',
    'consent.given_in_future': 'La date du consentement est dans le futur. Corrigez-la.',
    'consent.objection_stands':
      'Cette personne s’est opposée. Seul son propre geste depuis son téléphone (un mot-clé, ou une confirmation envoyée au numéro) peut lever l’opposition ; un fichier ne le peut pas.',
    'consent.refused_since':
      'Un fichier a dit que cette personne a refusé après ce jour. Un oui plus ancien ne compte pas : elle peut accepter de nouveau par un acte qui vient d’elle.',
    'consent.legal_basis_off':
      'Cette base est fermée dans ce compte. Qui peut gérer le compte peut l’ouvrir, avec un motif ; d’ici là, seul un consentement compte.',
    'consent.legal_basis_not_in_country':
      'Les règles du pays du compte, ou de celui de la personne, n’admettent pas cette base pour le SMS. Demandez un consentement.',
    'consent.legal_basis_incomplete':
      'Une condition manque : un refus proposé lors de la collecte du numéro, la référence de la vente (ou la fonction du professionnel) et, pour un client, un numéro donné par lui-même et des offres de vos propres produits analogues. Sans toutes ces conditions, demandez un consentement.',
    'consent.legal_basis_in_future': 'La date est dans le futur. Corrigez-la.',
    'consent.legal_basis_too_old':
      'La vente, ou l’information, est trop ancienne pour un client d’aujourd’hui. Demandez un consentement.',
    'consent.authorisation_not_needed':
      'Cette personne a l’âge d’accepter elle-même : aucun parent ne parle pour elle.',
    'consent.authorisation_too_old':
      'Une parole de ce jour ne compte plus, comme un consentement de ce jour. Redemandez au parent.',
    'consent.authorisation_withdrawn':
      'Un parent a retiré sa parole après ce jour. Seule une parole donnée plus tard compte : redemandez au parent.',
    'consent.authorisation_not_found':
      'Aucune parole de parent ne vaut pour cette personne, cette entité et cet usage.',
    'consent.hold_not_found':
      'Aucune preuve d’une telle personne n’est gardée ; son jour est peut-être venu.',
    'consent.wording_not_found': 'Ce texte de consentement n’existe pas dans ce compte.',
    'consent.wording_not_draft':
      'Ce texte est publié et ne change plus. Faites-en une nouvelle version.',
    'consent.entry_not_found': 'Cette entrée n’existe pas dans le registre de ce compte.',
    'consent.entry_not_sequenced':
      'Cette entrée est enregistrée mais n’a pas encore sa place dans l’arbre. Réessayez dans une seconde.',
    'consent.body_unreadable':
      'La preuve de cette entrée a été effacée avec la clé de la personne. L’entrée elle-même demeure.',
    'consent.contact_went':
      'Un contact a été supprimé pendant l’enregistrement. Redemandez : rien n’a été gardé.',
    'consent.contact_not_found': 'Le compte n’a pas de contact avec ce numéro ou cet identifiant.',
    'consent.contact_unclear': 'Donnez soit l’identifiant du contact, soit le numéro.',
    'consent.number_invalid': 'Ce n’est pas un numéro qui peut recevoir un SMS : {reason}.',
    'consent.document_type_unknown':
      'Ce fichier n’est ni une numérisation (PDF, JPEG, PNG) ni un enregistrement (MP3, M4A, WAV, OGG, FLAC) : ses premiers octets le disent, quel que soit son nom. Enregistrez-le dans un de ces formats.',
    'consent.document_not_found': 'Ce document n’existe pas, ou il a été effacé avec la personne.',
    'consent.nothing_to_withdraw': 'Aucun consentement en vigueur à retirer.',
    'consent.controller_not_found': 'Le compte n’a pas cette entité juridique.',
    'consent.ledger_empty': 'Le registre du compte n’a pas encore d’entrée.',
    'consent.ledger_asked_too_often':
      'La partie publique des registres a été lue trop souvent depuis cette adresse. Attendez une minute.',
    'consent.ledger_ahead_of_database':
      'Le registre publié est plus long ({published}) que la base de données ne le sait ({known}) : la base vient d’une sauvegarde plus ancienne. Rien n’y est ajouté tant que la base récente n’est pas revenue, car une autre entrée à la même place serait une bifurcation.',
    'consent.ledger_damaged':
      'Les entrées du lot {batch} ne sont pas aussi nombreuses qu’enregistré. Rien n’est ajouté ; restaurez la base depuis une sauvegarde.',
    'consent.suppressions_unknown':
      'L’enregistrement des oppositions est abîmé ou incomplet : personne ne peut dire si certains de ces numéros se sont opposés. Rien n’a été gardé ni envoyé. Un administrateur compare la base avec le registre et lance `accord ledger mend` ; recommencez ensuite.',
    'consent.state.none': 'aucun consentement',
    'consent.state.withdrawn': 'retiré',
    'consent.state.altered': 'modifié en dehors du programme : ne compte pas',
    'consent.state.unproven': 'non prouvé',
    'consent.state.expired': 'expiré',
    'consent.state.given': 'en vigueur',
    'consent.scope.marketing': 'pas de prospection',
    'consent.scope.relational': 'pas de messages relationnels',
    'consent.scope.all': 'aucun message',
    'consent.grade.claimed': 'affirmé, sans preuve',
    'consent.grade.import_declared':
      'déclaré par un fichier importé, avec date, origine et texte montré',
    'consent.grade.api_declared': 'déclaré par votre propre système',
    'consent.grade.own_form': 'formulaire vu par ce serveur',
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
    'consent.export.state': 'Ce que le compte sait de votre consentement',
  },
})
