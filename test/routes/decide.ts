// Decisions under the Children Act, and second looks at decisions that were sent.
import assert from 'node:assert/strict'
import type { Duty } from '#platform/access/duties.ts'
import { newId } from '#platform/lib/ids.ts'
import type { TestHouse } from '#platform/web/testing.ts'
import type { Example } from './examples.ts'
import { rowsOf, type SignedIn } from './people.ts'

type People = ReadonlyMap<Duty, SignedIn>
type Fields = Parameters<SignedIn['post']>[1]

/** Takes those steps as the people who would, on two assessments of the demo's register. */
export async function decideForFamilies(house: TestHouse, people: People): Promise<void> {
  const assessor = people.get('assessor')!
  const young = await begun(house, assessor, 'young_carer')
  const answers = { Y1: 'no', Y1_reason: 'You have time for yourself and for school.' }
  await post(assessor, `${young}/answers`, { version: '1', ...answers })
  await begun(house, assessor, 'parent_carer')
}

/**
 * Second looks at the decisions that were sent: the first, which opens its own record, has its answer
 * sent; the other is answered and waits to be sent. Somebody else than who decided looks.
 */
export async function lookAgain(house: TestHouse, people: People): Promise<void> {
  const council = people.get('council_practitioner')!
  const sent = await rowsOf<Example>(
    house,
    `select d.id from determination d left join account a on a.person_id = d.person_id
      where d.sent_at is not null
        and not exists (select from determination n where n.assessment_id = d.assessment_id
                           and n.sent_at is not null and n.number > d.number)
      order by a.id is null limit 2`,
  )
  for (const [at, { id: determination }] of sent.entries()) {
    const id = newId()
    const asked = { 'asked_on-day': '6', 'asked_on-month': '11', 'asked_on-year': '2018' }
    const path = `/determinations/${determination}/look-again`
    await post(people.get('assessor')!, path, { id, ...asked, how: 'telephone' })
    await rowsOf(
      house,
      `update second_look set answer = 'stands', answered_on = asked_on, answered_by_name = 'Somebody else',
         reason = 'You said that nothing has changed.' where id = '${id}' returning id`,
    )
    if (at === 0) await post(council, `/second-looks/${id}/send`, { way: 'by_hand', format: 'pdf' })
  }
}

/** A decision that is made on its findings without knowing where the adult lives. */
export async function withoutResidence(house: TestHouse, people: People): Promise<void> {
  const assessor = people.get('assessor')!
  const at = await begun(house, assessor, 'adult_carer')
  const id = at.split('/').at(-1)!
  const findings = JSON.stringify({ C1: false, evidence: { C1: 'He manages by himself' } })
  await rowsOf(
    house,
    `update determination set findings = '${findings}' where id = '${id}' returning id`,
  )
  await post(assessor, `${at}/decide`, { version: '1', home: 'unknown' })
  await post(people.get('council_practitioner')!, `${at}/countersign`, { answer: 'countersign' })
}

/** A decision begun on an assessment of that kind; gives its address. */
async function begun(house: TestHouse, who: SignedIn, kind: string): Promise<string> {
  const [assessment] = await rowsOf<Example>(
    house,
    `update assessment set kind = '${kind}', state = 'completed', completed_on = '2018-03-01', outcome = null,
       form_version = '${kind.replace('_', '-')}-1', previous_ref = null
      where id = (select a.id from assessment a left join determination d on d.assessment_id = a.id
                   where d.id is null and a.state = 'completed' and a.organisation_id = ${who.actor.organisationIds[0]}
                   order by a.id limit 1)
      returning id`,
  )
  const id = newId()
  await post(who, `/assessments/${assessment!['id']}/decision`, { id })
  return `/determinations/${id}`
}

async function post(who: SignedIn, path: string, fields: Fields): Promise<void> {
  const done = await who.post(path, fields)
  assert.equal(done.status, 303, `${path} was not taken: ${done.text.slice(0, 600)}`)
}
