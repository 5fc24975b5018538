// Errors of webhooks.
import { bilingual } from '../sentences.ts'

export const webhooksWords = bilingual({
  en: {
    'webhooks.webhook_not_found': 'This webhook does not exist in this account.',
    'webhooks.delivery_not_found':
      'The log of this webhook does not have this event. It keeps events for 30 days.',
    'webhooks.too_many':
      'This account has ten webhooks, which is the most it can have. Delete one that you no longer use.',
    'webhooks.listener_not_found':
      'This listener does not exist, somebody else began it, or it has ended: nobody asked for its events for more than a minute. Start another one.',
    'webhooks.too_many_listeners':
      'Five terminals listen to the events of this account, which is the most it can have. End one, or wait a minute and a half after one was closed.',
    'webhooks.listener_overrun':
      'More than 10,000 events waited for this listener, so that it was ended and they were deleted. Start another one with fewer events, or without the messages of campaigns.',
    'webhooks.reason_needed':
      'To read the texts of replies, say why in 5 to 300 characters (reason). The journal notes it with each reply.',
    'webhooks.url_invalid':
      'Write an https:// address without a user name, a password or a #, of 500 characters at most (an accented letter counts for six). A trial account may use http:// to this machine if the installation allows it (ACCORD_WEBHOOK_NETWORKS).',
    'webhooks.url_not_public':
      'This address is not public, so events cannot be sent there. If it is on a network of yours, whoever manages the installation can add the network to ACCORD_WEBHOOK_NETWORKS.',
    'webhooks.paused': 'This webhook is paused. Resume it first.',
    'webhooks.renewed_already':
      'The secret was renewed less than 24 hours ago, and the one before still signs. Renew it again after that; if the new one has leaked, make another webhook and delete this one.',
    'webhooks.since_invalid':
      'The log reaches back 30 days. Choose an instant in that time, and not in the future.',
    'webhooks.text_not_allowed':
      'To have the texts of replies sent, you need the right to reveal numbers and names.',
  },
  fr: {
    'webhooks.webhook_not_found': 'Ce webhook n’existe pas dans ce compte.',
    'webhooks.delivery_not_found':
      'Cet événement n’est pas dans le journal de ce webhook, qui garde les événements 30 jours.',
    'webhooks.too_many':
      'Ce compte a déjà dix webhooks, le maximum. Supprimez-en un dont vous ne vous servez plus.',
    'webhooks.listener_not_found':
      'Cette écoute n’existe pas, quelqu’un d’autre l’a lancée, ou elle est terminée : personne n’a demandé ses événements depuis plus d’une minute. Lancez-en une autre.',
    'webhooks.too_many_listeners':
      'Cinq terminaux écoutent déjà les événements de ce compte, le maximum. Arrêtez-en un, ou attendez une minute et demie après la fermeture de l’un d’eux.',
    'webhooks.listener_overrun':
      'Plus de 10 000 événements attendaient cette écoute : elle a été arrêtée et ils ont été supprimés. Lancez-en une autre avec moins d’événements, ou sans les messages des campagnes.',
    'webhooks.reason_needed':
      'Pour lire le texte des réponses, dites pourquoi en 5 à 300 caractères (reason). Le journal le note avec chaque réponse.',
    'webhooks.url_invalid':
      'Écrivez une adresse https:// sans nom d’utilisateur, ni mot de passe, ni #, de 500 caractères au plus (une lettre accentuée compte pour six). Un compte d’essai peut utiliser http:// vers cette machine si l’installation le permet (ACCORD_WEBHOOK_NETWORKS).',
    'webhooks.url_not_public':
      'Cette adresse n’est pas publique : aucun événement ne peut y être envoyé. Si elle est sur un de vos réseaux, la personne qui gère l’installation peut ajouter ce réseau à ACCORD_WEBHOOK_NETWORKS.',
    'webhooks.paused': 'Ce webhook est en pause. Réactivez-le d’abord.',
    'webhooks.renewed_already':
      'Le secret a été renouvelé il y a moins de 24 heures et le précédent signe encore. Renouvelez-le après ce délai ; si le nouveau a fuité, créez un autre webhook et supprimez celui-ci.',
    'webhooks.since_invalid':
      'Le journal remonte à 30 jours. Choisissez un instant de cette période, et pas dans le futur.',
    'webhooks.text_not_allowed':
      'Pour faire envoyer le texte des réponses, il faut avoir le droit de voir les numéros et les noms en clair.',
  },
})
