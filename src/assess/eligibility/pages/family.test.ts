import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import type { AssessmentKind } from '#assess/assessments/assessment.ts'
import { getAssessment, updateState } from '#assess/assessments/assessments.sql.ts'
import { currentForm } from '#assess/assessments/assessment-form.ts'
import { assessHouse } from '../../testing.ts'
import { getDetermination } from '../determinations.sql.ts'
import { myDecisionPanel } from '../on-the-record.ts'
import { eligibility } from '../room.ts'
import { decisionsToSend } from '../today.ts'

// The clock of the house stands at Tuesday 3 April 2018. The hub's contract delegates the decision.
const house = await assessHouse([eligibility])
const { as, jo, sam } = house
const proposing = await assessHouse([eligibility])
await house.delegateTo(jo.actor.organisationIds)

type Fields = Record<string, string>
type House = typeof house
const today = isoDate('2018-04-03')

const support: Readonly<Record<'young_carer' | 'parent_carer' | 'transition', Fields>> = {
  young_carer: {
    Y1: 'yes',
    Y1_reason: 'You get up at night for Mum and fall asleep at school.',
    Y2: 'partly',
    Y2_reason: 'A helper in the morning would let you sleep.',
    Y3: 'yes',
    Y3_reason: 'A helper comes from Monday 16 April.',
  },
  parent_carer: {
    P1: 'yes',
    P1_reason: 'You have not slept through since March.',
    P2: 'wholly',
    P2_reason: 'Short breaks at Fort Royal would meet this.',
    P3: 'yes',
    P3_reason: 'Two nights a month from May.',
  },
  transition: {
    T1: 'yes',
    T1_reason: 'You will go on looking after your mum.',
    T2: 'yes',
    T2_reason: 'Your sleep, and going on with college.',
  },
}

/** A completed assessment of that kind with its decision begun. */
async function begun(kind: AssessmentKind, at: House = house, about = {}) {
  const bornOn = kind === 'parent_carer' ? '1980-05-01' : '2003-05-01'
  const carer = await at.aCarer({ bornOn, ...about })
  const assessment = await at.anAssessmentOf(carer, kind)
  await at.as(at.jo.actor, (tx) =>
    updateState(tx, {
      id: assessment,
      from: 'asked',
      to: 'begun',
      changes: { begunOn: today, formVersion: currentForm(kind)!.version },
    }),
  )
  await at.answerAll(assessment)
  await at.as(at.jo.actor, (tx) =>
    updateState(tx, {
      id: assessment,
      from: 'begun',
      to: 'completed',
      changes: { completedOn: today },
    }),
  )
  const id = (await at.jo.get(`/assessments/${assessment}/decision`)).field('id')!
  const done = await at.jo.post(`/assessments/${assessment}/decision`, { id })
  assert.equal(done.location, `/determinations/${id}/answers`)
  return { carer, assessment, id, path: `/determinations/${id}` }
}

async function answer(path: string, fields: Fields, who = jo) {
  const version = (await who.get(`${path}/answers`)).field('version')!
  return who.post(`${path}/answers`, { version, ...fields })
}

async function decide(path: string, at: House = house) {
  const version = (await at.jo.get(`${path}/decide`)).field('version')!
  return at.jo.post(`${path}/decide`, { version, home: 'here' })
}

async function decided(
  kind: keyof typeof support,
  fields: Fields = support[kind],
  at: House = house,
) {
  const found = await begun(kind, at)
  assert.equal((await answer(found.path, fields, at.jo)).location, `${found.path}/decide`)
  assert.equal((await decide(found.path, at)).location, found.path)
  return found
}

const stored = (id: string, at: House = house) =>
  at.as(at.jo.actor, (tx) => getDetermination(tx, id))

