import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testHouse } from '#platform/web/testing.ts'
import { referrals } from '#find/referrals/room.ts'
import { systems } from '#share/systems/room.ts'
import { aSystem, tokenForm } from '#share/systems/testing.ts'
import type { Resource } from './fhir.ts'
import { fhir } from './room.ts'
import { validated } from './validate-for-tests.ts'

const house = await testHouse([systems, referrals, fhir])
const hub = await house.signIn({ duties: ['adviser'], organisation: 'Hub' })
const practice = await aSystem(house, { organisation: 'Davenal House', kind: 'gp_practice' })
const ward = await aSystem(house, { organisation: 'Royal', kind: 'hospital' })
const tokens = {
  practice: await practice.token(),
  ward: await ward.token(),
  reader: await practice.token('system/Task.rs'),
}

const patient = {
  resourceType: 'Patient',
  id: 'carer',
  name: [{ family: 'Tolley', given: ['Margaret'] }],
  telecom: [{ system: 'phone', value: '01632 960123' }],
  birthDate: '1951-03-04',
}
const consent = (...purposes: readonly string[]) => ({
  resourceType: 'Consent',
  id: 'agreed',
  status: 'active',
  scope: { coding: [{ code: 'patient-privacy' }] },
  category: [{ text: 'Referral' }],
  policyRule: { text: 'Agreement' },
  provision: {
    type: 'permit',
    purpose: purposes.map((code) => ({ system: 'urn:alongside:agreement-purpose', code })),
  },
})
const request = (value: string, more: object = {}) => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'order',
  identifier: [{ system: 'https://emis.example/requests', value }],
  subject: { reference: '#carer' },
  supportingInfo: [{ reference: '#agreed' }],
  contained: [patient, consent()],
  note: [{ text: 'Looks after her husband' }],
  ...more,
})

