import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { testHouse } from '#platform/web/testing.ts'
import { loadRegister } from '#people/places/load-register.ts'
import { readRegister } from '#people/places/read-register.ts'
import { practiceLists } from '../room.ts'
import { practiceTown } from '../testing.ts'

const house = await testHouse([practiceLists])
const adviser = await house.signIn({ duties: ['adviser'], organisation: 'Hub' })
const nurse = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery Partnership',
  kind: 'gp_practice',
  name: 'Nerys Vaughan',
})
const elsewhere = await house.signIn({
  duties: ['referrer'],
  organisation: 'Grey Gable',
  kind: 'gp_practice',
})
const ward = await house.signIn({ duties: ['referrer'], organisation: 'Royal', kind: 'hospital' })
const practiceId = nurse.actor.organisationIds[0]!
const town = practiceTown(house, { hubId: adviser.actor.organisationIds[0]!, practiceId })
await house.asSystem((tx) =>
  tx.updateTable('organisation').set({ code: 'M81069' }).where('id', '=', practiceId).execute(),
)
for (const name of ['gp-practices-2023-11', 'carers-on-gp-registers-2023-06']) {
  const register = await readRegister(readFileSync(`data/places/registers/${name}.csv`))
  assert.ok(register.ok)
  await loadRegister(house.db, register.value, name)
}

async function api(who: typeof nurse, path = '/api/practice-list') {
  const answer = await house.app.inject({ url: path, headers: { cookie: who.cookie } })
  return { status: answer.statusCode, body: JSON.parse(answer.body) }
}

async function confirm(who: typeof nurse, body: object) {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/practice-list/receipt',
    headers: { cookie: who.cookie, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  })
  return { status: answer.statusCode, body: JSON.parse(answer.body) }
}

const names = (part: { family_name: string }[]) => part.map(({ family_name: name }) => name).join()

describe('one practice’s list, from its first page to an agreement’s end', () => {
  test('who agreed is to be added with the codes; who did not is nowhere', async () => {
    await town.aCarer({ familyName: 'Abbot' })
    await town.aCarer({ familyName: 'Baker', conditions: ['stroke', 'frailty'] })
    await town.aCarer({ familyName: 'Secret', agreed: false })
    const page = await nurse.get('/practice-list')
    assert.equal(page.status, 200)
    assert.match(page.text, /Add \(2\)/)
    assert.match(
      page.text,
      /Margaret Abbot 4 March 1951 999 000 0018 Patient themselves providing care 224484003 Carer of person with dementia/,
    )
    assert.doesNotMatch(page.text, /Secret|a secret of the record/)
  })

  test('an agreement for something else opens no flag', async () => {
    const id = await town.aCarer({ familyName: 'Elsewise', agreed: false })
    await town.agree(id, ['outcome'])
    assert.doesNotMatch((await nurse.get('/practice-list')).text, /Elsewise/)
  })

  test('the receipt says who and when; after it nothing is new', async () => {
    const page = await nurse.get('/practice-list')
    const done = await nurse.post('/practice-list', {
      number: page.field('number')!,
      mark: page.field('mark')!,
    })
    assert.equal(done.location, `/practice-list?practice=${practiceId}&confirmed=yes`)
    const after = await nurse.get(done.location)
    assert.match(after.text, /We wrote down that your records have these changes/)
    assert.match(after.text, /Nothing has changed since your last receipt/)
    assert.match(after.text, /3 April 2018, 1pm Nerys Vaughan 2 0 0 2/)
    const again = await nurse.post('/practice-list', {
      number: page.field('number')!,
      mark: page.field('mark')!,
    })
    assert.equal(again.status, 303, 'the same form sent twice counts once')
    assert.equal((await api(nurse)).body.receipts.length, 1)
  })

  test('an end is told with what was told before, and is gone once confirmed', async () => {
    const { body } = await api(nurse)
    const abbot = body.unchanged.find(
      (each: { family_name: string }) => each.family_name === 'Abbot',
    )
    await town.end(abbot.id)
    await town.aCarer({ familyName: 'Carver' })
    const changed = await api(nurse)
    assert.deepEqual([changed.body.added, changed.body.ended, changed.body.unchanged].map(names), [
      'Carver',
      'Abbot',
      'Baker',
    ])
    assert.equal((await confirm(nurse, changed.body.to_confirm)).body.counted, 'now')
    assert.deepEqual((await confirm(nurse, changed.body.to_confirm)).body.counted, 'before')
    const after = await api(nurse)
    assert.deepEqual([after.body.ended, after.body.unchanged].map(names), ['', 'Baker,Carver'])
  })

  test('the codes follow what those have whom the carer looks after', async () => {
    const { body } = await api(nurse)
    await house.asSystem((tx) =>
      tx
        .updateTable('caring')
        .set({ conditions: ['learning_disability'] })
        .where('carerId', '=', body.unchanged[0].id)
        .execute(),
    )
    const page = await nurse.get('/practice-list')
    assert.match(page.text, /Change \(1\)/)
    assert.match(page.text, /Add: Caregiver of a person with learning disability 413761004/)
    assert.match(page.text, /End: Caregiver of a person with chronic disease 413760003/)
    const csv = await nurse.get('/practice-list.csv')
    assert.match(csv.html, /end,9990000018,Baker,Margaret,1951-03-04,413760003,/)
    assert.match(csv.html, /add,9990000018,Baker,Margaret,1951-03-04,413761004,/)
    assert.match(csv.html, /keep,9990000018,Baker,Margaret,1951-03-04,224484003,/)
  })

  test('a receipt for a list that changed meanwhile is refused with the list as it is', async () => {
    const page = await nurse.get('/practice-list')
    await town.aCarer({ familyName: 'Dyer' })
    const shown = { number: page.field('number')!, mark: page.field('mark')! }
    const refused = await nurse.post('/practice-list', shown)
    assert.equal(refused.status, 409)
    assert.match(refused.text, /The list changed while you had it open/)
    assert.match(refused.text, /Dyer/)
    assert.equal(
      (await confirm(nurse, { number: Number(shown.number), mark: shown.mark })).status,
      409,
    )
    assert.equal((await nurse.post('/practice-list', { number: 'x' })).status, 409)
  })

  test('of two receipts at once one counts, and both are answered', async () => {
    const { body } = await api(nurse)
    const both = await Promise.all([
      confirm(nurse, body.to_confirm),
      confirm(nurse, body.to_confirm),
    ])
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    )
    assert.deepEqual(new Set(both.map((each) => each.body.counted)), new Set(['before', 'now']))
  })

  test('a carer who died, stopped caring or was joined to another record leaves the list or stays once', async () => {
    const died = await town.aCarer({ familyName: 'Eames' })
    const stopped = await town.aCarer({ familyName: 'Fisher' })
    const twice = await town.aCarer({ familyName: 'Glover' })
    await confirm(nurse, (await api(nurse)).body.to_confirm)
    const survivor = await town.aCarer({ familyName: 'Glover' })
    await house.asSystem(async (tx) => {
      await tx.updateTable('person').set({ diedOn: '2018-04-02' }).where('id', '=', died).execute()
      await tx
        .updateTable('registration')
        .set({ state: 'ended', endedOn: '2018-04-02' })
        .where('personId', '=', stopped)
        .execute()
      await tx.updateTable('person').set({ mergedInto: survivor }).where('id', '=', twice).execute()
    })
    const { body } = await api(nurse)
    assert.deepEqual([body.added, body.ended].map(names), ['', 'Eames,Fisher'])
    await confirm(nurse, body.to_confirm)
    const after = await api(nurse)
    assert.equal(names(after.body.unchanged).match(/Glover/g)?.length, 1)
  })
})

