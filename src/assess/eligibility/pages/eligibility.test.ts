import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getAssessment } from '#assess/assessments/assessments.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { assessHouse } from '../../testing.ts'
import { getDetermination, listDeterminations } from '../determinations.sql.ts'
import { outcomeIds } from '../eligibility.ts'
import { decisionPanel, decisionTimeline, myDecisionPanel } from '../on-the-record.ts'
import { eligibility } from '../room.ts'
import { decisionsToCountersign, decisionsToSend } from '../today.ts'

// The clock of the house stands at Tuesday 3 April 2018. The hub's contract delegates the decision;
// a hub whose contract does not is `proposing`.
const house = await assessHouse([eligibility])
const { as, aCarer, anAssessment, jo, sam } = house
const proposing = await assessHouse([eligibility])
const manager = await house.signIn({ duties: ['manager'] })
const adviser = await house.signIn({ duties: ['adviser'] })
const referrer = await house.signIn({ duties: ['referrer'] })
const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
await house.delegateTo(jo.actor.organisationIds)

type Worker = typeof jo
type Fields = Record<string, string | readonly string[]>

const able: Fields = Object.fromEntries(outcomeIds.map((id) => [id, 'able']))
const c1yes: Fields = { C1: 'yes', C1_evidence: 'Washes, lifts and feeds him' }
const c1no: Fields = { C1: 'no', C1_evidence: 'He manages by himself' }
const c2yes: Fields = { C2a: 'no', ...able, O8: ['U1'], O8_evidence: 'Has not swum since May' }
const c3yes: Fields = { C3: 'yes', C3_evidence: 'Her days have shrunk to his', wellbeing: ['W_e'] }
const home: Fields = { home: 'here' }
const advice: Fields = {
  reduce: 'The pharmacy on Church Street delivers. Ring them on 01632 960111.',
  prevent: 'Come to the Thursday group before things get too much.',
}

/** A completed assessment with a decision begun on it; gives where its pages are. */
async function begun(at = house, who: Worker = at.jo, about: Parameters<typeof aCarer>[0] = {}) {
  const carer = await at.aCarer(about)
  const assessment = await at.anAssessment(carer, 'completed')
  const id = (await who.get(`/assessments/${assessment}/decision`)).field('id')!
  const done = await who.post(`/assessments/${assessment}/decision`, { id })
  assert.equal(done.location, `/determinations/${id}/findings/necessary-care`)
  return { carer, assessment, id, path: `/determinations/${id}` }
}

/** Fills one page of findings as it stands. */
async function find(who: Worker, path: string, page: string, fields: Fields) {
  const version = (await who.get(`${path}/findings/${page}`)).field('version')!
  return who.post(`${path}/findings/${page}`, { version, ...fields })
}

async function decide(who: Worker, path: string, fields: Fields = home) {
  const version = (await who.get(`${path}/decide`)).field('version')!
  return who.post(`${path}/decide`, { version, ...fields })
}

async function eligible(
  at = house,
  who: Worker = at.jo,
  about: Parameters<typeof aCarer>[0] = {},
  lives: Fields = home,
) {
  const found = await begun(at, who, about)
  await find(who, found.path, 'necessary-care', c1yes)
  await find(who, found.path, 'health-and-outcomes', c2yes)
  await find(who, found.path, 'wellbeing', c3yes)
  assert.equal((await decide(who, found.path, lives)).location, found.path)
  return found
}

async function notEligible(
  at = house,
  who: Worker = at.jo,
  about: Parameters<typeof aCarer>[0] = {},
) {
  const found = await begun(at, who, about)
  await find(who, found.path, 'necessary-care', c1no)
  assert.equal((await decide(who, found.path)).location, found.path)
  return found
}

const stored = (id: string, at = house) => at.as(at.jo.actor, (tx) => getDetermination(tx, id))

