import { readFileSync } from 'node:fs'
import { directoryFile, type DirectoryFile } from './directory.ts'

/** The demo county's directory, as the product ships it. */
export function demoDirectory(): DirectoryFile {
  const path = new URL('../../../data/directory/worcestershire.json', import.meta.url)
  return directoryFile.parse(JSON.parse(readFileSync(path, 'utf8')))
}
