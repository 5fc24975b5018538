// Reads JSON lines from a stream and answers a line for each, in bounded memory.
import type { CommandIo } from './command.ts'

/** Written at once when it has grown so long: a line at a time would be slow. */
const writtenOctetsMin = 64 * 1024

/**
 * `answer` gets the value of each line, or `undefined` where the line is no JSON; its result is
 * printed as a line of JSON. An empty line is skipped.
 */
export async function answerJsonLines(
  io: CommandIo,
  answer: (value: unknown) => object,
): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  let out = ''
  const take = (line: string) => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    if (text.trim() !== '') out += `${JSON.stringify(answer(parse(text)))}\n`
  }
  for await (const chunk of io.stdin) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
    if (out.length >= writtenOctetsMin) {
      io.stdout.write(out)
      out = ''
    }
  }
  take(rest + decoder.decode())
  if (out !== '') io.stdout.write(out)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All of standard input as text. */
export async function readText(io: CommandIo): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of io.stdin) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