describe('findings', () => {
  it('are asked condition by condition, beside what the carer said', async () => {
    const { path } = await begun()
    const first = await jo.get(`${path}/findings/necessary-care`)
    assert.match(first.text, /condition 1 of 3 Necessary care reg 3\(1\)\(a\)/)
    assert.match(
      first.text,
      /What the carer said about this .* What could they not manage without you\? Said in full/,
    )
    const second = await find(jo, path, 'necessary-care', c1yes)
    assert.equal(second.location, `${path}/findings/health-and-outcomes`)
    const third = await find(jo, path, 'health-and-outcomes', c2yes)
    assert.equal(third.location, `${path}/findings/wellbeing`)
    assert.equal((await find(jo, path, 'wellbeing', c3yes)).location, `${path}/decide`)
  })

  it('end with the first condition that is not met', async () => {
    const { path } = await begun()
    assert.equal((await find(jo, path, 'necessary-care', c1no)).location, `${path}/decide`)
    const last = await jo.get(`${path}/decide`)
    assert.match(last.text, /On these findings: not eligible .* Not met .* He manages by himself/)
    assert.doesNotMatch(last.text, /reg 3\(1\)\(b\)/)
  })

  for (const [name, page, fields, words] of [
    [
      'an answer without its reason',
      'necessary-care',
      { C1: 'yes' },
      /Enter the reason for your answer on necessary care/,
    ],
    [
      'a reason without an answer',
      'necessary-care',
      { C1_evidence: 'x' },
      /Select whether the needs come from giving necessary care/,
    ],
    [
      'an outcome that was not looked at',
      'health-and-outcomes',
      { ...c2yes, O3: '' },
      /Select whether the carer is able to achieve: a home fit to live in/,
    ],
    [
      'an outcome without evidence',
      'health-and-outcomes',
      { ...c2yes, O8_evidence: '' },
      /Enter what shows it: time for recreation/,
    ],
    [
      'able and unable at once',
      'health-and-outcomes',
      { ...c2yes, O8: ['U1', 'able'] },
      /Select either that the carer is able, or how they are unable/,
    ],
    [
      'health at risk without what shows it',
      'health-and-outcomes',
      { ...c2yes, C2a: 'yes' },
      /Enter what shows that the carer's health is getting worse/,
    ],
    [
      'nothing that applies without a reason',
      'health-and-outcomes',
      { C2a: 'no', ...able },
      /Enter the reason why nothing applies/,
    ],
    [
      'an impact on nothing',
      'wellbeing',
      { ...c3yes, wellbeing: '' },
      /Select the parts of wellbeing/,
    ],
    [
      'an outcome that the law does not have',
      'health-and-outcomes',
      { ...c2yes, O1: 'U4' },
      /Select from the answers shown/,
    ],
  ] as const) {
    it(`are refused with ${name}`, async () => {
      const { path } = await begun()
      const again = await find(jo, path, page, fields)
      assert.equal(again.status, 422)
      assert.match(again.text, words)
    })
  }

  it('are kept half-done, so that nothing typed is lost by going away', async () => {
    const { path } = await begun()
    await find(jo, path, 'necessary-care', { C1_evidence: 'Lifts him' })
    assert.equal(
      (await jo.get(`${path}/findings/necessary-care`)).field('C1_evidence'),
      'Lifts him',
    )
  })

  it('of two people clash with both versions shown', async () => {
    const { path } = await begun()
    const at = `${path}/findings/necessary-care`
    const version = (await jo.get(at)).field('version')!
    await jo.post(at, { version, ...c1yes })
    const clash = await sam.post(at, { version, ...c1no })
    assert.equal(clash.status, 409)
    assert.match(
      clash.text,
      /Somebody saved these findings while you were writing .* Washes, lifts and feeds him/,
    )
    assert.equal(clash.field('C1_evidence'), 'He manages by himself')
    assert.equal((await sam.post(at, { version: clash.field('version')!, ...c1no })).status, 303)
  })

  it('sent twice are saved once', async () => {
    const { path, id } = await begun()
    const at = `${path}/findings/necessary-care`
    const version = (await jo.get(at)).field('version')!
    for (let times = 0; times < 2; times += 1)
      assert.equal((await jo.post(at, { version, ...c1yes })).status, 303)
    assert.equal((await stored(id)).version, 2)
  })
})

