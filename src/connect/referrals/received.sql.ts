import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'

type Named = {
  readonly authorityId: number
  readonly organisationId: number
  readonly kind: string
  readonly system: string
  readonly value: string
}

/** Takes an identifier for a row to come; false where it stands for one already. Whoever comes second waits. */
export async function claimIdentifier(
  tx: Tx,
  of: Named & { readonly resourceId: string; readonly receivedAt: IsoInstant },
): Promise<boolean> {
  const { system, value, ...row } = of
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('receivedResource')
    .values({ ...row, identifierSystem: system, identifierValue: value })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The id of what came in under an identifier. */
export async function findReceived(tx: Tx, of: Named): Promise<string> {
  const { resourceId } = await tx
    .selectFrom('receivedResource')
    .select('resourceId')
    .where('authorityId', '=', of.authorityId)
    .where('organisationId', '=', of.organisationId)
    .where('kind', '=', of.kind)
    .where('identifierSystem', '=', of.system)
    .where('identifierValue', '=', of.value)
    .executeTakeFirstOrThrow()
  return resourceId
}

/** A referral as its sender or its receiver may see it. */
export type SeenReferral = {
  readonly id: string
  readonly reference: string
  readonly kind: string
  readonly receivedOn: string
  readonly urgent: boolean
  readonly state: 'new' | 'asked' | 'accepted' | 'declined' | 'closed'
  readonly told: unknown
  readonly question: string | null
  readonly answer: string | null
  readonly triagedOn: string | null
  readonly firstContactOn: string | null
  readonly outcome: string | null
  readonly outcomeOn: string | null
  readonly outcomeWords: string | null
  readonly version: number
  readonly shareOutcome: boolean
  readonly mayPassOn: boolean
  /** The carer's record; null for its sender, and before triage. */
  readonly personId: string | null
  readonly fromName: string | null
  readonly fromCode: string | null
  readonly toName: string
  readonly identifierSystem: string | null
  readonly identifierValue: string | null
}

export type ReferralsWanted = {
  readonly organisationIds: readonly number[]
  readonly ids: readonly string[] | null
  readonly states: readonly string[] | null
  /** Of those taken on, only those whose carer somebody talked with, as far as may be known, or only the others. */
  readonly talked?: boolean | null
  readonly personIds: readonly string[] | null
  readonly identifier: { readonly system: string | null; readonly value: string } | null
  /** Only ids after this one. */
  readonly after: string | null
  readonly limit: number
}

const columns = sql`id, authority_id, reference, kind, received_on, urgent, state, told, question, answer, triaged_on,
  first_contact_on, outcome, outcome_on, outcome_words, version, share_outcome, may_pass_on, from_organisation_id, to_organisation_id`

/**
 * Referrals of the actor's organisations in the order of their ids: those sent, through the view that
 * keeps what the carer did not agree to, and those received.
 */
export async function listSeen(tx: Tx, of: ReferralsWanted): Promise<readonly SeenReferral[]> {
  const own = sql`${[...of.organisationIds]}::integer[]`
  const wanted = sql`(${of.ids}::uuid[] is null or id = any (${of.ids}::uuid[]))
    and (${of.states}::text[] is null or state = any (${of.states}::text[]))
    and (${of.talked ?? null}::boolean is null or state <> 'accepted' or (first_contact_on is not null) = ${of.talked ?? null}::boolean)
    and (${of.after}::uuid is null or id > ${of.after}::uuid)
    and (${of.identifier?.value ?? null}::text is null or id in (
      select resource_id from received_resource
       where organisation_id = any (${own}) and identifier_value = ${of.identifier?.value ?? null}
         and (${of.identifier?.system ?? null}::text is null or identifier_system = ${of.identifier?.system ?? null})))`
  const { rows } = await sql<SeenReferral>`
    with seen as (
      (select ${columns}, null::uuid as person_id from sent_referral
        where ${wanted} and ${of.personIds}::uuid[] is null order by id limit ${of.limit})
      union all
      (select ${columns}, person_id from referral
        where to_organisation_id = any (${own}) and not coalesce(from_organisation_id, -1) = any (${own})
          and ${wanted} and (${of.personIds}::uuid[] is null or person_id = any (${of.personIds}::uuid[]))
        order by id limit ${of.limit}))
    select s.*, f.name as from_name, f.code as from_code, t.name as to_name, r.identifier_system, r.identifier_value
      from seen s
      left join organisation f on f.authority_id = s.authority_id and f.id = s.from_organisation_id
      join organisation t on t.authority_id = s.authority_id and t.id = s.to_organisation_id
      left join received_resource r on r.authority_id = s.authority_id and r.resource_id = s.id
     order by s.id limit ${of.limit}`.execute(tx)
  return rows
}
