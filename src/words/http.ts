// Sentences of the server kit: what any route may answer.
import { bilingual } from './sentences.ts'

export const httpWords = bilingual({
  en: {
    'http.input_invalid': 'The request is not valid. See `errors` for what to change.',
    'http.field_unknown': 'Unknown field “{name}”. Remove it, or use one of: {taken}.',
    'http.field_misspelt': 'Unknown field “{name}”. Did you mean “{near}”?',
    'http.field_none_taken': 'Unknown field “{name}”: no field is accepted here. Remove it.',
    'http.field_missing': 'This field is required.',
    'http.instant_without_zone':
      'This date has no time zone. Add Z for UTC, or an offset such as +01:00.',
    'http.fields_unknown_more': 'And {count} more unknown fields.',
    'http.text_unreadable':
      'This text contains a character that cannot be stored (U+0000, or half of a surrogate pair). Remove it.',
    'http.nested_too_deep': 'This value is nested too deeply.',
    'http.json_malformed': 'The body is not valid JSON.',
    'http.body_too_large': 'The request is too large for this address.',
    'http.body_too_slow':
      'The body did not arrive in time. Send it again over a better connection.',
    'http.file_too_large': 'The file is larger than {octetsMax} bytes, the limit for this address.',
    'http.multipart_malformed':
      'The multipart/form-data body is damaged or incomplete. Send it again.',
    'http.idempotency_key_invalid':
      'An Idempotency-Key must have 1 to 200 visible ASCII characters. A UUID works well.',
    'http.media_type_unsupported': 'Send the body as {expected}.',
    'http.file_missing': 'Send one file in a multipart/form-data body, after its fields.',
    'http.part_behind_file':
      'Something follows the file ({part}). Send the fields before the file, and one file at a time.',
    'http.route_unknown': 'There is nothing at this address. See /v1/openapi.json for the API.',
    'http.to_the_first_page': 'Go to the first page',
    'http.method_not_allowed': 'This address does not accept this method. Use: {allowed}.',
    'http.headers_malformed':
      'The request cannot be read: its headers are too large, malformed or too slow.',
    'http.authentication_required':
      'Log in, or send an API token in the header `Authorization: Bearer accord_…`.',
    'http.token_unknown':
      'Unknown API token: it is mistyped, revoked or expired. Send it as `Authorization: Bearer accord_…`.',
    'http.right_missing': 'You need the right “{right}” to do this.',
    'http.origin_refused':
      'The request came from another site. Send it from this installation’s own pages.',
    'http.too_many_requests': 'Too many attempts. Wait {seconds} seconds, then try again.',
    'http.too_many_streams':
      'At most {max} progress streams can be open at once. Close one, or poll instead.',
    'http.cursor_invalid': 'This cursor does not come from the API. Start again without a cursor.',
    'http.idempotency_key_reused':
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    'http.idempotency_key_in_progress':
      'The first request with this Idempotency-Key is still running, or was interrupted. Try again in a moment. If nothing changes, check whether it succeeded before you use a new key.',
    'http.stopping': 'The server is stopping. Try again in a few seconds.',
    'http.unavailable': 'The service is not ready. Try again in a few seconds.',
    'http.went_wrong':
      'Something went wrong on our side. Try again. If it happens again, give support the trace id.',
  },
  fr: {
    'http.input_invalid':
      'La requête n’a pas la forme attendue ; `errors` dit ce qu’il faut changer.',
    'http.field_unknown': 'Champ inconnu : « {name} ». Retirez-le, ou utilisez : {taken}.',
    'http.field_misspelt': 'Champ inconnu : « {name} ». Vouliez-vous dire « {near} » ?',
    'http.field_none_taken':
      'Champ inconnu : « {name} ». Aucun champ n’est accepté ici. Retirez-le.',
    'http.field_missing': 'Ce champ est obligatoire.',
    'http.instant_without_zone':
      'Cette date n’a pas de fuseau horaire. Ajoutez Z pour UTC, ou un décalage comme +01:00.',
    'http.fields_unknown_more': 'Et {count} autres champs inconnus.',
    'http.text_unreadable':
      'Ce texte contient un caractère qui ne peut pas être enregistré (U+0000, ou une moitié de paire). Retirez-le.',
    'http.nested_too_deep': 'Cette valeur a trop de niveaux d’imbrication.',
    'http.json_malformed': 'Le corps de la requête n’est pas du JSON valide.',
    'http.body_too_large': 'La requête est trop grande pour cette adresse.',
    'http.body_too_slow':
      'Le corps de la requête n’est pas arrivé à temps. Renvoyez-le, avec une meilleure connexion.',
    'http.file_too_large': 'Le fichier dépasse {octetsMax} octets, la limite pour cette adresse.',
    'http.multipart_malformed': 'Le corps multipart/form-data est abîmé ou incomplet. Renvoyez-le.',
    'http.idempotency_key_invalid':
      'Une Idempotency-Key doit avoir de 1 à 200 caractères ASCII visibles. Un UUID convient bien.',
    'http.media_type_unsupported': 'Envoyez le corps au format {expected}.',
    'http.file_missing': 'Envoyez un fichier dans un corps multipart/form-data, après ses champs.',
    'http.part_behind_file':
      'Quelque chose suit le fichier ({part}). Envoyez les champs avant le fichier, et un fichier à la fois.',
    'http.route_unknown': 'Il n’y a rien à cette adresse. Consultez /v1/openapi.json pour l’API.',
    'http.to_the_first_page': 'Aller à la première page',
    'http.method_not_allowed': 'Cette adresse n’accepte pas cette méthode. Utilisez : {allowed}.',
    'http.headers_malformed':
      'La requête est illisible : ses en-têtes sont trop longs, mal formés ou trop lents.',
    'http.authentication_required':
      'Connectez-vous, ou envoyez un jeton dans l’en-tête `Authorization: Bearer accord_…`.',
    'http.token_unknown':
      'Jeton d’API inconnu : il est mal recopié, révoqué ou expiré. Envoyez-le sous la forme `Authorization: Bearer accord_…`.',
    'http.right_missing': 'Il vous faut le droit « {right} » pour cette action.',
    'http.origin_refused':
      'La requête vient d’un autre site. Envoyez-la depuis les pages de cette installation.',
    'http.too_many_requests': 'Trop de tentatives. Attendez {seconds} secondes, puis réessayez.',
    'http.too_many_streams':
      'Au plus {max} flux de suivi peuvent être ouverts à la fois. Fermez-en un, ou interrogez l’API de temps en temps.',
    'http.cursor_invalid': 'Ce curseur ne vient pas de l’API. Recommencez sans curseur.',
    'http.idempotency_key_reused':
      'Cette Idempotency-Key a servi à une autre requête. Utilisez une nouvelle clé pour une nouvelle requête.',
    'http.idempotency_key_in_progress':
      'La première requête avec cette Idempotency-Key est encore en cours, ou a été interrompue. Réessayez dans un instant. Si rien ne change, vérifiez si elle a abouti avant d’utiliser une nouvelle clé.',
    'http.stopping': 'Le serveur s’arrête. Réessayez dans quelques secondes.',
    'http.unavailable': 'Le service n’est pas prêt. Réessayez dans quelques secondes.',
    'http.went_wrong':
      'Une erreur est survenue de notre côté. Réessayez. Si elle se reproduit, donnez l’identifiant de trace au support.',
  },
})
