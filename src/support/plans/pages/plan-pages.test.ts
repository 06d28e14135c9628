import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPdf } from '#platform/documents/pdf-for-tests.ts'
import { newId } from '#platform/lib/ids.ts'
import { supportHouse, type AboutCarer } from '../../testing.ts'
import { getWholePlan } from '../plan-lines.sql.ts'
import { plans } from '../room.ts'

const house = await supportHouse([plans])
const { as, assessor: jo, manager: mo } = house

const whole = (id: string) => as(jo.actor, (tx) => getWholePlan(tx, id))

/** A plan begun through the page. */
async function begun(about: AboutCarer = {}) {
  const carer = await house.aCarer(about)
  const form = await jo.get(`/carers/${carer.id}/plan/new`)
  const sent = await jo.post(`/carers/${carer.id}/plan/new`, { id: form.field('id') ?? '' })
  assert.equal(sent.status, 303)
  const id = sent.location!.split('/').at(-1)!
  return { id, carer, at: `/plans/${id}` }
}

const need = { need: 'Sleep through two nights a week', eligible: 'yes', outcomeId: 'C2a' }
const goal = {
  words: 'See my sister in Malvern again',
  iStatement: 'relationships',
  answerBefore: 'never',
}
const support = (needId: string) => ({
  action: 'Learn to use the night alarm',
  needId,
  target: 'carer',
  owner: 'Jo Pugh',
  'dueOn-day': '20',
  'dueOn-month': '4',
  'dueOn-year': '2018',
  cost: '',
})
const payment = (needId: string) => ({
  purpose: 'A weekend away',
  amountPence: '300',
  frequency: 'once',
  needIds: [needId],
})

async function add(at: string, path: string, values: Record<string, string | readonly string[]>) {
  return jo.post(`${at}/${path}/new`, { id: newId(), ...values })
}

/** A plan with all it needs, through the pages. */
async function complete(about: AboutCarer = {}, amount = '300') {
  const plan = await begun(about)
  const { id, at } = plan
  await add(at, 'needs', need)
  await add(at, 'goals', goal)
  const [first] = (await whole(id)).needs
  await add(at, 'support', support(first!.id))
  await add(at, 'payments', { ...payment(first!.id), amountPence: amount })
  await jo.post(`${at}/advice`, {
    version: 1,
    matters: ['able', 'wellbeing'],
    adviceReduce: 'Ask the pharmacy to deliver.',
    advicePrevent: 'Ring us early.',
  })
  await jo.post(`${at}/budget`, {
    version: 2,
    budgetPence: amount,
    personPaysPence: '0',
    authorityPaysPence: amount,
  })
  await jo.post(`${at}/contingency`, {
    version: 3,
    name1: 'Ruth Tolley',
    relationship1: 'Daughter',
    phone1: '01632 960123',
    agreed1: 'yes',
    facts: 'Spare key at 12.',
  })
  return { ...plan, needId: first!.id }
}

const agreement = {
  by: 'Margaret Tolley',
  how: 'telephone',
  'on-day': '3',
  'on-month': '4',
  'on-year': '2018',
}

async function agreed(about: AboutCarer = {}) {
  const plan = await complete(about)
  const page = await jo.get(`${plan.at}/agree`)
  const sent = await jo.post(`${plan.at}/agree`, { ...agreement, seen: page.field('seen') ?? '' })
  assert.equal(sent.location, `${plan.at}/send`)
  return plan
}

