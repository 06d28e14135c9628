import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hub, reportHouse, youngService } from '../../testing.ts'
import { pagesAround } from './measure-rows.view.ts'

const house = await reportHouse()
const { manager, analyst } = house
const rowsOf = (id: string, year = '2017-18') => `/reports/annual/${year}/measures/${id}`

const people = await house.put(async (put) => {
  const personId = await put.person({ givenName: 'Peg <i>', familyName: "O'Dea" })
  await put.registration({ personId, registeredOn: '2012-02-01' })
  for (let each = 0; each < 120; each += 1)
    await put.referral({
      personId,
      receivedOn: '2017-06-01',
      source: 'gp_practice',
      outcome: 'signposted',
    })
  await put.referral({ personId, receivedOn: '2017-04-01' })
  await put.payment({ personId, amountPence: 275_50, purpose: '=Laptop' })
  await put.assessment({ personId, method: 'telephone', outcome: null })
  await put.attendance({ personId, heldOn: '2017-05-01' })
  await put.group({ name: 'Pershore carers' })
  return personId
}, hub)
await house.put(async (put) => {
  await put.registration({ kind: 'young_carer' })
  await put.attendance({ kind: 'club', name: 'Club', venue: 'Pump House', hours: 2 })
}, youngService)

describe('the rows behind a figure', () => {
  it('open for a manager, with links to the records of the organisation’s carers', async () => {
    const { text, html } = await manager.get(rowsOf('register.active'))
    assert.match(text, /Adult carers on the register, 2017\/18 1 , from 1 row/)
    assert.match(
      text,
      /Registered Carer Reference Registered as 1 February 2012 Peg <i> O'Dea ALG-\S+ Adult carer/,
    )
    assert.match(html, new RegExp(`href="/carers/${people}">Peg &lt;i&gt; O&#39;Dea</a>`))
  })

  it('say in words what they are', async () => {
    const words: Readonly<Record<string, RegExp>> = {
      'referrals.contacted':
        /Received Carer Reference Referred by What became of it 1 April 2017 .* Self Not recorded 1 June 2017 .* GP practice Told of another service/,
      'assessments.completed': /How What it came to 1 June 2017 .* Telephone Not recorded/,
      'direct_payments.carers': /Paid Carer Reference For Amount 1 June 2017 .* =Laptop £275\.50/,
      'training.attendances':
        /Course Quarter of the published table 1 May 2017 .* Wellbeing Outside it/,
      'groups.adult': /Counted on Group Town 31 March 2018 Pershore carers Malvern/,
    }
    for (const [id, expected] of Object.entries(words))
      assert.match((await manager.get(rowsOf(id))).text, expected, id)
  })

  it('of another organisation stay closed to a manager, who is told whose they are', async () => {
    const { text } = await manager.get(rowsOf('young_carers.supported'))
    assert.match(text, /1 , from 1 row/)
    assert.match(text, /These rows are of carers whom other organisations work with/)
  })

  it('are as many as the duty opens, and the page says of how many', async () => {
    await house.put((put) => put.referral({ receivedOn: '2017-04-02' }), youngService)
    const { text } = await manager.get(rowsOf('referrals.contacted'))
    assert.match(text, /Your duty opens 121 of the 122 rows/)
  })

  it('stay closed to an analyst, who sees the figure and why', async () => {
    const { status, text } = await analyst.get(rowsOf('register.active'))
    assert.equal(status, 200)
    assert.match(text, /1 , from 1 row/)
    assert.match(
      text,
      /Your duty shows figures\. Rows about people open for those who work with them\./,
    )
    assert.doesNotMatch(text, /O'Dea/)
  })

  it('that are about nobody open for an analyst too', async () => {
    assert.match((await analyst.get(rowsOf('groups.adult'))).text, /Pershore carers/)
  })

  it('are none where there are none', async () => {
    const { text } = await manager.get(rowsOf('young_carers.one_to_one_hours'))
    assert.match(text, /Not recorded , from 0 rows .* There are no rows\./)
  })

  it('come fifty a page; below the first is the first, past the last the last', async () => {
    const page = (number: string) => manager.get(`${rowsOf('referrals.contacted')}?page=${number}`)
    assert.match((await page('2')).text, /Showing 51 to 100 of 121 total rows/)
    for (const first of ['1', '0', '-3', 'x', '', '1.5', '9'.repeat(30)])
      assert.match((await page(first)).text, /Showing 1 to 50 of 121/, first)
    for (const last of ['3', '4', '999999'])
      assert.match((await page(last)).text, /Showing 101 to 121 of 121/, last)
  })

  it('are not there for an unknown figure, a year without rows or what is no year', async () => {
    for (const path of [
      rowsOf('register.everybody'),
      rowsOf('register.active', '2030-31'),
      rowsOf('register.active', '2017-19'),
    ])
      assert.equal((await manager.get(path)).status, 404, path)
  })
})

describe('the pages of a long list', () => {
  const cases: readonly [number, number, readonly (number | null)[]][] = [
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
    [3, 4, [1, 2, 3, 4]],
  ]
  for (const [number, last, pages] of cases)
    it(`at ${number} of ${last} are ${pages.map((page) => page ?? '…').join(' ')}`, () => {
      assert.deepEqual(pagesAround(number, last), pages)
    })
})
