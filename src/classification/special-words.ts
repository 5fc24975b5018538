// Words in cells that speak of what articles 9 and 10 protect, folded; stems end in a star.
import type { DataType } from './types-of-data.ts'

export type SpecialType = Extract<
  DataType,
  | 'health'
  | 'religion'
  | 'political_opinion'
  | 'trade_union'
  | 'ethnic_origin'
  | 'sexual_orientation'
  | 'criminal_record'
>

const stems: Readonly<Record<SpecialType, string>> = {
  health:
    'sectio re-sectio kaiserschnitt* cesarean* caesarean* cesarien* cesarea* cesareo keizersned* diabet* asthm* cancer* tumeur* tumor* vih hiv sida aids hepatit* allerg* epilep* hypertens* depress* schizophren* bipolair* autis* dyslex* dysprax* dyscalcul* tdah adhd trisomi* enceinte grossesse pregnan* schwanger* embaraz* gravidanza zwanger* handicap* rqth malvoyan* malentendan* sourd* aveugle* fauteuil* wheelchair paraplegi* insulin* chimio* chemo* radiotherap* dialys* arthros* arthrit* rhumat* lombalgi* sciatiq* migraine* anorex* boulimi* obes* alzheimer* parkinson* sclerose* mucoviscid* coeliaq* celia* gluten* lactose intoleran* arachide* anaphyla* epipen ventoline eczema psorias* vaccin* covid* grippe bronchit* angine otite gastro* fractur* entorse infarct* avc cardiaq* cardiopath* thyroid* anemi* leucemi* lymphom* burnout alcooli* toxicoman* addict* sevrage psychiatr* antidepress* diabetik* krebs herzinfarkt bluthochdruck maladi* malade* therapeutique* invalidit* inaptitud* krank* krankheit* erkrank* enferm* malattia* malato ziek ziekte* sickness illness injur* chirurg* gehbehind* pneumon* sepsis fractuur* fraktur* frattura* fractura* heupfract* appendic* hernia hernie* ulcer* bpco copd osteopor* trombos* thrombos* embol* amput* dement* demenz* psychos* stroke nefro* nephro* cirrhos* cirros* endometrio* fibromyalg* meningit* pancreatit* suicid* overdos* methadon* palliati* rolstoel rollstuhl cancro diabete* ipertension* hipertens* kanker suikerziekte hartfalen scolios* lombosciat* lumbalg* lumboischi* bandscheib* ischias kopfschmerz* ruckenschmerz* rueckenschmerz* hypothyr* hyperthyr* ipotiroid* hipotiroid* glaucom* glaukom* cataract* catarat* katarakt* menisque* meniskus* kreuzband* luxation contusion* ptg pth tdha hdah phda dislexi* dyskalk* discalculi* asperger downsyndrom trisom* laktos* lattosio lactosa nussallerg* nusse erdnuss* cacahuet* arachid* notenallerg* penicil* penizill* amoxicil* ibuprofen* paracetamol* metformin* levothyrox* ramipril* bisoprolol* sertralin* fluoxetin* salbutamol* ventolin* methylphenid* antihist* cortison* prednis* antibiot* hypoglyc* ansiedad* ansiosa anxiet* angoiss* angststor* depresi* bulimi* magersucht incinta fausse-couche ivg fiv menopaus* contracept* gehorlos* schwerhor* horgerat* taub blind sordo sorda ciego ciega cieco cieca slechthorend* slechtziend* rolstoelgebr* rollator* bequill* crutch* stairlift* muletas stampell* krucken gehhilf* prothes* protesi pacemaker* schrittmacher* hemodialys* onkolog* oncolog* karzinom* carcinom* melanom* metasta* brustkrebs* leukamie* leukemi* myelom* mastectom* hysterect* hypercholest* niereninsuff* herzinsuff* vorhofflimm* tachycard* arythmi* arritmi* rheuma* gicht gotta jicht lupus crohn* colitis reizdarm* neurodermit* dermatit* urticair* gurtelrose tuberkul* tuberculos* tbc syphilis chlamydi* herpes hpv ptbs ptsd borderline zwangsstor* tetrapleg* hemipleg* epilept* aphasi* esclerosis sclerosi sklerose spasti* mdph krankgeschr* krankenhaus* hospitaliz* ospedaliz* ziekenhuis* schwerbehind* gdb pflegegrad* pflegestufe* discapacit* minusval* gehandicap* mindervalid* niepelnospraw* cukrzyc* astma* nadcisnien* padaczk* ciaza alergi* doenca* deficien* cancro* zoliak* coeliac* hashimoto* kurzsichtig* schilddrus* kinesither* logopad* logoped* orthophon* ergotherap* psychother* psicoter* reeduc* suchtkrank* alkoholab* drogenab* kontraindik* contre-indic* controindic* desnutri* malnutri* prematur* fibrilla* soffio nierenst* gallenst* calculs insuffisan* hemophil* drepanocyt* thalassem* mucovisci* fibros* narcolep* insomni* apnee apnea apnoe acouphen* tinnitus vertige* schwindel vertigo* incontinen* inkontin* polyarthr* polytraum* commotion* gehirnersch* concussion* hersenschud* bruise* sprain* verstauch* distorsione whiplash schleudertraum* colpo-di-frusta tendinit* burnt-out surdit* hypoacous* presbytie myopi* astigmat* daltoni* begaiement stottern stutter* mutism* retard-mental oligophren* parapleg* neuropath* nervositeit* neuros* tics tourette* toc lymphod* lymphoed* coxarthr* koxarthr* gonarthr* spondyl* skolios* osteochondr* schulterlux* patellalux* rotatorenm* epicondyl* epikondyl* karpaltunnel* lws-syndrom* hws-syndrom* bws-syndrom* vkb-plastik* tendopath* tendinop* bursit* endoprothes* apoplex* hemipares* dysphag* polyneurop* discopath* gonalg* cervicalg* dorsalg* coxalg* periarthrit* artros* artrit* fasciit* fascit* dbml gfml nlml lsml',
  religion:
    'catholi* protestant* musulm* muslim* islam* juif juive jewish judais* bouddhis* buddhis* hindou* hindu* orthodoxe* evangeli* temoin* athee athe atheist* agnosti* chretien* christian(e)? porc halal casher kosher kasher cattolic* ebre* islamic* buddist* catolic* judio judia musulman* katholi* evangelisch* judisch* muslimisch* konfessionslos christelijk* joods moslim* hervormd gereformeerd kath kath. katholisch rk ev ev. ref ref. isl. rom.-kath* rom-kath* romisch-kath* roem.-kath* ev.-* ev-luth* ev-ref* serb.-orth* russ.-orth* griech.-orth* gr.-kath* serb-orth* roman-catholic* freikirch* neuapostol* jehova* mennonit* baptist* pfingst* adventist* anglican* methodist* presbyter* sikh* shia schiit* sunni* sunnit* chiit* alevit* zakat* sadaqa* tzedaka* kascher koscher kosjer ramadan* bar-mitzv* bat-mitzv* catecum* catechum* bautizad* battezzat* testigo* ateo atea ateu islamisch* hinduist* judai* katoliek* rooms-kath* protestants* katolic* ewangelic* prawoslaw* muzulm* pratiquant* croyant* praticante* churchgo* seminarist* maronit* copte* chaldeen* alaouit* druze* ksml moml hnml',
  political_opinion:
    'socialiste* communiste* ecologiste* macroniste* lepeniste* republicains insoumis* lfi eelv lr rn ps pcf modem gauchiste* royaliste* labour conservative tory tories libdem republican* democrat* cdu csu spd afd fdp psoe vox podemos centriste* linkspartei grunen m5s forza-italia groenlinks pvv vvd d66 cda pvda n-va ecolo reconquete centre-gauche centre-droit extreme-droite extreme-gauche gauche droite souverainist* regionalist* independentist* anarchist* marxist* trotskis* ukip snp sinn-fein psd pcp chega',
  trade_union:
    'cgt cfdt fo cftc cgc cfe-cgc unsa sud fsu snes ver.di dgb igmetall ig-metall ugt ccoo cgil cisl uil fnv cnv abvv acv cgtp cc.oo cc.oo. csif usoc fbu tssa bectu fgtb csc cgslb aclvb setca bbtk cne fiom fim-cisl filcams* filctem fillea flai fisac fisascat uiltucs uilm uila ugl cobas usb syna unia gmb unison usdaw rcn nasuwt pcs ucu rmt aslef igbce ig-bau igbau gew gdl evg ngg dbb solidarnosc opzz sindicalis* syndicalis* gewerkschaft* vakbond* sindacal* sindical* cppt',
  ethnic_origin:
    'caucasien* caucasian* maghrebin* africain* antillais* asiatique* asian rom roms gitan* tzigane* arabe* berbere* kabyle* noir(e)? metis* hispanic latino latina romani sinti traveller travellers gitano gitana zingar* zigeuner* hazara* pashtun* pachtoun* peul peule bambara* tigrin* kurdish kurdisch tchetchen* chechen* tamoul* wolof yoruba* amhara* oromo* mulat* mestiz* indigen* aborigin* maori* inuit* bangladeshi* pakistani* afro-carib* subsahar* sub-sahar* black-british african-american*',
  sexual_orientation:
    'homosexuel* heterosexuel* bisexuel* gay lesbien* hetero homo bi transgenre* transgender* homosexual heterosexual bisexual lesbian homosexuell heterosexuell bisexuell omosessual* eterosessual* lesbisch* schwul* pansexu* asexu* queer* lesbic* lesbian* homoseksu* heteroseksu* biseksu* bissexu* non-binair* non-binary nichtbinar*',
  criminal_record:
    'condamn* casier vol recidiv* prison sursis detenu* incarcer* delit* conviction* convicted theft assault burglary felony misdemeanor vorbestraft verurteilt condenad* condannat* recel escroquer* stupefiant* stups outrage rebellion homicide* meurtre* agression* violences vandalis* alcool-au-volant drink-driv* shoplift* robbery manslaughter gbh diebstahl* korperverletz* betrug* vorstraf* freiheitsstraf* geldstraf* hehlerei hurto* estafa* homicid* furto* rapina* truffa* spaccio ricettaz* omicidio* diefstal* mishandel* oplicht* inbraak* heling reclusion garde-a-vue crpc',
}

