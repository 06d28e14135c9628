import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assessHouse } from '../../testing.ts'
import { getAssessment } from '../assessments.sql.ts'
import { assessments } from '../room.ts'

const house = await assessHouse([assessments])
const { as, jo } = house

test('an assessment keeps the form it was made with, shown beside the one in use', async () => {
  // Begun with the first version, as one from before the change would be.
  const id = await house.anAssessment(await house.aCarer(), 'begun')
  const overview = await jo.get(`/assessments/${id}`)
  assert.match(overview.text, /Form adult-carer-1\. In use now: adult-carer-2/)
  const shown = await jo.get(`/assessments/${id}/form`)
  assert.match(
    shown.text,
    /made with the form adult-carer-1 and keeps it. In use today: adult-carer-2/,
  )
  assert.match(shown.text, /What comes of it Added Not asked A break from caring/)
  assert.match(shown.text, /Taking part Reworded What was found, by whom and when\?/)
  assert.equal((await jo.get(`/assessments/${id}/sections/what-comes-of-it`)).status, 404)
  await jo.post(`/assessments/${id}/sections/caring`, { 'version-caring': '0', care_given: 'All' })
  const kept = await as(jo.actor, (tx) => getAssessment(tx, id))
  assert.equal(kept.formVersion, 'adult-carer-1')
})

test('one made with the form in use differs in nothing, and one not begun has no form', async () => {
  const id = await house.anAssessmentOf(await house.aCarer(), 'adult_carer')
  assert.equal((await jo.get(`/assessments/${id}/form`)).status, 404)
  await jo.post(`/assessments/${id}/begin`, {})
  assert.match((await jo.get(`/assessments/${id}/form`)).text, /The same is asked in both/)
  assert.doesNotMatch((await jo.get(`/assessments/${id}`)).text, /In use now/)
})
