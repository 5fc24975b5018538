// The signals of advertising and their weights, as patterns over folded text.
// The objective decides (CPCE L34-5; CNIL, communication of 10 June 2026); the weights are ours.

export type SignalId =
  | 'offer'
  | 'reduction'
  | 'free'
  | 'deadline'
  | 'discover'
  | 'referral'
  | 'contest'
  | 'win_back'
  | 'basket'
  | 'birthday'
  | 'points'
  | 'review_reward'
  | 'cross_sell'
  | 'call_to_buy'
  | 'shop_link'
  | 'segment'
  | 'no_event'

export type Signal = {
  id: SignalId
  weight: number
  /** Absent: whatever the language. */
  language?: 'fr' | 'en'
  patterns: readonly RegExp[]
  /** What the same words are in an honest alert; taken out before the patterns are tried. */
  except?: readonly RegExp[]
}

export const signals: readonly Signal[] = [
  {
    id: 'offer',
    weight: 3,
    patterns: [
      /\bpromo(?:s|tions?|tionnel\w*)?\b/g,
      /\bsoldes\b/g,
      /\boffres?\b/g,
      /\bcode (?:promo|avantage|reduc)\w*/g,
      /\bbons? (?:d'achat|de reduction|plans?)\b/g,
      /\bcheques? cadeaux?\b/g,
      /\bventes? (?:privees?|flash)\b/g,
      /\b(?:destockage|liquidation totale|braderie|black friday|french days|cyber monday)\b/g,
      /\bexclusi(?:f|fs|ve|ves|vites?|vement)\b/g,
      /\b(?:prix (?:casses?|mini|doux|fous?|imbattables?)|petits prix|meilleurs? prix)\b/g,
      /\bnouvelles? collections?\b/g,
      /\ba partir de \d+(?:[.,]\d+)? ?(?:€|eur\b|euros?\b)/g,
      /\b(?:special|exclusive|limited) (?:offers?|deals?|time)\b/g,
      /\b(?:offers?|deals?|coupons?|vouchers?|clearance)\b/g,
    ],
    except: [
      /\boffres? d'emploi\b/g,
      /\boffres? de (?:poste|stage|mission)s?\b/g,
      /\bjob offers?\b/g,
    ],
  },
  {
    id: 'offer',
    weight: 3,
    language: 'en',
    patterns: [/\bsales?\b/g, /\bexclusive\b/g, /\bbest prices?\b/g, /\bdon't miss\b/g],
    except: [/\b(?:after|point of|terms of|for) sales?\b/g],
  },
  {
    id: 'reduction',
    weight: 3,
    patterns: [
      /(?<![\d,.])- ?\d{1,2} ?%/g,
      /\b\d{1,2} ?% (?:de )?(?:remises?|reductions?|rabais|off|discount|offerts?|sur )/g,
      /\b\d+ ?(?:€|eur|euros?) (?:de )?(?:remises?|reductions?|rabais|offerts?|off)\b/g,
      /\b(?:remises?|reductions?|rabais) (?:de |exceptionnel|immediat|jusqu)/g,
      /\bdiscount(?:s|ed)?\b/g,
      /\b(?:save|economisez) (?:up to |jusqu'a )?[£$]?\d+/g,
      /\b(?:moitie prix|half price)\b/g,
      /\b(?:1|une?) achetee?s?\b/g,
    ],
    except: [
      /\bremises? (?:de|du|des) (?:cles?|diplomes?|prix|documents?|dossiers?|colis|titres?|bulletins?)\b/g,
    ],
  },
  {
    id: 'free',
    weight: 3,
    patterns: [/\bgratuit(?:e|s|es|ement)?\b/g, /\b(?:offert|cadeau)(?:e|s|es|x)?\b/g],
    except: [
      /\b(?:appel|numero|service|annulation|parking|stationnement)s?(?: et appel)? gratuit(?:e|s|es)?\b/g,
      /\bgratuit depuis\b/g,
    ],
  },
  {
    id: 'free',
    weight: 3,
    language: 'en',
    patterns: [/\bfree\b/g, /\bgifts?\b/g],
    except: [
      /\b(?:feel free|toll[- ]free|free of charge cancellation|be free|are you free|smoke[- ]free)\b/g,
    ],
  },
  {
    id: 'deadline',
    weight: 3,
    patterns: [
      /\bjusqu'(?:au|a|aux|en) [\w/]+/g,
      /\b(?:dernier|derniers) jours?\b/g,
      /\blast (?:chance|days?)\b/g,
    ],
    // A parcel waits until a day, too: then the deadline is the news itself and sells nothing.
    except: [
      /\b(?:colis|retrait|retirer|point relais|consigne|dossiers?|inscriptions?|rendez-vous|rdv|documents?|pieces?|factures?|paiements?|reglements?|travaux|coupure|ferme|fermee?s?|fermeture|ouvert|vigilance|alerte|valable|valide|attend|disponible|confirmer|annuler|deplacer|modifier|absent|perturb\w*|interrompu\w*|interruption)\b[^.!?]{0,80}?\bjusqu'(?:au|a|aux|en) [\w/]+/g,
      /\bjusqu'(?:au|a|aux|en) [\w/]+[^.!?]{0,60}\b(?:pour (?:retirer|confirmer|annuler|completer|deposer|modifier|transmettre|regler|repondre))\b/g,
    ],
  },
  {
    id: 'discover',
    weight: 3,
    patterns: [
      /\bprofite[zr]\b/g,
      /\bdecouvr(?:ez|ir (?:nos|notre|la nouvelle))\b/g,
      /\bvenez (?:decouvrir|profiter|vite|nombreux)\b/g,
      /\bne (?:ratez|manquez) pas\b/g,
      /\b(?:discover (?:our|the new)|check out our|shop now|buy now|order now)\b/g,
    ],
  },
  { id: 'referral', weight: 3, patterns: [/\bparrain(?:ez|age)\b/g, /\brefer a friend\b/g] },
  {
    id: 'contest',
    weight: 3,
    patterns: [
      /\b(?:tirage au sort|jeu[- ]concours|grand jeu|tentez de gagner|a gagner)\b/g,
      /\bgagnez\b/g,
      /\b(?:win a|prize draw|sweepstake)\b/g,
    ],
  },
  {
    id: 'win_back',
    weight: 3,
    patterns: [
      /\bca fait (?:si |tres )?longtemps\b/g,
      /\b(?:vous nous manquez|on ne vous a pas vu|revenez nous voir|reprenez (?:rendez-vous|rdv))\b/g,
      /\b(?:it's been a while|we miss you|we've missed you|come back and see)\b/g,
    ],
  },
  {
    id: 'basket',
    weight: 3,
    patterns: [
      /\b(?:votre|ton) panier (?:vous|t)\b/g,
      /\bpanier (?:abandonne|en attente|vous attend)/g,
      /\b(?:in|left in) your (?:cart|basket)\b/g,
      /\byour (?:cart|basket) is\b/g,
    ],
  },
  {
    id: 'birthday',
    weight: 3,
    patterns: [
      /\b(?:joyeux|bon) anniversaire\b/g,
      /\bpour votre anniversaire\b/g,
      /\bhappy birthday\b/g,
    ],
  },
  {
    id: 'points',
    weight: 3,
    patterns: [
      /\bpoints?\b[^.!?]{0,40}\b(?:expir\w*|perdus?|fidelite|bientot)/g,
      /\bpoints? (?:de )?fidelite\b/g,
      /\b(?:loyalty|reward) points?\b/g,
    ],
  },
  {
    id: 'review_reward',
    weight: 3,
    patterns: [
      /\b(?:avis|notez)\b[^.!?]{0,50}\b(?:cadeau|gagn\w*|offert|bon d')/g,
      /\breview\b[^.!?]{0,50}\b(?:reward|gift|win|voucher)/g,
    ],
  },
  {
    id: 'cross_sell',
    weight: 3,
    patterns: [
      /\b(?:vous aimerez aussi|pensez aussi a|completez votre (?:achat|commande|tenue))\b/g,
      /\b(?:you may also like|you might also like|upgrade now)\b/g,
    ],
  },
  {
    id: 'call_to_buy',
    weight: 2,
    patterns: [
      /\b(?:commandez|achetez|foncez|craquez|reservez vite|souscrivez|abonnez-vous)\b/g,
      /\b(?:rendez-vous en (?:boutique|magasin)|vous attend en magasin|en magasin et en ligne)\b/g,
      /\bsubscribe (?:now|today)\b/g,
    ],
  },
  {
    id: 'shop_link',
    weight: 2,
    patterns: [
      /\b(?:https?:\/\/|www\.)[^\s/]+\/?(?=\s|$|[!?,;])/g,
      /\b(?:https?:\/\/)?[\w.-]+\.[a-z]{2,}\/\S*(?:shop|boutique|store|soldes|promo|collection|catalog|nouveautes|sale)\S*/g,
    ],
  },
]
