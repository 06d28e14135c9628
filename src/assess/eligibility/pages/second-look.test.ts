import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { assessHouse } from '../../testing.ts'
import { carerEligibility } from '../carer-eligibility.rules.ts'
import {
  getDetermination,
  insertDraft,
  listDeterminations,
  updateCountersigned,
  updateDecided,
  updateSent,
} from '../determinations.sql.ts'
import { outcomeIds } from '../eligibility.ts'
import { eligibility } from '../room.ts'
import { lookPanel, looksToday, lookTimeline, myLookPanel } from '../second-look-panels.ts'
import { getSecondLook, listSecondLooksOf } from '../second-looks.sql.ts'
import { waitsForSecondLook } from '../waiting-board.sql.ts'

// The clock of the house stands at Tuesday 3 April 2018: an answer is promised by Tuesday 1 May.
const house = await assessHouse([eligibility])
const { as, aCarer, anAssessment, jo, sam, council } = house
const today = isoDate('2018-04-03')
const late = isoDate('2018-05-02')
const manager = await house.signIn({ duties: ['manager'] })
const findings = {
  C1: true,
  C2a: true,
  outcomes: Object.fromEntries(outcomeIds.map((id) => [id, []])),
  C3: true,
  wellbeing: ['W_b' as const],
  evidence: { C1: 'You lift him.', C2a: 'Your back.', C3: 'No sleep.' },
}

/** A decision of Jo's that was sent; signed by the council where it is a proposal. */
async function sentDecision(decidedAs: 'delegate' | 'proposal' = 'delegate') {
  const personId = await aCarer()
  const assessmentId = await anAssessment(personId, 'completed')
  const id = newId()
  const { authorityId, accountId, organisationIds } = jo.actor
  const organisationId = organisationIds[0]!
  await as(jo.actor, async (tx) => {
    await insertDraft(tx, {
      authorityId,
      id,
      assessmentId,
      personId,
      organisationId,
      kind: 'adult_carer',
      rulesVersion: 'carer-eligibility-1',
      findings,
      familyFindings: {},
    })
    await updateDecided(tx, {
      id,
      version: 1,
      organisationId,
      state: decidedAs === 'proposal' ? 'to_countersign' : 'decided',
      came: carerEligibility(findings),
      responsibility: { answer: 'ours', ref: 's.13(4)(b)', reason: 'Lives here.' },
      decidedOn: today,
      decidedBy: accountId,
      decidedByName: 'Jo Pugh',
      decidedByRole: 'Assessor',
      decidedAs,
    })
  })
  const signed = {
    id,
    countersignedOn: today,
    countersignedBy: council.actor.accountId,
    countersignedByName: 'Pat Lane',
  }
  if (decidedAs === 'proposal') await as(council.actor, (tx) => updateCountersigned(tx, signed))
  const sent = { sentAt: '2018-04-03T10:00:00Z', sentAs: 'By hand', copyOn: today, copiesTo: null }
  await as(jo.actor, (tx) => updateSent(tx, { id, ...sent }))
  const carer = await house.signIn({ duties: ['carer'], personId })
  return { id, personId, assessmentId, carer, path: `/determinations/${id}` }
}

/** The carer asks on their own page; gives the address of the second look. */
async function asked(of: Awaited<ReturnType<typeof sentDecision>>, words = '') {
  const at = `/my/decisions/${of.id}/look-again`
  const id = (await of.carer.get(at)).field('id')!
  for (let times = 0; times < 2; times += 1)
    assert.equal((await of.carer.post(at, { id, words })).location, '/my')
  return { look: id, at: `/second-looks/${id}` }
}

async function answer(at: string, fields: Record<string, string>, who = sam) {
  const id = (await who.get(at)).field('id') ?? newId()
  return who.post(at, { id, ...fields })
}

const stands = { answer: 'stands', reason: 'You told us of your back, and we counted it.' }
const asJo = <T>(work: (tx: Tx) => Promise<T>) => as(jo.actor, work)
const onToday = async (who: typeof jo, href: string, on = today) => {
  const of = { actor: who.actor, today: on, limit: 500 }
  const { items } = await as(who.actor, (tx) => looksToday.list(tx, of))
  return items.find((item) => item.href === href)
}

