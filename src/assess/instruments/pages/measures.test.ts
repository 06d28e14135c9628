import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { assessHouse } from '../../testing.ts'
import { findInstrument } from '../instrument.ts'
import { getReading, listReadings } from '../instruments.sql.ts'
import { measuresPanel, measuresTimeline } from '../on-the-record.ts'
import { instruments } from '../room.ts'
import { alertsToAnswer } from '../today.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([instruments])
const { as, aCarer, jo, sam, council } = house
const administrator = await house.signIn({ duties: ['administrator'], name: 'Ada Wood' })
const adviser = await house.signIn({ duties: ['adviser'] })
const referrer = await house.signIn({ duties: ['referrer'] })
const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
const keyWorker = await house.signIn({ duties: ['key_worker'] })

const wellbeing = findInstrument('wellbeing-check-1')!
const panoc = findInstrument('panoc-yc20-1')!
const at = (carer: string, instrument = wellbeing.version) =>
  `/carers/${carer}/measures/${instrument}`

const day = (on: string) => {
  const [year, month, date] = on.split('-')
  return { 'held_on-day': date!, 'held_on-month': month!, 'held_on-year': year! }
}

/** Every item answered alike, but for some. */
function answers(of: typeof wellbeing, code: number, but: Record<string, string> = {}) {
  return { ...Object.fromEntries(of.items.map(({ id }) => [id, String(code)])), ...but }
}

async function answered(carer: string, given: Record<string, string>, on = '2018-04-03') {
  const id = (await jo.get(at(carer))).field('id')!
  const typed = { id, mode: 'with_worker', ...day(on), ...given }
  const done = await jo.post(at(carer), typed)
  return { id, typed, done }
}

describe('answering a measure', () => {
  it('is scored at once, and the same form sent twice is kept once', async () => {
    const carer = await aCarer()
    const { id, typed, done } = await answered(carer, answers(wellbeing, 2))
    assert.equal(done.location, `/measures/${id}`)
    await jo.post(at(carer), typed)
    assert.equal((await as(jo.actor, (tx) => listReadings(tx, carer))).length, 1)
    const shown = await jo.get(`/measures/${id}`)
    assert.match(shown.text, /How things are \(not a national instrument\)/)
    assert.match(shown.text, /Total 14 of 21\. Middle third/)
    assert.match(shown.text, /1\. I had an hour that was only mine Often/)
    assert.doesNotMatch(shown.text, /Raise a safeguarding concern/)
  })

  it('lets anyone leave a question out, and then says that the score is incomplete', async () => {
    const carer = await aCarer()
    const { id } = await answered(carer, { w1: '2' })
    assert.match((await jo.get(`/measures/${id}`)).text, /Total Incomplete: not every question/)
  })

  it('is refused without a way, without any answer, for a day to come, and for an answer never offered', async () => {
    const carer = await aCarer()
    const id = (await jo.get(at(carer))).field('id')!
    const good = { id, mode: 'alone', ...day('2018-04-03'), w1: '2' }
    const { mode: _, ...wayless } = good
    const { w1: __, ...silent } = good
    const refusals: readonly [Record<string, string>, RegExp][] = [
      [wayless, /Select how it was answered/],
      [silent, /Answer at least one of the questions/],
      [{ ...good, ...day('2018-04-04') }, /The day must be today or in the past/],
      [{ ...good, w1: '9' }, /There is a problem/],
    ]
    for (const [typed, words] of refusals) {
      const refused = await jo.post(at(carer), typed)
      assert.equal(refused.status, 422)
      assert.match(refused.text, words)
    }
    assert.deepEqual(await as(jo.actor, (tx) => listReadings(tx, carer)), [])
  })

  it('twice makes a picture with its table', async () => {
    const carer = await aCarer()
    await answered(carer, answers(wellbeing, 0, { w6: '3' }), '2018-01-10')
    assert.doesNotMatch((await jo.get(`/carers/${carer}/measures`)).html, /<svg[^>]*role="img"/)
    await answered(carer, answers(wellbeing, 3), '2018-04-01')
    const shown = await jo.get(`/carers/${carer}/measures`)
    assert.match(shown.html, /<svg/)
    assert.match(shown.text, /10 January 2018 3 of 21\. Lowest third/)
    assert.match(shown.text, /1 April 2018 21 of 21\. Highest third/)
  })

  it('shows on the record and on its day in the timeline', async () => {
    const carer = await aCarer()
    await answered(carer, answers(wellbeing, 1))
    const of = { personId: carer, actor: jo.actor, today: isoDate('2018-04-03') }
    const panel = await as(jo.actor, (tx) => measuresPanel.show(tx, of))
    assert.match(String(panel?.body), /Total 7 of 21\. Lowest third/)
    const [entry] = await as(jo.actor, (tx) => measuresTimeline.list(tx, of))
    assert.equal(entry?.on, '2018-04-03')
    const bystander = { ...of, actor: adviser.actor }
    assert.equal(await as(adviser.actor, (tx) => measuresPanel.show(tx, bystander)), null)
  })
})