/** Words too common elsewhere to speak alone: they support a header and never decide a column. */
const weak = new Set(
  'porc fo sud lr rn ps gay bi homo hetero vol noir orthodoxe rom roms vox gluten grippe depress covid casier prison assault theft conservative labour christian uil sursis arabe asian modem fdp acv latino latina gastro cancer nusse blind taub gotta gicht jicht ptg pth tbc lupus herpes sordo sorda cieco cieca ciego ciega ivg fiv borderline soffio calculs ischias colitis schwindel tics toc spastic rk ev ev. ref ref. kath isl. cne csc pcs ucu rmt rcn usb unia syna gew evg ngg dbb gdl gmb ugl cobas unison cda psd pcp snp gauche droite regionaliste traveller travellers romani recel outrage rebellion violences agression agressions robbery heling stups reclusion vandalisme homicide meurtre anxiety prothese protheses apnee apnea noix insomnia vertigo mutism alergia deficiencia deficit sikh baptiste baptist lattosio lactosa laktose prematur indigene indigenes ramadan hashimoto spasticity'.split(
    ' ',
  ),
)

type Lexicon = { exact: Map<string, SpecialType>; prefixes: Map<string, [string, SpecialType][]> }

function build(): Lexicon {
  const exact = new Map<string, SpecialType>()
  const prefixes = new Map<string, [string, SpecialType][]>()
  for (const [type, text] of Object.entries(stems) as [SpecialType, string][]) {
    for (const stem of text.split(' ')) {
      if (stem.endsWith('*')) {
        const head = stem.slice(0, 3)
        const list = prefixes.get(head) ?? []
        list.push([stem.slice(0, -1), type])
        prefixes.set(head, list)
      } else if (stem.endsWith('(e)?')) {
        exact.set(stem.slice(0, -4), type)
        exact.set(`${stem.slice(0, -4)}e`, type)
      } else exact.set(stem, type)
    }
  }
  return { exact, prefixes }
}