describe('asking', () => {
  it('starts its clock once, shows on the carer’s page, the record and the board, and on whose list it belongs', async () => {
    const of = await sentDecision()
    assert.match(
      (await of.carer.get(`/my/decisions/${of.id}`)).text,
      /Ask us to look at our decision again/,
    )
    const { look, at } = await asked(of, 'You forgot my nights.')
    const stored = await asJo((tx) => getSecondLook(tx, look))
    assert.deepEqual(
      [stored.askedOn, stored.dueOn, stored.askedHow],
      [today, '2018-05-01', 'own_page'],
    )
    assert.match(
      (await of.carer.get(`/my/second-looks/${look}`)).text,
      /answer by Tuesday 1 May 2018.* You forgot my nights/,
    )
    const own = { personId: of.personId, actor: of.carer.actor, today }
    const panel = (on: typeof today) =>
      as(of.carer.actor, async (tx) =>
        String((await myLookPanel.show(tx, { ...own, today: on }))?.body),
      )
    assert.match(await panel(today), /You will have our answer by Tuesday 1 May 2018/)
    assert.match(await panel(late), /It is late: ring us/)
    const record = await asJo((tx) =>
      lookPanel.show(tx, { personId: of.personId, actor: jo.actor, today: late }),
    )
    assert.match(String(record?.body), /overdue since 1 May 2018/)
    const { rows } = await asJo((tx) =>
      sql<{
        id: string
        dueOn: string
      }>`select * from (${waitsForSecondLook.select({ actor: jo.actor, today })}) w`.execute(tx),
    )
    assert.equal(rows.find((row) => row.id === look)?.dueOn, '2018-05-01')
    assert.match(
      (await onToday(sam, at))?.title ?? '',
      /^Look at the decision again: Margaret Tolley/,
    )
    assert.equal(await onToday(jo, at), undefined)
    assert.equal(await onToday(manager, at), undefined)
    assert.ok(await onToday(manager, at, late))
  })

  it('is refused while it is looked at, and of what was not sent', async () => {
    const of = await sentDecision()
    await asked(of)
    const own = `/my/decisions/${of.id}/look-again`
    assert.match((await of.carer.get(own)).text, /being looked at again already/)
    const again = await of.carer.post(own, { id: newId(), words: 'Still wrong' })
    assert.equal(again.status, 422)
    assert.match(again.text, /being looked at again already/)
    assert.equal((await asJo((tx) => listSecondLooksOf(tx, of.personId))).length, 1)
    await assert.rejects(
      house.asSystem((tx) =>
        tx
          .updateTable('secondLook')
          .set({ dueOn: '2030-01-01' })
          .where('determinationId', '=', of.id)
          .execute(),
      ),
      /its due_on cannot be changed/,
    )
  })

  it('is written down by staff on the carer’s word, and runs from the day on which they asked', async () => {
    const of = await sentDecision()
    const at = `${of.path}/look-again`
    const adviser = await house.signIn({ duties: ['adviser'] })
    const id = (await adviser.get(at)).field('id')!
    const day = { 'asked_on-day': '3', 'asked_on-month': '4', 'asked_on-year': '2018' }
    const refused = await adviser.post(at, { id, ...day, words: 'They got my nights wrong' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Select how they asked/)
    assert.equal(refused.field('words'), 'They got my nights wrong')
    const early = await adviser.post(at, { id, ...day, 'asked_on-day': '2', how: 'telephone' })
    assert.match(early.text, /on or after the day on which the decision was sent/)
    const done = await adviser.post(at, { id, ...day, how: 'telephone', words: 'My nights' })
    assert.equal(done.location, `/carers/${of.personId}`)
    assert.match(
      (await jo.get(of.path)).text,
      /Second look, asked for on 3 April 2018 : answer due 1 May 2018/,
    )
    const entries = await asJo((tx) =>
      lookTimeline.list(tx, { personId: of.personId, actor: jo.actor, today }),
    )
    assert.deepEqual(
      entries.map(({ title, text }) => [title, text]),
      [['Asked for a second look at the decision', 'My nights']],
    )
    const other = await sentDecision()
    assert.equal((await of.carer.get(`/my/decisions/${other.id}/look-again`)).status, 404)
  })
})

describe('looking', () => {
  it('is refused to who decided, by the page and by the table itself', async () => {
    const of = await sentDecision()
    const { look, at } = await asked(of)
    assert.match((await jo.get(at)).text, /You decided this, so somebody else has to look/)
    const refused = await answer(at, stands, jo)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /somebody else has to look at it again/)
    await assert.rejects(
      house.asSystem((tx) =>
        tx
          .updateTable('secondLook')
          .set({
            answer: 'stands',
            reason: 'x',
            answeredOn: today,
            answeredByName: 'Jo',
            answeredBy: jo.actor.accountId,
          })
          .where('id', '=', look)
          .execute(),
      ),
      /somebody other than who decided/,
    )
    assert.equal((await manager.post(at, { id: newId(), ...stands })).status, 422)
  })

  it('at what the council signed is its other practitioners’', async () => {
    const of = await sentDecision('proposal')
    const { at } = await asked(of)
    assert.match((await answer(at, stands)).text, /The council decided this/)
    assert.match((await answer(at, stands, council)).text, /You decided this/)
    const kim = await house.signIn({
      duties: ['council_practitioner'],
      name: 'Kim Doe',
      organisation: 'Worcestershire County Council',
      kind: 'council',
    })
    assert.ok(await onToday(kim as typeof jo, at))
    assert.equal((await answer(at, stands, kim as typeof jo)).location, at)
  })

  it('needs an answer and a reason, and keeps what was typed', async () => {
    const of = await sentDecision()
    const { at } = await asked(of)
    const bare = await answer(at, { reason: 'Because' })
    assert.equal(bare.status, 422)
    assert.match(bare.text, /Select whether the decision stands or changes/)
    assert.equal(bare.field('reason'), 'Because')
    assert.match(
      (await answer(at, { answer: 'stands' })).text,
      /Enter the reason, as the carer will read it/,
    )
  })
})

