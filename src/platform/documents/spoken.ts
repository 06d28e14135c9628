import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Document } from './document.ts'
import { plainText } from './plain-text.ts'

const run = promisify(execFile)
const voice = 'espeak-ng'
// Slower than people talk, as what is read out is new to the listener.
const wordsAMinute = '150'
const atMost = 200 * 1024 * 1024

let found: boolean | undefined

/** Whether this machine has a voice: the program `espeak-ng` where programs are. Looked up once. */
export function hasVoice(): boolean {
  found ??= isOnPath(voice, process.env['PATH'] ?? '')
  return found
}

/** Whether a program lies in one of the folders of a search path. */
export function isOnPath(program: string, path: string): boolean {
  return path.split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)))
}

/** A document read out, as a WAV file. Throws where the machine has no voice: see `hasVoice`. */
export async function spoken(document: Document): Promise<Buffer> {
  const speaking = run(voice, ['-v', 'en-gb', '-s', wordsAMinute, '--stdin', '--stdout'], {
    encoding: 'buffer',
    maxBuffer: atMost,
  })
  speaking.child.stdin?.end(said(document))
  const { stdout } = await speaking
  return stdout
}

/** A full stop after each line, where the voice is to draw breath. */
const said = (document: Document): string =>
  plainText(document).replaceAll(/(?<=[\p{L}\p{N})”’])$/gmu, '.')
