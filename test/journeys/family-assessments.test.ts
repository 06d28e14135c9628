// A young carer, a parent carer and somebody before their eighteenth birthday, each from the request to
// the reviewed plan, under the law of their own and never by the adults' test.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { servedDemo, servedOn } from '../demo.ts'
import { answerTheRest, informed, wants } from './assess-steps.ts'
import {
  advises,
  beginsTheWholeForm,
  completes,
  decidesInParts,
  isCountersigned,
  type Part,
  sends,
} from './decision-steps.ts'
import { agreesOnAPlan, isReviewed } from './plan-steps.ts'
import { addACarer, answer, atWork } from './staff-steps.ts'
import { giveAnAccount } from './stored.ts'
import { choose, follow, press, type, typeDate, words } from './walk.ts'

const { address: at, database } = await servedDemo()
const { address: later } = await servedOn('2018-12-20', database)
const go = 'Save and continue'

test('a young carer writes at home, has help decided in three parts, a plan and its review: phone, no scripts', async () => {
  const window = { width: 'phone', javaScript: false } as const
  const { page, context, wentWell } = await atWork(at, 'Priya Nair', window)
  const name = 'Lily Ashdown'
  const record = await addACarer(page, {
    name,
    born: '2004-05-01',
    kind: 'Young carer',
    asks: true,
  })
  await giveAnAccount(database, record)
  const own = await atWork(at, name, window)
  await press(own.page, 'Begin it yourself')
  await follow(own.page, 'In your own words')
  await type(own.page, { 'What is a day like for you?': 'I get up when Mum calls.' })
  await press(own.page, go)

  await beginsTheWholeForm(page, record)
  assert.match(await words(page), /What the carer wrote at home/)
  await typeDate(page, '2018-10-12', informed)
  await choose(page, 'Their parents')
  const alone = 'Was the young person seen and heard on their own?'
  await answer(page, alone, 'Not yet')
  await wants(page, 'Sleep at a friend’s')
  await answerTheRest(page)
  await press(page, go)
  await isNotCompletedYet(page)
  await answer(page, alone, 'Yes')
  await type(page, { 'When, where, and by whom?': 'At school on Monday, by Priya Nair.' })
  await choose(page, 'We have gone through what was brought along, and it is right')
  await press(page, go)

  await completes(page)
  await decidesInParts(page, helpForTheChild)
  await isCountersigned(page, at)
  await sends(page, 'Her mother, by hand on the same day')
  await readsTheDecision(
    own.page,
    'There will be help for you',
    /You need some help.*You get up at night for Mum/,
  )
  const wanted = { goal: 'Sleep at a friend’s', support: 'A helper comes in the morning' }
  await agreesOnAPlan(page, record, wanted)
  wentWell()
  await context.close()
  await isReviewed(later, name, window)
  own.wentWell()
  await own.context.close()
})

const helpForTheChild: readonly Part[] = [
  [/Does the child have needs/, 'Needs for support', 'Yes', 'You get up at night for Mum.'],
  [/Could services under/, 'What services could do', 'Yes, in part', 'A helper lets you sleep.'],
  [/Will the authority provide/, 'Whether to provide them', 'Yes', 'A helper comes from Monday.'],
]

test('a parent carer is assessed by the law of parents, has a plan and its review: phone', async () => {
  const window = { width: 'phone' } as const
  const { page, context, wentWell } = await atWork(at, 'Priya Nair', window)
  const name = 'Anita Holloway'
  const record = await addACarer(page, { name, born: '1980-05-01', kind: 'Parent carer' })
  await giveAnAccount(database, record)
  const own = await atWork(at, name, window)
  await press(own.page, 'Ask for an assessment')
  await press(own.page, 'Ask for my assessment')
  assert.match(await words(own.page), /You asked for a parent carer/)

  await beginsTheWholeForm(page, record)
  await typeDate(page, '2018-10-12', informed)
  await answer(page, 'Did the parent take part in the whole of it?', 'Yes')
  await answer(page, 'Have we talked about breaks from caring?', 'Yes')
  await type(page, {
    'What kind of break would help, how often, and who would take your place?': 'Two nights.',
  })
  await wants(page, 'Sleep through a night')
  await answerTheRest(page)
  await press(page, go)
  await completes(page)
  await decidesInParts(page, helpForTheParent)
  await isCountersigned(page, at)
  await sends(page, 'Nobody asked for one')
  await readsTheDecision(
    own.page,
    'You will have support',
    /You have not slept through since March/,
  )
  const wanted = { goal: 'Sleep through a night', support: 'Two nights a month at Fort Royal' }
  await agreesOnAPlan(page, record, wanted)
  wentWell()
  await context.close()
  await isReviewed(later, name, window)
  own.wentWell()
  await own.context.close()
})

