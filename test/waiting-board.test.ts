// The board of who waits over the whole house: every room's select runs, and what can be given is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rooms } from '#app.ts'
import { newId } from '#platform/lib/ids.ts'
import { demoHouse } from './demo.ts'
import { anotherHub, demoPeople, rowsOf } from './routes/people.ts'

const house = await demoHouse('today')
const manager = (await demoPeople(house)).get('manager')!
/** The first of the plans that hold. */
const isFirst = `id = (select min(id::text)::uuid from plan where state = 'agreed')`
// A second assessor, a plan that has not gone out and has no review set, another nothing of which has
// begun, a carer who was talked with and no more, one assessed and not decided on, one decided on and
// not written to, and a worker who left with carers in their name.
await house.signIn({ duties: ['assessor'], organisation: "Worcestershire Carers' Hub" })
await rowsOf(house, `update plan set sent_at = null where ${isFirst}`)
await rowsOf(
  house,
  `update review set done_on = due_on, outcome = 'continue', breaks_discussed = true
    where plan_id in (select id from plan where ${isFirst}) and done_on is null`,
)
await rowsOf(
  house,
  `update plan_action set done_on = null
    where plan_id in (select id from plan where state = 'agreed' and not (${isFirst}))`,
)
await rowsOf(
  house,
  `update referral set first_contact_on = received_on
    where id = (select min(id::text)::uuid from referral where state = 'accepted' and first_contact_on is null)`,
)
await rowsOf(
  house,
  `with again as (
     insert into assessment (authority_id, id, person_id, organisation_id, assessor_id, kind, state, asked_on, begun_on, completed_on)
     select authority_id, gen_random_uuid(), person_id, organisation_id, assessor_id, kind, 'completed', '2018-10-01', '2018-10-02', '2018-10-03'
       from assessment
      where previous_ref is null and state = 'completed' and assessor_id is not null order by id limit 2
     returning *)
   insert into determination (authority_id, id, assessment_id, person_id, organisation_id, number, state, rules_version, steps,
                              eligible, decided_on, decided_by, decided_by_name, decided_as)
   select authority_id, gen_random_uuid(), id, person_id, organisation_id, 1, 'decided', 'test', '[]',
          true, '2018-10-04', assessor_id, 'Whoever assessed', 'authority'
     from again order by id limit 1`,
)
await rowsOf(
  house,
  `update account set active = false, closed_on = '2018-11-01' where display_name = 'Sam Okafor'`,
)

const sources = rooms.flatMap(({ waiting }) => waiting ?? [])

const linesOf = async (kind: string, more = '') => {
  const { html } = await manager.get(`/waiting?for=${kind}${more}`)
  return [...html.matchAll(/name="pick"[^>]*value="([^"]+)"/g)].map((found) => found[1]!)
}

test('the sum of all kinds is what the board says, and most steps of the pathway have somebody waiting', async () => {
  const { text } = await manager.get('/waiting')
  const all = Number(/All who wait (\d+)/.exec(text)?.[1])
  const counts = await Promise.all(
    sources
      .filter(({ standing }) => standing !== true)
      .map(async ({ kind }) => {
        const page = await manager.get(`/waiting?for=${kind}`)
        assert.equal(page.status, 200, kind)
        return Number(/(\d+) waits?[.,]/.exec(page.text)?.[1])
      }),
  )
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    all,
  )
  assert.ok(counts.filter((count) => count > 0).length >= 5, counts.join(' '))
})

for (const { kind, label, give } of sources) {
  if (give === undefined) continue
  test(`what stands under ${label} is given to somebody else, and then stands with them`, async () => {
    const [pick] = await linesOf(kind)
    assert.ok(pick, `nobody of the demo waits for ${kind}`)
    const page = await manager.get(`/waiting/give?pick=${encodeURIComponent(pick)}`)
    const [, id, from] = pick.split(':')
    const worker = [...page.html.matchAll(/<option value="([0-9a-f-]{36})"/g)]
      .map((found) => found[1]!)
      .find((each) => each !== from)
    assert.ok(worker, `nobody can take ${kind}`)
    const sent = { id: newId(), pick, worker }
    const done = await manager.post('/waiting/give', sent)
    assert.ok((await manager.get(done.location!)).text.includes('1 of 1 given'), kind)
    // A new named worker is what was waited for, so that nobody waits any more.
    const then = kind === 'named-worker' ? 'carers' : kind
    assert.ok((await linesOf(then, `&of=${worker}`)).includes(`${then}:${id}:${worker}`))
  })
}

test('somebody of a hub that works with nobody sees nobody wait', async () => {
  const { text } = await (await anotherHub(house)).get('/waiting')
  assert.ok(text.includes('All who wait 0'))
  for (const { label } of sources) assert.ok(!text.includes(`${label} `), label)
})
