import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { assessHouse } from '../../testing.ts'
import { asTyped, type Answers } from '../answers.ts'
import { wholeAnswers } from '../answers.fixture.ts'
import { formOf } from '../assessment-form.ts'
import { getAssessment, listAssessments } from '../assessments.sql.ts'
import { assessmentPanel, assessmentTimeline } from '../on-the-record.ts'
import { myAssessmentPanel } from '../my-assessment.ts'
import { assessments } from '../room.ts'
import { listSections } from '../sections.sql.ts'
import { assessmentsToHold } from '../today.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([assessments])
const { as, aCarer, anAssessment, jo, sam, council } = house
const adviser = await house.signIn({ duties: ['adviser'] })
const manager = await house.signIn({ duties: ['manager'] })
const referrer = await house.signIn({ duties: ['referrer'] })
const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
const form = formOf('adult-carer-1')
const whole = wholeAnswers(form)

type Fields = Record<string, string | readonly string[]>

async function begun() {
  const carer = await aCarer()
  return { carer, id: await anAssessment(carer, 'begun') }
}

/** A section's answers as its form sends them. */
function typed(section: string): Fields {
  const of = form.sections.find(({ id }) => id === section)!
  return { ...asTyped(of, whole[section] as Answers) }
}

async function sections(id: string) {
  return as(jo.actor, (tx) => listSections(tx, id))
}