describe('a decision', () => {
  it('cannot be begun before the assessment is completed', async () => {
    const assessment = await anAssessment(await aCarer(), 'begun')
    const path = `/assessments/${assessment}/decision`
    assert.match((await jo.get(path)).text, /once the assessment is completed/)
    await jo.post(path, { id: crypto.randomUUID() })
    assert.deepEqual(await as(jo.actor, (tx) => listDeterminations(tx, assessment)), [])
  })

  it('is not there for what another system held', async () => {
    const assessment = await anAssessment(await aCarer(), 'completed')
    await as(jo.actor, (tx) =>
      tx
        .updateTable('assessment')
        .set({ formVersion: null })
        .where('id', '=', assessment)
        .execute(),
    )
    assert.equal((await jo.get(`/assessments/${assessment}/decision`)).status, 404)
  })

  it('is begun once, whoever presses how often', async () => {
    const assessment = await anAssessment(await aCarer(), 'completed')
    const path = `/assessments/${assessment}/decision`
    const first = await jo.post(path, { id: crypto.randomUUID() })
    const second = await sam.post(path, { id: crypto.randomUUID() })
    assert.equal(first.location, second.location)
  })

  it('is refused while a finding or its reason is missing', async () => {
    const { path, id } = await begun()
    await find(jo, path, 'necessary-care', { C1: 'no' })
    assert.equal((await jo.get(`${path}/decide`)).location, `${path}/findings/necessary-care`)
    const refused = await jo.post(`${path}/decide`, { version: '2', ...home })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Enter the reason for your answer on necessary care/)
    assert.equal((await stored(id)).state, 'draft')
  })

  it('asks where the adult lives, starting from the record', async () => {
    const { path } = await begun(house, jo, { caredForIn: 'E06000051' })
    await find(jo, path, 'necessary-care', c1no)
    const shown = await jo.get(`${path}/decide`)
    assert.equal(shown.field('home'), 'elsewhere')
    assert.equal(shown.field('area'), 'Shropshire')
    const refused = await decide(jo, path, {})
    assert.match(refused.text, /Select where they live/)
    assert.match(
      (await decide(jo, path, { home: 'elsewhere' })).text,
      /Enter the council or area in which they live/,
    )
    await decide(jo, path, { home: 'elsewhere', area: 'Shropshire' })
    const decided = await jo.get(path)
    assert.match(decided.text, /lives in Shropshire, so the council there is responsible/)
  })

  it('made without knowing where the adult lives says so until somebody has found out, once', async () => {
    const { path, id } = await eligible(house, jo, { caredForIn: null }, { home: 'unknown' })
    const before = await stored(id)
    assert.equal(before.responsibility?.answer, 'unknown')
    const at = `${path}/where-they-live`
    assert.match((await jo.get(path)).text, /not known where the adult .* Say where they live/)
    const { version } = before
    const unknown = await jo.post(at, { version: String(version), home: 'unknown' })
    assert.equal(unknown.status, 422)
    assert.match(unknown.text, /Find out where they live/)
    const nowhere = await jo.post(at, { version: String(version), home: 'elsewhere' })
    assert.match(nowhere.text, /Enter the council or area in which they live/)
    assert.equal((await sam.post(at, { version: '1', home: 'here' })).status, 409)
    for (let times = 0; times < 2; times += 1)
      assert.equal((await jo.post(at, { version: String(version), home: 'here' })).location, path)
    const after = await stored(id)
    assert.deepEqual(after.responsibility, before.responsibility)
    assert.deepEqual([after.established?.answer, after.establishedByName], ['ours', 'Jo Pugh'])
    assert.match(
      (await jo.get(path)).text,
      /lives in this area.* Found out on 3 April 2018 by Jo Pugh/,
    )
    const change = (tx: Tx) =>
      tx.updateTable('determination').set({ establishedByName: 'x' }).where('id', '=', id).execute()
    await assert.rejects(house.asSystem(change), /its established_by_name cannot be changed/)
  })

  it('shows its law, its reasons, who made it and on whose authority, and gives the assessment its outcome', async () => {
    const { path, assessment } = await eligible()
    const shown = await jo.get(path)
    assert.match(shown.text, /Eligible for support/)
    assert.match(
      shown.text,
      /3 April 2018 by Jo Pugh, assessor, on the council's delegated authority \(Care Act 2014 s\.79\)/,
    )
    assert.match(
      shown.text,
      /Time for recreation: unable to achieve it without assistance \(reg 3\(3\)\(a\)\)\. reg 3\(2\)\(b\)\(viii\) Has not swum since May/,
    )
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, assessment))).outcome, 'eligible')
  })

  it('made on findings that somebody changed meanwhile is refused', async () => {
    const { path, id } = await begun()
    await find(jo, path, 'necessary-care', c1no)
    const version = (await jo.get(`${path}/decide`)).field('version')!
    await find(sam, path, 'necessary-care', { C1: 'no', C1_evidence: 'Something else' })
    const refused = await jo.post(`${path}/decide`, { version, ...home })
    assert.equal(refused.status, 409)
    assert.match(refused.text, /The findings changed while you were reading/)
    assert.equal((await stored(id)).state, 'draft')
  })

  it('cannot be overwritten by any page, and the same form again does nothing', async () => {
    const { path, id } = await eligible()
    const before = await stored(id)
    await jo.post(`${path}/findings/necessary-care`, { version: String(before.version), ...c1no })
    await jo.post(`${path}/decide`, { version: String(before.version), home: 'unknown' })
    assert.deepEqual(await stored(id), before)
  })

  it('made anew has the next number, begins with the last findings and leaves the first as it was', async () => {
    const { assessment, id } = await eligible()
    const first = await stored(id)
    const path = `/assessments/${assessment}/decision`
    const next = (await jo.get(path)).field('id')!
    assert.equal((await jo.post(path, { id: next })).location, `/determinations/${next}/decide`)
    await find(jo, `/determinations/${next}`, 'necessary-care', c1no)
    await decide(jo, `/determinations/${next}`)
    const second = await stored(next)
    assert.deepEqual([second.number, second.eligible], [2, false])
    assert.deepEqual(await stored(id), first)
    assert.match(
      (await jo.get(path)).text,
      /2 Not eligible Decided .* 1 Eligible for support Decided/,
    )
  })
})

