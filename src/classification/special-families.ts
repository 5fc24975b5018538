// What articles 9 and 10 protect, by families of words: two that belong together, or one built on.
import type { HeaderCandidate } from './header-score.ts'
import type { SpecialType } from './special-words.ts'

/** The phrase of what speaks in a list of people alone: "Sans gluten" is of a dish as well. */
export const familyAmongPeople = 'family among people'
/** And of what speaks wherever it stands. */
const familyAnywhere = 'family'

/** "Parish" over "St Mary", "Synagogue" over "Beth Israel": they bear names of people, and are none. */
const worship =
  /\b(?:parish|church|paroisse|parrocchia|parroquia|pfarrei|kirchengemeinde|kirche|kerk|parochie|synagogue|synagoge|sinagoga|mosquee?|moschee|moskee|mezquita|moschea|congregation)\b/

export function isPlaceOfWorship(words: string): boolean {
  return worship.test(words)
}

/** "Rens. cliniques", "Clin. details", "Klin. Ang.", "Quesito diagn.": what a laboratory is told. */
const clinicalBehind =
  '(?:rens[a-z]*|infos?|inf|inform[a-z]*|donnees|contexte|ctx|signes?|sgn?|indic[a-z]*|ind|motif?s?|motiv[oi]|mot|resume[n]?|synth?e[a-z]*|sintesi|obs[a-z]*|notes?|notas|not|notizie|hist(?:oire|oria|oriq[a-z]*)?|storia|questions?|ques[a-z]*|quesit[oi]|datos?|dat[oi]|juicio|jc|sosp[a-z]*|susp[a-z]*|orient[a-z]*|cuadro|quadro|tableau|antec[a-z]*|ant|evol[a-z]*|valorac[a-z]*|valutaz[a-z]*|valut|impres[a-z]*|situac[a-z]*|diario|sintomi|sintomas|anamn?[a-z]*|hypoth[a-z]*|hyp|ipotesi|elements?|etat|examen|bilan)'
const clinicalBefore =
  '(?:infos?|inf|inform[a-z]*|details?|det|hx|hist|history|indic[a-z]*|ind|data|notes?|impr[a-z]*|summary|summ|picture|findings?|questions?|quest|qn|ctx|context|reasons?|presentation|pres|hypothesis|suspicion|susp|ang|angaben?|frage[a-z]*|daten|befunde?|bild|verlauf|symptom[a-z]*|anam[a-z]*|diagn[a-z]*|diag|dx|gegevens|geg|vraag[a-z]*|vraagst|beeld|beloop)'
const clinical = new RegExp(
  `\\b${clinicalBehind} (?:d[eiu]l? )?clin(?:iques?|ic[oaie]s?|ich[ei])?\\b|\\b(?:clin|clinical|klin|klinisch[a-z]*) ${clinicalBefore}\\b`,
)
const diagnostic =
  /\b(?:rens[a-z]*|ques[a-z]*|quesit[oi]|sosp[a-z]*|susp[a-z]*|verd[a-z]*|orient[a-z]*|impres[a-z]*|juicio|hyp|hypoth[a-z]*|ipotesi|ind|indic[a-z]*|vermoed[a-z]*|prov[a-z]*|presum[a-z]*|working|ddx?|diff[a-z]*|werk|adm[a-z]*|referr?[a-z]*|aufn[a-z]*|einw[a-z]*|entl[a-z]*|hpt|haupt|neben|cod|codice|icd|cim|cie) (?:de |di |del )?(?:diagn[a-z]*|diag|dgn|dg|dx)\b|\b(?:diagn[a-z]*|diag|dgn|dg|dx) (?:ang[a-z]*|infos?|presu[a-z]*|prov[a-z]*|princ[a-z]*|prin|sec[a-z]*|associe?e?|assoc|relie|adm[a-z]*|ingreso|alta|entree|sortie|ingresso|dimissione|hist|hx|text|txt|verd[a-z]*|icd|cim|cie)\b|^diagn?$|\banam\b/

type Family = { type: SpecialType; speaks: RegExp; amongPeople?: true }

const partner =
  '(?:partner|concubin|compagn|companer|lebensgefahrt|partenaire|conjoint|spouse|conyuge|coniug[ei]|pareja|echtgenoot|echtgenote|ehepartner|husband|wife)[a-z]*'
const sex = '(?:gender|sexe?|sexo|sesso|geschlecht|geslacht)'
const of =
  '(?:of |du |de la |de |del |dell[ao]? |des |der |von |van de |van |au |al |to |aan |an |pour |for )?(?:the |le |la |die |het )?'
