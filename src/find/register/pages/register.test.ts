import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { acceptReferral } from '../../referrals/accept.ts'
import { toldSchema } from '../../referrals/referral.ts'
import { getReferral } from '../../referrals/referrals.sql.ts'
import { anOrganisation, asPage, testHouse, type TestPage } from '#platform/web/testing.ts'
import { readReference } from '#platform/lib/reference.ts'
import { register } from '../room.ts'

const house = await testHouse([register], { today: '2026-11-20' })
const { authority } = house.house
await house.asSystem((tx) => anOrganisation(tx, authority.id, "Test carers' hub", 'hub'))
await house.asSystem((tx) => anOrganisation(tx, authority.id, 'Test young carers', 'young_carers'))
await house.asSystem((tx) => anOrganisation(tx, authority.id, 'Test council', 'council'))
await house.asSystem((tx) =>
  anOrganisation(tx, authority.id, 'Davenal House Surgery', 'gp_practice'),
)
await house.asSystem((tx) => anOrganisation(tx, authority.id, 'The Surgery', 'gp_practice'))

/** A browser that keeps its cookies. */
function browser() {
  let cookie = ''
  const send = async (method: 'GET' | 'POST', url: string, form: Form = {}): Promise<TestPage> => {
    const pairs = Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    )
    const response = await house.app.inject({
      method,
      url,
      headers: {
        cookie,
        host: 'localhost',
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(method === 'POST' ? { payload: new URLSearchParams(pairs).toString() } : {}),
    })
    const set = [response.headers['set-cookie'] ?? []].flat()[0]
    if (set !== undefined) cookie = set.split(';')[0] ?? ''
    return asPage(response)
  }
  return {
    get: (path: string) => send('GET', path),
    post: (path: string, form?: Form) => send('POST', path, form),
    cookie: () => cookie,
  }
}

type Form = Readonly<Record<string, string | readonly string[]>>
type Browser = ReturnType<typeof browser>

const answers: Readonly<Record<string, Form>> = {
  'your-name': { givenName: 'Margaret', familyName: 'Tolley', knownAs: 'Peg' },
  'date-of-birth': {
    'dateOfBirth-day': '27',
    'dateOfBirth-month': '3',
    'dateOfBirth-year': '1951',
  },
  'who-you-look-after': { relationship: 'spouse_partner', theirName: 'Brian' },
  'about-them': { conditions: ['stroke', 'dementia'] },
  'where-they-live': { lives: 'with_me' },
  'how-much-time': { hoursBand: '50_plus' },
  'where-you-live': { postcode: 'wr5 2np' },
  'how-to-reach-you': {
    reach: ['phone', 'email'],
    phone: '01632 960 287',
    email: 'Peg@Example.org',
  },
  'contact-safely': { safeContact: 'Ring after 2pm' },
  'how-you-read': { informationFormat: 'large_print' },
  'who-may-know': {
    mayKnow: ['practice', 'council'],
    practice: 'davenal house',
    know: 'emergency',
    mayPassOn: 'yes',
  },
  'what-would-help': { reasons: ['break'], words: 'I have not slept <b>well</b>' },
}

const youngAnswers: Readonly<Record<string, Form>> = {
  'your-name': { givenName: 'Ellie', familyName: 'Shaw' },
  'date-of-birth': { 'dateOfBirth-day': '1', 'dateOfBirth-month': '6', 'dateOfBirth-year': '2013' },
  'who-you-look-after': { relationship: 'parent' },
  'about-them': { conditions: ['mental_health'] },
  'where-you-live': { town: 'Redditch' },
  school: { school: 'A school', trusted: 'Mrs Reid' },
  'how-to-reach-you': { reach: 'someone', someone: 'Mrs Reid, my form teacher' },
  'grown-ups-at-home': { parentsKnow: 'no' },
  'what-would-help': { words: '' },
}

async function fill(
  at: Browser,
  base: string,
  with_: Readonly<Record<string, Form>>,
): Promise<void> {
  await at.post(base)
  for (const [slug, form] of Object.entries(with_)) {
    const { status } = await at.post(`${base}/${slug}`, form)
    assert.equal(status, 303, slug)
  }
}

const sentReferrals = () =>
  house.asSystem((tx) =>
    tx.selectFrom('referral').selectAll().where('source', '=', 'self').orderBy('id').execute(),
  )

