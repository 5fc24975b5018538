// Sentences of campaigns: errors and the notices of a check sheet.
import { bilingual } from './sentences.ts'

export const campaignsWords = bilingual({
  en: {
    'campaigns.campaign_not_found': 'There is no such campaign in this account.',
    'campaigns.list_not_found': 'There is no such list in this account.',
    'campaigns.controller_not_found': 'There is no such controller in this account.',
    'campaigns.field_unknown':
      'The text names the field {field}, which does not exist; there are {first_name} and {last_name}.',
    'campaigns.not_a_draft':
      'This campaign is no draft any more and cannot be changed; make a new one.',
    'campaigns.sheet_differs':
      'This is not the sheet of the campaign as it is now. Read the new one, then approve it.',
    'campaigns.not_approved': 'Approve the check sheet of this campaign first.',
    'campaigns.nobody_receives': 'Nobody would receive this campaign; its check sheet says why.',
    'campaigns.approver_must_differ':
      'This campaign overrules the advertising check: another user than its author must approve it.',
    'campaigns.state_differs': 'This cannot be done to a campaign that is {state}.',
    'notice.accents':
      'One character makes texts longer: “{character}” is not in the SMS alphabet, so {messages} message(s) hold 70 instead of 160 characters a segment.',
    'notice.several_segments': '{messages} message(s) take more than one segment.',
    'notice.outside_soft_hours': 'It is outside the hours in which an alert wakes nobody.',
    'notice.no_stop_mention': 'Alerts carry no STOP mention; a STOP is honoured all the same.',
    'notice.sensitive':
      'The text seems to hold sensitive data ({words}); an SMS is read on locked screens and along the chain of operators.',
    'notice.shortener':
      'The text has a shortened link ({words}); operators filter those. Use your own domain.',
  },
  fr: {
    'campaigns.campaign_not_found': 'Il n’y a pas de telle campagne dans ce compte.',
    'campaigns.list_not_found': 'Il n’y a pas de telle liste dans ce compte.',
    'campaigns.controller_not_found': 'Il n’y a pas de tel responsable dans ce compte.',
    'campaigns.field_unknown':
      'Le texte nomme le champ {field}, qui n’existe pas ; il y a {first_name} et {last_name}.',
    'campaigns.not_a_draft':
      'Cette campagne n’est plus un brouillon et ne se change plus ; faites-en une nouvelle.',
    'campaigns.sheet_differs':
      'Ce n’est pas la fiche de la campagne telle qu’elle est. Lisez la nouvelle, puis approuvez-la.',
    'campaigns.not_approved': 'Approuvez d’abord la fiche de contrôle de cette campagne.',
    'campaigns.nobody_receives':
      'Personne ne recevrait cette campagne ; sa fiche de contrôle dit pourquoi.',
    'campaigns.approver_must_differ':
      'Cette campagne passe outre le contrôle de publicité : un autre utilisateur que son auteur doit l’approuver.',
    'campaigns.state_differs': 'Cela ne se fait pas à une campagne dans l’état {state}.',
    'notice.accents':
      'Un caractère allonge les textes : « {character} » n’est pas dans l’alphabet SMS ; {messages} message(s) tiennent 70 caractères par segment au lieu de 160.',
    'notice.several_segments': '{messages} message(s) prennent plus d’un segment.',
    'notice.outside_soft_hours': 'Ce n’est pas une heure où une alerte ne réveille personne.',
    'notice.no_stop_mention':
      'Les alertes ne portent pas de mention STOP ; un STOP est respecté quand même.',
    'notice.sensitive':
      'Le texte semble contenir des données sensibles ({words}) ; un SMS se lit sur un écran verrouillé et tout au long de la chaîne des opérateurs.',
    'notice.shortener':
      'Le texte contient un lien raccourci ({words}) ; les opérateurs les filtrent. Prenez votre propre domaine.',
  },
})
