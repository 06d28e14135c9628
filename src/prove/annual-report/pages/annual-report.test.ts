import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Duty } from '#platform/access/duties.ts'
import { asActor } from '#platform/access/as-actor.ts'
import { reportHouse, youngService } from '../../testing.ts'
import { listCommentary } from '../commentary.sql.ts'

const empty = await reportHouse()
const house = await reportHouse()
const { manager, analyst, commissioner } = house
const at = '/reports/annual/2017-18'

await house.put(async (put) => {
  await put.registration({ registeredOn: '2017-02-01' })
  await put.registration({ registeredOn: '2016-06-01', state: 'ended', endedOn: '2017-05-01' })
  for (const completedOn of ['2016-04-02', '2017-05-05', '2017-06-06'])
    await put.assessment({ completedOn })
  await put.referral()
  await put.attendance({ name: '<b>Bold</b> course' })
  await put.attendance({ heldOn: '2018-04-02' })
})
await house.put(async (put) => {
  for (const districtCode of ['E07000239', 'E07000239', null])
    await put.registration({
      kind: 'young_carer',
      registeredOn: '2017-01-01',
      personId: await put.person({ districtCode }),
    })
}, youngService)

it('where nothing is recorded there is nothing to report', async () => {
  assert.match((await empty.manager.get('/reports')).text, /Nothing is recorded yet/)
  assert.equal((await empty.manager.get(at)).status, 404)
})

describe('the list of reports', () => {
  it('has the years in which something happened, newest first, and says which goes on', async () => {
    const { text, html } = await manager.get('/reports')
    assert.match(
      text,
      /Annual report 2018\/19 1 April 2018 to 31 March 2019, so far Annual report 2017\/18 .* 31 March 2018 Annual report 2016\/17 /,
    )
    assert.doesNotMatch(text, /2015\/16/)
    assert.match(html, /href="\/reports\/annual\/2017-18"/)
  })
})

describe('the annual report', () => {
  it('groups the figures by outcome, each with where it moved, what it means and its rows', async () => {
    const { status, text, html } = await manager.get(at)
    assert.equal(status, 200)
    assert.match(text, /Carers in Worcestershire: annual report 2017\/18/)
    assert.match(text, /Recognised and valued .* A life of my own .* Supported to be mentally/)
    assert.match(
      text,
      /Carers’ assessments completed 2 ▲ up 1 on 2016\/17 Talks about .* from 2 rows/,
    )
    assert.match(text, /Adult carers on the register 1 ▼ down 1 on 2016\/17 /)
    assert.match(html, /href="\/reports\/annual\/2017-18\/measures\/assessments\.completed"/)
  })

  it('says of what was never recorded that it was not, and opens no nought', async () => {
    const { text } = await manager.get(at)
    assert.match(text, /Carers who received a direct payment Not recorded from 0 rows/)
  })

  it('sets nothing beside a year whose record is not whole', async () => {
    const { text } = await manager.get(at)
    assert.match(text, /Young carers supported in the year 3 Children and young people/)
    assert.match(text, /Carers contacted following a referral 1 Carers whom/)
  })

  it('draws assessments by year, districts and courses, with their numbers beside', async () => {
    const { html, text } = await manager.get(at)
    assert.equal(html.match(/<svg[^>]* role="img"/g)?.length, 3)
    assert.match(text, /Map\. Young carers by district\./)
    assert.match(text, /District Number Wyre Forest 2 Not known 1/)
    assert.match(text, /Total 1 0 0 1/)
  })

  it('keeps definitions closed, with the source of each', async () => {
    const { html } = await manager.get(at)
    assert.match(
      html,
      /<details class="govuk-details">\s*<summary[^>]*>\s*<span[^>]*>What each of these figures counts/,
    )
    assert.match(
      html,
      /\(Care Act 2014 s\.31\)\. Prevention grants are not counted\. Source: payments\./,
    )
  })

  it('shows a name as it was typed, and runs nothing of it', async () => {
    const { html } = await manager.get(at)
    assert.doesNotMatch(html, /<b>Bold/)
    assert.match(html, /&lt;b&gt;Bold&lt;\/b&gt; course/)
  })

  it('says of a year that goes on that it does, and sets it beside no other', async () => {
    const { text } = await manager.get('/reports/annual/2018-19')
    assert.match(text, /This year is not over\./)
    assert.doesNotMatch(text, /▲|▼|▬/)
  })

  it('withholds small numbers from analysts and commissioners, and says so', async () => {
    for (const reader of [analyst, commissioner]) {
      const { text } = await reader.get(at)
      assert.match(text, /Numbers of people under 5 are not shown/)
      assert.match(text, /Wyre Forest fewer than 5 Not known not shown/)
    }
    assert.doesNotMatch((await manager.get(at)).text, /fewer than 5/)
  })

  it('is not there for a year without rows, or for what is no year', async () => {
    for (const year of ['2014-15', '2030-31', '2017', '2017-19', '2017%2F18', 'last'])
      assert.equal((await manager.get(`/reports/annual/${year}`)).status, 404, year)
    const { text } = await manager.get('/reports/annual/2030-31')
    assert.match(text, /There is no annual report for 2030\/31.*Annual report 2017\/18/)
  })

  it('opens to those who answer for carers or for money, and to nobody else', async () => {
    const may: readonly Duty[] = ['council_practitioner', 'safeguarding_lead']
    const mayNot: readonly Duty[] = [
      'adviser',
      'assessor',
      'key_worker',
      'referrer',
      'administrator',
    ]
    for (const duty of may)
      assert.equal((await (await house.signIn({ duties: [duty] })).get(at)).status, 200, duty)
    for (const duty of mayNot)
      assert.equal((await (await house.signIn({ duties: [duty] })).get(at)).status, 403, duty)
    const stranger = await house.visitor.get(at)
    assert.equal(stranger.location, `/sign-in/staff?next=${encodeURIComponent(at)}`)
  })
})