describe('where the contract does not delegate the decision', () => {
  const at = proposing

  it('it is a proposal that cannot be sent until the council countersigns', async () => {
    const { path, assessment, id } = await eligible(at)
    assert.match((await at.jo.get(path)).text, /as a proposal for the council to countersign/)
    const refused = await at.jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /The council has to countersign/)
    assert.equal((await at.as(at.jo.actor, (tx) => getAssessment(tx, assessment))).outcome, null)
    const of = { actor: at.council.actor, today: isoDate('2018-04-03'), limit: 500 }
    const { items } = await at.as(at.council.actor, (tx) => decisionsToCountersign.list(tx, of))
    assert.ok(items.some(({ href }) => href === path))
    for (let times = 0; times < 2; times += 1)
      assert.equal(
        (await at.council.post(`${path}/countersign`, { answer: 'countersign' })).location,
        path,
      )
    const signed = await stored(id, at)
    assert.deepEqual(
      [signed.state, signed.countersignedByName, signed.countersignedOn],
      ['decided', 'Pat Lane', '2018-04-03'],
    )
    const { personId } = signed
    const shown = await at.as(at.jo.actor, (tx) =>
      decisionTimeline.list(tx, { personId, actor: at.jo.actor, today: isoDate('2018-04-03') }),
    )
    assert.deepEqual(
      shown.map(({ title }) => title),
      ['Eligible for support: countersigned', 'Eligible for support: proposed'],
    )
    assert.equal(
      (await at.as(at.jo.actor, (tx) => getAssessment(tx, assessment))).outcome,
      'eligible',
    )
  })

  it('the council returns it with a reason, and the next proposal has the next number', async () => {
    const { path, assessment } = await eligible(at)
    const bare = await at.council.post(`${path}/countersign`, { answer: 'return' })
    assert.equal(bare.status, 422)
    assert.match(bare.text, /Enter what has to be looked at again/)
    assert.match(
      (await at.council.post(`${path}/countersign`, {})).text,
      /Select whether you countersign/,
    )
    await at.council.post(`${path}/countersign`, { answer: 'return', words: 'Look at her sleep' })
    assert.match(
      (await at.jo.get(path)).text,
      /The council returned this proposal: Look at her sleep/,
    )
    const next = (await at.jo.get(`/assessments/${assessment}/decision`)).field('id')!
    await at.jo.post(`/assessments/${assessment}/decision`, { id: next })
    assert.equal((await stored(next, at)).number, 2)
  })

  it('only the council countersigns, and nobody their own', async () => {
    const { path } = await eligible(at)
    assert.equal((await at.jo.get(`${path}/countersign`)).status, 403)
    assert.equal((await at.sam.post(`${path}/countersign`, { answer: 'countersign' })).status, 403)
    const both = await at.signIn({ duties: ['assessor', 'council_practitioner'], name: 'Kim Doe' })
    const own = await eligible(at, both as Worker)
    const refused = await both.post(`${own.path}/countersign`, { answer: 'countersign' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /You proposed this decision, so somebody else has to countersign it/)
  })

  it('a practitioner of the council decides for the authority itself', async () => {
    const { path, id } = await notEligible(at, at.council)
    assert.equal((await stored(id, at)).decidedAs, 'authority')
    assert.match((await at.council.get(path)).text, /by the council itself/)
  })
})

