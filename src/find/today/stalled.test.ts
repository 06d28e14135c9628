import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { asActor } from '#platform/access/as-actor.ts'
import { clockAt, isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Room } from '#platform/room.ts'
import { testHouse } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { referrals } from '#find/referrals/room.ts'
import { aReferral } from '#find/referrals/testing.ts'
import { escalateSteps } from './escalate.jobs.ts'
import { today } from './room.ts'

// A room above with one step: its rows are plans' stand-ins, each of its own day and kind of carer.
const steps = new Map<string, { since: string; kind: string; organisation: number }>()
const above: Room = {
  name: 'above',
  waiting: [
    {
      kind: 'decision',
      label: 'Decision',
      step: 'decided',
      today: ['assessor'],
      select: ({ actor }) => sql`
        select x.id, null::uuid as person_id, 'Margaret Tolley' as name, x.since, null::date as due_on,
               null::uuid as worker_id, x.organisation as organisation_id, '/my' as href, x.kind as carer_kind
          from jsonb_to_recordset(${JSON.stringify([...steps].map(([id, step]) => ({ id, ...step })))}::jsonb)
                 as x(id uuid, since date, kind text, organisation integer)
         where x.organisation = any (${[...actor.organisationIds]}::integer[])`,
    },
  ],
}

const rooms = [persons, caring, referrals, above, today]
const house = await testHouse(rooms, { today: '2018-04-09' })
const helen = await house.signIn({ duties: ['manager'], name: 'Helen Walsh' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const other = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
const organisation = helen.actor.organisationIds[0]!
const job = escalateSteps(rooms.flatMap((room) => room.waiting ?? []))
const runOn = (day: string) =>
  job.run({ db: house.db, config: house.house.config, clock: clockAt(day) }, {})
const letters = () =>
  house.asSystem((tx) =>
    tx
      .selectFrom('message')
      .select('subject')
      .where('accountId', '=', helen.actor.accountId)
      .execute(),
  )
const place = (since: string, kind = 'adult_carer') => {
  const id = newId()
  steps.set(id, { since, kind, organisation })
  return id
}

// Where nobody was ever referred no job has anything to do.
await aReferral(house, jo.actor, { receivedOn: '2018-04-09' })

test('a step past its day goes on its manager’s list once, with one letter, even where two jobs run at once', async () => {
  const late = place('2018-03-28')
  place('2018-03-29')
  await runOn('2018-04-06')
  assert.equal((await letters()).length, 0)
  await Promise.all([runOn('2018-04-07'), runOn('2018-04-07')])
  await runOn('2018-04-09')
  assert.deepEqual(
    (await letters()).map(({ subject }) => subject),
    ['A carer waits longer than promised'],
  )
  const page = await helen.get('/today?show=stalled-step')
  assert.match(
    page.text,
    /Steps that have stalled 1 .*Stalled, decision: Margaret Tolley nobody has it · on the manager’s list since 7 April 2018 3 days late/,
  )
  assert.match(
    (await helen.get('/waiting?for=decision')).text,
    /28 March 2018 12 days 3 days late .*29 March 2018 11 days Due soon by 9 April 2018/,
  )
  assert.doesNotMatch((await jo.get('/today')).text, /have stalled/)
  assert.doesNotMatch((await other.get('/today')).text, /have stalled/)
  steps.delete(late)
  assert.doesNotMatch((await helen.get('/today')).text, /have stalled/)
})

test('a step that waits is on the day of whoever may take it, due by the same clock', async () => {
  const priya = await house.signIn({ duties: ['assessor'], name: 'Priya Nair' })
  assert.match(
    (await priya.get('/today?show=decision')).text,
    /Decision 1 .*Today 1 thing to do Decision: Margaret Tolley nobody has taken it yet today/,
  )
  assert.doesNotMatch((await jo.get('/today')).text, /Decision/)
})

test('of several the letter says how many, and a step that began anew may stall anew', async () => {
  steps.clear()
  const id = place('2018-03-01')
  place('2018-03-02')
  await runOn('2018-04-09')
  assert.equal((await letters()).at(-1)?.subject, '2 carers wait longer than promised')
  steps.set(id, { since: '2018-03-05', kind: 'adult_carer', organisation })
  await runOn('2018-04-09')
  assert.equal((await letters()).length, 3)
})

test('a referral that stalls is told of by its own clock, not twice', async () => {
  steps.clear()
  await aReferral(house, jo.actor, { receivedOn: '2018-03-01' })
  const before = (await letters()).length
  await runOn('2018-04-09')
  assert.equal((await letters()).length, before)
})

test('nobody but the house writes down that something stalled, and another organisation does not read it', async () => {
  const count = (actor: typeof helen.actor) =>
    asActor(house.db, actor, (tx) => tx.selectFrom('stalledStep').select('id').execute())
  assert.ok((await count(helen.actor)).length > 2)
  assert.deepEqual(await count(other.actor), [])
  const row = {
    ...{ authorityId: helen.actor.authorityId, kind: 'decision', id: newId() },
    ...{ since: isoDate('2018-03-01'), organisationId: organisation, escalatedOn: '2018-04-09' },
  }
  await assert.rejects(
    asActor(house.db, helen.actor, (tx) => tx.insertInto('stalledStep').values(row).execute()),
    /row-level security/,
  )
})