test('each page leads to the next, the last to all answers', async () => {
  const at = browser()
  let { location } = await at.post('/register')
  for (const [slug, form] of Object.entries(answers)) {
    assert.equal(location, `/register/${slug}`)
    location = (await at.post(location, form)).location
  }
  assert.equal(location, '/register/check-answers')
})

test('all answers are shown before they are sent, each with a way to change it', async () => {
  const at = browser()
  await fill(at, '/register', answers)
  const check = await at.get('/register/check-answers')
  assert.match(check.text, /Name Margaret Tolley/)
  assert.match(check.text, /Date of birth 27 March 1951/)
  assert.match(check.text, /Where you live WR5 2NP/)
  assert.match(check.text, /Email you at peg@example\.org/)
  assert.match(check.text, /I have not slept <b>well<\/b>/)
  assert.match(check.html, /href="\/register\/how-to-reach-you\?change=1"/)
})

test('a changed answer leads straight back and is the one that is sent', async () => {
  const at = browser()
  await fill(at, '/register', answers)
  const page = await at.get('/register/your-name?change=1')
  assert.equal(page.field('givenName'), 'Margaret')
  const back = await at.post('/register/your-name?change=1', {
    givenName: 'Margareta',
    familyName: 'Tolley',
  })
  assert.equal(back.location, '/register/check-answers')
  assert.match((await at.get('/register/check-answers')).text, /Margareta Tolley/)
})