async function send(
  who: keyof typeof tokens,
  path: string,
  body: object | string,
  headers: Record<string, string> = {},
) {
  const reply = await house.app.inject({
    method: 'POST',
    url: `/fhir/r4${path}`,
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      'content-type': 'application/fhir+json',
      ...headers,
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return {
    status: reply.statusCode,
    headers: reply.headers,
    body: validated(reply.json<Resource>()),
  }
}

async function read(who: keyof typeof tokens, path: string) {
  const reply = await house.app.inject({
    url: `/fhir/r4/${path}`,
    headers: { authorization: `Bearer ${tokens[who]}` },
  })
  return { status: reply.statusCode, body: validated(reply.json<Resource>()) }
}

const count = async () =>
  (await house.asSystem((tx) => tx.selectFrom('referral').select('id').execute())).length
const issueOf = (body: Resource) => (body['issue'] as { code: string; expression?: string[] }[])[0]

describe('a referral comes in as a ServiceRequest, and its status goes out as a Task', () => {
  test('over real HTTP, from the assertion to the status', async () => {
    const base = await house.app.listen({ port: 0, host: '127.0.0.1' })
    const bought = await fetch(`${base}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams(
        tokenForm(await practice.assertion(), 'system/ServiceRequest.crs system/Task.rs'),
      ),
    })
    const { access_token: token } = (await bought.json()) as { access_token: string }
    const authorization = `Bearer ${token}`
    const sent = await fetch(`${base}/fhir/r4/ServiceRequest`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/fhir+json' },
      body: JSON.stringify(request('http')),
    })
    assert.equal(sent.status, 201)
    const { id } = validated((await sent.json()) as Resource)
    assert.equal(sent.headers.get('location'), `http://localhost/fhir/r4/ServiceRequest/${id}`)
    const task = await fetch(`${base}/fhir/r4/Task?based-on=ServiceRequest/${id}`, {
      headers: { authorization },
    })
    const { entry } = validated((await task.json()) as Resource) as unknown as {
      entry: { resource: Resource }[]
    }
    assert.equal(entry[0]?.resource['status'], 'requested')
    assert.match((await hub.get('/referrals')).text, /Margaret Tolley/)
  })

  test('each step shows as the Task’s status, the outcome only as the carer agreed', async () => {
    const { body } = await send('practice', '/ServiceRequest', request('steps'))
    const step = async (values: object) => {
      await house.asSystem((tx) =>
        tx.updateTable('referral').set(values).where('id', '=', body.id!).execute(),
      )
      return (await read('practice', `Task/${body.id}`)).body
    }
    const asked = await step({ state: 'asked', question: 'Which ward?' })
    assert.deepEqual([asked['status'], asked['statusReason']], ['on-hold', { text: 'Which ward?' }])
    assert.equal((await step({ state: 'accepted', triagedOn: '2018-04-03' }))['status'], 'accepted')
    assert.equal(
      (await step({ firstContactOn: '2018-04-03' }))['status'],
      'accepted',
      'not agreed to be told',
    )
    assert.equal((await step({ shareOutcome: true }))['status'], 'in-progress')
    const closed = await step({
      state: 'closed',
      outcome: 'information_given',
      outcomeOn: '2018-04-03',
    })
    assert.equal(closed['status'], 'completed')
    assert.match(JSON.stringify(closed['output']), /Information given/)
    assert.equal((await read('practice', `ServiceRequest/${body.id}`)).body['status'], 'completed')
    assert.doesNotMatch(JSON.stringify(await step({ shareOutcome: false })), /Information given/)
    assert.equal((await step({ state: 'declined' }))['status'], 'rejected')
    assert.equal((await read('ward', `Task/${body.id}`)).status, 404)
  })

  test('what the Consent says the carer agreed to is kept', async () => {
    const contained = [
      patient,
      { ...consent('outcome', 'pass-on'), sourceReference: { display: 'Signed form' } },
    ]
    const { body } = await send(
      'practice',
      '/ServiceRequest',
      request('agreed', { contained, priority: 'urgent' }),
    )
    const row = await house.asSystem((tx) =>
      tx.selectFrom('referral').selectAll().where('id', '=', body.id!).executeTakeFirstOrThrow(),
    )
    assert.deepEqual(
      [row.shareOutcome, row.mayPassOn, row.agreedHow, row.urgent, row.kind],
      [true, true, 'written', true, 'adult_carer'],
    )
  })

  test('one identifier is one request: sent again, six times at once, or by If-None-Exist', async () => {
    const before = await count()
    const six = await Promise.all(
      Array.from({ length: 6 }, () => send('practice', '/ServiceRequest', request('six'))),
    )
    assert.deepEqual(
      six.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 200, 200, 200, 200, 201],
    )
    assert.equal(new Set(six.map(({ body }) => body.id)).size, 1)
    const header = { 'if-none-exist': 'identifier=https%3A%2F%2Femis.example%2Frequests%7Csix' }
    const again = await send(
      'practice',
      '/ServiceRequest',
      request('another', { identifier: [] }),
      header,
    )
    assert.deepEqual([again.status, again.body.id], [200, six[0]?.body.id])
    assert.equal(await count(), before + 1)
    assert.equal(
      (await send('ward', '/ServiceRequest', request('six'))).status,
      201,
      'another sender’s own',
    )
    const found = await read(
      'practice',
      'ServiceRequest?identifier=https%3A%2F%2Femis.example%2Frequests%7Csix',
    )
    assert.equal((found.body['entry'] as object[]).length, 1)
  })
})

describe('a transaction brings the request, the carer, the agreement and a Task together', () => {
  const post = (url: string, fullUrl: string, resource: object) => ({
    fullUrl,
    resource,
    request: { method: 'POST', url },
  })
  const task = {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    focus: { reference: 'urn:uuid:request' },
  }
  const bundle = (value: string, ...more: readonly object[]) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      post('Patient', 'urn:uuid:patient', patient),
      post('Consent', 'urn:uuid:consent', consent('outcome')),
      post(
        'ServiceRequest',
        'urn:uuid:request',
        request(value, {
          contained: [],
          subject: { reference: 'urn:uuid:patient' },
          supportingInfo: [{ reference: 'urn:uuid:consent' }],
        }),
      ),
      ...more,
    ],
  })

  test('it is answered entry by entry, and twice makes one', async () => {
    const first = await send('practice', '', bundle('bundle', post('Task', 'urn:uuid:task', task)))
    assert.equal(first.status, 200)
    const statuses = (body: Resource) =>
      (body['entry'] as { response: { status: string } }[]).map(({ response }) => response.status)
    assert.deepEqual(statuses(first.body), [
      '202 Accepted',
      '202 Accepted',
      '201 Created',
      '201 Created',
    ])
    const again = await send('practice', '', bundle('bundle', post('Task', 'urn:uuid:task', task)))
    assert.deepEqual(statuses(again.body), ['202 Accepted', '202 Accepted', '200 OK', '200 OK'])
  })

  test('either all of it is taken or nothing', async () => {
    const before = await count()
    const bad = request('bad', { supportingInfo: [] })
    const half = await send(
      'practice',
      '',
      bundle('half', post('ServiceRequest', 'urn:uuid:bad', bad)),
    )
    assert.equal(half.status, 422)
    assert.equal(
      (await send('practice', '', bundle('half', post('Task', 'x', { ...task, focus: {} }))))
        .status,
      422,
    )
    assert.equal(
      (
        await send(
          'practice',
          '',
          bundle('half', post('Observation', 'x', { resourceType: 'Observation' })),
        )
      ).status,
      422,
    )
    assert.equal(
      (await send('practice', '', { resourceType: 'Bundle', type: 'batch', entry: [] })).status,
      400,
    )
    assert.equal(
      (
        await send('practice', '', {
          resourceType: 'Bundle',
          type: 'transaction',
          entry: [post('Patient', 'x', patient)],
        })
      ).status,
      422,
    )
    assert.equal(await count(), before)
  })
})

