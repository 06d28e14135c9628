import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { SignOnRule } from './sign-on.rules.ts'

const columns = [
  'id',
  'issuer',
  'claim',
  'value',
  'organisationId',
  'duties',
  'state',
  'askedBy',
] as const

export type KeptRule = SignOnRule & {
  readonly state: 'to_confirm' | 'in_force' | 'ended'
  readonly askedBy: string
}

/** The rules of single sign-on that are not over, with their organisations' names. */
export async function listSignOnRules(
  tx: Tx,
  authorityId: number,
): Promise<readonly (KeptRule & { readonly organisation: string })[]> {
  const rows = await tx
    .selectFrom('signOnRule as r')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.authorityId', '=', 'r.authorityId').onRef('o.id', '=', 'r.organisationId'),
    )
    .select(columns.map((column) => `r.${column}` as const))
    .select('o.name as organisation')
    .where('r.authorityId', '=', authorityId)
    .where('r.state', '!=', 'ended')
    .orderBy('r.claim')
    .orderBy('r.value')
    .orderBy('r.id')
    .execute()
  return rows as unknown as (KeptRule & { organisation: string })[]
}

/** One rule, held until the transaction ends. */
export async function findSignOnRule(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string },
): Promise<KeptRule | null> {
  const row = await tx
    .selectFrom('signOnRule')
    .select(columns)
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .forUpdate()
    .executeTakeFirst()
  return (row as KeptRule | undefined) ?? null
}

/** False where the same rule stands already, or the same form was sent before. */
export async function insertSignOnRule(
  tx: Tx,
  of: KeptRule & { readonly authorityId: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('signOnRule')
    .values({ ...of, duties: [...of.duties] })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export async function updateSignOnRule(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string },
  set: { readonly state: KeptRule['state']; readonly confirmedBy?: string },
): Promise<void> {
  await tx
    .updateTable('signOnRule')
    .set(set)
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

/** What rules gave an account and have not ended. */
export async function listGivenByRules(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly today: string },
): Promise<readonly { readonly id: string; readonly ruleId: string }[]> {
  const { rows } = await sql<{ id: string; ruleId: string }>`
    select id, rule_id from membership
     where authority_id = ${of.authorityId} and account_id = ${of.accountId} and rule_id is not null
       and (until is null or until >= ${of.today})`.execute(tx)
  return rows
}

/** Ends rows that rules gave. */
export async function updateGivenUntil(
  tx: Tx,
  of: { readonly authorityId: number; readonly ids: readonly string[]; readonly until: string },
): Promise<void> {
  if (of.ids.length === 0) return
  await tx
    .updateTable('membership')
    .set({ until: of.until })
    .where('authorityId', '=', of.authorityId)
    .where('id', 'in', [...of.ids])
    .execute()
}

/** Ends all that one rule gave, to everybody. */
export async function updateGivenByRuleUntil(
  tx: Tx,
  of: { readonly authorityId: number; readonly ruleId: string; readonly until: string },
): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ until: of.until })
    .where('authorityId', '=', of.authorityId)
    .where('ruleId', '=', of.ruleId)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', of.until)]))
    .execute()
}

/** Whether one of the organisations where an account works asks for proof of a second factor. */
export async function needsProvedStep(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly today: string },
): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`
    select exists (select from membership m
      join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
     where m.authority_id = ${of.authorityId} and m.account_id = ${of.accountId}
       and m.since <= ${of.today} and (m.until is null or m.until >= ${of.today})
       and o.second_step = 'proved') as needed`.execute(tx)
  return rows[0]?.needed ?? false
}