describe('asking', () => {
  it('proposes the assessment that the law has for this carer, and starts its clock', async () => {
    const carer = await aCarer({ bornOn: '2003-01-01', kind: 'young_carer' })
    const path = `/carers/${carer}/ask-for-assessment`
    const shown = await adviser.get(path)
    assert.equal(shown.field('kind'), 'young_carer')
    assert.match(
      shown.text,
      /15 years old, so a young carer\. Young carer's assessment \(Children Act 1989 s\.17ZA\)/,
    )
    const asked = {
      id: shown.field('id')!,
      kind: 'young_carer',
      where: 'At school',
      'asked_on-day': '3',
      'asked_on-month': '4',
      'asked_on-year': '2018',
    }
    for (let times = 0; times < 2; times += 1)
      assert.equal((await adviser.post(path, asked)).location, `/carers/${carer}`)
    const all = await as(jo.actor, (tx) => listAssessments(tx, carer))
    assert.deepEqual(
      all.map(({ kind, state, askedOn }) => [kind, state, askedOn]),
      [['young_carer', 'asked', '2018-04-03']],
    )
  })

  it('is refused without a day, a way or a kind, and for a day to come', async () => {
    const path = `/carers/${await aCarer()}/ask-for-assessment`
    const id = (await adviser.get(path)).field('id')!
    const bare = await adviser.post(path, { id })
    assert.equal(bare.status, 422)
    assert.match(
      bare.text,
      /Select which assessment it is Enter the day on which they asked Enter how they asked/,
    )
    const future = {
      id,
      kind: 'adult_carer',
      where: 'x',
      'asked_on-day': '4',
      'asked_on-month': '4',
      'asked_on-year': '2018',
    }
    assert.match((await adviser.post(path, future)).text, /must be today or in the past/)
  })

  it('can be done by the carer, with one button that may be pressed twice', async () => {
    const personId = await aCarer()
    const carer = await house.signIn({ duties: ['carer'], personId })
    const shown = await carer.get('/my/ask-for-assessment')
    assert.match(shown.text, /by Tuesday 1 May 2018/)
    for (let times = 0; times < 2; times += 1)
      assert.equal(
        (await carer.post('/my/ask-for-assessment', { id: shown.field('id')! })).location,
        '/my',
      )
    const all = await as(jo.actor, (tx) => listAssessments(tx, personId))
    assert.equal(all.length, 1)
    assert.equal(all[0]?.askedWhere, 'On their own page')
    assert.equal(all[0]?.organisationId, jo.actor.organisationIds[0])
    const of = { personId, actor: carer.actor, today: isoDate('2018-04-03') }
    const panel = await as(carer.actor, (tx) => myAssessmentPanel.show(tx, of))
    assert.match(String(panel?.body), /You asked for a carer&#39;s assessment on 3 April 2018/)
  })
})

describe('holding an assessment', () => {
  it('begins once, with the form that is current and whoever begins it', async () => {
    const id = await anAssessment(await aCarer(), 'asked')
    for (const who of [jo, sam])
      assert.equal((await who.post(`/assessments/${id}/begin`, {})).location, `/assessments/${id}`)
    const found = await as(jo.actor, (tx) => getAssessment(tx, id))
    assert.deepEqual(
      [found.state, found.formVersion, found.assessorName, found.begunOn],
      ['begun', 'adult-carer-2', 'Jo Pugh', '2018-04-03'],
    )
  })

  it('saves a section as it is, half-filled, and shows it again as it was left', async () => {
    const { id } = await begun()
    const path = `/assessments/${id}/sections/caring`
    const done = await jo.post(path, { 'version-caring': '0', care_given: 'Washes and lifts him' })
    assert.equal(done.location, `/assessments/${id}/sections/able-and-willing`)
    const shown = await jo.get(path)
    assert.equal(shown.field('care_given'), 'Washes and lifts him')
    assert.equal(shown.field('version-caring'), '1')
    assert.match(shown.text, /Last saved by Jo Pugh/)
    assert.match(
      (await jo.get(`/assessments/${id}`)).text,
      /The care you give Saved by Jo Pugh .* 3 to ask/,
    )
  })

  it('goes back to the overview where that button is pressed', async () => {
    const { id } = await begun()
    const done = await jo.post(`/assessments/${id}/sections/caring`, {
      'version-caring': '0',
      then: 'overview',
    })
    assert.equal(done.location, `/assessments/${id}`)
  })

  it('refuses only a date that does not exist, and keeps all that was typed', async () => {
    const { id } = await begun()
    const path = `/assessments/${id}/sections/taking-part`
    const again = await jo.post(path, {
      'version-taking-part': '0',
      method: 'telephone',
      'information_given_on-day': '31',
      'information_given_on-month': '2',
      'information_given_on-year': '2018',
      others_involved: 'Her sister',
    })
    assert.equal(again.status, 422)
    assert.match(again.text, /There is a problem The date must be a real date/)
    assert.equal(again.field('method'), 'telephone')
    assert.equal(again.field('others_involved'), 'Her sister')
    assert.deepEqual(await sections(id), [])
  })

  it('refuses an option that was never offered', async () => {
    const { id } = await begun()
    const again = await jo.post(`/assessments/${id}/sections/caring`, {
      'version-caring': '0',
      child_helps: 'perhaps',
    })
    assert.equal(again.status, 422)
    assert.match(again.text, /Select one of the answers/)
  })

  it('is taken over by a colleague, and is then on their list', async () => {
    const { id } = await begun()
    assert.doesNotMatch((await jo.get(`/assessments/${id}`)).text, /Take this assessment over/)
    assert.match((await sam.get(`/assessments/${id}`)).text, /Take this assessment over/)
    assert.equal(
      (await sam.post(`/assessments/${id}/take-over`, {})).location,
      `/assessments/${id}`,
    )
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, id))).assessorName, 'Sam Okafor')
    assert.equal((await elsewhere.post(`/assessments/${id}/take-over`, {})).status, 404)
  })

  it('sends whoever finds a child helping to the young carer’s referral', async () => {
    const { id } = await begun()
    assert.doesNotMatch((await jo.get(`/assessments/${id}`)).text, /A child helps/)
    await jo.post(`/assessments/${id}/sections/caring`, {
      'version-caring': '0',
      child_helps: 'yes',
    })
    const shown = await jo.get(`/assessments/${id}`)
    assert.match(shown.text, /A child helps Margaret Tolley to care\. .* section 17ZA/)
  })

  it('saves all sections from one page', async () => {
    const { id } = await begun()
    const path = `/assessments/${id}/sections/whole`
    const shown = await jo.get(path)
    const versions = Object.fromEntries(
      form.sections.map((each) => [`version-${each.id}`, shown.field(`version-${each.id}`)!]),
    )
    const all = Object.assign({}, ...form.sections.map((each) => typed(each.id))) as Fields
    assert.equal((await jo.post(path, { ...versions, ...all })).location, `/assessments/${id}`)
    assert.equal((await sections(id)).length, form.sections.length)
    assert.match(
      (await jo.get(`/assessments/${id}/complete`)).text,
      /Everything that the law asks for has been talked about/,
    )
  })

  it('tells a script what it saved, and answers it with the clash as well', async () => {
    const { id } = await begun()
    const save = async (words: string, version: string) => {
      const typed = { 'version-caring': version, care_given: words }
      const path = `/assessments/${id}/sections/caring`
      return (await jo.post(path, typed, { 'x-autosave': '1' })).response
    }
    const first = await save('Washes him', '0')
    assert.deepEqual(first.json(), { versions: { 'version-caring': 1 }, said: 'Saved at 1pm.' })
    assert.deepEqual((await save('Washes him', '1')).json().versions, { 'version-caring': 1 })
    assert.equal((await save('Feeds him', '0')).statusCode, 409)
  })
})

