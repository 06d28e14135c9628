import { isoDate } from '#platform/lib/dates.ts'
import type { TimelineSource } from '#platform/room.ts'
import { type Attendance, attendanceKinds } from './group.ts'
import { listAttendancesOf } from './groups.sql.ts'

/** Each course, club and session that someone was at. */
export const attendanceTimeline: TimelineSource = {
  kind: 'attendance',
  label: 'Courses and sessions',
  list: async (tx, { personId }) => (await listAttendancesOf(tx, personId)).map(entryOf),
}

function entryOf({ kind, name, heldOn, venue, hours }: Attendance) {
  const title = kind === 'course' ? `${attendanceKinds.course}: ${name}` : attendanceKinds[kind]
  const length = hours === null ? null : `${hours} ${hours === 1 ? 'hour' : 'hours'}`
  const text = [kind === 'course' ? null : name, venue, length].filter(
    (one) => one !== null && one !== title,
  )
  return { kind: 'attendance', on: isoDate(heldOn), title, text: [...new Set(text)].join(', ') }
}
