import { sql } from 'kysely'
import { asActor } from '#platform/access/as-actor.ts'
import type { Actor } from '#platform/access/actor.ts'
import { openDatabase, type Tx } from '#platform/db/database.ts'
import { appUrl } from '#platform/db/migrate.ts'

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Node[]
}

/** How the search's statements are carried out as the application's role: each scan, and by which index. */
export async function showPlans(
  ownerUrl: string,
  size: number,
  say: (line: string) => void,
): Promise<void> {
  const db = openDatabase(await appUrl(ownerUrl, 'a secret for benchmarks alone, long enough'))
  const hub = await db
    .selectFrom('authority')
    .select('id')
    .where('code', '=', 'worcestershire')
    .executeTakeFirstOrThrow()
  const actor: Actor = {
    authorityId: hub.id,
    authorityCode: 'worcestershire',
    accountId: null,
    displayName: 'Benchmark',
    organisationIds: [1, 2, 3],
    personId: null,
    duties: ['adviser'],
    requestId: 'bench',
    reason: 'plans',
  }
  await asActor(db, actor, async (tx) => {
    for (const [name, from, to] of [
      ['name', 'n:smith marg', 'n:smith marg~'],
      ['date of birth', 'd:1947-02', 'd:1947-02~'],
      ['postcode', 'p:wr1 ', 'p:wr1 ~'],
      ['phone', 't:321', 't:321~'],
    ] as const) {
      say(`  plan, ${name.padEnd(13)} ${scans(await planOf(tx, hub.id, from, to)).join('; ')}`)
    }
  })
  await db.destroy()
  say(`  (at ${size} times the county)`)
}

async function planOf(tx: Tx, authorityId: number, from: string, to: string): Promise<Node> {
  const { rows } = await sql<{ 'QUERY PLAN': readonly { Plan: Node }[] }>`
    explain (format json) select person_id from search_key
     where authority_id = ${sql.lit(authorityId)} and key >= ${sql.lit(from)} collate "C" and key < ${sql.lit(to)} collate "C" order by key limit 50`.execute(
    tx,
  )
  const plan = rows[0] as unknown as Record<string, readonly { Plan: Node }[]>
  return (plan['QUERY PLAN'] ?? plan['queryPlan'] ?? plan['queryPlan'])![0]!.Plan
}

function scans(node: Node): string[] {
  const here =
    node['Relation Name'] === undefined
      ? []
      : [
          `${node['Node Type']}${node['Index Name'] === undefined ? ` of ${node['Relation Name']}` : ` by ${node['Index Name']}`}`,
        ]
  return [...here, ...(node.Plans ?? []).flatMap(scans)]
}