describe('two people in one assessment', () => {
  it('are told of each other as soon as the second opens it', async () => {
    const { id } = await begun()
    const path = `/assessments/${id}/sections/caring`
    assert.doesNotMatch((await jo.get(path)).text, /has this assessment open too/)
    assert.match((await sam.get(path)).text, /Jo Pugh has this assessment open too/)
    assert.match((await jo.get(path)).text, /Sam Okafor has this assessment open too/)
  })

  it('are shown both versions, and lose nothing typed', async () => {
    const { id } = await begun()
    const path = `/assessments/${id}/sections/caring`
    await jo.post(path, { 'version-caring': '0', care_given: 'Washes him' })
    const clash = await sam.post(path, {
      'version-caring': '0',
      care_given: 'Feeds him',
      without_you: 'Eat',
    })
    assert.equal(clash.status, 409)
    assert.match(
      clash.text,
      /Jo Pugh saved “The care you give” at .*, while you were writing .* Washes him/,
    )
    assert.equal(clash.field('care_given'), 'Feeds him')
    assert.equal(clash.field('without_you'), 'Eat')
    assert.deepEqual((await sections(id))[0]?.answers, { care_given: 'Washes him' })
    const settled = await sam.post(path, {
      'version-caring': clash.field('version-caring')!,
      care_given: 'Washes and feeds him',
    })
    assert.equal(settled.status, 303)
    assert.deepEqual((await sections(id))[0]?.answers, { care_given: 'Washes and feeds him' })
  })

  it('do not meet in different sections', async () => {
    const { id } = await begun()
    await jo.post(`/assessments/${id}/sections/caring`, {
      'version-caring': '0',
      care_given: 'Washes him',
    })
    const other = await sam.post(`/assessments/${id}/sections/your-life`, {
      'version-your-life': '0',
      work: 'no',
    })
    assert.equal(other.status, 303)
    assert.equal((await sections(id)).length, 2)
  })

  it('the same form sent twice saves once', async () => {
    const { id } = await begun()
    for (let times = 0; times < 2; times += 1) {
      const done = await jo.post(`/assessments/${id}/sections/caring`, {
        'version-caring': '0',
        care_given: 'Washes him',
      })
      assert.equal(done.status, 303)
    }
    assert.equal((await sections(id))[0]?.version, 1)
  })
})

