// Special words of a header too common elsewhere: they need support from values or file.

export const weakSpecialPhrases: ReadonlySet<string> = new Set(
  'acte|actes|addiction|affectations|affection|affections|afkomst|ageing|alcool|appareillage|aptitude|arrests|b1|b2|b3|behandeling|behandlung|belief|bes|blood|caste|ccam|charge|charges|church|code acte|communion|condition|confession|confirmation religieuse|congregation|conviction|convictions|credo|crime|crimes|culte|culto|dbs|delit|delits|denomination|dependance|dependencia|detention|dieet|diet|dieta|disabled|doop|dosage|dose|dpa|drogue|drogues|drug|drugs|dsa|dys|exposition|fede|gir|glaube|haft|halal|ideologia|iep|incarceration|infraction|infractions|injuries|injury|intervention|irc|kerk|kirche|kosher|lunettes correction|maternite|maternity|medical|medicament|medicaments|motif|nee|ngap|offence|offences|offense|offenses|operation|operation chirurgicale|operations|ordonnance|orientation|origine|origines|pap|parish|paroisse|parrocchia|parroquia|partei|parti|partido|partij|partito|party|pei|peine|pena|pmr|pouls|pps|prescription|prison|probation|procedure|prothese|race|regime|saturation|sen|send|sentence|sindacato|sindicato|smoker|soins|std|symptom|syndicaat|tabac|taufe|tension|terapia|terme|therapie|therapy|traitement|tratamiento|treatment|tribe|trouble|troubles|union|urteil|vaccine|vog|vote|voto'.split(
    '|',
  ),
)

/** Of these, the ones that mean what they say in a list of people. */
export const specialAmongPeople: ReadonlySet<string> = new Set(
  'vote|voto|conviction|convictions|offence|offences|offense|offenses|infraction|infractions|b2|b3|dbs|vog|belief|credo|denomination|confession|culte|culto|glaube|fede|party|parti|partei|partido|partito|partij|race|treatment|behandlung|behandeling|tratamiento|terapia|therapy|therapie|diet|dieta|dieet|injury|injuries|smoker|addiction|medicament|medicaments|disabled|drugs|drug|alcool|drogue|drogues|parish|church|kirche|kerk|paroisse|parrocchia|parroquia|sindicato|sindacato|syndicaat|union|caste|delit|delits|crime|crimes|symptom|troubles|affection|affections|halal|kosher|peine|ordonnance|vaccine|sen|send|condition|medical|afkomst|prison|detention|arrests|probation|gir|dys|blood|sentence|charges'.split(
    '|',
  ),
)
