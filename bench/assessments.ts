import { readConfig } from '#config.ts'
import type { Actor } from '#platform/access/actor.ts'
import { openDatabase } from '#platform/db/database.ts'
import { appUrl } from '#platform/db/migrate.ts'
import { londonClock } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { asDemoPerson } from '#share/accounts/demo-actors.ts'
import { measureAssessmentPages, sent } from './assessment-pages.ts'
import {
  all,
  answerAll,
  ask,
  begin,
  complete,
  decide,
  draft,
  mark,
  type Made,
  type Year,
} from './assessment-steps.ts'
import { asOwner, type County } from './counties.ts'
import { benchSecret } from './secret.ts'

/** A county's assessments of a year. */
const count = 2180

/**
 * An assessment opened, saved and decided through the server's own pages against the floor; and a
 * year's assessments as the application's role, by the functions of the product, against a plain
 * insert of the same rows into tables without any policy, trigger or key.
 */
export async function measureAssessments(
  county: County,
  say: (line: string) => void,
): Promise<void> {
  await clear(county)
  const db = openDatabase(await appUrl(county.url, benchSecret))
  try {
    const actor = await asDemoPerson(
      { db, config: demoConfig(county), clock: londonClock },
      'Priya Nair',
      async (_, found) => found,
    )
    const year: Year = { db, actor, made: await carersOf(county, actor) }
    const taken = await wholeYear(year)
    sayYear(taken, await plainInsert(county), say)
    await clear(county)
    await measureAssessmentPages(county, year, say)
    await isDone(county)
  } finally {
    await db.destroy()
    await clear(county)
  }
}

const demoConfig = ({ url }: County) =>
  readConfig({ ALONGSIDE_DEMO: '1', ALONGSIDE_SECRET: benchSecret, DATABASE_URL: url })

/** As many adult carers with whom the assessor's organisation works, and who have no assessment. */
async function carersOf({ url }: County, actor: Actor): Promise<readonly Made[]> {
  const { rows } = await asOwner(url, (owner) =>
    owner.query<{ id: string }>(
      `select p.id from person p
        where p.authority_id = $1 and p.merged_into is null and p.died_on is null
          and exists (select from involvement i where i.authority_id = p.authority_id and i.person_id = p.id
                         and i.kind = 'adult_carer' and i.until is null and i.organisation_id = any($2))
          and not exists (select from assessment a where a.authority_id = p.authority_id and a.person_id = p.id)
        order by md5(p.id::text) limit ${count}`,
      [actor.authorityId, actor.organisationIds],
    ),
  )
  if (rows.length < count) throw new Error(`the county has ${rows.length} carers without one`)
  return rows.map(({ id }) => ({ id: newId(), personId: id }))
}

/** The year, a step after the other, each in one transaction, as somebody would who brings them along. */
async function wholeYear(year: Year): Promise<Readonly<Record<string, number>>> {
  const taken = {
    'asked for': await timed(() => all(year, ask)),
    begun: await timed(() => all(year, begin)),
    'seven sections answered': await timed(() => all(year, answerAll)),
    completed: await timed(() => all(year, complete)),
    determined: await timed(() =>
      all(year, async (tx, actor, made) => decide(tx, actor, await draft(tx, actor, made))),
    ),
  }
  return { ...taken, 'the whole year': Object.values(taken).reduce((sum, each) => sum + each, 0) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const tables = {
  assessment: `asked_where = '${mark}'`,
  assessment_section: `assessment_id in (select id from assessment where asked_where = '${mark}')`,
  assessment_matter: `assessment_id in (select id from assessment where asked_where = '${mark}')`,
  determination: `assessment_id in (select id from assessment where asked_where = '${mark}')`,
}

/** The least that keeping the same rows could cost. */
function plainInsert({ url }: County): Promise<number> {
  return asOwner(url, async (owner) => {
    let taken = 0
    for (const [table, ours] of Object.entries(tables)) {
      await owner.query(`create temp table bench_copy as select * from ${table} where false`)
      taken += await timed(() =>
        owner.query(`insert into bench_copy select * from ${table} where ${ours}`),
      )
      await owner.query('drop table bench_copy')
    }
    return taken
  })
}

function sayYear(
  taken: Readonly<Record<string, number>>,
  floor: number,
  say: (line: string) => void,
): void {
  say(
    `\nA year's ${count.toLocaleString('en-GB')} assessments; a plain insert of the same rows takes ${floor.toFixed(0)} ms`,
  )
  for (const [name, time] of Object.entries(taken))
    say(
      `  ${name.padEnd(34)}${time.toFixed(0).padStart(8)} ms${(time / floor).toFixed(1).padStart(8)} times${(time / count).toFixed(2).padStart(8)} ms each`,
    )
}

/** A form that changed nothing would look quick: what was sent must stand. */
async function isDone({ url }: County): Promise<void> {
  const { rows } = await asOwner(url, (owner) =>
    owner.query<{ saved: number; decided: number }>(
      `select (select count(*)::integer from assessment_section s join assessment a on a.authority_id = s.authority_id and a.id = s.assessment_id
                where a.asked_where = $1 and a.state = 'begun') as saved,
              (select count(*)::integer from determination where ${tables.determination} and state <> 'draft') as decided`,
      [mark],
    ),
  )
  const { saved = 0, decided = 0 } = rows[0] ?? {}
  if (saved < sent || decided < sent)
    throw new Error(`${saved} sections stand and ${decided} decisions, of ${sent} sent`)
}

/** Counties are kept from run to run, so what was added is taken away again, with its history. */
async function clear({ url }: County): Promise<void> {
  await asOwner(url, async (owner) => {
    const ours = `select id from assessment where asked_where = '${mark}'`
    const { rows } = await owner.query<{ person: string }>(
      `select person_id as person from assessment where asked_where = '${mark}'`,
    )
    await owner.query(`delete from determination where assessment_id in (${ours})`)
    for (const table of ['assessment_section', 'assessment_visit', 'assessment_matter'])
      await owner.query(`delete from ${table} where assessment_id in (${ours})`)
    await owner.query(`delete from assessment where asked_where = '${mark}'`)
    await owner.query(
      `delete from history where person_id = any($1) and table_name = any('{assessment,assessment_section,assessment_matter,determination}')`,
      [rows.map(({ person }) => person)],
    )
  })
}
