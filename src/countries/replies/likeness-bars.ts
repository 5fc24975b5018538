// How like to a stop or a doubt a reply must be, where likeness is asked beside the rules.

/**
 * How like to a stop, from 0 to 1, a writing must be. Chosen on sets left out of the training
 * (docs/decisions/0010): next to nothing that is no stop may be taken for one, while a doubt only
 * costs somebody a look.
 */
export const likenessAt = {
  /** Where the rules heard a stop: less, and it is doubtful. */
  stopOfRules: 0.04,
  /** Where the rules doubt, or heard nothing: a stop. */
  stop: 0.5,
  /** Where the rules hear it only in what is refused of a thing: still a stop. */
  stopDespiteThing: 0.97,
  /** The same where it speaks of an end and of messages, a number, a list or a consent. */
  stopOfRefusal: 0.4,
  /** The same where it asks a question or tells of a slip: of what the rules doubt. */
  stopOfDoubt: 0.85,
  /** And of what they heard nothing in, and of one word alone, which may be a keyword. */
  stopOfNothing: 0.75,
  /** The same where some of the words mean something else by the rules: "bus stop". */
  stopDespiteAside: 0.8,
  /**
   * Where the rules heard nothing: doubtful, stops and doubts counted together. A look costs a
   * minute, and a refusal that is passed over costs trust: so it is low.
   */
  doubt: 0.03,
  /** The same of one word alone: the rules list those that refuse, and others ask for something. */
  doubtOfWord: 0.1,
  /** The same where no end, message, number or the like is spoken of. */
  doubtOfElse: 0.04,
  /** The same in three words or fewer, which tell it little. */
  doubtOfFew: 0.1,
  /** The same where nothing of it but a "no" or a "not" is said. */
  doubtOfNo: 0.05,
  /** The same where a question is asked, and calmly: "open on Sunday?" */
  doubtOfCalm: 0.1,
  /** The same where "do not stop" or the like was said. */
  doubtOfContrary: 0.15,
  /** The same where the rules know some of the words to mean something else: "bus stop". */
  doubtOfAside: 0.3,
  /** Where the rules heard a question or a yes, or something is asked to be sent: doubtful. */
  doubtOfQuestion: 0.9,
  /** Where the rules doubt: stops and doubts together by less, and nothing is meant. */
  doubtOfRules: 0.04,
}
