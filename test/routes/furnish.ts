// Adds to the demo's live cases what its story has passed already: drafts, proposals, half-done forms.
import assert from 'node:assert/strict'
import { exportJWK, generateKeyPair } from 'jose'
import type { Duty } from '#platform/access/duties.ts'
import { newId } from '#platform/lib/ids.ts'
import { hashOf } from '#share/tell-it-once/token.ts'
import { type TestHouse, type TestPage, type Visitor, visitorOf } from '#platform/web/testing.ts'
import { administer } from './administer.ts'
import { decideForFamilies, lookAgain, withoutResidence } from './decide.ts'
import { askForData } from './data-rights.ts'
import { type Example } from './examples.ts'
import { pay } from './pay.ts'
import { rowsOf, type SignedIn } from './people.ts'

type People = ReadonlyMap<Duty, SignedIn>
type Fields = Parameters<Visitor['post']>[1]

/** Takes those steps as the people who would; gives the visitors who are half-way through a form. */
export async function furnish(house: TestHouse, people: People): Promise<readonly Visitor[]> {
  const [lead, second] = await assessments(house)
  await refusedWithAdvice(people, lead!)
  await begin(people, lead!)
  await advise(
    people,
    await countersign(people, await propose(people, await begin(people, second!))),
  )
  await propose(people, await begin(people, second!))
  await askForYoungCarer(house, people)
  await assessAgain(house, people)
  await offer(house, people)
  await decideForFamilies(house, people)
  await lookAgain(house, people)
  await withoutResidence(house, people)
  await draftPlan(house, people)
  await holdReview(house, people)
  await upload(house, people)
  await registerSystem(house, people)
  await administer(house, people.get('administrator')!)
  await share(house, people)
  await openWithoutAgreement(house, people)
  await keepTheDesk(house, people)
  await askForData(house, people)
  await pay(house, people)
  return [
    await halfWay(house, '/register/your-name', { givenName: 'Ann', familyName: 'Lee' }),
    await halfWay(house, '/young-carers/register/your-name', {
      givenName: 'Ann',
      familyName: 'Lee',
    }),
    await halfWay(house, '/sign-in', { email: 'somebody@example.org' }),
  ]
}

/** The lead's first: theirs is the account that opens its own record. */
async function assessments(house: TestHouse): Promise<readonly string[]> {
  const rows = await rowsOf<Example>(
    house,
    `select assessment_id as id from determination d left join account a on a.person_id = d.person_id
      order by a.id is null`,
  )
  return rows.map(({ id }) => id!)
}