describe('written advice', () => {
  it('is owed before a letter that says not eligible can go', async () => {
    const { path } = await notEligible()
    assert.match(
      (await jo.get(path)).text,
      /cannot go without written advice .* \(Care Act 2014 s\.13\(5\)\)/,
    )
    assert.equal((await jo.get(`${path}/send`)).location, path)
    const refused = await jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /cannot go without written advice/)
  })

  it('needs both of its parts', async () => {
    const { path } = await notEligible()
    const version = (await jo.get(`${path}/advice`)).field('version')!
    const half = await jo.post(`${path}/advice`, { version, reduce: 'Ask the pharmacy' })
    assert.equal(half.status, 422)
    assert.match(half.text, /Enter what can be done to prevent or delay needs/)
    assert.equal(half.field('reduce'), 'Ask the pharmacy')
  })

  it('of two people clashes with both versions shown, and the same form twice is one', async () => {
    const { path, id } = await notEligible()
    const version = (await jo.get(`${path}/advice`)).field('version')!
    for (let times = 0; times < 2; times += 1)
      assert.equal((await jo.post(`${path}/advice`, { version, ...advice })).location, path)
    const clash = await sam.post(`${path}/advice`, { version, ...advice, reduce: 'Something else' })
    assert.equal(clash.status, 409)
    assert.match(
      clash.text,
      /Somebody saved this advice while you were writing .* The pharmacy on Church Street/,
    )
    assert.equal(clash.field('reduce'), 'Something else')
    assert.equal((await stored(id)).adviceReduce, advice['reduce'])
  })

  it('is not for a carer who is eligible', async () => {
    const { path } = await eligible()
    assert.equal((await jo.get(`${path}/advice`)).location, path)
  })
})

