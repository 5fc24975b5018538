// Sentences of routing, governance and billing: routes, senders, suppliers, and why a link is down.
import { bilingual } from './sentences.ts'

export const routingWords = bilingual({
  en: {
    'routing.route_not_found': 'There is no such route.',
    'routing.route_name_taken': 'Another route has this name. Choose another name.',
    'routing.supplier_not_found':
      'There is no such supplier. Add the supplier first, then its contract.',
    'routing.url_invalid':
      'The operator’s address cannot be read (at: {part}). Write it like smpp://user:password@host:port?window=50&rate=100.',
    'routing.hours_invalid': 'The hours end before they begin. Write for example 08:00 and 20:00.',
    'routing.http_missing':
      'An https:// address needs `http`, which describes this operator’s API. An smpp:// address does not use it.',
    'routing.http_not_public':
      'Write an https:// address without a user and password. http:// is allowed only for the networks in ACCORD_PRIVATE_NETWORKS.',
    'routing.secret_needed':
      'A new address needs the secrets again. Send all of `http`, with `auth` and `receiptSecret`.',
    'routing.test_number':
      'Give a mobile number in E.164, such as +33639980001. Fictional numbers are for sandbox routes only.',
    'routing.test_closed':
      'The contract with the route’s supplier is missing, incomplete or over, so no data can be sent there.',
    'routing.test_text': 'Accord: route test. You can ignore this message.',
    'routing.test_accepted': 'The operator accepted it.',
    'routing.test_refused': 'The operator refused it.',
    'routing.test_unknown':
      'It was sent, but no readable answer came back. The operator may have accepted it.',
    'routing.test_not_sent': 'It was not sent.',
    'routing.test_dry': 'Nothing was sent. This is what would be sent.',
    'routing.kind_fixed': 'You cannot change the protocol of a route. Add another route instead.',
    'routing.tls_ca_invalid':
      'The certificates of the operator’s own authority cannot be read (at: {part}). Give them in full, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, without a private key.',
    'routing.tls_unused':
      'tlsCa and tlsServerName are only for an smpps:// or https:// address. Leave them out for this route, or set them to null.',
    'routing.receipts_unknown': 'No route accepts delivery receipts with this secret.',
    'routing.sender_not_found': 'There is no such sender in this account.',
    'routing.sender_taken': 'This account has already registered this sender.',
    'routing.sender_was_refused':
      'This name was refused. Say what shows your right to it: whoever manages the installation reads it and decides again.',
    'routing.sender_needs_evidence':
      'This name is often imitated. Say which written authorisation allows you to use it.',
    no_route: 'There is no route yet. Add one to an operator.',
    no_route_for_country: 'No route reaches this country.',
    no_route_for_class: 'No route carries this type of message.',
    shortcode_for_other_class:
      'The route’s short code (38xxx) is for alerts and cannot carry marketing.',
    route_disabled: 'The route is disabled.',
    contract_missing:
      'There is no contract with the route’s supplier, so no data can be sent there.',
    contract_incomplete:
      'The contract with the route’s supplier is incomplete (GDPR, article 28). Complete it first.',
    contract_expired: 'The contract with the route’s supplier has ended.',
    supplier_barred: 'The account objects to a change at the route’s supplier.',
    'down.not_started': 'Not started yet.',
    'down.host_not_found': 'The operator’s host name does not exist. Check the address.',
    'down.address_not_allowed':
      'The address is not public. If it is yours, add its network to ACCORD_PRIVATE_NETWORKS.',
    'down.connection_refused': 'The operator refuses the connection. Check the host and port.',
    'down.connect_timeout': 'The operator does not respond. Check the host, port and firewall.',
    'down.tls_failed': 'The encrypted connection failed. Check smpps:// and the certificate.',
    'down.bind_timeout':
      'The operator accepted the connection but does not answer the login. Check the port, then ask the operator.',
    'down.wrong_system_id':
      'The operator does not know this user (system id). Correct it in the route or in ACCORD_OPERATOR.',
    'down.wrong_password':
      'The operator refuses the password. Correct it in the route or in ACCORD_OPERATOR.',
    'down.bind_refused':
      'The operator refuses the login. Ask whether this address and user may connect.',
    'down.already_bound':
      'The operator says that this user is already connected. Close the other connection, or ask for more binds.',
    'down.malformed_bytes': 'The operator’s answer is not SMPP. Check the port.',
    'down.connection_lost': 'The connection was lost. Accord is reconnecting.',
    'down.operator_unbound': 'The operator closed the connection. Accord is reconnecting.',
    'down.operator_unavailable':
      'The operator accepts nothing for now. Accord tries again in one minute.',
    'down.link_silent': 'The operator was silent for too long. Accord is reconnecting.',
    'down.refuses_all':
      'The operator refuses every message. Messages wait or use another route, and Accord tries again every minute. Test and correct the route.',
    'down.not_the_owner': 'Another process uses this route.',
    'governance.supplier_not_found': 'There is no such supplier.',
    'governance.contract_not_found': 'This supplier has no such contract, or it has already ended.',
    'governance.document_type_unknown':
      'This file is not a PDF. Choose the signed contract as a PDF.',
    'governance.document_not_found': 'This contract has no such document.',
    'governance.too_many_documents': 'This contract already has ten documents.',
    'governance.subprocessor_not_found':
      'This supplier has no such sub-processor, or its end is already announced.',
    'governance.too_many_subprocessors': 'This supplier already has 200 sub-processors.',
    'governance.notice_too_short':
      'Accounts have 30 days to object. Choose a day at least 30 days ahead, or a past day if it already works there.',
    'governance.removal_too_early': 'It would end before it begins. Choose a later day.',
    'governance.change_not_found': 'There is no such change.',
    'governance.objection_too_late': 'The time to object to this change is over.',
    'governance.objected_already': 'This account has already objected to this change.',
    'governance.objection_not_found': 'There is no such objection.',
    'governance.objection_closed':
      'This objection was withdrawn, or the sub-processor no longer works there: there is nothing left to answer.',
    'governance.answer_day':
      'To put the change off, or to let the account end its contract, give a day to come, after the day of the change. The other answers take no day.',
    'governance.no_other_route':
      'No open route of another supplier carries such messages to the country of this account. Open one first, or choose another answer.',
    'governance.no_route_for_waiting':
      'Messages of this account wait for these routes: {routes}. No open route of another supplier may take them: it has to split texts and mention STOP as theirs do, and reach the same countries. Open one first, or choose another answer.',
    'governance.contract_dates_swapped': 'The contract ends before it begins. Check the two dates.',
  },
  fr: {
    'routing.route_not_found': 'Cette route n’existe pas.',
    'routing.route_name_taken': 'Une autre route porte ce nom. Choisissez un autre nom.',
    'routing.supplier_not_found':
      'Ce fournisseur n’existe pas. Ajoutez-le d’abord, puis son contrat.',
    'routing.url_invalid':
      'L’adresse de l’opérateur n’est pas lisible (à : {part}). Écrivez-la comme smpp://user:password@host:port?window=50&rate=100.',
    'routing.hours_invalid':
      'Les heures finissent avant de commencer. Écrivez par exemple 08:00 et 20:00.',
    'routing.http_missing':
      'Une adresse https:// demande `http`, qui décrit l’API de cet opérateur. Une adresse smpp:// ne l’utilise pas.',
    'routing.http_not_public':
      'Écrivez une adresse https:// sans utilisateur ni mot de passe. http:// n’est permis que pour les réseaux d’ACCORD_PRIVATE_NETWORKS.',
    'routing.secret_needed':
      'Une nouvelle adresse demande de redonner les secrets. Envoyez `http` en entier, avec `auth` et `receiptSecret`.',
    'routing.test_number':
      'Donnez un numéro de mobile en E.164, comme +33639980001. Les numéros de fiction sont réservés aux routes d’essai.',
    'routing.test_closed':
      'Le contrat avec le fournisseur de la route manque, est incomplet ou a pris fin : aucune donnée ne peut y être envoyée.',
    'routing.test_text': "Accord : test d'une route. Vous pouvez ignorer ce message.",
    'routing.test_accepted': 'L’opérateur l’a accepté.',
    'routing.test_refused': 'L’opérateur l’a refusé.',
    'routing.test_unknown':
      'Il a été envoyé, sans réponse lisible. L’opérateur l’a peut-être accepté.',
    'routing.test_not_sent': 'Il n’a pas été envoyé.',
    'routing.test_dry': 'Rien n’a été envoyé. Voici ce qui serait envoyé.',
    'routing.kind_fixed': 'Le protocole d’une route ne peut pas changer. Ajoutez une autre route.',
    'routing.tls_ca_invalid':
      'Les certificats de l’autorité propre à l’opérateur ne sont pas lisibles (à : {part}). Donnez-les en entier, de -----BEGIN CERTIFICATE----- à -----END CERTIFICATE-----, sans clé privée.',
    'routing.tls_unused':
      'tlsCa et tlsServerName ne servent que pour une adresse smpps:// ou https://. Ne les donnez pas pour cette route, ou mettez-les à null.',
    'routing.receipts_unknown': 'Aucune route ne reçoit d’accusés de réception avec ce secret.',
    'routing.sender_not_found': 'Cet expéditeur n’existe pas dans ce compte.',
    'routing.sender_taken': 'Ce compte a déjà déclaré cet expéditeur.',
    'routing.sender_was_refused':
      'Ce nom a été refusé. Dites ce qui montre votre droit sur lui : l’administration de l’installation le lit et décide de nouveau.',
    'routing.sender_needs_evidence':
      'Ce nom est souvent imité. Dites quelle autorisation écrite vous permet de l’utiliser.',
    no_route: 'Il n’y a pas encore de route. Ajoutez-en une vers un opérateur.',
    no_route_for_country: 'Aucune route n’atteint ce pays.',
    no_route_for_class: 'Aucune route ne transporte ce type de message.',
    shortcode_for_other_class:
      'Le numéro court de la route (38xxx) est réservé aux alertes et ne peut pas porter de publicité.',
    route_disabled: 'La route est désactivée.',
    contract_missing:
      'Il n’y a pas de contrat avec le fournisseur de la route : aucune donnée ne peut y être envoyée.',
    contract_incomplete:
      'Le contrat avec le fournisseur de la route est incomplet (RGPD, article 28). Complétez-le d’abord.',
    contract_expired: 'Le contrat avec le fournisseur de la route a pris fin.',
    supplier_barred: 'Le compte s’oppose à un changement chez le fournisseur de la route.',
    'down.not_started': 'Pas encore démarré.',
    'down.host_not_found': 'Le nom d’hôte de l’opérateur n’existe pas. Vérifiez l’adresse.',
    'down.address_not_allowed':
      'L’adresse n’est pas publique. Si elle est à vous, ajoutez son réseau à ACCORD_PRIVATE_NETWORKS.',
    'down.connection_refused': 'L’opérateur refuse la connexion. Vérifiez l’hôte et le port.',
    'down.connect_timeout': 'L’opérateur ne répond pas. Vérifiez l’hôte, le port et le pare-feu.',
    'down.tls_failed': 'La connexion chiffrée a échoué. Vérifiez smpps:// et le certificat.',
    'down.bind_timeout':
      'L’opérateur a accepté la connexion mais ne répond pas à l’identification. Vérifiez le port, puis demandez à l’opérateur.',
    'down.wrong_system_id':
      'L’opérateur ne connaît pas cet utilisateur (system id). Corrigez-le dans la route ou dans ACCORD_OPERATOR.',
    'down.wrong_password':
      'L’opérateur refuse le mot de passe. Corrigez-le dans la route ou dans ACCORD_OPERATOR.',
    'down.bind_refused':
      'L’opérateur refuse l’identification. Demandez-lui si cette adresse et cet utilisateur peuvent se connecter.',
    'down.already_bound':
      'L’opérateur dit que cet utilisateur est déjà connecté. Fermez l’autre connexion, ou demandez plus de connexions.',
    'down.malformed_bytes': 'La réponse de l’opérateur n’est pas du SMPP. Vérifiez le port.',
    'down.connection_lost': 'La connexion a été perdue. Accord se reconnecte.',
    'down.operator_unbound': 'L’opérateur a fermé la connexion. Accord se reconnecte.',
    'down.operator_unavailable':
      'L’opérateur n’accepte rien pour le moment. Accord réessaie dans une minute.',
    'down.link_silent': 'L’opérateur est resté muet trop longtemps. Accord se reconnecte.',
    'down.refuses_all':
      'L’opérateur refuse tous les messages. Les messages attendent ou prennent une autre route, et Accord réessaie chaque minute. Testez la route et corrigez-la.',
    'down.not_the_owner': 'Un autre processus utilise cette route.',
    'governance.supplier_not_found': 'Ce fournisseur n’existe pas.',
    'governance.contract_not_found': 'Ce fournisseur n’a pas ce contrat, ou il a déjà pris fin.',
    'governance.document_type_unknown':
      'Ce fichier n’est pas un PDF. Choisissez le contrat signé au format PDF.',
    'governance.document_not_found': 'Ce contrat n’a pas ce document.',
    'governance.too_many_documents': 'Ce contrat a déjà dix documents.',
    'governance.subprocessor_not_found':
      'Ce fournisseur n’a pas ce sous-traitant, ou sa fin est déjà annoncée.',
    'governance.too_many_subprocessors': 'Ce fournisseur a déjà 200 sous-traitants.',
    'governance.notice_too_short':
      'Les comptes ont 30 jours pour s’opposer. Choisissez une date dans 30 jours au moins, ou une date passée s’il travaille déjà.',
    'governance.removal_too_early':
      'La fin précéderait le début. Choisissez une date plus tardive.',
    'governance.change_not_found': 'Ce changement n’existe pas.',
    'governance.objection_too_late': 'Le délai pour s’opposer à ce changement est passé.',
    'governance.objected_already': 'Ce compte s’est déjà opposé à ce changement.',
    'governance.objection_not_found': 'Cette objection n’existe pas.',
    'governance.objection_closed':
      'Cette objection a été retirée, ou le sous-traitant ultérieur ne travaille plus là : il n’y a plus rien à répondre.',
    'governance.answer_day':
      'Pour reporter le changement, ou pour que le compte puisse résilier, donnez une date à venir, après celle du changement. Les autres réponses n’en prennent pas.',
    'governance.no_other_route':
      'Aucune route ouverte d’un autre fournisseur n’achemine de tels messages vers le pays de ce compte. Ouvrez-en une d’abord, ou choisissez une autre réponse.',
    'governance.no_route_for_waiting':
      'Des messages de ce compte attendent ces routes : {routes}. Aucune route ouverte d’un autre fournisseur ne peut les prendre : elle doit découper les textes et mentionner STOP comme elles, et atteindre les mêmes pays. Ouvrez-en une d’abord, ou choisissez une autre réponse.',
    'governance.contract_dates_swapped':
      'Le contrat finit avant de commencer. Vérifiez les deux dates.',
  },
})
