import type { Actor } from '#platform/access/actor.ts'
import { asActor } from '#platform/access/as-actor.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { appUrl } from '#platform/db/migrate.ts'
import { isoDate, londonClock } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { approveRun, gatherRun, sendRun } from '#support/payments/make-run.ts'
import { newRunReference } from '#support/payments/run.ts'
import { getRun, insertRun, sumRun } from '#support/payments/runs.sql.ts'
import { asOwner, type County } from './counties.ts'
import { benchSecret } from './secret.ts'

const worcestershire = knownAuthorities.find(({ code }) => code === 'worcestershire')?.id ?? 0
const count = 10_000
const payOn = isoDate('2099-06-01')

/**
 * A payment run of 10,000 as the application's role: gathered, approved with its file, marked as paid;
 * each against a plain insert of as many rows of the same width into a table without any policy,
 * trigger or key of another.
 */
export async function measurePaymentRun(
  county: County,
  say: (line: string) => void,
): Promise<void> {
  const [actor, second] = await prepare(county)
  const db = openDatabase(await appUrl(county.url, benchSecret))
  try {
    const floor = await plainInsert(county)
    const taken = await payAll(db, actor, second)
    say(
      `\nA payment run of ${count.toLocaleString('en-GB')}; a plain insert of the same rows takes ${floor.toFixed(0)} ms`,
    )
    for (const [name, time] of Object.entries(taken))
      say(
        `  ${name.padEnd(34)}${time.toFixed(0).padStart(8)} ms${(time / floor).toFixed(1).padStart(8)} times`,
      )
  } finally {
    await db.destroy()
    await clear(county)
  }
}

async function payAll(db: Database, actor: Actor, second: Actor) {
  const id = newId()
  const run = { id, reference: newRunReference(), organisationId: null, upTo: payOn, payOn }
  await asActor(db, actor, (tx) => insertRun(tx, actor, run))
  const at = londonClock.now()
  const gathered = await timed(() => gatherRun({ db, actor }, id))
  const approved = await timed(() =>
    asActor(db, second, async (tx) => {
      const { seen, lines } = await sumRun(tx, id)
      if (lines !== count) throw new Error(`${lines} lines were gathered, not ${count}`)
      const done = await approveRun(tx, { actor: second, id, seen, at })
      if (!done.ok) throw new Error(done.error)
    }),
  )
  const sent = await timed(() => sendRun({ db, actor }, { id, at }))
  const { state } = await asActor(db, actor, (tx) => getRun(tx, id))
  if (state !== 'sent') throw new Error(`the run is ${state}`)
  return {
    gathered: gathered,
    'approved, with its file': approved,
    'marked as paid': sent,
    'the whole run': gathered + approved + sent,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The least that keeping as many lines could cost. */
function plainInsert({ url }: County): Promise<number> {
  return asOwner(url, async (owner) => {
    await owner.query('drop table if exists bench_line')
    await owner.query('create table bench_line as select * from payment_instalment where false')
    const taken = await timed(() =>
      owner.query(
        `insert into bench_line (authority_id, id, payment_id, person_id, organisation_id, number, due_on, amount_pence, basis)
         select authority_id, gen_random_uuid(), id, person_id, organisation_id, 1, $1, amount_pence, basis
           from payment where purpose = 'Benchmark' order by id`,
        [payOn],
      ),
    )
    await owner.query('drop table bench_line')
    return taken
  })
}

/** As many agreed grants, each to a person with an account; and two council practitioners, as one alone may not let so much go. */
async function prepare(county: County): Promise<readonly [Actor, Actor]> {
  await clear(county)
  return asOwner(county.url, async (owner) => {
    const { rows } = await owner.query<{ id: string; organisation: number }>(
      `select a.id, (select min(id) from organisation o where o.authority_id = a.authority_id)::integer as organisation
         from account a where a.authority_id = $1 and a.person_id is null order by a.id limit 2`,
      [worcestershire],
    )
    const { id: accountId, organisation } = rows[0]!
    const people = `(select id, row_number() over (order by id) as at from person where authority_id = $1 order by id limit ${count})`
    await owner.query(
      `with made as (
         insert into payee (authority_id, id, person_id, account_name, ends_with, given_on, given_how, recorded_by_name)
         select $1, gen_random_uuid(), id, 'Benchmark', '58', '2018-04-01', 'in_writing', 'Benchmark' from ${people} p
         returning id)
       insert into payee_account (authority_id, payee_id, organisation_id, sort_code, account_number)
       select $1, id, ${organisation}, '089999', '66374958' from made`,
      [worcestershire],
    )
    await owner.query(
      `insert into payment (authority_id, id, person_id, organisation_id, kind, basis, amount_pence, purpose, state,
                            proposed_on, agreed_on, agreed_by, starts_on)
       select $1, gen_random_uuid(), id, ${organisation}, 'one_off', 'prevention_grant', 10000 + at, 'Benchmark', 'agreed',
              '2099-05-01', '2099-05-01', $2, '2099-06-01' from ${people} p`,
      [worcestershire, accountId],
    )
    // What the last run left behind would be measured with this one.
    await owner.query('vacuum (analyze) payment, payment_instalment, payee, payee_account')
    const practitioner = (account: string): Actor => ({
      authorityId: worcestershire,
      authorityCode: 'worcestershire',
      accountId: account,
      displayName: 'Benchmark',
      organisationIds: [organisation],
      personId: null,
      duties: ['council_practitioner'],
      requestId: 'bench',
      reason: 'benchmark',
    })
    return [practitioner(accountId), practitioner(rows[1]!.id)]
  })
}

/** Counties are kept from run to run, so what was added is taken away again. */
async function clear({ url }: County): Promise<void> {
  await asOwner(url, async (owner) => {
    const paid = `select id from payment where purpose = 'Benchmark'`
    const ours = `select id from payee where account_name = 'Benchmark'`
    await owner.query(`delete from payment_instalment where payment_id in (${paid})`)
    await owner.query(`delete from payment_run where begun_by_name = 'Benchmark'`)
    await owner.query(`delete from payment where purpose = 'Benchmark'`)
    await owner.query(`delete from payee_account where payee_id in (${ours})`)
    await owner.query(`delete from payee where account_name = 'Benchmark'`)
  })
}
