import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

export type Team = {
  readonly id: string
  readonly organisationId: number
  readonly organisation: string
  readonly name: string
  readonly active: boolean
}

/** The teams of an organisation by name, with how many people are in them. */
export async function listTeams(
  tx: Tx,
  of: { readonly authorityId: number; readonly organisationId: number },
): Promise<readonly { id: string; name: string; active: boolean; people: number }[]> {
  const { rows } = await sql<{ id: string; name: string; active: boolean; people: number }>`
    select t.id, t.name, t.active,
           (select count(*) from team_member m where m.authority_id = t.authority_id and m.team_id = t.id and m.until is null) as people
      from team t where t.authority_id = ${of.authorityId} and t.organisation_id = ${of.organisationId}
     order by t.active desc, t.name`.execute(tx)
  return rows
}

export async function getTeam(tx: Tx, authorityId: number, id: string): Promise<Team> {
  const { rows } = await sql<Team>`
    select t.id, t.organisation_id, o.name as organisation, t.name, t.active from team t
      join organisation o on o.authority_id = t.authority_id and o.id = t.organisation_id
     where t.authority_id = ${authorityId} and t.id = ${id}`.execute(tx)
  const [team] = rows
  if (team === undefined) throw new NotFound('team')
  return team
}

/** False where the organisation has a team of that name. */
export async function insertTeam(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly id: string
    readonly organisationId: number
    readonly name: string
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into team (authority_id, id, organisation_id, name)
    values (${of.authorityId}, ${of.id}, ${of.organisationId}, ${of.name})
    on conflict (authority_id, organisation_id, name) do nothing returning id`.execute(tx)
  return rows.length > 0
}

/** Closes a team, or opens it again. */
export async function updateTeamActive(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly active: boolean },
): Promise<void> {
  await tx
    .updateTable('team')
    .set({ active: of.active })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

export type TeamMember = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly since: IsoDate
}

/** Who is in a team today. */
export async function listTeamMembers(
  tx: Tx,
  of: { readonly authorityId: number; readonly teamId: string },
): Promise<readonly TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    select m.id, m.account_id, a.display_name as name, m.since from team_member m
      join account a on a.authority_id = m.authority_id and a.id = m.account_id
     where m.authority_id = ${of.authorityId} and m.team_id = ${of.teamId} and m.until is null
     order by a.display_name, m.id`.execute(tx)
  return rows
}

/** The teams that somebody is in today. */
export async function listTeamsOf(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, t.name from team_member m
      join team t on t.authority_id = m.authority_id and t.id = m.team_id
     where m.authority_id = ${of.authorityId} and m.account_id = ${of.accountId} and m.until is null
     order by t.name`.execute(tx)
  return rows
}

/** Puts somebody into a team from a day on; harmless where they are in it. */
export async function insertTeamMember(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly id: string
    readonly teamId: string
    readonly accountId: string
    readonly since: string
  },
): Promise<void> {
  await tx
    .insertInto('teamMember')
    .values(of)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateTeamMemberUntil(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly teamId: string
    readonly id: string
    readonly until: string
  },
): Promise<void> {
  await tx
    .updateTable('teamMember')
    .set({ until: of.until })
    .where('authorityId', '=', of.authorityId)
    .where('teamId', '=', of.teamId)
    .where('id', '=', of.id)
    .where('until', 'is', null)
    .execute()
}

/** Takes somebody out of every team. */
export async function updateTeamsLeft(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly until: string },
): Promise<void> {
  await tx
    .updateTable('teamMember')
    .set({ until: of.until })
    .where('authorityId', '=', of.authorityId)
    .where('accountId', '=', of.accountId)
    .where('until', 'is', null)
    .execute()
}