describe('beginning a plan', () => {
  it('shows what it rests on, begins once, and leads to the open one afterwards', async () => {
    const carer = await house.aCarer()
    const form = await jo.get(`/carers/${carer.id}/plan/new`)
    assert.match(form.text, /Assessment completed 12 March 2018/)
    const id = form.field('id')!
    const first = await jo.post(`/carers/${carer.id}/plan/new`, { id })
    const again = await jo.post(`/carers/${carer.id}/plan/new`, { id })
    assert.deepEqual([first.location, again.location], [`/plans/${id}`, `/plans/${id}`])
    const later = await jo.get(`/carers/${carer.id}/plan/new`)
    assert.deepEqual([later.status, later.location], [303, `/plans/${id}`])
  })

  it('says that an assessment is missing, and can rest on one later', async () => {
    const { at, carer, id } = await begun({ assessedOn: null })
    assert.match(
      (await jo.get(at)).text,
      /Rests on no assessment yet No assessment of this carer is completed/,
    )
    const assessmentId = newId()
    await as(jo.actor, (tx) =>
      tx
        .insertInto('assessment')
        .values({
          authorityId: jo.actor.authorityId,
          id: assessmentId,
          personId: carer.id,
          organisationId: jo.actor.organisationIds[0]!,
          kind: 'adult_carer',
          state: 'completed',
          completedOn: '2018-04-02',
          outcome: 'eligible',
        })
        .execute(),
    )
    assert.match((await jo.get(at)).text, /Completed on 2 April 2018/)
    assert.equal((await jo.post(`${at}/rests-on`, { assessment: newId(), version: 1 })).status, 400)
    assert.equal(
      (await jo.post(`${at}/rests-on`, { assessment: assessmentId, version: 1 })).status,
      303,
    )
    assert.equal(
      (await jo.post(`${at}/rests-on`, { assessment: assessmentId, version: 1 })).status,
      303,
    )
    assert.equal((await whole(id)).plan.assessmentId, assessmentId)
  })
})