describe('the answer', () => {
  it('that it stands goes to the carer once, with its reason, and then no list has it any more', async () => {
    const of = await sentDecision()
    const { look, at } = await asked(of)
    assert.match(
      (await sam.post(`${at}/send`, { way: 'by_hand', format: 'pdf' })).text,
      /Nobody has answered yet/,
    )
    assert.equal((await answer(at, stands)).location, at)
    assert.equal((await of.carer.get(`/my/second-looks/${look}/letter/text`)).status, 404)
    assert.match((await onToday(sam, at))?.title ?? '', /^Send the answer to the second look/)
    assert.match((await sam.post(`${at}/send`, {})).text, /Select how the carer gets it/)
    for (let times = 0; times < 2; times += 1)
      assert.equal((await sam.post(`${at}/send`, { way: 'email', format: 'pdf' })).location, at)
    const messages = await house.asSystem((tx) =>
      tx
        .selectFrom('message')
        .select(['subject', 'purpose'])
        .where('personId', '=', of.personId)
        .execute(),
    )
    assert.deepEqual(messages, [
      { subject: 'We looked at our decision again', purpose: 'decision' },
    ])
    const read = await of.carer.get(`/my/second-looks/${look}`)
    assert.match(read.text, /Sam Okafor, who had no part in that decision/)
    assert.match(read.text, /Our decision stays as it was\. Why You told us of your back/)
    for (const format of ['pdf', 'text', 'easy-read'])
      assert.equal((await of.carer.get(`/my/second-looks/${look}/letter/${format}`)).status, 200)
    assert.equal(await onToday(sam, at), undefined)
    assert.equal((await asJo((tx) => getSecondLook(tx, look))).copyOn, today)
    await assert.rejects(
      house.asSystem((tx) =>
        tx.updateTable('secondLook').set({ reason: 'x' }).where('id', '=', look).execute(),
      ),
      /its reason cannot be changed/,
    )
  })

  it('that it changes begins the next number, which who decided cannot make, and waits for it', async () => {
    await house.delegateTo(jo.actor.organisationIds)
    const of = await sentDecision()
    const before = await asJo((tx) => getDetermination(tx, of.id))
    const { look, at } = await asked(of)
    const reason = 'Your back is better, you told me.'
    const done = await answer(at, { answer: 'changed', reason })
    const [anew] = await asJo((tx) => listDeterminations(tx, of.assessmentId))
    assert.equal(done.location, `/determinations/${anew?.id}`)
    assert.deepEqual(
      [anew?.number, anew?.secondLookId, anew?.notBy],
      [2, look, [jo.actor.accountId]],
    )
    const path = `/determinations/${anew?.id}`
    assert.equal((await sam.get(`${at}/send`)).location, at)
    const version = (await jo.get(`${path}/decide`)).field('version')!
    const refused = await jo.post(`${path}/decide`, { version, home: 'here' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /somebody else has to decide now/)
    assert.equal((await sam.post(`${path}/decide`, { version, home: 'here' })).location, path)
    assert.equal((await sam.post(`${at}/send`, { way: 'by_hand', format: 'pdf' })).location, at)
    assert.match(
      (await of.carer.get(`/my/second-looks/${look}`)).text,
      /We have changed our decision/,
    )
    assert.deepEqual(await asJo((tx) => getDetermination(tx, of.id)), before)
  })

  it('that it changes waits where a new decision is begun already', async () => {
    const of = await sentDecision()
    const { at } = await asked(of)
    const path = `/assessments/${of.assessmentId}/decision`
    await jo.post(path, { id: (await jo.get(path)).field('id')! })
    const refused = await answer(at, { answer: 'changed', reason: 'It is wrong.' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /A new decision on this assessment is begun already/)
    assert.equal(refused.field('reason'), 'It is wrong.')
  })
})