describe('an alert', () => {
  it('leads to a concern, stands on today’s list, and stays until somebody says what was done', async () => {
    const carer = await aCarer()
    const { id } = await answered(carer, answers(wellbeing, 3, { w6: '0' }))
    const shown = await jo.get(`/measures/${id}`)
    assert.match(shown.html, new RegExp(`href="/safeguarding/raise\\?record=${carer}"`))
    assert.match(shown.text, /An answer is to be looked at today: safety/)
    const open = async () => {
      const of = { actor: sam.actor, today: isoDate('2018-04-03'), limit: 500 }
      const { items } = await as(sam.actor, (tx) => alertsToAnswer.list(tx, of))
      return items.some(({ href }) => href === `/measures/${id}`)
    }
    assert.equal(await open(), true)
    const bare = await jo.post(`/measures/${id}`, {})
    assert.equal(bare.status, 422)
    assert.match(bare.text, /Enter what was done about this alert/)
    await jo.post(`/measures/${id}`, { words: 'Talked with her; a concern was raised.' })
    assert.equal(await open(), false)
    await sam.post(`/measures/${id}`, { words: 'Nothing' })
    const { answeredWords, answeredByName } = await as(jo.actor, (tx) => getReading(tx, id))
    assert.equal(answeredWords, 'Talked with her; a concern was raised.')
    assert.equal(answeredByName, 'Jo Pugh')
  })

  it('reaches every safeguarding lead at once by email that names nobody, and one of the hub on today’s list', async () => {
    const lead = await house.signIn({ duties: ['safeguarding_lead'], name: 'Ruth Adeyemi' })
    const sent = () =>
      house.asSystem((tx) =>
        tx
          .selectFrom('message')
          .select(['subject', 'body', 'recipient'])
          .where('subject', 'like', '%alert from a measure%')
          .execute(),
      )
    const before = (await sent()).length
    const carer = await aCarer()
    await answered(carer, answers(wellbeing, 3))
    assert.equal((await sent()).length, before)
    const { id, typed } = await answered(carer, answers(wellbeing, 3, { w6: '0' }))
    await jo.post(at(carer), typed)
    const told = (await sent()).slice(before)
    assert.equal(told.length, 1)
    assert.match(told[0]?.body ?? '', new RegExp(`Jo Pugh wrote down.*/measures/${id}\\.`))
    assert.doesNotMatch(told[0]?.body ?? '', /Margaret|Tolley/)
    const of = { actor: lead.actor, today: isoDate('2018-04-03'), limit: 500 }
    const { items } = await as(lead.actor, (tx) => alertsToAnswer.list(tx, of))
    assert.ok(items.some(({ href }) => href === `/measures/${id}`))
    assert.equal((await lead.get(`/measures/${id}`)).status, 200)
  })

  it('is not asked about where none was raised', async () => {
    const { id } = await answered(await aCarer(), answers(wellbeing, 3))
    assert.equal((await jo.post(`/measures/${id}`, { words: 'x' })).location, `/measures/${id}`)
    assert.equal((await as(jo.actor, (tx) => getReading(tx, id))).answeredWords, null)
  })

  it('and its answers cannot be changed afterwards, by anybody', async () => {
    const { id } = await answered(await aCarer(), answers(wellbeing, 3, { w6: '0' }))
    await assert.rejects(
      house.asSystem((tx) =>
        tx.updateTable('instrumentReading').set({ urgency: null }).where('id', '=', id).execute(),
      ),
      /a reading cannot be changed/,
    )
  })
})

