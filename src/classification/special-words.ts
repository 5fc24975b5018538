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
    'diabet* asthm* cancer* tumeur* tumor* vih hiv sida aids hepatit* allerg* epilep* hypertens* depress* schizophren* bipolair* autis* dyslex* dysprax* dyscalcul* tdah adhd trisomi* enceinte grossesse pregnan* schwanger* embaraz* gravidanza zwanger* handicap* rqth malvoyan* malentendan* sourd* aveugle* fauteuil* wheelchair paraplegi* insulin* chimio* chemo* radiotherap* dialys* arthros* arthrit* rhumat* lombalgi* sciatiq* migraine* anorex* boulimi* obes* alzheimer* parkinson* sclerose* mucoviscid* coeliaq* celia* gluten* lactose intoleran* arachide* anaphyla* epipen ventoline eczema psorias* vaccin* covid* grippe bronchit* angine otite gastro* fractur* entorse infarct* avc cardiaq* cardiopath* thyroid* anemi* leucemi* lymphom* burnout alcooli* toxicoman* addict* sevrage psychiatr* antidepress* diabetik* krebs herzinfarkt bluthochdruck maladi* malade* therapeutique* invalidit* inaptitud* krank* krankheit* erkrank* enferm* malattia* malato ziek ziekte* sickness illness injur* chirurg* gehbehind* pneumon* sepsis fractuur* fraktur* frattura* fractura* heupfract* appendic* hernia hernie* ulcer* bpco copd osteopor* trombos* thrombos* embol* amput* dement* demenz* psychos* stroke nefro* nephro* cirrhos* cirros* endometrio* fibromyalg* meningit* pancreatit* suicid* overdos* methadon* palliati* rolstoel rollstuhl cancro diabete* ipertension* hipertens* kanker suikerziekte hartfalen',
  religion:
    'catholi* protestant* musulm* muslim* islam* juif juive jewish judais* bouddhis* buddhis* hindou* hindu* orthodoxe* evangeli* temoin* athee athe atheist* agnosti* chretien* christian(e)? porc halal casher kosher kasher cattolic* ebre* islamic* buddist* catolic* judio judia musulman* katholi* evangelisch* judisch* muslimisch* konfessionslos christelijk* joods moslim* hervormd gereformeerd',
  political_opinion:
    'socialiste* communiste* ecologiste* macroniste* lepeniste* republicains insoumis* lfi eelv lr rn ps pcf modem gauchiste* royaliste* labour conservative tory tories libdem republican* democrat* cdu csu spd afd fdp psoe vox podemos',
  trade_union:
    'cgt cfdt fo cftc cgc cfe-cgc unsa sud fsu snes ver.di verdi dgb igmetall ig-metall ugt ccoo cgil cisl uil fnv cnv abvv acv',
  ethnic_origin:
    'caucasien* caucasian* maghrebin* africain* antillais* asiatique* asian rom roms gitan* tzigane* arabe* berbere* kabyle* noir(e)? metis* hispanic latino latina',
  sexual_orientation:
    'homosexuel* heterosexuel* bisexuel* gay lesbien* hetero homo bi transgenre* transgender* homosexual heterosexual bisexual lesbian homosexuell heterosexuell bisexuell omosessual* eterosessual*',
  criminal_record:
    'condamn* casier vol recidiv* prison sursis detenu* incarcer* delit* conviction* convicted theft assault burglary felony misdemeanor vorbestraft verurteilt condenad* condannat*',
}

/** Words too common elsewhere to speak alone: they support a header and never decide a column. */
const weak = new Set(
  'porc fo sud lr rn ps gay bi homo hetero vol noir orthodoxe rom roms vox gluten grippe depress covid casier prison assault theft conservative labour christian uil sursis arabe asian modem fdp acv latino latina gastro cancer'.split(
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
