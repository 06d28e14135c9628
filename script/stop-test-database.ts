// The tests' PostgreSQL outlives each test file; this ends it when all are done.
import { hasEmbedded, openEmbedded } from '#platform/db/embedded.ts'

const folder = '.cache/test-database'
if (hasEmbedded(folder)) await (await openEmbedded(folder)).stop()