describe('the lines of a plan', () => {
  it('are added, changed and taken out', async () => {
    const { at, id } = await begun()
    await add(at, 'needs', need)
    const [line] = (await whole(id)).needs
    const form = await jo.get(`${at}/needs/${line!.id}`)
    assert.equal(form.field('need'), need.need)
    await jo.post(`${at}/needs/${line!.id}`, {
      ...need,
      need: 'Sleep',
      version: form.field('version')!,
    })
    assert.equal((await whole(id)).needs[0]?.need, 'Sleep')
    await jo.post(`${at}/needs/${line!.id}`, { remove: 'yes', version: 2 })
    assert.deepEqual((await whole(id)).needs, [])
  })

  it('are added once, however often the same form is sent', async () => {
    const { at, id } = await begun()
    const sent = { id: newId(), ...goal }
    await jo.post(`${at}/goals/new`, sent)
    assert.equal((await jo.post(`${at}/goals/new`, sent)).status, 303)
    assert.equal((await whole(id)).goals.length, 1)
  })

  const refusals: readonly [string, string, Record<string, string | readonly string[]>, RegExp][] =
    [
      ['a need without words', 'needs', { ...need, need: ' ' }, /Write what the carer needs/],
      [
        'a need that nobody judged',
        'needs',
        { need: 'Sleep', outcomeId: '' },
        /Say whether the need meets the eligibility criteria/,
      ],
      [
        'a goal without words',
        'goals',
        { ...goal, words: '' },
        /Write the goal in the carer’s own words/,
      ],
      ['a goal without a statement', 'goals', { ...goal, iStatement: '' }, /Select the statement/],
      [
        'a goal that was not answered',
        'goals',
        { ...goal, answerBefore: 'often' },
        /Select how often/,
      ],
      [
        'support without an owner',
        'support',
        { ...support(''), owner: '' },
        /Write who will see to it/,
      ],
      [
        'support without a day',
        'support',
        { ...support(''), 'dueOn-day': '', 'dueOn-month': '', 'dueOn-year': '' },
        /Enter the day by which it will be done/,
      ],
      [
        'support on no day of the calendar',
        'support',
        { ...support(''), 'dueOn-day': '31' },
        /must be a real date/,
      ],
      [
        'support before the plan began',
        'support',
        { ...support(''), 'dueOn-month': '3' },
        /must not be before the plan was begun/,
      ],
      [
        'support that costs words',
        'support',
        { ...support(''), cost: 'twenty' },
        /Enter an amount in pounds, like 250/,
      ],
      [
        'support for a need of another plan',
        'support',
        support('0190c8a0-0000-7000-8000-000000000000'),
        /Select one of the needs of this plan/,
      ],
      [
        'an answer of the person looked after without its day',
        'support',
        { ...support(''), target: 'cared_for', agreed: 'yes' },
        /Enter the day on which they were asked/,
      ],
      [
        'an amount that is no money',
        'payments',
        { ...payment(''), needIds: [], amountPence: 'three hundred' },
        /Enter an amount in pounds, like 250 or 275\.50/,
      ],
      [
        'no amount',
        'payments',
        { ...payment(''), needIds: [], amountPence: '' },
        /Enter the amount/,
      ],
      [
        'an amount of nothing',
        'payments',
        { ...payment(''), needIds: [], amountPence: '0' },
        /must be more than £0/,
      ],
      [
        'an amount over the limit',
        'payments',
        { ...payment(''), needIds: [], amountPence: '1,500.01' },
        /Enter an amount of £1,500 or less/,
      ],
    ]
  for (const [name, path, values, words] of refusals) {
    it(`${name} is refused in words, and what was typed stays`, async () => {
      const { at, id } = await begun()
      const again = await add(at, path, values)
      assert.equal(again.status, 422)
      assert.match(again.title, /^Error: /)
      assert.match(again.text, words)
      const typed = Object.entries(values).find(
        ([, value]) => typeof value === 'string' && value.trim() !== '' && value.length > 8,
      )
      if (typed)
        assert.ok(
          again.html.includes(String(typed[1]).replaceAll("'", '&#39;')),
          `lost ${typed[0]}`,
        )
      const { needs, goals, actions, payments } = await whole(id)
      assert.equal(needs.length + goals.length + actions.length + payments.length, 0)
    })
  }

  it('changed by somebody else meanwhile are shown in both versions, and nothing typed is lost', async () => {
    const { at, id } = await begun()
    await add(at, 'needs', need)
    const [line] = (await whole(id)).needs
    const address = `${at}/needs/${line!.id}`
    await mo.post(address, { ...need, need: 'Their words', version: 1 })
    const conflict = await jo.post(address, { ...need, need: 'My words', version: 1 })
    assert.equal(conflict.status, 409)
    assert.match(conflict.text, /Somebody else changed this.*Their words/)
    assert.equal(conflict.field('need'), 'My words')
    const saved = await jo.post(address, {
      ...need,
      need: 'My words',
      version: conflict.field('version')!,
    })
    assert.equal(saved.status, 303)
    assert.equal((await whole(id)).needs[0]?.need, 'My words')
  })

  it('taken out by somebody else meanwhile can be put back with what was typed', async () => {
    const { at, id } = await begun()
    await add(at, 'goals', goal)
    const [line] = (await whole(id)).goals
    await mo.post(`${at}/goals/${line!.id}`, { remove: 'yes', version: 1 })
    const conflict = await jo.post(`${at}/goals/${line!.id}`, {
      ...goal,
      words: 'Sing again',
      version: 1,
    })
    assert.equal(conflict.status, 409)
    assert.match(conflict.html, new RegExp(`action="${at}/goals/new"`))
    await jo.post(`${at}/goals/new`, { id: conflict.field('id')!, ...goal, words: 'Sing again' })
    assert.equal((await whole(id)).goals[0]?.words, 'Sing again')
  })

  it('a payment follows what it meets: direct payment for an eligible need, else a grant', async () => {
    const { at, id } = await begun()
    await add(at, 'needs', need)
    const [line] = (await whole(id)).needs
    await add(at, 'payments', payment(line!.id))
    assert.equal((await whole(id)).payments[0]?.basis, 'direct_payment')
    await jo.post(`${at}/needs/${line!.id}`, { ...need, eligible: 'no', version: 1 })
    assert.equal((await whole(id)).payments[0]?.basis, 'prevention_grant')
    await jo.post(`${at}/needs/${line!.id}`, { remove: 'yes', version: 2 })
    assert.deepEqual((await whole(id)).payments[0]?.needIds, [])
  })

  it('a payment over what a plan may promise is put forward, and says that a manager comes first', async () => {
    const { at, id } = await begun()
    await add(at, 'needs', need)
    const [line] = (await whole(id)).needs
    assert.equal(
      (await add(at, 'payments', { ...payment(line!.id), amountPence: '750' })).status,
      303,
    )
    assert.match((await jo.get(at)).text, /A manager must first agree the payment of £750/)
  })
})