test('sent twice it is one referral to the hub, with a reference that checks and one receipt', async () => {
  const at = browser()
  await fill(at, '/register', answers)
  const before = (await sentReferrals()).length
  const [first, second] = await Promise.all([
    at.post('/register/check-answers'),
    at.post('/register/check-answers'),
  ])
  assert.deepEqual([first?.location, second?.location], ['/register/sent', '/register/sent'])
  const referrals = await sentReferrals()
  assert.equal(referrals.length, before + 1)
  const sent = referrals.at(-1)
  assert.deepEqual(
    [sent?.kind, sent?.state, sent?.carerAgreed, sent?.agreedHow, sent?.receivedOn],
    ['adult_carer', 'new', true, 'online', '2026-11-20'],
  )
  const confirmed = await at.get('/register/sent')
  const reference = /REF-\w+-\w/.exec(confirmed.text)?.[0] ?? ''
  assert.equal(readReference(reference, 'REF'), sent?.reference)
  assert.match(confirmed.text, /Test carers' hub reads what you told us by Friday 27 November 2026/)
  const receipts = await house.asSystem((tx) =>
    tx.selectFrom('message').selectAll().where('body', 'like', `%${reference}%`).execute(),
  )
  assert.deepEqual(
    receipts.map(({ recipient, purpose }) => [recipient, purpose]),
    [['peg@example.org', 'receipt']],
  )
  assert.doesNotMatch(receipts[0]?.body ?? '', /Brian|stroke/)
})

test('what was told stands on the referral as triage reads it', async () => {
  const [sent] = (await sentReferrals()).slice(-1)
  const told = toldSchema.parse(sent?.told)
  assert.deepEqual(
    [told.givenName, told.dateOfBirth, told.telephone, told.postcode, told.email],
    ['Margaret', '1951-03-27', '01632960287', 'WR5 2NP', 'peg@example.org'],
  )
  assert.match(told.more ?? '', /Who do you look after\? Spouse or partner/)
  assert.match(told.more ?? '', /In your words: I have not slept/)
})

test('taken on, it is a record with all that was told, and nobody keys it again', async () => {
  const [sent] = (await sentReferrals()).slice(-1)
  const { actor } = await house.signIn({ duties: ['adviser'], organisation: "Test carers' hub" })
  const carerId = newId()
  await asActor(house.house.db, actor, async (tx) => {
    const referral = await getReferral(tx, actor, sent?.id ?? '')
    const today = isoDate('2026-11-23')
    const worker = { workerId: actor.accountId ?? '', contactBy: today, today }
    const fresh = { personId: null, newId: carerId, askForAssessment: null }
    await acceptReferral(tx, actor, referral, { ...fresh, ...worker })
  })
  const { person, caring } = await house.asSystem(async (tx) => ({
    person: await tx
      .selectFrom('person')
      .selectAll()
      .where('id', '=', carerId)
      .executeTakeFirstOrThrow(),
    caring: await tx
      .selectFrom('caring')
      .selectAll()
      .where('carerId', '=', carerId)
      .executeTakeFirstOrThrow(),
  }))
  const { knownAs, homePhone, mayPhone, mayPost, safeContact, informationFormat, note } = person
  assert.deepEqual(
    { knownAs, homePhone, mayPhone, mayPost, safeContact, informationFormat, note },
    {
      knownAs: 'Peg',
      homePhone: '01632960287',
      mayPhone: true,
      mayPost: false,
      safeContact: 'Ring after 2pm',
      informationFormat: 'large_print',
      note: 'Their name: Brian\nWho else may know: my GP practice, davenal house; the council\nThey may also know: your plan for emergencies\nAnother service may have it: yes\nWhat would help: Break\nIn your words: I have not slept <b>well</b>',
    },
  )
  const { relationship, conditions, hoursBand, livesTogether, caredForId } = caring
  assert.deepEqual(
    { relationship, conditions, hoursBand, livesTogether, caredForId },
    {
      relationship: 'spouse_partner',
      conditions: ['stroke', 'dementia'],
      hoursBand: '50_plus',
      livesTogether: true,
      caredForId: null,
    },
  )
})

test('whom the carer agreed to tell may know what they said for a year, and nobody else', async () => {
  const agreed = await house.asSystem((tx) =>
    tx
      .selectFrom('agreement')
      .innerJoin('organisation', 'organisation.id', 'agreement.organisationId')
      .select(['name', 'purposes', 'until', 'howGiven'])
      .orderBy('name')
      .execute(),
  )
  const same = { purposes: ['identity', 'emergency'], until: '2027-11-20', howGiven: 'online' }
  assert.deepEqual(agreed, [
    { name: 'Davenal House Surgery', ...same },
    { name: 'Test council', ...same },
  ])
  assert.ok((await sentReferrals()).some(({ mayPassOn }) => mayPassOn))
})

test('after it is sent nothing typed is kept with the draft, and Back leads to the reference', async () => {
  const at = browser()
  await fill(at, '/register', answers)
  const sent = await at.post('/register/check-answers')
  assert.equal(sent.response.headers['clear-site-data'], '"cache"')
  assert.equal((await at.get('/register/check-answers')).location, '/register/sent')
  assert.equal((await at.get('/register/your-name')).location, '/register/sent')
  const drafts = await house.asSystem((tx) =>
    tx.selectFrom('visitorDraft').selectAll().where('reference', 'is not', null).execute(),
  )
  assert.ok(drafts.length > 0)
  for (const { answers: kept } of drafts) assert.deepEqual(kept, {})
})

test('a page left out stands among the answers; one that must be answered is asked for', async () => {
  const at = browser()
  const { 'your-name': _, ...others } = answers
  await fill(at, '/register', others)
  assert.equal((await at.get('/register/check-answers')).location, '/register/your-name')
  await at.post('/register/check-answers')
  assert.equal((await at.get('/register/sent')).status, 410)
})

test('going back shows what was typed, also where it was refused, and a pause loses nothing', async () => {
  const at = browser()
  await at.post('/register')
  const refused = await at.post('/register/your-name', { givenName: 'Margaret' })
  assert.equal(refused.response.headers['cache-control'], 'private, no-cache')
  await at.post('/register/your-name', answers['your-name'])
  assert.equal((await at.get('/register/your-name')).field('familyName'), 'Tolley')
  assert.match((await at.get('/register')).text, /You have begun already/)
  const on = await at.post('/register', { go: 'on' })
  assert.equal(on.location, '/register/date-of-birth')
})

test('what is typed after the draft was forgotten is kept in a new one', async () => {
  const at = browser()
  const led = await at.post('/register/your-name', answers['your-name'])
  assert.equal(led.location, '/register/date-of-birth')
  assert.equal((await at.get('/register/your-name')).field('givenName'), 'Margaret')
})

test('a page asked for without a draft says why there is none', async () => {
  const gone = await browser().get('/register/your-name')
  assert.equal(gone.status, 410)
  assert.match(gone.text, /We cannot find what you typed/)
})

test('what was typed can be deleted, and is then gone', async () => {
  const at = browser()
  await at.post('/register')
  const cookie = at.cookie()
  await at.post('/register/your-name', answers['your-name'])
  const forgotten = await at.post('/register', { go: 'forget' })
  assert.equal(forgotten.location, '/')
  assert.equal(forgotten.response.headers['clear-site-data'], '"cache"')
  const response = await house.app.inject({
    url: '/register/your-name',
    headers: { cookie, host: 'localhost' },
  })
  assert.equal(response.statusCode, 410)
})

test('nobody sees another’s draft by guessing', async () => {
  const response = await house.app.inject({
    url: '/register/your-name',
    headers: {
      cookie: 'alongside-registration=00000000-0000-4000-8000-000000000000',
      host: 'localhost',
    },
  })
  assert.equal(response.statusCode, 410)
  const strange = await house.app.inject({
    url: '/register/your-name',
    headers: { cookie: "alongside-registration=' or 1=1", host: 'localhost' },
  })
  assert.equal(strange.statusCode, 410)
})

const refusals: readonly [string, string, Form, string][] = [
  ['no name', 'your-name', {}, 'Enter your first name'],
  [
    'a name of 101 letters',
    'your-name',
    { givenName: 'x'.repeat(101), familyName: 'y' },
    'Use 100 characters or fewer',
  ],
  ['no date', 'date-of-birth', {}, 'Enter your date of birth'],
  [
    'an impossible date',
    'date-of-birth',
    { 'dateOfBirth-day': '31', 'dateOfBirth-month': '2', 'dateOfBirth-year': '1951' },
    'Date of birth must be a real date',
  ],
  [
    'a birth in the future',
    'date-of-birth',
    { 'dateOfBirth-day': '1', 'dateOfBirth-month': '1', 'dateOfBirth-year': '2030' },
    'Date of birth must be in the past',
  ],
  [
    'a birth before 1900',
    'date-of-birth',
    { 'dateOfBirth-day': '1', 'dateOfBirth-month': '1', 'dateOfBirth-year': '1899' },
    'Date of birth must be in 1900 or later',
  ],
  [
    'no one looked after',
    'who-you-look-after',
    { relationship: 'a dragon' },
    'Select who you look after',
  ],
  [
    'half a postcode',
    'where-you-live',
    { postcode: 'WR5' },
    'Enter a full UK postcode, like WR5 2NP',
  ],
  ['no way to reach', 'how-to-reach-you', {}, 'Select at least one way to reach you'],
  [
    'a phone without number',
    'how-to-reach-you',
    { reach: 'phone', phone: 'none' },
    'Enter a telephone number',
  ],
  [
    'a text to a landline',
    'how-to-reach-you',
    { reach: 'text', mobile: '01632 960287' },
    'Enter a mobile number that can get texts',
  ],
  [
    'an email without at',
    'how-to-reach-you',
    { reach: 'email', email: 'peg.example.org' },
    'Enter an email address in the correct format',
  ],
  [
    'a letter without address',
    'how-to-reach-you',
    { reach: 'post' },
    'Enter the address to write to',
  ],
  [
    'someone unnamed',
    'how-to-reach-you',
    { reach: 'someone' },
    'Enter who we can reach you through',
  ],
  ['no format', 'how-you-read', {}, 'Select how you like to read'],
  [
    'a practice without its name',
    'who-may-know',
    { mayKnow: 'practice', practice: '' },
    'Enter the name of your GP practice',
  ],
  [
    'what may be known by nobody',
    'who-may-know',
    { know: 'emergency', practice: '' },
    'Select who may know this, or untick what they may know',
  ],
  [
    'too many words',
    'what-would-help',
    { words: 'x'.repeat(2001) },
    'Use 2,000 characters or fewer',
  ],
]

for (const [what, slug, form, message] of refusals) {
  test(`${what} is refused on the page itself, with what was typed: ${message}`, async () => {
    const again = await browser().post(`/register/${slug}`, form)
    assert.equal(again.status, 422)
    assert.match(again.title, /^Error: /)
    assert.ok(again.text.includes(message), again.text)
    for (const [name, typed] of Object.entries(form)) {
      if (['reach', 'relationship', 'mayKnow', 'know'].includes(name)) continue
      assert.equal(again.field(name), typed)
    }
  })
}

test('one way to be reached is enough, whatever is typed in the others', async () => {
  const at = browser()
  await at.post('/register')
  const led = await at.post('/register/how-to-reach-you', {
    reach: 'someone',
    someone: 'My sister Ann',
    phone: 'nonsense',
  })
  assert.equal(led.status, 303)
})

test('someone under 18 is led to the young carers’ pages, with what was typed', async () => {
  const at = browser()
  await at.post('/register')
  await at.post('/register/your-name', answers['your-name'])
  const led = await at.post('/register/date-of-birth', youngAnswers['date-of-birth'])
  assert.equal(led.location, '/young-carers/register/for-you')
  assert.match((await at.get('/young-carers/register/for-you')).text, /It is good that you came/)
  assert.equal((await at.get('/young-carers/register/your-name')).field('givenName'), 'Margaret')
  assert.equal((await at.get('/register/your-name')).location, '/young-carers/register/your-name')
})

test('a grown-up at the young carers’ pages is led to the others', async () => {
  const at = browser()
  await at.post('/young-carers/register')
  const led = await at.post('/young-carers/register/date-of-birth', answers['date-of-birth'])
  assert.equal(led.location, '/register/for-you')
})

test('a young carer’s registration goes to the young carers’ service, with a warning where home must not know', async () => {
  const at = browser()
  await fill(at, '/young-carers/register', youngAnswers)
  const check = await at.get('/young-carers/register/check-answers')
  assert.match(check.text, /Leave this page quickly/)
  assert.equal(
    (await at.post('/young-carers/register/check-answers')).location,
    '/young-carers/register/sent',
  )
  const [sent] = (await sentReferrals()).slice(-1)
  assert.equal(sent?.kind, 'young_carer')
  const told = toldSchema.parse(sent?.told)
  const warning = /^Do not contact the parents before talking with the young person/
  assert.match(told.more ?? '', warning)
  assert.match(told.own?.safeContact ?? '', warning)
  const done = await at.get('/young-carers/register/sent')
  assert.match(done.text, /Test young carers reads what you told us/)
})

test('a postcode in another county is welcome, and told of its own council', async () => {
  const at = browser()
  await fill(at, '/register', { ...answers, 'where-you-live': { postcode: 'B1 1BB' } })
  const check = await at.get('/register/check-answers')
  assert.match(check.text, /We can still help you.*Your own council is Birmingham/)
  assert.equal((await at.post('/register/check-answers')).location, '/register/sent')
})

test('answers of "Am I a carer?" are filled in already', async () => {
  const at = browser()
  await at.post('/register', { who: 'partner', hours: 'under_20', why: ['frailty'] })
  assert.match(
    (await at.get('/register/who-you-look-after')).html,
    /value="spouse_partner" checked/,
  )
  assert.match((await at.get('/register/about-them')).html, /value="frailty" checked/)
})

test('hostile text is shown as text', async () => {
  const at = browser()
  await at.post('/register')
  await at.post('/register/your-name', {
    givenName: '<script>alert(1)</script>',
    familyName: `O'Neil "Ann"`,
  })
  const page = await at.get('/register/your-name')
  assert.doesNotMatch(page.html, /<script>alert/)
  assert.equal(page.field('givenName'), '<script>alert(1)</script>')
  assert.equal(page.field('familyName'), `O'Neil "Ann"`)
})

test('only a page’s own fields are kept', async () => {
  const at = browser()
  await at.post('/register')
  await at.post('/register/your-name', {
    givenName: 'A',
    familyName: 'B',
    intruder: 'x'.repeat(5000),
  })
  const drafts = await house.asSystem((tx) =>
    tx.selectFrom('visitorDraft').select('answers').execute(),
  )
  assert.ok(!JSON.stringify(drafts).includes('intruder'))
})

test('an assessment that is asked for has its clock run from that day, and the last page says so', async () => {
  const at = browser()
  const help = { reasons: ['break', 'assessment'], words: '' }
  await fill(at, '/register', { ...answers, 'what-would-help': help })
  await at.post('/register/check-answers')
  assert.match(
    (await at.get('/register/sent')).text,
    /You asked for an assessment\. Its clock runs from 20 November 2026/,
  )
  const sent = (await sentReferrals()).at(-1)
  assert.deepEqual([sent?.reason, sent?.assessmentAskedFor], ['break', true])
})