const helpForTheParent: readonly Part[] = [
  [
    /Does the parent have needs/,
    'Needs for support',
    'Yes',
    'You have not slept through since March.',
  ],
  [
    /Could services under/,
    'What services could do',
    'Yes, wholly',
    'Short breaks would meet this.',
  ],
  [/Will the authority provide/, 'Whether to provide them', 'Yes', 'Two nights a month from May.'],
]

test('before an eighteenth birthday it is said what to expect, with advice, a plan and its review: desktop, no scripts', async () => {
  const window = { javaScript: false } as const
  const { page, context, wentWell } = await atWork(at, 'Priya Nair', window)
  const name = 'Owen Trevithick'
  const record = await addACarer(page, { name, born: '2001-02-01', kind: 'Young carer' })
  await giveAnAccount(database, record)
  await press(page, 'Ask for an assessment')
  await choose(page, 'Transition assessment')
  await type(page, { 'How did they ask?': 'At college' })
  await press(page, 'Start the clock')

  await beginsTheWholeForm(page, record)
  await typeDate(page, '2018-10-12', informed)
  await answer(page, 'Are they likely to have needs for support after that day?', 'Yes')
  await answer(page, 'Would it be of significant benefit to assess now?', 'Yes')
  await answer(page, 'Who took part?', 'The young carer or carer themselves')
  await wants(page, 'Go to college')
  await answerTheRest(page)
  await press(page, go)
  await completes(page)
  await decidesInParts(page, afterEighteen)
  await isCountersigned(page, at)
  await advises(page)
  await sends(page)
  const own = await atWork(at, name, window)
  await readsTheDecision(own.page, /likely/, /You will go on looking after your mum/)
  await asksForASecondLook(own.page)
  const wanted = { goal: 'Go to college', support: 'Somebody is with his mother on Tuesdays' }
  await agreesOnAPlan(page, record, wanted)
  wentWell()
  await context.close()
  await isReviewed(later, name, window)
  own.wentWell()
  await own.context.close()
})

const afterEighteen: readonly Part[] = [
  [
    /^Are they likely to have/,
    'Needs after the eighteenth birthday',
    'Yes',
    'You will go on looking after your mum.',
  ],
  [
    /^Are any of those needs/,
    "Whether they are likely to meet the adults' criteria",
    'Yes, some of them',
    'Your sleep, and going on with college.',
  ],
]

/** What the law asks for and nobody asked yet stands in the way, and leads to where it is asked. */
async function isNotCompletedYet(page: Page): Promise<void> {
  await press(page, 'Complete the assessment')
  assert.equal(await page.getByRole('button', { name: 'Complete and go on' }).count(), 0)
  assert.match(
    await words(page),
    /2 things are still .* That the young person was seen on their own.* Confirm with the carer/,
  )
  await page.goBack()
  await follow(page, 'Write the whole assessment on one page')
}

async function readsTheDecision(
  page: Page,
  decision: string | RegExp,
  reasons: RegExp,
): Promise<void> {
  await page.goto('/my')
  await follow(page, decision)
  assert.match(await words(page), reasons)
}

async function asksForASecondLook(page: Page): Promise<void> {
  await follow(page, 'Ask us to look at our decision again')
  await press(page, 'Ask for a second look')
  await follow(page, /we are looking at our decision again/)
  assert.match(await words(page), /Somebody who did not decide it will look at it/)
}