describe('the parts of a plan', () => {
  it('a budget that does not come to its cost is refused, with what was typed', async () => {
    const { at } = await begun()
    const again = await jo.post(`${at}/budget`, {
      version: 1,
      budgetPence: '300',
      personPaysPence: '50',
      authorityPaysPence: '300',
    })
    assert.equal(again.status, 422)
    assert.match(
      again.text,
      /What the carer pays \(£50\) and what the council pays \(£300\) must come to the cost \(£300\)/,
    )
    assert.equal(again.field('personPaysPence'), '50')
  })

  it('a budget begins with what the plan adds up to', async () => {
    const { at, id } = await begun()
    await add(at, 'needs', need)
    await add(at, 'payments', payment((await whole(id)).needs[0]!.id))
    const form = await jo.get(`${at}/budget`)
    assert.deepEqual(
      [form.field('budgetPence'), form.field('personPaysPence'), form.field('authorityPaysPence')],
      ['300', '0', '300'],
    )
  })

  it('a person who would step in needs a name and a number that can be rung', async () => {
    const { at } = await begun()
    const again = await jo.post(`${at}/contingency`, {
      version: 1,
      name2: 'Ruth',
      phone2: '12',
      relationship3: 'Neighbour',
      facts: 'Key',
    })
    assert.equal(again.status, 422)
    assert.match(again.text, /Enter a telephone number.*Enter the name of who would step in/)
    assert.equal(again.field('name2'), 'Ruth')
  })

  it('no arrangements and arrangements do not go together', async () => {
    const { at } = await begun()
    const again = await jo.post(`${at}/contingency`, { version: 1, facts: 'Key', declined: 'yes' })
    assert.match(again.text, /Take the arrangements out/)
  })

  it('saved by two people: the second is shown both and loses nothing', async () => {
    const { at, id } = await begun()
    await mo.post(`${at}/advice`, { version: 1, adviceReduce: 'Theirs', advicePrevent: '' })
    const conflict = await jo.post(`${at}/advice`, {
      version: 1,
      matters: ['work'],
      adviceReduce: 'Mine',
      advicePrevent: '',
    })
    assert.equal(conflict.status, 409)
    assert.match(conflict.text, /Theirs/)
    assert.equal(conflict.field('adviceReduce'), 'Mine')
    await jo.post(`${at}/advice`, {
      version: conflict.field('version')!,
      matters: ['work'],
      adviceReduce: 'Mine',
      advicePrevent: '',
    })
    assert.equal((await whole(id)).plan.adviceReduce, 'Mine')
  })
})

describe('agreeing a plan', () => {
  it('an incomplete one is refused: told in words what is missing, with the law, nothing lost', async () => {
    const { at, id } = await begun()
    const page = await jo.get(`${at}/agree`)
    assert.match(page.text, /This plan cannot be agreed yet/)
    const again = await jo.post(`${at}/agree`, {
      ...agreement,
      involved: 'Her sister',
      seen: page.field('seen')!,
    })
    assert.equal(again.status, 422)
    assert.match(
      again.text,
      /Add the needs that the assessment found.*Add a goal.*Write the advice/,
    )
    assert.equal(again.field('involved'), 'Her sister')
    assert.match(again.html, new RegExp(`href="${at}/advice#matters"`))
    assert.equal((await whole(id)).plan.state, 'draft')
  })

  it('where the person looked after has not agreed, it is refused', async () => {
    const { at, needId } = await complete()
    await add(at, 'support', {
      ...support(needId),
      action: 'A sitter on Thursdays',
      target: 'cared_for',
      agreed: 'unasked',
    })
    const page = await jo.get(`${at}/agree`)
    const again = await jo.post(`${at}/agree`, { ...agreement, seen: page.field('seen')! })
    assert.equal(again.status, 422)
    assert.match(
      again.text,
      /Ask the person looked after whether they agree to this: “A sitter on Thursdays”/,
    )
    const refused = await whole(at.split('/').at(-1)!)
    const sitter = refused.actions.find(({ target }) => target === 'cared_for')!
    await jo.post(`${at}/support/${sitter.id}`, {
      ...support(needId),
      action: sitter.action,
      target: 'cared_for',
      agreed: 'yes',
      'askedOn-day': '2',
      'askedOn-month': '4',
      'askedOn-year': '2018',
      version: 1,
    })
    const ready = await jo.get(`${at}/agree`)
    assert.doesNotMatch(ready.text, /cannot be agreed yet/)
  })

  it('without who, how or when it is refused', async () => {
    const { at } = await complete()
    const again = await jo.post(`${at}/agree`, {
      by: '',
      'on-day': '9',
      'on-month': '4',
      'on-year': '2018',
      seen: 'x',
    })
    assert.equal(again.status, 422)
    assert.match(
      again.text,
      /Enter the name of who agreed.*Select how they agreed.*must be today or in the past/,
    )
  })

  it('a plan that changed since it was shown is refused, with what was typed', async () => {
    const { at } = await complete()
    const page = await jo.get(`${at}/agree`)
    await add(at, 'goals', { ...goal, words: 'Sing again' })
    const conflict = await jo.post(`${at}/agree`, {
      ...agreement,
      involved: 'Her sister',
      seen: page.field('seen')!,
    })
    assert.equal(conflict.status, 409)
    assert.match(conflict.text, /The plan was changed while you had this page open/)
    assert.equal(conflict.field('involved'), 'Her sister')
    const sent = await jo.post(`${at}/agree`, { ...agreement, seen: conflict.field('seen')! })
    assert.equal(sent.status, 303)
  })

  it('can be done once it is whole; then nothing in it is written any more', async () => {
    const { at } = await agreed()
    assert.match(
      (await jo.get(at)).text,
      /agreed on 3 April 2018.*First review Between 15 May 2018 and 29 May 2018/,
    )
    assert.equal((await jo.get(`${at}/needs/new`)).status, 409)
    assert.equal(
      (
        await jo.post(`${at}/budget`, {
          version: 1,
          budgetPence: '1',
          personPaysPence: '0',
          authorityPaysPence: '1',
        })
      ).status,
      409,
    )
    assert.deepEqual((await jo.post(`${at}/agree`, agreement)).location, at)
  })

  it('its support is marked as done, and as not done after all', async () => {
    const { at, id } = await agreed()
    const [line] = (await whole(id)).actions
    await jo.post(`${at}/support/${line!.id}/done`, { done: 'yes' })
    assert.match((await jo.get(at)).text, /done on 3 April 2018/)
    await jo.post(`${at}/support/${line!.id}/done`, { done: 'no' })
    assert.equal((await whole(id)).actions[0]?.doneOn, null)
  })
})

