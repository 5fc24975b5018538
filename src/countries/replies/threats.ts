// "If this goes on I shall complain": a threat that is made for the case that messages go on.

import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

/**
 * That the messages go on, in nine languages: whoever threatens for that case has asked for an end.
 * `%` ends a stem; doubled letters are single, as in the words of a reply.
 */
const goingOn = [
  '(?:stop|aret[a-z]*|cesez|basta|para|parad|paren|smet[a-z]*|aufhoren|hort auf|hor auf|ophouden|hou op|kap) (?:ou|or|oder|o|of|sinon|sonst|otherwise|anders|altrimenti|si no|sino)',
  'schreib(?:t|en)? (?:ihr|sie|du|mir) (?:[a-z]+ )?(?:nochmal|noch mal|wieder|noch einmal)',
  '(?:si|tant que|alez y) (?:vous |tu |ca |sa |cela |vs )?(?:me |m )?(?:continu|insist|persist|recomenc|ecriv|envoy|renvoy)%',
  '(?:continu|persist|insist)(?:ez|e) (?:come ca|ainsi|et)',
  'si (?:vous |tu |ca |sa |vs )(?:n |ne )?aret[a-z]* (?:pas|jamais)',
  'encore (?:un|une|1)(?: seul| seule)?(?: sms| mesage| texto| pub| fois| et| de vos| de plus| je| c est| la je)',
  '(?:un|une|1)(?: seul| seule)?(?: sms| mesage| texto| pub)? de plus',
  '(?:au|le|la|du) prochain[a-z]*(?: sms| mesage| texto| coup| fois)?',
  '(?:dernier|ultimo|ultima|letzte|letzter|latste|last|final) (?:avertisement|aviso|advertencia|warnung|warschuwing|warning)(?: avant| vor| before| antes| prima| vor)?',
  '(?:wan|wen|wons|wons) (?:no|noch|nu) (?:wos|was|oans|ans|eine|ane)',
  '(?:cary|caries|carying) on',
  'keep(?:s)? (?:it|this|that|on|going|texting|sending|mesaging|at it)',
  'if (?:you|this|it|they|i) (?:[a-z]+ ){0,2}(?:kep|keps|keep|keeps|continue|continues|don t|dont|doesn t|get|receive|text|send|mesage|persist|cary|another)',
  '(?:another|one more|1 more) (?:one|text|txt|mesage|msg|sms|and|n|i|of these)',
  '(?:the )?next (?:one|text|mesage|sms|time)',
  '(?:text|mesage|contact) me (?:once more|again)',
  '(?:wen|fals) (?:ihr|sie|du|das|es|noch|da) (?:[a-z]+ ){0,3}(?:weiter%|noch|nicht aufhor%|nicht auf|wieder|schick%|schreib%|kom%)',
  '(?:mach|macht|machen sie) (?:nur |ruhig )?(?:weiter|so weiter)',
  'noch (?:(?:so )?(?:eine|ne|1)(?: einzige)? (?:sms|nachricht|werbung|und|dan|ich|von euch|davon)|einmal|mal)',
  '(?:beim?|die|der|das|bei der) nachsten?(?: sms| nachricht| mal)?',
  '(?:si|como|cuando) (?:no |me |nos |esto )*(?:segu|sig|continu|insist|vuelv|volv|par|dej|mand|envi|escrib)[a-z]*',
  '(?:segu|sig)(?:id|an|a|ue|uid) asi',
  '(?:otr[oa]|un[oa]?)(?: sms| mensaje)? mas',
  'otr[oa] (?:sms|mensaje|mensajito)',
  '(?:a|al|la|el) proxim[oa](?: vez| sms| mensaje)?',
  'se (?:mi |ci |non |la |vi )*(?:continu|insist|smet|piant|finit|scriv|mand|ariv|ricev)[a-z]*',
  'continu(?:ate|a) cosi',
  '(?:un altro (?:sms|mesagio|e|vi|cosi)|ancora uno|ancora un (?:sms|mesagio))',
  '(?:al|la|il) prosim[oa](?: volta| sms| mesagio)?',
  'als (?:dit|dat|julie|u|je|het|er|ik) (?:[a-z]+ ){0,3}(?:door%|nog|wer|niet stopt?|niet ophoud%|blijf%|stur%|stuurt?)',
  'ga(?:at)? (?:maar |nog |zo )*door',
  'nog (?:(?:een|1|zo n|so n) (?:sms[a-z]*|bericht[a-z]*|en|dan|ik|ker)|entje|iets)',
  '(?:de |het |bij de )?volgende(?: ker| sms| bericht)?',
  'se (?:continu|insist|mand|envi|volt|par|nao)[a-z]*',
  '(?:stuur|sturen|krijg|schrijf|schrijven) (?:je|julie|u|ik) (?:me |mij |dit |dat |deze |ons )*(?:nog|wer|opnieuw)',
  'mais (?:um|uma)(?: sms| mensagem)?',
  '(?:a|na|da) proxima(?: vez| mensagem)?',
  'jescze (?:raz|jeden|jedna)',
  'nastepn[a-z]*(?: sms| razem| wiadomosc)?',
]

