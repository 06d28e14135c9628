import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import type { HowOften } from '#support/plans/plan.ts'
import { hub, outcomesHouse, worcestershire, youngService } from '../../testing.ts'

const house = await outcomesHouse()
const { manager, analyst } = house
const authorityId = worcestershire.id
const malvern = 'E07000235'
const address = '/reports/outcomes?year=2017-18'

type Story = {
  readonly before?: HowOften
  readonly after?: HowOften
  readonly met?: boolean
  readonly on?: string
  readonly kind?: string
  readonly satisfaction?: string
  readonly recommend?: string
  readonly scores?: readonly (readonly [string, number | null])[]
  readonly district?: string
}

/** A carer whose plan was reviewed once, with what was answered. */
function aStory(story: Story, of = hub): Promise<string> {
  const { before = 'never', after = 'always', met = false, on = '2017-09-01' } = story
  return house.asSystem(async (tx) => {
    const personId = await house.rows(tx, of).person({ districtCode: story.district ?? null })
    const [planId, goalId, reviewId] = [newId(), newId(), newId()]
    const base = { authorityId, personId }
    const by = { organisationId: of.id, kind: story.kind ?? 'adult_carer' }
    const agreed = { agreedOn: '2017-05-01', agreedBy: 'Margaret', agreedHow: 'in_person' }
    const plan = { ...base, ...by, id: planId, reference: newReference('PLN'), number: 1 }
    await tx
      .insertInto('plan')
      .values({ ...plan, state: 'draft', startedOn: '2017-05-01' })
      .execute()
    const goal = { words: 'See my sister', iStatement: 'relationships', position: 1 }
    await tx
      .insertInto('planGoal')
      .values({
        ...base,
        ...goal,
        id: goalId,
        planId,
        answerBefore: before,
        answerAfter: after,
        met,
      })
      .execute()
    await tx
      .updateTable('plan')
      .set({ ...agreed, state: 'agreed' })
      .where('id', '=', planId)
      .execute()
    const held = { kind: 'first', dueOn: on, doneOn: on, outcome: 'continue' }
    await tx
      .insertInto('review')
      .values({ ...base, ...held, id: reviewId, planId, organisationId: of.id })
      .execute()
    if (story.satisfaction !== undefined || story.recommend !== undefined) {
      const said = { satisfaction: story.satisfaction ?? null, recommend: story.recommend ?? null }
      await tx
        .insertInto('reviewFeedback')
        .values({
          ...base,
          ...said,
          id: newId(),
          reviewId,
          organisationId: of.id,
          saidBy: 'carer',
          saidOn: on,
        })
        .execute()
    }
    for (const [heldOn, score] of story.scores ?? []) {
      await tx
        .insertInto('instrumentReading')
        .values({
          ...base,
          id: newId(),
          organisationId: of.id,
          instrument: 'six-questions-1',
          heldOn,
          mode: 'alone',
          answers: '{}',
          scores: JSON.stringify([{ scale: 'total', score }]),
          recordedByName: 'Jo Pugh',
        })
        .execute()
    }
    return personId
  })
}

const people: string[] = []
for (let each = 0; each < 6; each += 1) {
  people.push(
    await aStory({
      met: true,
      district: malvern,
      satisfaction: 'very',
      recommend: 'yes',
      scores: [
        ['2017-04-20', 4],
        ['2017-10-01', 8],
      ],
    }),
  )
}
await aStory({
  before: 'some_of_the_time',
  after: 'never',
  satisfaction: 'not_very',
  scores: [['2017-10-01', 2]],
})
await aStory({ on: '2016-09-01' })
await aStory({ kind: 'young_carer', recommend: 'no' }, youngService)

