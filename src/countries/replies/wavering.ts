// "Perhaps I shall leave", "if this goes on", "a little less would be nice": who is not sure of it yet.

import { anyWord } from './dictionary.ts'

const maybe =
  '(?:peut etre(?: que| bien)*|vielleicht|eventuell|evtl|maybe|perhaps|possibly|quizas?|tal vez|a lo mejor|puede que|igual|forse|magari|misschien|wellicht)'

/** What the writer would do, said of oneself: "maybe you could take me off" asks for it. */
const leaves = [
  '(?:je|j) (?:vais |devrais |pourrais |finirai par |)(?:me )?(?:desabonn%|desinscri%)',
  '(?:i ll|i will|i might|i may|i should|i m going to|i) (?:just |have to |as well )*(?:unsubscribe|opt out|cancel)',
  '(?:melde?|trage?) ich mich (?:[a-z]+ ){0,2}(?:ab|aus)|ich mich (?:[a-z]+ ){0,2}(?:abmelde|austrage)',
  'me (?:doy|dare|de|voy a dar) de baja|(?:voy a|tengo que|tendre que|deberia) (?:darme de baja|borrarme|desapuntarme)|me (?:borr[oe]|borrare|desapunt[oe])',
  'mi (?:cancello|cancellero|disiscrivo|disiscrivero|tolgo)',
  '(?:schrijf|meld) ik (?:me|mij) (?:[a-z]+ ){0,2}(?:uit|af)|ik (?:me|mij) (?:[a-z]+ ){0,2}(?:uitschrijf|afmeld)',
].join('|')

const ifItGoesOn =
  '(?:si (?:ca|cela) continue|si vous continuez|wenn (?:das|es|ihr) so weiter ?(?:geht|macht)|if (?:this|it|that) (?:keeps up|keeps on|goes on|continues|carries on)|si (?:esto |la cosa )?(?:sigue|continua|seguis|siguen)(?: asi)?|se (?:continua|continuate|va avanti|andate avanti)(?: cosi)?|als (?:dit|dat|het|jullie) zo (?:door ?ga%|verder ?ga%))'

const thinking =
  '(?:je (?:reflechis|songe|pense)(?: serieusement| fortement)? a|thinking (?:of|about)|considering|tempted to|(?:ich )?(?:uberlege|uberleg)(?: gerade| mir)?|ich denke daruber nach|pensando en|me planteo|me estoy planteando|sto pensando di|penso di|ik (?:denk erover|denk eraan|overweeg|twijfel)(?: om| of)?)'
const toLeave =
  '(?:me desabonn(?:er|e)|me desinscri(?:re|s)|unsubscribing|unsubscribe|opting out|opt out|cancell?ing|mich abzumelden|mich auszutragen|(?:ob ich )?mich (?:abmelde|austrage|abmelden soll)|darme de baja|borrarme|desapuntarme|cancellarmi|disiscrivermi|me (?:uit te schrijven|af te melden|uitschrijf|afmeld)|mij (?:uit te schrijven|af te melden|uitschrijf|afmeld))'

const notSure =
  '(?:je (?:ne )?sais pas (?:trop )?si je|i (?:don t|dont|do not) know if i|(?:i m )?not sure (?:if )?i|(?:ich )?weiss (?:noch )?nicht ob ich|no se si|non so se|(?:ik )?weet (?:nog )?niet of ik)'
const toStay =
  '(?:continuer|rester|recevoir|continue|keep|stay|getting|behalten|bekommen|dabei bleibe|bleiben|seguir|quedarme|recibir%|continuar|continuare|restare|ricever%|blijven|doorgaan|krijgen|ontvangen)'

const fewer =
  '(?:un po(?:co)? |un peu |beaucoup |a bit |a lot |far |etwas |ein bisschen |viel |un poco |wat |iets |een beetje |veel )(?:meno|moins de|moins d|fewer|less|weniger|menos|minder) (?:messagg%|sms%|messages?|textos?|texts?|pubs?|nachrichten|werbung|mensajes|avisos|publicidad|berichten|berichtjes|reclame|mails)'

const half = [
  `${maybe} (?:[.,] )?(?:[a-z]+ ){0,3}?(?:${leaves})`,
  `(?:${leaves}) (?:[.,] )?${maybe}`,
  `${ifItGoesOn} (?:[.,] )?(?:[a-z]+ ){0,3}?(?:${leaves})`,
  `(?:${leaves}) (?:[a-z]+ ){0,2}(?:[.,] )?${ifItGoesOn}`,
  `${thinking} (?:[a-z]+ ){0,4}?${toLeave}`,
  `${notSure} (?:[a-z]+ ){0,6}?${toStay}(?: (?:a|con|with|avec|mit|met) [a-z]+| riceverl[ie]| recibiendo| getting)?`,
  fewer,
].map(anyWord)

/** A reply's words without what is only thought of: what is left may still ask for an end. */
export const withoutWavering = (said: string): string =>
  half.reduce((rest, one) => rest.replace(one, ' _'), said)
