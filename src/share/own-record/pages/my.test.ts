import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPerson } from '#people/persons/testing.ts'
import { persons } from '#people/persons/room.ts'
import { phoneRange } from '#people/persons/search-keys.rules.ts'
import { updateDetails } from '#people/persons/persons.sql.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import type { Room } from '#platform/room.ts'
import { testHouse } from '#platform/web/testing.ts'
import { ownRecord } from '../room.ts'

const elsewhere: Room = {
  name: 'elsewhere',
  carerPanels: [
    {
      id: 'plan',
      order: 2,
      show: async () => ({ title: 'Your plan', body: html`<p>Walks on Tuesdays</p>` }),
    },
    { id: 'empty', order: 1, show: async () => null },
  ],
  clock: [
    { step: 'asked', list: async () => [{ on: isoDate('2018-03-01') }] },
    { step: 'talked', list: async () => [{ on: isoDate('2018-03-05') }] },
  ],
}

const house = await testHouse([ownRecord, persons, elsewhere], { today: '2018-04-03' })
const adviser = await house.signIn({
  duties: ['adviser'],
  organisation: "Test carers' hub",
  name: 'Jo Pugh',
})
const details = {
  knownAs: 'Peg',
  homePhone: '01632960287',
  email: 'peg@example.org',
  mayPhone: true,
  note: 'A note of staff',
}
const peg = await aPerson(house.db, adviser.actor, {
  ...details,
  workerId: adviser.actor.accountId,
})
const carer = await house.signIn({ duties: ['carer'], personId: peg.id, name: 'Margaret Tolley' })

const form = {
  homePhone: '01632 960287',
  mobilePhone: '',
  email: 'peg@example.org',
  may: ['phone'],
  safeContact: '',
  informationFormat: 'standard',
  language: '',
}

const stored = () =>
  house.asSystem((tx) =>
    tx.selectFrom('person').selectAll().where('id', '=', peg.id).executeTakeFirstOrThrow(),
  )

test('the carer sees where things stand, who works with them and what each room hands over', async () => {
  const page = await carer.get('/my')
  assert.equal(page.status, 200)
  assert.match(page.text, /Hello Peg/)
  assert.match(page.text, /Asked .* 1 March 2018/)
  assert.match(page.text, /33 days so far/)
  assert.match(page.text, /It is called an assessment/)
  assert.match(page.text, /Jo Pugh of Test carers' hub/)
  assert.match(page.text, /Your plan Walks on Tuesdays/)
  assert.match(page.text, /Home telephone 01632 960287/)
  assert.match(page.text, /We may reach you by phone/)
  assert.doesNotMatch(page.text, /A note of staff/)
})

test('nobody but a carer has such a page', async () => {
  assert.equal((await adviser.get('/my')).status, 403)
  assert.equal((await house.visitor.get('/my')).location, '/sign-in?next=%2Fmy')
})

test('another carer sees their own page, not this one', async () => {
  const other = await aPerson(house.db, adviser.actor, { givenName: 'Imran', familyName: 'Khan' })
  const imran = await house.signIn({ duties: ['carer'], personId: other.id })
  const page = await imran.get('/my')
  assert.match(page.text, /Hello Imran/)
  assert.doesNotMatch(page.text, /Tolley|01632 960287/)
  assert.match(page.text, /They have not named a person for you yet/)
})

test('the carer changes how they are reached, and search finds the new number', async () => {
  const { field } = await carer.get('/my/details')
  assert.equal(field('homePhone'), '01632 960287')
  const saved = await carer.post('/my/details', {
    ...form,
    version: field('version') ?? '',
    mobilePhone: '07700 900562',
    may: ['phone', 'text'],
    safeContact: 'Ring after 2pm',
    informationFormat: 'large_print',
  })
  assert.deepEqual([saved.status, saved.location], [303, '/my'])
  const row = await stored()
  assert.deepEqual(
    [row.mobilePhone, row.mayText, row.mayPost, row.safeContact, row.informationFormat],
    ['07700900562', true, false, 'Ring after 2pm', 'large_print'],
  )
  const keys = await house.asSystem((tx) =>
    tx.selectFrom('searchKey').select('key').where('personId', '=', peg.id).execute(),
  )
  assert.ok(keys.some(({ key }) => key.startsWith(phoneRange('900562').from)))
})

test('history has the change under the carer’s own account', async () => {
  const rows = await house.asSystem((tx) =>
    tx
      .selectFrom('history')
      .select(['accountId', 'action'])
      .where('rowId', '=', peg.id)
      .orderBy('id', 'desc')
      .execute(),
  )
  assert.deepEqual(rows[0], { accountId: carer.actor.accountId, action: 'update' })
})

test('of two who change it at once, the carer is shown both versions and loses nothing', async () => {
  const before = await stored()
  await house.asSystem((tx) =>
    updateDetails(tx, {
      id: peg.id,
      version: before.version,
      details: { homePhone: '01632960288', town: 'Pershore' },
    }),
  )
  const clash = await carer.post('/my/details', {
    ...form,
    version: before.version,
    homePhone: '01632 960289',
    mobilePhone: '07700900562',
    may: ['phone', 'text'],
    safeContact: 'Ring after 2pm',
    informationFormat: 'large_print',
  })
  assert.equal(clash.status, 409)
  assert.match(clash.text, /the hub saved "01632 960288", you typed "01632 960289"/)
  assert.equal(clash.field('homePhone'), '01632 960289')
  assert.equal((await stored()).homePhone, '01632960288')
  const again = await carer.post('/my/details', {
    ...form,
    version: clash.field('version') ?? '',
    homePhone: clash.field('homePhone') ?? '',
    mobilePhone: '07700900562',
    may: ['phone', 'text'],
  })
  assert.equal(again.status, 303)
  const after = await stored()
  assert.deepEqual([after.homePhone, after.town], ['01632960289', 'Pershore'])
})

const refusals: readonly [string, Record<string, string | string[]>, string][] = [
  ['no way to be reached', { may: [] }, 'Select at least one way in which we may reach you'],
  [
    'ringing without a number',
    { homePhone: '' },
    'Enter a telephone number, so that we can ring you',
  ],
  ['texting without a mobile', { may: ['text'] }, 'Enter a mobile number, so that we can text you'],
  [
    'emailing without an address',
    { may: ['email'], email: '' },
    'Enter an email address, so that we can email you',
  ],
  ['a number that is none', { homePhone: 'abc' }, 'Enter a telephone number, like'],
  ['an address that is none', { email: 'peg' }, 'Enter an email address in the correct format'],
  ['a long note', { safeContact: 'x'.repeat(301) }, 'Use 300 characters or fewer'],
]

for (const [what, change, message] of refusals) {
  test(`${what} is refused: ${message}`, async () => {
    const page = await carer.post('/my/details', { version: '1', ...form, ...change })
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
  })
}