describe('sending a plan', () => {
  const messages = (personId: string) =>
    as(jo.actor, (tx) =>
      tx.selectFrom('message').selectAll().where('personId', '=', personId).execute(),
    )

  it('goes by email in the carer’s own format, once however often the form is sent', async () => {
    const { at, carer, id } = await agreed({ format: 'large_print' })
    const form = await jo.get(`${at}/send`)
    assert.match(form.html, /value="large-print" checked/)
    const sent = { way: 'email', format: 'large-print', sentBefore: form.field('sentBefore')! }
    assert.equal((await jo.post(`${at}/send`, sent)).status, 303)
    assert.equal((await jo.post(`${at}/send`, sent)).status, 303)
    const [message, second] = await messages(carer.id)
    assert.equal(second, undefined)
    assert.deepEqual(
      [message?.channel, message?.recipient, message?.purpose],
      ['email', 'margaret@example.org', 'plan'],
    )
    assert.match(
      message?.body ?? '',
      /Dear Margaret.*Jo Pugh will talk with you about how it is going between 15 May 2018 and 29 May 2018/s,
    )
    assert.equal((await whole(id)).plan.sentAs, 'large-print')
    const [attachment] = await house.asSystem((tx) =>
      tx.selectFrom('messageAttachment').selectAll().where('messageId', '=', message!.id).execute(),
    )
    const read = await readPdf(attachment!.bytes)
    assert.ok(Math.max(...read.sizes) >= 18)
  })

  it('goes by post where there is no email, with the address a line each', async () => {
    const { at, carer } = await agreed({ email: null })
    const form = await jo.get(`${at}/send`)
    assert.match(form.html, /value="letter" checked/)
    await jo.post(`${at}/send`, { way: 'letter', format: 'pdf', sentBefore: '' })
    const [message] = await messages(carer.id)
    assert.equal(message?.recipient, 'Margaret Tolley\n4 Orchard Rise\nMalvern\nWR14 2AA')
  })

  it('as plain text the plan stands in the message itself', async () => {
    const { at, carer } = await agreed({ format: 'audio' })
    await jo.post(`${at}/send`, { way: 'email', format: 'text', sentBefore: '' })
    const [message] = await messages(carer.id)
    assert.match(message?.body ?? '', /See my sister in Malvern again/)
  })

  it('is stopped in a format that the carer cannot read, with what to do instead', async () => {
    const { at, carer, id } = await agreed({ format: 'bsl' })
    const form = await jo.get(`${at}/send`)
    assert.match(form.text, /reads best in: British Sign Language\. .* arrange it as well/)
    const sent = { way: 'email', format: 'text', sentBefore: '' }
    const stopped = await jo.post(`${at}/send`, sent)
    assert.equal(stopped.status, 422)
    assert.match(stopped.text, /British Sign Language, which cannot be sent from here/)
    assert.deepEqual(await messages(carer.id), [])
    assert.equal((await whole(id)).plan.sentAt, null)
    assert.equal((await jo.post(`${at}/send`, { ...sent, way: 'by_hand' })).status, 303)
  })

  it('is refused where the way is not open to this carer, and before the plan is agreed', async () => {
    const { at } = await agreed({ email: null })
    const again = await jo.post(`${at}/send`, { way: 'email', format: 'pdf', sentBefore: '' })
    assert.equal(again.status, 422)
    assert.match(again.text, /Select how to send the plan/)
    const draft = await begun()
    assert.equal((await jo.get(`${draft.at}/send`)).status, 409)
  })
})

