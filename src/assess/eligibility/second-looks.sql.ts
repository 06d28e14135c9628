import { sql } from 'kysely'
import { holds, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import type { LookAnswer, SecondLook } from './second-look.ts'

const columns = [
  'id',
  'determinationId',
  'personId',
  'organisationId',
  'askedOn',
  'askedHow',
  'askedWords',
  'takenByName',
  'dueOn',
  'answer',
  'answeredOn',
  'answeredBy',
  'answeredByName',
  'answeredByRole',
  'reason',
  'newDeterminationId',
  'sentAt',
  'sentAs',
  'copyOn',
  'version',
] as const

const looks = (tx: Tx) => tx.selectFrom('secondLook').select(columns).$castTo<SecondLook>()

/** The second look; throws NotFound where there is none that the actor may read. */
export async function getSecondLook(tx: Tx, id: string): Promise<SecondLook> {
  const found = await looks(tx).where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new NotFound('second look')
  return found
}

/** All second looks at a person's decisions, the newest first. */
export const listSecondLooksOf = statement((tx, personId: string) =>
  looks(tx).where('personId', '=', personId).orderBy('askedOn', 'desc').orderBy('id', 'desc'),
)

/** Writes down that it was asked for; the same again, or while one is open, does nothing. */
export async function insertSecondLook(
  tx: Tx,
  look: {
    readonly authorityId: number
    readonly id: string
    readonly determinationId: string
    readonly personId: string
    readonly organisationId: number
    readonly askedOn: IsoDate
    readonly askedHow: SecondLook['askedHow']
    readonly askedWords: string | null
    readonly takenBy: string | null
    readonly takenByName: string
    readonly dueOn: IsoDate
    readonly targetDays: number
  },
): Promise<void> {
  await tx
    .insertInto('secondLook')
    .values(look)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Keeps the answer; false where somebody answered before. */
export async function updateAnswered(
  tx: Tx,
  of: {
    readonly id: string
    readonly answer: LookAnswer
    readonly reason: string
    readonly answeredOn: IsoDate
    readonly answeredBy: string | null
    readonly answeredByName: string
    readonly answeredByRole: string
    readonly newDeterminationId: string | null
  },
): Promise<boolean> {
  const { id, ...answered } = of
  const { numUpdatedRows } = await tx
    .updateTable('secondLook')
    .set((eb) => ({ ...answered, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps that the answer went out and when the carer had a copy; false where it went before. */
export async function updateLookSent(
  tx: Tx,
  of: {
    readonly id: string
    readonly sentAt: IsoInstant
    readonly sentAs: string
    readonly copyOn: IsoDate
  },
): Promise<boolean> {
  const { id, ...sent } = of
  const { numUpdatedRows } = await tx
    .updateTable('secondLook')
    .set((eb) => ({ ...sent, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('answer', 'is not', null)
    .where('sentAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type WaitingLook = {
  readonly id: string
  readonly answer: LookAnswer | null
  readonly askedOn: IsoDate
  readonly dueOn: IsoDate
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

/**
 * What this actor has to do about second looks: those they may answer, their own answers to send; and
 * for who manages, all that are late.
 */
export async function listLooksToday(
  tx: Tx,
  of: { readonly actor: Actor; readonly today: IsoDate; readonly limit: number },
): Promise<{ readonly looks: readonly WaitingLook[]; readonly total: number }> {
  const { actor, today, limit } = of
  const me = actor.accountId
  const council = holds(actor, 'council_practitioner')
  const assesses = council || holds(actor, 'assessor')
  const ours = sql`l.organisation_id = any (${[...actor.organisationIds]}::integer[])`
  const { rows } = await sql<WaitingLook & { readonly total: number }>`
    select l.id, l.answer, l.asked_on, l.due_on, p.given_name, p.family_name, p.known_as,
           (count(*) over ())::integer as total
      from second_look l
      join determination d on d.authority_id = l.authority_id and d.id = l.determination_id
      join person p on p.authority_id = l.authority_id and p.id = l.person_id
     where l.authority_id = ${actor.authorityId} and l.sent_at is null
       and (l.answered_by = ${me}
            or (l.answer is null and ${assesses}
                and d.decided_by is distinct from ${me} and d.countersigned_by is distinct from ${me}
                and case when d.decided_as = 'delegate' then ${ours} else ${council} end)
            or (${holds(actor, 'manager')} and ${ours} and l.due_on < ${today}))
     order by l.due_on, l.id
     limit ${limit}`.execute(tx)
  return { looks: rows, total: rows[0]?.total ?? 0 }
}