const politicalParty = '(?:parti|party|partei|partido|partito|partij)'
const gift =
  '(?:dons?|donations?|contributions?|spenden?|beitrag|aportacion(?:es)?|donazion[ei]|contribut[oi]|cotisations?|bijdrage)'
const unions =
  '(?:unison|gmb|usdaw|nasuwt|aslef|seiu|teamsters|uaw|ver ?di|ig metall|igm|ig bau|igbce|evg|ngg|dbb|cgt|cfdt|cftc|cfe cgc|unsa|solidaires|fsu|ccoo|ugt|csif|cgil|cisl|uil|ugl|cobas|fiom|fnv|cnv|acv|abvv|aclvb|fgtb|cgslb|opzz|unia)'
const parties =
  '(?:ps|lr|rn|lfi|pcf|eelv|spd|cdu|csu|fdp|afd|psoe|pvda|vvd|d ?66|cda|groenlinks|pd|fdi|m5s|ump|labour|tory|libdem)'
const belonging =
  '(?:n|nr|no|num|id|member|membership|mitgl[a-z]*|branch|lid|lidn?r?|lidmaatschap|afil[a-z]*|adh[a-z]*|cotis[a-z]*|carte|card|tessera|tess|dues|beitrag|delega|cuota|quota)'
const groups =
  '(?:ortsverein|kreisverband|ortsgruppe|tessera|circolo|sezione|afil[a-z]*|carte|adh[a-z]*|mitgl[a-z]*|lid|member|section|agrup[a-z]*|militan[a-z]*|card|carnet|afdeling)'
const pupils =
  '(?:parents?|familial[a-z]*|famil(?:y|ie|ia)|geniteurs?|genitori|padres|ouders|eltern|grands parents|grandparents|nonni|abuelos)'
const prisoners =
  '(?:inmates?|prison(?:ers?)?|offenders?|detainee|convict|detenus?|haftlings?|gefangenen?|recluso|preso|detenuto|gedetineerden?)'
const number = '(?:n|no|nr|id|num|number|nummer|numero|risk|level|status|type|class|categor[a-z]*)'
const side = '(?:left ?right|gauche ?droite|links ?rechts|izquierda ?derecha|sinistra ?destra)'