describe('a measure whose words belong to somebody else', () => {
  it('cannot be asked before they are imported, and can be afterwards', async () => {
    const carer = await aCarer({ bornOn: '2004-01-01', kind: 'young_carer' })
    const path = at(carer, panoc.version)
    assert.match((await jo.get(path)).text, /Nobody has imported the words/)
    const before = await jo.post(path, { mode: 'alone', ...day('2018-04-03'), p01: '1' })
    assert.equal(before.status, 422)
    const importing = `/admin/measures/${panoc.version}`
    const id = (await administrator.get(importing)).field('id')!
    const words = panoc.items.map((_, item) => `Invented item ${item + 1}`).join('\n')
    const given = { id, holder: 'The authors', licence: 'Letter of 1 March 2018', words }
    for (const [field, fault] of [
      ['holder', /Enter who holds the rights/],
      ['licence', /Enter the permission or licence/],
      ['words', /Enter the words, one item a line/],
    ] as const) {
      const refused = await administrator.post(importing, { ...given, [field]: '' })
      assert.equal(refused.status, 422)
      assert.match(refused.text, fault)
    }
    const short = await administrator.post(importing, { ...given, words: 'One\nTwo' })
    assert.match(short.text, /Enter 20 lines, one an item: there are 2 now/)
    assert.equal((await administrator.post(importing, given)).location, '/admin/measures')
    assert.match((await administrator.get('/admin/measures')).text, /Letter of 1 March 2018/)
    const asked = await jo.get(path)
    assert.match(asked.text, /20\. Invented item 20/)
    const reading = asked.field('id')!
    const typed = { id: reading, mode: 'alone', ...day('2018-04-03') }
    await jo.post(path, { ...typed, ...answers(panoc, 0, { p16: '1' }) })
    assert.match((await jo.get(`/measures/${reading}`)).text, /An answer is to be looked at now/)
  })

  it('is imported by administrators only, and ours is not imported at all', async () => {
    for (const who of [jo, council]) assert.equal((await who.get('/admin/measures')).status, 403)
    assert.equal((await administrator.get(`/admin/measures/${wellbeing.version}`)).status, 404)
    assert.equal((await administrator.get('/admin/measures/none')).status, 404)
  })
})

describe('who may', () => {
  it('read a child’s answers: who works with the child, and nobody else', async () => {
    const child = await aCarer({ bornOn: '2004-01-01', kind: 'young_carer' })
    const { id } = await answered(child, answers(wellbeing, 1))
    const own = `/measures/${id}`
    for (const who of [jo, sam, council, keyWorker]) assert.equal((await who.get(own)).status, 200)
    for (const who of [adviser, referrer, administrator])
      assert.equal((await who.get(own)).status, 403)
    assert.equal((await elsewhere.get(own)).status, 404)
    assert.equal((await elsewhere.get(`/carers/${child}/measures`)).status, 404)
    const parent = await house.signIn({ duties: ['carer'], personId: await aCarer() })
    assert.notEqual((await parent.get(own)).status, 200)
    assert.deepEqual(await as(parent.actor, (tx) => listReadings(tx, child)), [])
    const stranger = { ...referrer.actor, organisationIds: jo.actor.organisationIds }
    assert.deepEqual(await as(stranger, (tx) => listReadings(tx, child)), [])
  })

  it('ask for a measure that there is not: nobody', async () => {
    assert.equal((await jo.get(at(await aCarer(), 'none'))).status, 404)
  })
})
