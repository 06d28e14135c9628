import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testHouse } from '#platform/web/testing.ts'
import { referrals } from '#find/referrals/room.ts'
import { systems } from '#share/systems/room.ts'
import { aSystem } from '#share/systems/testing.ts'
import { referralsForSystems } from './room.ts'

const house = await testHouse([systems, referrals, referralsForSystems])
const hub = await house.signIn({ duties: ['adviser'], organisation: 'Hub' })
const practice = await aSystem(house, { organisation: 'Davenal House', kind: 'gp_practice' })
const ward = await aSystem(house, { organisation: 'Royal', kind: 'hospital' })
const tokens = { practice: await practice.token(), ward: await ward.token() }

const told = {
  your_reference: 'EMIS-1',
  given_name: 'Margaret',
  family_name: 'Tolley',
  date_of_birth: '1951-03-04',
  telephone: '01632 960 123',
  more: 'Looks after her husband',
  carer_agreed: true,
  agreed_how: 'spoken',
}

async function ask(who: keyof typeof tokens, url: string, body?: object) {
  const reply = await house.app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  return { status: reply.statusCode, body: reply.json(), headers: reply.headers }
}

const rows = () =>
  house.asSystem((tx) => tx.selectFrom('referral').selectAll().orderBy('id').execute())

describe('a referral in, its status out', () => {
  test('it goes to who takes it, and is there for its sender', async () => {
    const sent = await ask('practice', '/api/referrals', told)
    assert.equal(sent.status, 201)
    assert.equal(sent.body.state, 'new')
    assert.equal(sent.body.with, 'Hub')
    assert.equal(sent.body.kind, 'adult_carer')
    const read = await ask('practice', String(sent.headers['location']))
    assert.deepEqual(read.body, sent.body)
    const [row] = await rows()
    assert.deepEqual(
      [row?.carerAgreed, row?.shareOutcome, row?.source, row?.referrerName],
      [true, false, 'gp_practice', 'EMIS (Davenal House)'],
    )
    assert.match((await hub.get('/referrals')).text, /Margaret Tolley/)
  })

  test('the same reference is the same referral, also five times at once', async () => {
    assert.equal((await ask('practice', '/api/referrals', told)).status, 200)
    const twice = { ...told, your_reference: 'EMIS-2' }
    const five = await Promise.all(
      Array.from({ length: 5 }, () => ask('practice', '/api/referrals', twice)),
    )
    assert.deepEqual(
      five.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 200, 200, 200, 201],
    )
    assert.equal(new Set(five.map(({ body }) => body.id)).size, 1)
    assert.equal((await rows()).length, 2)
  })

  test('another organisation’s same reference is its own referral, and neither sees the other’s', async () => {
    const other = await ask('ward', '/api/referrals', told)
    assert.equal(other.status, 201)
    assert.equal((await ask('practice', `/api/referrals/${other.body.id}`)).status, 404)
    const own = await ask('ward', '/api/referrals')
    assert.deepEqual(
      own.body.referrals.map(({ id }: { id: string }) => id),
      [other.body.id],
    )
  })

  test('a question is answered once, and the outcome comes only by agreement', async () => {
    const [first] = (await ask('practice', '/api/referrals?your_reference=EMIS-1')).body.referrals
    await house.asSystem((tx) =>
      tx
        .updateTable('referral')
        .set({ state: 'asked', question: 'Which number?', version: 2 })
        .where('id', '=', first.id)
        .execute(),
    )
    const asked = await ask('practice', `/api/referrals/${first.id}`)
    assert.deepEqual([asked.body.state, asked.body.question], ['asked', 'Which number?'])
    const stale = await ask('practice', `/api/referrals/${first.id}/answer`, {
      version: 1,
      answer: 'x',
    })
    assert.equal(stale.status, 409)
    assert.match(String(stale.headers['content-type']), /^application\/problem\+json/)
    const done = await ask('practice', `/api/referrals/${first.id}/answer`, {
      version: 2,
      answer: 'The mobile',
    })
    assert.deepEqual([done.status, done.body.state, done.body.answer], [200, 'new', 'The mobile'])
    assert.equal(
      (await ask('ward', `/api/referrals/${first.id}/answer`, { version: 2, answer: 'x' })).status,
      404,
    )
    const closing = {
      state: 'closed',
      outcome: 'supported_by_hub',
      outcomeOn: '2018-04-03',
      firstContactOn: '2018-04-02',
    }
    const close = (shareOutcome: boolean) =>
      house.asSystem((tx) =>
        tx
          .updateTable('referral')
          .set({ ...closing, shareOutcome })
          .where('id', '=', first.id)
          .execute(),
      )
    await close(false)
    const kept = (await ask('practice', `/api/referrals/${first.id}`)).body
    assert.deepEqual([kept.state, kept.outcome, kept.first_contact_on], ['closed', null, null])
    await close(true)
    assert.equal(
      (await ask('practice', `/api/referrals/${first.id}`)).body.outcome,
      'supported_by_hub',
    )
  })

  test('pages join into the whole, each once, while more come in', async () => {
    for (let count = 0; count < 7; count += 1)
      await ask('practice', '/api/referrals', { ...told, your_reference: `page-${count}` })
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: Awaited<ReturnType<typeof ask>> = await ask(
        'practice',
        `/api/referrals?per_page=2${next === '' ? '' : `&after=${next}`}`,
      )
      seen.push(...page.body.referrals.map(({ id }: { id: string }) => id))
      next = page.body.next
    }
    assert.equal(new Set(seen).size, seen.length)
    assert.equal(seen.length, 9)
  })
})

describe('what is not as it should be is refused with its place, and nothing is written', () => {
  for (const [change, pointer] of [
    [{ carer_agreed: false }, '#/body/carer_agreed'],
    [{ carer_agreed: undefined }, '#/body/carer_agreed'],
    [{ family_name: ' ' }, '#/body/family_name'],
    [{ given_name: 'a\u0000b' }, '#/body/given_name'],
    [{ date_of_birth: '2019-01-01' }, '#/body/date_of_birth'],
    [{ date_of_birth: null }, '#/body/date_of_birth'],
    [{ telephone: '12' }, '#/body/telephone'],
    [{ telephone: null }, '#/body/telephone'],
    [{ postcode: 'nowhere' }, '#/body/postcode'],
    [{ email: 'x' }, '#/body/email'],
    [{ kind: 'young_carer' }, '#/body/kind'],
    [{ kind: 'pirate' }, '#/body/kind'],
    [{ your_reference: '' }, '#/body/your_reference'],
  ] as const) {
    test(`${JSON.stringify(change)} is refused at ${pointer}`, async () => {
      const before = (await rows()).length
      const refused = await ask('practice', '/api/referrals', {
        ...told,
        your_reference: 'refused',
        ...change,
      })
      assert.equal(refused.status, 422)
      assert.equal(refused.body.errors[0].pointer, pointer)
      assert.equal((await rows()).length, before)
    })
  }

  test('a sender that is not the system’s own, a body that is no JSON, and no token', async () => {
    assert.equal(
      (
        await ask('practice', '/api/referrals', {
          ...told,
          your_reference: 'y',
          organisation: ward.organisationId,
        })
      ).status,
      404,
    )
    const bare = await house.app.inject({
      method: 'POST',
      url: '/api/referrals',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    })
    assert.equal(bare.statusCode, 400)
    assert.equal((await house.app.inject({ url: '/api/referrals' })).statusCode, 401)
    assert.equal((await ask('practice', '/api/referrals/not-an-id')).status, 404)
  })
})
