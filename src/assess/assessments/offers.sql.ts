import { sql, type Insertable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { AssessmentKind } from './assessment.ts'
import type { Ending } from './endings.rules.ts'

/** An assessment that was offered, and how the carer answered; or that was not offered, and why. */
export type Offer = {
  readonly id: string
  readonly personId: string
  readonly organisationId: number
  readonly kind: AssessmentKind
  readonly combined: boolean
  readonly state: 'offered' | 'accepted' | Ending
  readonly onDay: IsoDate
  readonly answeredOn: IsoDate | null
  readonly reason: string | null
  readonly words: string | null
  readonly assessmentId: string | null
  readonly writtenByName: string
  readonly version: number
}

function offers(tx: Tx) {
  return tx
    .selectFrom('assessmentOffer')
    .select(['id', 'personId', 'organisationId', 'kind', 'combined', 'state', 'onDay'])
    .select(['answeredOn', 'reason', 'words', 'assessmentId', 'writtenByName', 'version'])
    .$castTo<Offer>()
}

/** The offer; throws NotFound where there is none that the actor may read. */
export async function getOffer(tx: Tx, id: string): Promise<Offer> {
  const found = await offers(tx).where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new NotFound('offer of an assessment')
  return found
}

/** What a person was offered, what waits for an answer first, then the newest. */
export const listOffers = statement((tx, personId: string) =>
  offers(tx)
    .where('personId', '=', personId)
    .orderBy((eb) => eb('state', '=', 'offered'), 'desc')
    .orderBy('onDay', 'desc')
    .orderBy('id', 'desc'),
)

/** Writes an offer down; false where the same form was sent before. */
export async function insertOffer(
  tx: Tx,
  offer: Insertable<DB['assessmentOffer']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('assessmentOffer')
    .values(offer)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps the answer to an offer that waits for one; false where somebody did before. */
export async function updateOffer(
  tx: Tx,
  of: {
    readonly id: string
    readonly state: 'accepted' | Ending
    readonly answeredOn: IsoDate
    readonly reason: string | null
    readonly words: string | null
    readonly assessmentId: string | null
  },
): Promise<boolean> {
  const { id, ...values } = of
  const { numUpdatedRows } = await tx
    .updateTable('assessmentOffer')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Ended = {
  readonly personId: string
  readonly name: string
  readonly href: string
  readonly kind: AssessmentKind
  readonly combined: boolean
  readonly state: Offer['state']
  readonly on: IsoDate
  readonly reason: string | null
  readonly words: string | null
}

export type Between = {
  readonly actor: Actor
  readonly from: IsoDate
  readonly to: IsoDate
  readonly state: Offer['state'] | null
}

/** Offers, and assessments that were asked for and ended unheld, of the actor's organisations. */
function answered({ actor, from, to, state }: Between) {
  return sql`
    select e.person_id, e.id, e.kind, e.combined, e.state, e.on_day, e.reason, e.words, e.href
      from (select o.person_id, o.id, o.kind, o.combined, o.state, coalesce(o.answered_on, o.on_day) as on_day,
                   o.reason, o.words, '/assessment-offers/' || o.id as href, o.authority_id, o.organisation_id
              from assessment_offer o
             union all
            select a.person_id, a.id, a.kind, a.combined, a.state, a.closed_on, a.closed_reason, a.closed_words,
                   '/assessments/' || a.id, a.authority_id, a.organisation_id
              from assessment a where a.state in ('declined', 'refused', 'withdrawn') and a.closed_on is not null) e
     where e.authority_id = ${actor.authorityId} and e.organisation_id = any (${[...actor.organisationIds]}::integer[])
       and e.on_day between ${from} and ${to} and (${state}::text is null or e.state = ${state})`
}

/** The newest of them. */
export async function listEnded(
  tx: Tx,
  of: Between & { readonly offset: number; readonly limit: number },
): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    select e.person_id, concat_ws(' ', p.given_name, p.family_name) as name, e.href, e.kind, e.combined, e.state,
           e.on_day as "on", e.reason, e.words
      from (${answered(of)}) e
      join person p on p.authority_id = ${of.actor.authorityId} and p.id = e.person_id
     order by e.on_day desc, e.id offset ${of.offset} limit ${of.limit}`.execute(tx)
  return rows
}

export type EndedCount = Pick<Ended, 'state' | 'combined' | 'reason'> & { readonly count: number }

/** How many of them there are, by how they were answered and why. */
export async function countEnded(tx: Tx, of: Between): Promise<EndedCount[]> {
  const { rows } = await sql<EndedCount>`
    select e.state, e.combined, e.reason, count(*) as count from (${answered(of)}) e
     group by e.state, e.combined, e.reason order by count(*) desc, e.state, e.reason`.execute(tx)
  return rows
}