test('another practice, a ward and a worker see none of it', async () => {
  assert.doesNotMatch((await elsewhere.get('/practice-list')).text, /Baker/)
  assert.doesNotMatch((await elsewhere.get(`/practice-list?practice=${practiceId}`)).text, /Baker/)
  assert.match((await ward.get('/practice-list')).text, /Your account is not at a practice/)
  assert.equal((await ward.get('/practice-list.csv')).status, 200)
  assert.equal((await api(ward)).status, 404)
  assert.equal(
    (await confirm(elsewhere, { practice: practiceId, number: 1, mark: 'x' })).status,
    404,
  )
  assert.equal((await adviser.get('/practice-list')).status, 403)
  assert.equal((await api(adviser)).status, 403)
  assert.equal((await confirm(nurse, { number: 'one' })).status, 422)
})

test('every carer on the list can see that the practice looked', async () => {
  const [listed] = (await api(nurse)).body.unchanged
  const looks = await house.asSystem((tx) =>
    tx
      .selectFrom('readLog')
      .select(['readerName', 'what'])
      .where('personId', '=', listed.id)
      .execute(),
  )
  assert.ok(looks.length > 0)
  assert.deepEqual(looks[0], { readerName: 'Nerys Vaughan', what: 'the practice’s list of carers' })
})

describe('the register against the practice’s own published count', () => {
  test('a small number of its patients stays in words, its published count is the real one', async () => {
    for (let count = 0; count < 3; count += 1)
      await town.aCarer({ agreed: false, practice: 'Davenal House' })
    const page = await nurse.get('/practice-list')
    assert.match(page.text, /Your patients on the carers’ register fewer than 5/)
    assert.match(
      page.text,
      /On your own register, as published 244 of 9,675 patients, 30 June 2023 \(NHS England\)/,
    )
    for (let count = 0; count < 3; count += 1)
      await town.aCarer({ agreed: false, practice: 'DAVENAL HOUSE SURGERY' })
    assert.match(
      (await nurse.get('/practice-list')).text,
      /Your patients on the carers’ register 6/,
    )
  })

  test('a manager sees every practice with every number, a commissioner with small ones withheld', async () => {
    await town.aCarer({ agreed: false, practice: 'Knightwick Surgery' })
    const manager = await house.signIn({ duties: ['manager'], organisation: 'Hub' })
    const commissioner = await house.signIn({
      duties: ['commissioner'],
      organisation: 'Council',
      kind: 'council',
    })
    const whole = await manager.get('/practices')
    assert.match(
      whole.text,
      /Davenal House Surgery Partnership, Bromsgrove M81069 244 6 \d+ 3 April 2018/,
    )
    assert.match(whole.text, /Knightwick Surgery[^0-9]* M\d{5} \d+ 1 Takes no part yet/)
    assert.match(
      (await commissioner.get('/practices')).text,
      /Knightwick Surgery[^0-9]* M\d{5} \d+ fewer than 5/,
    )
    assert.equal((await nurse.get('/practices')).status, 403)
  })
})
