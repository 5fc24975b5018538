// Sentences of the server kit: what any route may answer.
import { bilingual } from './sentences.ts'

export const httpWords = bilingual({
  en: {
    'http.input_invalid': 'The request is not as it should be; see `errors` for what to change.',
    'http.field_unknown':
      '“{name}” is not known here. Leave it out, or use what there is: {taken}.',
    'http.field_misspelt': '“{name}” is not known here. Did you mean “{near}”?',
    'http.field_none_taken': '“{name}” is not known here: nothing is taken here. Leave it out.',
    'http.field_missing': 'This field is missing: send it.',
    'http.instant_without_zone':
      'This date has no time zone: add Z for UTC, or an offset such as +01:00.',
    'http.fields_unknown_more': 'And {count} more that are not known here.',
    'http.text_unreadable':
      'This text holds a character that cannot be kept (U+0000, or half of a pair). Leave it out.',
    'http.nested_too_deep': 'This is nested deeper than anything that is taken here.',
    'http.json_malformed': 'The body is not valid JSON.',
    'http.body_too_large': 'The request is larger than this address accepts.',
    'http.body_too_slow': 'The body did not come in time. Send it again, over a better connection.',
    'http.file_too_large':
      'The file is larger than {octetsMax} octets, the most that this address accepts.',
    'http.multipart_malformed':
      'The multipart/form-data body is damaged or was cut short; send it again.',
    'http.idempotency_key_invalid':
      'An Idempotency-Key is 1 to 200 visible ASCII characters; a UUID does well.',
    'http.media_type_unsupported': 'Send the body as {expected}.',
    'http.file_missing': 'Send one file in a multipart/form-data body, after its fields.',
    'http.part_behind_file':
      'Something comes behind the file ({part}): send the fields before it, and one file at a time.',
    'http.route_unknown':
      'There is nothing at this address; see /v1/openapi.json for what there is.',
    'http.to_the_first_page': 'To the first page',
    'http.method_not_allowed': 'This address takes another method: {allowed}.',
    'http.headers_malformed':
      'What came is not a request that can be read: its headers are too large, wrong or late.',
    'http.authentication_required':
      'Log in, or send an API token in the header `Authorization: Bearer accord_…`.',
    'http.token_unknown':
      'This API token is not known here: it is mistyped, revoked or past its end. Send it as `Authorization: Bearer accord_…`.',
    'http.right_missing': 'This needs the right “{right}”, which you do not have.',
    'http.origin_refused':
      'The request came from another site. Send it from this installation’s own pages.',
    'http.too_many_requests': 'Too many attempts. Wait {seconds} seconds, then try again.',
    'http.too_many_streams':
      'At most {max} progress streams may be open at once. Close one, or look now and then instead.',
    'http.cursor_invalid':
      'This cursor is not one that the API gave; start again without a cursor.',
    'http.idempotency_key_reused':
      'This Idempotency-Key was used for another request. Make a new key for a new request.',
    'http.idempotency_key_in_progress':
      'The first request with this Idempotency-Key is still at work, or was cut off. Try again in a moment; if it stays so, look whether it was done before you take a new key.',
    'http.stopping': 'The server is being stopped. Try again in a few seconds.',
    'http.unavailable': 'The service is not ready at the moment. Try again in a few seconds.',
    'http.went_wrong':
      'Something went wrong on our side. Try again; if it persists, give support the trace id.',
  },
  fr: {
    'http.input_invalid':
      'La requête n’a pas la forme attendue ; `errors` dit ce qu’il faut changer.',
    'http.field_unknown':
      '« {name} » n’est pas connu ici. Retirez-le, ou prenez ce qui existe : {taken}.',
    'http.field_misspelt': '« {name} » n’est pas connu ici. Vouliez-vous dire « {near} » ?',
    'http.field_none_taken': '« {name} » n’est pas connu ici : rien n’y est attendu. Retirez-le.',
    'http.field_missing': 'Ce champ manque : envoyez-le.',
    'http.instant_without_zone':
      'Cette date n’a pas de fuseau horaire : ajoutez Z pour UTC, ou un décalage comme +01:00.',
    'http.fields_unknown_more': 'Et {count} autres qui ne sont pas connus ici.',
    'http.text_unreadable':
      'Ce texte contient un caractère qui ne peut pas être gardé (U+0000, ou une moitié de paire). Retirez-le.',
    'http.nested_too_deep': 'L’imbrication est plus profonde que tout ce qui est accepté ici.',
    'http.json_malformed': 'Le corps de la requête n’est pas du JSON valide.',
    'http.body_too_large': 'La requête dépasse la taille acceptée à cette adresse.',
    'http.body_too_slow':
      'Le corps de la requête n’est pas arrivé à temps. Renvoyez-le, avec une meilleure connexion.',
    'http.file_too_large':
      'Le fichier dépasse {octetsMax} octets, la taille la plus grande acceptée à cette adresse.',
    'http.multipart_malformed':
      'Le corps multipart/form-data est abîmé ou incomplet ; renvoyez-le.',
    'http.idempotency_key_invalid':
      'Une Idempotency-Key compte de 1 à 200 caractères ASCII visibles ; un UUID convient bien.',
    'http.media_type_unsupported': 'Envoyez le corps au format {expected}.',
    'http.file_missing': 'Envoyez un fichier dans un corps multipart/form-data, après ses champs.',
    'http.part_behind_file':
      'Quelque chose suit le fichier ({part}) : envoyez les champs avant lui, et un fichier à la fois.',
    'http.route_unknown': 'Il n’y a rien à cette adresse ; /v1/openapi.json dit ce qui existe.',
    'http.to_the_first_page': 'Vers la première page',
    'http.method_not_allowed': 'Cette adresse veut une autre méthode : {allowed}.',
    'http.headers_malformed':
      'La requête est illisible : ses en-têtes sont trop longs, mal écrits ou arrivés trop tard.',
    'http.authentication_required':
      'Connectez-vous, ou envoyez un jeton dans l’en-tête `Authorization: Bearer accord_…`.',
    'http.token_unknown':
      'Ce jeton n’est pas connu ici : il est mal recopié, révoqué ou expiré. Envoyez-le sous la forme `Authorization: Bearer accord_…`.',
    'http.right_missing': 'Il faut pour cela le droit « {right} », que vous n’avez pas.',
    'http.origin_refused':
      'La requête vient d’un autre site. Envoyez-la depuis les pages de cette installation.',
    'http.too_many_requests': 'Trop de tentatives. Attendez {seconds} secondes, puis réessayez.',
    'http.too_many_streams':
      'Au plus {max} suivis peuvent être ouverts à la fois. Fermez-en un, ou regardez de temps en temps.',
    'http.cursor_invalid': 'Ce curseur n’a pas été donné par l’API ; recommencez sans curseur.',
    'http.idempotency_key_reused':
      'Cette Idempotency-Key a servi à une autre requête. Une nouvelle requête veut une nouvelle clé.',
    'http.idempotency_key_in_progress':
      'La première requête avec cette Idempotency-Key est encore en cours, ou a été interrompue. Réessayez dans un instant ; si rien ne change, voyez si elle a abouti avant de prendre une nouvelle clé.',
    'http.stopping': 'Le serveur est en train de s’arrêter. Réessayez dans quelques secondes.',
    'http.unavailable': 'Le service n’est pas prêt. Réessayez dans quelques secondes.',
    'http.went_wrong':
      'Une erreur est survenue de notre côté. Réessayez ; si elle persiste, donnez l’identifiant de trace au support.',
  },
})
