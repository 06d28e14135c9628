import type { Room } from '#platform/room.ts'
import { loadDemoCounty } from './demo-county.ts'
import { importExtract } from './import-extract.command.ts'

export const importing: Room = {
  name: 'import',
  commands: [importExtract],
  demo: { order: 20, says: 'Loading the demo county through the importer …', load: loadDemoCounty },
}