const lexicon = build()

/** A letter's place; full stops and hyphens stand inside words too ("ver.di", "cfe-cgc"). */
function placeOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97
  return code === 45 || code === 46 ? 26 : -1
}

/** Which three letters any special word begins with: most words are passed over by them alone. */
const beginnings = new Uint8Array(27 * 27 * 27)
for (const head of [...lexicon.exact.keys(), ...lexicon.prefixes.keys()]) {
  if (head.length > 2) beginnings[beginningOf(head, 0)] = 1
}

/** How each special word begins: its letters up to a stop, and whether more letters may follow. */
export function beginningsOfSpecialWords(): { letters: string; isStem: boolean }[] {
  const words = [...lexicon.exact.keys()].map((word) => ({ word, isStem: false }))
  const stemmed = [...lexicon.prefixes.values()].flat().map(([word]) => ({ word, isStem: true }))
  return [...words, ...stemmed].flatMap(({ word, isStem }) => {
    // Whatever has a digit in it is never met: words end before a digit.
    const letters = /^[a-z]+(?=[a-z.-]*$)/.exec(word)?.[0]
    return letters === undefined ? [] : [{ letters, isStem: isStem && letters === word }]
  })
}

function beginningOf(text: string, at: number): number {
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)]
  return (placeOf(a) * 27 + placeOf(b)) * 27 + placeOf(c)
}

/** The first special word of a folded text, and whether it can decide alone. */
export function specialWordIn(folded: string): { type: SpecialType; strong: boolean } | null {
  let weakFound: SpecialType | null = null
  let start = 0
  for (let at = 0; at <= folded.length; at += 1) {
    if (at < folded.length && placeOf(folded.charCodeAt(at)) >= 0) continue
    const length = at - start
    if (length > 2 ? beginnings[beginningOf(folded, start)] === 1 : length === 2) {
      const word = folded.slice(start, at)
      const type = lookUp(word)
      if (type !== null && !weak.has(word)) return { type, strong: true }
      weakFound = weakFound ?? type
    }
    start = at + 1
  }
  return weakFound === null ? null : { type: weakFound, strong: false }
}

function lookUp(word: string): SpecialType | null {
  const exact = lexicon.exact.get(word)
  if (exact !== undefined) return exact
  for (const [stem, type] of lexicon.prefixes.get(word.slice(0, 3)) ?? []) {
    if (word.startsWith(stem)) return type
  }
  return null
}