const families: readonly Family[] = [
  {
    type: 'health',
    amongPeople: true,
    speaks:
      /\b(?:not[ae]|info\w*|dati|scheda|situazione|stato|osservazioni|problemi|condizion[ei]|esigenze) sanitari[aeo]\b/,
  },
  { type: 'health', amongPeople: true, speaks: /\b(?:un)?tauglich(?:keit)?\b|\bg ?26 3\b/ },
  { type: 'health', speaks: clinical },
  { type: 'health', amongPeople: true, speaks: diagnostic },
  {
    type: 'health',
    speaks:
      /\bapt[a-z]* med|\bae (?:term|grade)\b|\bmed(?:ic|iz)? (?:bijzond|versorg|info|alert|cond|plan|besond|prob|needs?|hist|flag|data|untersuch)|\bmedik[a-z]* ?plan|\benf(?:erm)? (?:cron|grave|prev)|\b(?:etat|stato|estado) clini|tumor|tumeur|oncolog|\bchimio\b|\bchemo\b|\bkrebs(?:art|erkr[a-z]*)?\b|\b(?:score|echelle|eva)(?: de)?(?: la)? (?:douleur|pain|schmerz)|pain (?:score|level|scale)|schmerzskala|pijnscore|snomed|suicid|self ?harm|neurodiv/,
  },
  {
    type: 'health',
    speaks:
      /\bci (?:temp|def|perm|abs|rel)[a-z]*\b|contre ?indic|contraindic|controindic|kontraindik|conge (?:de )?longue (?:duree|maladie)|\binapte?s?\b|(?:dispense|exemption)(?: de| d)? (?:eps|sport|e p s)|sportbefreiung|esonero (?:ed|motoria)|vrijstelling (?:lo|gym)|\bada accom|\bfmla\b|lateral flow|beschaftigungsverbot|unvertraglich|(?:haupt|neben|einweisungs|aufnahme|entlass[a-z]*|verdachts|hoofd|neven)diagnos|historia clinica|\bhist clin|cartella clinica|krankenakte|patientenakte|esenz[a-z]* ticket|\badl (?:hulp|hilfe|score)|gehoor(?:probl|verlies|apparaat)|laborwert|uitger[a-z]* datum|statut th\b|boeth|\binv(?:al(?:id[a-z]*)?)? civ[a-z]*\b/,
  },
  {
    type: 'health',
    speaks:
      /\b(?:hearing|auditi[a-z]*|visual|visuel[a-z]*|visiva|sight|motric[a-z]*|motoria|cognitiv[a-z]*|intellect[a-z]*|mental[a-z]*|sensori[a-z]*|physical|speech) (?:impair|disab|disor|loss\b|aids?\b|deficien|deficit|minoraz|discap)|\b(?:def|defic|deficienc[a-z]*|deficit|handicap|troubles?) (?:audit|visu|intell|cogn|psych|mental|neuro|uditiv)|\b(?:deficienc[a-z]*|handicap) (?:motr|moteur|sens)/,
  },
  {
    type: 'health',
    speaks:
      /schwerhor|gehorlos|sehbehind|slechthor|slechtziend|malentend|malvoyan|hard of hearing|non ?vedent|non ?udent|ipovedent|hipoacus|sign language|langue des signes|gebardensprach|lengua de (?:signos|senas)|lingua dei segni|gebarentaal|\b(?:adhd|adhs|tdah|deafness|sourds?|bsl interpreter)\b/,
  },
  {
    type: 'health',
    speaks:
      /\b(?:conso[a-z]*|consum[a-z]*|konsum|usage|use|abus[a-z]*|misuse|gebruik|missbrauch)(?: de| d| di| von| of| van)? (?:tabac[a-z]*|tabak|tobacco|alco[a-z]*|alko[a-z]*|drog[a-z]*|drug[a-z]*|stup[a-z]*|cannab[a-z]*|substan[a-z]*|opi[a-z]*)|(?:tobacco|alcohol|drug|substance|cannabis|opioid) (?:use|abuse|misuse|consumption|intake)|suchtmittel/,
  },
  {
    type: 'health',
    speaks:
      /\b(?:systol|diastol|sistol|serolog|sierolog|serosta|depistage|genotyp|karyotyp|caryotyp|brca|odontogram|zahnstatus|schnelltest)|dental (?:chart|notes?|treatment|status|history)|schema dentaire|gebitsstatus/,
  },
  {
    type: 'health',
    speaks:
      /\bkrank(?:heits?[a-z]*|gemeld[a-z]*|meld[a-z]*|geschrieb[a-z]*|schreib[a-z]*)?\b|\bziek(?:gemeld|meld|te)[a-z]*|\bau (?:von|bis|seit|ab|tage|beginn|ende|vom|besch[a-z]*)\b|\b(?:dias? (?:de )?|parte de |(?:inicio|fin) (?:de )?(?:la )?)baja\b|\bbaja (?:medica|it|laboral|por enfermedad)/,
  },
  {
    type: 'health',
    speaks:
      /\bfit(?:ness)? (?:to|for) (?:work|duty)|medically fit|burn ?out|\bdepressi(?:on|one|ve|f)\b.*(?:anxi|score|episod)|\b(?:chief|presenting|main) complaint|plainte principale|hauptbeschwerde|hoofdklacht|disturbo principale|(?:care|pflege|zorg)(?:level|grade|grad|stufe|niveau)\b|zorgzwaarte|(?:niveau|degre|grado|grad|graad|livello)(?: de| di| der)? (?:dependance|dependencia|dipendenza|autonomia)\b/,
  },
  {
    type: 'health',
    speaks:
      /(?:previst|presunt|probable|estimad|vermoedelij|voraussich|prevu|presumee?)[a-z]* (?:de |del |di |d )?(?:parto|accouchement|bevalling|entbindung|niederkunft)|\b(?:parto|accouchement|bevalling|entbindung) (?:previst|prevu|presunt|probabl|verwacht|voraussich)|\b(?:auto ?inject|autoiniett|autoinyect|epi ?pen)/,
  },
  {
    type: 'health',
    amongPeople: true,
    speaks:
      /\b(?:bp|hba1c|smear|spiro[a-z]*|asthma|copd|diab[a-z]*|cervical|bloods?) (?:due|review|recall|overdue|last)\b|silla de ruedas|sedia a rotelle|\bantigen|rolstoel|rollstuhl|wheelchair|fauteuil roulant|\b(?:fiv|ivf|icsi|pma|tsa|tda|tnd|504 plan|ehcp|cpap|ggz[a-z]*)\b|care level|forderschwerpunkt|(?:sans|ohne|without|no|sin|senza|zonder) (?:gluten|glutine|lactose|lattosio|lactosa|laktose)|gluten ?(?:fre|frei|vrij)|(?:lactose|laktose) ?(?:fre|frei|vrij)|coelia|celia[cq]|zoliak|prothes|protesi|\bdenture|zahnersatz|orthopad[a-z]* einlagen|schuheinlagen|lunettes|occhiali|\bspher|\bsphar|sauerstoff ?(?:bedarf|ger|not)|oxyg[a-z]* (?:need|therap|besoin|a domicile)|oxygenother|ossigenoter|creatinin|kreatinin|cholest|colest|triglyc|dioptr/,
  },
  {
    type: 'religion',
    speaks:
      /battesim|\bbaptem|\bhijab\b|port du voile|kopftuch|hoofddoek|(?:membre|member|mitglied|miembro|membro) (?:de |d |of |der |della )?(?:the )?(?:l )?(?:eglise|church|kirche|iglesia|chiesa)|kerklid|spiritual needs?|besoins? spirituel|(?:worship|church) attend|gottesdienstbes|kerkgang|\btith(?:e|er)s?\b|sabbath|shabbat|firmpat|taufpat|\bkirchl |belijd|\bonction|anointing of|krankensalbung|ziekenzalving|\buncion\b|\bunzione|kirchenaustritt|casilla (?:de la )?iglesia|otto per mille|\b(?:tauf(?:e|tag|datum|ort|pate|name|spruch)|doop|konfirmation|konfirmand|firmung|vormsel|cresim|catech[ei]|catequ|katech|kommunion|komunia)|\bba[rt] ?mi[t]?[zs]va/,
  },
  {
    type: 'religion',
    amongPeople: true,
    speaks:
      /\bbaptis(?:e|ee|ed)(?: e)?\b|\b(?:no|sans|ohne|kein[a-z]*|without|sin|senza|geen|zonder|non|eats?|isst|eet|mange)(?: de| du| del| di)? (?:pork|porc|schwein[a-z]*|cerdo|maiale|varken[a-z]*)|seelsorg|aumonerie|(?:visite|demande) (?:de |d )?(?:l )?aumonier|(?:aumonier|chaplain|chaplaincy) (?:souhait|demand|visit|wanted|request)|geestelijke verzorg|\b(?:gelovig|croyante?|glaubig|credente|creyente)\b|8 ?x ?1000|\bru (?:oder )?ethik/,
  },
  {
    type: 'political_opinion',
    speaks: new RegExp(
      `\\bparty (?:member|aff|regist|card|loyal|pref)|partisan|ideolog|(?:scale|score|echelle|skala|escala|scala|schaal) ${side}|${side} (?:scale|score|skala|escala|scala|schaal)|\\bnuance (?:de )?(?:liste|candidat|polit)|code nuance|nuance code|mandat (?:local|electif|electoral|politique|national|parlementaire|municipal)|elected office|(?:choix|vote|voix)(?: au| du)? (?:1er|2nd|2e|premier|second) tour|primary ballot|\\bvoted (?:last|in|for|at)\\b|\\bha votato\\b|recuerdo (?:de )?voto|past vote`,
    ),
  },
  {
    type: 'political_opinion',
    speaks: new RegExp(
      `\\bpoliti(?:cal|que|sche?[a-z]*|eke?|c[oaie]|ch[ei]) (?:opinion|orient|aff|group|dona|don|contrib|activ|view|lean|stroming|richtung|proxim|sympath|simpat|tend|sensib|engag|coul|colou?r|kleur|farbe|prefer|party|partei|voork|gezind|uberzeug)|(?:proximite|sympathie|tendance|groupe|engagement|couleur|affinite|don|position[a-z]*|orientation|sensibilite|orientamento|area|colore|tendenza|simpatia|gruppo|tendencia|grupo|color|donacion|posicion) polit|${gift} ${of}${politicalParty}\\b|\\b${politicalParty} ?${gift}\\b`,
    ),
  },
  {
    type: 'political_opinion',
    amongPeople: true,
    speaks: new RegExp(
      `\\bvot(?:ed?|ee?|ato|ado|o) (?:in |en |aux? |nel )?(?:19|20)\\d\\d|gestemd|\\bmilitant|\\bmilitan[zc]|signed petition|(?:petition|peticion|petizione|petitie) (?:sign|firm|geteken)|positionnement (?:g d|${side})|\\b${groups} (?:d[ue] |del |der |di )?${parties}\\b|\\b${parties} ${groups}`,
    ),
  },
  {
    type: 'trade_union',
    speaks:
      /(?<!credit |european |banking )\bunion (?:dues|reps?|steward|members?|membership|deductions?)\b|\btu (?:reps?|members?|dues|branch|no)\b/,
  },
  {
    type: 'trade_union',
    amongPeople: true,
    speaks: new RegExp(
      `(?<!credit |european )\\bunion (?:local|branch|lodge|chapter|fees?|no|id|card|code)\\b|\\bunite (?:branch|member|no)|\\b${unions} ?${belonging}\\b|\\b${belonging} (?:der |de la |alla )?${unions}\\b`,
    ),
  },
  {
    type: 'ethnic_origin',
    amongPeople: true,
    speaks: new RegExp(
      `\\b(?:latin[oax]|hispanic|maori|aborigin[a-z]*|indigenous|indigena|roma|gypsy|gitan[oa]|tribal|african|asian|jewish) (?:or latino )?(?:descent|origin|ancestry|heritage|status|enrol[a-z]*|affil[a-z]*|background)|comunidad gitana|national origin|\\borigin[a-z]*(?: [a-z]+)? ${pupils}\\b|(?:herkunft|herkomst|afkomst)(?: [a-z]+)? ${pupils}\\b`,
    ),
  },
  {
    type: 'ethnic_origin',
    speaks:
      /migrat[a-z]*h(?:inter|g)|\bmigr?[a-z]* hg\b|black or african|american indian|pacific islander|\bsc st obc\b|zuwander|spataussiedl|niet westers|allochto|issue? de l immigration|background migratorio|\b(?:bame|bme|grt|bipoc|rom sinti|roma sinti)\b|people of colou?r|person of colou?r/,
  },
  {
    type: 'ethnic_origin',
    amongPeople: true,
    speaks:
      /(?:cultur|kultur|ethn)[a-z]* (?:background|achtergrond|hintergrund|heritage|origin|herkunft|herkomst|afkomst)/,
  },
  {
    type: 'ethnic_origin',
    amongPeople: true,
    speaks:
      /(?:skin|peau|haut|piel|pelle|huids?) ?(?:tone|colou?r|kleur|farbe|ton)\b|(?:colou?r|couleur|ton|teinte|color|colore|tono|kleur|farbe) (?:of |de |della |del |der |van )?(?:the |la |de )?(?:skin|peau|piel|pelle|haut|huid)\b|\bteint\b|carnagione|\biwi\b|\btribe\b|\bgitan[oa]s?\b|discendenz|ascendencia|minorit(?!y (?:share|interest|stake))|minderheit|minorias?\b|minoranz|minderheid|^(?:[a-z]+ )?heritage$|\bancestry\b|\babstammung\b|ascendance/,
  },
  {
    type: 'sexual_orientation',
    speaks: new RegExp(
      `${partner} ?(?:s )?${sex}\\b|\\b${sex} ${of}${partner}\\b|(?:same|meme|mismo|stesso|gleich|hetzelfde|zelfde) ?(?:sex|sexe|sexo|sesso|geschlecht|geslacht|gender|genre)|homoparent|homosex|omosess|hetero (?:homo|gay|bi)|homo hetero|gleichgeschl|\\bpartner m [wfv]\\b|seksuele? (?:voork|orient|geaard)|sexual pref|\\b(?:lgbt|lgtb|lhbt)|lesbi|regenbogen(?:famil|elter)|regenboog(?:ouder|gezin)|famille arc en ciel|rainbow famil|\\broze 50|\\bout at (?:work|school|home)|geoutet|(?:vie|vida|vita)(?: affective)?(?: et)? (?:sexuel|sexual|sessual)|sexual (?:life|partner|history|behav|activ|ident)|pratiques? sexuel|seksleven|sexualleben|gender ?reassign|transgender|transsex`,
    ),
  },
  {
    type: 'sexual_orientation',
    amongPeople: true,
    speaks:
      /\battir(?:ance|ee?)\b|attracted|attrazione|atraccion|hingezogen|\bvalt op\b|aangetrokken|attratt[oa]|\bqueer\b|\bgay\b/,
  },
  {
    type: 'criminal_record',
    speaks:
      /disclosure scotland|\b(?:un)?spent (?:conv|caution|offen)[a-z]*|\bconv(?:ictions?)? (?:declared|disclosed|decl|disc|check)[a-z]*\b|enhanced disclosure|endorsement (?:codes?|points)|driving (?:convic|offen[cs]|endors)|sentenc(?:ed|ing) (?:date|court|to|on)|sentence (?:date|imposed)|(?:custodial|suspended) sentence|reoffen|\boasys\b|caution given|caution issued|onorabilit|\bnatinf\b|mise? en examen|garde a vue|mise? en cause|ermittlungsverf|strafverf|strafanz|tatvorw/,
  },
  {
    type: 'criminal_record',
    speaks:
      /(?:auteur|autor|autore) presu|\bplainte (?:deposee )?contre|(?:suspension|retrait)(?: de| du)? (?:permis|points)|fahrverbot|rijontzegging|(?:disqualified|drink) driv|\bdui\b|\bmugshot|\barresting\b|\bconvicted\b|straffallig|\bbewahrungs(?:strafe|auflage|helfer|hilfe)|\bbewahrung (?:bis|seit|ab)\b|\b(?:en|in|im) (?:prision|prison|carcere|detentie|gefangnis)\b|\bdetenut[oa] d|bracelet electronique|sous bracelet|jugement penal|(?:peine|pena|straf|strafe|sentence)(?: en| in)? (?:mois|mesi|meses|maanden|months|monate|anni|anos|years|jahre)\b|fuhrungszeug|fuehrungszeug|(?:aus|in) haft\b|\bhaft(?:beginn|ende|entlass[a-z]*|dauer|strafe)\b|punkte (?:in )?flensburg|condenad[oa]s?\b|condannat|verurteilt|veroordeel|libertad (?:condicional|vigilada|provisional)|sancion penal|penados y rebeldes|arresti domicil|semilibert|affidamento in prova|taakstraf|gevangenisstraf|gefangnisstraf|background (?:checks?|screening)\b|controle (?:d )?honor/,
  },
  {
    type: 'criminal_record',
    amongPeople: true,
    speaks: new RegExp(`\\b${prisoners} ${number}\\b`),
  },
  {
    type: 'criminal_record',
    amongPeople: true,
    speaks:
      /\b(?:pvg|dbs|vog|crb|wwcc)\b|\bb3 (?:du|date|vom)\b|\bpoliz[a-z]* fz\b|(?:police|safeguarding) (?:check|clearance)|working with children|sentence (?:length|type|start|end)|reclassering|gevangenis|\b(?:n|num|numero|date|levee) (?:d )?ecrou\b|sous ecrou|\b(?:b[23] demandee?|b3 (?:recu|ok|fourni))\b|(?:fecha|date|data|datum) (?:de |d |di |of )?(?:la )?(?:detencion|arrestation|arresto|arrest|aanhouding|festnahme)|sanctions? (?:hit|screen|check|list(?! price)|match)|pep sanctions?/,
  },
]