describe('outcomes', () => {
  it('are counted for the year, with before and after, and open to their rows', async () => {
    const { text, html } = await manager.get(address)
    assert.match(text, /All carers, 1 April 2017 to 31 March 2018/)
    assert.match(text, /Goals reached 75% Of 8 asked/)
    assert.match(
      text,
      /Six questions: not the national survey 4 to 8 of 12, first to last Of 6 who answered twice, 6 are better off/,
    )
    assert.match(text, /Satisfied with the support 85\.7% Of 7 asked/)
    assert.match(text, /At the plan 0 0 1 7/)
    assert.match(text, /At the review 7 0 0 1/)
    assert.match(html, /<svg/)
    const rows = await manager.get('/reports/outcomes/rows/goals?year=2017-18')
    assert.match(rows.text, /Your duty opens 7 rows/)
    assert.match(rows.html, new RegExp(`href="/carers/${people[0]}"`))
    assert.match(
      rows.text,
      /1 September 2017 Margaret Tolley ALG-\S+ I can keep up the relationships that matter to me Never Always Yes/,
    )
  })

  const groups: readonly [string, RegExp][] = [
    ['&quarter=1', /No goal was asked about/],
    ['&quarter=2', /Of 8 asked/],
    [`&district=${malvern}`, /Goals reached 100% Of 6 asked/],
    ['&kind=young_carer', /Young carers, 1 April.*Goals reached 0% Of 1 asked/],
    [`&hub=${youngService.id}`, /A young carers’ service.*Of 1 asked/],
    ['&kind=parent_carer', /No goal was asked about/],
    ['&kind=everybody&district=E99999999&hub=77&quarter=9', /All carers.*Of 8 asked/],
  ]
  for (const [query, words] of groups)
    it(`are those of the group asked for: ${query}`, async () => {
      assert.match((await manager.get(`${address}${query.replaceAll('&amp;', '&')}`)).text, words)
    })

  it('of another year are another’s, and of no year are this year’s', async () => {
    assert.match((await manager.get('/reports/outcomes?year=2016-17')).text, /Of 1 asked/)
    for (const year of ['2017-19', 'x', '', '2017-18%27'])
      assert.match(
        (await manager.get(`/reports/outcomes?year=${year}`)).text,
        /1 April 2018 to 31/,
        year,
      )
  })

  it('show an analyst no small number and no rows, and say so', async () => {
    const { text } = await analyst.get(address)
    assert.match(text, /Numbers below 5 are not shown/)
    assert.match(text, /Goals reached Not shown Of 8 asked/)
    assert.match((await analyst.get(`${address}&kind=young_carer`)).text, /Of fewer than 5 asked/)
    const rows = await analyst.get('/reports/outcomes/rows/goals?year=2017-18')
    assert.match(rows.text, /Your duty shows figures/)
    assert.doesNotMatch(rows.text, /Tolley/)
  })

  it('are a table for a spreadsheet, with the same numbers withheld', async () => {
    const csv = (await manager.get('/reports/outcomes/figures.csv?year=2017-18')).html
    assert.match(csv, /Goals reached,2017-04-01,2018-03-31,all,all,all,total,8,/)
    assert.match(csv, /Six questions: not the national survey,.*mean of last scores,8,/)
    const held = (await analyst.get('/reports/outcomes/figures.csv?year=2017-18')).html
    assert.match(held, /Reached,not shown|Reached,fewer than 5/)
  })

  it('have rows for each figure, and none for what is no figure', async () => {
    for (const figure of ['goals', 'six', 'satisfaction', 'recommend'])
      assert.equal((await manager.get(`/reports/outcomes/rows/${figure}?year=2017-18`)).status, 200)
    assert.match(
      (await manager.get('/reports/outcomes/rows/six?year=2017-18')).text,
      /The six questions 4 8 Yes/,
    )
    assert.equal((await manager.get('/reports/outcomes/rows/everything')).status, 404)
    assert.equal(
      (await manager.get('/reports/outcomes/rows/goals?year=2017-18&page=9999')).status,
      200,
    )
  })

  it('come over the API as the page shows them, and a year that is none is refused', async () => {
    const ask = async (who: typeof manager, query: string) => {
      const { status, response } = await who.get(`/api/reports/outcomes?${query}`)
      return { status, body: JSON.parse(response.body) as Record<string, Record<string, unknown>> }
    }
    const { body } = await ask(manager, 'year=2017-18&quarter=2')
    assert.deepEqual([body['goals']?.['total'], body['goals']?.['percent']], [8, 75])
    assert.equal(body['from'], '2017-07-01')
    const held = (await ask(analyst, 'year=2017-18&kind=young_carer')).body
    assert.deepEqual([held['goals']?.['total'], held['goals']?.['percent']], ['fewer than 5', null])
    for (const query of ['year=2017-19', 'year=x', 'quarter=5', 'kind=cousin'])
      assert.ok([400, 422].includes((await ask(manager, query)).status), query)
  })

  it('are not for those who read no figures', async () => {
    const adviser = await house.signIn({
      duties: ['adviser'],
      organisation: hub.name,
      kind: hub.kind,
    })
    for (const path of ['', '/figures.csv', '/rows/goals'])
      assert.equal((await adviser.get(`/reports/outcomes${path}`)).status, 403, path)
  })
})