describe('changing and ending a plan', () => {
  it('a change begins the next number once, and the old plan stays beside it', async () => {
    const { at } = await agreed()
    const form = await jo.get(`${at}/change`)
    const id = form.field('id')!
    assert.equal((await jo.post(`${at}/change`, { id })).location, `/plans/${id}`)
    assert.equal((await jo.post(`${at}/change`, { id })).location, `/plans/${id}`)
    assert.equal((await jo.post(`${at}/change`, { id: newId() })).location, `/plans/${id}`)
    assert.match((await jo.get(`/plans/${id}`)).text, /plan 2.*Plan 1 , agreed on 3 April 2018/)
  })

  it('an end needs its reason, takes reviews off the list and pays what was promised', async () => {
    const { at, id } = await agreed()
    const again = await jo.post(`${at}/end`, { reason: ' ' })
    assert.equal(again.status, 422)
    assert.match(again.text, /Write why the plan ends/)
    await jo.post(`${at}/end`, { reason: 'Brian moved into a home' })
    const ended = await whole(id)
    assert.deepEqual([ended.plan.state, ended.payments[0]?.state], ['ended', 'agreed'])
    assert.match((await jo.get(at)).text, /Ended because Brian moved into a home/)
  })

  it('a draft that is given up takes its payments with it, and no carer ever sees it', async () => {
    const { at, id, carer } = await complete()
    await jo.post(`${at}/end`, { reason: 'Begun by mistake' })
    assert.equal((await whole(id)).payments[0]?.state, 'cancelled')
    const own = await house.signIn({ duties: ['carer'], personId: carer.id })
    assert.match((await own.get('/my/plan')).text, /You do not have a support plan just now/)
    assert.equal((await own.get(`/my/plan/${id}/copy/text`)).status, 404)
  })
})

describe('copies of a plan', () => {
  it('are tagged PDF with a language and title, large print, and plain text with the same words', async () => {
    const { at, id } = await agreed()
    const copy = await jo.get(`${at}/copy/pdf`)
    assert.equal(copy.response.headers['content-type'], 'application/pdf')
    const read = await readPdf(copy.response.rawPayload)
    assert.deepEqual([read.tagged, read.language, read.title], [true, 'en-GB', 'Your support plan'])
    const text = (await jo.get(`${at}/copy/text`)).html
    for (const words of [
      'See my sister in Malvern again',
      '£300, once',
      'Ruth Tolley',
      'Ask the pharmacy to deliver.',
      'Agreed on 3 April 2018',
    ]) {
      assert.ok(text.includes(words), words)
      assert.ok(read.text.replaceAll(/\s+/g, ' ').includes(words), `PDF: ${words}`)
    }
    assert.equal((await jo.get(`${at}/copy/docx`)).status, 404)
    assert.equal((await jo.get(`/plans/${id}/copy/large-print`)).status, 200)
  })
})