const threats = [
  '(?:porter?|depos(?:e|er|erai)|fais|ferai) (?:une )?plainte',
  '(?:c est|ce sera|ca sera|y aura|direction|je vais|j en parle|je parle) (?:direct )?(?:a |une |la |le |chez )*(?:plainte|cnil|dgcrf|police|gendarmerie|33700|avocat|mon avocat|justice)',
  '(?:saisi%|contact(?:e|er|erai)|previen%|alert(?:e|er|erai)|ecri[st]?|apele%?|signal(?:e|er|erai)) (?:[a-z]+ ){0,2}(?:cnil|dgcrf|police|gendarmerie|33700|avocat|justice|bloctel)',
  '(?:vous|te|vs|je|on|jvous) (?:vais |vous |le |la )?(?:signal|bloqu|denonc|ataqu|poursui)(?:e|er|erai|s|rai)',
  'signalement',
  // All the world is to read of it.
  '(?:mando|invio|meto|posto|publico|envoie|poste|mets|publie|post|posting|put|puting|send|stele?|subo|cuelgo|zet|plats) (?:ich |i |ik |je )?(?:tuto|al of it|it|this|these|them|tout|ca|ales|es|das|todo|esto|het|dit) (?:[a-z]+ ){0,2}?(?:striscia[a-z]*|iene|giornali|tv|facebok|trustpilot|twiter|gogle|instagram|tiktok|prese|pres|papers|zeitung|prensa|krant|radar|kasa|media|redes)',
  '(?:transmet%|pase|paserai|envoie|donne) (?:tout |ca |cela |le dosier |vos sms )*(?:a|chez) (?:mon|un|notre) avocat',
  '(?:vais|irai|ira|va|part) (?:tout droit |direct |directement )?(?:a la |au |chez les )(?:gendarm%|police|comisariat|cnil|dgcrf)',
  '(?:paso|giro|mando|do|invio|trasmeto) (?:tuto|la cosa|questo) (?:al|a) (?:mio |un )?avocato',
  '(?:meld|zeig) (?:i |ich )?(?:eich|euch|sie)',
  '(?:i l|il|i wil|wil|i m|im|gona|going to|be|and|n|we l|i am) (?:go |be |am )?(?:report|block|sue|complain)[a-z]*',
  '(?:you re|your|you are|ur|u r|gets?|get you|geting) (?:[a-z]+ )?(?:blocked|reported|sued)',
  '(?:cal|caling|ringing|ring|se|seing|hear from|speak to|geting|to|with|involv[a-z]*) (?:a |my |the |our )*(?:lawyer|solicitor|atorney|police|ico|ofcom|tps|trading standards|ombudsman|fc)',
  '(?:goes|straight|going|it s|its|off) (?:straight )?(?:to )?(?:the )?(?:ico|ofcom|tps|trading standards|police)',
  '(?:a|file a|make a|making a|lodge a) (?:formal )?complaint',
  '(?:anzeige|anwalt%|bundesnetz%|verbraucherzentrale|datenschutz%|polizei|beschwer%)',
  '(?:hear|hearing|news|noticias|sentirete|hort|horen|horst|hoort|horen julie|nouveles) (?:[a-z]+ ){0,3}(?:lawyer|solicitor|atorney|abogad[oa]|avocat[oa]?|anwalt|advocat)',
  '(?:lo|la|os|vi|te|ti) (?:porto|lev[oa]|llev[oa]|mando|envio) (?:[a-z]+ ){0,2}(?:garante|consumo|aepd|tribunal[a-z]*|juez|giudice|avocato|abogado)',
  '(?:blockier|sper)[a-z]* ich',
  'ich (?:blockier|sper|verklag)[a-z]*',
  '(?:melde|zeige) (?:ich )?(?:euch|sie|das|es|die numer)',
  '(?:os|les|te|los|le) (?:voy a |vamos a )?(?:denunci|bloque|report)[a-z]*',
  '(?:voy|ire|va|vamos|llam[a-z]+|lam[a-z]+|aviso|acud[a-z]+|pongo|pondre|hablo|directo|interpong[a-z]*) (?:[a-z]+ ){0,3}(?:denuncia|abogad[oa]|aepd|policia|reclamacion|consumo|agencia|queja|ocu|facua|omic)',
  '(?:vi|ti|la) (?:denunci|segnal|bloc|querel)[a-z]*',
  '(?:denunci|bloque|report)(?:aros|arles|arlos|arte)',
  '(?:chiam|facio|faro|vado|andro|scriv|rivolg|segnal|partir|contat|va drit|va diret)[a-z]* (?:[a-z]+ ){0,3}(?:avocat[oa]|denuncia|garante|polizia|carabinieri|querela|reclamo|esposto|altroconsumo|codacons|agcom)',
  '(?:angifte|advocat|acm|autoriteit persons?gegevens|politie|klacht|consumentenbond|strafbar)',
  '(?:meld|blok[a-z]*|rapporter) (?:ik )?(?:julie|dit|het|u|je|dat)',
  '(?:queixa|advogad[oa]|cnpd|policia|denunci[a-z]*|bloqueio)',
  '(?:uodo|skarg[a-z]*|prawnik[a-z]*|policj[a-z]*|zgloszam|zglaszam|zglosze|blokuje)',
]

