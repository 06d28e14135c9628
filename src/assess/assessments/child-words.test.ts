import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { assessHouse } from '../testing.ts'
import { insertOwnWords, listOwnWords, updateOwnWords } from './own-words.sql.ts'

// A child's own words: the child reads them, who works with the child by name, and the safeguarding lead.
const house = await assessHouse([])
const { as, jo, sam, council } = house
const lead = await house.signIn({
  duties: ['safeguarding_lead'],
  organisation: 'Worcestershire County Council',
  kind: 'council',
})

async function words(kind: 'young_carer' | 'adult_carer') {
  const child = kind === 'young_carer'
  const personId = await house.aCarer(child ? { kind, bornOn: '2007-06-01' } : {})
  const assessmentId = await house.anAssessmentOf(personId, kind)
  const save = {
    authorityId: jo.actor.authorityId,
    id: newId(),
    assessmentId,
    personId,
    section: 'caring',
    answers: { care_given: 'I am afraid at night' },
  }
  await house.asSystem(async (tx) => {
    await insertOwnWords(tx, save)
    await updateOwnWords(tx, { ...save, answers: { care_given: 'I am not afraid' } }, 1)
  })
  const carer = await house.signIn({ duties: ['carer'], personId })
  const reads = async (who: typeof jo): Promise<number> =>
    (await as(who.actor, (tx) => listOwnWords(tx, assessmentId))).length
  const nameWorker = (workerId: string | null) =>
    house.asSystem((tx) =>
      tx.updateTable('involvement').set({ workerId }).where('personId', '=', personId).execute(),
    )
  const assess = (assessorId: string | null) =>
    house.asSystem((tx) =>
      tx.updateTable('assessment').set({ assessorId }).where('id', '=', assessmentId).execute(),
    )
  return { personId, carer, reads, nameWorker, assess }
}

test('who works with the child by name reads them, and no colleague who may work with the family', async () => {
  const { carer, reads, nameWorker, assess } = await words('young_carer')
  await assess(null)
  await nameWorker(sam.actor.accountId)
  assert.deepEqual(
    [
      await reads(carer),
      await reads(sam),
      await reads(jo),
      await reads(council),
      await reads(lead),
    ],
    [1, 1, 0, 0, 1],
  )
  await assess(jo.actor.accountId)
  assert.deepEqual([await reads(sam), await reads(jo), await reads(council)], [1, 1, 0])
  await nameWorker(null)
  assert.deepEqual([await reads(sam), await reads(jo)], [0, 1])
})

test('until somebody is named, the service that works with the child reads them', async () => {
  const { reads, nameWorker, assess } = await words('young_carer')
  await assess(null)
  await nameWorker(null)
  assert.deepEqual([await reads(sam), await reads(council), await reads(lead)], [1, 0, 1])
})

test('an adult’s are read by whoever reads their assessment', async () => {
  const { reads, nameWorker } = await words('adult_carer')
  await nameWorker(sam.actor.accountId)
  assert.deepEqual([await reads(jo), await reads(council), await reads(lead)], [1, 1, 0])
})

test('what they were before a change is in nobody’s reach either', async () => {
  const { personId } = await words('young_carer')
  for (const who of [jo, sam, council, lead]) {
    const lines = await as(who.actor, (tx) =>
      tx
        .selectFrom('history')
        .select('id')
        .where('personId', '=', personId)
        .where('tableName', '=', 'assessment_own_words')
        .execute(),
    )
    assert.deepEqual(lines, [])
  }
})
