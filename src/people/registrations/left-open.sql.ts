import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** Something about a person that is still to be done or closed. */
export type LeftOpen = {
  readonly what: string
  readonly href: string
  readonly on: string | null
}

/** All that is open about a person in every room, by the tables alone: rooms above are not known here. */
const openAbout = (person: RawBuilder<unknown>) => sql`
  select 'A promise: ' || coalesce(c.follow_up, 'to get in touch') as what, '/contacts/' || c.id as href, c.follow_up_on as "on"
    from contact c where c.authority_id = actor_authority() and c.person_id = ${person}
     and c.follow_up_on is not null and c.follow_up_done_at is null
  union all
  select 'A review of the plan', '/reviews/' || r.id, r.due_on
    from review r where r.authority_id = actor_authority() and r.person_id = ${person} and r.done_on is null
  union all
  select 'The support plan ' || l.reference, '/plans/' || l.id, null
    from plan l where l.authority_id = actor_authority() and l.person_id = ${person} and l.state in ('draft', 'agreed')
  union all
  select 'An assessment that is not finished', '/assessments/' || a.id, a.asked_on
    from assessment a where a.authority_id = actor_authority() and a.person_id = ${person} and a.state in ('asked', 'begun')
  union all
  select 'A payment that is not paid', '/payments/' || y.id, null
    from payment y where y.authority_id = actor_authority() and y.person_id = ${person} and y.state in ('proposed', 'agreed')
  union all
  select 'The referral ' || f.reference, '/referrals/' || f.id, f.received_on
    from referral f where f.authority_id = actor_authority() and f.person_id = ${person} and f.state in ('new', 'asked', 'accepted')`

/** What is still open about a person, as far as the actor may read it; what is due first, first. */
export async function listLeftOpen(tx: Tx, personId: string): Promise<readonly LeftOpen[]> {
  const { rows } = await sql<LeftOpen>`
    select * from (${openAbout(sql`${personId}::uuid`)}) o order by "on" nulls last, what, href`.execute(
    tx,
  )
  return rows
}

export type ToClose = {
  readonly personId: string
  readonly name: string
  readonly diedOn: string | null
  readonly since: string
  readonly open: number
}

/** The people of a worker who died, or whose caring ended, with whom something is still open. */
export async function listToClose(
  tx: Tx,
  of: { readonly accountId: string; readonly limit: number },
): Promise<{ readonly people: readonly ToClose[]; readonly total: number }> {
  const { rows } = await sql<ToClose & { total: number }>`
    with theirs as (
      -- Each half by an index of its own: one of whom they work with, one of whom they worked with.
      select i.person_id from involvement i
       where i.authority_id = actor_authority() and i.worker_id = ${of.accountId} and i.until is null
      union
      select i.person_id from involvement i
       where i.authority_id = actor_authority() and i.worker_id = ${of.accountId} and i.until is not null),
    over as (
      select p.id, concat_ws(' ', p.given_name, p.family_name) as name, p.died_on,
             coalesce(p.died_on, (select max(s.taken_on) from registration_step s
               where s.authority_id = p.authority_id and s.person_id = p.id
                 and s.to_state in ('caring_ended', 'moved_away')
                 and not exists (select from registration r where r.authority_id = p.authority_id
                   and r.person_id = p.id and r.state <> 'ended'))) as since
        from theirs t join person p on p.authority_id = actor_authority() and p.id = t.person_id
       where p.merged_into is null)
    select o.id as person_id, o.name, o.died_on, o.since, n.open, count(*) over () as total
      from over o, lateral (select count(*) as open from (${openAbout(sql`o.id`)}) each) n
     where o.since is not null and n.open > 0
     order by o.since, o.id limit ${of.limit}`.execute(tx)
  if (rows.length === 0 && of.limit === 0) return { people: [], total: await countToClose(tx, of) }
  return { people: rows, total: rows[0]?.total ?? 0 }
}

async function countToClose(tx: Tx, of: { readonly accountId: string }): Promise<number> {
  return (await listToClose(tx, { ...of, limit: 1 })).total
}
