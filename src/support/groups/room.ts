import { workers } from '#platform/access/duties.ts'
import type { Room } from '#platform/room.ts'
import { attendanceTimeline } from './on-the-record.ts'
import { groupsPage } from './pages/groups.ts'

/** Support groups, and who was at which course or session. */
export const groups: Room = {
  name: 'groups',
  pages: [groupsPage],
  timeline: [attendanceTimeline],
  navigation: [{ door: 'workspace', order: 70, text: 'Groups', href: '/groups', may: workers }],
}