describe('who may', () => {
  it('an adviser reads a plan and writes none of it', async () => {
    const { at } = await begun()
    const adviser = await house.signIn({ duties: ['adviser'] })
    const page = await adviser.get(at)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, /Add a need|Agree this plan/)
    assert.equal((await adviser.get(`${at}/needs/new`)).status, 403)
  })

  it('another hub is not even told that it exists; a referrer is refused', async () => {
    const { at } = await begun()
    const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
    assert.equal((await elsewhere.get(at)).status, 404)
    assert.equal((await elsewhere.post(`${at}/needs/new`, { id: newId(), ...need })).status, 404)
    const practice = await house.signIn({
      duties: ['referrer'],
      organisation: 'A surgery',
      kind: 'gp_practice',
    })
    assert.equal((await practice.get(at)).status, 403)
  })

  it('the carer reads the agreed plan in their words, knows who looked, and sees nobody else’s', async () => {
    const { at, carer, id } = await agreed()
    const own = await house.signIn({ duties: ['carer'], personId: carer.id })
    const page = await own.get('/my/plan')
    assert.match(
      page.text,
      /Your support plan.*What happens next Jo Pugh will talk with you.*See my sister in Malvern again/,
    )
    assert.equal((await own.get(`/my/plan/${id}/copy/pdf`)).status, 200)
    const other = await house.signIn({ duties: ['carer'], personId: (await house.aCarer()).id })
    assert.equal((await other.get(`/my/plan/${id}/copy/pdf`)).status, 404)
    await jo.get(at)
    const looks = await as(own.actor, (tx) => tx.selectFrom('readLog').select('what').execute())
    assert.ok(looks.some(({ what }) => what === 'support plan'))
  })
})

describe('what a plan lacks', () => {
  it('leads to a field that is there, each fault to its own', async () => {
    const { at, id } = await begun()
    await add(at, 'needs', { ...need, eligible: '' })
    await add(at, 'support', {
      ...support(''),
      target: 'cared_for',
      agreed: 'unasked',
      cost: '120',
      paidBy: 'council',
    })
    const links = [...(await jo.get(at)).html.matchAll(/href="([^"]*)">([^<]*)<\/a>\s*<span/g)]
    const faults = links.map(([, href = '', words = '']) => ({ href, words }))
    assert.ok(faults.length >= 7, String(faults.length))
    for (const { href, words } of faults) {
      const [path = '', field = ''] = href.split('#')
      const { html, status } = await jo.get(path)
      assert.equal(status, 200, href)
      assert.match(html, new RegExp(`id="${field}"`), `${words} leads to ${href}`)
    }
    assert.equal(
      faults.find(({ words }) => /prevent or delay/.test(words))?.href,
      `/plans/${id}/advice#advicePrevent`,
    )
  })
})

describe('a line of support', () => {
  it('says when it starts, when it is looked at again, what it costs, who pays and which goal it serves', async () => {
    const { at, id } = await begun()
    await add(at, 'goals', goal)
    const [own] = (await whole(id)).goals
    await add(at, 'support', {
      ...support(''),
      goalId: own!.id,
      provider: 'Tai chi at the village hall',
      'startsOn-day': '9',
      'startsOn-month': '4',
      'startsOn-year': '2018',
      'reviewOn-day': '9',
      'reviewOn-month': '7',
      'reviewOn-year': '2018',
      cost: '120',
      paidBy: 'someone_else',
    })
    const { text } = await jo.get(at)
    assert.match(text, /Tai chi at the village hall · from 9 April 2018, looked at again on 9 July/)
    assert.match(text, /£120 a year, paid by a charity or someone else · for the goal “See my/)
    await jo.post(`${at}/goals/${own!.id}`, { version: '1', remove: 'yes' })
    assert.equal((await whole(id)).actions[0]?.goalId, null)
  })

  const refusals: readonly [string, Record<string, string>, RegExp][] = [
    ['that costs money without who pays', { cost: '40', paidBy: '' }, /Select who pays/],
    ['that is free and costs money', { cost: '40', paidBy: 'free' }, /It costs something/],
    [
      'for the person looked after that the carer would pay',
      { target: 'cared_for', cost: '40', paidBy: 'carer' },
      /The carer is never charged/,
    ],
    ['paid by nobody we know', { paidBy: 'the queen' }, /Select who pays/],
    [
      'looked at again before it starts',
      {
        'startsOn-day': '9',
        'startsOn-month': '4',
        'startsOn-year': '2018',
        'reviewOn-day': '8',
        'reviewOn-month': '4',
        'reviewOn-year': '2018',
      },
      /It must start before it is looked at again/,
    ],
    ['for a goal of another plan', { goalId: newId() }, /Select one of the goals of this plan/],
  ]
  for (const [name, values, words] of refusals) {
    it(`${name} is refused, and keeps what was typed`, async () => {
      const { at, id } = await begun()
      const sent = await add(at, 'support', { ...support(''), provider: 'A club', ...values })
      assert.equal(sent.status, 422)
      assert.match(sent.text, words)
      assert.match(sent.html, /value="A club"/)
      assert.equal((await whole(id)).actions.length, 0)
    })
  }
})
