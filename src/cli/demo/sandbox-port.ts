// The sandbox operator's control port: what it took, and replies from handsets.
import { type E164, maskNumber } from '../../kernel/index.ts'

export type TakenMessage = { destination: string; text?: string | null }

export type SandboxPort = {
  taken(): Promise<TakenMessage[]>
  /** Segments that it took for this number; it tells numbers masked unless it was told to. */
  takenFor(number: E164): Promise<number>
  reply(from: E164, to: string, text: string): Promise<boolean>
  /** Its answers take so long from now on. */
  answerAfter(ms: number): Promise<void>
}

const askedMax = 100_000

export function openSandboxPort(port: number): SandboxPort {
  const address = `http://127.0.0.1:${port}`
  const taken = async () => {
    const answer = await fetch(`${address}/messages?limit=${askedMax}`)
    return (await answer.json()) as TakenMessage[]
  }
  return {
    taken,
    takenFor: async (number) => {
      const names = new Set([number, number.slice(1), maskNumber(number)])
      return (await taken()).filter(({ destination }) => names.has(destination)).length
    },
    reply: async (from, to, text) => {
      const body = JSON.stringify({ from: from.slice(1), to, text })
      const answer = await fetch(`${address}/mo`, { method: 'POST', body })
      return answer.status === 202
    },
    answerAfter: async (ms) => {
      const body = JSON.stringify({ answerDelayMs: ms })
      await fetch(`${address}/config`, { method: 'POST', body })
    },
  }
}
