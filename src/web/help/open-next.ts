// Whoever found a question in the search comes to its screen, and its help opens there.
const asked = new EventTarget()

export function openHelpNext(): void {
  // The screen that comes is the one whose help it is: the address changes first.
  window.setTimeout(() => asked.dispatchEvent(new Event('open')), 0)
}

export function onHelpAsked(open: () => void): () => void {
  asked.addEventListener('open', open)
  return () => asked.removeEventListener('open', open)
}