describe('the parts of a decision', () => {
  for (const [kind, law, asked] of [
    [
      'young_carer',
      /section 17ZC of the Children Act 1989/,
      /s\.17ZC\(a\).*s\.17ZC\(b\).*s\.17ZC\(c\)/,
    ],
    [
      'parent_carer',
      /section 17ZF of the Children Act 1989/,
      /s\.17ZF\(a\).*s\.17ZF\(b\).*s\.17ZF\(c\)/,
    ],
    ['transition', /sections 60 to 64 of the Care Act 2014/, /s\.63\(1\)\(b\).*s\.61, s\.64/],
  ] as const) {
    it(`${kind}: are asked by its own law, beside what was said, and never by the adults’ test`, async () => {
      const { path } = await begun(kind)
      const shown = await jo.get(`${path}/answers`)
      assert.match(shown.text, law)
      assert.match(shown.text, asked)
      assert.match(shown.text, /What was said: /)
      assert.doesNotMatch(shown.text, /reg 3/)
      const adults = `${path}/findings/necessary-care`
      assert.equal((await jo.get(adults)).status, 404)
      assert.equal((await jo.post(adults, { version: '1', C1: 'yes' })).status, 404)
    })
  }

  it('without a reason or an answer are refused where it is missing, and what was typed is kept', async () => {
    const { path, id } = await begun('young_carer')
    const half = await answer(path, { Y1: 'yes', Y2: 'partly', Y2_reason: 'A helper' })
    assert.equal(half.status, 422)
    assert.match(half.text, /Enter the reason for your answer on needs for support/)
    assert.match(half.text, /Select an answer on whether to provide them/)
    assert.equal((await jo.get(`${path}/answers`)).field('Y2_reason'), 'A helper')
    assert.equal((await jo.get(`${path}/decide`)).location, `${path}/answers`)
    const refused = await jo.post(`${path}/decide`, { version: '2', home: 'here' })
    assert.match(refused.text, /Enter the reason for your answer on needs for support/)
    assert.equal((await stored(id)).state, 'draft')
  })

  it('take no answer that the law does not have', async () => {
    const { path } = await begun('parent_carer')
    const refused = await answer(path, { P1: 'maybe', P1_reason: 'x' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Select one of the answers/)
  })

  it('of two people clash with both versions shown, and the same form twice is one', async () => {
    const { path, id } = await begun('young_carer')
    const version = (await jo.get(`${path}/answers`)).field('version')!
    for (let times = 0; times < 2; times += 1)
      assert.equal(
        (await jo.post(`${path}/answers`, { version, ...support.young_carer })).status,
        303,
      )
    assert.equal((await stored(id)).version, 2)
    const clash = await sam.post(`${path}/answers`, { version, Y1: 'no', Y1_reason: 'Otherwise' })
    assert.equal(clash.status, 409)
    assert.match(clash.text, /Somebody saved these answers .* fall asleep at school/)
    assert.equal(clash.field('Y1_reason'), 'Otherwise')
  })
})

describe('the decision', () => {
  it('has its outcome, each part with paragraph and reason, who made it and on whose authority', async () => {
    const { path, assessment, id } = await decided('young_carer')
    const shown = await jo.get(path)
    assert.match(shown.text, /Support for the young carer/)
    assert.match(shown.text, /by Jo Pugh, assessor, on the council's delegated authority/)
    assert.match(
      shown.text,
      /Children Act 1989 s\.17ZC\(b\) Yes, in part .* A helper in the morning/,
    )
    assert.match(shown.text, /The child and the family are in this area/)
    const { answer: came, eligible, rulesVersion } = await stored(id)
    assert.deepEqual([came, eligible, rulesVersion], ['support', null, 'young-carers-decision-1'])
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, assessment))).outcome, 'support')
  })

  for (const [kind, fields, outcome] of [
    ['parent_carer', { P1: 'no', P1_reason: 'All is well.' }, 'no_support'],
    [
      'parent_carer',
      { ...support.parent_carer, P3: 'no', P3_reason: 'Your sister does it.' },
      'information_and_advice',
    ],
    ['transition', support.transition, 'likely_eligible'],
    ['transition', { T1: 'no', T1_reason: 'Mum moves to your aunt.' }, 'not_likely_eligible'],
  ] as const) {
    it(`${kind}: gives the assessment the outcome ${outcome}`, async () => {
      const { assessment } = await decided(kind, fields)
      assert.equal((await as(jo.actor, (tx) => getAssessment(tx, assessment))).outcome, outcome)
    })
  }

  it('made anew has the next number, begins with the last answers and leaves the first as it was', async () => {
    const { assessment, id } = await decided('parent_carer')
    const first = await stored(id)
    const at = `/assessments/${assessment}/decision`
    const next = (await jo.get(at)).field('id')!
    assert.equal((await jo.post(at, { id: next })).location, `/determinations/${next}/decide`)
    await answer(`/determinations/${next}`, { P1: 'no', P1_reason: 'It is better now.' })
    await decide(`/determinations/${next}`)
    assert.deepEqual((await stored(next)).number, 2)
    assert.deepEqual(await stored(id), first)
  })

  it('is a proposal where the contract does not delegate, and cannot be sent before it is countersigned', async () => {
    const at = proposing
    const { path, assessment } = await decided('young_carer', support.young_carer, at)
    assert.match((await at.jo.get(path)).text, /as a proposal for the council to countersign/)
    const sent = { way: 'by_hand', format: 'pdf', copies_to: 'Her mother' }
    assert.match((await at.jo.post(`${path}/send`, sent)).text, /has to countersign/)
    const signing = await at.council.get(`${path}/countersign`)
    assert.match(signing.text, /Jo Pugh proposes: support for the young carer .* fall asleep/)
    await at.council.post(`${path}/countersign`, { answer: 'countersign' })
    const now = await at.as(at.jo.actor, (tx) => getAssessment(tx, assessment))
    assert.equal(now.outcome, 'support')
  })

  it('cannot be changed or mixed with the adults’ test by any statement', async () => {
    const { id } = await decided('young_carer')
    const set = (change: object) =>
      house.asSystem((tx) =>
        tx.updateTable('determination').set(change).where('id', '=', id).execute(),
      )
    await assert.rejects(set({ answer: 'no_needs' }), /its answer cannot be changed/)
    await assert.rejects(set({ kind: 'adult_carer' }), /cannot be changed/)
    const { id: draft } = await begun('young_carer')
    await assert.rejects(
      house.asSystem((tx) =>
        tx.updateTable('determination').set({ answer: 'likely' }).where('id', '=', draft).execute(),
      ),
      /determination_answer/,
    )
  })
})

