import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

/** What one worker of a team has in hand. */
export type TeamMember = {
  readonly id: string
  readonly name: string
  readonly carers: number
  /** Promises not kept, and those of them whose day has passed. */
  readonly promises: number
  readonly promisesLate: number
  /** Carers of accepted referrals whom nobody has talked with, and those past their day. */
  readonly firstTalks: number
  readonly firstTalksLate: number
  /** Contacts written down in the last seven days. */
  readonly contacts: number
}

/** The caseworkers of the actor's organisations by name, each with what they have in hand. */
export async function listTeam(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly today: IsoDate
    readonly since: IsoDate
    readonly duties: readonly string[]
  },
): Promise<readonly TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    select a.id, a.display_name as name,
           (select count(distinct i.person_id) from involvement i
             where i.authority_id = a.authority_id and i.worker_id = a.id
               and i.until is null and i.kind <> 'cared_for') as carers,
           p.promises, p.promises_late, r.first_talks, r.first_talks_late,
           (select count(*) from contact c
             where c.authority_id = a.authority_id and c.account_id = a.id and c.at >= ${of.since}::date) as contacts
      from account a
     cross join lateral (
       select count(*) as promises, count(*) filter (where follow_up_on < ${of.today}) as promises_late
         from contact c
        where c.authority_id = a.authority_id and c.follow_up_by = a.id
          and c.follow_up_on is not null and c.follow_up_done_at is null) p
     cross join lateral (
       select count(*) as first_talks, count(*) filter (where contact_due_on < ${of.today}) as first_talks_late
         from referral f
        where f.authority_id = a.authority_id and f.worker_id = a.id
          and f.state = 'accepted' and f.first_contact_on is null) r
     where a.authority_id = ${of.actor.authorityId} and a.active
       and exists (
         select from membership m
          where m.authority_id = a.authority_id and m.account_id = a.id
            and (now() at time zone 'Europe/London')::date between m.since and coalesce(m.until, 'infinity')
            and m.organisation_id = any (${[...of.actor.organisationIds]}::integer[])
            and m.duties && ${[...of.duties]}::text[])
     order by a.display_name, a.id`.execute(tx)
  return rows
}