describe('completing', () => {
  const on = (day: string, month = '4') => ({
    'completed_on-day': day,
    'completed_on-month': month,
    'completed_on-year': '2018',
  })

  async function filled() {
    const { id, carer } = await begun()
    for (const each of form.sections)
      await jo.post(`/assessments/${id}/sections/${each.id}`, {
        [`version-${each.id}`]: '0',
        ...typed(each.id),
      })
    return { id, carer }
  }

  it('is refused while anything that the law asks for is missing, and names it with its law', async () => {
    const { id } = await filled()
    await jo.post(`/assessments/${id}/sections/able-and-willing`, {
      'version-able-and-willing': '1',
      ...typed('able-and-willing'),
      willing_now: '',
    })
    const page = await jo.get(`/assessments/${id}/complete`)
    assert.match(
      page.text,
      /One thing is still to be talked about.*Whether the carer is willing to give care now \(s\.10\(5\)\(b\)\)/,
    )
    const refused = await jo.post(`/assessments/${id}/complete`, on('3'))
    assert.equal(refused.status, 422)
    assert.match(refused.text, /cannot be completed yet/)
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, id))).state, 'begun')
  })

  it('is refused for a day before it was begun, and for a day to come', async () => {
    const { id } = await filled()
    assert.match(
      (await jo.post(`/assessments/${id}/complete`, on('11', '3'))).text,
      /on or after the day on which it was begun/,
    )
    assert.match(
      (await jo.post(`/assessments/${id}/complete`, on('4'))).text,
      /today or in the past/,
    )
    assert.match(
      (await jo.post(`/assessments/${id}/complete`, {})).text,
      /Enter the day on which the assessment was completed/,
    )
  })

  it('keeps how it was held, closes it to changes and leads on to the decision', async () => {
    const { id } = await filled()
    for (let times = 0; times < 2; times += 1) {
      const done = await jo.post(`/assessments/${id}/complete`, on('3'))
      assert.equal(done.status, 303)
      if (times === 0) assert.equal(done.location, `/assessments/${id}/decision`)
    }
    const found = await as(jo.actor, (tx) => getAssessment(tx, id))
    assert.deepEqual(
      [found.state, found.completedOn, found.method, found.informationSentOn],
      ['completed', '2018-04-03', 'face_to_face', '2018-03-01'],
    )
    const late = await jo.post(`/assessments/${id}/sections/caring`, {
      'version-caring': '1',
      care_given: 'Other',
    })
    assert.equal(late.location, `/assessments/${id}`)
    assert.equal(
      (await sections(id)).find((each) => each.section === 'caring')?.answers['care_given'],
      'Said in full',
    )
    assert.match(
      (await jo.get(`/assessments/${id}`)).text,
      /What do you do for the person you look after\? Said in full/,
    )
  })
})

describe('ending', () => {
  it('needs to say how and why, and is kept with its words', async () => {
    const { id, carer } = await begun()
    const bare = await jo.post(`/assessments/${id}/end`, {})
    assert.equal(bare.status, 422)
    assert.match(bare.text, /Select how it ended/)
    const silent = await jo.post(`/assessments/${id}/end`, { how: 'declined' })
    assert.equal(silent.status, 422)
    assert.match(silent.text, /Select why Enter what the carer said, and what was offered instead/)
    const done = await jo.post(`/assessments/${id}/end`, {
      how: 'declined',
      reason: 'not_now',
      words: 'Not now, ask in autumn',
    })
    assert.equal(done.location, `/assessments/${id}`)
    assert.match(
      (await jo.get(`/assessments/${id}`)).text,
      /Declined by the carer .* Not now: they may ask again .* Not now, ask in autumn/,
    )
    const again = await jo.post(`/assessments/${id}/end`, { how: 'withdrawn', words: 'x' })
    assert.equal(again.status, 303)
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, id))).state, 'declined')
    const of = { personId: carer, actor: jo.actor, today: isoDate('2018-04-03') }
    const entries = await as(jo.actor, (tx) => assessmentTimeline.list(tx, of))
    assert.ok(
      entries.some(
        ({ title, text }) =>
          /declined/.test(title) && text === 'Not now: they may ask again: Not now, ask in autumn',
      ),
    )
  })
})

describe('an assessment held elsewhere', () => {
  it('need not be written here, and its outcome stops the clock', async () => {
    const carer = await aCarer({ kind: 'parent_carer' })
    const asking = `/carers/${carer}/ask-for-assessment`
    const id = (await jo.get(asking)).field('id')!
    await jo.post(asking, {
      id,
      kind: 'parent_carer',
      where: 'x',
      'asked_on-day': '1',
      'asked_on-month': '4',
      'asked_on-year': '2018',
    })
    assert.match((await jo.get(`/assessments/${id}`)).text, /Was it held on another system\?/)
    const outcome = {
      method: 'home_visit',
      'completed_on-day': '3',
      'completed_on-month': '4',
      'completed_on-year': '2018',
    }
    const refused = await jo.post(`/assessments/${id}/outcome`, { ...outcome, outcome: 'eligible' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Select what it came to/)
    assert.equal(
      (await jo.post(`/assessments/${id}/outcome`, { ...outcome, outcome: 'support' })).status,
      303,
    )
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, id))).outcome, 'support')
  })
})

