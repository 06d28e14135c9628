import { addDays, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { kinds, rightsWorkers } from './data-rights.ts'
import { requestClock } from './request-clock.rules.ts'
import { listRequests, listRequestSteps } from './requests.sql.ts'

const daysAhead = 14
const atMost = 500

/** Data requests that are to be answered within two weeks, or were. */
export const requestsToday: TodaySource = {
  kind: 'data-request',
  label: 'Data requests',
  may: rightsWorkers,
  list: async (tx, { today, limit }) => {
    const due = []
    for (const request of await listRequests(tx, { open: true, limit: atMost })) {
      const steps = await listRequestSteps(tx, request.id)
      const taken = steps.map(({ step, takenOn }) => ({ step, takenOn: isoDate(takenOn) }))
      const { dueOn } = requestClock(isoDate(request.receivedOn), taken, today)
      if (dueOn !== null && dueOn <= addDays(today, daysAhead)) due.push(itemOf(request, dueOn))
    }
    const items = due.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)).slice(0, limit)
    return { items, total: due.length }
  },
}

function itemOf(request: Awaited<ReturnType<typeof listRequests>>[number], dueOn: IsoDate) {
  return {
    dueOn,
    title: `Answer a data request: ${request.personName}`,
    detail: `${kinds[request.kind as keyof typeof kinds]}, came on ${inWords(isoDate(request.receivedOn))}`,
    href: `/data-requests/${request.id}`,
    kind: 'data-request',
  }
}