describe('what is missing is refused with its place, and nothing is written', () => {
  const withPatient = (more: object) => ({ contained: [{ ...patient, ...more }, consent()] })
  for (const [what, more, expression] of [
    ['no agreement', { supportingInfo: [] }, 'ServiceRequest.supportingInfo'],
    [
      'an agreement taken back',
      { contained: [patient, { ...consent(), status: 'inactive' }] },
      'ServiceRequest.supportingInfo',
    ],
    [
      'an agreement that denies',
      { contained: [patient, { ...consent(), provision: { type: 'deny' } }] },
      'ServiceRequest.supportingInfo',
    ],
    ['no carer', { subject: { reference: '#nobody' } }, 'ServiceRequest.subject'],
    [
      'a subject that is no Patient',
      { subject: { reference: '#agreed' } },
      'ServiceRequest.subject',
    ],
    ['no name', withPatient({ name: [] }), 'Patient.name.given'],
    ['no way to reach them', withPatient({ telecom: [] }), 'Patient.telecom'],
    [
      'a telephone number that is none',
      withPatient({ telecom: [{ value: '12' }] }),
      'Patient.telecom',
    ],
    ['no date of birth', withPatient({ birthDate: undefined }), 'Patient.birthDate'],
    ['a date of birth to come', withPatient({ birthDate: '2030-01-01' }), 'Patient.birthDate'],
    [
      'a postcode that is none',
      withPatient({ address: [{ postalCode: 'nowhere' }] }),
      'Patient.address.postalCode',
    ],
    ['a draft', { status: 'draft' }, 'ServiceRequest.status'],
    [
      'a modifier that we do not know',
      { modifierExtension: [{ url: 'x' }] },
      'ServiceRequest.modifierExtension',
    ],
    ['no identifier', { identifier: [] }, 'ServiceRequest.identifier'],
  ] as const) {
    test(`${what} is refused at ${expression}`, async () => {
      const before = await count()
      const { status, body } = await send('practice', '/ServiceRequest', request('refused', more))
      assert.equal(status, 422)
      assert.deepEqual(issueOf(body)?.expression, [expression])
      assert.equal(await count(), before)
    })
  }

  test('what is no JSON, another type of content, and a token only for reading', async () => {
    assert.equal((await send('practice', '/ServiceRequest', '{"resourceType":')).status, 400)
    assert.equal(
      (await send('practice', '/ServiceRequest', { resourceType: 'Patient' })).status,
      422,
    )
    assert.equal(
      (
        await send('practice', '/ServiceRequest', '<xml/>', {
          'content-type': 'application/fhir+xml',
        })
      ).status,
      400,
    )
    assert.equal((await send('reader', '/ServiceRequest', request('reader'))).status, 403)
    assert.equal((await send('reader', '', request('reader'))).status, 403)
  })
})
