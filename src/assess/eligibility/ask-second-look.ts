import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import type { Determination } from './determination.ts'
import { listDeterminations } from './determinations.sql.ts'
import { lookDays, lookDueOn, whyNotToAsk } from './second-look.rules.ts'
import type { SecondLook } from './second-look.ts'
import { insertSecondLook, listSecondLooksOf } from './second-looks.sql.ts'

/** Why this decision cannot be looked at again now, in words, with the looks that there were. */
export async function mayAskAgain(
  tx: Tx,
  determination: Determination,
): Promise<{ readonly why: string | null; readonly looks: readonly SecondLook[] }> {
  const all = await listDeterminations(tx, determination.assessmentId)
  const looks = (await listSecondLooksOf(tx, determination.personId)).filter(
    ({ determinationId }) => determinationId === determination.id,
  )
  return { why: whyNotToAsk({ determination, all, looks }), looks }
}

/** Writes down that it was asked for: its clock runs from the day on which the carer asked. */
export async function askSecondLook(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly id: string
    readonly determination: Determination
    readonly askedOn: IsoDate
    readonly askedHow: SecondLook['askedHow']
    readonly askedWords: string | null
  },
): Promise<void> {
  const { actor, determination, ...asked } = of
  await insertSecondLook(tx, {
    ...asked,
    authorityId: actor.authorityId,
    determinationId: determination.id,
    personId: determination.personId,
    organisationId: determination.organisationId,
    takenBy: actor.accountId,
    takenByName: actor.displayName,
    dueOn: lookDueOn(of.askedOn, { holidays: bankHolidays }),
    targetDays: lookDays(of.askedOn),
  })
}
