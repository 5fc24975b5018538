// Sentences of routing, governance and billing: routes, senders, suppliers, and why a link is down.
import { bilingual } from './sentences.ts'

export const routingWords = bilingual({
  en: {
    'routing.route_not_found': 'There is no such route.',
    'routing.route_name_taken': 'Another route has this name; choose another one.',
    'routing.supplier_not_found': 'There is no such supplier; add it first, then its contract.',
    'routing.url_invalid':
      'The operator’s address is not readable (at: {part}); write smpp://user:password@host:port?window=50&rate=100.',
    'routing.hours_invalid': 'The hours end before they begin; write for example 08:00 and 20:00.',
    'routing.http_missing':
      'An https:// address needs `http`, the description of how this operator is asked; an smpp:// address has none.',
    'routing.http_not_public':
      'Write an https:// address without user and password; http:// is for the networks that ACCORD_PRIVATE_NETWORKS names.',
    'routing.secret_needed':
      'A new address needs the secrets again: send all of `http`, with `auth` and `receiptSecret`.',
    'routing.test_number':
      'Give a mobile number in E.164, such as +33639980001; fiction numbers are for sandbox routes.',
    'routing.test_closed':
      'The contract with the route’s supplier is missing, incomplete or over: no data goes there.',
    'routing.test_text': 'Accord: test of a route. Nothing to do.',
    'routing.test_accepted': 'The operator took it.',
    'routing.test_refused': 'The operator refused it.',
    'routing.test_unknown': 'It left, and no readable answer came: it may have been taken.',
    'routing.test_not_sent': 'It did not leave.',
    'routing.test_dry': 'Nothing was sent: this is what would be.',
    'routing.kind_fixed': 'A route keeps its protocol: add another route instead.',
    'routing.tls_ca_invalid':
      'The certificates in tlsCa are not readable (at: {part}); give them whole, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, and no private key.',
    'routing.tls_unused':
      'tlsCa and tlsServerName are for an smpps:// or https:// address; this route has none: leave them out, or make them null.',
    'routing.receipts_unknown': 'No route takes receipts with this secret.',
    'routing.sender_not_found': 'There is no such sender in this account.',
    'routing.sender_taken': 'This account has registered this sender already.',
    'routing.sender_needs_evidence':
      'This name is often imitated: say which written authorisation allows you to use it.',
    no_route: 'There is no route yet: add one to an operator.',
    no_route_for_country: 'No route reaches this country.',
    no_route_for_class: 'No route carries this class of message.',
    shortcode_for_other_class: 'The route’s short code (38xxx) is for alerts, not for advertising.',
    route_disabled: 'The route is switched off.',
    contract_missing: 'The route’s supplier has no contract: data may not go there.',
    contract_incomplete:
      'The contract with the route’s supplier lacks what GDPR art. 28 asks for: complete it first.',
    contract_expired: 'The contract with the route’s supplier has ended.',
    'down.not_started': 'Not started yet.',
    'down.host_not_found': 'The operator’s host name is not known: check the address.',
    'down.address_not_allowed':
      'The address is not a public one: name its network in ACCORD_PRIVATE_NETWORKS if it is yours.',
    'down.connection_refused': 'The operator refuses the connection: check host and port.',
    'down.connect_timeout': 'The operator does not answer: check host, port and firewall.',
    'down.tls_failed': 'The enciphered connection failed: check smpps:// and the certificate.',
    'down.bind_timeout':
      'The operator took the connection and does not answer the login: check the port, then ask the operator.',
    'down.wrong_system_id':
      'The operator does not know this user (system id): correct it in the route, or in ACCORD_OPERATOR.',
    'down.wrong_password':
      'The operator refuses the password: correct it in the route, or in ACCORD_OPERATOR.',
    'down.bind_refused':
      'The operator refuses the login: ask it whether this address and user may connect.',
    'down.already_bound':
      'The operator says that this user is connected already: end the other connection, or ask for more binds.',
    'down.malformed_bytes': 'What the operator answers is not SMPP: check the port.',
    'down.connection_lost': 'The connection was lost; it is tried again.',
    'down.operator_unbound': 'The operator ended the connection; it is tried again.',
    'down.operator_unavailable':
      'The operator says that it takes nothing for now; it is asked again in a minute.',
    'down.link_silent': 'The operator was silent for too long; the connection is tried again.',
    'down.refuses_all':
      'The operator has refused every message since the route was opened or changed. The messages wait, or take another route; it is asked again each minute. Test the route, and correct it.',
    'down.not_the_owner': 'Another process holds this route.',
    'governance.supplier_not_found': 'There is no such supplier.',
    'governance.contract_not_found': 'This supplier has no such contract, or it has ended already.',
    'governance.contract_dates_swapped':
      'The contract ends before it begins; look at the two dates.',
  },
  fr: {
    'routing.route_not_found': 'Cette route n’existe pas.',
    'routing.route_name_taken': 'Une autre route porte ce nom ; choisissez-en un autre.',
    'routing.supplier_not_found':
      'Ce fournisseur n’existe pas ; ajoutez-le d’abord, puis son contrat.',
    'routing.url_invalid':
      'L’adresse de l’opérateur n’est pas lisible (à : {part}) ; écrivez smpp://user:password@host:port?window=50&rate=100.',
    'routing.hours_invalid':
      'Les heures finissent avant de commencer ; écrivez par exemple 08:00 et 20:00.',
    'routing.http_missing':
      'Une adresse https:// demande `http`, la description des échanges avec cet opérateur ; une adresse smpp:// n’en a pas.',
    'routing.http_not_public':
      'Écrivez une adresse https:// sans utilisateur ni mot de passe ; http:// est pour les réseaux que nomme ACCORD_PRIVATE_NETWORKS.',
    'routing.secret_needed':
      'Avec une nouvelle adresse, il faut redonner les secrets : envoyez `http` en entier, avec `auth` et `receiptSecret`.',
    'routing.test_number':
      'Donnez un numéro de mobile en E.164, comme +33639980001 ; les numéros de fiction sont pour les routes d’essai.',
    'routing.test_closed':
      'Le contrat avec le fournisseur de la route manque, est incomplet ou a pris fin : aucune donnée n’y va.',
    'routing.test_text': 'Accord : essai d’une route. Rien à faire.',
    'routing.test_accepted': 'L’opérateur l’a pris.',
    'routing.test_refused': 'L’opérateur l’a refusé.',
    'routing.test_unknown': 'Il est parti, sans réponse lisible : il a peut-être été pris.',
    'routing.test_not_sent': 'Il n’est pas parti.',
    'routing.test_dry': 'Rien n’a été envoyé : voici ce qui le serait.',
    'routing.kind_fixed': 'Une route garde son protocole : ajoutez une autre route.',
    'routing.tls_ca_invalid':
      'Les certificats de tlsCa ne sont pas lisibles (à : {part}) ; donnez-les en entier, de -----BEGIN CERTIFICATE----- à -----END CERTIFICATE-----, et sans clé privée.',
    'routing.tls_unused':
      'tlsCa et tlsServerName sont pour une adresse smpps:// ou https:// ; cette route n’en a pas : ne les donnez pas, ou mettez-les à null.',
    'routing.receipts_unknown': 'Aucune route ne reçoit d’accusés avec ce secret.',
    'routing.sender_not_found': 'Cet expéditeur n’existe pas dans ce compte.',
    'routing.sender_taken': 'Ce compte a déjà enregistré cet expéditeur.',
    'routing.sender_needs_evidence':
      'Ce nom est souvent imité : dites quelle autorisation écrite vous permet de l’utiliser.',
    no_route: 'Il n’y a pas encore de route : ajoutez-en une vers un opérateur.',
    no_route_for_country: 'Aucune route n’atteint ce pays.',
    no_route_for_class: 'Aucune route ne porte cette classe de messages.',
    shortcode_for_other_class:
      'Le numéro court de la route (38xxx) est fait pour les alertes, pas pour la publicité.',
    route_disabled: 'La route est coupée.',
    contract_missing:
      'Le fournisseur de la route n’a pas de contrat : les données ne peuvent pas y aller.',
    contract_incomplete:
      'Le contrat avec le fournisseur de la route n’a pas tout ce que demande l’art. 28 du RGPD : complétez-le d’abord.',
    contract_expired: 'Le contrat avec le fournisseur de la route a pris fin.',
    'down.not_started': 'Pas encore démarré.',
    'down.host_not_found': 'Le nom de l’opérateur est inconnu : vérifiez l’adresse.',
    'down.address_not_allowed':
      'L’adresse n’est pas publique : si elle est à vous, nommez son réseau dans ACCORD_PRIVATE_NETWORKS.',
    'down.connection_refused': 'L’opérateur refuse la connexion : vérifiez l’hôte et le port.',
    'down.connect_timeout': 'L’opérateur ne répond pas : vérifiez l’hôte, le port et le pare-feu.',
    'down.tls_failed': 'La connexion chiffrée a échoué : vérifiez smpps:// et le certificat.',
    'down.bind_timeout':
      'L’opérateur a pris la connexion et ne répond pas à l’identification : vérifiez le port, puis demandez-lui.',
    'down.wrong_system_id':
      'L’opérateur ne connaît pas cet utilisateur (system id) : corrigez-le dans la route, ou dans ACCORD_OPERATOR.',
    'down.wrong_password':
      'L’opérateur refuse le mot de passe : corrigez-le dans la route, ou dans ACCORD_OPERATOR.',
    'down.bind_refused':
      'L’opérateur refuse l’identification : demandez-lui si cette adresse et cet utilisateur peuvent se connecter.',
    'down.already_bound':
      'L’opérateur dit que cet utilisateur est déjà connecté : fermez l’autre connexion, ou demandez plus de connexions.',
    'down.malformed_bytes': 'Ce que répond l’opérateur n’est pas du SMPP : vérifiez le port.',
    'down.connection_lost': 'La connexion a été perdue ; elle est retentée.',
    'down.operator_unbound': 'L’opérateur a mis fin à la connexion ; elle est retentée.',
    'down.operator_unavailable':
      'L’opérateur dit qu’il ne prend rien pour le moment ; il est sollicité de nouveau dans une minute.',
    'down.link_silent': 'L’opérateur est resté trop longtemps muet ; la connexion est retentée.',
    'down.refuses_all':
      'L’opérateur a refusé tous les messages depuis que la route a été ouverte ou modifiée. Les messages attendent, ou prennent une autre route ; il est réinterrogé chaque minute. Testez la route et corrigez-la.',
    'down.not_the_owner': 'Un autre processus tient cette route.',
    'governance.supplier_not_found': 'Ce fournisseur n’existe pas.',
    'governance.contract_not_found': 'Ce fournisseur n’a pas ce contrat, ou il a déjà pris fin.',
    'governance.contract_dates_swapped':
      'Le contrat finit avant de commencer ; regardez les deux dates.',
  },
})
