// Whether the words that people read name a category of sensitive data: else nobody agreed to it.
// Pure.
import { fold } from '../classification/index.ts'
import type { SensitiveCategory } from './contract.ts'

/** Folded stems, in the languages that wordings are written in. */
const names: Readonly<Record<SensitiveCategory, RegExp>> = {
  health:
    /\b(?:sante|medica|maladie|patholog|allerg|handicap|grossesse|diagnos|health|medical|illness|disabilit|pregnan|gesundheit|krankheit|salud|salute|sanitari|gezondheid|ziekte)/,
  religion:
    /\b(?:religi|confession|croyance|culte|faith|belief|glaube|konfession|credo|fede|geloof)/,
  political_opinion: /\b(?:politi|parti\b|party\b|partei|partido|partito)/,
  trade_union: /\b(?:syndic|union|gewerkschaft|sindic|sindac|vakbond)/,
  ethnic_origin: /\b(?:ethni|racia|race\b|origine|origin|herkunft|etni|afkomst)/,
  sexual_orientation: /\b(?:sexu|orientation|seksu|sessual)/,
  criminal_record:
    /\b(?:condamnation|casier|infraction|penal|criminal|conviction|offence|straf|antecedente|condann)/,
}

export function namesCategory(text: string, category: SensitiveCategory): boolean {
  return names[category].test(fold(text))
}
