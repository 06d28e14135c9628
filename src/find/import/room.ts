import type { Room } from '#platform/room.ts'
import { loadDemoCounty } from './demo-county.ts'
import { importExtract } from './import-extract.command.ts'
import { importUploads } from './import.jobs.ts'
import { importers } from './importers.ts'
import { columnsPage } from './pages/columns.ts'
import { discardImportPage, importRunPage, startImportPage } from './pages/import-run.ts'
import { importsPage } from './pages/imports.ts'
import { refusedRowsPage } from './pages/refused-rows.ts'

/** The register of a previous system, taken in: by command, by upload, and as the demo county. */
export const importing: Room = {
  name: 'import',
  pages: [
    importsPage,
    importRunPage,
    startImportPage,
    discardImportPage,
    columnsPage,
    refusedRowsPage,
  ],
  jobs: [importUploads],
  commands: [importExtract],
  navigation: [{ door: 'workspace', order: 80, text: 'Import', href: '/import', may: importers }],
  demo: { order: 20, says: 'Loading the demo county through the importer …', load: loadDemoCounty },
}
