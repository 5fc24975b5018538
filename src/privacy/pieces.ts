// A text as a download gives it out: in one piece.

export async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text
}
