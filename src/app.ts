import { amIACarer } from '#find/am-i-a-carer/room.ts'
import { home } from '#find/home/room.ts'
import { assessments } from '#assess/assessments/room.ts'
import { statements } from '#inform/statements/room.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { messages } from '#platform/messages/room.ts'
import type { Room } from '#platform/room.ts'
import { annualReport } from '#prove/annual-report/room.ts'
import { measures } from '#prove/measures/room.ts'
import { demoCarer } from '#share/accounts/demo.ts'
import { accounts } from '#share/accounts/room.ts'

/** The rooms of the house, from the ground up. */
export const rooms: readonly Room[] = [
  messages,
  persons,
  caring,
  accounts,
  demoCarer,
  home,
  amIACarer,
  assessments,
  statements,
  measures,
  annualReport(measures.measures ?? []),
]
