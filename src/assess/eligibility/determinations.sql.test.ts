import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { assessHouse } from '../testing.ts'
import { carerEligibility } from './carer-eligibility.rules.ts'
import {
  getDetermination,
  insertDraft,
  listDeterminations,
  updateAdvice,
  updateCountersigned,
  updateDecided,
  updateFindings,
  updateReturned,
  updateSent,
} from './determinations.sql.ts'
import type { Findings } from './eligibility.ts'
import { listCaredForHomes } from './homes.sql.ts'
import { listToCountersign, listToSend } from './waiting.sql.ts'
import { waitsForLetter } from './waiting-board.sql.ts'

const house = await assessHouse([])
const { as, aCarer, anAssessment, jo, council } = house
const today = isoDate('2018-04-03')
const no: Findings = { C1: false, evidence: { C1: 'He manages by himself' } }
const byHand = { sentAt: '2018-04-03T12:00:00Z', sentAs: 'by hand', copyOn: today, copiesTo: null }
const yes: Findings = { C1: true, C2a: true, C3: true }
const asJo = <T>(work: (tx: Tx) => Promise<T>) => as(jo.actor, work)

async function aDraft(findings: Findings = {}, assessment?: { id: string; personId: string }) {
  const personId = assessment?.personId ?? (await aCarer())
  const assessmentId = assessment?.id ?? (await anAssessment(personId, 'completed'))
  const id = newId()
  await asJo((tx) =>
    insertDraft(tx, {
      authorityId: jo.actor.authorityId,
      id,
      assessmentId,
      personId,
      organisationId: jo.actor.organisationIds[0]!,
      kind: 'adult_carer',
      rulesVersion: 'carer-eligibility-1',
      findings,
      familyFindings: {},
    }),
  )
  return { id, assessmentId, personId }
}

async function aDecision(findings: Findings, as_: 'delegate' | 'proposal' = 'delegate') {
  const draft = await aDraft(findings)
  await asJo((tx) =>
    updateDecided(tx, {
      id: draft.id,
      version: 1,
      organisationId: jo.actor.organisationIds[0]!,
      state: as_ === 'proposal' ? 'to_countersign' : 'decided',
      came: carerEligibility(findings),
      responsibility: { answer: 'ours', ref: 's.13(4)(b)', reason: 'Lives here.' },
      decidedOn: today,
      decidedBy: jo.actor.accountId,
      decidedByName: 'Jo Pugh',
      decidedByRole: 'Assessor',
      decidedAs: as_,
    }),
  )
  return draft
}

describe('a draft', () => {
  it('is begun once, whatever is pressed how often, and one at a time', async () => {
    const draft = await aDraft()
    await aDraft({}, { id: draft.assessmentId, personId: draft.personId })
    const all = await asJo((tx) => listDeterminations(tx, draft.assessmentId))
    assert.deepEqual(
      all.map(({ id, number, state }) => [id, number, state]),
      [[draft.id, 1, 'draft']],
    )
  })

  it('is saved over the version that was read and no other', async () => {
    const { id } = await aDraft()
    assert.equal(await asJo((tx) => updateFindings(tx, { id, version: 1, findings: no })), true)
    assert.equal(await asJo((tx) => updateFindings(tx, { id, version: 1, findings: yes })), false)
    assert.deepEqual((await asJo((tx) => getDetermination(tx, id))).findings, no)
  })

  it('is not there for the carer, nor is a decision that has not been sent', async () => {
    const { id, personId } = await aDecision(yes)
    const carer = await house.signIn({ duties: ['carer'], personId })
    await assert.rejects(
      as(carer.actor, (tx) => getDetermination(tx, id)),
      NotFound,
    )
    await asJo((tx) => updateSent(tx, { id, ...byHand }))
    assert.equal((await as(carer.actor, (tx) => getDetermination(tx, id))).eligible, true)
  })
})

describe('a decision', () => {
  it('cannot be changed by any statement, not even of the house itself', async () => {
    const { id } = await aDecision(no)
    assert.equal(await asJo((tx) => updateFindings(tx, { id, version: 2, findings: yes })), false)
    for (const change of [
      { eligible: true },
      { findings: JSON.stringify(yes) },
      { steps: '[]' },
      { decidedByName: 'Somebody else' },
      { decidedOn: '2018-01-01' },
      { number: 7 },
    ]) {
      const update = (tx: Tx) =>
        tx.updateTable('determination').set(change).where('id', '=', id).execute()
      await assert.rejects(asJo(update), /is decided: its .* cannot be changed, make a new one/)
      await assert.rejects(house.asSystem(update), /cannot be changed/)
    }
  })

  it('cannot be deleted by the application', async () => {
    const { id } = await aDecision(no)
    const remove = (tx: Tx) => tx.deleteFrom('determination').where('id', '=', id).execute()
    await assert.rejects(asJo(remove), /permission denied/)
    await assert.rejects(house.asSystem(remove), /permission denied/)
  })

  it('is followed by another with the next number, and both stay', async () => {
    const first = await aDecision(no)
    const second = await aDraft(yes, { id: first.assessmentId, personId: first.personId })
    const all = await asJo((tx) => listDeterminations(tx, first.assessmentId))
    assert.deepEqual(
      all.map(({ id, number }) => [id, number]),
      [
        [second.id, 2],
        [first.id, 1],
      ],
    )
  })

  it('needs its steps, its answer and its author before it is one', async () => {
    const { id } = await aDraft(no)
    await assert.rejects(
      asJo((tx) =>
        tx.updateTable('determination').set({ state: 'decided' }).where('id', '=', id).execute(),
      ),
      /determination_reasoned/,
    )
  })
})

