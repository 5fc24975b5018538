// Errors of short links.
import { bilingual } from './sentences.ts'

export const linksWords = bilingual({
  en: {
    'links.switched_off':
      'Short links are off for this account. Its owner can switch them on in the settings.',
    'links.address_missing':
      'This installation has no public address, so a link would lead nowhere. Whoever manages it must set ACCORD_URL.',
    'links.target_unfit':
      'This address cannot be shortened. Use an https address of a public website, without a user name or password.',
    'links.too_many': 'This account has 10,000 active links. Switch off those you no longer use.',
    'links.link_not_found': 'This link does not exist in this account.',
  },
  fr: {
    'links.switched_off':
      'Les liens courts sont désactivés pour ce compte. Son propriétaire peut les activer dans les réglages.',
    'links.address_missing':
      'Cette installation n’a pas d’adresse publique : un lien ne mènerait nulle part. La personne qui la gère doit renseigner ACCORD_URL.',
    'links.target_unfit':
      'Cette adresse ne peut pas être raccourcie. Donnez une adresse https d’un site public, sans nom d’utilisateur ni mot de passe.',
    'links.too_many': 'Ce compte a 10 000 liens actifs. Désactivez ceux que vous n’utilisez plus.',
    'links.link_not_found': 'Ce lien n’existe pas dans ce compte.',
  },
})
