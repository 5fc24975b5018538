// Beginnings of words that speak of articles 9 and 10 wherever they stand in a header.
import type { HeaderCandidate } from './header-score.ts'
import type { SpecialType } from './special-words.ts'

const stems: Readonly<Partial<Record<SpecialType, RegExp>>> = {
  health:
    /^(?:patholog|malad|diagnos|allergi|alergi|intoleran|handicap|psycholog|psychiatr|psychiq|grossess|schwanger|embaraz|gravidanz|zwanger|pregnan|symptom|sintom|hospitalis|hospitaliz|chirurg|cancer|diabet|asthm|addict|glycemi|invalid|disabilit|discapac|disabilit|behinder|krankheit|erkrank|medikament|medicat|medicaz|medizin|enfermedad|malatt|ziekte|aandoening|gezondh|gesundh|antistoll|antikoag|anticoag|bloedverdun|blutverdunn|marcumar|gehandicapt|medical|medisch|sanitair|clinical|illness|diseas|vaccin|vaccinat|impf|vacuna|rqth|dyslex|autis|medicament|seropositi|insulin|dialys|chimiother|chemother|radiother|prothes|traumati|epilep|epilessi|alzheim|parkinson|demenz|dementi|schizo|hepatit|thyroid|rhumat|migrain|obesit|anorex|boulim|toxicom|menstru|menopaus|contracep|enures|pacemak|schrittmach|marcapaso|incontinen|inkontinen|bettnass|bedwett|bedplass|genetiq|genetic|genetisch|genom|biometr|hiv$|vih$|sida$)/,
  religion:
    /^(?:relig|croyan|konfession|glauben|geloof|godsdienst|kirchen|bapteme|baptis|battez|bautiz|getauft|gedoopt|kerkelij|kirchlich|ecclesial|ecclesiast)/,
  trade_union:
    /^(?:syndica|syndiqu|gewerkschaft|vakbond|sindical|sindacal|(?:cgt|cfdt|cftc|unsa|ugt|ccoo|cgil|cisl|fnv|cnv)$)/,
  ethnic_origin: /^(?:ethni|etni|racial|hautfarb|huidskleur)/,
  sexual_orientation: /^(?:sexualit|lgbt|geaardheid|sessualit|homosex|bisex)/,
  criminal_record:
    /^(?:judiciair|condamn|vorstraf|strafregist|conviction|criminal|penales|incarcer)/,
}

/** Words that begin alike and are something else. */
const others = /^(?:autist[ai]|autisti|invalide[sd]?|invalid|medicaments? produit|vaccinodrome)$/

export function specialByStem(words: string): HeaderCandidate[] {
  const found: HeaderCandidate[] = []
  for (const token of words.split(' ')) {
    if (others.test(token)) continue
    for (const [type, stem] of Object.entries(stems) as [SpecialType, RegExp][]) {
      if (stem.test(token) && !found.some((candidate) => candidate.type === type)) {
        found.push({ type, match: 'part', phrase: token })
      }
    }
  }
  if (saysWhomOneBacks(words)) {
    found.push({ type: 'political_opinion', match: 'part', phrase: words })
  }
  return found
}

const backing =
  /\b(?:soutenue?s?|signee?s?|sostenut[aeio]|sottoscritt[aeio]|firmat[aeio]|apoyad[ao]s?|apoiad[ao]s?|subscrit[ao]s?|suscrit[ao]s?|unterstutzte?[rns]?|gesteunde?|ondersteunde?|backed|sost|sout)\b/
const backed =
  /\b(?:motions?|mozion[ei]|moz|mocion|mocao|moties?|antrag|list[ae]s?|lijst|candidat[aeo]?|candidatura|kandidat(?:in)?|kandidaat|courant|corrente|corriente|tendencia|stroming|partiti?|partido|partei|partij|parti|party)\b/

/** "Mozione sostenuta", "Gesteunde lijst": whose side somebody takes. */
function saysWhomOneBacks(words: string): boolean {
  return backing.test(words) && backed.test(words)
}
