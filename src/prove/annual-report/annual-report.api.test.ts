import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { measures } from '../measures/room.ts'
import { reportHouse, youngService } from '../testing.ts'

const house = await reportHouse()
const { manager, analyst } = house
const at = '/api/reports/annual/2017-18'

await house.put((put) => put.assessment())
await house.put(async (put) => {
  for (const districtCode of ['E07000239', 'E07000234'])
    await put.registration({ kind: 'young_carer', personId: await put.person({ districtCode }) })
}, youngService)

type Answer = {
  readonly measures: readonly { readonly id: string; readonly [part: string]: unknown }[]
}

const ask = async (who: typeof manager, path = at) => {
  const { status, response } = await who.get(path)
  return {
    status,
    type: response.headers['content-type'],
    body: JSON.parse(response.body) as unknown,
  }
}

describe('the figures of a year over the API', () => {
  it('are those of the page, under their ids', async () => {
    const { status, body } = await ask(manager)
    assert.equal(status, 200)
    const { measures: listed, ...head } = body as Answer
    assert.deepEqual(head, {
      authority: 'worcestershire',
      year: '2017/18',
      from: '2017-04-01',
      to: '2018-03-31',
    })
    assert.deepEqual(
      listed.map(({ id }) => id),
      measures.measures?.map(({ id }) => id),
    )
    const completed = listed.find(({ id }) => id === 'assessments.completed')
    assert.deepEqual([completed?.['value'], completed?.['by_year']], [1, { '2017/18': 1 }])
    assert.equal(listed.find(({ id }) => id === 'direct_payments.carers')?.['value'], null)
  })

  it('withhold small numbers from an analyst', async () => {
    const districts = async (who: typeof manager) =>
      ((await ask(who)).body as Answer).measures.find(
        ({ id }) => id === 'young_carers.by_district',
      )?.['by_district']
    assert.deepEqual(await districts(manager), { Bromsgrove: 1, 'Wyre Forest': 1 })
    assert.deepEqual(await districts(analyst), {
      Bromsgrove: 'fewer than 5',
      'Wyre Forest': 'fewer than 5',
    })
  })

  it('are refused as a problem for what is no year, and for a year without rows', async () => {
    for (const year of ['2017', '2017-19', 'next']) {
      const { status, type, body } = await ask(manager, `/api/reports/annual/${year}`)
      assert.equal(status, 422)
      assert.match(type ?? '', /^application\/problem\+json/)
      const { errors } = body as { errors: { pointer: string; detail: string }[] }
      assert.deepEqual(errors[0], {
        pointer: '#/path/year',
        detail: 'Write the financial year like 2017-18',
      })
    }
    const none = await ask(manager, '/api/reports/annual/2014-15')
    assert.equal(none.status, 404)
    assert.match(none.type ?? '', /^application\/problem\+json/)
  })

  it('are refused to who may not read the report, and to who is not signed in', async () => {
    const adviser = await house.signIn({ duties: ['adviser'] })
    assert.equal((await ask(adviser)).status, 403)
    const { status, response } = await house.visitor.get(at)
    assert.equal(status, 401)
    assert.match(String(response.headers['content-type']), /problem\+json/)
  })

  it('are described, the words in place of numbers too', async () => {
    const { response } = await house.visitor.get('/api/openapi.json')
    assert.match(response.body, /"\/api\/reports\/annual\/\{year\}"/)
    assert.match(response.body, /fewer than 5/)
  })
})