describe('sending', () => {
  const messages = (person: string) =>
    house.asSystem((tx) =>
      tx
        .selectFrom('message')
        .innerJoin('messageAttachment', 'messageAttachment.messageId', 'message.id')
        .select([
          'message.channel',
          'recipient',
          'purpose',
          'messageAttachment.name',
          'messageAttachment.bytes',
        ])
        .where('message.personId', '=', person)
        .orderBy('messageAttachment.id')
        .execute(),
    )

  it('puts the letter into the outbox once, opens the assessment to the carer, and keeps the day', async () => {
    const { path, id, carer } = await eligible()
    const filled = await jo.get(`${path}/send`)
    assert.deepEqual([filled.field('way'), filled.field('format')], ['email', 'pdf'])
    for (let times = 0; times < 2; times += 1)
      assert.equal((await jo.post(`${path}/send`, { way: 'email', format: 'pdf' })).location, path)
    const sent = await messages(carer)
    assert.deepEqual(
      sent.map(({ channel, recipient, purpose }) => [channel, recipient, purpose]),
      [['email', 'margaret@example.org', 'decision']],
    )
    assert.match(sent[0]?.name ?? '', /^decision-ASM-.*\.pdf$/)
    assert.equal(sent[0]?.bytes.subarray(0, 5).toString(), '%PDF-')
    const after = await stored(id)
    assert.deepEqual([after.copyOn, after.sentAs], ['2018-04-03', 'By email, PDF'])
    assert.match((await jo.get(path)).text, /The carer had a copy 3 April 2018/)
  })

  it('of not eligible sends the written advice with the letter', async () => {
    const { path, carer } = await notEligible()
    const version = (await jo.get(`${path}/advice`)).field('version')!
    await jo.post(`${path}/advice`, { version, ...advice })
    await jo.post(`${path}/send`, { way: 'email', format: 'text' })
    const [letter, with_] = await messages(carer)
    assert.match(letter?.bytes.toString() ?? '', /Your needs do not meet the national rules/)
    assert.match(with_?.bytes.toString() ?? '', /The pharmacy on Church Street/)
  })

  it('starts from the format that the carer reads', async () => {
    const { path } = await eligible(house, jo, { format: 'large_print' })
    assert.equal((await jo.get(`${path}/send`)).field('format'), 'large-print')
    const braille = await eligible(house, jo, { format: 'braille' })
    assert.match((await jo.get(`${braille.path}/send`)).text, /on paper it must be embossed/)
  })

  it('is refused by a way in which the carer cannot be reached, and without a way', async () => {
    const { path } = await eligible(house, jo, { email: null })
    const refused = await jo.post(`${path}/send`, { way: 'email', format: 'pdf' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /There is no email address on the record/)
    assert.match(
      (await jo.post(`${path}/send`, {})).text,
      /Select how the carer gets it Select the format/,
    )
    const future = { 'copy_on-day': '4', 'copy_on-month': '4', 'copy_on-year': '2018' }
    assert.match(
      (await jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf', ...future })).text,
      /must be today or in the past/,
    )
  })

  it('by post leaves the letter to be printed, by hand leaves no message', async () => {
    const post = await eligible()
    await jo.post(`${post.path}/send`, { way: 'post', format: 'pdf' })
    const [letter] = await messages(post.carer)
    assert.deepEqual(
      [letter?.channel, letter?.recipient],
      ['letter', 'Margaret Tolley\n4 Orchard Rise\nMalvern\nWR14 2AA'],
    )
    const hand = await eligible()
    await jo.post(`${hand.path}/send`, { way: 'by_hand', format: 'pdf' })
    assert.deepEqual(await messages(hand.carer), [])
  })

  it('waits on the list of who decided, with what is left to do', async () => {
    const { path } = await notEligible()
    const of = { actor: jo.actor, today: isoDate('2018-04-03'), limit: 500 }
    const { items } = await as(jo.actor, (tx) => decisionsToSend.list(tx, of))
    const item = items.find(({ href }) => href === path)
    assert.match(item?.title ?? '', /^Write advice and send decision: Margaret Tolley/)
  })
})

describe('the letters', () => {
  it('are there in every format once it is decided, and not before', async () => {
    const { path } = await eligible()
    const text = await jo.get(`${path}/letter/text`)
    assert.match(text.html, /Our decision about your support/)
    assert.equal(
      (await jo.get(`${path}/letter/pdf`)).response.headers['content-type'],
      'application/pdf',
    )
    assert.equal((await jo.get(`${path}/advice-letter/text`)).status, 404)
    assert.equal((await jo.get(`${path}/letter/docx`)).status, 404)
    const draft = await begun()
    assert.equal((await jo.get(`${draft.path}/letter/text`)).status, 404)
  })
})

describe('the carer', () => {
  it('reads the decision once it was sent, in words and in every format, and not before', async () => {
    const { path, id, carer: personId } = await eligible()
    const carer = await house.signIn({ duties: ['carer'], personId })
    const own = `/my/decisions/${id}`
    for (const at of [own, `${own}/letter/text`]) assert.equal((await carer.get(at)).status, 404)
    await jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf' })
    assert.match(
      (await carer.get(own)).text,
      /Dear Margaret Tolley, .* Your needs meet the national rules/,
    )
    assert.equal((await carer.get(`${own}/letter/large-print`)).status, 200)
    assert.equal((await carer.get(path)).status, 403)
    const of = { personId, actor: carer.actor, today: isoDate('2018-04-03') }
    const panel = await as(carer.actor, (tx) => myDecisionPanel.show(tx, of))
    assert.match(String(panel?.body), /You can have support/)
  })

  it('does not read another carer’s', async () => {
    const { path, id } = await eligible()
    await jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf' })
    const other = await house.signIn({ duties: ['carer'], personId: await aCarer() })
    assert.equal((await other.get(`/my/decisions/${id}`)).status, 404)
  })

  it('who is not eligible reads the advice too', async () => {
    const { path, id, carer: personId } = await notEligible()
    const version = (await jo.get(`${path}/advice`)).field('version')!
    await jo.post(`${path}/advice`, { version, ...advice })
    await jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf' })
    const carer = await house.signIn({ duties: ['carer'], personId })
    assert.match((await carer.get(`/my/decisions/${id}`)).text, /Read our advice for you/)
    assert.match((await carer.get(`/my/decisions/${id}/advice`)).text, /Come to the Thursday group/)
  })
})

describe('who may', () => {
  it('referrers and advisers never, other hubs find nothing, managers read and do not decide', async () => {
    const { path, assessment } = await eligible()
    for (const at of [path, `/assessments/${assessment}/decision`, `${path}/letter/text`]) {
      assert.equal((await referrer.get(at)).status, 403)
      assert.equal((await adviser.get(at)).status, 403)
      assert.equal((await elsewhere.get(at)).status, 404)
      assert.equal((await manager.get(at)).status, 200)
    }
    assert.equal((await manager.get(`${path}/send`)).status, 403)
    assert.doesNotMatch((await manager.get(path)).text, /Send the decision/)
    const next = crypto.randomUUID()
    await manager.post(`/assessments/${assessment}/decision`, { id: next })
    assert.equal((await as(jo.actor, (tx) => listDeterminations(tx, assessment))).length, 1)
  })

  it('the record shows the decision to every worker, and opens it only to those who may', async () => {
    const { carer, path } = await eligible()
    const panel = async (who: Worker) => {
      const of = { personId: carer, actor: who.actor, today: isoDate('2018-04-03') }
      return String((await as(who.actor, (tx) => decisionPanel.show(tx, of)))?.body)
    }
    assert.match(
      await panel(jo),
      new RegExp(`href="${path}"[\\s\\S]*Eligible for support[\\s\\S]*Not sent yet`),
    )
    assert.doesNotMatch(await panel(adviser), /href/)
    await jo.post(`${path}/send`, { way: 'by_hand', format: 'pdf' })
    const of = { personId: carer, actor: jo.actor, today: isoDate('2018-04-03') }
    const entries = await as(jo.actor, (tx) => decisionTimeline.list(tx, of))
    assert.deepEqual(
      entries.map(({ title }) => title),
      ['Decision sent to the carer', 'Eligible for support: decided'],
    )
  })
})