/** Posts a page's own form: what it carries hidden, and what is filled in. */
async function fill(who: Visitor, path: string, fields: Fields): Promise<TestPage> {
  const shown = await who.get(path)
  const hidden = ['id', 'version', 'seen'].flatMap((name) => {
    const value = shown.field(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  const done = await who.post(path, { ...Object.fromEntries(hidden), ...fields })
  assert.equal(done.status, 303, `${path} was not taken: ${done.status} ${done.text.slice(0, 600)}`)
  return done
}

/** A new decision on an assessment; gives its address. */
async function begin(people: People, assessment: string): Promise<string> {
  const done = await fill(people.get('assessor')!, `/assessments/${assessment}/decision`, {})
  return done.location!.split('/').slice(0, 3).join('/')
}

async function propose(people: People, determination: string): Promise<string> {
  const assessor = people.get('assessor')!
  const no = { C1: 'no', C1_evidence: 'He manages by himself' }
  await fill(assessor, `${determination}/findings/necessary-care`, no)
  await fill(assessor, `${determination}/decide`, { home: 'here' })
  return determination
}

async function countersign(people: People, determination: string): Promise<string> {
  const council = people.get('council_practitioner')!
  await fill(council, `${determination}/countersign`, { answer: 'countersign' })
  return determination
}

async function advise(people: People, determination: string): Promise<string> {
  const advice = { reduce: 'The pharmacy delivers.', prevent: 'Come to the Thursday group.' }
  await fill(people.get('assessor')!, `${determination}/advice`, advice)
  return determination
}

async function refusedWithAdvice(people: People, assessment: string): Promise<void> {
  const proposed = await propose(people, await begin(people, assessment))
  const determination = await advise(people, await countersign(people, proposed))
  const sent = { way: 'by_hand', format: 'pdf' }
  await fill(people.get('assessor')!, `${determination}/send`, sent)
}

/** An assessment that is held elsewhere, so that only what it came to is kept here. */
async function askForYoungCarer(house: TestHouse, people: People): Promise<void> {
  const [carer] = await rowsOf<Example>(
    house,
    `select person_id as id from involvement where kind = 'young_carer' and until is null limit 1`,
  )
  const worker = people.get('key_worker')!
  await fill(worker, `/carers/${carer!['id']}/ask-for-assessment`, {
    kind: 'young_carer',
    where: 'On the telephone',
    'asked_on-day': 1,
    'asked_on-month': 11,
    'asked_on-year': 2018,
  })
}

/** An assessment that was offered, and waits for the carer's answer. */
async function offer(house: TestHouse, people: People): Promise<void> {
  const [carer] = await rowsOf<Example>(house, 'select person_id as id from plan limit 1')
  const worker = people.get('assessor')!
  await fill(worker, `/carers/${carer!['id']}/offer-assessment`, {
    kind: 'adult_carer',
    combined: 'no',
    state: 'offered',
    'on_day-day': 1,
    'on_day-month': 11,
    'on_day-year': 2018,
  })
}

/** The lead asks for another assessment, so that there is one to write in and to put beside the first. */
async function assessAgain(house: TestHouse, people: People): Promise<void> {
  await fill(people.get('carer')!, '/my/ask-for-assessment', {})
  const [asked] = await rowsOf<Example>(
    house,
    `select s.id from assessment s join account a on a.person_id = s.person_id where s.state = 'asked'`,
  )
  const begun = await people.get('assessor')!.post(`/assessments/${asked!['id']}/begin`, {})
  assert.equal(begun.status, 303)
}

/** The next plan of the lead, and a payment that is only proposed. */
async function draftPlan(house: TestHouse, people: People): Promise<void> {
  const [plan] = await rowsOf<Example>(
    house,
    `select p.id from plan p join account a on a.person_id = p.person_id where p.state = 'agreed'`,
  )
  const assessor = people.get('assessor')!
  const next = await fill(assessor, `/plans/${plan!['id']}/change`, {})
  const payment = { purpose: 'A weekend by the sea', amountPence: '200', frequency: 'once' }
  await fill(assessor, `${next.location}/payments/new`, payment)
}

/** A review of the lead's plan, held with its goals asked again; the next one is then to come. */
async function holdReview(house: TestHouse, people: People): Promise<void> {
  const [review] = await rowsOf<Example>(
    house,
    `select r.id from review r join account a on a.person_id = r.person_id where r.done_on is null order by r.due_on`,
  )
  const assessor = people.get('assessor')!
  const path = `/reviews/${review!['id']}`
  const { html, field } = await assessor.get(path)
  const goals = [...html.matchAll(/name="answer-([0-9a-f-]+)"/g)].map(([, id]) => id)
  const answers = [...new Set(goals)].flatMap((id) => [
    [`answer-${id}`, 'some_of_the_time'],
    [`met-${id}`, 'no'],
  ])
  const day = ['day', 'month', 'year'].map((part) => [
    `doneOn-${part}`,
    field(`doneOn-${part}`) ?? '',
  ])
  await fill(assessor, path, {
    ...Object.fromEntries([...answers, ...day]),
    nextPlanId: field('nextPlanId') ?? '',
    changed: 'Nothing much',
    breaks: 'yes',
    satisfaction: 'quite',
    outcome: 'continue',
  })
}

/** What a carer chose to share: an agreement, a story with a link to it, and one whose token is known. */
async function share(house: TestHouse, people: People): Promise<void> {
  const carer = people.get('carer')!
  const [practice] = await rowsOf<{ id: number }>(
    house,
    `select id from organisation where kind = 'gp_practice' order by id limit 1`,
  )
  const agreed = { organisation: practice!.id, purposes: ['identity'], length: 'until_ended' }
  await fill(carer, '/my/sharing/new', agreed)
  await fill(carer, '/my/tell-it-once/words', { story: 'I look after my husband.' })
  const link = { label: 'Ward 4', parts: ['story'], length: 'six_months' }
  await fill(carer, '/my/tell-it-once/links/new', { ...link, label: 'With a known token' })
  const hash = hashOf('t'.repeat(64))
  await rowsOf(house, `update told_link set token_hash = '${hash}'`)
  await fill(carer, '/my/tell-it-once/links/new', link)
}

/** A record of the hub's, opened without agreement by the young carers' service. */
async function openWithoutAgreement(house: TestHouse, people: People): Promise<void> {
  const [carer] = await rowsOf<{ reference: string }>(
    house,
    `select p.reference from person p join plan on plan.person_id = p.id order by p.id limit 1`,
  )
  const reason = 'She was taken to hospital and her mother is alone.'
  const asked = { reference: carer!.reference, kind: 'emergency', reason }
  await fill(people.get('key_worker')!, '/open-a-record', asked)
}

/** A promise of one worker given to another, and a filter that a manager keeps. */
async function keepTheDesk(house: TestHouse, people: People): Promise<void> {
  const manager = people.get('manager')!
  const [promise] = await rowsOf<{ id: string; by: string }>(
    house,
    `select id, follow_up_by as by from contact
      where follow_up_on <= '2018-11-06' and follow_up_done_at is null and follow_up_by is not null
        and organisation_id = ${manager.actor.organisationIds[0]} order by follow_up_on limit 1`,
  )
  const pick = `promise:${promise!.id}:${promise!.by}`
  await fill(manager, `/waiting/give?pick=${encodeURIComponent(pick)}`, {
    pick,
    worker: manager.actor.accountId!,
  })
  const filter = { id: newId(), name: 'First talks', address: '/waiting?for=first-talk' }
  assert.equal((await manager.post('/saved-filters', filter)).status, 303)
}

/** A system of the practice's, by a public key made for it. */
async function registerSystem(house: TestHouse, people: People): Promise<void> {
  const [practice] = await rowsOf<Example>(
    house,
    `select id::text as id from organisation where kind = 'gp_practice' order by id limit 1`,
  )
  const { publicKey } = await generateKeyPair('ES384')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] })
  const system = { name: 'EMIS', organisation: practice!['id']!, scopes: 'system/Patient.rs', keys }
  await fill(people.get('administrator')!, '/systems/new', system)
}

async function upload(house: TestHouse, people: People): Promise<void> {
  const { cookie } = people.get('manager')!
  const body = new FormData()
  body.set('id', newId())
  const rows = 'Carer ID,Surname,First name,DOB\nWAC999999,Lee,Ann,01/02/1960\n'
  body.set('files', new File([rows], 'carers.csv', { type: 'text/csv' }))
  const request = new Request('http://localhost/import', { method: 'POST', body })
  const done = await house.app.inject({
    method: 'POST',
    url: '/import',
    headers: {
      cookie,
      origin: 'http://localhost',
      host: 'localhost',
      'content-type': request.headers.get('content-type')!,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  assert.equal(done.statusCode, 303)
}

/** Somebody who has sent the first page of a form, and has only a cookie for it. */
async function halfWay(house: TestHouse, path: string, fields: Fields): Promise<Visitor> {
  const { response } = await house.visitor.post(path, fields)
  const cookies = [response.headers['set-cookie'] ?? []].flat().map((each) => each.split(';')[0]!)
  assert.ok(cookies.length > 0, `${path} gave no cookie: ${response.statusCode}`)
  return visitorOf(house.app, null, cookies.join('; '))
}