describe('an assessment that is not an adult carer’s', () => {
  for (const [kind, version] of [
    ['young_carer', 'young-carer-2'],
    ['parent_carer', 'parent-carer-2'],
    ['transition', 'transition-2'],
  ] as const) {
    it(`${version}: is begun, written, completed and never put to the adults’ test`, async () => {
      const id = await house.anAssessmentOf(await aCarer(), kind)
      const at = `/assessments/${id}`
      assert.equal((await jo.post(`${at}/begin`, {})).location, at)
      const unready = await jo.post(`${at}/complete`, {})
      assert.equal(unready.status, 422)
      await house.answerAll(id)
      const done = await jo.post(`${at}/complete`, {
        'completed_on-day': '3',
        'completed_on-month': '4',
        'completed_on-year': '2018',
      })
      assert.equal(done.location, `${at}/decision`)
      assert.equal((await jo.get(`${at}/outcome`)).location, at)
      await jo.post(`${at}/outcome`, { outcome: 'support' })
      const found = await as(jo.actor, (tx) => getAssessment(tx, id))
      assert.deepEqual([found.formVersion, found.outcome], [version, null])
    })
  }

  it('keeps a young person’s own words in a section of their own', async () => {
    const id = await house.anAssessmentOf(await aCarer(), 'young_carer')
    await jo.post(`/assessments/${id}/begin`, {})
    const shown = await jo.get(`/assessments/${id}/sections/own-words`)
    assert.match(shown.text, /shown to nobody in the family without them/)
    assert.match(shown.text, /young carer's assessment ASM-/)
  })
})

describe('what other rooms show', () => {
  it('the record has the latest assessment with its clock, and the way to ask where none is open', async () => {
    const carer = await aCarer()
    const panel = async (who: typeof jo) => {
      const of = { personId: carer, actor: who.actor, today: isoDate('2018-04-10') }
      return String((await as(who.actor, (tx) => assessmentPanel.show(tx, of)))?.body)
    }
    assert.match(await panel(jo), /None yet\.[\s\S]*Ask for an assessment/)
    const id = await anAssessment(carer, 'asked')
    assert.match(
      await panel(jo),
      new RegExp(`href="/assessments/${id}"[\\s\\S]*31 days so far, due by Tuesday 10 April 2018`),
    )
    assert.doesNotMatch(await panel(adviser), /href="\/assessments/)
    assert.doesNotMatch(await panel(jo), /Ask for an assessment/)
  })

  it('today has each that waits, due on the day of the authority’s target', async () => {
    const carer = await aCarer()
    const id = await anAssessment(carer, 'asked')
    const of = { actor: sam.actor, today: isoDate('2018-04-10'), limit: 500 }
    const { items } = await as(sam.actor, (tx) => assessmentsToHold.list(tx, of))
    const item = items.find(({ href }) => href === `/assessments/${id}`)
    assert.equal(item?.dueOn, '2018-04-10')
    assert.match(item?.detail ?? '', /nobody has taken it yet/)
  })
})

describe('who may', () => {
  it('advisers, referrers and other hubs do not open assessments; managers read and the council does all', async () => {
    const { id } = await begun()
    const overview = `/assessments/${id}`
    for (const who of [adviser, referrer]) assert.equal((await who.get(overview)).status, 403)
    assert.equal((await elsewhere.get(overview)).status, 404)
    assert.equal((await manager.get(overview)).status, 200)
    assert.doesNotMatch((await manager.get(overview)).text, /Complete the assessment/)
    assert.equal((await manager.get(`${overview}/sections/caring`)).status, 403)
    assert.equal((await council.get(`${overview}/sections/caring`)).status, 200)
    assert.equal((await jo.get(`${overview}/sections/none`)).status, 404)
  })

  it('every look is kept for the carer to see', async () => {
    const { id, carer } = await begun()
    await jo.get(`/assessments/${id}`)
    const looks = await house.asSystem((tx) =>
      tx
        .selectFrom('readLog')
        .select(['readerName', 'what'])
        .where('personId', '=', carer)
        .execute(),
    )
    assert.deepEqual(looks, [{ readerName: 'Jo Pugh', what: "carer's assessment" }])
  })
})
