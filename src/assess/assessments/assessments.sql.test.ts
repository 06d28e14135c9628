import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { assessHouse } from '../testing.ts'
import { askForAssessment } from './ask.ts'
import {
  findOpenAssessment,
  getAssessment,
  listAssessments,
  updateOutcome,
  updateState,
} from './assessments.sql.ts'
import { saveSections } from './save-sections.ts'
import { insertSection, listSections, updateSection, updateShared } from './sections.sql.ts'
import { listWaitingAssessments } from './waiting.sql.ts'

const house = await assessHouse([])
const { as, aCarer, anAssessment, jo, sam, council } = house
const other = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
const referrer = await house.signIn({ duties: ['referrer'], organisation: 'Test hub' })

function asked(personId: string, on: string, id = newId()) {
  return as(jo.actor, (tx) =>
    askForAssessment(tx, {
      actor: jo.actor,
      id,
      personId,
      kind: 'adult_carer',
      on: isoDate(on),
      where: 'On the telephone',
    }),
  )
}

function section(assessmentId: string, personId: string, words: string) {
  return {
    authorityId: jo.actor.authorityId,
    id: newId(),
    assessmentId,
    personId,
    section: 'caring',
    answers: { care_given: words },
    savedBy: jo.actor.accountId,
    savedByName: 'Jo Pugh',
  }
}

describe('asking for an assessment', () => {
  it('starts its clock and gives it to the organisation that works with the carer', async () => {
    const carer = await aCarer()
    const id = await asked(carer, '2018-03-10')
    const found = await as(jo.actor, (tx) => getAssessment(tx, id))
    assert.equal(found.askedOn, '2018-03-10')
    assert.equal(found.state, 'asked')
    assert.equal(found.organisationId, jo.actor.organisationIds[0])
    assert.match(found.reference ?? '', /^ASM-/)
  })

  it('asked again, or sent twice, goes on from the day of the first time', async () => {
    const carer = await aCarer()
    const id = await asked(carer, '2018-03-10')
    assert.equal(await asked(carer, '2018-03-20'), id)
    assert.equal(await asked(carer, '2018-03-10', id), id)
    const all = await as(jo.actor, (tx) => listAssessments(tx, carer))
    assert.deepEqual(
      all.map(({ askedOn }) => askedOn),
      ['2018-03-10'],
    )
  })

  it('after one was completed starts another', async () => {
    const carer = await aCarer()
    await anAssessment(carer, 'completed')
    const id = await asked(carer, '2018-04-01')
    const open = await as(jo.actor, (tx) => findOpenAssessment(tx, carer, 'adult_carer'))
    assert.equal(open?.id, id)
  })
})

describe('a step', () => {
  it('is taken once, from the state that it starts from', async () => {
    const id = await anAssessment(await aCarer(), 'begun')
    const complete = () =>
      as(jo.actor, (tx) =>
        updateState(tx, {
          id,
          from: 'begun',
          to: 'completed',
          changes: { completedOn: isoDate('2018-03-28') },
        }),
      )
    assert.equal(await complete(), true)
    assert.equal(await complete(), false)
  })

  it('to completed without a day is refused by the table itself', async () => {
    const id = await anAssessment(await aCarer(), 'begun')
    await assert.rejects(
      as(jo.actor, (tx) => updateState(tx, { id, from: 'begun', to: 'completed', changes: {} })),
      /assessment_check/,
    )
  })

  it('does not give an outcome to what is not completed', async () => {
    const id = await anAssessment(await aCarer(), 'begun')
    await as(jo.actor, (tx) => updateOutcome(tx, id, 'eligible'))
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, id))).outcome, null)
  })
})

