// The languages of the countries served, in the order in which an equal match is settled.
import { germanReplies } from './de.ts'
import { englishReplies } from './en.ts'
import { spanishReplies } from './es.ts'
import { frenchReplies } from './fr.ts'
import { italianReplies } from './it.ts'
import { luxembourgishReplies } from './lb.ts'
import { dutchReplies } from './nl.ts'
import type { Phrases } from './phrases.ts'
import { polishReplies } from './pl.ts'
import { portugueseReplies } from './pt.ts'

export const replyPhrases: readonly Phrases[] = [
  frenchReplies,
  englishReplies,
  germanReplies,
  spanishReplies,
  italianReplies,
  dutchReplies,
  portugueseReplies,
  polishReplies,
  luxembourgishReplies,
]
