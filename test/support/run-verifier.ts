// Runs verify.mjs as somebody does who has nothing else.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const verifier = fileURLToPath(new URL('../../verify.mjs', import.meta.url))
const run = promisify(execFile)

export async function verify(
  folder: string,
  ...options: string[]
): Promise<{ code: number; out: string }> {
  try {
    const { stdout } = await run(process.execPath, [verifier, folder, ...options])
    return { code: 0, out: stdout }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, out: failed.stdout + failed.stderr }
  }
}