describe('a section', () => {
  it('is saved over the version that was read and no other', async () => {
    const carer = await aCarer()
    const id = await anAssessment(carer, 'begun')
    await as(jo.actor, async (tx) => {
      assert.equal(await insertSection(tx, section(id, carer, 'Washes him')), true)
      assert.equal(await insertSection(tx, section(id, carer, 'Feeds him')), false)
      assert.equal(await updateSection(tx, section(id, carer, 'Lifts him'), 1), true)
      assert.equal(await updateSection(tx, section(id, carer, 'Dresses him'), 1), false)
      const [saved] = await listSections(tx, id)
      assert.deepEqual(saved?.answers, { care_given: 'Lifts him' })
      assert.equal(saved?.version, 2)
    })
  })

  it('comes back from a clash with both versions', async () => {
    const carer = await aCarer()
    const id = await anAssessment(carer, 'begun')
    const typed = (words: string) => [
      { section: 'caring', answers: { care_given: words }, version: 0 },
    ]
    const save = (who: typeof jo, words: string) =>
      as(who.actor, async (tx) =>
        saveSections(tx, {
          actor: who.actor,
          assessment: await getAssessment(tx, id),
          typed: typed(words),
        }),
      )
    assert.equal((await save(jo, 'Washes him')).ok, true)
    assert.equal((await save(sam, 'Washes him')).ok, true)
    const clash = await save(sam, 'Feeds him')
    assert.ok(!clash.ok)
    assert.deepEqual(clash.error[0]?.theirs.answers, { care_given: 'Washes him' })
    assert.equal(clash.error[0]?.theirs.savedByName, 'Jo Pugh')
  })

  it('of a completed assessment cannot be changed, by anybody', async () => {
    const carer = await aCarer()
    const id = await anAssessment(carer, 'completed')
    const change = (tx: Parameters<typeof updateSection>[0]) =>
      updateSection(tx, section(id, carer, 'Something else'), 1)
    await assert.rejects(as(jo.actor, change), /is not open cannot be changed/)
    await assert.rejects(house.asSystem(change), /is not open cannot be changed/)
  })
})

describe('who reads an assessment', () => {
  it('are its organisation and the council, and nobody else', async () => {
    const carer = await aCarer()
    const id = await anAssessment(carer, 'begun')
    for (const who of [jo, sam, council])
      assert.equal((await as(who.actor, (tx) => getAssessment(tx, id))).id, id)
    await assert.rejects(
      as(other.actor, (tx) => getAssessment(tx, id)),
      NotFound,
    )
  })

  it('a referrer never does, even one of the same organisation', async () => {
    const carer = await aCarer()
    const id = await anAssessment(carer, 'completed')
    const stranger = { ...referrer.actor, organisationIds: [] }
    await assert.rejects(
      as(stranger, (tx) => getAssessment(tx, id)),
      NotFound,
    )
    assert.deepEqual(await as(stranger, (tx) => listSections(tx, id)), [])
  })

  it('the carer sees that it is under way, and the notes once they were shared', async () => {
    const personId = await aCarer()
    const id = await anAssessment(personId, 'completed')
    const carer = await house.signIn({ duties: ['carer'], personId })
    assert.equal((await as(carer.actor, (tx) => getAssessment(tx, id))).state, 'completed')
    assert.deepEqual(await as(carer.actor, (tx) => listSections(tx, id)), [])
    await as(jo.actor, (tx) => updateShared(tx, id))
    assert.ok((await as(carer.actor, (tx) => listSections(tx, id))).length > 0)
  })
})

describe('what waits', () => {
  it('is one’s own and what nobody has taken, the longest wait first, counted in full', async () => {
    const here = await assessHouse([])
    const [one, two, three] = [await here.aCarer(), await here.aCarer(), await here.aCarer()]
    await here.anAssessment(one, 'begun')
    await here.anAssessment(two, 'asked')
    await here.anAssessment(three, 'completed')
    const list = (who: typeof here.jo, limit: number) =>
      here.as(who.actor, (tx) => listWaitingAssessments(tx, { actor: who.actor, limit }))
    assert.equal((await list(here.jo, 10)).total, 2)
    const sams = await list(here.sam, 10)
    assert.deepEqual(
      sams.assessments.map(({ personId }) => personId),
      [two],
    )
    const short = await list(here.jo, 1)
    assert.deepEqual([short.assessments.length, short.total], [1, 2])
  })
})
