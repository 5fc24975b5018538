// Special words of a header too common elsewhere: they need support from values or file.
import { phrasesByContext, protectedAmongPeople } from './protected-phrases.ts'
import { familyAmongPeople } from './special-families.ts'

export const weakSpecialPhrases: ReadonlySet<string> = new Set([
  ...'ecrou|mozione|mozioni|mocion|mocao|motie|faction|primarie|grund|leki|medicamentos|lesion|lesiones|deficiencia|infortunio|partia|motivo|motivo visita|esenzione|repas|menu|cantine|menu cantine|comida|pasto|mensa|arret|arrets|casier|reason|reden|acte|actes|apa|trans|tig|dialyse|douleur|gravida|parity|cgt|fiv|pma|edd|lmp|cholesterol|checkoff|check off|synagogue|mosquee|comunion|konf|kist|konfirmation|beperking|beperkingen|amenagements|farmaci|medicijnen|hilfsmittel|menu halal|menu casher|repas halal|repas casher|casher|kasher|cacher|sans porc|symptoms|hispanic|first nations|local union|union local|union code|battesimo|ivg|orthophonie|pch|l 104|kommunion|sympathisant|adjustments required|battesimi|addiction|affectations|affection|affections|afkomst|ageing|alcool|appareillage|aptitude|arrests|b1|b2|b3|behandeling|behandlung|belief|bes|blood|caste|ccam|charge|charges|church|code acte|communion|condition|confession|confirmation religieuse|congregation|conviction|convictions|credo|crime|crimes|culte|culto|dbs|delit|delits|denomination|dependance|dependencia|detention|dieet|diet|dieta|disabled|doop|dosage|dose|dpa|drogue|drogues|drug|drugs|dsa|dys|exposition|fede|gir|glaube|haft|halal|ideologia|iep|incarceration|infraction|infractions|injuries|injury|intervention|irc|kerk|kirche|kosher|lunettes correction|maternite|maternity|medical|medicament|medicaments|motif|nee|ngap|offence|offences|offense|offenses|operation|operation chirurgicale|operations|ordonnance|orientation|origine|origines|pap|parish|paroisse|parrocchia|parroquia|partei|parti|partido|partij|partito|party|pei|peine|pena|pmr|pouls|pps|prescription|prison|probation|procedure|prothese|race|regime|saturation|sen|send|sentence|sindacato|sindicato|smoker|soins|std|symptom|syndicaat|tabac|taufe|tension|terapia|terme|therapie|therapy|traitement|tratamiento|treatment|tribe|trouble|troubles|union|urteil|vaccine|vog|vote|voto'.split(
    '|',
  ),
  familyAmongPeople,
  ...protectedAmongPeople.split('|'),
  ...Object.values(phrasesByContext).flatMap((list) => list.split('|')),
])

/** Of these, the ones that mean what they say in a list of people. */
export const specialAmongPeople: ReadonlySet<string> = new Set([
  ...'ecrou|mozione|mozioni|mocion|mocao|motie|faction|primarie|leki|lesion|lesiones|deficiencia|infortunio|partia|esenzione|arret|arrets|casier|apa|trans|dialyse|cgt|pma|edd|lmp|cholesterol|checkoff|check off|comunion|konf|kist|konfirmation|beperking|beperkingen|amenagements|farmaci|medicijnen|hilfsmittel|menu halal|menu casher|repas halal|repas casher|casher|kasher|cacher|sans porc|symptoms|hispanic|first nations|battesimo|ivg|orthophonie|pch|legge 104|l 104|rhesus|invalidita|kommunion|sympathisant|synagogue|mosquee|tig|local union|union code|regime|vote|voto|conviction|convictions|offence|offences|offense|offenses|infraction|infractions|b2|b3|dbs|vog|belief|credo|denomination|confession|culte|culto|glaube|fede|party|parti|partei|partido|partito|partij|race|treatment|behandlung|behandeling|tratamiento|terapia|therapy|therapie|diet|dieta|dieet|injury|injuries|smoker|addiction|medicament|medicaments|disabled|drugs|drug|alcool|drogue|drogues|parish|church|kirche|kerk|paroisse|parrocchia|parroquia|sindicato|sindacato|syndicaat|union|caste|delit|delits|crime|crimes|symptom|troubles|affection|affections|halal|kosher|peine|ordonnance|vaccine|sen|send|condition|medical|afkomst|prison|detention|arrests|probation|gir|dys|blood|sentence|charges'.split(
    '|',
  ),
  familyAmongPeople,
  ...protectedAmongPeople.split('|'),
])
