// The end of a turn of the event loop: what one turn brings can share a statement.

/** Resolves once all that came in with the present turn has been looked at. */
export const turnOver = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
