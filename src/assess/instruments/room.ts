import type { Room } from '#platform/room.ts'
import { placeDemoReadings } from './demo.ts'
import { measuresPanel, measuresTimeline } from './on-the-record.ts'
import { adminMeasuresPage } from './pages/admin-measures.ts'
import { importWordingPage } from './pages/import-wording.ts'
import { measuresPage } from './pages/measures.ts'
import { readingPage } from './pages/reading.ts'
import { takeReadingPage } from './pages/take-reading.ts'
import { alertsToAnswer } from './today.ts'

/** Scored measures: keys and scoring from data, answers through time, alerts that somebody answers. */
export const instruments: Room = {
  name: 'instruments',
  demo: { order: 44, load: placeDemoReadings },
  pages: [measuresPage, takeReadingPage, readingPage, adminMeasuresPage, importWordingPage],
  recordPanels: [measuresPanel],
  timeline: [measuresTimeline],
  today: [alertsToAnswer],
}
