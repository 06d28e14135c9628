import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { duties } from '#platform/access/duties.ts'
import { assessHouse } from '../../testing.ts'
import { listAssessments } from '../assessments.sql.ts'
import { assessments } from '../room.ts'
import { listOwnWords } from '../own-words.sql.ts'
import { listSections } from '../sections.sql.ts'

// A child's assessment with their own words in it, tried from every kind of account there is.
const house = await assessHouse([assessments])
const { as, jo } = house
const childId = await house.aCarer({ bornOn: '2004-01-01', kind: 'young_carer' })
const id = await house.anAssessmentOf(childId, 'young_carer')
await jo.post(`/assessments/${id}/begin`, {})
const secret = 'I am afraid when it is night'
await jo.post(`/assessments/${id}/sections/own-words`, {
  'version-own-words': '0',
  own_private: secret,
})
const child = await house.signIn({ duties: ['carer'], personId: childId })
await child.post('/my/assessment/own-words', { 'version-own-words': '0', own_feelings: secret })

const pages = [
  '',
  '/sections/own-words',
  '/sections/whole',
  '/complete',
  '/beside',
  '/outcome',
].map((rest) => `/assessments/${id}${rest}`)
/** Of their own organisation who may open assessments; anywhere else only the council's practitioners. */
const here = ['assessor', 'manager', 'council_practitioner']
const elsewhere = ['council_practitioner']

describe("a child's assessment", () => {
  for (const [organisation, may] of [
    ['Test hub', here],
    ['Another hub', elsewhere],
  ] as const) {
    for (const duty of duties.filter((each) => !may.includes(each) && each !== 'carer')) {
      it(`is closed to a ${duty} of ${organisation}, on every page`, async () => {
        const who = await house.signIn({ duties: [duty], organisation })
        for (const page of pages) {
          const answer = await who.get(page)
          assert.ok([403, 404].includes(answer.status), `${page}: ${answer.status}`)
          assert.doesNotMatch(answer.text, /afraid/)
        }
      })
    }
  }

  it('says nothing to a parent, to another child, or to a carer of the same hub', async () => {
    const others = [
      await house.aCarer({ kind: 'parent_carer' }),
      await house.aCarer({ bornOn: '2004-01-01', kind: 'young_carer' }),
      await house.aCarer(),
    ]
    for (const personId of others) {
      const who = await house.signIn({ duties: ['carer'], personId })
      for (const page of [...pages, '/my/assessment', '/my/assessment/own-words'])
        assert.doesNotMatch((await who.get(page)).text, /afraid/)
      const read = await as(who.actor, async (tx) => [
        await listAssessments(tx, childId),
        await listSections(tx, id),
        await listOwnWords(tx, id),
      ])
      assert.deepEqual(read, [[], [], []])
    }
  })

  it('says nothing to whoever works at another hub or only referred, in the database either', async () => {
    const assessor = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
    const referrer = await house.signIn({ duties: ['referrer'], organisation: 'Test hub' })
    for (const { actor } of [assessor, referrer]) {
      const read = await as(actor, async (tx) => [
        await listSections(tx, id),
        await listOwnWords(tx, id),
      ])
      assert.deepEqual(read, [[], []])
    }
  })

  it('opens for the assessor, with the child’s own words marked as theirs', async () => {
    const shown = await jo.get(`/assessments/${id}/sections/own-words`)
    assert.match(shown.text, /What the carer wrote at home, .* I am afraid when it is night/)
  })

  it('gives the child what they wrote, and not yet what others noted', async () => {
    assert.match((await child.get('/my/assessment/own-words')).html, /afraid when it is night/)
    assert.deepEqual(await as(child.actor, (tx) => listSections(tx, id)), [])
  })
})