describe('a proposal', () => {
  it('becomes a decision only with a countersignature', async () => {
    const { id } = await aDecision(yes, 'proposal')
    const update = (tx: Tx) =>
      tx.updateTable('determination').set({ state: 'decided' }).where('id', '=', id).execute()
    await assert.rejects(asJo(update), /determination_countersigned/)
    const signed = {
      countersignedOn: today,
      countersignedBy: council.actor.accountId,
      countersignedByName: 'Pat Lane',
    }
    assert.equal(await as(council.actor, (tx) => updateCountersigned(tx, { id, ...signed })), true)
    assert.equal(await as(council.actor, (tx) => updateCountersigned(tx, { id, ...signed })), false)
    assert.equal((await asJo((tx) => getDetermination(tx, id))).state, 'decided')
  })

  it('that was returned stays as it was, with the words of the council', async () => {
    const { id } = await aDecision(yes, 'proposal')
    assert.equal(await as(council.actor, (tx) => updateReturned(tx, id, 'Look at O6')), true)
    const update = (tx: Tx) =>
      tx.updateTable('determination').set({ state: 'decided' }).where('id', '=', id).execute()
    await assert.rejects(asJo(update), /its state cannot be changed/)
    assert.equal((await asJo((tx) => getDetermination(tx, id))).returnedWords, 'Look at O6')
  })

  it('waits on the council’s list and not on its author’s', async () => {
    const { id } = await aDecision(yes, 'proposal')
    const list = (who: typeof jo) =>
      as(who.actor, (tx) => listToCountersign(tx, { actor: who.actor, limit: 500 }))
    assert.ok((await list(council)).decisions.some((each) => each.id === id))
    assert.equal((await list(jo)).total, 0)
  })
})

describe('sending', () => {
  it('happens once, and what was sent cannot be unsent or re-advised', async () => {
    const { id } = await aDecision(yes)
    const send = () => asJo((tx) => updateSent(tx, { id, ...byHand }))
    assert.deepEqual([await send(), await send()], [true, false])
    const change = (set: object) => (tx: Tx) =>
      tx.updateTable('determination').set(set).where('id', '=', id).execute()
    await assert.rejects(asJo(change({ sentAt: null })), /its sent_at cannot be changed/)
    await assert.rejects(asJo(change({ adviceReduce: 'x' })), /its advice_reduce cannot be changed/)
  })

  it('of not eligible without both kinds of advice is refused by the table itself', async () => {
    const { id } = await aDecision(no)
    const send = () => asJo((tx) => updateSent(tx, { id, ...byHand }))
    await assert.rejects(send(), /determination_advised/)
    const advice = {
      id,
      version: 2,
      adviceReduce: 'Ask the pharmacy to deliver',
      advicePrevent: '',
    }
    await asJo((tx) => updateAdvice(tx, advice))
    await assert.rejects(send(), /determination_advised/)
    await asJo((tx) => updateAdvice(tx, { ...advice, version: 3, advicePrevent: 'Ring early' }))
    assert.equal(await send(), true)
  })

  it('of a draft does nothing', async () => {
    const { id } = await aDraft(yes)
    assert.equal(await asJo((tx) => updateSent(tx, { id, ...byHand })), false)
  })

  it('is on the list of who decided until it is done', async () => {
    const { id } = await aDecision(yes)
    const waits = async () =>
      (await asJo((tx) => listToSend(tx, { actor: jo.actor, limit: 500 }))).decisions.some(
        (each) => each.id === id,
      )
    assert.equal(await waits(), true)
    await asJo((tx) => updateSent(tx, { id, ...byHand }))
    assert.equal(await waits(), false)
  })

  it('waits for whoever was given its letter, and no longer for who decided it', async () => {
    const { id } = await aDecision(yes)
    const ade = await house.signIn({ duties: ['assessor'] })
    const run = waitsForLetter.give!.run
    const given = { ids: [id], workerId: ade.actor.accountId! }
    assert.equal(await asJo((tx) => run(tx, { ...given, from: council.actor.accountId })), 0)
    assert.equal(await asJo((tx) => run(tx, { ...given, from: jo.actor.accountId })), 1)
    for (const [actor, waits] of [
      [jo.actor, false],
      [ade.actor, true],
    ] as const) {
      const { decisions } = await asJo((tx) => listToSend(tx, { actor, limit: 500 }))
      assert.equal(
        decisions.some((each) => each.id === id),
        waits,
      )
    }
  })
})

describe('where the cared-for adult lives', () => {
  it('is read from their own record, wherever the carer lives', async () => {
    const carer = await aCarer({ caredForIn: 'E06000051' })
    const homes = await asJo((tx) => listCaredForHomes(tx, carer, today))
    assert.deepEqual(homes, [{ name: 'Brian Tolley', districtCode: 'E06000051' }])
  })

  it('is the carer’s own district where they live together and nothing else is known', async () => {
    const carer = await aCarer({ caredForIn: null })
    const home = async () =>
      (await asJo((tx) => listCaredForHomes(tx, carer, today)))[0]?.districtCode
    assert.equal(await home(), null)
    await asJo((tx) =>
      tx.updateTable('caring').set({ livesTogether: true }).where('carerId', '=', carer).execute(),
    )
    assert.equal(await home(), 'E07000235')
  })

  it('leaves children out, and people who are cared for no longer', async () => {
    const carer = await aCarer()
    await asJo((tx) =>
      tx
        .updateTable('person')
        .set({ dateOfBirth: '2005-01-01' })
        .where('id', 'in', (eb) =>
          eb.selectFrom('caring').select('caredForId').where('carerId', '=', carer),
        )
        .execute(),
    )
    assert.deepEqual(await asJo((tx) => listCaredForHomes(tx, carer, today)), [])
  })
})