/** Where such a word is of something else: of a street, a bank, a run, an invoice, a locker. */
const ofSomethingElse =
  /\b(?:gew(?:icht)? (?:in )?(?:kg|g|t|gr|netto|brutto)|(?:credit|european) union|union (?:street|jack|bank)|third party|party (?:theme|size|room|venue|wall|date|time|bag|food)|vote count|race (?:n|no|number|category|condition|car|day|results?|time|course|distance)|(?:treatment|traitement|behandlung) (?:of |de |du |des |der )?(?:the |la |l )?(?:invoice|facture|dossier|commande|order|eau|reclamation)|conditions? (?:de |of )?(?:paiement|payment|vente|sale|livraison|delivery)|casier (?:n|num|vestiaire|bagage)|esenzione (?:iva|bollo)|comunione dei beni|partij (?:n|nr|lot)|ecrou (?:antivol|frein|m\d+)|sans alcool|alkoholfrei|alcoholvrij|alcohol free|sin alcohol|straf korting)\b/

export function speaksOfSomethingElse(words: string): boolean {
  return ofSomethingElse.test(words)
}

/** What a header speaks of by such a family, whatever else is said beside it. */
export function specialByFamily(words: string): HeaderCandidate[] {
  const found: HeaderCandidate[] = []
  for (const { type, speaks, amongPeople } of families) {
    if (!speaks.test(words) || found.some((candidate) => candidate.type === type)) continue
    found.push({ type, match: 'part', phrase: amongPeople ? familyAmongPeople : familyAnywhere })
  }
  return found
}