const patternOf = (list: readonly string[]) =>
  latePattern(
    ` (?:${list
      .join('|')
      .replace(/([a-z])\1+/g, '$1')
      .replace(/%/g, '[a-z]*')})(?= )`,
  )
const goesOn = patternOf(goingOn)
const threat = patternOf(threats)

/** The words of the threat; null where none is made, or where an order or a meeting is spoken of. */
export function threatened(sentence: string): string | null {
  const plain = sentence.replace(/ [.,](?= )/g, '')
  const when = goesOn.exec(plain)
  const then = threat.exec(plain)
  if (when === null || then === null) return null
  if (when.index >= then.index + then[0].length) return threatenedBefore(plain, then)
  const words = plain
    .slice(when.index, then.index + then[0].length)
    .trim()
    .split(' ')
  const next =
    plain
      .slice(then.index + then[0].length)
      .trim()
      .split(' ')[0] ?? ''
  if (then[0].includes('blo') && ofSomething.has(next)) return null
  if (words.length > apartMax || words.some((word) => ideasOf(word).includes('thing'))) return null
  return words.join(' ')
}

/** "I report you if you go on": the threat first, and at once the case. */
function threatenedBefore(plain: string, then: RegExpExecArray): string | null {
  const rest = plain.slice(then.index + then[0].length)
  const found = caseAfter.exec(rest)?.[0]
  if (found === undefined || !goesOn.test(`${found} `)) return null
  return `${then[0]}${found}`.trim()
}

const caseAfter =
  /^(?: [a-z]+){0,3} (?:si|if|wen|se|als|fals|wan|cuando|quand|unles)(?: [a-z]+){1,6}/

const apartMax = 18

/** "Next time I'll block a slot": what is blocked is no sender. */
const ofSomething = new Set(
  'a an out un une la le les una uno el il ein eine einen den die een de um uma'.split(' '),
)
