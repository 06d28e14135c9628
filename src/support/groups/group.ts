import type { IsoDate } from '#platform/lib/dates.ts'

export type SupportGroup = {
  readonly id: string
  readonly name: string
  readonly town: string | null
  /** When it meets, as its organisers say it. */
  readonly meets: string | null
  readonly active: boolean
  readonly organisation: string
}

export type AttendanceKind = 'course' | 'club' | 'one_to_one' | 'trip' | 'school' | 'other'

/** Someone's being there, once: a training session of adults, or a young carers' session. */
export type Attendance = {
  readonly id: string
  readonly kind: AttendanceKind
  readonly name: string
  readonly heldOn: IsoDate
  readonly venue: string | null
  readonly hours: number | null
}

export const attendanceKinds: Record<AttendanceKind, string> = {
  course: 'Course',
  club: 'Young carers’ club',
  one_to_one: 'One-to-one session',
  trip: 'Trip or activity',
  school: 'Session in school',
  other: 'Session',
}
