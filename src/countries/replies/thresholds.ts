// From which share on the model's word is acted on, and from which a person is asked.

/**
 * Shares of one, chosen on the sets of `test/replies/thresholds`, read by weights that had not seen
 * them: `npm run replies -- --thresholds` shows what other bars would do (decision 0010). What is
 * passed over is not seen again, and a look costs a minute: so the last bar is low.
 */
export const thresholds = {
  /** So surely a stop that it acts at once: of what is none, three in two hundred come so far. */
  stop: 0.53,
  /** The same of one word alone: of one never seen the model knows its spelling, and no more. */
  stopOfWord: 0.6,
  /** A stop and a doubt together: somebody reads it, and marketing waits. */
  doubtful: 0.06,
}