describe('commentary', () => {
  const stored = () =>
    asActor(house.db, manager.actor, (tx) =>
      listCommentary(tx, manager.actor.authorityId, '2017/18'),
    )
  const write = (who: typeof manager, part: string, words: string, version = 0) =>
    who.post(at, { part, words, version })

  it('is kept with the year and the outcome, with who wrote it', async () => {
    const answer = await write(manager, 'well', 'Courses filled.\r\n\r\nClubs <grew>\r\nin spring.')
    assert.equal(answer.location, `${at}#commentary-well`)
    assert.equal((await stored()).get('well')?.words, 'Courses filled.\n\nClubs <grew>\nin spring.')
    const { html } = await commissioner.get(at)
    assert.match(
      html,
      /<p[^>]*>Courses filled\.<\/p>\s*<p[^>]*>Clubs &lt;grew&gt;\nin spring\.<\/p>/,
    )
    assert.match(html, /Helen Walsh, \d+ \w+ \d{4}/)
    assert.doesNotMatch((await manager.get('/reports/annual/2016-17')).html, /Courses filled/)
  })

  it('sent twice acts once', async () => {
    for (let times = 0; times < 2; times += 1)
      assert.equal((await write(manager, 'recognised', 'Fewer assessments.')).status, 303)
    assert.equal((await stored()).get('recognised')?.version, 1)
  })

  it('can be changed by who saw it as it stands', async () => {
    assert.equal((await write(analyst, 'recognised', 'Fewer, and better.', 1)).status, 303)
    assert.equal((await stored()).get('recognised')?.words, 'Fewer, and better.')
    const { html } = await analyst.get(at)
    assert.match(html, /<textarea[^>]*>Fewer, and better\.<\/textarea>/)
  })

  it('of two who write at once the second is told, shown both texts, and may save again', async () => {
    const late = await write(manager, 'recognised', 'What I wrote meanwhile.', 1)
    assert.equal(late.status, 409)
    assert.match(late.text, /Somebody else wrote here while you did/)
    assert.match(late.html, /<p[^>]*>Fewer, and better\.<\/p>/)
    assert.match(late.html, /<textarea[^>]*>What I wrote meanwhile\.<\/textarea>/)
    assert.match(late.html, /<details class="govuk-details app-no-print" open>/)
    assert.equal((await stored()).get('recognised')?.words, 'Fewer, and better.')
    const version = /name="version" value="(\d+)"/.exec(late.html)?.[1]
    assert.equal((await write(manager, 'recognised', 'Both of ours.', Number(version))).status, 303)
    assert.equal((await stored()).get('recognised')?.words, 'Both of ours.')
  })

  it('is refused where a first one came in between', async () => {
    assert.equal((await write(analyst, 'well', 'First, I thought.')).status, 409)
  })

  it('that is empty, too long or about nothing known is refused with what was typed', async () => {
    const empty = await write(manager, 'life_of_my_own', '   ')
    assert.equal(empty.status, 422)
    assert.match(empty.html, /href="#words"[^>]*>Enter the commentary/)
    assert.match(empty.title, /^Error:/)
    const long = await write(manager, 'life_of_my_own', 'x'.repeat(5001))
    assert.match(long.text, /Use 5,000 characters or fewer/)
    assert.match(long.html, /<textarea[^>]* id="words"[^>]*>x{5001}<\/textarea>/)
    const elsewhere = await write(manager, 'weather', 'Rain.')
    assert.match(elsewhere.text, /Choose the part that this is about/)
    assert.equal((await write(manager, 'life_of_my_own', 'Words', -1)).status, 422)
    assert.equal((await stored()).has('life_of_my_own'), false)
  })

  it('is for managers and analysts to write, and for the others to read', async () => {
    assert.equal((await write(commissioner, 'well', 'We paid for it.', 1)).status, 403)
    assert.doesNotMatch((await commissioner.get(at)).html, /<textarea/)
    assert.equal((await stored()).get('well')?.version, 1)
  })

  it('is not written beside a year without rows', async () => {
    const to = '/reports/annual/2014-15'
    const answer = await manager.post(to, { part: 'well', words: 'Nothing yet.', version: 0 })
    assert.equal(answer.status, 404)
  })
})
