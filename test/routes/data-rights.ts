// Data requests of the demo: one released, one that waits; a record over its time, and one that is held.
import assert from 'node:assert/strict'
import type { Duty } from '#platform/access/duties.ts'
import { newId } from '#platform/lib/ids.ts'
import type { TestHouse } from '#platform/web/testing.ts'
import { rowsOf, type SignedIn } from './people.ts'

/** Takes those steps as the council's practitioner and the safeguarding lead would. */
export async function askForData(
  house: TestHouse,
  people: ReadonlyMap<Duty, SignedIn>,
): Promise<void> {
  const david = people.get('council_practitioner')!
  const ruth = people.get('safeguarding_lead')!
  const [person] = await rowsOf<{ id: string; reference: string }>(
    house,
    'select p.id, p.reference from person p join plan l on l.person_id = p.id order by p.id limit 1',
  )
  for (const released of [false, true]) {
    const id = await aRequest(david, person!.reference)
    await post(david, `/data-requests/${id}/gather`, {})
    if (released) await releaseIt(house, { id, david, ruth })
  }
  await eraseIt(house, people)
  await post(david, '/retention/holds', {
    id: newId(),
    whom: 'person',
    reference: person!.reference,
    reason: 'A court has asked for it',
  })
  await rowsOf(
    house,
    `insert into disposal (authority_id, id, person_id, person_reference, rule, because, due_on, keep_looks_since, proposed_on)
     select authority_id, gen_random_uuid(), id, reference, 'asc_case', 'Eight years', '2018-01-01', '2012-01-01', '2018-01-02'
       from person order by id limit 1`,
  )
}

async function aRequest(david: SignedIn, reference: string): Promise<string> {
  const id = newId()
  const on = (name: string, day: string) => ({
    [`${name}-day`]: day,
    [`${name}-month`]: '1',
    [`${name}-year`]: '2018',
  })
  await post(david, '/data-requests/new', {
    id,
    reference,
    kind: 'access',
    askedBy: 'self',
    askerName: 'Themself',
    receivedHow: 'letter',
    words: '',
    ...on('receivedOn', '3'),
  })
  const words = 'Saw a passport'
  const known = { id: newId(), step: 'identity_checked', words, ...on('takenOn', '4') }
  await post(david, `/data-requests/${id}`, known)
  return id
}

/** The carer asks for erasure on their own pages; one is answered, another waits. */
async function eraseIt(house: TestHouse, people: ReadonlyMap<Duty, SignedIn>): Promise<void> {
  const carer = people.get('carer')!
  const david = people.get('council_practitioner')!
  for (const answered of [true, false]) {
    const id = newId()
    await post(carer, '/my/data/ask', { id, kind: 'erasure', words: '' })
    const [{ on } = { on: '' }] = await rowsOf<{ on: string }>(
      house,
      `select received_on::text as on from data_request where id = '${id}'`,
    )
    const [year = '', month = '', day = ''] = on.split('-')
    const taken = { 'takenOn-day': day, 'takenOn-month': month, 'takenOn-year': year }
    const words = 'Signed in'
    await post(david, `/data-requests/${id}`, {
      id: newId(),
      step: 'identity_checked',
      words,
      ...taken,
    })
    const answer = { decision: 'keep', ground: 'duty', because: 'We work with you', how: 'By post' }
    if (answered) await post(david, `/data-requests/${id}/erasure`, { id: newId(), ...answer })
  }
}

async function releaseIt(
  house: TestHouse,
  { id, david, ruth }: { readonly id: string; readonly david: SignedIn; readonly ruth: SignedIn },
): Promise<void> {
  const waiting = await rowsOf<{ id: string; restricted: boolean }>(
    house,
    `select id, restricted from data_request_item
      where request_id = '${id}' and set_aside_because is not null and decision is null`,
  )
  for (const item of waiting)
    await post(item.restricted ? ruth : david, `/data-requests/${id}/statements/${item.id}`, {
      decision: 'withhold',
      words: 'It tells of others',
    })
  await post(ruth, `/data-requests/${id}/sign`, {})
  await post(david, `/data-requests/${id}/release`, { id: newId(), how: 'By recorded post' })
}

async function post(who: SignedIn, path: string, fields: Parameters<SignedIn['post']>[1]) {
  const done = await who.post(path, fields)
  assert.equal(done.status, 303, `${path} was not taken: ${done.text.slice(0, 800)}`)
}
