import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { assessHouse } from '../../testing.ts'
import { listCompetenceViews } from '../competence.sql.ts'
import { competencePanel } from '../panel.ts'
import { competence } from '../room.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([competence])
const { as, aCarer, jo } = house
const aChild = () => aCarer({ bornOn: '2005-06-01', kind: 'young_carer' })
const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })

const at = (id: string) => `/carers/${id}/competence`
const seen = (more: Record<string, string> = {}) => ({
  id: newId(),
  about: 'parent_told',
  decision: 'That her father is not told',
  competent: 'yes',
  because: 'She said what might happen if he knew and if he did not.',
  whoDecides: '',
  'formedOn-day': '2',
  'formedOn-month': '4',
  'formedOn-year': '2018',
  ...more,
})

describe('what a child can decide', () => {
  it('is written down for one decision at a time, by whom, when and why; sent twice it is there once', async () => {
    const child = await aChild()
    assert.match((await jo.get(at(child))).text, /Under 16, a child who understands enough/)
    const sent = seen()
    for (let times = 0; times < 2; times += 1)
      assert.equal((await jo.post(at(child), sent)).location, at(child))
    await jo.post(
      at(child),
      seen({
        about: 'caring',
        decision: 'To give her mother insulin',
        competent: 'no',
        whoDecides: 'Her mother, with the nurse',
      }),
    )
    const views = await as(jo.actor, (tx) => listCompetenceViews(tx, child))
    assert.deepEqual(
      views.map(({ competent, whoDecides, formedByName }) => [competent, whoDecides, formedByName]),
      [
        [false, 'Her mother, with the nurse', 'Jo Pugh'],
        [true, 'They themselves', 'Jo Pugh'],
      ],
    )
    assert.match(
      (await jo.get(at(child))).text,
      /That her father is not told.*They could decide this.*Jo Pugh, 2 April 2018/,
    )
  })

  it('is read by the child in their own rows, and by no other service', async () => {
    const child = await aChild()
    await jo.post(at(child), seen())
    const own = await house.signIn({ duties: ['carer'], personId: child })
    for (const [who, count] of [
      [own, 1],
      [elsewhere, 0],
    ] as const)
      assert.equal((await as(who.actor, (tx) => listCompetenceViews(tx, child))).length, count)
    assert.equal((await elsewhere.get(at(child))).status, 404)
    assert.equal((await own.get(at(child))).status, 403)
  })

  it('is refused without the decision, the why, who decides instead, and for a day to come', async () => {
    const child = await aChild()
    const refusals: readonly [Record<string, string>, RegExp][] = [
      [{ about: '' }, /Select what the decision is about/],
      [{ decision: '' }, /Enter the decision, in one sentence/],
      [{ competent: '' }, /Select whether they could decide this/],
      [{ because: 'Yes' }, /Write more of what they understood/],
      [{ competent: 'no' }, /Enter who decides this with them or for them/],
      [{ 'formedOn-day': '4' }, /must be today or in the past/],
    ]
    for (const [typed, words] of refusals) {
      const refused = await jo.post(at(child), seen(typed))
      assert.equal(refused.status, 422)
      assert.match(refused.text, words)
    }
    assert.deepEqual(await as(jo.actor, (tx) => listCompetenceViews(tx, child)), [])
  })

  it('is not asked of an adult, and starts elsewhere at 16', async () => {
    const adult = await aCarer({ bornOn: '1960-01-01' })
    assert.doesNotMatch((await jo.get(at(adult))).text, /Write down one more decision/)
    const refused = await jo.post(at(adult), seen())
    assert.match(refused.text, /They were 18 or older on that day/)
    const sixteen = await aCarer({ bornOn: '2001-06-01', kind: 'young_carer' })
    assert.match((await jo.get(at(sixteen))).text, /At 16 and 17 they are taken to be able/)
    const panel = (personId: string) =>
      as(jo.actor, (tx) =>
        competencePanel.show(tx, { personId, actor: jo.actor, today: isoDate('2018-04-03') }),
      )
    assert.equal(await panel(adult), null)
    assert.match(String((await panel(sixteen))?.body), /What they can decide/)
  })

  it('stands as it was formed', async () => {
    const child = await aChild()
    await jo.post(at(child), seen())
    const change = as(jo.actor, (tx) =>
      tx.updateTable('competenceView').set({ competent: false }).execute(),
    )
    await assert.rejects(change, /permission denied/)
  })
})
