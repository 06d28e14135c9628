import { holds } from '#platform/access/actor.ts'
import { addMonths, inWords, isoDate } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { bornToPrepare, nextStep } from './growing-up.rules.ts'
import { type Growing, listGrowing } from './growing-up.sql.ts'

const kinds = ['young_carer', 'young_adult_carer'] as const
// Of somebody whom nobody works with, the manager is told for this long after the birthday.
const monthsAfter = 1

/** Before a birthday that makes a young carer an adult in law, or in the services: prepare it. */
export const growingUp: TodaySource = {
  kind: 'growing_up',
  label: 'Growing up',
  may: caseworkers,
  list: async (tx, { actor, today, limit }) => {
    const { accountId } = actor
    if (accountId === null) return { items: [], total: 0 }
    const unassignedOf = holds(actor, 'manager') ? actor.organisationIds : []
    const found = []
    for (const kind of kinds) {
      const { bornBy } = bornToPrepare(kind, today)
      const { grownBy: bornAfter } = bornToPrepare(kind, addMonths(today, -monthsAfter))
      found.push(await listGrowing(tx, { accountId, unassignedOf, kind, bornBy, bornAfter, limit }))
    }
    return {
      total: found.reduce((sum, { total }) => sum + total, 0),
      items: found
        .flatMap(({ people }) => people)
        .flatMap(itemOf)
        .slice(0, limit),
    }
  },
}

function itemOf({ personId, name, kind, dateOfBirth }: Growing) {
  const step = nextStep(kind, isoDate(dateOfBirth))
  if (step === null) return []
  return [
    {
      dueOn: step.on,
      title: `${name} is ${step.to === 'young_adult_carer' ? '18' : '25'} on ${inWords(step.on)}`,
      detail: `Before that day: ${step.prepare}${step.ref === null ? '' : ` (${step.ref})`}`,
      href: `/carers/${personId}/growing-up`,
      kind: 'growing_up',
    },
  ]
}