describe('sending it', () => {
  it('asks who else has the record of a child or a parent, and keeps the day of the copy', async () => {
    const { path, id } = await decided('young_carer')
    const send = { way: 'by_hand', format: 'pdf' }
    const refused = await jo.post(`${path}/send`, send)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Enter who else gets a copy, or why nobody does/)
    const copies = { copies_to: 'Her mother, by hand on the same day' }
    assert.equal((await jo.post(`${path}/send`, { ...send, ...copies })).location, path)
    const kept = await stored(id)
    assert.deepEqual([kept.copyOn, kept.copiesTo], [today, copies.copies_to])
    assert.match((await jo.get(path)).text, /Other copies Her mother/)
    await assert.rejects(
      house.asSystem((tx) =>
        tx.updateTable('determination').set({ copiesTo: 'x' }).where('id', '=', id).execute(),
      ),
      /its copies_to cannot be changed/,
    )
  })

  it('is refused by the table itself without a word on the copies', async () => {
    const { id } = await decided('parent_carer')
    await assert.rejects(
      as(jo.actor, (tx) =>
        tx
          .updateTable('determination')
          .set({ sentAt: '2018-04-03T12:00:00Z', sentAs: 'by hand', copyOn: today })
          .where('id', '=', id)
          .execute(),
      ),
      /determination_copied/,
    )
  })

  it('of what is expected after 18 waits for the advice, whatever is expected', async () => {
    const { path, id } = await decided('transition')
    assert.match((await jo.get(path)).text, /cannot go without written advice/)
    const of = { actor: jo.actor, today, limit: 500 }
    const { items } = await as(jo.actor, (tx) => decisionsToSend.list(tx, of))
    assert.match(items.find(({ href }) => href === path)?.title ?? '', /^Write advice and send/)
    const version = (await jo.get(`${path}/advice`)).field('version')!
    await jo.post(`${path}/advice`, { version, reduce: 'Ask the college.', prevent: 'Ring early.' })
    assert.equal((await jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf' })).location, path)
    assert.notEqual((await stored(id)).sentAt, null)
  })

  it('opens it to the young carer in words for a child, and not before', async () => {
    const { path, id, carer: personId } = await decided('young_carer')
    const child = await house.signIn({ duties: ['carer'], personId })
    assert.equal((await child.get(`/my/decisions/${id}`)).status, 404)
    await jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf', copies_to: 'Her mother' })
    const read = await child.get(`/my/decisions/${id}`)
    assert.match(
      read.text,
      /What we decided after our talk with you Dear Margaret, You talked with us/,
    )
    assert.match(read.text, /You need some help .* You get up at night for Mum/)
    assert.match(read.text, /Nobody will be cross with you/)
    const of = { personId, actor: child.actor, today }
    const panel = await as(child.actor, (tx) => myDecisionPanel.show(tx, of))
    assert.match(String(panel?.body), /There will be help for you/)
    for (const format of ['text', 'pdf', 'easy-read'])
      assert.equal((await child.get(`/my/decisions/${id}/letter/${format}`)).status, 200)
  })
})
